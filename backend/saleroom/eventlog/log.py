"""Reads and appends the facts of one stream: the only module that speaks to log.stream, log.event and log.refusal.

Law 1: order belongs to the stream. Every cursor is (stream, version) and what a reader gets is contiguous; a gap is a bug
and raises. Law 4: the time of a batch is the database's, read under the row lock by `lock`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import orjson

from saleroom.domain.decider import Refused
from saleroom.domain.sitting import Step
from saleroom.domain.values import value
from saleroom.eventlog.codec import Codec, canonical
from saleroom.eventlog.outbox import OutboxRow
from saleroom.eventlog.pool import Connection, Pool

_BEYOND: Final = 2**62  # no stream is so long: nothing is newer
PAGE: Final = 500  # facts read at once: some 8 ms of a worker, which serves others between two pages

_LOCK = "SELECT * FROM log.lock_stream($1, $2, $3, $4, $5)"
_APPEND = "SELECT log.append($1, $2, $3, $4, $5, $6)"
_APPEND_BESIDE = "SELECT log.append($1, $2, $3, $4, $5, $6), {call}"
_READ = """
SELECT version, command_id, type, schema_version, at, data, hash FROM log.event
 WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT $3
"""
_READ_OF_TYPES = """
SELECT version, command_id, type, schema_version, at, data, hash FROM log.event
 WHERE stream_id = $1 AND version > $2 AND version <= $3 AND type = ANY($4) ORDER BY version LIMIT $5
"""
_NEWEST_OF_TYPE = """
SELECT version, command_id, type, schema_version, at, data, hash FROM log.event
 WHERE stream_id = $1 AND type = $2 AND version < $3 ORDER BY version DESC LIMIT $4
"""
_TAIL = """
SELECT s.version AS head, s.state, s.due_at, e.version, e.command_id, e.type, e.schema_version, e.at, e.data, e.hash
  FROM log.stream s
  LEFT JOIN log.event e ON e.stream_id = s.stream_id AND e.version > greatest($2, s.version - $3)
 WHERE s.stream_id = $1 AND s.version > 0 ORDER BY e.version
"""
_HEADS = "SELECT stream_id, version FROM log.stream WHERE stream_id = ANY($1)"
_DUE = """
SELECT stream_id, due_at, clock_timestamp() AS now FROM log.stream
 WHERE due_at IS NOT NULL AND due_at <= clock_timestamp() + $1 * interval '1 second' ORDER BY due_at LIMIT $2
"""
_ACCEPTED = """
SELECT version, command_id, type, schema_version, at, data, hash, fingerprint FROM log.event
 WHERE stream_id = $1 AND command_id = ANY($2) AND ordinal >= 0 ORDER BY version
"""
_REFUSED = "SELECT command_id, fingerprint, code, facts FROM log.refusal WHERE stream_id = $1 AND command_id = ANY($2)"

class Recorded(NamedTuple):
    """A fact as the log has it: what, in which place, when, by which command, and the head of the chain after it.

    A named tuple, because every fact makes one: 0.4 us, where a frozen dataclass of five fields takes 1.0.
    """

    version: int
    at: datetime
    fact: Any
    command_id: UUID
    hash: bytes


@value
class Accepted:
    """A command that brought facts about; none when there was nothing to change."""

    recorded: tuple[Recorded, ...]


Outcome = Accepted | Refused


@value
class Locked:
    """What the lock told: the time, the head, the facts since `known` (None: too many, read them first), ids already used."""

    at: datetime
    version: int
    due_at: datetime | None
    tail: list[Recorded] | None
    taken: frozenset[UUID]


@dataclass(slots=True)
class Batch:
    """What one transaction appends, as the records log.append takes: `log.fact_record` and `log.refusal_record`."""

    facts: list[tuple[UUID, int, int, int, bytes, bytes, datetime | None]] = field(default_factory=list)
    refusals: list[tuple[UUID, bytes, str, bytes]] = field(default_factory=list)

    def add(self, step: Step[Any], encoded: tuple[int, int, bytes]) -> None:
        """One more fact, with its (type, schema version, bytes)."""
        number, schema, data = encoded
        self.facts.append((step.command_id, step.ordinal, number, schema, step.fingerprint, data, step.due_at))

    def refuse(self, command_id: UUID, fingerprint: bytes, refused: Refused) -> None:
        """One more refusal, kept so that a retry gets the same answer."""
        self.refusals.append((command_id, fingerprint, refused.code, canonical(dict(refused.facts))))


class Beside(NamedTuple):
    """What is written in the statement of an append, after the facts: a call of SQL, whose arguments begin with $7, and these."""

    call: str
    arguments: tuple[Any, ...]


@value
class Tail:
    """The head of a stream and its newest facts, read in one statement, so that they belong together."""

    version: int
    state: dict[str, Any]
    due_at: datetime | None
    recorded: list[Recorded]


async def warm_up(connection: Connection) -> None:
    """Prepare the statements of every batch while no lock is held, by calls that find no stream and change nothing.

    A worker that froze while it prepared one inside a transaction would keep its lock: the idle timeout does not see that.
    """
    await connection.fetchrow(_LOCK, 0, "", 0, [], False)
    await connection.fetchval(_APPEND, 0, 0, [], {}, [], [])


async def warm_up_append(connection: Connection, beside: Beside) -> None:
    """The same for an append with something beside it; its call must write nothing."""
    await append(connection, 0, 0, Batch(), {}, [], beside)


async def lock(
    connection: Connection, stream: int, codec: Codec, *, kind: str, known: int, commands: list[UUID], creates: bool
) -> Locked | None:
    """Take the stream's row lock inside an open transaction; None when there is no such stream."""
    row = await connection.fetchrow(_LOCK, stream, kind, known, commands, creates)
    if row is None or row["version"] is None:
        return None
    tail: list[Recorded] | None = [] if row["has_tail"] else None
    if row["tail_types"]:
        names = ("tail_commands", "tail_types", "tail_schemas", "tail_ats", "tail_data", "tail_hashes")
        columns = zip(*(row[name] for name in names), strict=True)
        tail = [
            Recorded(known + n, at, codec.decode(number, schema, data), command, chain)
            for n, (command, number, schema, at, data, chain) in enumerate(columns, start=1)
        ]
    return Locked(row["at"], row["version"], row["due_at"], tail, frozenset(row["taken"] or ()))


