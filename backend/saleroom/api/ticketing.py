"""The doors of buying: grab, hold, give up, pay.

Every press is one command, decided under the sale's lock and answered after COMMIT; the same Idempotency-Key finds the same answer.
"""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query

from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.event_answers import Checkout
from saleroom.api.order_forms import Order, found_order, order_json, order_parts, sale_stream
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.ticketing_forms import COUNT_MAX, HoldForm
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id
from saleroom.domain.ticket_sales.commands import Checkout as PressPay
from saleroom.domain.ticket_sales.commands import Grab, Hold, ReleaseHold
from saleroom.domain.ticket_sales.events import CheckoutStarted, OrderPlaced
from saleroom.eventlog.log import Accepted
from saleroom.payments.provider import Attempt, ProviderAwayError
from saleroom.projections.order_lists import FoundOrder

router = APIRouter(route_class=GuardedRoute, tags=["tickets"])

PRESSES: Final = (
    "unknown_event", "unknown_order", "not_verified", "malformed", "unsupported_media_type",
    "too_large", "rate_limited",
)
_ORDERS: Final = ("unknown_event", "unknown_order", "malformed", "unsupported_media_type", "too_large")

TypeId = Annotated[int, Query(ge=1, le=COUNT_MAX)]


@router.post("/events/{event_id}/tickets", status_code=201, responses=documented(*PRESSES, *refusals(Grab)))
async def grab_tickets(
    house: TheHouse, person: SignedIn, event_id: int, ticket_type_id: TypeId, quantity: TypeId = 1,
    idempotency_key: IdempotencyKey = None,
) -> Order:
    """Have tickets of one type at once: what costs nothing is yours, the rest is held until `expires_at`; seats are the best there are."""
    may_buy(house, person)
    stream, command_id = sale_stream(event_id), command_id_of(idempotency_key)
    house.count_bid(person.id)
    accepted = await ask(house, stream, Grab(person.id, ticket_type_id, quantity), command_id)
    return await _order(house, event_id, accepted)


@router.post("/events/{event_id}/holds", status_code=201, responses=documented(*PRESSES, *refusals(Hold)))
async def hold_tickets(
    house: TheHouse, person: SignedIn, event_id: int, form: HoldForm, idempotency_key: IdempotencyKey = None
) -> Order:
    """Hold tickets while paying, all or nothing: `lines` of types, `seats` picked by hand, or both; or the `best_available` of a type."""
    may_buy(house, person)
    stream, command_id = sale_stream(event_id), command_id_in(idempotency_key, form.command_id)
    command = form.command(person.id)
    house.count_bid(person.id)
    return await _order(house, event_id, await ask(house, stream, command, command_id))


@router.delete("/holds/{order_id}", responses=documented(*_ORDERS, *refusals(ReleaseHold)))
async def release_hold(house: TheHouse, person: SignedIn, order_id: int, idempotency_key: IdempotencyKey = None) -> Order:
    """Give up an order that is not paid; its tickets are free at once."""
    await found_order(house, order_id)
    sale, n = order_parts(order_id)
    await ask(house, sale_stream(sale), ReleaseHold(person.id, n), command_id_of(idempotency_key))
    return await order_json(house, order_id)


@router.post("/holds/{order_id}/checkout", responses=documented(*_ORDERS, *refusals(PressPay), "no_payments", "payment_away"))
async def check_out(house: TheHouse, person: SignedIn, order_id: int, idempotency_key: IdempotencyKey = None) -> Checkout:
    """Press pay. The tickets are kept five minutes at least from now on; what lapsed before is refused before anybody is charged."""
    sale, n = order_parts(order_id)
    found = await found_order(house, order_id)
    if house.payments is None and found.order.total_minor:
        raise RefusedError("no_payments")
    accepted = await ask(house, sale_stream(sale), PressPay(person.id, n), command_id_of(idempotency_key))
    started = next((one.fact for one in accepted.recorded if isinstance(one.fact, CheckoutStarted)), None)
    if started is None:
        return Checkout(order_id=order_id, status="paid", attempt=None, payment_url=None, expires_at=None)
    address = await _payment(house, found, started)
    return Checkout(
        order_id=order_id, status="pending", attempt=started.attempt, payment_url=address, expires_at=started.expires_at.isoformat()
    )


async def _payment(house: House, found: FoundOrder, started: CheckoutStarted) -> str:
    """The provider's page for an attempt; asked again it is the same page.

    Raises:
        RefusedError: no_payments, payment_away.
    """
    attempt = Attempt(
        found.id, started.attempt, started.amount_minor, house.policy.currency, found.title,
        f"{house.policy.public_address}/orders/{found.id}",
    )
    if house.payments is None:
        raise RefusedError("no_payments")
    try:
        return await house.payments.begin(attempt)
    except ProviderAwayError:
        raise RefusedError("payment_away") from None


def may_buy(house: House, person: Person) -> None:
    """Raises: RefusedError not_verified, where the house sells to confirmed accounts only."""
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")


def command_id_in(header: str | None, body: str | None) -> UUID:
    """The id of the header, or else of the body."""
    return command_id_of(body if header is None else header)


async def _order(house: House, event_id: int, accepted: Accepted) -> Order:
    """The order that a command placed; filled in with its facts, so it is there."""
    n = next(one.fact.order for one in accepted.recorded if isinstance(one.fact, OrderPlaced))
    return await order_json(house, item_id(event_id, n))
