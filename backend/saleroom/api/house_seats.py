"""The door of house seats: an organiser takes free seats of his event out of the sale, and puts them back, while it sells."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import TheHouse
from saleroom.api.event_answers import Event
from saleroom.api.event_forms import SEATS_MAX
from saleroom.api.events import event_of, own_row
from saleroom.api.fields import clean
from saleroom.api.order_forms import sale_stream
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.ticket_sales.commands import BlockSeats

router = APIRouter(route_class=GuardedRoute, tags=["box office"])

Seats = Annotated[list[Annotated[str, Field(min_length=1, max_length=32)]], Field(max_length=SEATS_MAX)]


class BlockForm(BaseModel):
    """Which seats are not for sale from now on, and which are again."""

    block: Seats = []
    unblock: Seats = []


@router.post("/events/{event_id}/blocked-seats", responses=documented(*refusals(BlockSeats)))
async def block_seats(
    house: TheHouse, person: SignedIn, event_id: int, form: BlockForm, idempotency_key: IdempotencyKey = None
) -> Event:
    """Block free seats and unblock others, all or nothing: the organiser or an administrator. A seat that somebody has stays his."""
    await own_row(house, person, event_id)
    block, unblock = (tuple(clean(seat) for seat in seats) for seats in (form.block, form.unblock))
    command = BlockSeats(person.id, person.is_admin, block, unblock)
    await ask(house, sale_stream(event_id), command, command_id_of(idempotency_key))
    return await event_of(house, event_id)
