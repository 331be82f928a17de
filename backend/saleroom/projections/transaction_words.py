"""What the facts of each noun are called in the list of transactions: pure, one function a noun.

Sold less refunded is what a ticket sale took. Money that came for nothing, too late or twice, goes back as `payment_returned`
and was never sold, so it does not spoil the sum.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from saleroom.domain.auctions.events import BidPlaced, LotCancelled, LotClosed
from saleroom.domain.ticket_sales.events import (
    CheckedIn,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    OrdersUnwound,
    RefundIssued,
    RefundPaidAfterAll,
    RefundSettledByHand,
    RequestServed,
    SaleCancelled,
    Ticket,
    TicketCancelled,
    Unwound,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one transaction says, before it is a line.

    Attributes:
        item: the order, ticket or refund inside its sale; None for the lot or sale itself.
        buyer_of: the order whose buyer is the person, where the fact does not name him.
    """

    transaction: str
    item: int | None = None
    person_id: int | None = None
    amount_minor: int | None = None
    buyer_of: int | None = None


def of_lot(fact: BidPlaced | LotClosed | LotCancelled) -> list[Told]:
    """Bids, closes and cancellations."""
    match fact:
        case BidPlaced():
            return [Told("bid", None, fact.bidder_id, fact.amount_minor)]
        case LotClosed():
            return [Told(fact.outcome, None, fact.winner_id, fact.price_minor)]
        case LotCancelled():
            return [Told("cancelled", None, fact.by)]


SaleFact = (
    OrderPlaced | RequestServed | OrderPaid | RefundIssued | RefundSettledByHand | RefundPaidAfterAll | OrderCancelled | TicketCancelled
    | OrdersUnwound | SaleCancelled | CheckedIn
)


def of_sale(fact: SaleFact) -> list[Told]:
    """Sales, cancellations, refunds and what happened at the doors; none for a hold, which is no sale yet."""
    match fact:
        case OrderPlaced():
            return [Told("sold", fact.order, fact.person_id, _sum(fact.tickets))] if fact.tickets else []
        case RequestServed():
            return [] if fact.placed is None else of_sale(fact.placed)
        case OrderPaid():
            return [Told("sold", fact.order, None, _sum(fact.tickets), buyer_of=fact.order)]
        case RefundIssued() | RefundSettledByHand() | RefundPaidAfterAll():
            return [_of_refund(fact)]
        case OrderCancelled():
            return [Told("order_cancelled", fact.order, fact.by)]
        case TicketCancelled():
            return [Told("ticket_cancelled", fact.ticket, fact.by)]
        case OrdersUnwound():
            return [told for one in fact.orders for told in _unwound(one)]
        case SaleCancelled():
            return [Told("cancelled", None, fact.by)]
        case CheckedIn():
            return [Told("checked_in" if fact.direction == "entry" else "checked_out", fact.ticket, fact.by)]


def _of_refund(fact: RefundIssued | RefundSettledByHand | RefundPaidAfterAll) -> Told:
    match fact:
        case RefundIssued():
            word = "payment_returned" if fact.reason in ("late", "duplicate") else "refunded"
            return Told(word, fact.refund, None, fact.amount_minor, buyer_of=fact.order)
        case RefundSettledByHand():
            return Told("refund_settled", fact.refund, fact.by, fact.amount_minor)
        case RefundPaidAfterAll():
            word = "refund_paid_twice" if fact.is_twice else "refund_arrived"
            return Told(word, fact.refund, None, fact.amount_minor, buyer_of=fact.order)


def _sum(tickets: tuple[Ticket, ...]) -> int:
    return sum(ticket.price_minor for ticket in tickets)


def _unwound(one: Unwound) -> list[Told]:
    cancelled = Told("order_cancelled", one.order, one.person_id)
    return [cancelled] if one.refund is None else [cancelled, Told("refunded", one.refund, one.person_id, one.amount_minor)]


WORDS: Final[Mapping[type, Callable[[Any], list[Told]]]] = {
    **dict.fromkeys((BidPlaced, LotClosed, LotCancelled), of_lot),
    **dict.fromkeys(
        (
            OrderPlaced, RequestServed, OrderPaid, RefundIssued, RefundSettledByHand, RefundPaidAfterAll, OrderCancelled, TicketCancelled,
            OrdersUnwound, SaleCancelled, CheckedIn,
        ),
        of_sale,
    ),
}
"""Every class of facts that may be a transaction, with the function that tells what it says."""
