"""The rules of a sale that are arithmetic: how long units are held (TK-HLD), and what comes back of a price (TK-ORD)."""

from datetime import datetime, timedelta
from typing import Final

from saleroom.domain.ticket_sales.commands import RefundPolicy

PAYING: Final = timedelta(minutes=5)  # after pay was pressed
RETRYING: Final = timedelta(minutes=10)  # after a payment came to nothing
LIFE_MAX: Final = timedelta(hours=2)  # of a hold with all its extensions


def held_until(placed_at: datetime, hold_seconds: int) -> datetime:
    """When a new hold is over: at that very moment its units are free."""
    return placed_at + timedelta(seconds=hold_seconds)


def extended(placed_at: datetime, expires_at: datetime, at: datetime, by: timedelta) -> datetime:
    """When a hold is over that lasts at least `by` from now on, but never longer than the life of a hold."""
    return max(expires_at, min(at + by, placed_at + LIFE_MAX))


def refund_minor(price_minor: int, policy: RefundPolicy | None, starts_at: datetime, at: datetime) -> int | None:
    """What a buyer gets back of a ticket: all, all but the fee, or None: it is too late. A free ticket can always be given back."""
    if price_minor == 0:
        return 0
    if policy is None:
        return price_minor if at < starts_at else None
    if policy.full_until is not None and at < policy.full_until:
        return price_minor
    if policy.fee_until is not None and at < policy.fee_until:
        return max(0, price_minor - policy.fee_minor)
    return None


def refunds_until(policy: RefundPolicy | None, starts_at: datetime) -> datetime | None:
    """Until when a ticket that costs something can be given back at all."""
    if policy is None:
        return starts_at
    return max((time for time in (policy.full_until, policy.fee_until) if time is not None), default=None)
