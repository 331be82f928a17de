"""The doors of the help desk: who is there, who waits, and what a conversation hangs on as its person saw it."""

from typing import Annotated, Any, Final
from uuid import uuid4

from fastapi import APIRouter
from pydantic import BaseModel, Field, StrictBool

from saleroom.accounts import agent_presence, profiles
from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.conversations import READS
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.talk_forms import ChatUser, Conversation, conversations_json, user_json
from saleroom.api.talking import desk_state, seen_talk
from saleroom.api.who import GuardedRoute, SignedIn, roles
from saleroom.domain.help_desk.commands import ComeOnline, GoOffline
from saleroom.domain.ids import HELP_DESK, item_parts, stream_id
from saleroom.domain.money import amount_json
from saleroom.projections import conversations, lots, order_lists, ticket_sales
from saleroom.projections.conversations import Talk

SHOWN_MAX: Final = 100


Agent = Annotated[Person, roles("agent")]

router = APIRouter(route_class=GuardedRoute, tags=["chat"])


class AgentState(BaseModel):
    """An agent: whether he is there, and how much he has of what he takes."""

    agent: ChatUser
    is_online: bool
    capacity: int
    load: int


class HelpDesk(BaseModel):
    """The help desk: its agents, and the conversations that wait, the longest waiting first."""

    agents: list[AgentState]
    queue: list[Conversation]
    waiting: int
    is_available: bool
    capacity: int


class Availability(BaseModel):
    """An agent says whether he is there, and how many conversations he takes at once."""

    is_available: StrictBool
    capacity: Annotated[int, Field(ge=1, le=50)] = 5


class Place(BaseModel):
    """A conversation's place in the queue, from 1; none when it does not wait. `agents_online` tells how hopeful that is."""

    position: int | None
    agents_online: int


class Figure(BaseModel):
    """One line about a thing: what it is, as it was when the person wrote, and as it is now."""

    name: str
    then: str
    now: str


class Seen(BaseModel):
    """What a conversation hangs on, as its person saw it at `seq`, beside how it is now."""

    about: str
    id: int
    title: str
    link: str
    seq: int
    figures: list[Figure]


@router.get("/help-desk", responses=documented("malformed"))
async def read_help_desk(house: TheHouse, person: Agent) -> HelpDesk:
    """Who is there and who waits."""
    state = await desk_state(house)
    faces, online = await profiles.some(house.pool, [int(agent) for agent in state["agents"]]), house.talks.people.online()
    loads = list(state["cases"].values())
    agents = [
        AgentState(agent=user_json(faces[int(agent)], online), is_online=is_online, capacity=capacity, load=loads.count(int(agent)))
        for agent, (capacity, is_online) in state["agents"].items() if int(agent) in faces
    ]
    waiting = await conversations.some(house.pool, state["queue"][:SHOWN_MAX])
    capacity, is_online = state["agents"].get(str(person.id), (5, False))
    return HelpDesk(
        agents=agents, queue=await conversations_json(house, waiting), waiting=len(state["queue"]), is_available=is_online,
        capacity=capacity,
    )


@router.put("/help-desk/me", responses=documented("busy", "unavailable"))
async def say_availability(house: TheHouse, person: Agent, form: Availability) -> HelpDesk:
    """Come or go; whoever waits is handed out at once."""
    await agent_presence.say(house.pool, person.id, form.capacity, is_available=form.is_available)
    command = ComeOnline(person.id, form.capacity) if form.is_available else GoOffline(person.id)
    await ask(house, HELP_DESK, command, uuid4())
    return await read_help_desk(house, person)


@router.get("/conversations/{conversation_id}/queue", responses=documented(*READS))
async def read_place(house: TheHouse, person: SignedIn, conversation_id: int) -> Place:
    """Where one's conversation stands in the queue."""
    talk = await seen_talk(house, person, conversation_id)
    state = await desk_state(house)
    online = sum(is_online for _, is_online in state["agents"].values())
    return Place(position=state["queue"].index(talk.id) + 1 if talk.id in state["queue"] else None, agents_online=online)


@router.get("/conversations/{conversation_id}/context", responses=documented(*READS))
async def read_context(house: TheHouse, person: SignedIn, conversation_id: int) -> Seen | None:
    """The lot, event or order that it hangs on: as the person saw it when he began to write, and now. None without one."""
    talk = await seen_talk(house, person, conversation_id)
    match talk.about:
        case "lot":
            return await _lot(house, talk)
        case "event":
            return await _event(house, talk)
        case "order":
            return await _order(house, talk)
        case _:
            return None


async def _then(house: House, kind: str, number: int, seq: int) -> dict[str, Any]:
    """The small state of a stream as it stood at a version; as it is now where none is named."""
    return await house.handle.summary_at(stream_id(kind, number), seq)


async def _lot(house: House, talk: Talk) -> Seen | None:
    assert talk.about_id is not None and talk.about_seq is not None
    row = await lots.one(house.pool, talk.about_id)
    if row is None:
        return None
    seq = min(talk.about_seq, row.version) or row.version
    then = await _then(house, "auctions", row.id, seq)
    figures = [
        Figure(name="Status", then=then["status"], now=row.state["status"]),
        Figure(name="Price", then=f"{amount_json(then['price'])}", now=f"{amount_json(row.state['price'])}"),
        Figure(name="Bids", then=str(then["bids"]), now=str(row.state["bids"])),
        Figure(name="Closes", then=then["closes_at"], now=row.state["closes_at"]),
    ]
    return Seen(about="lot", id=row.id, title=row.title, link=f"/lots/{row.id}", seq=seq, figures=figures)


async def _event(house: House, talk: Talk) -> Seen | None:
    assert talk.about_id is not None and talk.about_seq is not None
    row = await ticket_sales.one(house.pool, talk.about_id)
    if row is None:
        return None
    seq = min(talk.about_seq, row.version) or row.version
    then = await _then(house, "ticket_sales", row.id, seq)
    figures = [Figure(name="Status", then=then["status"], now=row.state["status"])]
    free = {kind[0]: kind[5] for kind in then["types"]}
    figures += [
        Figure(name=f"{name} left", then=str(free.get(kind[0], "")), now=str(kind[5]))
        for kind, name in zip(row.state["types"], row.state["names"], strict=True)
    ]
    return Seen(about="event", id=row.id, title=row.words.title, link=f"/events/{row.id}", seq=seq, figures=figures)


async def _order(house: House, talk: Talk) -> Seen | None:
    assert talk.about_id is not None
    sale, n = item_parts(talk.about_id)
    found, row = await order_lists.one(house.pool, sale, n), await ticket_sales.one(house.pool, sale)
    if found is None or row is None:
        return None
    seq = min(talk.about_seq or 0, row.version) or row.version
    sold = (await house.handle.state_at(stream_id("ticket_sales", sale), seq)).orders.get(n)
    total, refunded = f"{amount_json(found.order.total_minor)}", f"{amount_json(found.order.refunded_minor)}"
    figures = [
        Figure(name="Status", then=sold.status if sold else "", now=found.order.status), Figure(name="Total", then=total, now=total),
        Figure(name="Refunded", then=f"{amount_json(sold.refunded_minor)}" if sold else "", now=refunded),
    ]
    title = f"Order {talk.about_id}: {row.words.title}"
    return Seen(about="order", id=talk.about_id, title=title, link=f"/orders/{talk.about_id}", seq=seq, figures=figures)
