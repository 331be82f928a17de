"""The programme: words and terms of every ticket sale, joined with the figures of its head row.

Words and terms are filled in the same transaction as the fact, so a sale is in the programme when its organiser is answered. Figures are
never copied: they are read from `log.stream`, which the append itself wrote, so they are never stale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

import orjson

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales.commands import SaleTerms, SaleWords
from saleroom.domain.ticket_sales.events import HallPlaced, SaleCreated, SaleEdited
from saleroom.eventlog.codec import Codec, canonical
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.rewriting import rewrite_rows
from saleroom.projections.search import plain, words_of

TABLE: Final = "ticket_sales"

PROJECTED: Final = frozenset({HallPlaced, SaleCreated, SaleEdited})

Sort = Literal["start", "-start", "newest"]

_TERMS: Final = Codec({SaleTerms: (1, 1)})  # reads terms from JSON as facts are read

_PUT = """
INSERT INTO public.ticket_sales (
    id, stream_id, organizer_id, title, organizer, location, description, cover_image, seat_map_url, sale_starts_at, starts_at, ends_at,
    types, terms, hall, created_at, search, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::text::json, $16, $17, $18)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title, organizer = excluded.organizer, location = excluded.location, description = excluded.description,
    cover_image = excluded.cover_image, seat_map_url = excluded.seat_map_url, sale_starts_at = excluded.sale_starts_at,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, types = excluded.types, terms = excluded.terms,
    search = excluded.search, version = excluded.version
WHERE ticket_sales.version <= excluded.version
"""
_PLACE = "UPDATE public.ticket_sales SET hall = $2::text::json, version = $3 WHERE id = $1 AND version <= $3"
_DROP = "DELETE FROM public.ticket_sales WHERE id = $1"
_COLUMNS = """
t.id, t.organizer_id, t.title, t.organizer, t.location, t.description, t.cover_image, t.seat_map_url, t.types, t.terms,
t.hall IS NOT NULL AS has_hall, t.created_at, s.state - 'seats' AS state, s.version
"""
_FROM = "FROM public.ticket_sales t JOIN log.stream s USING (stream_id)"
_WHERE = """
WHERE ($1::text[] IS NULL OR s.state->>'status' = ANY($1))
  AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE t.search NOT LIKE '% ' || word || '%')
  AND ($3::bigint IS NULL OR t.organizer_id = $3)
  AND ($4::timestamptz IS NULL OR t.starts_at >= $4) AND ($5::timestamptz IS NULL OR t.starts_at < $5)
"""
_IS_OVER = "s.state->>'status' IN ('ended', 'cancelled')"
_ORDERS: Final[dict[str, str]] = {
    "start": f"{_IS_OVER}, CASE WHEN {_IS_OVER} THEN -1 ELSE 1 END * extract(epoch FROM t.starts_at), t.id",
    "-start": "t.starts_at DESC, t.id DESC",
    "newest": "t.created_at DESC, t.id DESC",
}
_ONE = f"SELECT {_COLUMNS} {_FROM} WHERE t.id = $1"
_SEATS = """
SELECT t.hall::text AS hall, t.types, s.state->>'seats' AS seats, s.version
  FROM public.ticket_sales t JOIN log.stream s USING (stream_id) WHERE t.id = $1
"""


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale as the programme knows it: its words and terms, and the figures of its head row at `version`, without seats."""

    id: int
    organizer_id: int
    words: SaleWords
    terms: SaleTerms
    has_hall: bool
    created_at: datetime
    state: dict[str, Any]
    version: int

    @property
    def figures(self) -> dict[int, dict[str, int]]:
        """Of each type by its number: size, sold, pending, held, free and checked_in."""
        names = ("size", "sold", "pending", "held", "free", "checked_in")
        return {row[0]: dict(zip(names, row[1:], strict=True)) for row in self.state["types"]}


