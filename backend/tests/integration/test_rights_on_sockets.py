"""A role that is given, taken away, or lost with a ban counts on open sockets at once, on whichever worker they are."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import websockets

from tests import actors
from tests.actors import Database, Person, Server, Watcher, code, make_lot, sign_up
from tests.talkers import Talker, as_owner, begin, come, read, say, tell, with_roles

TOLD_SECONDS_MAX = 5  # about 20 ms by the bell, 0.5 s by the clock alone; the rest is for a busy machine
COMES_BACK = 1012


@pytest.fixture(scope="module")
def boss(server: Server, database: Database) -> Person:
    return actors.admin(database, server.url)


def give(boss: Person, person: Person, *roles: str) -> None:
    """The administrator says which roles somebody has from now on."""
    answer = boss.patch(f"/admin/users/{person.id}", {"roles": list(roles)})
    assert answer.status_code == 200, answer.text


async def closed(watcher: Watcher, code: str) -> int | None:
    """Read on until the house has told this and closed the socket; by which close code."""
    assert (await watcher.until("ERROR", TOLD_SECONDS_MAX))["code"] == code
    with pytest.raises(websockets.ConnectionClosed) as end:
        await watcher.next()
    return end.value.rcvd.code if end.value.rcvd else None


async def until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(15):
        while not await asyncio.to_thread(claim):
            await asyncio.sleep(0.01)


async def test_an_agent_who_is_none_any_more_hears_and_says_nothing_more_for_the_help_desk(
    server: Server, other: Server, database: Database, boss: Person
) -> None:
    agent, customer = await asyncio.to_thread(with_roles, database, server.url, "agent"), await asyncio.to_thread(sign_up, server.url)
    talk = await asyncio.to_thread(begin, customer, to="help")
    async with Talker(server.url, agent) as here, Talker(other.url, agent) as there:
        await asyncio.to_thread(tell, customer, talk, "Help")
        for line in (here, there):
            await line.until("message")
        await asyncio.to_thread(give, boss, agent, "buyer")
        assert [await closed(line, "rights_changed") for line in (here, there)] == [COMES_BACK] * 2
    async with Talker(other.url, agent) as back, Talker(other.url, customer) as hers:
        await back.resume((talk, 0))
        await back.tell(talk, "I still answer, do I not?")
        assert (await back.until("ERROR"))["code"] == "unknown_conversation"
        await asyncio.to_thread(tell, customer, talk, "My secret")
        await hers.until("message")
        await back.say({"type": "read", "conversation_id": talk["id"]})
        await back.until("ERROR")
        assert back.told("message", talk) == [], "what was said after it is not for him"
    assert code(await asyncio.to_thread(say, agent, talk, "Or by this door?")) == (404, "unknown_conversation")


async def test_who_was_an_administrator_closes_no_lot_on_a_socket_that_was_open_and_bids_on_it_like_everybody(
    server: Server, other: Server, database: Database, boss: Person
) -> None:
    seller = await asyncio.to_thread(sign_up, server.url)
    lot = await asyncio.to_thread(make_lot, seller)
    by_role = await asyncio.to_thread(with_roles, database, server.url, "admin")
    by_older_mark = await asyncio.to_thread(actors.admin, database, server.url)
    for n, admin in enumerate((by_role, by_older_mark), start=1):
        async with Watcher(server.url, lot["id"], admin) as here, Watcher(other.url, lot["id"], admin) as there:
            for line in (here, there):
                await line.until("BID_HISTORY")
            await asyncio.to_thread(give, boss, admin, "merchant")
            for line in (here, there):
                assert (await line.until("ERROR", TOLD_SECONDS_MAX))["code"] == "rights_changed"
                await line.say({"type": "CLOSE_AUCTION"})
                assert (await line.until("ERROR"))["code"] == "forbidden"
            await here.bid(20 * n)
            assert (await there.until("NEW_BID"))["bid"]["amount"] == 20 * n
        assert code(await asyncio.to_thread(admin.get, "/admin/acts")) == (403, "forbidden")
    newest = boss.get("/admin/acts?act=roles_changed&limit=2").json()["items"]
    assert [(one["user_id"], "admin" in one["roles_before"], one["roles_after"]) for one in newest] == [
        (by_older_mark.id, True, ["buyer", "merchant"]), (by_role.id, True, ["buyer", "merchant"]),
    ]


async def test_a_role_that_is_given_brings_the_line_back_with_what_belongs_to_it(
    server: Server, other: Server, boss: Person
) -> None:
    person, customer = await asyncio.to_thread(sign_up, server.url), await asyncio.to_thread(sign_up, server.url)
    talk = await asyncio.to_thread(begin, customer, to="help")
    async with Talker(other.url, person) as line:
        assert line.greeting["roles"] == ["buyer"]
        await asyncio.to_thread(give, boss, person, "agent")
        assert await closed(line, "rights_changed") == COMES_BACK
    async with Talker(other.url, boss) as administrator:
        assert "admin" in administrator.greeting["roles"]
    async with Talker(other.url, person) as line:
        assert line.greeting["roles"] == ["agent", "buyer"], "a page that was told before it was given asks again"
        await asyncio.to_thread(tell, customer, talk, "Help")
        assert (await line.until("message"))["content"] == "Help"
        await asyncio.to_thread(give, boss, person, "agent")  # again is no change: nobody is thrown out
        await asyncio.to_thread(tell, customer, talk, "Please")
        assert (await line.until("message"))["content"] == "Please"


async def test_a_change_that_no_worker_was_told_of_is_found_by_the_clock(server: Server, other: Server, database: Database) -> None:
    agent = await asyncio.to_thread(with_roles, database, server.url, "agent")
    async with Talker(server.url, agent) as here, Talker(other.url, agent) as there:
        as_owner(database, "UPDATE public.users SET roles = '{buyer}' WHERE id = $1", agent.id)
        as_owner(database, """
            INSERT INTO public.account_acts (at, by_id, user_id, act, roles_before, roles_after)
            VALUES (clock_timestamp(), 1, $1, 'roles_changed', '{agent,buyer}', '{buyer}')
        """, agent.id)
        assert [await closed(line, "rights_changed") for line in (here, there)] == [COMES_BACK] * 2


async def test_a_ban_ends_what_is_open_on_every_worker(server: Server, other: Server, boss: Person) -> None:
    person, seller = await asyncio.to_thread(sign_up, server.url), await asyncio.to_thread(sign_up, server.url)
    lot = await asyncio.to_thread(make_lot, seller)
    async with Talker(other.url, person) as line, Watcher(other.url, lot["id"], person) as watcher:
        await watcher.until("BID_HISTORY")
        assert (await asyncio.to_thread(boss.patch, f"/admin/users/{person.id}", {"is_active": False})).status_code == 200
        assert await closed(line, "session_ended") == 4401
        assert (await watcher.until("ERROR", TOLD_SECONDS_MAX))["code"] == "session_ended"
        await watcher.bid(12)
        assert (await watcher.until("ERROR"))["code"] == "not_signed_in"


async def test_who_waits_for_an_agent_that_is_none_any_more_waits_for_the_desk_again(
    server: Server, database: Database, boss: Person
) -> None:
    gone, colleague = with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")
    come(gone)
    people = [sign_up(server.url) for _ in range(2)]
    talks: list[dict[str, Any]] = [begin(person, to="help") for person in people]
    for person, talk in zip(people, talks, strict=True):
        tell(person, talk, "Help")
    waiting, answered = talks
    await until(lambda: {read(colleague, talk)["assignee_id"] for talk in talks} == {str(gone.id)})
    for talk in talks:
        tell(gone, talk, "I am on it")
    tell(people[0], waiting, "And?")
    come(colleague)
    give(boss, gone, "buyer")
    await until(lambda: read(colleague, waiting)["assignee_id"] == str(colleague.id))
    desk = colleague.get("/help-desk").json()
    assert [one["is_online"] for one in desk["agents"] if one["agent"]["id"] == str(gone.id)] == [False]
    assert read(colleague, answered)["assignee_id"] == str(gone.id), "nobody waits there"
    come(colleague, is_available=False)
