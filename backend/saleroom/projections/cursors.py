"""How far each read table has read each stream, and the one way to fill a read table beside the log.

A cursor is (projection, stream) to version. One page of facts is read after it, applied, and the cursor is moved, in one
transaction that holds the cursor's row: so every fact has its effect exactly once, whatever is killed and however many workers
fill. Order belongs to the stream (law 1), so a cursor can skip nothing. A read table is a cache (law 9): `forget` drops it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import UNKNOWN_OUTCOME, Connection, Pool

PAGE: Final = 1_000  # facts a transaction: some 20 ms of Python, far below the second after which an idle transaction is ended
HURRY_LOOKS: Final = 4
HURRY_STREAMS: Final = 20  # of a projection, a look
HURRY_PAUSE_SECONDS: Final = 0.05

_BEHIND = """
SELECT s.stream_id FROM log.stream s
  LEFT JOIN public.projection_cursors c ON c.stream_id = s.stream_id AND c.projection = $1
 WHERE s.kind = $2 AND s.version > coalesce(c.version, 0) AND s.stream_id <> ALL($3) LIMIT $4
"""
_LOCK = """
SELECT c.version, s.version AS head FROM public.projection_cursors c JOIN log.stream s USING (stream_id)
 WHERE c.stream_id = $1 AND c.projection = $2 FOR UPDATE OF c SKIP LOCKED
"""
_BEGIN = """
INSERT INTO public.projection_cursors (stream_id, projection)
SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM public.projection_cursors WHERE stream_id = $1 AND projection = $2)
ON CONFLICT DO NOTHING RETURNING true
"""
_MOVE = "UPDATE public.projection_cursors SET version = $3 WHERE stream_id = $1 AND projection = $2"
_AT = "SELECT version FROM public.projection_cursors WHERE stream_id = $1 AND projection = $2"
_STAND_STILL = "LOCK TABLE public.projection_cursors IN EXCLUSIVE MODE"
_FORGET = "DELETE FROM public.projection_cursors WHERE projection = $1"


@dataclass(frozen=True, slots=True)
class Projection:
    """A read table that is filled beside the log.

    Attributes:
        name: of the table, as in `saleroom rebuild NAME`.
        kind: the noun whose streams it reads.
        facts: the classes of facts that it is made of; others are passed over unread.
        apply: puts the next facts of one stream in; called once for each fact, in order, within the cursor's transaction.
        clear: empties the table.
    """

    name: str
    kind: str
    facts: frozenset[type]
    apply: Callable[[Connection, int, Sequence[Recorded]], Awaitable[None]]
    clear: Callable[[Connection], Awaitable[None]]


async def behind(source: Pool | Connection, projection: Projection, but: Sequence[int], limit: int) -> list[int]:
    """Streams with facts that the projection has not read, except some; at most `limit`."""
    return [row["stream_id"] for row in await source.fetch(_BEHIND, projection.name, projection.kind, but, limit)]


async def fill(
    pool: Pool, projection: Projection, codec: Codec, stream: int, page: int = PAGE, fresh: Sequence[Recorded] = ()
) -> bool:
    """Read one page of a stream into a read table. Whether more of it waits; False also when another worker is at it.

    Args:
        fresh: committed facts of the stream without a gap, which need not be read again if they join on to the cursor.

    Raises:
        Exception: whatever a fact that cannot be read or applied raises; nothing of this page was kept then.
    """
    async with pool.acquire() as connection, connection.transaction():
        cursor = await _claim(connection, projection, stream)
        if cursor is None or cursor["version"] >= cursor["head"]:
            return False
        after, through = cursor["version"], cursor["head"]
        if fresh and fresh[0].version - 1 <= after < fresh[-1].version:
            facts = [one for one in fresh[after + 1 - fresh[0].version :] if type(one.fact) in projection.facts]
            version = fresh[-1].version
        else:
            facts = await log.read_of_types(connection, stream, codec, projection.facts, after=after, through=through, limit=page)
            version = facts[-1].version if len(facts) == page else through
        if facts:
            await projection.apply(connection, stream, facts)
        await connection.execute(_MOVE, stream, projection.name, version)
        return bool(version < through)


async def hurry(pool: Pool, projections: Sequence[Projection], codecs: Mapping[str, Codec]) -> None:
    """Fill what is behind before somebody reads, who may look for what he did a moment ago. Not for long: the fillers do the rest.

    A fact that cannot be read or applied is theirs as well; they say so in the log.
    """
    for _ in range(HURRY_LOOKS):
        streams = [(projection, stream) for projection in projections for stream in await behind(pool, projection, (), HURRY_STREAMS)]
        if not streams:
            return
        try:
            for projection, stream in streams:
                await fill(pool, projection, codecs[projection.kind], stream)
        except UNKNOWN_OUTCOME:
            raise
        except Exception:
            return
        await asyncio.sleep(HURRY_PAUSE_SECONDS)  # another worker may be at it


async def _claim(connection: Connection, projection: Projection, stream: int) -> Any:
    """The cursor and the head, with the cursor's row locked; None when another worker has it or there is no such stream."""
    row = await connection.fetchrow(_LOCK, stream, projection.name)
    if row is None and await connection.fetchval(_BEGIN, stream, projection.name):
        row = await connection.fetchrow(_LOCK, stream, projection.name)
    return row


async def version_of(source: Pool | Connection, projection: Projection, stream: int) -> int:
    """How far the projection has read a stream; 0 for not at all."""
    return await source.fetchval(_AT, stream, projection.name) or 0


async def forget(pool: Pool, projection: Projection) -> None:
    """Drop a read table and its cursors; the workers, or `catch_up`, fill it again. Until then its lists are short."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(_STAND_STILL)  # else a worker could fill a new stream between the two deletions
        await connection.execute(_FORGET, projection.name)
        await projection.clear(connection)
