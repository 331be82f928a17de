"""Orders (TK-ORD): pressing pay, giving up, and giving back, whole or ticket by ticket.

    held -> pending -> paid -> partly_refunded -> refunded | cancelled
    held, pending -> released | expired | cancelled
    expired -> paid | late_refunded; released, cancelled -> late_refunded    (a payment that came too late)

A buyer gives back by the refund policy of each type; staff refund in full. A ticket that ever went in is used: it stays.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.claims import tickets_of
from saleroom.domain.ticket_sales.rules import PAYING, extended, refund_minor, refunds_until
from saleroom.domain.ticket_sales.sale import Issued, Order, Sale

ATTEMPTS_MAX: Final = 50  # tries to pay one order


def release(sale: Sale, command: c.ReleaseHold) -> list[e.Fact]:
    """The buyer gives up an unpaid order. Raises: RefusedError."""
    order = _own(sale, command.order, command.person_id)
    _check_unpaid(order)
    return [e.HoldReleased(order.order)]


def checkout(sale: Sale, command: c.Checkout, at: datetime) -> list[e.Fact]:
    """Pay is pressed; what lapsed is refused before anybody is charged. Raises: RefusedError."""
    order = _own(sale, command.order, command.person_id)
    _check_unpaid(order)
    if sale.status == "cancelled":
        raise RefusedError("sale_cancelled")
    if order.total_minor == 0:
        return [e.OrderPaid(order.order, None, tickets_of(sale, order.lines))]
    if len(order.attempts) >= ATTEMPTS_MAX:
        raise RefusedError("too_many_at_once", max=ATTEMPTS_MAX)
    assert order.expires_at is not None
    expires_at = extended(order.placed_at, order.expires_at, at, PAYING)
    return [e.CheckoutStarted(order.order, len(order.attempts) + 1, order.total_minor, expires_at)]


def cancel_order(sale: Sale, command: c.CancelOrder, at: datetime) -> list[e.Fact]:
    """A whole order is given back, or an unpaid one is given up. Raises: RefusedError."""
    order = _of(sale, command.order, command.by, command.is_staff)
    if order.is_unpaid:
        return [e.OrderCancelled(order.order, command.by, command.reason, ())]
    _check_paid(order)
    tickets = list(sale.valid_tickets(order))
    refunds = _refunds(sale, order, tickets, command.is_staff, at)
    return [*refunds, e.OrderCancelled(order.order, command.by, command.reason, tuple(issued.ticket for issued in tickets))]


def cancel_ticket(sale: Sale, command: c.CancelTicket, at: datetime) -> list[e.Fact]:
    """One ticket is given back. Raises: RefusedError."""
    issued = sale.tickets.get(command.ticket)
    if issued is None:
        raise RefusedError("unknown_ticket", ticket=command.ticket)
    order = _of(sale, issued.order, command.by, command.is_staff)
    if not issued.is_valid:
        raise RefusedError("already_cancelled", ticket=issued.ticket)
    refunds = _refunds(sale, order, [issued], command.is_staff, at)
    return [*refunds, e.TicketCancelled(order.order, issued.ticket, command.by, command.reason)]


def _own(sale: Sale, number: int, person_id: int) -> Order:
    return _of(sale, number, person_id, False)


def _of(sale: Sale, number: int, by: int, is_staff: bool) -> Order:
    order = sale.orders.get(number)
    if order is None:
        raise RefusedError("unknown_order", order=number)
    if order.person_id != by and not is_staff:
        raise RefusedError("not_yours")
    return order


def _check_unpaid(order: Order) -> None:
    if order.status == "expired":
        assert order.expires_at is not None
        raise RefusedError("hold_expired", expired_at=order.expires_at.isoformat())
    if not order.is_unpaid:
        raise RefusedError("wrong_order_status", order_status=order.status)


def _check_paid(order: Order) -> None:
    match order.status:
        case "cancelled" | "refunded" | "late_refunded":
            raise RefusedError("already_cancelled", order=order.order)
        case "expired" | "released":
            raise RefusedError("wrong_order_status", order_status=order.status)
        case "held" | "pending" | "paid" | "partly_refunded":
            pass


def _refunds(sale: Sale, order: Order, tickets: Iterable[Issued], is_staff: bool, at: datetime) -> Sequence[e.RefundIssued]:
    """The refund of tickets that are given back, if there is any money in it. Raises: RefusedError if one of them stays."""
    if sale.status == "cancelled":  # every order is refunded anyway
        raise RefusedError("sale_cancelled")
    amount = 0
    for issued in tickets:
        if issued.moved_at is not None:
            raise RefusedError("already_in", ticket=issued.ticket, at=issued.moved_at.isoformat(), gate=issued.gate)
        policy = sale.types[issued.type_id].terms.refund
        back = issued.price_minor if is_staff else refund_minor(issued.price_minor, policy, sale.terms.starts_at, at)
        if back is None:
            until = refunds_until(policy, sale.terms.starts_at)
            raise RefusedError("refund_over", ticket=issued.ticket, until=until.isoformat() if until else None)
        amount += back
    if not amount:
        return []
    assert order.paid_attempt is not None
    return [e.RefundIssued(len(sale.refunds) + 1, order.order, order.paid_attempt, amount, "given_back")]
