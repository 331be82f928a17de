"""What a concert looks like in JSON: the event with what is left of each type, its seats, its queue, and the answer to a request.

Figures come from the head row, so they are never stale. What was taken in at the till is not here: that is the box office's.
"""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, Field

from saleroom.domain.money import amount_json
from saleroom.domain.ticket_sales.commands import Lane, LaneOrder, RefundPolicy, TicketType
from saleroom.domain.ticket_sales.together import Left, together
from saleroom.projections.ticket_sales import SaleRow
from saleroom.realtime import frames


class RefundTerms(BaseModel):
    """Until when a ticket is given back in full, and until when for all but a fee; nothing after that."""

    full_until: str | None
    fee_until: str | None
    fee: float


class TicketTypeLeft(BaseModel):
    """A ticket type: `available_qty` can be had now, `total_qty` is how many there are in all."""

    id: int
    seat_type: str
    price: float
    available_qty: int
    total_qty: int
    lane: Lane
    section: str | None
    quota: str | None
    refund: RefundTerms | None


class EventQuota(BaseModel):
    """A number of places that several ticket types share."""

    name: str
    size: int


class QueueLengths(BaseModel):
    """Whether requests wait until they are served by hand, and how many do, in all and in each lane."""

    paused: bool
    waiting: int
    vip: int
    regular: int


class Event(BaseModel):
    """A concert as everyone may see it."""

    id: int
    title: str
    organizer: str
    organizer_id: int
    location: str
    description: str
    cover_image: str | None
    seat_map_url: str | None
    status: frames.SaleStatus
    cancel_reason: Annotated[str, Field(description="Why it was called off, as the organiser or an administrator said; empty otherwise.")]
    sale_start_time: str
    start_time: str
    end_time: str | None
    doors_open_time: str | None
    limit_per_user: int | None
    limit_one_ticket_per_user: bool
    ticket_types: list[TicketTypeLeft]
    quotas: list[EventQuota]
    has_hall: bool
    hold_seconds: int
    order_max: int | None
    lanes: LaneOrder
    lane_weight: int
    blocked_seats: list[str]
    queue: QueueLengths
    created_at: str
    server_time: str
    seq: int


class EventSeats(BaseModel):
    """The hall and its seats at `seq`: two bits a seat in the hall's own order, in base64; 0 free, 1 held, 2 sold, 3 not for sale."""

    seq: int
    hall: dict[str, Any] | None
    all: str | None
    types_by_zone: dict[str, list[int]]


class Availability(BaseModel):
    """What is left in each lane, over all its types, and of each type; what types share, a zone or a quota, counts once in its lane."""

    event_id: int
    vip_left: int
    regular_left: int
    ticket_types: list[TicketTypeLeft]
    seq: int


class RequestTaken(BaseModel):
    """A request for tickets. `position` 1 is next, over both lanes; 0 had its turn already."""

    request_id: int
    position: int
    ticket_type: str


class RequestResult(BaseModel):
    """What a request got: an order, or the code and the sentence that say why not."""

    order_id: int | None
    code: str | None
    reason: str | None


class QueuePlace(BaseModel):
    """Where a request stands. `position` 1 is next, over both lanes, 0 had its turn; nothing is known of others' requests."""

    status: Literal["queued", "processing", "done", "unknown"]
    position: int | None
    result: RequestResult | None = None


class EventQueue(QueueLengths):
    """The queue of an event at `seq`."""

    seq: int


class OwnRequest(QueuePlace):
    """A request of one's own."""

    request_id: int
    ticket_type: str
    quantity: int


class QueueSeen(EventQueue):
    """The queue as one person sees it: his own requests, those that wait first, then the newest."""

    mine: list[OwnRequest]


class Checkout(BaseModel):
    """Pay was pressed: where to pay, and until when the tickets are kept for it. What costs nothing is paid already."""

    order_id: int
    status: Literal["pending", "paid"]
    attempt: int | None
    payment_url: Annotated[str | None, Field(description="The page of the payment provider.")]
    expires_at: str | None


