"""Folded states, kept beside the log so that a long stream need not be folded from its first fact: a cache (law 9).

A snapshot is (stream, version, parts): the state after the first `version` facts. It counts only for the shape of state it was
written for; any of them can be dropped at any time.
"""

from dataclasses import dataclass

from saleroom.eventlog.pool import Connection, Pool

_NEWEST = "SELECT version, parts FROM log.snapshot WHERE stream_id = $1 AND state_version = $2"
_KEEP = """
INSERT INTO log.snapshot (stream_id, version, state_version, parts) VALUES ($1, $2, $3, $4)
ON CONFLICT (stream_id) DO UPDATE SET version = excluded.version, state_version = excluded.state_version, parts = excluded.parts
WHERE snapshot.version < excluded.version OR snapshot.state_version <> excluded.state_version
"""
_STALE = """
SELECT s.stream_id FROM log.stream s LEFT JOIN log.snapshot n ON n.stream_id = s.stream_id AND n.state_version = $2
 WHERE s.kind = $1 AND s.version - coalesce(n.version, 0) >= $3
   AND (s.last_at <= clock_timestamp() - $4 * interval '1 second' OR s.version - coalesce(n.version, 0) >= $5)
 ORDER BY s.stream_id LIMIT $6
"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The dumped state after the first `version` facts of a stream; each part is JSON."""

    version: int
    parts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """When a stream is worth a new snapshot: so many facts after the last and some seconds of rest, or many more facts."""

    facts: int
    rest_seconds: float
    hurry_facts: int


async def newest(source: Pool | Connection, stream: int, state_version: int) -> Snapshot | None:
    """The kept state of a stream, if it has the shape that this program reads."""
    row = await source.fetchrow(_NEWEST, stream, state_version)
    return None if row is None else Snapshot(row["version"], tuple(row["parts"]))


async def keep(source: Pool | Connection, stream: int, state_version: int, snapshot: Snapshot) -> None:
    """Keep a state instead of an older one."""
    await source.execute(_KEEP, stream, snapshot.version, state_version, snapshot.parts)


async def stale(source: Pool | Connection, kind: str, state_version: int, grown: Grown, limit: int) -> list[int]:
    """Streams of a noun that have grown so since their snapshot."""
    rows = await source.fetch(_STALE, kind, state_version, grown.facts, grown.rest_seconds, grown.hurry_facts, limit)
    return [row["stream_id"] for row in rows]
