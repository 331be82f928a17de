"""Python decides, Postgres guards: the append function refuses what breaks a law of the log, and then nothing is written."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from saleroom.domain.auctions.events import BidPlaced
from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.domain.sitting import Step
from saleroom.eventlog import log
from saleroom.eventlog.codec import canonical
from saleroom.eventlog.log import Batch
from saleroom.eventlog.numbers import claim_number
from saleroom.eventlog.pool import connect
from saleroom.nouns import AUCTIONS
from tests.actors import Database
from tests.hammering import rows

BID, OPENED, CLOSED = 5, 4, 7
SOON = timedelta(hours=1)
A_BID = BidPlaced(1, 1_000, 1, 1, 1_001, datetime(2026, 1, 1, tzinfo=UTC))

_numbers = iter(range(1, 1_000))


@pytest.fixture(name="app")
async def connection_of_the_backend(database: Database) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await connect(database.app)
    yield connection
    await connection.close()


def batch(*facts: tuple[int, datetime | None]) -> Batch:
    made = Batch()
    for kind, due_at in facts:
        made.add(Step(uuid.uuid4(), 0, bytes(16), None, due_at), (kind, 1, b"{}"))
    return made


async def lock(app: Any, stream: int, known: int = 0) -> log.Locked:
    locked = await log.lock(app, stream, AUCTIONS.codec, kind="auctions", known=known, commands=[], creates=True)
    assert locked is not None
    return locked


async def opened_stream(app: Any, due_at: datetime | None) -> int:
    """A stream with two facts and this timer."""
    stream = stream_id("auctions", 500_000 + next(_numbers))
    async with app.transaction():
        await lock(app, stream)
        await log.append(app, stream, 0, batch((1, None), (BID, due_at)), {}, [])
    return stream


async def refused_append(app: Any, stream: int, expected: int, facts: Batch, guc: str | None = None) -> str:
    """The code of the law that an append breaks."""
    with pytest.raises(asyncpg.PostgresError) as broken:
        async with app.transaction():
            await lock(app, stream, 2)
            if guc is not None:
                await app.execute("SELECT set_config('saleroom.lock', $1, true)", guc)
            await log.append(app, stream, expected, facts, {}, [])
    return str(broken.value.sqlstate)


async def test_nothing_is_appended_without_the_lock_or_at_another_version(app: Any, database: Database) -> None:
    stream, other = await opened_stream(app, None), await opened_stream(app, None)
    before = await rows(database)
    with pytest.raises(asyncpg.PostgresError) as without:
        await log.append(app, stream, 2, batch((BID, None)), {}, [])
    assert without.value.sqlstate == "SR001"
    with pytest.raises(asyncpg.PostgresError) as anothers:
        async with app.transaction():
            await lock(app, other, 2)
            await log.append(app, stream, 2, batch((BID, None)), {}, [])
    assert anothers.value.sqlstate == "SR001"
    for wrong in (0, 1, 3):
        assert await refused_append(app, stream, wrong, batch((BID, None))) == "SR002"
    assert await rows(database) == before


async def test_a_lock_ends_with_its_transaction(app: Any) -> None:
    stream = await opened_stream(app, None)
    async with app.transaction():
        await lock(app, stream, 2)
    with pytest.raises(asyncpg.PostgresError) as late:
        await log.append(app, stream, 2, batch((BID, None)), {}, [])
    assert late.value.sqlstate == "SR001"


async def test_what_is_due_comes_first_and_never_too_early(app: Any, database: Database) -> None:
    now = datetime.now(UTC)
    due, later, never = [await opened_stream(app, at) for at in (now - SOON, now + SOON, None)]
    before = await rows(database)
    assert await refused_append(app, due, 2, batch((BID, None))) == "SR003"
    assert await refused_append(app, due, 2, batch((OPENED, now - SOON), (BID, None))) == "SR003"
    assert await refused_append(app, later, 2, batch((CLOSED, None))) == "SR004"
    assert await refused_append(app, later, 2, batch((BID, now + SOON), (CLOSED, None))) == "SR004"
    assert await refused_append(app, never, 2, batch((CLOSED, None))) == "SR004"
    assert await rows(database) == before
    async with app.transaction():
        await lock(app, due, 2)
        assert len(await log.append(app, due, 2, batch((CLOSED, None), (BID, None)), {}, [])) == 2


async def test_nobody_dates_a_fact_before_the_last_one_or_into_the_future(app: Any) -> None:
    stream = await opened_stream(app, None)
    last = await app.fetchval("SELECT last_at FROM log.stream WHERE stream_id = $1", stream)
    for forged in (last - timedelta(microseconds=1), datetime.now(UTC) + SOON, datetime(2000, 1, 1, tzinfo=UTC)):
        assert await refused_append(app, stream, 2, batch((BID, None)), f"{stream}|{forged.isoformat()}") == "SR001"


async def test_the_facts_of_a_batch_have_the_time_of_the_lock_and_time_never_runs_back(app: Any) -> None:
    stream = await opened_stream(app, None)
    async with app.transaction():
        locked = await lock(app, stream, 2)
        await log.append(app, stream, 2, batch((BID, None), (BID, None)), {}, [])
    recorded = await app.fetch("SELECT at FROM log.event WHERE stream_id = $1 ORDER BY version", stream)
    assert [row["at"] for row in recorded[2:]] == [locked.at] * 2
    assert recorded[1]["at"] <= locked.at


async def test_one_command_cannot_have_the_same_effect_twice(app: Any, database: Database) -> None:
    stream, twice = await opened_stream(app, None), batch((BID, None), (BID, None))
    twice.facts[1] = twice.facts[0]
    before = await rows(database)
    assert await refused_append(app, stream, 2, twice) == "23505"
    refusing = Batch()
    refusing.refuse(twice.facts[0][0], bytes(16), Refused("bid_too_low", {"next_min_minor": 5}))
    async with app.transaction():
        await lock(app, stream, 2)
        assert await log.append(app, stream, 2, refusing, {}, []) == []
    after = await rows(database)
    assert after == {**before, "log.refusal": before["log.refusal"] + 1}
    found = await log.answers(app, stream, AUCTIONS.codec, [twice.facts[0][0]])
    assert found[twice.facts[0][0]] == (bytes(16), Refused("bid_too_low", {"next_min_minor": 5}))


async def test_a_number_is_claimed_once_by_one_press_even_by_many_at_once(database: Database) -> None:
    press, connections = uuid.uuid4(), [await connect(database.app) for _ in range(6)]
    same = await asyncio.gather(*(claim_number(connection, "auctions", press) for connection in connections))
    assert len(set(same)) == 1
    others = await asyncio.gather(*(claim_number(connection, "auctions", uuid.uuid4()) for connection in connections))
    # Whoever asked for a number that another had just claimed left none out.
    assert sorted(others) == list(range(same[0] + 1, same[0] + 7))
    assert await claim_number(connections[0], "auctions", press) == same[0]
    for connection in connections:
        await connection.close()


async def test_a_reader_of_a_gap_raises_instead_of_skipping(app: Any, database: Database) -> None:
    stream = await opened_stream(app, None)
    owner = await asyncpg.connect(database.owner)
    async with owner.transaction():
        await owner.execute("SET LOCAL session_replication_role = replica")
        await owner.execute("DELETE FROM log.event WHERE stream_id = $1 AND version = 1", stream)
        await owner.execute("UPDATE log.event SET data = $2 WHERE stream_id = $1", stream, canonical(A_BID))
    with pytest.raises(RuntimeError, match="gap"):
        await log.read(app, stream, AUCTIONS.codec)
    await owner.close()
