"""The outbox: effects on the outside world, written with their facts, leased to one worker at a time, and noted when done.

Law 8: a row is written in the transaction of the fact that causes it and is carried out later, at least once. A lease ends
by itself, so a killed worker loses nothing; every note is conditional on the lease, so a worker that slept past its lease
notes nothing. All times are Postgres's. What was carried out no longer needs its secrets: a final note strikes them out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from saleroom.eventlog.pool import Connection, Pool

LEASE_SECONDS: Final = 60  # twice what carrying out may take, so that two workers never hold one row
REPLY_CHARACTERS_MAX: Final = 500  # a server's last words; longer ones are banners
ERRANDS: Final = ("refund", "tell_holders", "help_desk", "ticket_letters")  # no letters; each topic has somebody of its own
STRUCK_FIELDS: Final = ("token", "address", "letters")  # of a payload: secrets, and what is of no use later

Errand = Literal["refund", "tell_holders", "help_desk", "ticket_letters"]
Outcome = Literal["sent", "no_address", "unwanted"]
OUTCOMES: Final = ("waiting", "sent", "no_address", "unwanted", "dead")


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An effect that facts bring about, before it is written with them.

    Attributes:
        dedupe_key: names the effect within its stream; a second row of the same key is dropped.
        version_offset: which fact of its batch causes it, counted from 0: the row's version is that fact's.
        topic: what kind of effect, such as `won`.
        payload: JSON values; ids, titles and amounts in minor units, never a person's name or address.
    """

    dedupe_key: str
    version_offset: int
    topic: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Leased:
    """A row that this worker may carry out for LEASE_SECONDS. `attempts` counts this one, from 1."""

    stream_id: int
    dedupe_key: str
    version: int
    topic: str
    payload: Mapping[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much is not carried out yet, and for how many seconds the oldest row has waited (0 without rows)."""

    rows: int
    oldest_seconds: float


_PUT = """
INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
"""

_PUT_ALL = """
INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)
SELECT $1, r.* FROM unnest($2::text[], $3::bigint[], $4::text[], $5::jsonb[]) AS r (dedupe_key, version, topic, payload)
ON CONFLICT DO NOTHING
"""

# A slot is as long as the pause, so a row of the last seconds is of this slot or the one before; of two at once the key lets one in.
_PUT_AGAIN = """
WITH slot AS (SELECT floor(extract(epoch FROM clock_timestamp()) / $6::float8)::bigint AS n),
earlier AS (
    SELECT max(o.created_at) AS newest FROM log.outbox o, slot
     WHERE o.stream_id = $1 AND o.dedupe_key IN ($2 || '.' || slot.n, $2 || '.' || (slot.n - 1))
),
written AS (
    INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)
    SELECT $1, $2 || '.' || slot.n, $3, $4, $5 FROM slot, earlier
     WHERE earlier.newest IS NULL OR earlier.newest <= clock_timestamp() - make_interval(secs => $6)
    ON CONFLICT DO NOTHING RETURNING true
)
SELECT EXISTS (SELECT FROM written) AS is_written,
       coalesce(greatest(1, ceil($6 - extract(epoch FROM clock_timestamp() - newest))), $6)::integer AS seconds FROM earlier
"""

# Errands are found by an index of their own: thousands of letters may wait, and nobody who looks for a refund passes them one by one.
_FREE = "done_at IS NULL AND next_at <= statement_timestamp() AND (leased_until IS NULL OR leased_until < statement_timestamp())"
_IS_ERRAND = f"topic IN {ERRANDS}"
_LEASE = """
WITH free AS (
    SELECT stream_id, dedupe_key FROM log.outbox WHERE {chosen} ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED
)
UPDATE log.outbox o
   SET leased_until = clock_timestamp() + make_interval(secs => $2), leased_by = $3, attempts = o.attempts + 1
  FROM free WHERE o.stream_id = free.stream_id AND o.dedupe_key = free.dedupe_key
RETURNING o.stream_id, o.dedupe_key, o.version, o.topic, o.payload, o.attempts
"""
LEASE_LETTERS = _LEASE.format(chosen=f"{_FREE} AND NOT ({_IS_ERRAND})")
LEASE_ERRANDS = _LEASE.format(chosen=f"{_FREE} AND topic = $4 AND {_IS_ERRAND}")

_FINISH = """
UPDATE log.outbox
   SET done_at = clock_timestamp(), leased_until = NULL, outcome = $5, last_reply = $6, payload = payload - $7::text[]
 WHERE stream_id = $1 AND dedupe_key = $2 AND leased_by = $3 AND attempts = $4 AND done_at IS NULL
