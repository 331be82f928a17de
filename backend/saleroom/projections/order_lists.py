"""How orders are found: one's own, those of an event, all of them; page by page for people, and by keys for exports.

Names of events, types and buyers stand elsewhere and are joined when they are asked; an erased buyer has none.
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from saleroom.domain.ids import ITEMS, item_id
from saleroom.domain.ticket_sales.refund_events import RefundReason
from saleroom.domain.ticket_sales.sale import RefundStatus
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.order_folding import OrderRow
from saleroom.projections.orders import ORDER_COLUMNS, order_row
from saleroom.projections.search import words_of
from saleroom.projections.tickets import SeatWords

EXPORT_PAGE: Final = 1_000  # orders; about 10 ms of Postgres, and no snapshot is held while a slow reader reads

_COLUMNS: Final = f"""
o.sale_id, {", ".join(f"o.{name}" for name in ORDER_COLUMNS.split(", "))}, s.title, s.organizer_id, s.types,
coalesce(nullif(u.name, ''), u.username) AS buyer_name, u.email AS buyer_email,
(SELECT coalesce(jsonb_agg(jsonb_build_array(r.n, r.amount_minor, r.status, r.reason, r.note) ORDER BY r.n), '[]')
   FROM public.refunds r WHERE r.sale_id = o.sale_id AND r.order_n = o.n) AS refunds
"""
_FROM: Final = """
FROM public.orders o JOIN public.ticket_sales s ON s.id = o.sale_id LEFT JOIN public.users u ON u.id = o.person_id
"""
_SOUGHT: Final = f"""
((o.sale_id * {ITEMS} + o.n)::text = {{q}} OR o.person_id::text = {{q}}
 OR strpos(lower(u.name), lower({{q}})) > 0 OR strpos(lower(u.username), lower({{q}})) > 0
 OR o.sale_id = ANY (ARRAY(
     SELECT named.id FROM public.ticket_sales named WHERE cardinality({{words}}::text[]) > 0
        AND NOT EXISTS (SELECT FROM unnest({{words}}::text[]) AS word WHERE named.search NOT LIKE '% ' || word || '%'))))
"""
_SOUGHT_WITH_MAIL: Final = f"({_SOUGHT} OR strpos(lower(u.email), lower({{q}})) > 0)"
_NEWEST: Final = "o.created_at DESC, o.sale_id DESC, o.n DESC"
_NEWEST_OF_SALE: Final = "o.n DESC"  # as they were placed, and by the key
_ONE: Final = f"SELECT {_COLUMNS} {_FROM} WHERE o.sale_id = $1 AND o.n = $2"
_SEATS: Final = """
SELECT sale_id, seat_id, section, row_name, number FROM public.ticket_seats
 WHERE (sale_id, seat_id) IN (SELECT * FROM unnest($1::bigint[], $2::text[]))
"""


@dataclass(frozen=True, slots=True)
class BackRow:
    """A refund, as an order shows it; `id` is as people see it, `note` says how one was paid that was settled by hand."""

    id: int
    amount_minor: int
    status: RefundStatus
    reason: RefundReason
    note: str


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

    def conditions(self) -> tuple[str, list[Any]]:
        """The conditions, and their arguments.

        Only what is asked for stands in the statement: one that allows for everything gets a plan that fits nothing, from its sixth
        use on (50,000 orders for an export were read in 6 s, and are in 2.5).
        """
        found, arguments = ["true"], list[Any]()
        given = (("o.person_id = {}", self.person_id), ("o.sale_id = {}", self.sale_id), ("o.status = ANY({}::text[])", self.statuses))
        for condition, value in given:
            if value is not None:
                arguments.append(value)
                found.append(condition.format(f"${len(arguments)}"))
        if sought := self.q.replace("\x00", "").strip():
            arguments += [sought, words_of(sought)]
            condition = _SOUGHT_WITH_MAIL if self.knows_mails else _SOUGHT
            found.append(condition.format(q=f"${len(arguments) - 1}::text", words=f"${len(arguments)}"))
        return " AND ".join(found), arguments


async def find(source: Pool | Connection, query: OrderQuery) -> tuple[list[FoundOrder], int]:
    """A page of orders, newest first, and how many there are in all."""
    conditions, arguments = query.conditions()
    total: int = await source.fetchval(f"SELECT count(*) {_FROM} WHERE {conditions}", *arguments)
    order, n = _NEWEST if query.sale_id is None else _NEWEST_OF_SALE, len(arguments)
    page = f"SELECT {_COLUMNS} {_FROM} WHERE {conditions} ORDER BY {order} LIMIT ${n + 1} OFFSET ${n + 2}"
    return [_found(row) for row in await source.fetch(page, *arguments, query.limit, query.offset)], total


async def pages(pool: Pool, query: OrderQuery) -> AsyncGenerator[list[FoundOrder], None]:
    """All orders that are looked for, event by event and in their order, a page at a time; each page is of its own moment."""
    conditions, arguments = query.conditions()
    n, after = len(arguments), (0, 0)
    following = f"{conditions} AND (o.sale_id, o.n) > (${n + 1}, ${n + 2}) ORDER BY o.sale_id, o.n LIMIT ${n + 3}"
    while rows := await pool.fetch(f"SELECT {_COLUMNS} {_FROM} WHERE {following}", *arguments, *after, EXPORT_PAGE):
        yield [_found(row) for row in rows]
        after = rows[-1]["sale_id"], rows[-1]["n"]


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
        tuple(BackRow(item_id(sale, n), *told) for n, *told in row["refunds"]),
    )
