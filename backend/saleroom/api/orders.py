"""The doors of orders: one's own, giving back an order or a ticket, and having the tickets mailed again.

An order is for its buyer, for the organiser of the event and for administrators, and for nobody else.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response

from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey, Limit, Offset
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.order_forms import (
    Order,
    RefundAnswer,
    ReturnForm,
    TicketReturned,
    found_order,
    order_json,
    orders_json,
    sale_stream,
    ticket_parts,
)
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id
from saleroom.domain.ticket_sales.commands import CancelOrder, CancelTicket
from saleroom.domain.ticket_sales.events import RefundIssued
from saleroom.domain.ticket_sales.sale import OrderStatus
from saleroom.eventlog import outbox
from saleroom.eventlog.log import Accepted
from saleroom.projections import order_lists, ticket_sales, tickets
from saleroom.projections.order_lists import FoundOrder, OrderQuery
from saleroom.projections.tickets import TicketRow

TOTAL: Final = "X-Total-Count"
RESEND_SECONDS: Final = 60  # between two letters of one order that were asked for

router = APIRouter(route_class=GuardedRoute, tags=["orders"])

Status = Annotated[list[OrderStatus] | None, Query(description="Only orders in one of these states.")]


@router.get("/orders", responses=documented("malformed"))
async def list_orders(
    house: TheHouse, person: SignedIn, response: Response, status: Status = None, limit: Limit = 20, offset: Offset = 0
) -> list[Order]:
    """Your orders, the newest first; `X-Total-Count` says how many there are in all."""
    query = OrderQuery(person_id=person.id, statuses=tuple(status) if status else None, limit=limit, offset=offset)
    found, total = await order_lists.find(house.pool, query)
    response.headers[TOTAL] = str(total)
    return await orders_json(house, found)


@router.get("/orders/me", responses=documented("malformed"))
async def list_my_orders(
    house: TheHouse, person: SignedIn, response: Response, status: Status = None, limit: Limit = 20, offset: Offset = 0
) -> list[Order]:
    """The same as `/orders`."""
    return await list_orders(house, person, response, status, limit, offset)


@router.get("/orders/{order_id}", responses=documented("malformed", "not_yours", "unknown_order"))
async def read_order(house: TheHouse, person: SignedIn, order_id: int) -> Order:
    """One order, with the codes of its tickets."""
    found = await _visible(house, person, order_id)
    return (await orders_json(house, [found], shows_mails=person.is_admin or found.order.person_id == person.id))[0]


async def _visible(house: House, person: Person, order_id: int) -> FoundOrder:
    """An order that this person may see.

    Raises:
        RefusedError: unknown_order, not_yours.
    """
    found = await found_order(house, order_id)
    if person.id != found.order.person_id and not _is_staff(person, found.organizer_id):
        raise RefusedError("not_yours")
    return found


def _is_staff(person: Person, organizer_id: int) -> bool:
    return person.is_admin or person.id == organizer_id


@router.post("/orders/{order_id}/cancel", responses=documented(*refusals(CancelOrder)))
async def cancel_order(
    house: TheHouse, person: SignedIn, order_id: int, form: ReturnForm | None = None, idempotency_key: IdempotencyKey = None
) -> Order:
    """Give a whole order back: its buyer by the refund policy of each type, organiser and administrators in full."""
    found = await _visible(house, person, order_id)
    command = CancelOrder(person.id, _is_staff(person, found.organizer_id), found.order.n, form.reason if form else "")
    await ask(house, sale_stream(found.sale_id), command, command_id_of(idempotency_key))
    return await order_json(house, order_id)


@router.post("/tickets/{ticket_id}/cancel", responses=documented(*refusals(CancelTicket)))
async def cancel_ticket(
    house: TheHouse, person: SignedIn, ticket_id: int, form: ReturnForm | None = None, idempotency_key: IdempotencyKey = None
) -> TicketReturned:
    """Give one ticket back; the others of its order stay."""
    sale, n = ticket_parts(ticket_id)
    ticket = await tickets.one(house.pool, ticket_id)
    if ticket is None:
        raise RefusedError("unknown_ticket")
    if person.id != ticket.person_id and not _is_staff(person, ticket.event.organizer_id):
        raise RefusedError("not_yours")
    command = CancelTicket(person.id, _is_staff(person, ticket.event.organizer_id), n, form.reason if form else "")
    accepted = await ask(house, sale_stream(sale), command, command_id_of(idempotency_key))
    row = await ticket_sales.one(house.pool, sale)
    return TicketReturned(
        order=await order_json(house, ticket.order_id), ticket_id=ticket_id,
        restocked=row is not None and row.state["status"] in ("scheduled", "on_sale"), refund=_refund(sale, accepted),
    )


def _refund(sale: int, accepted: Accepted) -> RefundAnswer | None:
    """The refund that a command brought about."""
    issued = [recorded.fact for recorded in accepted.recorded if isinstance(recorded.fact, RefundIssued)]
    return next(
        (
            RefundAnswer(id=item_id(sale, fact.refund), amount_cents=fact.amount_minor, status="issued", reason=fact.reason, note="")
            for fact in issued
        ),
        None,
    )


@router.post("/orders/{order_id}/resend", status_code=202, responses=documented(
    "malformed", "not_yours", "unknown_event", "unknown_order", "wrong_order_status", "rate_limited"
))
async def resend_tickets(house: TheHouse, person: SignedIn, order_id: int) -> Response:
    """Mail the tickets of an order to its buyer once more, at most once a minute."""
    found = await _visible(house, person, order_id)
    issued = (await tickets.of_orders(house.pool, [order_id]))[order_id]
    valid = [ticket for ticket in issued if ticket.status == "valid"]
    if not valid:
        raise RefusedError("wrong_order_status", order_status=found.order.status)
    seconds = await outbox.put_again(
        house.pool, sale_stream(found.sale_id), f"tickets.{found.order.n}.again", "tickets", _letter(house, found, valid),
        version=found.order.version, pause_seconds=RESEND_SECONDS,
    )
    if seconds is not None:
        raise RefusedError("rate_limited", retry_after_seconds=seconds)
    return Response(status_code=202)


def _letter(house: House, found: FoundOrder, valid: Sequence[TicketRow]) -> dict[str, Any]:
    """What the first letter of these tickets was made of; ids and the event's own words."""
    event = valid[0].event
    return {
        "event_id": event.id, "title": event.title, "organizer": event.organizer, "location": event.location,
        "doors_open_at": event.doors_open_at, "starts_at": event.starts_at, "ends_at": event.ends_at,
        "user_id": found.order.person_id, "order_id": found.id, "amount_minor": found.order.total_minor - found.order.refunded_minor,
        "reclaimed": "", "written_at": house.clock(),
        "tickets": [
            {
                "id": ticket.id, "n": ticket.n, "type_id": ticket.type_id, "type": ticket.type_name, "revision": ticket.revision,
                "seat": ticket.seat,
            }
            for ticket in valid
        ],
    }
