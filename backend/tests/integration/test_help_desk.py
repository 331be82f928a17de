"""The help desk: a queue that everybody in it sees move, agents who come and go, one of two who assign at once."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from saleroom.domain.help_desk.commands import GoOffline, Leave
from saleroom.domain.help_desk.events import ReplyNoted
from saleroom.eventlog import log
from saleroom.nouns import DESK as DESK_NOUN
from saleroom.reactions.agents_presence import AgentsPresence
from tests.actors import Database, Person, Server, admin, code, sign_up
from tests.concerts import send
from tests.talkers import (
    DESK,
    Parlour,
    Talker,
    act,
    as_owner,
    begin,
    come,
    messages,
    parlour,
    read,
    say,
    tell,
    with_roles,
)


@pytest.fixture(scope="module")
def agents(server: Server, database: Database) -> tuple[Person, Person]:
    return with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")


@pytest_asyncio.fixture
async def room(database: Database) -> AsyncIterator[Parlour]:
    """A worker without doors; afterwards nobody is at the help desk and nobody waits, since a house has only one."""
    async with parlour(database) as opened:
        yield opened
        as_owner(database, "DELETE FROM public.agent_presence")
        desk = await opened.handle.summary_at(DESK, 10_000)
        for agent in desk["agents"]:
            await opened.do(DESK, GoOffline(int(agent)))
        for conversation in (*desk["queue"], *map(int, desk["cases"])):
            await opened.do(DESK, Leave(conversation))


async def ask_help(server: Server, words: str = "Help") -> tuple[Person, dict[str, Any]]:
    """Somebody new waits for the help desk."""
    person = sign_up(server.url)
    talk = begin(person, to="help")
    tell(person, talk, words)
    return person, talk


async def until(claim: Callable[[], bool]) -> None:
    """Wait for what happens by itself."""
    async with asyncio.timeout(15):
        while not await asyncio.to_thread(claim):
            await asyncio.sleep(0.01)


def place(person: Person, talk: dict[str, Any]) -> int | None:
    position: int | None = person.get(f"/conversations/{talk['id']}/queue").json()["position"]
    return position


async def test_the_queue_moves_before_everybodys_eyes_and_each_goes_to_the_least_busy(
    server: Server, other: Server, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, albert = agents
    (anna, first), (bert, second), (carla, third) = [await ask_help(server) for _ in range(3)]
    await until(lambda: [place(anna, first), place(bert, second), place(carla, third)] == [1, 2, 3])
    assert [one["id"] for one in agnes.get("/help-desk").json()["queue"]] == [first["id"], second["id"], third["id"]]
    metrics = httpx.get(f"{server.url}/metrics", timeout=10).text
    assert "saleroom_help_waiting 3.0" in metrics and "saleroom_agents_online 0.0" in metrics
    async with Talker(server.url, bert) as his, Talker(other.url, carla) as hers, Talker(other.url, agnes) as desk:
        await asyncio.to_thread(come, agnes, 1)
        handed = await desk.until("conversation", conversation_id=first["id"], assignee_id=str(agnes.id))
        assert (handed["position"], handed["status"]) == (None, "pending")
        assert (await his.until("conversation", position=1))["conversation_id"] == second["id"]
        assert (await hers.until("conversation", position=2))["conversation_id"] == third["id"]
        await asyncio.to_thread(act, bert, second, "resolve")
        assert (await hers.until("conversation", position=1))["assignee_id"] is None
        await asyncio.to_thread(come, albert, 3)
        assert (await hers.until("conversation", assignee_id=str(albert.id)))["position"] is None
        await asyncio.to_thread(tell, bert, second, "One more question")
        assert (await his.until("conversation", assignee_id=str(albert.id)))["status"] == "open"
    desk_now = agnes.get("/help-desk").json()
    assert {one["agent"]["id"]: (one["load"], one["capacity"], one["is_online"]) for one in desk_now["agents"]} == {
        str(agnes.id): (1, 1, True), str(albert.id): (2, 3, True),
    }
    assert (desk_now["waiting"], desk_now["queue"], desk_now["is_available"], desk_now["capacity"]) == (0, [], True, 1)
    assert [one["id"] for one in albert.get("/conversations?assignee=me").json()["results"]] == [second["id"], third["id"]]


async def test_of_two_agents_who_assign_at_once_one_is_told_who_was_quicker(
    server: Server, other: Server, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, albert = agents[0], Person(agents[1].id, agents[1].token, other.url)
    customer, talk = await ask_help(server)
    await until(lambda: place(customer, talk) == 1)
    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(
            lambda agent: act(agent, talk, "assign", {"assignee_id": str(agent.id), "expected": None}), [agnes, albert]
        ))
    assert sorted(answer.status_code for answer in told) == [200, 409]
    (late,) = [answer.json() for answer in told if answer.status_code == 409]
    (won,) = [answer.json() for answer in told if answer.status_code == 200]
    assert (late["code"], str(late["assignee_id"])) == ("assigned_meanwhile", won["assignee_id"])
    loser = albert if won["assignee_id"] == str(agnes.id) else agnes
    assert code(act(loser, talk, "assign", {"assignee_id": str(loser.id), "expected": str(loser.id)})) == (409, "assigned_meanwhile")
    moved = act(loser, talk, "assign", {"assignee_id": str(loser.id), "expected": won["assignee_id"]}).json()
    assert moved["assignee_id"] == str(loser.id)
    assert act(loser, talk, "assign", {"assignee_id": None}).json()["assignee_id"] is None
    await until(lambda: place(customer, talk) == 1)


async def test_only_agents_assign_and_only_to_agents(
    server: Server, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, _ = agents
    customer, talk = await ask_help(server)
    await until(lambda: place(customer, talk) == 1)
    wrong: list[tuple[Any, Any]] = [(str(customer.id), (422, "malformed")), (7, (422, "malformed"))]
    for assignee, expected in [*wrong, ("987654", (404, "unknown_user")), ("\u0000", (404, "unknown_user"))]:
        assert code(act(agnes, talk, "assign", {"assignee_id": assignee})) == expected
    assert code(act(customer, talk, "assign", {"assignee_id": str(agnes.id)})) == (403, "forbidden")
    assert code(act(agnes, begin(agnes, customer), "assign", {"assignee_id": str(agnes.id)})) == (403, "forbidden")
    assert code(customer.get("/help-desk")) == code(send(customer, "PUT", "/help-desk/me", {"is_available": True})) == (403, "forbidden")
    for body in ({}, {"is_available": "yes"}, {"is_available": True, "capacity": 0}, {"is_available": True, "capacity": 51}):
        assert code(send(agnes, "PUT", "/help-desk/me", body)) == (422, "malformed"), body
    act(agnes, talk, "resolve")
    await until(lambda: place(customer, talk) is None)
    assert code(act(agnes, talk, "assign", {"assignee_id": str(agnes.id)})) == (409, "not_waiting")


async def test_staff_answer_for_the_house_and_the_customer_sees_one_help_desk(
    server: Server, database: Database, agents: tuple[Person, Person], room: Parlour
) -> None:
    boss = await asyncio.to_thread(admin, database, server.url)
    customer, talk = await ask_help(server)
    async with Talker(server.url, customer) as hers, Talker(server.url, boss) as his:
        await his.tell(talk, "We look into it")
        frame = await hers.until("message")
        assert (frame["sender_id"], frame["is_staff"]) == (str(boss.id), True)
        assert (await his.until("message"))["seq"] == frame["seq"]
        again = await asyncio.to_thread(tell, boss, talk, "We look into it", frame["client_id"])
        assert (again["seq"], again["is_staff"]) == (frame["seq"], True), "an administrator is the same person at every door"
        await hers.say({"type": "read", "conversation_id": talk["id"]})
        assert (await his.until("read", reader_id=str(customer.id)))["seq"] == frame["seq"]
        await asyncio.to_thread(tell, customer, talk, "Thanks")
        await his.say({"type": "read", "conversation_id": talk["id"]})
        assert (await hers.until("read", reader_id="help-desk"))["seq"] > frame["seq"]
    shown = read(agents[0], talk)
    assert (shown["status"], shown["participant2_unread"], shown["participant2"]["role"]) == ("open", 0, "help-desk")


async def test_whoever_answers_somebody_who_waits_has_taken_him_however_quick_the_next_word(
    server: Server, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, albert = agents
    come(agnes, 1)
    (anna, first), (bert, second) = [await ask_help(server) for _ in range(2)]
    await until(lambda: read(anna, first)["assignee_id"] == str(agnes.id) and place(bert, second) == 1)
    tell(albert, second, "I have a minute")
    await until(lambda: read(bert, second)["assignee_id"] == str(albert.id))
    tell(agnes, first, "Here I am")
    tell(anna, first, "Wonderful")
    async with asyncio.timeout(15):
        while await room.pool.fetchval("SELECT count(*) FROM log.outbox WHERE topic = 'help_desk' AND done_at IS NULL"):
            await asyncio.sleep(0.01)
    noted = {one.fact.conversation for one in await log.read(room.pool, DESK, DESK_NOUN.codec) if isinstance(one.fact, ReplyNoted)}
    assert {first["id"], second["id"]} <= noted, "both were answered, so neither goes back to the queue after ten minutes"


async def test_an_agent_unheard_of_for_two_minutes_or_no_agent_any_more_is_counted_out(
    server: Server, database: Database, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, albert = agents
    come(agnes)
    customer, talk = await ask_help(server)
    await until(lambda: read(customer, talk)["assignee_id"] == str(agnes.id))
    come(albert)
    here: list[int] = []
    watch = AgentsPresence(room.pool, DESK_NOUN.codec, room.handle.ask, lambda: here, uuid.uuid4)

    def online() -> set[str]:
        return {one["agent"]["id"] for one in albert.get("/help-desk").json()["agents"] if one["is_online"]}

    late = "UPDATE public.agent_presence SET seen_at = clock_timestamp() - interval '119 seconds' WHERE agent_id = $1"
    as_owner(database, late, agnes.id)
    await watch.look()
    assert online() == {str(agnes.id), str(albert.id)}
    as_owner(database, late.replace("119", "121"), agnes.id)
    here.append(agnes.id)
    await watch.look()
    assert online() == {str(agnes.id), str(albert.id)}, "an open socket is heard of"
    here.clear()
    as_owner(database, late.replace("119", "121"), agnes.id)
    await watch.look()
    assert online() == {str(albert.id)} and read(customer, talk)["assignee_id"] == str(agnes.id)
    tell(customer, talk, "Are you there?")
    await until(lambda: read(customer, talk)["assignee_id"] == str(albert.id))
    as_owner(database, "UPDATE public.users SET roles = '{buyer}' WHERE id = $1", albert.id)
    await watch.look()
    desk = await room.handle.summary_at(DESK, 10_000)
    assert [is_online for _, is_online in desk["agents"].values()] == [False, False]


async def test_snoozed_conversations_come_back_and_resolved_ones_free_their_place(
    server: Server, agents: tuple[Person, Person], room: Parlour
) -> None:
    agnes, _ = agents
    come(agnes, 1)
    (anna, first), (bert, second) = [await ask_help(server) for _ in range(2)]
    await until(lambda: read(anna, first)["assignee_id"] == str(agnes.id) and place(bert, second) == 1)
    until_then = (datetime.now(UTC) + timedelta(days=1)).timestamp()
    assert act(agnes, first, "snooze", {"until": until_then}).json()["status"] == "snoozed"
    await until(lambda: read(bert, second)["assignee_id"] == str(agnes.id))
    tell(anna, first, "It is urgent")
    await until(lambda: place(anna, first) == 1)
    act(agnes, second, "resolve")
    await until(lambda: read(anna, first)["assignee_id"] == str(agnes.id))
    assert messages(anna, first)[-1]["content"] == "It is urgent" and read(bert, second)["status"] == "resolved"
    assert say(bert, second, "Thanks").status_code == 201
    await until(lambda: place(bert, second) == 1)
