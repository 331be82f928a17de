"""The ledger: what each fact does to orders, units, tickets and takings. Nothing here decides."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import Final

from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.sale import FREE, HELD, PENDING, SOLD, STAGE, Issued, Order, OrderStatus, Refund, Sale

UNWIND_PAUSE: Final = timedelta(seconds=1)  # between two lots of orders of a cancelled sale


def claims(sale: Sale, fact: e.ClaimFact, at: datetime) -> None:
    """Fold what claims units or gives them back."""
    match fact:
        case e.OrderPlaced():
            placed(sale, fact, at)
        case e.HoldReleased():
            _end_unpaid(sale, sale.orders[fact.order], "released")
        case e.OrdersLapsed():
            for number in fact.orders:
                _end_unpaid(sale, sale.orders[number], "expired")
        case e.OrderCancelled():
            _cancel(sale, sale.orders[fact.order], fact.tickets)
        case e.TicketCancelled():
            _cancel(sale, sale.orders[fact.order], (fact.ticket,))
        case e.OrdersUnwound():
            _unwind(sale, fact, at)
    _drop_stale(sale)


def payments(sale: Sale, fact: e.PaymentFact) -> None:
    """Fold what happens about money."""
    match fact:
        case e.CheckoutStarted():
            order = sale.orders[fact.order]
            order.attempts.append("open")
            _hold_on(sale, order, "pending", fact.expires_at)
        case e.PaymentRefused():
            order = sale.orders[fact.order]
            order.attempts[fact.attempt - 1] = "refused"
            if fact.expires_at is not None:
                _hold_on(sale, order, "pending" if "open" in order.attempts else "held", fact.expires_at)
        case e.OrderPaid():
            _pay(sale, sale.orders[fact.order], fact)
        case e.UnitsReclaimed():
            order = sale.orders[fact.order]
            order.lines, order.status = fact.lines, "pending"
            sale.move_order(order, FREE, PENDING)
            sale.have(order.person_id, order.quantity)
            sale.live += 1
            _hold_on(sale, order, "pending", fact.expires_at)
        case e.RefundIssued():
            _refund(sale, fact)
        case e.RefundSettled():
            sale.refunds[fact.refund].status = fact.outcome
        case e.RefundSettledByHand():
            sale.refunds[fact.refund].status = "settled_by_hand"
        case e.RefundPaidAfterAll():
            sale.refunds[fact.refund].status = "paid_twice" if fact.is_twice else "succeeded"
    _drop_stale(sale)


def placed(sale: Sale, fact: e.OrderPlaced, at: datetime) -> None:
    """Units were claimed: held, or with their tickets at once."""
    order = Order(fact.order, fact.person_id, "held" if fact.expires_at else "paid", fact.lines, at, fact.expires_at)
    sale.orders[fact.order] = order
    sale.live += 1
    sale.have(fact.person_id, order.quantity)
    if fact.expires_at is not None:
        sale.move_order(order, FREE, HELD)
        heappush(sale.timers, (fact.expires_at, fact.order))
    else:
        sale.move_order(order, FREE, SOLD)
        _issue(sale, order, fact.tickets)


def _hold_on(sale: Sale, order: Order, status: OrderStatus, expires_at: datetime) -> None:
    """An unpaid order goes on, with another time at which it is over."""
    if order.status != status:
        sale.move_order(order, STAGE[order.status], STAGE[status])
    order.status, order.expires_at = status, expires_at
    heappush(sale.timers, (expires_at, order.order))


def _drop_stale(sale: Sale) -> None:
    """Whoever stands first in the timers is due then."""
    while sale.timers:
        expires_at, number = sale.timers[0]
        order = sale.orders[number]
        if order.is_unpaid and order.expires_at == expires_at:
            return
        heappop(sale.timers)


def _end_unpaid(sale: Sale, order: Order, status: OrderStatus) -> None:
    sale.move_order(order, STAGE[order.status], FREE)
    sale.give_back(order.person_id, order.quantity)
    sale.live -= 1
    order.status = status


def _pay(sale: Sale, order: Order, fact: e.OrderPaid) -> None:
    sale.move_order(order, STAGE[order.status], SOLD)
    order.status, order.paid_attempt = "paid", fact.attempt
    if fact.attempt is not None:
        order.attempts[fact.attempt - 1] = "succeeded"
        sale.takings_minor += order.total_minor
    _issue(sale, order, fact.tickets)


def _issue(sale: Sale, order: Order, tickets: Iterable[e.Ticket]) -> None:
    for ticket in tickets:
        sale.tickets[ticket.ticket] = Issued(ticket.ticket, order.order, ticket.type_id, ticket.price_minor, ticket.seat)
    order.tickets = tuple(ticket.ticket for ticket in tickets)
    sale.bought += 1


def _cancel(sale: Sale, order: Order, tickets: Iterable[int]) -> None:
    """Tickets are dead and their units free; an order without any is over."""
    if order.is_unpaid:
        _end_unpaid(sale, order, "cancelled")
        return
    for number in tickets:
        issued = sale.tickets[number]
        issued.is_valid = False
        sale.move(issued.line, SOLD, FREE)
        sale.give_back(order.person_id, 1)
        if issued.is_inside:
            issued.is_inside = False
            sale.types[issued.type_id].inside -= 1
    is_left = any(True for _ in sale.valid_tickets(order))
    sale.live -= not is_left
    if order.refunded_minor:
        order.status = "partly_refunded" if is_left else "refunded"
    elif not is_left:
        order.status = "cancelled"


def _refund(sale: Sale, fact: e.RefundIssued) -> None:
    sale.refunds[fact.refund] = Refund(fact.order, fact.amount_minor, fact.reason)
    order = sale.orders[fact.order]
    if fact.reason == "given_back":
        _money_back(sale, order, fact.amount_minor)
        return
    order.attempts[fact.attempt - 1] = "succeeded"
    if fact.reason == "late":
        if order.is_unpaid:
            _end_unpaid(sale, order, "late_refunded")
        order.status = "late_refunded"


def _unwind(sale: Sale, fact: e.OrdersUnwound, at: datetime) -> None:
    for unwound in fact.orders:
        order = sale.orders[unwound.order]
        if unwound.refund is not None:
            sale.refunds[unwound.refund] = Refund(unwound.order, unwound.amount_minor, "sale_cancelled")
            _money_back(sale, order, unwound.amount_minor)
        _cancel(sale, order, [issued.ticket for issued in sale.valid_tickets(order)])
        sale.unwound = unwound.order
    sale.unwind_at = at + UNWIND_PAUSE


def _money_back(sale: Sale, order: Order, amount_minor: int) -> None:
    order.refunded_minor += amount_minor
    sale.takings_minor -= amount_minor
