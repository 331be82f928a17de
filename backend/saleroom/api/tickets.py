"""The doors of tickets: one's own, their codes, and the gate: what a code is worth, who goes in and out, and how many are inside.

A gate gets an answer to every code, 200 with `ok` and why: a scanner that shows people an error page is none. Whether a ticket is
good is decided under the sale's lock, so of two gates at once exactly one lets in; the command's id is made of the scan's nonce
and the ticket, so a scan that is sent again gets the answer it got.
"""

from datetime import datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey, Limit, Offset
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.fields import Time, utc
from saleroom.api.order_forms import OrderTicket, SeatPlace
from saleroom.api.problems import documented
from saleroom.api.refusals import ANY_COMMAND
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import item_id, stream_id
from saleroom.domain.ticket_sales.commands import CheckIn, Direction
from saleroom.projections import tickets
from saleroom.projections.tickets import TicketRow
from saleroom.tickets import qr
from saleroom.tickets.secret import Admission

router = APIRouter(route_class=GuardedRoute, tags=["tickets"])

CODE_LENGTH_MAX: Final = 4096  # of what a scanner may have read; ours have at most 154 characters
_NAMESPACE: Final = UUID("3a1f5c0e-7b7e-5f0a-9a53-8f0f6f4f6b11")
_DRAWING_HEADERS: Final = {
    "Cache-Control": "private, no-store", "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
_DRAWING: Final[dict[int | str, dict[str, Any]]] = {200: {"description": "The code.", "content": {qr.MEDIA_TYPE_SVG: {}}}}

Code = Annotated[str, Path(max_length=CODE_LENGTH_MAX)]
Gate = Annotated[str, Field(max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")]
Status = Literal["valid", "checked_in", "cancelled", "revoked"]
GateCode = Literal["ok", "invalid", "revoked", "cancelled", "unpaid", "wrong_list", "wrong_time", "already_in", "not_inside"]

_TOLD: Final[dict[str, tuple[GateCode, Status | None]]] = {
    "unknown_ticket": ("invalid", None), "unknown_event": ("invalid", None), "revoked": ("revoked", "revoked"),
    "cancelled": ("cancelled", "cancelled"), "unpaid": ("unpaid", None), "wrong_time": ("wrong_time", "valid"),
    "already_in": ("already_in", "checked_in"), "not_inside": ("not_inside", "valid"),
}
"""What a gate is told for each refusal, and what the ticket is then, before and after."""

_PASSED: Final[dict[Direction, tuple[Status, Status]]] = {"entry": ("valid", "checked_in"), "exit": ("checked_in", "valid")}


class OwnTicket(OrderTicket):
    """A ticket in one's own list, with the event it is for."""

    order_id: int
    event_id: int
    event: str
    location: str
    start_time: datetime
    end_time: datetime | None
    doors_open_at: datetime | None


class TicketWorth(BaseModel):
    """What a code is worth now. Of one that the house did not make, nothing is known. `holder` is told at the gate only."""

    valid: bool
    status: Status | None = None
    order_id: int | None = None
    event_id: int | None = None
    ticket_type: str | None = None
    ticket_id: int | None = None
    seat: SeatPlace | None = None
    inside: bool = False
    at: datetime | None = None
    gate: str | None = None
    holder: str | None = None


class Scan(BaseModel):
    """A scan. `nonce` is made at the scan and kept for every retry; `device_at` is what the scanner's clock said.

    `event_id` is the event whose door it is: a ticket of another one is turned away with `wrong_list`, and nothing is written.
    """

    nonce: UUID | None = None
    event_id: int | None = None
    gate: Gate = ""
    direction: Direction = "entry"
    device_at: Time | None = None


class GateAnswer(BaseModel):
    """Whether somebody may pass. `at` and `gate` tell when and where the ticket went in before, `opens_at` when it is let in.

    `revoked` and `unpaid` are told by nobody yet: a code is made once, of a ticket that is paid, and is not replaced.
    """

    ok: bool
    code: GateCode
    previous_status: Status | None
    new_status: Status | None
    ticket_id: int | None = None
    event_id: int | None = None
    ticket_type: str | None = None
    seat: SeatPlace | None = None
    holder: str | None = None
    at: str | None = None
    gate: str | None = None
    opens_at: str | None = None


class TypeInside(BaseModel):
    """The valid tickets of a type, and how many of them are inside."""

    ticket_type_id: int
    ticket_type: str
    expected: int
    inside: int


class Inside(BaseModel):
    """How many are expected in all, and how many are inside now."""

    expected: int
    inside: int
    by_type: list[TypeInside]


class TicketKey(BaseModel):
    """A public key that tickets are signed with: Ed25519, 64 hexadecimal digits. A retired one signs no new tickets."""

    id: int
    key: str
    created_at: datetime
    retired_at: datetime | None


@router.get("/tickets/mine", responses=documented("malformed"))
async def own_tickets(house: TheHouse, person: SignedIn, response: Response, limit: Limit = 20, offset: Offset = 0) -> list[OwnTicket]:
    """One's own tickets, the nearest event first and what is over last; X-Total-Count tells how many there are."""
    rows, total = await tickets.of_person(house.pool, person.id, limit, offset)
    response.headers["X-Total-Count"] = str(total)
    return [_own(house, row) for row in rows]


@router.get("/tickets/keys")
async def ticket_keys(house: TheHouse, person: SignedIn) -> list[TicketKey]:
    """The keys that a gate checks tickets by while it cannot ask the house."""
    await house.ticket_codes.look()
    return [
        TicketKey(id=key.id, key=key.key.hex(), created_at=key.created_at, retired_at=key.retired_at)
        for key in house.ticket_codes.public_keys()
    ]


@router.get(
    "/tickets/{ticket_id}/qr.svg", response_class=Response,
    responses={**_DRAWING, **documented("forbidden", "unknown_ticket", "already_cancelled", "malformed")},
)
async def draw_code(house: TheHouse, person: SignedIn, ticket_id: int) -> Response:
    """The QR code of a ticket, for its holder and administrators."""
    ticket = await tickets.one(house.pool, ticket_id)
    if ticket is None:
        raise RefusedError("unknown_ticket")
    if ticket.person_id != person.id and not person.is_admin:
        raise RefusedError("forbidden")
    if ticket.status != "valid":
        raise RefusedError("already_cancelled")
    drawing = qr.svg(house.ticket_codes.token(ticket), f"QR code of ticket {ticket.id} for {ticket.event.title}")
    return Response(drawing, media_type=qr.MEDIA_TYPE_SVG, headers=_DRAWING_HEADERS)


@router.get("/tickets/verify/{qr_token:path}", responses=documented("forbidden", "malformed"))
async def verify_ticket(house: TheHouse, person: SignedIn, qr_token: Code) -> TicketWorth:
    """What a code is worth: for the ticket's holder, scanners, the organiser and administrators. Changes nothing."""
    admission = await house.ticket_codes.read(qr_token)
    ticket = await _admitted(house, admission) if isinstance(admission, Admission) else None
    if not isinstance(admission, Admission) or ticket is None:
        return TicketWorth(valid=False)
    at_gate = _may_scan(person, ticket.event.organizer_id)
    if not at_gate and ticket.person_id != person.id:
        raise RefusedError("forbidden")
    status = _status(ticket, admission)
    return TicketWorth(
        valid=status in ("valid", "checked_in"), status=status, order_id=ticket.order_id, event_id=ticket.event.id,
        ticket_type=ticket.type_name, ticket_id=ticket.id, seat=_seat(ticket), inside=ticket.is_inside, at=ticket.moved_at,
        gate=ticket.gate or None, holder=await _name(house, ticket) if at_gate else None,
    )


def _status(ticket: TicketRow, admission: Admission) -> Status:
    if ticket.revision != admission.revision:
        return "revoked"
    if ticket.status != "valid":
        return "cancelled"
    return "checked_in" if ticket.is_inside else "valid"


@router.post(
    "/tickets/checkin/{qr_token:path}",
    responses=documented(
        "forbidden", "unknown_event", *ANY_COMMAND
    ),
)
async def check_in(
    house: TheHouse, person: SignedIn, qr_token: Code, scan: Scan | None = None, idempotency_key: IdempotencyKey = None
) -> GateAnswer:
    """Let a ticket in, or out: scanners, the organiser and administrators. The same nonce gets the same answer."""
    scan = scan or Scan()
    nonce = scan.nonce or (command_id_of(idempotency_key) if idempotency_key else uuid4())
    admission = await house.ticket_codes.read(qr_token)
    ticket = await _admitted(house, admission) if isinstance(admission, Admission) else None
    if not isinstance(admission, Admission) or ticket is None:
        return GateAnswer(ok=False, code="invalid", previous_status=None, new_status=None)
    if scan.event_id not in (None, ticket.event.id):
        return GateAnswer(ok=False, code="wrong_list", previous_status=None, new_status=None)
    if not _may_scan(person, ticket.event.organizer_id):
        raise RefusedError("forbidden")
    device_at = utc(scan.device_at, "device_at")
    command = CheckIn(person.id, ticket.n, admission.revision, scan.gate, scan.direction, device_at)
    try:
        await ask(house, stream_id("ticket_sales", ticket.event.id), command, scan_command_id(nonce, ticket.id))
    except RefusedError as error:
        if error.refused.code not in _TOLD:
            raise
        return await _turned_away(house, ticket, error.refused)
    before, after = _PASSED[scan.direction]
    return GateAnswer(ok=True, code="ok", previous_status=before, new_status=after, **await _shown(house, ticket))


def scan_command_id(nonce: UUID, ticket_id: int) -> UUID:
    """The command id of a scan: another ticket with the same nonce is another command."""
    return uuid5(_NAMESPACE, f"{nonce}/{ticket_id}")


async def _turned_away(house: House, ticket: TicketRow, refused: Refused) -> GateAnswer:
    code, status = _TOLD[refused.code]
    told = {name: refused.facts.get(name) for name in ("at", "gate", "opens_at")}
    return GateAnswer(ok=False, code=code, previous_status=status, new_status=status, **told, **await _shown(house, ticket))


async def _shown(house: House, ticket: TicketRow) -> dict[str, Any]:
    return {
        "ticket_id": ticket.id, "event_id": ticket.event.id, "ticket_type": ticket.type_name, "seat": _seat(ticket),
        "holder": await _name(house, ticket),
    }


@router.get("/events/{event_id}/checkins/summary", responses=documented("forbidden", "unknown_event", "malformed"))
async def count_inside(house: TheHouse, person: SignedIn, event_id: int) -> Inside:
    """How many are inside: for scanners, the organiser and administrators."""
    event = await tickets.event(house.pool, event_id)
    if event is None:
        raise RefusedError("unknown_event")
    if not _may_scan(person, event.organizer_id):
        raise RefusedError("forbidden")
    counts = await tickets.door_counts(house.pool, event_id)
    return Inside(
        expected=sum(count.expected for count in counts), inside=sum(count.inside for count in counts),
        by_type=[
            TypeInside(ticket_type_id=count.type_id, ticket_type=count.name, expected=count.expected, inside=count.inside)
            for count in counts
        ],
    )


def _may_scan(person: Person, organizer_id: int) -> bool:
    return person.is_admin or "scanner" in person.roles or person.id == organizer_id


async def _admitted(house: House, admission: Admission) -> TicketRow | None:
    return await tickets.one(house.pool, item_id(admission.event, admission.ticket))


async def _name(house: House, ticket: TicketRow) -> str | None:
    """The holder's, for whoever stands at the gate; None where he gave none, or was erased."""
    holder = await house.accounts.addressee(ticket.person_id)
    return (holder.name or None) if holder else None


def _seat(ticket: TicketRow) -> SeatPlace | None:
    return None if ticket.seat is None else SeatPlace.model_validate(ticket.seat)


def _own(house: House, row: TicketRow) -> OwnTicket:
    event = row.event
    return OwnTicket(
        id=row.id, qr_token=house.ticket_codes.token(row) if row.status == "valid" else None, status=row.status,
        ticket_type=row.type_name, ticket_type_id=row.type_id, inside=row.is_inside, seat=_seat(row), order_id=row.order_id,
        event_id=event.id, event=event.title, location=event.location, start_time=event.starts_at, end_time=event.ends_at,
        doors_open_at=event.doors_open_at,
    )
