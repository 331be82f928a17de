"""Reads across all streams, for exports and for proving the log right: whole, slow and exact, never in the path of a request."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from saleroom.domain.ids import kind_of
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool

STREAMS_PAGE: Final = 1_000
PREFETCH: Final = 1_000  # facts fetched at once from the server's cursor: about 200 kB

_COLUMNS = "stream_id, version, command_id, type, schema_version, at, data, hash"
_EVERY = f"SELECT {_COLUMNS} FROM log.event WHERE type = ANY($1) ORDER BY at, stream_id, version"
_NEWEST = f"SELECT {_COLUMNS} FROM log.event WHERE type = ANY($1) ORDER BY at DESC, stream_id DESC, version DESC LIMIT $2"
_STREAMS = "SELECT stream_id FROM log.stream WHERE stream_id > $1 ORDER BY stream_id LIMIT $2"
_HEADLESS = """
SELECT DISTINCT stream_id FROM log.event e WHERE NOT EXISTS (SELECT FROM log.stream s WHERE s.stream_id = e.stream_id) ORDER BY 1
"""
_VERIFY = "SELECT log.verify_stream($1)"
_HEAD = "SELECT version, state, due_at FROM log.stream WHERE stream_id = $1"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head row says of its stream."""

    version: int
    state: dict[str, Any]
    due_at: datetime | None


@asynccontextmanager
async def still(pool: Pool) -> AsyncIterator[Connection]:
    """A connection on which the log stands still, for as long as its reader wants to take."""
    async with pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        await connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


async def every(connection: Connection, codecs: Mapping[str, Codec], facts: Sequence[type]) -> AsyncIterator[tuple[int, Recorded]]:
    """All facts of some classes with their streams, oldest first, streamed: memory does not grow with the log."""
    async for row in connection.cursor(_EVERY, _numbers(codecs, facts), prefetch=PREFETCH):
        yield row["stream_id"], _recorded(row, codecs)


async def newest(
    connection: Connection, codecs: Mapping[str, Codec], facts: Sequence[type], limit: int
) -> list[tuple[int, Recorded]]:
    """The newest facts of some classes with their streams, newest first."""
    rows = await connection.fetch(_NEWEST, _numbers(codecs, facts), limit)
    return [(row["stream_id"], _recorded(row, codecs)) for row in rows]


async def streams(source: Pool | Connection) -> AsyncIterator[int]:
    """All streams, by their ids."""
    after = 0
    while rows := await source.fetch(_STREAMS, after, STREAMS_PAGE):
        for row in rows:
            yield row["stream_id"]
        after = rows[-1]["stream_id"]


async def headless(source: Pool | Connection) -> list[int]:
    """Streams that have facts and no head row; the append function never makes one."""
    return [row["stream_id"] for row in await source.fetch(_HEADLESS)]


async def first_wrong_version(source: Pool | Connection, stream: int) -> int | None:
    """The first version of a stream whose hash, place or time does not fit the facts before it; None: all fit."""
    version: int | None = await source.fetchval(_VERIFY, stream)
    return version


async def head(source: Pool | Connection, stream: int) -> Head | None:
    """The head row of a stream."""
    row = await source.fetchrow(_HEAD, stream)
    return None if row is None else Head(row["version"], row["state"], row["due_at"])


def _numbers(codecs: Mapping[str, Codec], facts: Sequence[type]) -> list[int]:
    return [codec.types[fact][0] for codec in codecs.values() for fact in facts if fact in codec.types]


def _recorded(row: Any, codecs: Mapping[str, Codec]) -> Recorded:
    fact = codecs[kind_of(row["stream_id"])].decode(row["type"], row["schema_version"], row["data"])
    return Recorded(row["version"], row["at"], fact, row["command_id"], row["hash"])
