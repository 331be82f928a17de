"""What whoever answers sees of a person beside the conversation: the lots he sells, how he stands on those he bid on, his orders.

It is what the person sees himself, without the codes of his tickets, and only of the two of a conversation that staff may read; so every
look at a person hangs on a conversation, and one at two others leaves the same trace as reading what they said.
"""

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from saleroom.api.deps import TheHouse
from saleroom.api.help_desk import Agent
from saleroom.api.lot_forms import LotPage
from saleroom.api.order_forms import Order, orders_json
from saleroom.api.personal import MyBids, bids_of, lots_of
from saleroom.api.problems import documented
from saleroom.api.talk_forms import ChatUser, Faces
from saleroom.api.talking import seen_talk
from saleroom.api.who import GuardedRoute
from saleroom.domain.decider import RefusedError
from saleroom.projections import order_lists
from saleroom.projections.order_lists import OrderQuery

THINGS_MAX: Final = 50

router = APIRouter(route_class=GuardedRoute, tags=["chat"])

Side = Annotated[Literal["1", "2"], Query(description="Which of the two: `1` began the conversation.")]
Things = Annotated[int, Query(ge=1, le=THINGS_MAX, description="How many of each kind at most, the newest first.")]


class Orders(BaseModel):
    """The newest orders, without the codes of their tickets, and how many there are in all."""

    items: list[Order]
    total: int


class PersonsThings(BaseModel):
    """A person of a conversation, and what is his."""

    person: ChatUser
    lots: LotPage
    bids: MyBids
    orders: Orders


@router.get(
    "/conversations/{conversation_id}/person",
    responses=documented(
        "unknown_conversation", "unknown_user", "malformed", "busy", "unavailable"
    ),
)
async def read_person(house: TheHouse, person: Agent, conversation_id: int, participant: Side = "1", limit: Things = 5) -> PersonsThings:
    """For agents: the lots, bids and orders of a person of a conversation. The help desk itself has none."""
    talk = await seen_talk(house, person, conversation_id)
    whose = talk.customer_id if participant == "1" else talk.with_id
    if whose is None:
        raise RefusedError("unknown_user")
    found, total = await order_lists.find(house.pool, OrderQuery(person_id=whose, limit=limit))
    faces = await Faces.of(house, [whose])
    return PersonsThings(
        person=faces.user(whose), lots=await lots_of(house, whose, limit=limit), bids=await bids_of(house, whose, limit=limit),
        orders=Orders(items=await orders_json(house, found, shows_codes=False), total=total),
    )
