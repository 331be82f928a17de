"""What people may ask of a sale. Each carries the person who asks, taken from the session, never from the message.

Orders, tickets, refunds and requests are named by their number inside the sale (1, 2, 3 …); `ids.item_id` makes of it what
people see. Amounts are in minor units.
"""

from datetime import datetime
from typing import Literal

from saleroom.domain.seating.shape import Hall
from saleroom.domain.values import value

Lane = Literal["vip", "regular"]
LaneOrder = Literal["weighted", "strict"]
Direction = Literal["entry", "exit"]


@value
class SaleWords:
    """What a sale says of itself; people may read all of it."""

    title: str
    organizer: str = ""
    location: str = ""
    description: str = ""
    cover_image: str = ""
    seat_map_url: str = ""


@value
class RefundPolicy:
    """What a buyer gets back: all before `full_until`, all but the fee before `fee_until`, nothing after (TK-ORD)."""

    full_until: datetime | None = None
    fee_until: datetime | None = None
    fee_minor: int = 0


@value
class TicketType:
    """One kind of ticket on sale.

    Attributes:
        quantity: how many there are in all, sold ones included.
        section: the zone of the hall that it sells, by id or name; None is general admission.
        quota: the name of a shared quota that it is in as well.
        refund: None is the whole price until the concert starts.
        id: its number in the sale. 0: a new type gets the next number, an edit finds the type by its name.
    """

    name: str
    price_minor: int
    quantity: int
    lane: Lane = "regular"
    section: str | None = None
    quota: str | None = None
    refund: RefundPolicy | None = None
    id: int = 0


@value
class SharedQuota:
    """A number of places that several ticket types share."""

    name: str
    size: int


@value
class SaleTerms:
    """Under which terms tickets are sold.

    Attributes:
        sale_starts_at: when tickets can be had; None or a time in the past is now.
        starts_at: when the concert starts; tickets are sold until `ends_at`, or until here when there is none.
        limit_per_person: tickets a person may have over all orders; None is no limit.
        doors_open_at: tickets are let in from here on; None is at any time.
        order_max: tickets an order; None is 4 seats, and 10 in all.
        lane_weight: in weighted order, how many VIP requests may pass the first regular one.
        blocked_seats: seat ids that are not for sale.
    """

    sale_starts_at: datetime | None
    starts_at: datetime
    ends_at: datetime | None = None
    types: tuple[TicketType, ...] = ()
    quotas: tuple[SharedQuota, ...] = ()
    limit_per_person: int | None = None
    doors_open_at: datetime | None = None
    hold_seconds: int = 900
    order_max: int | None = None
    lanes: LaneOrder = "weighted"
    lane_weight: int = 3
    blocked_seats: tuple[str, ...] = ()


@value
class CreateSale:
    """Put a concert on sale; the sale keeps its own copy of the hall."""

    organizer_id: int
    words: SaleWords
    terms: SaleTerms
    hall: Hall | None = None


@value
class EditSale:
    """Change a sale; words and terms are the whole new ones. Without a hall it keeps the one it has."""

    by: int
    is_admin: bool
    words: SaleWords
    terms: SaleTerms
    hall: Hall | None = None


@value
class BlockSeats:
    """Take free seats out of the sale, such as house seats, and put others back into it; all or nothing."""

    by: int
    is_admin: bool
    block: tuple[str, ...] = ()
    unblock: tuple[str, ...] = ()


@value
class CancelSale:
    """Call the concert off: every order is undone and refunded."""

    by: int
    is_admin: bool
    reason: str = ""


@value
class Grab:
    """Have some tickets of one type at once: free ones are yours, others are held; seats are the best available."""

    person_id: int
    type_id: int
    quantity: int = 1


@value
class Hold:
    """Hold tickets while paying: (type, quantity) lines, hand-picked seats, or the best available of a type; all or nothing.

    Attributes:
        lines: of a seated type without hand-picked seats in its zone, the best available are taken.
        seats: those of a zone go to its lines in the order in which both are named.
        best_available: so many of `type_id`.
        is_accessible: among the best available, of the first seated type, is a wheelchair place.
    """

    person_id: int
    lines: tuple[tuple[int, int], ...] = ()
    seats: tuple[str, ...] = ()
    best_available: int | None = None
    type_id: int | None = None
    is_accessible: bool = False


@value
class ReleaseHold:
    """Give up a held or unpaid order."""

    person_id: int
    order: int


@value
class Checkout:
    """Press pay: the order waits for the payment of a new attempt, or is paid at once if it costs nothing."""

    person_id: int
    order: int


@value
class RecordPayment:
    """The payment provider tells what became of an attempt; told twice, it counts once."""

    order: int
    attempt: int
    outcome: Literal["succeeded", "refused"]
    provider_ref: str = ""


@value
class CancelOrder:
    """Give back a whole order: its buyer by the refund policy, staff always in full."""

    by: int
    is_staff: bool
    order: int
    reason: str = ""


@value
class CancelTicket:
    """Give back one ticket of an order."""

    by: int
    is_staff: bool
    ticket: int
    reason: str = ""


@value
class RecordRefund:
    """The payment provider tells what became of a refund."""

    refund: int
    outcome: Literal["succeeded", "failed"]
    provider_ref: str = ""


@value
class SettleRefundByHand:
    """Staff say that a refund which failed was paid another way; `note` says how, to its buyer and to the record."""

    by: int
    is_admin: bool
    refund: int
    note: str


@value
class RequestTickets:
    """Queue for tickets in the lane of their type; served at once unless the queue is paused."""

    person_id: int
    type_id: int
    quantity: int = 1


@value
class LeaveQueue:
    """Wait no longer."""

    person_id: int
    request: int


@value
class PauseQueue:
    """Let requests wait."""

    by: int


@value
class ResumeQueue:
    """Serve whoever waits, and newcomers at once again."""

    by: int


@value
class ServeQueue:
    """Serve the next requests of a paused queue."""

    by: int
    count: int = 1


@value
class CheckIn:
    """A ticket is scanned at a gate. `revision` is the one that its code was signed with."""

    by: int
    ticket: int
    revision: int = 1
    gate: str = ""
    direction: Direction = "entry"
    device_at: datetime | None = None


Command = (
    CreateSale | EditSale | BlockSeats | CancelSale | Grab | Hold | ReleaseHold | Checkout | RecordPayment | CancelOrder | CancelTicket
    | RecordRefund | SettleRefundByHand | RequestTickets | LeaveQueue | PauseQueue | ResumeQueue | ServeQueue | CheckIn
)
