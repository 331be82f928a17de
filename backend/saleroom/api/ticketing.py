"""The doors of buying: grab, hold, give up, pay, and queue in the lanes of an event; and who directs the queue.

Every press is one command, decided under the sale's lock and answered after COMMIT; the same Idempotency-Key finds the same answer.
"""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Query

from saleroom.accounts.sign_in import Person
from saleroom.api import problems
from saleroom.api.asking import ask
from saleroom.api.auctions import NUMBER_MAX, IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.event_answers import Checkout, EventQueue, QueuePlace, RequestResult, RequestTaken
from saleroom.api.events import own_row, row_of
from saleroom.api.order_forms import Order, found_order, order_json, order_parts, sale_stream
from saleroom.api.problems import documented
from saleroom.api.ticketing_forms import COUNT_MAX, HoldForm, QueueForm, RequestForm, type_asked
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id, item_parts
from saleroom.domain.ticket_sales.commands import Checkout as PressPay
from saleroom.domain.ticket_sales.commands import Grab, ReleaseHold, RequestTickets
from saleroom.domain.ticket_sales.events import CheckoutStarted, OrderPlaced, RequestQueued
from saleroom.eventlog.log import Accepted
from saleroom.payments.provider import Attempt, ProviderAwayError
from saleroom.projections import ticket_requests, ticket_sales
from saleroom.projections.order_lists import FoundOrder

router = APIRouter(route_class=GuardedRoute, tags=["tickets"])

PRESSES: Final = (
    "not_signed_in", "foreign_origin", "unknown_event", "unknown_ticket_type", "not_verified", "not_on_sale", "command_conflict",
    "malformed", "unsupported_media_type", "too_large", "rate_limited", "busy",
)
_ORDERS: Final = (
    "not_signed_in", "foreign_origin", "not_yours", "unknown_order", "hold_expired", "wrong_order_status", "command_conflict", "malformed",
    "unsupported_media_type", "too_large", "busy",
)

TypeId = Annotated[int, Query(ge=1, le=COUNT_MAX)]


@router.post("/events/{event_id}/tickets", status_code=201, responses=documented(*PRESSES, "sold_out", "limit_reached", "too_many_at_once"))
async def grab_tickets(
    house: TheHouse, person: SignedIn, event_id: int, ticket_type_id: TypeId, quantity: TypeId = 1,
    idempotency_key: IdempotencyKey = None,
) -> Order:
    """Have tickets of one type at once: what costs nothing is yours, the rest is held until `expires_at`; seats are the best there are."""
    _may_buy(house, person)
    stream, command_id = sale_stream(event_id), command_id_of(idempotency_key)
    house.count_bid(person.id)
    accepted = await ask(house, stream, Grab(person.id, ticket_type_id, quantity), command_id)
    return await _order(house, event_id, accepted)


@router.post(
    "/events/{event_id}/holds", status_code=201,
    responses=documented(*PRESSES, "unknown_seat", "sold_out", "seats_taken", "orphan_seat", "limit_reached", "too_many_at_once"),
)
async def hold_tickets(
    house: TheHouse, person: SignedIn, event_id: int, form: HoldForm, idempotency_key: IdempotencyKey = None
) -> Order:
    """Hold tickets while paying, all or nothing: `lines` of types, `seats` picked by hand, or both; or the `best_available` of a type."""
    _may_buy(house, person)
    stream, command_id = sale_stream(event_id), _command_id(idempotency_key, form.command_id)
    command = form.command(person.id)
    house.count_bid(person.id)
    return await _order(house, event_id, await ask(house, stream, command, command_id))


@router.delete("/holds/{order_id}", responses=documented(*_ORDERS))
async def release_hold(house: TheHouse, person: SignedIn, order_id: int, idempotency_key: IdempotencyKey = None) -> Order:
    """Give up an order that is not paid; its tickets are free at once."""
    await found_order(house, order_id)
    sale, n = order_parts(order_id)
    await ask(house, sale_stream(sale), ReleaseHold(person.id, n), command_id_of(idempotency_key))
    return await order_json(house, order_id)


