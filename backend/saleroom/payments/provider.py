"""What the house asks of whoever takes its payments, and what such a provider tells it.

Law: nothing here happens twice. A payment is named by order and attempt, a refund by its own number; asking again for the
same one finds it and moves no money. The house believes a callback by its signature and by nothing else.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

Told = Literal["succeeded", "refused"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to pay an order.

    Attributes:
        order_id: as people see it.
        number: counts the attempts of the order from 1.
        words: what is paid for, as the payer reads it.
        return_url: where the payer goes when it is done.
    """

    order_id: int
    number: int
    amount_minor: int
    currency: str
    words: str
    return_url: str


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that goes back.

    Attributes:
        refund_id: names it for ever; the same again is the same refund.
        attempt: the payment that it is taken from; None for whichever paid the order.
    """

    refund_id: int
    order_id: int
    attempt: int | None
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class Refunded:
    """What became of a refund. `reference` is the provider's own name for it; `why_not` explains a failed one."""

    outcome: Literal["succeeded", "failed"]
    reference: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Callback:
    """What a provider tells the house of an attempt. `reference` is the provider's own name for the payment."""

    order_id: int
    attempt: int
    outcome: Told
    reference: str


class ProviderAwayError(Exception):
    """The provider could not be asked, or gave no answer that counts: ask again later."""


class PaymentProvider(Protocol):
    """Somebody who takes payments for the house."""

    async def begin(self, attempt: Attempt) -> str:
        """The address of the page where the payer pays; the same one again for the same attempt.

        Raises:
            ProviderAwayError: ask again later.
        """

    async def refund(self, refund: Refund) -> Refunded:
        """Give money back, once for each refund id, and tell what became of it, the same each time.

        Raises:
            ProviderAwayError: unknown is not failed; ask again with the same id.
        """

    def verify_callback(self, body: bytes, signature: str) -> Callback | None:
        """What a callback says, or None when the provider did not send it now."""
