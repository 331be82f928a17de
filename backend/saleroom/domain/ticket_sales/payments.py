"""Payments: what follows when the provider tells what became of an attempt or of a refund.

There is no path to paid without tickets: a payment that comes when its units were given up claims the same ones again, else the
best available of the same type, else its money goes back, exactly once. A second attempt that succeeds as well is refunded
and does not touch what the first one brought. Whatever the provider tells twice counts once. A refund that failed is owed until
somebody says that he paid it another way, or the provider pays it after all; where both did, the money went out twice.
"""

from datetime import datetime

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.claims import reclaim, tickets_of
from saleroom.domain.ticket_sales.refund_events import RefundReason
from saleroom.domain.ticket_sales.rules import PAYING, RETRYING, extended
from saleroom.domain.ticket_sales.sale import Order, Sale


def record_payment(sale: Sale, command: c.RecordPayment, at: datetime) -> list[e.Fact]:
    """An attempt succeeded or was refused. Raises: RefusedError unknown_order."""
    order = sale.orders.get(command.order)
    if order is None or not 1 <= command.attempt <= len(order.attempts):
        raise RefusedError("unknown_order", order=command.order, attempt=command.attempt)
    known = order.attempts[command.attempt - 1]
    if known == "succeeded" or known == command.outcome:
        return []
    if command.outcome == "refused":
        expires_at = None
        if order.is_unpaid and order.expires_at is not None:
            expires_at = extended(order.placed_at, order.expires_at, at, RETRYING)
        return [e.PaymentRefused(order.order, command.attempt, expires_at, command.provider_ref)]
    if sale.status != "cancelled" and order.is_unpaid:
        return [e.OrderPaid(order.order, command.attempt, tickets_of(sale, order.lines), command.provider_ref)]
    if sale.status != "cancelled" and order.status == "expired" and (again := reclaim(sale, order)) is not None:
        lines, is_same = again
        return [
            e.UnitsReclaimed(order.order, command.attempt, lines, at + PAYING, is_same),
            e.OrderPaid(order.order, command.attempt, tickets_of(sale, lines), command.provider_ref),
        ]
    return [_money_back(sale, order, command)]


def _money_back(sale: Sale, order: Order, command: c.RecordPayment) -> e.RefundIssued:
    reason: RefundReason = "late" if order.paid_attempt is None else "duplicate"
    return e.RefundIssued(len(sale.refunds) + 1, order.order, command.attempt, order.total_minor, reason, command.provider_ref)


def record_refund(sale: Sale, command: c.RecordRefund) -> list[e.Fact]:
    """A refund arrived, or failed; one that failed may still arrive. Raises: RefusedError unknown_refund."""
    refund = sale.refunds.get(command.refund)
    if refund is None:
        raise RefusedError("unknown_refund", refund=command.refund)
    has_arrived, has_failed = refund.status in ("succeeded", "paid_twice"), refund.status in ("failed", "settled_by_hand")
    if has_arrived or (has_failed and command.outcome == "failed"):
        return []
    if has_failed:
        is_twice = refund.status == "settled_by_hand"
        return [e.RefundPaidAfterAll(command.refund, refund.order, refund.amount_minor, is_twice, command.provider_ref)]
    return [e.RefundSettled(command.refund, refund.order, command.outcome, command.provider_ref)]


def settle_by_hand(sale: Sale, command: c.SettleRefundByHand) -> list[e.Fact]:
    """A refund that failed was paid another way; nothing moves money here. Raises: RefusedError."""
    if command.by != sale.organizer_id and not command.is_admin:
        raise RefusedError("not_yours")
    refund = sale.refunds.get(command.refund)
    if refund is None:
        raise RefusedError("unknown_refund", refund=command.refund)
    if not command.note.strip():
        raise RefusedError("malformed", field="note", reason="Say how it was paid back, such as: bank transfer.")
    if refund.status in ("settled_by_hand", "paid_twice"):
        raise RefusedError("refund_settled", refund=command.refund)
    if refund.status != "failed":
        raise RefusedError("refund_not_failed", refund=command.refund, refund_status=refund.status)
    return [e.RefundSettledByHand(command.refund, refund.order, refund.amount_minor, command.by, command.note.strip())]
