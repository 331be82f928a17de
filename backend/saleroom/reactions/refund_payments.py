"""When a refund was issued, the payment provider makes the money go back, and the log hears what became of it.

The provider knows a refund by its number, and the log by a command id made of that number, so a kill anywhere between them is
repaired by doing all of it again: the money goes back once and the fact stands once.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final
from uuid import UUID, uuid5

from saleroom.domain.decider import Refused
from saleroom.domain.ticket_sales.commands import RecordRefund
from saleroom.domain.ticket_sales.events import Fact, OrdersUnwound, RefundIssued
from saleroom.eventlog.log import Outcome
from saleroom.eventlog.outbox import Leased
from saleroom.eventlog.subscription import Published
from saleroom.payments.provider import PaymentProvider, ProviderAwayError, Refund
from saleroom.reactions.errands import FailedForGoodError

_NAMESPACE: Final = UUID("0d4c5b1e-2f0a-5d0b-8a55-6c2f8f8f7a21")

Ask = Callable[[int, Any, UUID], Awaitable[Outcome]]


def refund_command_id(refund_id: int, outcome: str) -> UUID:
    """The command id of what became of a refund: the same from any worker and at any hour."""
    return uuid5(_NAMESPACE, f"{refund_id}/{outcome}")


class RefundPayments:
    """Carries out refunds; called by `Errands`.

    Args:
        provider: who took the payments; None where nobody does any more.
        ask: `Handle.ask`.
    """

    def __init__(self, provider: PaymentProvider | None, ask: Ask) -> None:
        self._provider, self._ask = provider, ask

    async def __call__(self, row: Leased) -> str:
        """One refund; what the provider said.

        Raises:
            ProviderAwayError, Busy: later again.
            FailedForGoodError: the provider will not, which the log knows then; or the log knows no such refund.
        """
        if self._provider is None:
            raise ProviderAwayError("nobody takes payments here any more: set SALEROOM_PAYMENTS as it was, or pay by hand")
        told = row.payload
        refund = Refund(told["refund_id"], told["order_id"], told["attempt"], told["amount_minor"], told["reason"])
        became = await self._provider.refund(refund)
        command = RecordRefund(told["refund"], became.outcome, became.reference)
        outcome = await self._ask(row.stream_id, command, refund_command_id(refund.refund_id, became.outcome))
        if isinstance(outcome, Refused):
            raise FailedForGoodError(f"the log refused what became of it: {outcome.code}")
        if became.outcome == "failed":
            raise FailedForGoodError(became.why_not or "the provider made no refund")
        return became.reference


def is_refund(fact: Fact) -> bool:
    """Whether a fact makes money go back, so that a commit of this worker can be acted on at once."""
    return isinstance(fact, RefundIssued | OrdersUnwound)


def heard(wake: Callable[[], None]) -> Callable[[Published], None]:
    """A listener for the commits of this worker."""

    def listen(published: Published) -> None:
        if any(is_refund(recorded.fact) for recorded in published.recorded):
            wake()

    return listen
