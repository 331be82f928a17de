"""Postgres says goodbye before its line is cut: between the two it is away, as after, and nobody who works with it dies of that.

A server that stops tells each idle session so. Until the kernel closes the line as well, asyncpg refuses to begin anything on it, with
an error that is neither one of Postgres nor one of the network. Under load that lasts for milliseconds; here a line in between makes
it last until the test says so.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import pytest

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import AWAY, UNKNOWN_OUTCOME, open_pool
from saleroom.reactions.errands import Errands
from tests.actors import Database
from tests.postroom import new_worker_id

PATIENCE_SECONDS = 20
WRITE = "INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, 'r', 1, 'refund', '{}')"
STREAM = stream_id("ticket_sales", 4_711)


class Line:
    """Carries bytes between a client and Postgres, and stays open when Postgres has gone until it is `cut`."""

    def __init__(self, host: str, port: int) -> None:
        self._place = (host, port)
        self._clients: list[asyncio.StreamWriter] = []
        self._carriers: set[asyncio.Task[None]] = set()
        self.farewells = 0

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, there and back."""
        from_postgres, to_postgres = await asyncio.open_connection(*self._place)
        self._clients.append(writer)
        for task in (asyncio.create_task(self._carry(from_postgres, writer, True)), asyncio.create_task(self._carry(reader, to_postgres))):
            self._carriers.add(task)
            task.add_done_callback(self._carriers.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_postgres: bool = False) -> None:
        with suppress(ConnectionError):
            while piece := await reader.read(65_536):
                writer.write(piece)
                await writer.drain()
        if is_postgres:
            self.farewells += 1
        else:
            writer.close()

    def cut(self) -> None:
        """Close what is still open."""
        for writer in self._clients:
            writer.close()
        self._clients.clear()

    async def said_goodbye(self, database: Database) -> None:
        """Let Postgres end the sessions of the app's login, and wait until it has said so."""
        expected = self.farewells + len(self._clients)
        connection = await asyncpg.connect(database.owner)
        await connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'saleroom_app' AND datname = current_database()"
        )
        await connection.close()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.farewells < expected:
                await asyncio.sleep(0.01)


@asynccontextmanager
async def line_to(database: Database) -> AsyncIterator[tuple[Line, str]]:
    """A line to the database, and the address at its near end."""
    place = database.app.rpartition("@")[2].partition("/")[0]
    host, _, port = place.partition(":")
    line = Line(host, int(port))
    server = await asyncio.start_server(line.take, "127.0.0.1", 0)
    try:
        yield line, database.app.replace(place, f"127.0.0.1:{server.sockets[0].getsockname()[1]}")
    finally:
        server.close()
        line.cut()


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