async def hold(connection: Connection, stream: int, kind: str) -> None:
    """Wait for the stream's row lock inside an open transaction and learn nothing yet; `lock` follows, and has it at once."""
    await connection.fetchrow(_LOCK, stream, kind, _BEYOND, [], False)


async def append(
    connection: Connection, stream: int, expected: int, batch: Batch, state: dict[str, Any], outbox: Sequence[OutboxRow],
    beside: Beside | None = None,
) -> list[bytes]:
    """Append a decided batch under the lock and return the hash of every new fact.

    Raises:
        asyncpg.PostgresError: SR001–SR004 when the batch breaks a law of the log (see db/functions/append.sql).
    """
    effects = [(row.dedupe_key, expected + 1 + row.version_offset, row.topic, canonical(row.payload).decode()) for row in outbox]
    statement, more = (_APPEND, ()) if beside is None else (_APPEND_BESIDE.format(call=beside.call), beside.arguments)
    hashes = await connection.fetchval(statement, stream, expected, batch.facts, state, batch.refusals, effects, *more)
    return list(hashes)


async def read(source: Pool | Connection, stream: int, codec: Codec, *, after: int = 0, limit: int = PAGE) -> list[Recorded]:
    """The next facts of a stream after a version, in order.

    Raises:
        RuntimeError: they are not contiguous, which the log's first law forbids.
    """
    rows = await source.fetch(_READ, stream, after, limit)
    recorded = [_recorded(row, codec) for row in rows]
    if recorded and (recorded[0].version != after + 1 or recorded[-1].version != after + len(recorded)):
        raise RuntimeError(f"stream {stream} has a gap after version {after}")
    return recorded


async def read_of_types(
    source: Pool | Connection, stream: int, codec: Codec, facts: Iterable[type], *, after: int, through: int, limit: int
) -> list[Recorded]:
    """The next facts of some classes between a version and a head that was read before, in order. Versions between are others'."""
    numbers = [codec.types[fact][0] for fact in facts]
    return [_recorded(row, codec) for row in await source.fetch(_READ_OF_TYPES, stream, after, through, numbers, limit)]


async def tail(source: Pool | Connection, stream: int, codec: Codec, *, after: int, limit: int) -> Tail | None:
    """The head and at most `limit` of the newest facts after a version; None for an unknown or empty stream."""
    rows = await source.fetch(_TAIL, stream, after, limit)
    if not rows:
        return None
    head = rows[0]
    return Tail(head["head"], head["state"], head["due_at"], [_recorded(row, codec) for row in rows if row["version"]])


async def newest_of_type(
    source: Pool | Connection, stream: int, codec: Codec, fact: type, *, before: int, limit: int
) -> list[Recorded]:
    """The newest facts of one class below a version, newest first."""
    return [_recorded(row, codec) for row in await source.fetch(_NEWEST_OF_TYPE, stream, codec.types[fact][0], before, limit)]


async def heads(source: Pool | Connection, streams: Sequence[int]) -> dict[int, int]:
    """The version of each stream, in one query."""
    return {row["stream_id"]: row["version"] for row in await source.fetch(_HEADS, streams)}


async def due_within(source: Pool | Connection, seconds: float, limit: int) -> list[tuple[int, datetime, datetime]]:
    """Streams whose timer is over or will be within some seconds: (stream, due_at, the database's clock)."""
    return [(row["stream_id"], row["due_at"], row["now"]) for row in await source.fetch(_DUE, seconds, limit)]


async def answers(connection: Connection, stream: int, codec: Codec, commands: Sequence[UUID]) -> dict[UUID, tuple[bytes, Outcome]]:
    """What was answered to command ids that were used before, each with the fingerprint of its content."""
    found: dict[UUID, tuple[bytes, Outcome]] = {}
    for row in await connection.fetch(_REFUSED, stream, commands):
        found[row["command_id"]] = row["fingerprint"], Refused(row["code"], orjson.loads(row["facts"]))
    for row in await connection.fetch(_ACCEPTED, stream, commands):
        earlier = found.get(row["command_id"])
        before = earlier[1].recorded if earlier and isinstance(earlier[1], Accepted) else ()
        found[row["command_id"]] = row["fingerprint"], Accepted((*before, _recorded(row, codec)))
    return found


def _recorded(row: Any, codec: Codec) -> Recorded:
    fact = codec.decode(row["type"], row["schema_version"], row["data"])
    return Recorded(row["version"], row["at"], fact, row["command_id"], row["hash"])


async def database_time(source: Pool | Connection) -> datetime:
    """The database's clock."""
    now: datetime = await source.fetchval("SELECT clock_timestamp()")
    return now


async def prune_refusals(pool: Pool) -> int:
    """Forget refusals older than 7 days; how many."""
    count: int = await pool.fetchval("SELECT log.prune_refusals()")
    return count
