"""The doors of concerts: the programme, putting one on sale, changing it, calling it off, and what is left of it.

A concert is a `ticket_sale` in code. Buying has its own doors in `api/ticketing.py`. A write is one command, decided under the sale's
lock and answered after COMMIT.
"""

from typing import Annotated, Any, Final
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request, Response

from saleroom.accounts.sign_in import Person
from saleroom.api import posters
from saleroom.api.asking import ask
from saleroom.api.auctions import NUMBER_MAX, IdempotencyKey
from saleroom.api.bodies import FORM_TYPE, content_type, read_form, read_json, validated
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.event_answers import Availability, Event, EventSeats, availability_json, event_json, shares_zones
from saleroom.api.event_forms import AS_JSON, BODY, TAKEN_AWAY, EventForm
from saleroom.api.event_search import EventSearch
from saleroom.api.fields import AMOUNTS
from saleroom.api.order_forms import sale_stream
from saleroom.api.posters import UNDECIDED, Posters
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.seating.shape import Hall, hall_from_json
from saleroom.domain.ticket_sales.commands import CancelSale, CreateSale, EditSale, SaleTerms
from saleroom.eventlog.numbers import claim_number
from saleroom.projections import seat_maps, ticket_sales
from saleroom.projections.ticket_sales import SaleRow

router = APIRouter(route_class=GuardedRoute, tags=["events"])

WRITES: Final = ("unknown_event", "command_conflict", "malformed", "unsupported_media_type", "too_large", "busy")
_FORMS: Final = (*WRITES, *AMOUNTS, "not_verified", "no_payments", "unknown_seat_map", "too_many_pixels")


@router.get("/events", responses=documented("malformed"))
async def list_events(house: TheHouse, response: Response, wanted: Annotated[EventSearch, Query()]) -> list[Event]:
    """The programme, by the beginnings of words in title, organizer and place, by day in UTC, by organiser and by status.

    X-Total-Count tells how many there are in all.
    """
    rows, total = await ticket_sales.find(house.pool, wanted.query())
    response.headers["X-Total-Count"] = str(total)
    now = house.clock()
    return [event_json(row, now) for row in rows]


@router.get("/events/{event_id}", responses=documented("unknown_event", "malformed"))
async def read_event(house: TheHouse, event_id: int) -> Event:
    """One event, with the figures of its head row: never stale."""
    return await event_of(house, event_id)


@router.get("/events/{event_id}/seats", response_model=EventSeats, responses=documented("unknown_event", "malformed"))
async def read_seats(house: TheHouse, event_id: int) -> Response:
    """The hall of an event and what became of each seat; `hall` is null where there is none."""
    found = await ticket_sales.seats_of(house.pool, event_id) if 0 < event_id <= NUMBER_MAX else None
    if found is None:
        raise RefusedError("unknown_event")
    told = orjson.dumps({"seq": found.version, "all": found.seats, "types_by_zone": found.types_by_zone})
    hall = (found.hall or "null").encode()  # kept as JSON text, and some hundred kB: handed on as it is
    return Response(told[:-1] + b',"hall":' + hall + b"}", media_type="application/json")


@router.get("/availability", responses=documented("unknown_event", "malformed"))
async def read_availability(house: TheHouse, event_id: int) -> Availability:
    """How many tickets are left in each lane, and of each type; what types share, a zone or a quota, counts once in its lane."""
    row = await row_of(house, event_id)
    seats = await ticket_sales.seats_of(house.pool, event_id) if shares_zones(row) else None
    return availability_json(row, seats.hall if seats else None)


@router.post("/events", status_code=201, responses=documented(*_FORMS, *refusals(CreateSale)), openapi_extra=dict(BODY))
async def create_event(house: TheHouse, person: SignedIn, request: Request, idempotency_key: IdempotencyKey = None) -> Event:
    """Put a concert on sale; whoever does is its organiser. A retry with the same Idempotency-Key finds the same event.

    `available_qty` of a ticket type is how many there are of it in all.
    """
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")
    command_id = command_id_of(idempotency_key)
    form, files = await _read(request)
    hall = await _hall(house, form)
    terms = _payable(house, form.terms(hall))
    kept = await _kept(house, person, form, files, command_id)
    form = _with(form, kept)
    number = await claim_number(house.pool, "ticket_sales", command_id)
    await _ask(house, number, CreateSale(person.id, form.words(), terms, hall), command_id, kept)
    return await event_of(house, number)


def _payable(house: House, terms: SaleTerms) -> SaleTerms:
    """Terms under which somebody takes the money.

    Raises:
        RefusedError: no_payments, when a type costs something in a house that takes no payments.
    """
    if house.payments is None and any(kind.price_minor for kind in terms.types):
        raise RefusedError("no_payments")
    return terms


