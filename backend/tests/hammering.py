"""Bids by the hundred, decided by a worker without doors in the test's own process, and what the log counts."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

import asyncpg

from saleroom.domain.auctions.commands import PlaceBid
from saleroom.domain.ids import stream_id
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.pool import open_pool
from saleroom.eventlog.subscription import Published
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from tests.actors import Database

TABLES = ("log.stream", "log.event", "log.refusal", "log.outbox", "log.claim", "public.lots")


def _tell_nobody(published: Published) -> None:
    """Its rooms are empty; the other workers find the facts by looking."""


@asynccontextmanager
async def handle_on(database: Database, reach: Callable[[str], None] = lambda point: None) -> AsyncIterator[Handle]:
    """A handle of its own, as a further worker would have it."""
    pool = await open_pool(database.app, size_max=4)
    try:
        handle = Handle(pool, NOUNS, _tell_nobody, reach)
        yield handle
        await handle.drain()
    finally:
        await pool.close()


async def hammer(database: Database, lot_id: int, bids: int, from_minor: int = 100_000) -> list[int]:
    """So many bids by two people in turn, each a cent higher; their versions."""
    told: list[object] = []
    async with handle_on(database) as handle:
        for n in range(bids):
            command = PlaceBid(1_000_001 + n % 2, from_minor + n)
            handle.submit(stream_id("auctions", lot_id), command, uuid4(), told.append)
        await handle.drain()
    accepted = [answer for answer in told if isinstance(answer, Accepted)]
    assert len(accepted) == bids, told[:3]
    return [answer.recorded[0].version for answer in accepted]


async def rows(database: Database) -> dict[str, int]:
    """How many rows the log's tables have."""
    connection = await asyncpg.connect(database.owner)
    try:
        return {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in TABLES}
    finally:
        await connection.close()


def cut_off(database: Database) -> None:
    """End every session of the backend's own login, from outside, while its event loop stands still."""

    async def cut() -> None:
        connection = await asyncpg.connect(database.owner)
        await connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'saleroom_app' AND datname = current_database()"
        )
        await connection.close()

    thread = threading.Thread(target=lambda: asyncio.run(cut()))
    thread.start()
    thread.join()
