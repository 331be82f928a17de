"""A line to Postgres on which a test decides when it is cut, when it is down, and what becomes of a farewell."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg

from tests.actors import Database

PATIENCE_SECONDS = 20


class Line:
    """Carries bytes between a client and Postgres, and stays open when Postgres has gone until it is `cut`."""

    def __init__(self, host: str, port: int) -> None:
        self._place = (host, port)
        self._clients: list[asyncio.StreamWriter] = []
        self._carriers: set[asyncio.Task[None]] = set()
        self.farewells = 0
        self.is_down = False

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, there and back; none while the line is down."""
        if self.is_down:
            writer.close()
            return
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
