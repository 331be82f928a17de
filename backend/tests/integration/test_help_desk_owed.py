"""What the house owes those who wait and those who are away: the help desk comes to know of it in any order, and letters go once."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from itertools import permutations
from typing import Any

import pytest_asyncio

from saleroom.domain.chat import commands as c
from saleroom.domain.help_desk.commands import ComeOnline
from saleroom.domain.ids import number_of
from saleroom.eventlog.outbox import Leased
from saleroom.reactions.mail_the_away import MailTheAway
from saleroom.reactions.tell_help_desk import TellHelpDesk
from tests.actors import Cluster
from tests.postroom import postroom
from tests.talkers import (
    AGNES,
    ANNA,
    BERT,
    CARLA,
    DESK,
    Parlour,
    parlour,
)

UNANSWERED = {"replied_by": None}
SECRET = "The painting hangs in the hall"


@pytest_asyncio.fixture
async def apart(cluster: Cluster) -> AsyncIterator[Parlour]:
    """A worker without doors in a house of its own, where nothing happens by itself."""
    async with parlour(cluster.database()) as opened:
        yield opened


async def test_the_desk_comes_to_know_what_is_owed_in_whatever_order_it_is_told(apart: Parlour) -> None:
    tellers = TellHelpDesk(apart.pool, apart.handle.ask)
    await apart.do(DESK, ComeOnline(AGNES, 1))
    busy = await apart.begin(CARLA)
    await apart.say(busy, CARLA, "First")
    await tellers(Leased(busy, "", 2, "help_desk", UNANSWERED, 1))
    for order in permutations((2, 3, 4)):
        stream = await apart.begin(ANNA)
        await apart.say(stream, ANNA, "Help")
        await apart.do(stream, c.Resolve(ANNA, False))
        await apart.do(stream, c.Reopen(ANNA, False))
        for version in (*order, *order):
            await tellers(Leased(stream, "", version, "help_desk", UNANSWERED, 1))
        desk = await apart.handle.summary_at(DESK, 10_000)
        assert number_of(stream) in desk["queue"]
        await apart.do(stream, c.Resolve(ANNA, False))
        for version in (5, *order):
            await tellers(Leased(stream, "", version, "help_desk", UNANSWERED, 2))
        desk = await apart.handle.summary_at(DESK, 10_000)
        assert (desk["queue"], desk["cases"]) == ([], {str(number_of(busy)): AGNES})


async def test_a_conversation_that_changes_while_the_desk_is_told_is_looked_at_again(apart: Parlour) -> None:
    stream = await apart.begin(ANNA)
    await apart.say(stream, ANNA, "Help")
    asked: list[str] = []

    async def slow(desk: int, command: Any, command_id: uuid.UUID) -> Any:
        asked.append(type(command).__name__)
        if len(asked) == 1:  # the customer has found it himself, and that row was carried out by a quicker worker
            await apart.do(stream, c.Resolve(ANNA, False))
            await TellHelpDesk(apart.pool, apart.handle.ask)(Leased(stream, "", 3, "help_desk", UNANSWERED, 1))
        return await apart.handle.ask(desk, command, command_id)

    assert await TellHelpDesk(apart.pool, slow)(Leased(stream, "", 2, "help_desk", UNANSWERED, 1)) == "Leave"
    assert asked == ["AskHelp", "Leave"]
    assert (await apart.handle.summary_at(DESK, 10_000))["queue"] == []


async def owed(room: Parlour) -> list[tuple[int, int]]:
    """For whom letters wait, and of how many messages they tell."""
    rows = await room.pool.fetch("SELECT payload FROM log.outbox WHERE topic = 'away' ORDER BY created_at")
    return [(row["payload"]["user_id"], row["payload"]["count"]) for row in rows]


async def test_who_is_away_gets_one_digest_until_he_has_read_and_none_when_he_read_in_time(apart: Parlour) -> None:
    stream, sweeper = await apart.begin(ANNA, BERT), MailTheAway(apart.pool)
    seqs = await apart.say(stream, BERT, "One", SECRET)
    assert await sweeper.sweep() == 0, "two minutes are not over"
    await asyncio.gather(*(sweeper.sweep(0) for _ in range(4)))
    assert await owed(apart) == [(ANNA, 2)]
    await apart.say(stream, BERT, "Three")
    assert await sweeper.sweep(0) == 0 and await owed(apart) == [(ANNA, 2)]
    await apart.do(stream, c.MoveCursor(ANNA, 0, seqs[-1]))
    await sweeper.sweep(0)
    assert await owed(apart) == [(ANNA, 2), (ANNA, 1)], "he has read, and was written to again"
    in_time = await apart.begin(CARLA, BERT)
    (seq,) = await apart.say(in_time, CARLA, "Psst")
    await apart.do(in_time, c.MoveCursor(BERT, 0, seq))
    hidden = await apart.begin(CARLA, ANNA)
    (gone,) = await apart.say(hidden, CARLA, "Oops")
    await apart.do(hidden, c.HideMessage(CARLA, False, gone))
    assert await sweeper.sweep(0) == 0


async def test_the_letter_says_that_somebody_wrote_and_never_what(cluster: Cluster) -> None:
    database = cluster.database()
    async with parlour(database) as room, postroom(database.app) as office:
        stream = await room.begin(ANNA, None, c.Context("lot", 7, 3))
        await room.say(stream, ANNA, "Where is it?")
        await room.say(stream, AGNES, SECRET, is_staff=True)
        await MailTheAway(room.pool).sweep(0)
        await office.sender.once()
        kept = await room.pool.fetchval("SELECT payload::text FROM log.outbox WHERE topic = 'away'")
    (letter,) = office.office.taken
    assert letter["Subject"] == "1 message waits for you" and "unsubscribe" in letter["List-Unsubscribe"]
    text = letter.as_string()
    assert f"/messages/{number_of(stream)}" in text and "lot 7" in text and SECRET not in text
    assert SECRET not in kept