@router.put("/events/{event_id}", openapi_extra=dict(BODY), responses=documented(*_FORMS, *refusals(EditSale)))
async def change_event(
    house: TheHouse, person: SignedIn, event_id: int, request: Request, idempotency_key: IdempotencyKey = None
) -> Event:
    """Change an event: its organiser or an administrator. Title and times must be there, and what else is left out gets its default;
    only pictures, hall, ticket types and the settings of the box office (quotas, hold time, lanes, blocked seats) stay.

    A ticket type is known by its id, else by its name. An edit never refills: `available_qty` is how many there are in all, those that
    are sold, pending and held included; fewer than these are refused with `under_sold`.
    """
    sale = await own_row(house, person, event_id)
    command_id = command_id_of(idempotency_key)
    form, files = await _read(request)
    hall = await _hall(house, form)
    terms = _payable(house, form.terms_over(sale, hall or await _placed_hall(house, sale, form)))
    kept = await _kept(house, person, form, files, command_id)
    command = EditSale(person.id, person.is_admin, _with(form, kept).words_over(sale), terms, hall)
    await _ask(house, event_id, command, command_id, kept)
    return await event_of(house, event_id)


@router.delete("/events/{event_id}", responses=documented(*WRITES, *refusals(CancelSale)))
async def cancel_event(
    house: TheHouse, person: SignedIn, event_id: int,
    reason: Annotated[str, Query(max_length=500, description="Shown to everyone who has tickets.")] = "",
    idempotency_key: IdempotencyKey = None,
) -> Event:
    """Call an event off: its organiser or an administrator. Every order is undone and refunded."""
    await own_row(house, person, event_id)
    command = CancelSale(person.id, person.is_admin, reason.replace("\x00", ""))
    await ask(house, sale_stream(event_id), command, command_id_of(idempotency_key))
    return await event_of(house, event_id)


async def row_of(house: House, event_id: int) -> SaleRow:
    """An event by its number.

    Raises:
        RefusedError: unknown_event.
    """
    row = await ticket_sales.one(house.pool, event_id) if 0 < event_id <= NUMBER_MAX else None
    if row is None:
        raise RefusedError("unknown_event")
    return row


async def own_row(house: House, person: Person, event_id: int) -> SaleRow:
    """An event that somebody may change.

    Raises:
        RefusedError: unknown_event, not_yours.
    """
    row = await row_of(house, event_id)
    if row.organizer_id != person.id and not person.is_admin:
        raise RefusedError("not_yours")
    return row


async def event_of(house: House, event_id: int) -> Event:
    """An event as everyone may see it, with the figures of now."""
    return event_json(await row_of(house, event_id), house.clock())


async def _read(request: Request) -> tuple[EventForm, dict[str, bytes]]:
    """The form, as JSON or as a form with pictures."""
    if content_type(request) == FORM_TYPE:
        texts, files = await read_form(request, posters.PARTS, AS_JSON)
        texts.update({name: None for name in TAKEN_AWAY if texts.get(name) == "null"})
        return validated(EventForm, texts), files
    return validated(EventForm, await read_json(request)), {}


async def _hall(house: House, form: EventForm) -> Hall | None:
    """The hall that the form brings or names."""
    if form.seat_map_id is None:
        return None if form.hall is None else hall_from_json(form.hall)
    if form.hall is not None:
        raise RefusedError("malformed", field="hall", reason="Say either hall or seat_map_id.")
    stored = await seat_maps.one(house.pool, form.seat_map_id)
    if stored is None or stored.hall is None:
        raise RefusedError("unknown_seat_map")
    return hall_from_json(orjson.loads(stored.hall))


async def _placed_hall(house: House, sale: SaleRow, form: EventForm) -> Hall | None:
    """The hall that an event has, where the form leaves a size to it."""
    if not sale.has_hall or all(kind.has_size for kind in form.ticket_types):
        return None
    found = await ticket_sales.seats_of(house.pool, sale.id)
    return hall_from_json(orjson.loads(found.hall)) if found and found.hall else None


async def _kept(house: House, person: Person, form: EventForm, files: dict[str, bytes], command_id: UUID) -> Posters:
    told = b"%d/%s" % (person.id, form.model_dump_json().encode())
    return await posters.keep(house.studio, files, command_id, told)


def _with(form: EventForm, kept: Posters) -> EventForm:
    """The form with the addresses of the pictures that came with it."""
    shown = {"cover_image": kept.cover_image, "seat_map_url": kept.seat_map_url}
    return form.model_copy(update={name: address for name, address in shown.items() if address})


async def _ask(house: House, number: int, command: Any, command_id: UUID, kept: Posters) -> None:
    """Hand in a command; if it is refused, its pictures go again."""
    try:
        await ask(house, sale_stream(number), command, command_id)
    except RefusedError as error:
        if error.refused.code not in UNDECIDED:
            await posters.drop(house.studio, kept)
        raise
