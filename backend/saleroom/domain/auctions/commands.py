"""What people may ask of a lot. Each carries the person who asks, taken from the session, never from the message."""

from datetime import datetime

from saleroom.domain.values import value


@value
class LotWords:
    """What a lot says of itself; people may read all of it."""

    title: str
    description: str = ""
    author: str = ""
    lot_materials: str = ""
    auction_name: str = ""
    image_url: str = ""


@value
class LotTerms:
    """Under which terms a lot is sold. Amounts in minor units.

    `starts_at` None means now; `closes_at` None means a day after the start.
    """

    start_price_minor: int
    starts_at: datetime | None = None
    closes_at: datetime | None = None
    hard_end_at: datetime | None = None
    increments: str = "ebay-us"
    soft_close_seconds: int = 120


@value
class CreateLot:
    """List a lot for sale."""

    seller_id: int
    words: LotWords
    terms: LotTerms


@value
class EditLot:
    """Change a lot before its first bid.

    Attributes:
        words, terms: the new ones.
        fields: which of their fields are meant; the others stay as they are by then, whoever changed them last. None: all of them.
    """

    by: int
    words: LotWords
    terms: LotTerms
    fields: tuple[str, ...] | None = None


@value
class PlaceBid:
    """Bid `amount_minor` straight: the price becomes exactly that."""

    bidder_id: int
    amount_minor: int


@value
class StartLot:
    """An administrator opens a scheduled lot now."""

    by: int


@value
class FinishLot:
    """An administrator ends an open lot now; the highest bid wins."""

    by: int
    reason: str = ""


@value
class CancelLot:
    """Withdraw a lot: its seller before the first bid, an administrator always."""

    by: int
    is_admin: bool
    reason: str = ""


Command = CreateLot | EditLot | PlaceBid | StartLot | FinishLot | CancelLot
