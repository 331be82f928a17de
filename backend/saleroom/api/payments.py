"""The doors of payments: the page of the practice till, and the one where a payment provider tells what became of a payment.

The till's doors are open to whoever holds the address of a payment, as a provider's page is. The callback is believed by its
signature and by nothing else; what it says goes the way of every command, under an id made of it, so that telling it again
finds the same answer and no money moves twice.
"""

from typing import Annotated, Final
from uuid import UUID, uuid5

from fastapi import APIRouter, Depends, Header, Path, Request
from pydantic import BaseModel

from saleroom.api.asking import ask
from saleroom.api.deps import House, TheHouse
from saleroom.api.origin import refuse_foreign
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import GuardedRoute
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import NUMBER_MAX, item_parts, stream_id
from saleroom.domain.ticket_sales.commands import RecordPayment
from saleroom.payments.practice_till import Choice, Payment, PracticeTill, Status
from saleroom.payments.provider import Callback

router = APIRouter(route_class=GuardedRoute, tags=["payments"])

CALLBACK_BYTES_MAX: Final = 64 * 1024
_NAMESPACE: Final = UUID("b6b1c8e2-5d3e-5b7e-9b0f-0f2f3c6f9d11")


class PaymentPage(BaseModel):
    """A payment at the practice till: `open` until the payer decides, `processing` while the answer takes its time."""

    order_id: int
    attempt: int
    amount_cents: int
    currency: str
    event: str
    return_url: str
    status: Status


class PaymentChoice(BaseModel):
    """What becomes of the payment: `delay` succeeds some seconds later, `twice` is told two times, and what `keep` paid is
    never sent back: refunds of it are refused for good.
    """

    outcome: Choice


class CallbackHeard(BaseModel):
    """The callback was understood; it need not be told again."""

    ok: bool


Token = Annotated[str, Path(max_length=100)]
Signature = Annotated[str | None, Header(alias="Payment-Signature", max_length=200, description="`t=` seconds, `v1=` HMAC-SHA256.")]


def _till(house: House) -> PracticeTill:
    if house.till is None:
        raise RefusedError("unknown_payment")
    return house.till


@router.get("/payments/test/{token}", responses=documented("unknown_payment", "malformed"))
async def read_payment(house: TheHouse, token: Token) -> PaymentPage:
    """What is to be paid, for the page of the practice till."""
    return _page(await _till(house).payment(token))


@router.post("/payments/test/{token}", dependencies=[Depends(refuse_foreign)], responses=documented("unknown_payment", "payment_decided"))
async def decide_payment(house: TheHouse, token: Token, form: PaymentChoice) -> PaymentPage:
    """The payer decides; pressed again it is the same decision. The till then tells the house as a real provider would."""
    return _page(await _till(house).choose(token, form.outcome))


def _page(payment: Payment) -> PaymentPage:
    return PaymentPage(
        order_id=payment.order_id, attempt=payment.attempt, amount_cents=payment.amount_minor, currency=payment.currency,
        event=payment.words, return_url=payment.return_url, status=payment.status,
    )


@router.post(
    "/payments/callback",
    responses=documented("bad_signature", *refusals(RecordPayment), "malformed", "too_large"),
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}},
)
async def hear_callback(house: TheHouse, request: Request, payment_signature: Signature = None) -> CallbackHeard:
    """A payment provider tells what became of an attempt. Told twice it counts once; anything but 2xx is told again later."""
    told = None
    if house.payments is not None:
        told = house.payments.verify_callback(await _body(request), payment_signature or "")
    if told is None:
        raise RefusedError("bad_signature")
    sale, order = item_parts(told.order_id)
    if not 0 < sale <= NUMBER_MAX:
        raise RefusedError("unknown_order")
    command = RecordPayment(order, told.attempt, told.outcome, told.reference)
    await ask(house, stream_id("ticket_sales", sale), command, payment_command_id(told))
    return CallbackHeard(ok=True)


def payment_command_id(told: Callback) -> UUID:
    """The command id of what a provider tells: the same each time it tells it."""
    return uuid5(_NAMESPACE, f"{told.order_id}/{told.attempt}/{told.outcome}/{told.reference}")


async def _body(request: Request) -> bytes:
    body = await request.body()
    if len(body) > CALLBACK_BYTES_MAX:
        raise RefusedError("too_large", bytes_max=CALLBACK_BYTES_MAX)
    return body