@router.post("/holds/{order_id}/checkout", responses=documented(*_ORDERS, "sale_cancelled", "no_payments", "payment_away"))
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


@router.post(
    "/ticket-requests", status_code=201, responses=documented(*PRESSES, "sold_out", "limit_reached", "too_many_at_once", "queue_full")
)
async def request_tickets(
    house: TheHouse, person: SignedIn, form: RequestForm, idempotency_key: IdempotencyKey = None
) -> RequestTaken:
    """Queue for tickets in the lane of their type: served at once, in turns, unless the queue is paused.

    `ticket_type` is the name or the id of a type, else a lane (`VIP`, `Regular`), which stands for the first type in it.
    """
    _may_buy(house, person)
    command_id = _command_id(idempotency_key, form.command_id)
    row = await row_of(house, form.event_id)
    kind = type_asked(row.terms.types, form.ticket_type)
    house.count_bid(person.id)
    accepted = await ask(house, sale_stream(row.id), RequestTickets(person.id, kind.id, form.quantity), command_id)
    n = next(one.fact.request for one in accepted.recorded if isinstance(one.fact, RequestQueued))
    request = await ticket_requests.one(house.pool, row.id, n)
    assert request is not None
    return RequestTaken(request_id=item_id(row.id, n), position=request.position or 0, ticket_type=kind.name)


@router.get("/queue/position", responses=documented("not_signed_in", "malformed"))
async def queue_position(house: TheHouse, person: SignedIn, request_id: int) -> QueuePlace:
    """Where a request of one's own stands; its event's organiser and administrators may ask for any. Others' are `unknown`."""
    sale, n = item_parts(request_id)
    request = await ticket_requests.one(house.pool, sale, n) if 0 < sale <= NUMBER_MAX and n else None
    if request is None or not (request.person_id == person.id or await _directs(house, person, sale)):
        return QueuePlace(status="unknown", position=None)
    if request.position is not None:
        return QueuePlace(status="queued", position=request.position)
    if request.order is not None:
        return QueuePlace(status="done", position=0, result=RequestResult(order_id=item_id(sale, request.order), code=None, reason=None))
    reason = problems.sentence(request.code, {})
    return QueuePlace(status="done", position=0, result=RequestResult(order_id=None, code=request.code, reason=reason))


async def _directs(house: House, person: Person, sale: int) -> bool:
    row = None if person.is_admin else await ticket_sales.one(house.pool, sale)
    return person.is_admin or (row is not None and row.organizer_id == person.id)


@router.post(
    "/events/{event_id}/queue",
    responses=documented(
        "not_signed_in", "foreign_origin", "not_yours", "unknown_event", "command_conflict", "malformed", "unsupported_media_type",
        "too_large", "busy",
    ),
)
async def direct_queue(
    house: TheHouse, person: SignedIn, event_id: int, form: QueueForm, idempotency_key: IdempotencyKey = None
) -> EventQueue:
    """Pause the queue, let it go on, or serve the next `count` of a paused one: the organiser and administrators."""
    await own_row(house, person, event_id)
    await ask(house, sale_stream(event_id), form.command(person.id), command_id_of(idempotency_key))
    row = await row_of(house, event_id)
    queue: dict[str, Any] = row.state["queue"]
    return EventQueue(paused=queue["paused"], waiting=queue["waiting"], seq=row.version)


def _may_buy(house: House, person: Person) -> None:
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")


def _command_id(header: str | None, body: str | None) -> UUID:
    """The id of the header, or else of the body."""
    return command_id_of(body if header is None else header)


async def _order(house: House, event_id: int, accepted: Accepted) -> Order:
    """The order that a command placed; filled in with its facts, so it is there."""
    n = next(one.fact.order for one in accepted.recorded if isinstance(one.fact, OrderPlaced))
    return await order_json(house, item_id(event_id, n))
