"""A lot opens and closes by the database's clock, exactly once, though every worker's own clock is wrong, late, or nobody's there."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
from pydantic import SecretStr

from saleroom.domain.auctions.commands import CreateLot, LotTerms, LotWords, PlaceBid
from saleroom.domain.auctions.events import BidPlaced, LotClosed, LotOpened
from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.eventlog import log
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.log import Accepted, Recorded
from saleroom.eventlog.numbers import claim_number
from saleroom.handle import Handle
from saleroom.nouns import AUCTIONS
from saleroom.settings import Settings
from saleroom.wiring import Hooks, Worker, build, living
from tests.actors import SECRET, Database
from tests.hammering import handle_on

SELLER, ANNA, BERT = 1_000_000, 1_000_001, 1_000_002
PATIENCE_SECONDS = 15


def machine_off_by(seconds: float) -> Callable[[], datetime]:
    """A machine whose clock is wrong."""
    return lambda: datetime.now(UTC) + timedelta(seconds=seconds)


@asynccontextmanager
async def worker_on(database: Database, seconds_off: float) -> AsyncIterator[Worker]:
    settings = Settings(env="test", secret=SecretStr(SECRET), app_database_url=SecretStr(database.app), _env_file=None)  # type: ignore[call-arg]
    worker = await build(settings, Hooks(DatabaseClock(machine_off_by(seconds_off))))
    async with living(worker):
        yield worker


async def list_lot(handle: Handle, opens_in: float, closes_in: float, **terms: Any) -> int:
    """A lot of some seconds."""
    now = datetime.now(UTC)
    stream = stream_id("auctions", await claim_number(handle._pool, "auctions", uuid4()))
    asked = LotTerms(1_000, now + timedelta(seconds=opens_in), now + timedelta(seconds=closes_in), increments="flat:0.01", **terms)
    assert isinstance(await handle.ask(stream, CreateLot(SELLER, LotWords("Short"), asked), uuid4()), Accepted)
    return stream


async def facts_of(database: Database, stream: int) -> list[Recorded]:
    connection = await asyncpg.connect(database.app)
    try:
        return await log.read(connection, stream, AUCTIONS.codec)
    finally:
        await connection.close()


async def when_closed(database: Database, stream: int) -> list[Recorded]:
    """The log of a lot once it has closed."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            facts = await facts_of(database, stream)
            if any(isinstance(one.fact, LotClosed) for one in facts):
                return facts
            await asyncio.sleep(0.05)


async def test_two_workers_whose_clocks_are_four_seconds_apart_open_and_close_a_lot_once_and_on_time(database: Database) -> None:
    async with AsyncExitStack() as stack:
        fast, slow = [await stack.enter_async_context(worker_on(database, off)) for off in (2.0, -2.0)]
        streams = [await list_lot(fast.house.handle, 1.0, 2.0, soft_close_seconds=0) for _ in range(5)]
        for stream in streams:
            facts = await when_closed(database, stream)
            created, opened, closed = facts
            assert isinstance(opened.fact, LotOpened)
            assert isinstance(closed.fact, LotClosed)
            assert created.fact.starts_at <= opened.at < created.fact.closes_at <= closed.at
            assert closed.at - created.fact.closes_at < timedelta(seconds=2)
            late = await slow.house.handle.ask(stream, PlaceBid(ANNA, 5_000), uuid4())
            assert isinstance(late, Refused)
            assert late.code == "lot_ended"


async def test_late_bids_are_refused_though_no_alarm_ever_rings_and_the_first_one_closes_the_lot(database: Database) -> None:
    async with handle_on(database) as handle:
        stream = await list_lot(handle, 0, 0.5, soft_close_seconds=0)
        bidders, amount, answer = (ANNA, BERT), 1_000, None
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not isinstance(answer, Refused):
                answer = await handle.ask(stream, PlaceBid(bidders[amount % 2], amount), uuid4())
                amount += 1
        assert answer.code == "lot_ended"
    facts = await facts_of(database, stream)
    ends = facts[0].fact.closes_at
    assert [type(one.fact) for one in facts].count(LotClosed) == 1
    assert all(one.at < ends for one in facts if isinstance(one.fact, BidPlaced))
    assert facts[-1].at >= ends


async def test_when_everybody_was_dead_at_the_end_the_first_one_back_closes(database: Database) -> None:
    async with handle_on(database) as handle:
        streams = [await list_lot(handle, 0, 0.3, soft_close_seconds=0) for _ in range(20)]
        ends = (await facts_of(database, streams[-1]))[0].fact.closes_at
    connection = await asyncpg.connect(database.app)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await connection.fetchval("SELECT clock_timestamp() < $1", ends):
            await asyncio.sleep(0.05)
    await connection.close()
    assert not any(isinstance(one.fact, LotClosed) for one in await facts_of(database, streams[0]))
    async with worker_on(database, 0):
        for stream in streams:
            assert isinstance((await when_closed(database, stream))[-1].fact, LotClosed)


async def test_sc1_and_sc3_the_soft_close_in_the_log_moves_the_end_up_to_the_hard_end_and_the_alarm_follows(database: Database) -> None:
    async with worker_on(database, 0) as worker:
        handle = worker.house.handle
        hard_end = datetime.now(UTC) + timedelta(seconds=3)
        stream = await list_lot(handle, 0, 1.5, soft_close_seconds=2, hard_end_at=hard_end)
        first = await handle.ask(stream, PlaceBid(ANNA, 1_000), uuid4())
        assert isinstance(first, Accepted)
        placed = first.recorded[0]
        assert placed.fact.closes_at == min(hard_end, placed.at + timedelta(seconds=2))
        second = await handle.ask(stream, PlaceBid(BERT, 2_000), uuid4())
        assert isinstance(second, Accepted)
        assert second.recorded[0].fact.closes_at <= hard_end
        facts = await when_closed(database, stream)
        last = [one.fact for one in facts if isinstance(one.fact, BidPlaced)][-1]
        assert facts[-1].at >= last.closes_at
        assert last.closes_at <= hard_end
        assert (facts[-1].fact.winner_id, facts[-1].fact.price_minor) == (last.bidder_id, last.amount_minor)
