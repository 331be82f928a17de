"""Postgres says goodbye before its line is cut: between the two it is away, as after, and nobody who works with it dies of that.

A server that stops tells each idle session so. Until the kernel closes the line as well, asyncpg refuses to begin anything on it, with
an error that is neither one of Postgres nor one of the network. Under load that lasts for milliseconds; here a line in between makes
it last until the test says so.
"""

import asyncio

import asyncpg
import pytest

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import AWAY, UNKNOWN_OUTCOME, open_pool
from saleroom.reactions.errands import Errands
from tests.actors import Database
from tests.postgres_lines import PATIENCE_SECONDS, line_to
from tests.postroom import new_worker_id

WRITE = "INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, 'r', 1, 'refund', '{}')"
STREAM = stream_id("ticket_sales", 4_711)


async def test_whoever_carries_out_errands_lives_on_between_farewell_and_cut(database: Database) -> None:
    carried: list[str] = []

    async def carry_out(row: Leased) -> str:
        carried.append(row.dedupe_key)
        return "done"

    async with line_to(database) as (line, address):
        pool = await open_pool(address, size_min=1, size_max=1)
        await line.said_goodbye(database)
        errands = Errands(Outbox(pool, new_worker_id(), "refund"), carry_out, lambda: 0.0)
        running = asyncio.create_task(errands.run())
        with pytest.raises(AWAY) as told:
            await pool.fetchval("SELECT 1")
        assert isinstance(told.value, UNKNOWN_OUTCOME)
        done, _ = await asyncio.wait({running}, timeout=0.2)
        assert not done
        connection = await asyncpg.connect(database.owner)
        await connection.execute(WRITE, STREAM)
        await connection.close()
        line.cut()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while carried != ["r"]:
                await asyncio.sleep(0.01)
        running.cancel()
        pool.terminate()