RETURNING true
"""

_AGAIN = """
UPDATE log.outbox
   SET next_at = clock_timestamp() + make_interval(secs => $6), leased_until = NULL, leased_by = NULL, last_reply = $5
 WHERE stream_id = $1 AND dedupe_key = $2 AND leased_by = $3 AND attempts = $4 AND done_at IS NULL
RETURNING true
"""

_WAITING = """
SELECT count(*) AS rows, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS oldest_seconds
  FROM log.outbox WHERE done_at IS NULL
"""


async def put(
    connection: Connection, stream_id: int, dedupe_key: str, topic: str, payload: Mapping[str, Any], version: int = 0
) -> None:
    """Write a row in the caller's transaction, for effects that no fact of the log causes (a forgotten password).

    Args:
        version: the fact that causes it, or 0. Together with stream and key it names the letter for ever.
    """
    await connection.execute(_PUT, stream_id, dedupe_key, version, topic, dict(payload))


async def put_all(source: Pool | Connection, stream_id: int, version: int, rows: Sequence[OutboxRow]) -> None:
    """Write the rows of a round that a fact at this version began; those that are there already stay as they are.

    A row's own version is that one and its `version_offset`.
    """
    keys, topics, payloads = [row.dedupe_key for row in rows], [row.topic for row in rows], [dict(row.payload) for row in rows]
    await source.execute(_PUT_ALL, stream_id, keys, [version + row.version_offset for row in rows], topics, payloads)


async def put_again(
    source: Pool | Connection, stream_id: int, key: str, topic: str, payload: Mapping[str, Any], *, version: int, pause_seconds: int
) -> int | None:
    """Write a row that somebody asked for, unless he did so within the last seconds.

    Args:
        key: the same each time; the row's own key is this one with the number of its slot of time.

    Returns:
        None when it is written, else after how many seconds to ask again.
    """
    row = await source.fetchrow(_PUT_AGAIN, stream_id, key, version, topic, dict(payload), float(pause_seconds))
    assert row is not None
    return None if row["is_written"] else row["seconds"]


class Outbox:
    """The outbox as one worker sees it.

    Args:
        worker_id: new for every process.
        errand: the topic that is leased here; None for all letters.
    """

    def __init__(self, pool: Pool, worker_id: UUID, errand: Errand | None = None) -> None:
        self._pool = pool
        self._worker_id = worker_id
        self._errand = errand

    async def lease(self, limit: int) -> list[Leased]:
        """Take at most `limit` rows whose hour has come, oldest first. No row is held by two workers."""
        asked = (limit, float(LEASE_SECONDS), self._worker_id)
        if self._errand is None:
            rows = await self._pool.fetch(LEASE_LETTERS, *asked)
        else:
            rows = await self._pool.fetch(LEASE_ERRANDS, *asked, self._errand)
        return [Leased(**dict(row)) for row in rows]

    async def done(self, row: Leased, outcome: Outcome, reply: str) -> bool:
        """Note that a row needs nothing more. False: the lease was lost, and nothing was noted."""
        return await self._finish(row, outcome, reply)

    async def dead(self, row: Leased, reply: str) -> bool:
        """Note that a row will never succeed. It stays in the ledger. False: the lease was lost."""
        return await self._finish(row, "dead", reply)

    async def _finish(self, row: Leased, outcome: str, reply: str) -> bool:
        key = (row.stream_id, row.dedupe_key, self._worker_id, row.attempts)
        return bool(await self._pool.fetchval(_FINISH, *key, outcome, _storable(reply), list(STRUCK_FIELDS)))

    async def again(self, row: Leased, reply: str, after_seconds: float) -> bool:
        """Give a row back, to be tried again after that many seconds. False: the lease was lost."""
        key = (row.stream_id, row.dedupe_key, self._worker_id, row.attempts)
        return bool(await self._pool.fetchval(_AGAIN, *key, _storable(reply), after_seconds))

    async def waiting(self) -> Waiting:
        """What is not carried out yet (a metric: a growing age means that nobody sends)."""
        row = await self._pool.fetchrow(_WAITING)
        assert row is not None
        return Waiting(row["rows"], row["oldest_seconds"])


def _storable(reply: str) -> str:
    """What Postgres and a table on a page can hold: no NUL, one line, bounded."""
    return " ".join(reply.replace("\x00", "").split())[:REPLY_CHARACTERS_MAX]
