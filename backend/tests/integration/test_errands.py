"""What came of an errand is noted though Postgres is away just then, and a worker that stops keeps nothing in its hands."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
import pytest_asyncio

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.reactions import errands as errands_module
from saleroom.reactions.errands import Errands
from tests.actors import Database
from tests.postgres_lines import PATIENCE_SECONDS, line_to
from tests.postroom import new_worker_id

STREAM = stream_id("ticket_sales", 4_712)
WRITE = "INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, 'r', 1, 'refund', '{}')"


@pytest_asyncio.fixture
async def pool(database: Database) -> AsyncIterator[Pool]:
    """The owner's: it also writes the errand, which is the only refund here."""
    opened = await asyncpg.create_pool(database.owner, min_size=1, max_size=2)
    await opened.execute("DELETE FROM log.outbox WHERE topic = 'refund'")
    await opened.execute(WRITE, STREAM)
    yield opened
    await opened.close()


async def row(pool: Pool) -> dict[str, Any]:
    found = await pool.fetchrow("SELECT * FROM log.outbox WHERE stream_id = $1 AND topic = 'refund'", STREAM)
    assert found is not None
    return dict(found)


async def test_what_was_done_while_postgres_was_away_is_noted_when_it_is_back_and_not_done_again(database: Database, pool: Pool) -> None:
    carried = 0
    async with line_to(database) as (line, address):
        shaky = await open_pool(address, size_min=1, size_max=1)

        async def carry_out(row: Leased) -> str:
            nonlocal carried
            carried += 1
            line.is_down = True
            line.cut()
            asyncio.get_running_loop().call_later(0.6, setattr, line, "is_down", False)
            return "paid back"

        running = asyncio.create_task(Errands(Outbox(shaky, new_worker_id(), "refund"), carry_out, lambda: 0.0).run())
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (await row(pool))["outcome"] == "waiting":
                await asyncio.sleep(0.05)
        running.cancel()
        shaky.terminate()
    assert carried == 1
    assert (await row(pool))["last_reply"] == "paid back"


async def test_a_worker_that_stops_finishes_the_errand_in_its_hand(database: Database, pool: Pool) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def carry_out(row: Leased) -> str:
        begun.set()
        await may_end.wait()
        return "paid back"

    own = await open_pool(database.app, size_min=1, size_max=1)
    running = asyncio.create_task(Errands(Outbox(own, new_worker_id(), "refund"), carry_out, lambda: 0.0).run())
    await begun.wait()
    running.cancel()
    asyncio.get_running_loop().call_later(0.2, may_end.set)
    await asyncio.gather(running, return_exceptions=True)
    assert (await row(pool))["outcome"] == "sent"
    await own.close()


async def test_an_errand_that_takes_longer_than_a_stop_is_given_back_and_found_at_once(
    database: Database, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errands_module, "STOP_SECONDS_MAX", 0.1)
    begun = asyncio.Event()

    async def hang(row: Leased) -> str:
        begun.set()
        await asyncio.sleep(PATIENCE_SECONDS)
        return "never"

    async def carry_out(row: Leased) -> str:
        return f"paid back at attempt {row.attempts}"

    own = await open_pool(database.app, size_min=1, size_max=1)
    running = asyncio.create_task(Errands(Outbox(own, new_worker_id(), "refund"), hang, lambda: 0.0).run())
    await begun.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await Errands(Outbox(own, new_worker_id(), "refund"), carry_out, lambda: 0.0).once() == 1
    assert (await row(pool))["last_reply"] == "paid back at attempt 2"
    await own.close()
