"""How orders are found: one's own, those of an event, all of them; page by page for people, and by keys for exports.

Names of events, types and buyers stand elsewhere and are joined when they are asked; an erased buyer has none.
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from saleroom.domain.ids import ITEMS, item_id
from saleroom.domain.ticket_sales.events import RefundReason
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.order_folding import OrderRow, RefundStatus
from saleroom.projections.orders import ORDER_COLUMNS, order_row
from saleroom.projections.search import plain
from saleroom.projections.tickets import SeatWords

EXPORT_PAGE: Final = 1_000  # orders; about 10 ms of Postgres, and no snapshot is held while a slow reader reads

_COLUMNS: Final = f"""
o.sale_id, {", ".join(f"o.{name}" for name in ORDER_COLUMNS.split(", "))}, s.title, s.organizer_id, s.types,
coalesce(nullif(u.name, ''), u.username) AS buyer_name, u.email AS buyer_email,
(SELECT coalesce(jsonb_agg(jsonb_build_array(r.n, r.amount_minor, r.status, r.reason) ORDER BY r.n), '[]')
   FROM public.refunds r WHERE r.sale_id = o.sale_id AND r.order_n = o.n) AS refunds
"""
_FROM: Final = """
FROM public.orders o JOIN public.ticket_sales s ON s.id = o.sale_id LEFT JOIN public.users u ON u.id = o.person_id
"""
_WHERE: Final = f"""
WHERE ($1::bigint IS NULL OR o.person_id = $1) AND ($2::bigint IS NULL OR o.sale_id = $2)
  AND ($3::text[] IS NULL OR o.status = ANY($3))
  AND ($4 = '' OR (o.sale_id * {ITEMS} + o.n)::text = $4 OR o.person_id::text = $4
       OR strpos(lower(u.name), lower($4)) > 0 OR strpos(lower(u.username), lower($4)) > 0
       OR ($5 AND strpos(lower(u.email), lower($4)) > 0)
       OR (cardinality($6::text[]) > 0
           AND NOT EXISTS (SELECT FROM unnest($6::text[]) AS word WHERE s.search NOT LIKE '% ' || word || '%')))
"""
_PAGE: Final = f"SELECT {_COLUMNS} {_FROM} {_WHERE} ORDER BY o.created_at DESC, o.sale_id DESC, o.n DESC LIMIT $7 OFFSET $8"
_TOTAL: Final = f"SELECT count(*) {_FROM} {_WHERE}"
_NEXT: Final = f"SELECT {_COLUMNS} {_FROM} {_WHERE} AND (o.sale_id, o.n) > ($7, $8) ORDER BY o.sale_id, o.n LIMIT $9"
_ONE: Final = f"SELECT {_COLUMNS} {_FROM} WHERE o.sale_id = $1 AND o.n = $2"
_SEATS: Final = """
SELECT sale_id, seat_id, section, row_name, number FROM public.ticket_seats
 WHERE (sale_id, seat_id) IN (SELECT * FROM unnest($1::bigint[], $2::text[]))
"""


@dataclass(frozen=True, slots=True)
class BackRow:
    """A refund, as an order shows it; `id` is as people see it."""

    id: int
    amount_minor: int
    status: RefundStatus
    reason: RefundReason


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order with the words around it.

    Attributes:
        type_names: by the numbers of the event's types.
        buyer_name: his name, or else his user name; None for an erased buyer.
    """

    sale_id: int
    order: OrderRow
    title: str
    organizer_id: int
    type_names: dict[int, str]
    buyer_name: str | None
    buyer_email: str | None
    refunds: tuple[BackRow, ...]

    @property
    def id(self) -> int:
        """As people see it."""
        return item_id(self.sale_id, self.order.n)


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """What is looked for.

    Attributes:
        q: the number of an order or buyer, part of his name, or beginnings of words of the event.
        knows_mails: whether `q` may also be part of a buyer's mail address.
    """

    person_id: int | None = None
    sale_id: int | None = None
    statuses: tuple[str, ...] | None = None
    q: str = ""
    knows_mails: bool = False
    limit: int = 20
    offset: int = 0

    @property
    def arguments(self) -> tuple[Any, ...]:
        """Of `_WHERE`."""
        sought = self.q.replace("\x00", "").strip()
        return self.person_id, self.sale_id, self.statuses, sought, self.knows_mails, plain(sought).split()


async def find(source: Pool | Connection, query: OrderQuery) -> tuple[list[FoundOrder], int]:
    """A page of orders, newest first, and how many there are in all."""
    total: int = await source.fetchval(_TOTAL, *query.arguments)
    rows = await source.fetch(_PAGE, *query.arguments, query.limit, query.offset)
    return [_found(row) for row in rows], total


async def pages(pool: Pool, query: OrderQuery) -> AsyncGenerator[list[FoundOrder], None]:
    """All orders that are looked for, event by event and in their order, a page at a time; each page is of its own moment."""
    sale = n = 0
    while rows := await pool.fetch(_NEXT, *query.arguments, sale, n, EXPORT_PAGE):
        yield [_found(row) for row in rows]
        sale, n = rows[-1]["sale_id"], rows[-1]["n"]


async def one(source: Pool | Connection, sale: int, n: int) -> FoundOrder | None:
    """One order by its sale and its number inside it."""
    row = await source.fetchrow(_ONE, sale, n)
    return None if row is None else _found(row)


async def seats(source: Pool | Connection, found: Sequence[FoundOrder]) -> dict[tuple[int, str], SeatWords]:
    """Where the seats of some orders are, by sale and seat id."""
    asked = [(one.sale_id, seat) for one in found for line in one.order.lines for seat in line.seats]
    if not asked:
        return {}
    rows = await source.fetch(_SEATS, *zip(*asked, strict=True))
    return {(row["sale_id"], row["seat_id"]): SeatWords(row["seat_id"], row["section"], row["row_name"], row["number"]) for row in rows}


def _found(row: Any) -> FoundOrder:
    sale = row["sale_id"]
    return FoundOrder(
        sale, order_row(row), row["title"], row["organizer_id"], {kind["id"]: kind["name"] for kind in row["types"]},
        row["buyer_name"], row["buyer_email"],
        tuple(BackRow(item_id(sale, n), amount, status, reason) for n, amount, status, reason in row["refunds"]),
    )
