"""The doors of an event's queue: wait in the lane of a ticket type, see one's place, leave; and who directs the queue.

A queue that is not paused serves at once, in turns. A place counts over both lanes.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Query

from saleroom.accounts.sign_in import Person
from saleroom.api import problems
from saleroom.api.asking import ask
from saleroom.api.auctions import NUMBER_MAX, IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.event_answers import EventQueue, OwnRequest, QueuePlace, QueueSeen, RequestResult, RequestTaken, lengths_json
from saleroom.api.events import own_row, row_of
from saleroom.api.order_forms import sale_stream
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.ticketing import PRESSES, command_id_in, may_buy
from saleroom.api.ticketing_forms import QueueForm, RequestForm, type_asked
from saleroom.api.who import GuardedRoute, MaybePerson, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id, item_parts
from saleroom.domain.ticket_sales.commands import LeaveQueue, PauseQueue, RequestTickets, ResumeQueue, ServeQueue
from saleroom.domain.ticket_sales.events import RequestQueued
from saleroom.projections import ticket_requests, ticket_sales
from saleroom.projections.ticket_requests import TicketRequest

router = APIRouter(route_class=GuardedRoute, tags=["queue"])

_WRITE: Final = ("malformed", "unsupported_media_type", "too_large")

RequestId = Annotated[int, Query(description="The number that `POST /ticket-requests` answered.")]


@router.post("/ticket-requests", status_code=201, responses=documented(*PRESSES, *refusals(RequestTickets)))
async def request_tickets(
    house: TheHouse, person: SignedIn, form: RequestForm, idempotency_key: IdempotencyKey = None
) -> RequestTaken:
    """Queue for tickets in the lane of their type: served at once, in turns, unless the queue is paused.

    `ticket_type` is the name or the id of a type, else a lane (`VIP`, `Regular`), which stands for the first type in it.
    """
    may_buy(house, person)
    command_id = command_id_in(idempotency_key, form.command_id)
    row = await row_of(house, form.event_id)
    kind = type_asked(row.terms.types, form.ticket_type)
    house.count_bid(person.id)
    accepted = await ask(house, sale_stream(row.id), RequestTickets(person.id, kind.id, form.quantity), command_id)
    n = next(one.fact.request for one in accepted.recorded if isinstance(one.fact, RequestQueued))
    request = await ticket_requests.one(house.pool, row.id, n)
    assert request is not None
    return RequestTaken(request_id=item_id(row.id, n), position=request.position or 0, ticket_type=kind.name)


@router.delete("/ticket-requests/{request_id}", responses=documented(*_WRITE, *refusals(LeaveQueue)))
async def leave_queue(house: TheHouse, person: SignedIn, request_id: int, idempotency_key: IdempotencyKey = None) -> QueuePlace:
    """Wait no longer; whoever stands behind moves up."""
    command_id = command_id_of(idempotency_key)
    sale, n = item_parts(request_id)
    request = await _request(house, sale, n)
    if request is None or request.person_id != person.id:
        raise RefusedError("unknown_request")
    await ask(house, sale_stream(sale), LeaveQueue(person.id, n), command_id)
    left = await _request(house, sale, n)
    assert left is not None
    return _place(sale, left)


@router.get("/queue/position", responses=documented("malformed"))
async def queue_position(house: TheHouse, person: SignedIn, request_id: RequestId) -> QueuePlace:
    """Where a request of one's own stands; its event's organiser and administrators may ask for any. Others' are `unknown`."""
    sale, n = item_parts(request_id)
    request = await _request(house, sale, n)
    if request is None or not (request.person_id == person.id or await _directs(house, person, sale)):
        return QueuePlace(status="unknown", position=None)
    return _place(sale, request)


@router.get("/events/{event_id}/queue", responses=documented("unknown_event", "malformed"))
async def read_queue(house: TheHouse, person: MaybePerson, event_id: int) -> QueueSeen:
    """How long the lanes of an event are, and where one's own requests stand."""
    row = await row_of(house, event_id)
    names = {kind.id: kind.name for kind in row.terms.types}
    found = await ticket_requests.of_person(house.pool, event_id, person.id) if person else []
    mine = [
        OwnRequest(
            request_id=item_id(event_id, one.n), ticket_type=names.get(one.type_id, ""), quantity=one.quantity,
            **_place(event_id, one).model_dump(),
        )
        for one in found
    ]
    return QueueSeen(**lengths_json(row.state).model_dump(), seq=row.version, mine=mine)


@router.post("/events/{event_id}/queue", responses=documented(*_WRITE, *refusals(PauseQueue, ResumeQueue, ServeQueue), "not_yours"))
async def direct_queue(
    house: TheHouse, person: SignedIn, event_id: int, form: QueueForm, idempotency_key: IdempotencyKey = None
) -> EventQueue:
    """Pause the queue, let it go on, or serve the next `count` of a paused one: the organiser and administrators."""
    await own_row(house, person, event_id)
    await ask(house, sale_stream(event_id), form.command(person.id), command_id_of(idempotency_key))
    row = await row_of(house, event_id)
    return EventQueue(**lengths_json(row.state).model_dump(), seq=row.version)


async def _request(house: House, sale: int, n: int) -> TicketRequest | None:
    return await ticket_requests.one(house.pool, sale, n) if 0 < sale <= NUMBER_MAX and n else None


def _place(sale: int, request: TicketRequest) -> QueuePlace:
    """Where a request stands, or what came of it."""
    if request.position is not None:
        return QueuePlace(status="queued", position=request.position)
    if request.order is not None:
        return QueuePlace(status="done", position=0, result=RequestResult(order_id=item_id(sale, request.order), code=None, reason=None))
    reason = problems.sentence(request.code, {})
    return QueuePlace(status="done", position=0, result=RequestResult(order_id=None, code=request.code, reason=reason))


async def _directs(house: House, person: Person, sale: int) -> bool:
    row = None if person.is_admin else await ticket_sales.one(house.pool, sale)
    return person.is_admin or (row is not None and row.organizer_id == person.id)
