"""Reads one link of a stream's hash chain with everything its hash covers, so that a reader can compute it anew."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from saleroom.eventlog.pool import Connection, Pool

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_LINK: Final = """
SELECT e.version, e.command_id, e.ordinal, e.type, e.schema_version, e.at, e.fingerprint, e.data, e.hash,
       coalesce(p.hash, decode(repeat('00', 32), 'hex')) AS previous_hash
  FROM log.event e LEFT JOIN log.event p ON p.stream_id = e.stream_id AND p.version = e.version - 1
 WHERE e.stream_id = $1 AND e.version = $2
"""


@dataclass(frozen=True, slots=True)
class Link:
    """One link: the hash before it, the fields in the order in which `db/functions/append.sql` hashes them, and its own hash.

    Attributes:
        previous_hash: 32 zero bytes where nothing is before it; of a chain that somebody cut, so that its proof fails.
        at_micros: microseconds since 1970.
        data: the exact bytes of the fact.
    """

    previous_hash: bytes
    version: int
    command_id: UUID
    ordinal: int
    type: int
    schema_version: int
    at_micros: int
    fingerprint: bytes
    data: bytes
    hash: bytes


async def link(source: Pool | Connection, stream: int, version: int) -> Link | None:
    """The link at a version; None when there is no such fact."""
    row = await source.fetchrow(_LINK, stream, version)
    if row is None:
        return None
    at_micros = (row["at"] - EPOCH) // timedelta(microseconds=1)
    return Link(
        row["previous_hash"], row["version"], row["command_id"], row["ordinal"], row["type"], row["schema_version"], at_micros,
        row["fingerprint"], row["data"], row["hash"],
    )
