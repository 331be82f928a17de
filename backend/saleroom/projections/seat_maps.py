"""The drawer of halls: every seat map that is offered, filled in the same transaction as its fact.

A hall is kept as the JSON text that it is handed on as; how many seats it has, and whether it is still offered, stands in the head row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from saleroom.domain.ids import number_of
from saleroom.domain.seat_maps.events import SeatMapDrawn, SeatMapRedrawn, SeatMapRemoved
from saleroom.eventlog.codec import Codec, canonical
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.rewriting import rewrite_rows
from saleroom.projections.search import plain, words_of

TABLE: Final = "seat_maps"

PROJECTED: Final = frozenset({SeatMapDrawn, SeatMapRedrawn, SeatMapRemoved})

_PUT = """
INSERT INTO public.seat_maps (id, stream_id, owner_id, name, hall, created_at, search, version)
VALUES ($1, $2, $3, $4, $5::text::json, $6, $7, $8)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, hall = excluded.hall, search = excluded.search, version = excluded.version
WHERE seat_maps.version <= excluded.version
"""
_DROP = "DELETE FROM public.seat_maps WHERE id = $1"
_COLUMNS = "m.id, m.owner_id, m.name, m.created_at, s.state, s.version"
_FROM = "FROM public.seat_maps m JOIN log.stream s USING (stream_id)"
_WHERE = """
WHERE s.state->>'status' = 'drawn' AND NOT EXISTS (SELECT FROM unnest($1::text[]) AS word WHERE m.search NOT LIKE '% ' || word || '%')
  AND ($2::bigint IS NULL OR m.owner_id = $2)
"""
_PAGE = f"SELECT {_COLUMNS}, NULL AS hall {_FROM} {_WHERE} ORDER BY m.name, m.id LIMIT $3 OFFSET $4"
_TOTAL = f"SELECT count(*) {_FROM} {_WHERE}"
_ONE = f"SELECT {_COLUMNS}, m.hall::text AS hall {_FROM} WHERE m.id = $1 AND s.state->>'status' = 'drawn'"


@dataclass(frozen=True, slots=True)
class SeatMapRow:
    """A stored hall. `seats` and `standing` are how many people it takes so; `hall` is JSON text, None in lists."""

    id: int
    owner_id: int
    name: str
    created_at: datetime
    seats: int
    standing: int
    hall: str | None
    version: int


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Fill in, replace or take away a hall."""
    number = number_of(stream)
    for one in recorded:
        if isinstance(one.fact, SeatMapRemoved):
            await connection.execute(_DROP, number)
            continue
        owner = one.fact.owner_id if isinstance(one.fact, SeatMapDrawn) else one.fact.by
        name, hall = one.fact.hall.name, canonical(one.fact.hall).decode()
        await connection.execute(_PUT, number, stream, owner, name, hall, one.at, plain(f"{number} {name}"), one.version)


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every seat map anew from the log, while the house runs."""
    await rewrite_rows(pool, codec, "seat_maps", TABLE, PROJECTED, _write_anew)


async def _write_anew(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    await connection.execute(_DROP, number_of(stream))
    await project(connection, stream, recorded)


async def find(
    source: Pool | Connection, q: str = "", *, owner_id: int | None = None, limit: int = 20, offset: int = 0
) -> tuple[list[SeatMapRow], int]:
    """A page of halls without their seats, by name, and how many there are in all."""
    words = words_of(q)
    total: int = await source.fetchval(_TOTAL, words, owner_id)
    rows = await source.fetch(_PAGE, words, owner_id, limit, offset)
    return [_row(row) for row in rows], total


async def one(source: Pool | Connection, number: int) -> SeatMapRow | None:
    """One hall by its number."""
    row = await source.fetchrow(_ONE, number)
    return None if row is None else _row(row)


def _row(row: Any) -> SeatMapRow:
    state = row["state"]
    return SeatMapRow(
        row["id"], row["owner_id"], row["name"], row["created_at"], state["seats"], state["standing"], row["hall"], row["version"]
    )
