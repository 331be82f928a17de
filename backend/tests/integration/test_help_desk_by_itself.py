"""What happens at the help desk by itself: who does not answer loses the conversation, who is answered and silent is settled."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from saleroom.domain.help_desk import events as e
from saleroom.eventlog import log
from saleroom.nouns import DESK as DESK_NOUN
from tests.actors import Database, Person, Server, sign_up
from tests.talkers import DESK, Talker, as_owner, begin, come, parlour, read, tell, with_roles


@pytest.fixture(scope="module")
def server(database: Database) -> Iterator[Server]:
    with Server(database, module="tests.hasty_worker") as running:
        yield running


async def until(claim: Callable[[], bool]) -> None:
    """Wait for what happens by itself."""
    async with asyncio.timeout(30):
        while not await asyncio.to_thread(claim):
            await asyncio.sleep(0.02)


async def hands(database: Database, talk: dict[str, Any]) -> list[tuple[str, int]]:
    """In whose hands a conversation came, and who let it go unanswered, in order."""
    async with parlour(database) as room:
        facts = [one.fact for one in await log.read(room.pool, DESK, DESK_NOUN.codec)]
    told = (e.ConversationAssigned, e.ReplyMissed)
    return [(type(fact).__name__, fact.agent_id) for fact in facts if isinstance(fact, told) and fact.conversation == talk["id"]]


def missed(database: Database) -> int:
    """How often somebody did not answer in time."""
    ((count,),) = as_owner(database, "SELECT count(*) FROM log.event WHERE type = $1", e.TYPES[e.ReplyMissed][0])
    return int(count)


@pytest.fixture
def agents(server: Server, database: Database) -> Iterator[tuple[Person, Person]]:
    """Two agents, who are gone afterwards."""
    both = with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")
    yield both
    for agent in both:
        come(agent, is_available=False)


async def test_who_does_not_answer_in_time_loses_the_conversation_to_a_colleague(
    server: Server, database: Database, agents: tuple[Person, Person]
) -> None:
    agnes, albert = agents
    customer = sign_up(server.url)
    come(agnes)
    talk = begin(customer, to="help")
    tell(customer, talk, "Help")
    await until(lambda: read(customer, talk)["assignee_id"] == str(agnes.id))
    come(albert)
    await until(lambda: missed(database) > 0)
    told = await hands(database, talk)
    assert told[:3] == [("ConversationAssigned", agnes.id), ("ReplyMissed", agnes.id), ("ConversationAssigned", albert.id)]
    tell(agnes, talk, "Here I am after all")
    told, before = await hands(database, talk), missed(database)
    unanswered = sign_up(server.url)
    tell(unanswered, begin(unanswered, to="help"), "And me?")
    await until(lambda: missed(database) > before)
    assert await hands(database, talk) == told, "who was answered once does not go back to the queue"


async def test_a_conversation_that_was_answered_settles_after_silence_and_one_that_waits_does_not(
    server: Server, agents: tuple[Person, Person]
) -> None:
    agnes, _ = agents
    anna, bert = sign_up(server.url), sign_up(server.url)
    waiting, answered = begin(bert, to="help"), begin(anna, to="help")
    for person, words in ((bert, "Is anybody there?"), (agnes, "Yes"), (bert, "Where is my parcel?")):
        tell(person, waiting, words)
    tell(anna, answered, "Help")
    tell(agnes, answered, "Done")
    async with Talker(server.url, anna) as line:
        settled = await line.until("conversation", conversation_id=answered["id"], status="resolved")
        assert settled["assignee_id"] == str(agnes.id) or settled["assignee_id"] is None
        assert read(bert, waiting)["status"] == "open", "whoever waits for the house is not sent home"
        tell(anna, answered, "One more thing")
        assert (await line.until("conversation", conversation_id=answered["id"], status="open"))["status"] == "open"
    await until(lambda: anna.get(f"/conversations/{answered['id']}/queue").json()["position"] is not None)
