"""The facts of a lot. Once written they are never changed; a new shape gets a new schema version and an upcaster.

Facts carry ids only, no names or addresses (law 7). `type` and `schema_version` of each stand in `TYPES`; the same
numbers stand in `log.event_type`.
"""

from datetime import datetime
from typing import Literal

from saleroom.domain.auctions.commands import LotWords
from saleroom.domain.values import value


@value
class LotCreated:
    """A lot is listed. Times are settled: now and the day after stand as times here."""

    seller_id: int
    words: LotWords
    start_price_minor: int
    starts_at: datetime
    closes_at: datetime
    hard_end_at: datetime | None
    increments: str
    soft_close_seconds: int


@value
class LotEdited:
    """The words or terms were changed before the first bid; everything is the new value."""

    by: int
    words: LotWords
    start_price_minor: int
    starts_at: datetime
    closes_at: datetime
    hard_end_at: datetime | None
    increments: str
    soft_close_seconds: int


@value
class LotStarted:
    """An administrator brought the start forward to now; the opening follows at once."""

    by: int


@value
class LotOpened:
    """The lot takes bids from now on. Its ladder is frozen here, as data (AU-INC)."""

    ladder_steps: tuple[tuple[int, int], ...]
    ladder_percent_e4: int


@value
class BidPlaced:
    """A bid stands: it is the price now, and its bidder leads.

    Attributes:
        bidder_number: the n of "Bidder n": the order of first bids on this lot.
        bid_count: bids on this lot, this one included.
        next_min_minor: the least that the next bid may be.
        closes_at: when the lot closes after this bid; later than before if the soft close moved it.
        outbid_id: who led before, or None.
        is_auto: whether the house placed it for a hidden maximum.
    """

    bidder_id: int
    amount_minor: int
    bidder_number: int
    bid_count: int
    next_min_minor: int
    closes_at: datetime
    outbid_id: int | None = None
    is_auto: bool = False


@value
class LotFinished:
    """An administrator brought the end forward to now; the closing follows at once."""

    by: int
    reason: str


@value
class LotClosed:
    """The hammer fell. There is exactly one of these in a lot that was not cancelled."""

    outcome: Literal["sold", "unsold"]
    winner_id: int | None
    price_minor: int | None
    winning_version: int | None


@value
class LotCancelled:
    """The lot was withdrawn; nobody wins."""

    by: int
    reason: str


Fact = LotCreated | LotEdited | LotStarted | LotOpened | BidPlaced | LotFinished | LotClosed | LotCancelled

TYPES: dict[type, tuple[int, int]] = {
    LotCreated: (1, 1), LotEdited: (2, 1), LotStarted: (3, 1), LotOpened: (4, 1),
    BidPlaced: (5, 1), LotFinished: (6, 1), LotClosed: (7, 1), LotCancelled: (8, 1),
}
