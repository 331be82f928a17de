"""The doors of seat maps: halls that are drawn or made by formula once, and copied into every event that uses them.

A hall comes and goes as the same JSON everywhere: what `/export` gives, `POST /seat-maps` takes.
"""

from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from saleroom.api.asking import ask
from saleroom.api.auctions import NUMBER_MAX, IdempotencyKey, Limit, Offset
from saleroom.api.bodies import JSON_TYPE, read_json
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import stream_id
from saleroom.domain.seat_maps.commands import DrawSeatMap, RedrawSeatMap, RemoveSeatMap
from saleroom.domain.seating.generate import form_from_json, generate
from saleroom.domain.seating.shape import Hall, hall_from_json, hall_json
from saleroom.eventlog.numbers import claim_number
from saleroom.projections import seat_maps
from saleroom.projections.seat_maps import SeatMapRow

router = APIRouter(route_class=GuardedRoute, tags=["seat maps"])

_WRITE: Final = ("malformed", "unsupported_media_type", "too_large")


def _body(name: str, description: str, required: list[str]) -> dict[str, Any]:
    schema = {"title": name, "type": "object", "description": description, "required": required, "additionalProperties": True}
    return {"requestBody": {"required": True, "content": {JSON_TYPE: {"schema": schema}}}}


_HALL: Final = _body(
    "Hall",
    "name, focal {x, y}, zones [{id, name}], sections [{id, name, rows [{name, seats [{id, number, x, y, zone, kind, aisle_after}]}]}], "
    "standing [{id, name, zone, capacity, x, y, width, height}]. Lengths are in seat widths.",
    ["name"],
)
_FORM: Final = _body(
    "HallForm",
    "name, rows, seats (in the front row), wider (how many more seats each row has), aisles_after [seat numbers], curve (0 to 100), "
    "zones [{name, rows}] from the front, standing (how many people in front of the rows).",
    ["name", "rows", "seats"],
)


class ListedSeatMap(BaseModel):
    """A stored hall in a list: how many seats and how many standing places it has."""

    id: int
    name: str
    owner_id: int
    seats: int
    standing: int
    created_at: str
    seq: int


class SeatMap(ListedSeatMap):
    """A stored hall with its seats."""

    hall: dict[str, Any]


@router.get("/seat-maps", responses=documented("malformed"))
async def list_seat_maps(
    house: TheHouse, person: SignedIn, response: Response, q: Annotated[str, Query(max_length=200)] = "", mine: bool = False,
    limit: Limit = 20, offset: Offset = 0,
) -> list[ListedSeatMap]:
    """The stored halls, by the beginnings of words in number and name; `mine` only one's own. X-Total-Count tells how many there are."""
    owner = person.id if mine else None
    rows, total = await seat_maps.find(house.pool, q, owner_id=owner, limit=limit, offset=offset)
    response.headers["X-Total-Count"] = str(total)
    return [ListedSeatMap(**_words(row)) for row in rows]


@router.post(
    "/seat-maps", status_code=201, response_model=SeatMap, openapi_extra=_HALL,
    responses=documented(*_WRITE, *refusals(DrawSeatMap), "unknown_seat_map"),
)
async def draw_seat_map(house: TheHouse, person: SignedIn, request: Request, idempotency_key: IdempotencyKey = None) -> Response:
    """Keep a hall, drawn or exported elsewhere. A retry with the same Idempotency-Key finds the same seat map."""
    command_id = command_id_of(idempotency_key)
    hall = await _sent_hall(request)
    number = await claim_number(house.pool, "seat_maps", command_id)
    await ask(house, _stream(number), DrawSeatMap(person.id, hall), command_id)
    return _told(await _row(house, number), 201)


@router.post("/seat-maps/generate", responses=documented(*_WRITE), openapi_extra=_FORM)
async def generate_hall(person: SignedIn, request: Request) -> dict[str, Any]:
    """Make a hall by formula: so many rows of so many seats, with aisles and a curve. Nothing is stored."""
    return hall_json(generate(form_from_json(await read_json(request))))


@router.get("/seat-maps/{seat_map_id}", response_model=SeatMap, responses=documented("malformed", "unknown_seat_map"))
async def read_seat_map(house: TheHouse, person: SignedIn, seat_map_id: int) -> Response:
    """A stored hall."""
    return _told(await _row(house, seat_map_id))


@router.get("/seat-maps/{seat_map_id}/export", response_model=dict[str, Any], responses=documented("malformed", "unknown_seat_map"))
async def export_hall(house: TheHouse, person: SignedIn, seat_map_id: int) -> Response:
    """The hall alone, as a file; `POST /seat-maps` takes it as it is."""
    row = await _row(house, seat_map_id)
    headers = {"Content-Disposition": f'attachment; filename="seat-map-{row.id}.json"'}
    return Response(row.hall, media_type=JSON_TYPE, headers=headers)


@router.put(
    "/seat-maps/{seat_map_id}", response_model=SeatMap, responses=documented(*_WRITE, *refusals(RedrawSeatMap)),
    openapi_extra=_HALL,
)
async def redraw_seat_map(
    house: TheHouse, person: SignedIn, seat_map_id: int, request: Request, idempotency_key: IdempotencyKey = None
) -> Response:
    """Replace a hall: its owner or an administrator. Events that were made of it keep their own copy."""
    row = await _row(house, seat_map_id)
    if row.owner_id != person.id and not person.is_admin:
        raise RefusedError("not_yours")
    command = RedrawSeatMap(person.id, person.is_admin, await _sent_hall(request))
    await ask(house, _stream(seat_map_id), command, command_id_of(idempotency_key))
    return _told(await _row(house, seat_map_id))


@router.delete("/seat-maps/{seat_map_id}", status_code=204, responses=documented("malformed", *refusals(RemoveSeatMap)))
async def remove_seat_map(
    house: TheHouse, person: SignedIn, seat_map_id: int, idempotency_key: IdempotencyKey = None
) -> None:
    """Offer a hall no longer: its owner or an administrator. Events that were made of it keep their own copy."""
    command = RemoveSeatMap(person.id, person.is_admin)
    await ask(house, _stream(seat_map_id), command, command_id_of(idempotency_key))


async def _sent_hall(request: Request) -> Hall:
    """The hall of a body: the hall itself, or an object that holds it as `hall`."""
    sent = await read_json(request)
    return hall_from_json(sent["hall"] if isinstance(sent, dict) and "hall" in sent else sent)


async def _row(house: House, number: int) -> SeatMapRow:
    row = await seat_maps.one(house.pool, number) if 0 < number <= NUMBER_MAX else None
    if row is None:
        raise RefusedError("unknown_seat_map")
    return row


def _stream(number: int) -> int:
    try:
        return stream_id("seat_maps", number)
    except ValueError:
        raise RefusedError("unknown_seat_map") from None


def _words(row: SeatMapRow) -> dict[str, Any]:
    return {
        "id": row.id, "name": row.name, "owner_id": row.owner_id, "seats": row.seats, "standing": row.standing,
        "created_at": row.created_at.isoformat(), "seq": row.version,
    }


def _told(row: SeatMapRow, status: int = 200) -> Response:
    """A seat map as an answer; the hall is JSON text already and is handed on as it is."""
    assert row.hall is not None
    return Response(orjson.dumps(_words(row))[:-1] + b',"hall":' + row.hall.encode() + b"}", status, media_type=JSON_TYPE)