@dataclass(frozen=True, slots=True)
class SaleSeats:
    """The hall of a sale as JSON text, and what became of each seat at `version`; both None without a hall."""

    hall: str | None
    seats: str | None
    types_by_zone: dict[str, list[int]]
    version: int


@dataclass(frozen=True, slots=True)
class SaleQuery:
    """What is looked for: words (each the beginning of a word of title, organizer or location), states, starts, a page.

    Attributes:
        starts_from: the earliest start of the concert; `starts_before` is the first moment that is too late.
        sort: `start` has what is still to come first, the soonest at the top, and then what is over, the latest at the top.
    """

    q: str = ""
    statuses: tuple[str, ...] | None = None
    organizer_id: int | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    sort: Sort = "start"
    limit: int = 20
    offset: int = 0


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Fill in what new facts say of a sale's words, terms and hall."""
    hall = None
    for one in recorded:
        match one.fact:
            case HallPlaced():
                hall = canonical(one.fact.hall).decode()
                await connection.execute(_PLACE, number_of(stream), hall, one.version)
            case SaleCreated():
                await _put(connection, stream, one, one.fact.organizer_id, hall)
            case SaleEdited():
                await _put(connection, stream, one, one.fact.by, None)


async def _put(connection: Connection, stream: int, one: Recorded, organizer_id: int, hall: str | None) -> None:
    """Write a sale's row; organizer and hall count for a new one only."""
    number, words, terms = number_of(stream), one.fact.words, orjson.loads(canonical(one.fact.terms))
    types, search = terms.pop("types"), plain(f"{words.title} {words.organizer} {words.location}")
    await connection.execute(
        _PUT, number, stream, organizer_id, words.title, words.organizer, words.location, words.description, words.cover_image,
        words.seat_map_url, one.fact.terms.sale_starts_at, one.fact.terms.starts_at, one.fact.terms.ends_at, types, terms, hall, one.at,
        search, one.version,
    )


async def refill(pool: Pool, codec: Codec) -> None:
    """Make every sale's row anew from the log, while the house runs."""
    await rewrite_rows(pool, codec, TABLE, TABLE, PROJECTED, _write_anew)


async def _write_anew(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    await connection.execute(_DROP, number_of(stream))
    await project(connection, stream, recorded)


async def find(source: Pool | Connection, query: SaleQuery) -> tuple[list[SaleRow], int]:
    """A page of sales, and how many there are in all."""
    arguments = (query.statuses, words_of(query.q), query.organizer_id, query.starts_from, query.starts_before)
    total = await source.fetchval(f"SELECT count(*) {_FROM} {_WHERE}", *arguments)
    rows = await source.fetch(
        f"SELECT {_COLUMNS} {_FROM} {_WHERE} ORDER BY {_ORDERS[query.sort]} LIMIT $6 OFFSET $7", *arguments, query.limit, query.offset
    )
    return [_row(row) for row in rows], total


async def one(source: Pool | Connection, number: int) -> SaleRow | None:
    """One sale by its number."""
    row = await source.fetchrow(_ONE, number)
    return None if row is None else _row(row)


async def seats_of(source: Pool | Connection, number: int) -> SaleSeats | None:
    """The hall of a sale and the state of its seats, read in one statement, so that they belong together."""
    row = await source.fetchrow(_SEATS, number)
    if row is None:
        return None
    types_by_zone: dict[str, list[int]] = {}
    for kind in row["types"]:
        if kind["section"] is not None:
            types_by_zone.setdefault(kind["section"], []).append(kind["id"])
    return SaleSeats(row["hall"], row["seats"], types_by_zone, row["version"])


def _row(row: Any) -> SaleRow:
    words = SaleWords(row["title"], row["organizer"], row["location"], row["description"], row["cover_image"], row["seat_map_url"])
    terms = _TERMS.decode(1, 1, orjson.dumps({**row["terms"], "types": row["types"]}))
    return SaleRow(
        row["id"], row["organizer_id"], words, terms, row["has_hall"], row["created_at"], row["state"], row["version"]
    )
