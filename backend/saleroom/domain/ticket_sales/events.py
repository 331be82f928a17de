"""The facts of a sale. Once written they are never changed; a new shape gets a new schema version and an upcaster.

Facts carry ids only, no names or addresses of people (law 7); what they speak of is numbered 1, 2, 3 … inside the sale. `type` and
`schema_version` of each stand in `TYPES`, also in `log.event_type`; those that only the clock brings about in `TIMED`.
"""

from datetime import datetime
from typing import Final, Literal

from saleroom.domain.seating.shape import Hall
from saleroom.domain.ticket_sales.commands import Direction, Lane, SaleTerms, SaleWords
from saleroom.domain.ticket_sales.refund_events import RefundIssued as RefundIssued
from saleroom.domain.ticket_sales.refund_events import RefundPaidAfterAll as RefundPaidAfterAll
from saleroom.domain.ticket_sales.refund_events import RefundSettled as RefundSettled
from saleroom.domain.ticket_sales.refund_events import RefundSettledByHand as RefundSettledByHand
from saleroom.domain.values import value

Via = Literal["grab", "pick", "best", "lane"]


@value
class Line:
    """Units of one type in an order, at the price of the moment they were claimed; a seated type has as many seats."""

    type_id: int
    quantity: int
    price_minor: int
    seats: tuple[str, ...] = ()


@value
class Ticket:
    """A ticket as it is issued."""

    ticket: int
    type_id: int
    price_minor: int
    seat: str | None = None


@value
class Unwound:
    """An order that was undone because its sale was cancelled; `refund` is None when nothing was paid."""

    order: int
    person_id: int
    refund: int | None
    amount_minor: int


@value
class HallPlaced:
    """The sale has its own copy of this hall from now on. Stands before the `SaleCreated` or `SaleEdited` that sells it."""

    hall: Hall


@value
class SaleCreated:
    """A concert is listed. Times are settled, types are numbered, sections are zone ids."""

    organizer_id: int
    words: SaleWords
    terms: SaleTerms


@value
class SaleEdited:
    """Words or terms were changed; everything is the new value."""

    by: int
    words: SaleWords
    terms: SaleTerms


@value
class SaleOpened:
    """Tickets can be had from now on."""


@value
class SaleEnded:
    """Tickets can no longer be had; requests that still wait are not served any more. Orders are paid to their end."""


@value
class SaleCancelled:
    """The concert is called off; `OrdersUnwound` follow, some hundred orders a second, until no order is left."""

    by: int
    reason: str


@value
class OrdersUnwound:
    """Orders of a cancelled sale were undone: their units are free, their tickets cancelled, what was paid is refunded."""

    orders: tuple[Unwound, ...]


@value
class OrderPlaced:
    """Units were claimed for a person, held until `expires_at`; or paid at once, without it, and with their tickets."""

    order: int
    person_id: int
    via: Via
    lines: tuple[Line, ...]
    expires_at: datetime | None
    tickets: tuple[Ticket, ...] = ()


@value
class HoldReleased:
    """The buyer gave up an unpaid order; its units are free."""

    order: int


@value
class OrdersLapsed:
    """The time of these unpaid orders was over; their units are free."""

    orders: tuple[int, ...]


@value
class CheckoutStarted:
    """Pay was pressed: a payment attempt begins, and the units are held at least until `expires_at`."""

    order: int
    attempt: int
    amount_minor: int
    expires_at: datetime


@value
class PaymentRefused:
    """An attempt came to nothing. The order is held for another until `expires_at`; None if it is not waiting any more."""

    order: int
    attempt: int
    expires_at: datetime | None
    provider_ref: str = ""


@value
class OrderPaid:
    """The order is paid and its tickets are issued. `attempt` is None when it cost nothing."""

    order: int
    attempt: int | None
    tickets: tuple[Ticket, ...]
    provider_ref: str = ""


@value
class UnitsReclaimed:
    """A payment came after the units were given up, and units were found once more; `OrderPaid` follows.

    `expires_at` is as of a hold; the payment ends it. `is_same`: whether `lines`, the units now claimed, are the very ones of before.
    """

    order: int
    attempt: int
    lines: tuple[Line, ...]
    expires_at: datetime
    is_same: bool


@value
class OrderCancelled:
    """The whole order was given back; these tickets are dead. The `RefundIssued` of it stands before."""

    order: int
    by: int
    reason: str
    tickets: tuple[int, ...]


@value
class TicketCancelled:
    """One ticket of an order was given back. The `RefundIssued` of it stands before."""

    order: int
    ticket: int
    by: int
    reason: str


@value
class RequestQueued:
    """Somebody waits in a lane."""

    request: int
    person_id: int
    type_id: int
    quantity: int
    lane: Lane


@value
class RequestServed:
    """A request had its turn: `placed` is the order exactly as `OrderPlaced` would have told it; without one, `code` says why not."""

    request: int
    person_id: int
    placed: OrderPlaced | None
    code: str = ""


@value
class RequestLeft:
    """Somebody waits no longer, by his own will."""

    request: int
    person_id: int


@value
class QueuePaused:
    """Requests wait from now on."""

    by: int


@value
class QueueResumed:
    """Requests are served at once from now on."""

    by: int


@value
class TurnsGiven:
    """So many requests of the paused queue are served now."""

    by: int
    count: int


@value
class CheckedIn:
    """A ticket went in or out at a gate. `device_at` is what the scanner's clock said."""

    ticket: int
    by: int
    gate: str
    direction: Direction
    revision: int
    device_at: datetime | None


TermsFact = HallPlaced | SaleCreated | SaleEdited | SaleOpened | SaleEnded | SaleCancelled
ClaimFact = OrderPlaced | HoldReleased | OrdersLapsed | OrdersUnwound | OrderCancelled | TicketCancelled
RefundFact = RefundIssued | RefundSettled | RefundSettledByHand | RefundPaidAfterAll
PaymentFact = CheckoutStarted | PaymentRefused | OrderPaid | UnitsReclaimed | RefundFact
QueueFact = RequestQueued | RequestServed | RequestLeft | QueuePaused | QueueResumed | TurnsGiven
Fact = TermsFact | ClaimFact | PaymentFact | QueueFact | CheckedIn

TYPES: dict[type, tuple[int, int]] = {
    HallPlaced: (20, 1), SaleCreated: (21, 1), SaleEdited: (22, 1), SaleOpened: (23, 1), SaleEnded: (24, 1), SaleCancelled: (25, 1),
    OrdersUnwound: (26, 1), OrderPlaced: (27, 1), HoldReleased: (28, 1), OrdersLapsed: (29, 1), CheckoutStarted: (30, 1),
    PaymentRefused: (31, 1), OrderPaid: (32, 1), UnitsReclaimed: (33, 1), OrderCancelled: (34, 1), TicketCancelled: (35, 1),
    RefundIssued: (36, 1), RefundSettled: (37, 1), CheckedIn: (38, 1), RefundSettledByHand: (39, 1),
    RequestQueued: (50, 1), RequestServed: (51, 1), QueuePaused: (52, 1), QueueResumed: (53, 1), TurnsGiven: (54, 1), RequestLeft: (55, 1),
    RefundPaidAfterAll: (56, 1),
}
TIMED: Final = frozenset({SaleOpened, SaleEnded, OrdersUnwound, OrdersLapsed, RequestServed})
