"""The facts of money that goes back, which `events.py` names among those of a sale; what it says of facts holds for them."""

from typing import Literal

from saleroom.domain.values import value

RefundReason = Literal["late", "duplicate", "given_back", "sale_cancelled"]


@value
class RefundIssued:
    """Money goes back to the buyer of an order, from the payment `attempt`; `provider_ref` is that payment's, if this answers it.

    `late`: no units were left when the payment came; `duplicate`: the order was paid already; `given_back`: by the buyer or staff.
    """

    refund: int
    order: int
    attempt: int
    amount_minor: int
    reason: RefundReason
    provider_ref: str = ""


@value
class RefundSettled:
    """The payment provider told what became of a refund."""

    refund: int
    order: int
    outcome: Literal["succeeded", "failed"]
    provider_ref: str = ""


@value
class RefundSettledByHand:
    """A refund that failed was paid another way; `note` says how, in the words of whoever did it."""

    refund: int
    order: int
    amount_minor: int
    by: int
    note: str


@value
class RefundPaidAfterAll:
    """The payment provider paid a refund that it had refused; `is_twice`: it had been settled by hand by then, so it was paid twice."""

    refund: int
    order: int
    amount_minor: int
    is_twice: bool
    provider_ref: str = ""