def event_json(row: SaleRow, now: datetime) -> Event:
    """An event from its row: words and terms of the programme, figures of the head row."""
    words, terms, state = row.words, row.terms, row.state
    return Event(
        id=row.id, title=words.title, organizer=words.organizer, organizer_id=row.organizer_id, location=words.location,
        description=words.description, cover_image=words.cover_image or None, seat_map_url=words.seat_map_url or None,
        status=state["status"], cancel_reason=state.get("called_off_for", ""),  # heads written before know none
        sale_start_time=state["sale_starts_at"], start_time=state["starts_at"], end_time=state["ends_at"],
        doors_open_time=_text(terms.doors_open_at), limit_per_user=terms.limit_per_person,
        limit_one_ticket_per_user=terms.limit_per_person == 1, ticket_types=types_json(row),
        quotas=[EventQuota(name=quota.name, size=quota.size) for quota in terms.quotas], has_hall=row.has_hall,
        hold_seconds=terms.hold_seconds, order_max=terms.order_max, lanes=terms.lanes, lane_weight=terms.lane_weight,
        blocked_seats=list(terms.blocked_seats), queue=lengths_json(state),
        created_at=row.created_at.isoformat(), server_time=now.isoformat(), seq=row.version,
    )


def lengths_json(state: dict[str, Any]) -> QueueLengths:
    """How long the queue is, by its head row."""
    return QueueLengths.model_validate(state["queue"])


def types_json(row: SaleRow) -> list[TicketTypeLeft]:
    """The ticket types of an event in the order given, with what is left of each."""
    figures = row.figures
    return [_type(kind, figures[kind.id]["free"]) for kind in row.terms.types]


def shares_zones(row: SaleRow) -> bool:
    """Whether two types sell places of the same zone."""
    zones = [kind.section for kind in row.terms.types if kind.section is not None]
    return len(zones) > len(set(zones))


def availability_json(row: SaleRow, hall: str | None) -> Availability:
    """What is left of an event.

    Args:
        hall: as JSON, where types share a zone; what they share is counted once.
    """
    types, claimed = types_json(row), {number: of["sold"] + of["pending"] + of["held"] for number, of in row.figures.items()}
    zones = _places(hall, row.terms.blocked_seats) if hall is not None else {}
    quotas = {quota.name: quota.size for quota in row.terms.quotas}
    for kind in row.terms.types:
        for shared, name in ((zones, kind.section), (quotas, kind.quota)):
            if name in shared:
                shared[name] -= claimed[kind.id]
    left = {
        lane: together([Left(kind.available_qty, kind.section, kind.quota) for kind in types if kind.lane == lane], zones, quotas)
        for lane in ("vip", "regular")
    }
    return Availability(event_id=row.id, vip_left=left["vip"], regular_left=left["regular"], ticket_types=types, seq=row.version)


def _places(hall: str, blocked: Collection[str]) -> dict[str, int]:
    """How many places each zone of a hall has for sale."""
    drawn, closed = orjson.loads(hall), set(blocked)
    seats = (seat for section in drawn["sections"] for row in section["rows"] for seat in row["seats"])
    places = Counter[str](seat["zone"] for seat in seats if seat["id"] not in closed)
    for area in drawn["standing"]:
        places[area["zone"]] += area["capacity"]
    return dict(places)


def _type(kind: TicketType, free: int) -> TicketTypeLeft:
    return TicketTypeLeft(
        id=kind.id, seat_type=kind.name, price=amount_json(kind.price_minor), available_qty=free, total_qty=kind.quantity, lane=kind.lane,
        section=kind.section, quota=kind.quota, refund=_refund(kind.refund),
    )


def _refund(policy: RefundPolicy | None) -> RefundTerms | None:
    if policy is None:
        return None
    return RefundTerms(full_until=_text(policy.full_until), fee_until=_text(policy.fee_until), fee=amount_json(policy.fee_minor))


def _text(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()
