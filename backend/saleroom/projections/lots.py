"""The catalogue: the words of every lot, joined with the figures of its head row.

The words are filled in the same transaction as the fact, so a lot is in the catalogue when its seller is answered. The figures are never
copied: they are read from `log.stream`, which the append itself wrote, so they are never stale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from saleroom.domain.auctions.events import LotCancelled, LotCreated, LotEdited
from saleroom.domain.ids import number_of
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections import lot_pictures, rewriting
from saleroom.projections.lot_pictures import LotPicture
from saleroom.projections.search import plain, words_of

TABLE: Final = "lots"

PROJECTED: Final = frozenset({LotCreated, LotEdited, LotCancelled})

Sort = Literal["ending", "newest", "price", "-price", "bids"]

_PUT = """
INSERT INTO lots (id, stream_id, seller_id, title, description, author, lot_materials, auction_name, image_url, created_at, search, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (id) DO UPDATE SET
    seller_id = excluded.seller_id, title = excluded.title, description = excluded.description, author = excluded.author,
    lot_materials = excluded.lot_materials, auction_name = excluded.auction_name, image_url = excluded.image_url,
    search = excluded.search, version = excluded.version
WHERE lots.version <= excluded.version
"""
_CANCEL = "UPDATE lots SET cancel_reason = $2, version = $3 WHERE id = $1 AND version <= $3"
_FORGET = "UPDATE lots SET stream_id = $2, created_at = $3, cancel_reason = '', version = 0 WHERE id = $1"  # _PUT replaces the rest
_ORDERS: Final[dict[str, str]] = {
    "ending": "(s.due_at IS NULL), s.due_at, l.id DESC",
    "newest": "l.created_at DESC, l.id DESC",
    "price": "(s.state->>'price')::bigint, l.id",
    "-price": "(s.state->>'price')::bigint DESC, l.id DESC",
    "bids": "(s.state->>'bids')::bigint DESC, l.id DESC",
}
_COLUMNS = f"""
l.id, l.stream_id, l.seller_id, l.title, l.description, l.author, l.lot_materials, l.auction_name, l.image_url, l.created_at,
l.cancel_reason, s.state, s.version, {lot_pictures.OF_LOT} AS pictures
"""
_FROM = "FROM lots l JOIN log.stream s USING (stream_id)"
_WHERE = """
WHERE ($1::text[] IS NULL OR s.state->>'status' = ANY($1))
  AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE l.search NOT LIKE '% ' || word || '%')
  AND ($3::bigint[] IS NULL OR l.id = ANY($3)) AND ($4::bigint IS NULL OR l.seller_id = $4)
"""
_ONE = f"SELECT {_COLUMNS} {_FROM} WHERE l.id = $1"


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot as the catalogue knows it: its words, and the figures of its head row at `version`.

    `cancel_reason` is empty unless the lot was cancelled and a reason was given.
    """

    id: int
    seller_id: int
    title: str
    description: str
    author: str
    lot_materials: str
    auction_name: str
    image_url: str
    created_at: datetime
    cancel_reason: str
    state: dict[str, Any]
    version: int
    pictures: tuple[LotPicture, ...]


@dataclass(frozen=True, slots=True)
class LotQuery:
    """What is looked for: words (each the beginning of a word of number, title or author), states, a page."""

    q: str = ""
    statuses: tuple[str, ...] | None = None
    sort: Sort = "ending"
    limit: int = 20
    offset: int = 0
    ids: tuple[int, ...] | None = None
    seller_id: int | None = None


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Fill in what new facts say of a lot's words, and why it was cancelled."""
    number = number_of(stream)
    for one in recorded:
        if isinstance(one.fact, LotCancelled):
            await connection.execute(_CANCEL, number, one.fact.reason.replace("\x00", ""), one.version)
        if not isinstance(one.fact, (LotCreated, LotEdited)):
            continue
        words, seller = one.fact.words, one.fact.seller_id if isinstance(one.fact, LotCreated) else one.fact.by
        await connection.execute(
            _PUT, number, stream, seller, words.title, words.description, words.author, words.lot_materials,
            words.auction_name, words.image_url, one.at, plain(f"{number} {words.title} {words.author}"), one.version,
        )


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every lot's words anew from the log, while the house runs; in place, since stars hang on the rows."""
    async with pool.acquire() as connection:
        await rewriting.drop_stray(connection, "auctions", "favorites", "lot_id")
    await rewriting.rewrite_rows(pool, codec, "auctions", TABLE, PROJECTED, _write_anew)


async def _write_anew(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    if recorded:
        await connection.execute(_FORGET, number_of(stream), stream, recorded[0].at)
    await project(connection, stream, recorded)


async def find(source: Pool | Connection, query: LotQuery) -> tuple[list[LotRow], int]:
    """A page of lots, and how many there are in all."""
    arguments = (query.statuses, words_of(query.q), query.ids, query.seller_id)
    total = await source.fetchval(f"SELECT count(*) {_FROM} {_WHERE}", *arguments)
    rows = await source.fetch(
        f"SELECT {_COLUMNS} {_FROM} {_WHERE} ORDER BY {_ORDERS[query.sort]} LIMIT $5 OFFSET $6", *arguments, query.limit, query.offset
    )
    return [_row(row) for row in rows], total


async def one(source: Pool | Connection, number: int) -> LotRow | None:
    """One lot by its number."""
    row = await source.fetchrow(_ONE, number)
    return None if row is None else _row(row)


def _row(row: Any) -> LotRow:
    return LotRow(
        row["id"], row["seller_id"], row["title"], row["description"], row["author"], row["lot_materials"],
        row["auction_name"], row["image_url"], row["created_at"], row["cancel_reason"], row["state"], row["version"],
        lot_pictures.of_column(row["pictures"]),
    )
