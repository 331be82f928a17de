"""What the facts of a sale do to its orders and refunds, as rows of the read tables: pure, in Python, for many facts at once.

Only rows that facts touch need to be in the book; `needed` says which those are. A fact that a row has taken in already, by its
version, is passed over, so that a row may be folded over the same facts again. A fact of a row that is not there is noted in
`missing` and passed over as well: a read table with a hole must not keep the sale from selling.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.refund_events import RefundReason
from saleroom.domain.ticket_sales.sale import OrderStatus, RefundStatus
from saleroom.eventlog.log import Recorded

AttemptStatus = Literal["open", "refused", "succeeded"]


@dataclass(slots=True)
class OrderRow:
    """An order as it stands; the columns of public.orders, but for the sale.

    Attributes:
        n: its number inside the sale.
        tickets: how many of it are valid.
        refunded_minor: what went back, or is on its way, of what was paid for it; not what came too late or twice.
        attempts: what became of each try to pay.
        paid_attempt: the number of the one that paid, from 1.
        version: of the newest fact in this row.
    """

    n: int
    person_id: int
    status: OrderStatus
    via: e.Via
    lines: tuple[e.Line, ...]
    created_at: datetime
    expires_at: datetime | None
    version: int
    refunded_minor: int = 0
    tickets: int = 0
    attempts: list[AttemptStatus] = field(default_factory=list)
    paid_attempt: int | None = None
    paid_at: datetime | None = None

    @property
    def quantity(self) -> int:
        return sum([line.quantity for line in self.lines])

    @property
    def total_minor(self) -> int:
        return sum([line.price_minor * line.quantity for line in self.lines])


@dataclass(slots=True)
class RefundRow:
    """Money on its way back; the columns of public.refunds, but for the sale. `settled_by` and `note` are of one settled by hand.

    `paid_again_at`: when the provider paid one that had been settled by hand.
    """

    n: int
    order_n: int
    attempt: int | None
    amount_minor: int
    reason: RefundReason
    status: RefundStatus
    created_at: datetime
    version: int
    settled_at: datetime | None = None
    settled_by: int | None = None
    note: str = ""
    paid_again_at: datetime | None = None


OrderFact = (
    e.OrderPlaced | e.RequestServed | e.HoldReleased | e.OrdersLapsed | e.OrdersUnwound | e.CheckoutStarted | e.PaymentRefused
    | e.OrderPaid | e.UnitsReclaimed | e.OrderCancelled | e.TicketCancelled | e.RefundIssued | e.RefundSettled
    | e.RefundSettledByHand | e.RefundPaidAfterAll
)

PROJECTED = frozenset({
    e.OrderPlaced, e.RequestServed, e.HoldReleased, e.OrdersLapsed, e.OrdersUnwound, e.CheckoutStarted, e.PaymentRefused, e.OrderPaid,
    e.UnitsReclaimed, e.OrderCancelled, e.TicketCancelled, e.RefundIssued, e.RefundSettled, e.RefundSettledByHand,
    e.RefundPaidAfterAll,
})
"""The facts that orders and refunds are made of."""


@dataclass(slots=True)
class Book:
    """The orders and refunds of one sale, or those of them that some facts touch."""

    orders: dict[int, OrderRow] = field(default_factory=dict)
    refunds: dict[int, RefundRow] = field(default_factory=dict)
    missing: set[int] = field(default_factory=set)

    def take(self, recorded: Iterable[Recorded]) -> None:
        """Take facts in, in order; facts of other kinds are passed over."""
        for one in recorded:
            if type(one.fact) in PROJECTED:
                self._take(one.fact, one)

    def _take(self, fact: OrderFact, one: Recorded) -> None:
        match fact:
            case e.OrderPlaced():
                self._placed(fact, one)
            case e.RequestServed():
                self._placed(fact.placed, one)
            case e.HoldReleased():
                self._ended((fact.order,), "released", one)
            case e.OrdersLapsed():
                self._ended(fact.orders, "expired", one)
            case e.OrdersUnwound():
                self._unwound(fact, one)
            case e.OrderCancelled() | e.TicketCancelled():
                self._given_back(fact, one)
            case e.RefundIssued():
                self._refund(fact, one)
            case e.RefundSettled() | e.RefundSettledByHand() | e.RefundPaidAfterAll():
                self._settled(fact, one)
            case e.CheckoutStarted() | e.PaymentRefused() | e.OrderPaid() | e.UnitsReclaimed():
                self._payment(fact, one)

    def _news(self, order: int, one: Recorded) -> Iterator[OrderRow]:
        """The row of an order, if this fact is news to it; noted as taken in."""
        row = self.orders.get(order)
        if row is None:
            self.missing.add(order)
        elif row.version < one.version:
            row.version = one.version
            yield row

    def _placed(self, fact: e.OrderPlaced | None, one: Recorded) -> None:
        if fact is None or fact.order in self.orders:
            return
        self.orders[fact.order] = placed(fact, one.at, one.version)

    def _ended(self, orders: Iterable[int], status: OrderStatus, one: Recorded) -> None:
        for order in orders:
            for row in self._news(order, one):
                row.status, row.expires_at = status, None

    def _payment(self, fact: e.CheckoutStarted | e.PaymentRefused | e.OrderPaid | e.UnitsReclaimed, one: Recorded) -> None:
        for row in self._news(fact.order, one):
            match fact:
                case e.CheckoutStarted():
                    row.status, row.expires_at = "pending", fact.expires_at
                    row.attempts.append("open")
                case e.PaymentRefused():
                    row.attempts[fact.attempt - 1] = "refused"
                    if fact.expires_at is not None:
                        row.status, row.expires_at = "pending" if "open" in row.attempts else "held", fact.expires_at
                case e.UnitsReclaimed():
                    row.status, row.lines, row.expires_at = "pending", fact.lines, fact.expires_at
                case e.OrderPaid():
                    row.status, row.expires_at, row.paid_at = "paid", None, one.at
                    row.paid_attempt, row.tickets = fact.attempt, len(fact.tickets)
                    if fact.attempt is not None:
                        row.attempts[fact.attempt - 1] = "succeeded"

    def _given_back(self, fact: e.OrderCancelled | e.TicketCancelled, one: Recorded) -> None:
        for row in self._news(fact.order, one):
            row.tickets = row.tickets - 1 if isinstance(fact, e.TicketCancelled) else 0
            row.expires_at = None
            if row.tickets == 0:
                row.status = "refunded" if row.refunded_minor else "cancelled"
            elif row.refunded_minor:
                row.status = "partly_refunded"

    def _unwound(self, fact: e.OrdersUnwound, one: Recorded) -> None:
        for unwound in fact.orders:
            attempt = None
            for row in self._news(unwound.order, one):
                row.tickets, row.expires_at, attempt = 0, None, row.paid_attempt
                row.refunded_minor += unwound.amount_minor
                row.status = "refunded" if row.refunded_minor else "cancelled"
            if unwound.refund is not None:
                self._issue(RefundRow(
                    unwound.refund, unwound.order, attempt, unwound.amount_minor, "sale_cancelled", "issued", one.at, one.version
                ))

    def _settled(self, fact: e.RefundSettled | e.RefundSettledByHand | e.RefundPaidAfterAll, one: Recorded) -> None:
        refund = self.refunds.get(fact.refund)
        if refund is None:
            self.missing.add(fact.order)
        elif refund.version < one.version:
            refund.version = one.version
            match fact:
                case e.RefundSettled():
                    refund.status, refund.settled_at = fact.outcome, one.at
                case e.RefundSettledByHand():
                    refund.status, refund.settled_at, refund.settled_by, refund.note = "settled_by_hand", one.at, fact.by, fact.note
                case e.RefundPaidAfterAll(is_twice=True):
                    refund.status, refund.paid_again_at = "paid_twice", one.at
                case e.RefundPaidAfterAll():
                    refund.status, refund.settled_at = "succeeded", one.at

    def _refund(self, fact: e.RefundIssued, one: Recorded) -> None:
        for row in self._news(fact.order, one):
            if fact.reason == "given_back":
                row.refunded_minor += fact.amount_minor
                continue
            row.attempts[fact.attempt - 1] = "succeeded"
            if fact.reason == "late":
                row.status, row.expires_at = "late_refunded", None
        self._issue(RefundRow(fact.refund, fact.order, fact.attempt, fact.amount_minor, fact.reason, "issued", one.at, one.version))

    def _issue(self, refund: RefundRow) -> None:
        self.refunds.setdefault(refund.n, refund)


def placed(fact: e.OrderPlaced, at: datetime, version: int) -> OrderRow:
    """An order as it begins: held, or paid where its tickets cost nothing."""
    row = OrderRow(fact.order, fact.person_id, "held", fact.via, fact.lines, at, fact.expires_at, version)
    if fact.expires_at is None:
        row.status, row.paid_at, row.tickets = "paid", at, len(fact.tickets)
    return row


def needed(recorded: Sequence[Recorded]) -> tuple[set[int], set[int]]:
    """The orders and refunds that must be in the book before these facts are: touched by them, and not begun by them."""
    orders, refunds, begun = set[int](), set[int](), set[int]()
    for one in recorded:
        match one.fact:
            case e.OrderPlaced():
                begun.add(one.fact.order)
            case e.RequestServed():
                if one.fact.placed is not None:
                    begun.add(one.fact.placed.order)
            case e.OrdersLapsed():
                orders.update(one.fact.orders)
            case e.OrdersUnwound():
                orders.update(unwound.order for unwound in one.fact.orders)
            case e.RefundSettled() | e.RefundSettledByHand() | e.RefundPaidAfterAll():
                refunds.add(one.fact.refund)
            case (
                e.HoldReleased() | e.CheckoutStarted() | e.PaymentRefused() | e.OrderPaid() | e.UnitsReclaimed() | e.OrderCancelled()
                | e.TicketCancelled() | e.RefundIssued()
            ):
                orders.add(one.fact.order)
    return orders - begun, refunds
