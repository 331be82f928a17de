"""Orders and refunds of ticket sales: one row an order, one row a refund, written in the transaction of the facts.

So an order can be read as soon as its buyer is answered. A batch is two statements at most for orders and two for refunds, however
many people press: read the rows that its facts touch and did not begin, fold the facts over them, and put all of them back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
import structlog

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales.events import Line
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.order_folding import Book, OrderRow, RefundRow, needed
from saleroom.projections.rewriting import rewrite

TABLE: Final = "orders"

ORDER_COLUMNS: Final = (
    "n, person_id, status, via, lines, created_at, expires_at, version, refunded_minor, tickets, attempts, paid_attempt, paid_at"
)
REFUND_COLUMNS: Final = (
    "n, order_n, attempt, amount_minor, reason, status, created_at, version, settled_at, settled_by, note, paid_again_at"
)

_ORDERS = f"SELECT {ORDER_COLUMNS} FROM public.orders WHERE sale_id = $1 AND n = ANY($2)"
_REFUNDS = f"SELECT {REFUND_COLUMNS} FROM public.refunds WHERE sale_id = $1 AND n = ANY($2)"
_PUT_ORDERS = f"""
INSERT INTO public.orders (sale_id, {ORDER_COLUMNS}, quantity, total_minor)
SELECT $1, n, person_id, status, via, lines::jsonb, created_at, expires_at, version, refunded_minor, tickets, attempts::jsonb,
       paid_attempt, paid_at, quantity, total_minor
  FROM unnest($2::public.order_record[])
ON CONFLICT (sale_id, n) DO UPDATE SET
    person_id = excluded.person_id, status = excluded.status, via = excluded.via, lines = excluded.lines,
    created_at = excluded.created_at, expires_at = excluded.expires_at, version = excluded.version,
    refunded_minor = excluded.refunded_minor, tickets = excluded.tickets, attempts = excluded.attempts,
    paid_attempt = excluded.paid_attempt, paid_at = excluded.paid_at, quantity = excluded.quantity, total_minor = excluded.total_minor
"""
_PUT_REFUNDS = f"""
INSERT INTO public.refunds (sale_id, {REFUND_COLUMNS})
SELECT $1, * FROM unnest(
    $2::integer[], $3::integer[], $4::integer[], $5::bigint[], $6::text[], $7::text[], $8::timestamptz[], $9::bigint[],
    $10::timestamptz[], $11::bigint[], $12::text[], $13::timestamptz[])
ON CONFLICT (sale_id, n) DO UPDATE SET
    order_n = excluded.order_n, attempt = excluded.attempt, amount_minor = excluded.amount_minor, reason = excluded.reason,
    status = excluded.status, created_at = excluded.created_at, version = excluded.version, settled_at = excluded.settled_at,
    settled_by = excluded.settled_by, note = excluded.note, paid_again_at = excluded.paid_again_at
"""
_CUT_ORDERS = "DELETE FROM public.orders WHERE sale_id = $1 AND n > $2"
_CUT_REFUNDS = "DELETE FROM public.refunds WHERE sale_id = $1 AND n > $2"
_BUYERS = """
SELECT o.sale_id, o.n, o.person_id FROM public.orders o
  JOIN (SELECT DISTINCT * FROM unnest($1::bigint[], $2::integer[]) AS asked (sale_id, n)) AS asked USING (sale_id, n)
"""

logger = structlog.get_logger(__name__)


async def warm_up(connection: Connection) -> None:
    """Prepare the statements of every batch while no lock is held, by calls that touch no row (see `log.warm_up`)."""
    await connection.fetch(_ORDERS, 0, [])
    await connection.fetch(_REFUNDS, 0, [])
    await connection.execute(_PUT_ORDERS, 0, [])
    await connection.execute(_PUT_REFUNDS, 0, *([] for _ in range(REFUND_COLUMNS.count(",") + 1)))


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Take new facts of a sale in, within the transaction that appends them."""
    sale, (orders, refunds) = number_of(stream), needed(recorded)
    book = Book(await _orders(connection, sale, orders), await _refunds(connection, sale, refunds))
    book.take(recorded)
    if book.missing:
        logger.error("orders_missing", sale=sale, orders=sorted(book.missing), remedy="saleroom rebuild orders")
    await _put(connection, sale, book.orders.values(), book.refunds.values())


async def _orders(connection: Connection, sale: int, numbers: Iterable[int]) -> dict[int, OrderRow]:
    asked = list(numbers)
    rows = await connection.fetch(_ORDERS, sale, asked) if asked else []
    return {row["n"]: order_row(row) for row in rows}


async def _refunds(connection: Connection, sale: int, numbers: Iterable[int]) -> dict[int, RefundRow]:
    asked = list(numbers)
    rows = await connection.fetch(_REFUNDS, sale, asked) if asked else []
    return {row["n"]: RefundRow(**row) for row in rows}


def order_row(row: Any) -> OrderRow:
    """An order from the columns ORDER_COLUMNS of its row; others are passed over."""
    return OrderRow(
        row["n"], row["person_id"], row["status"], row["via"],
        tuple(Line(line["type_id"], line["quantity"], line["price_minor"], tuple(line["seats"])) for line in row["lines"]),
        row["created_at"], row["expires_at"], row["version"], row["refunded_minor"], row["tickets"], row["attempts"],
        row["paid_attempt"], row["paid_at"],
    )


async def _put(connection: Connection, sale: int, orders: Iterable[OrderRow], refunds: Iterable[RefundRow]) -> None:
    rows = [
        (
            row.n, row.person_id, row.status, row.via, _json(row.lines), row.created_at, row.expires_at, row.version, row.refunded_minor,
            row.tickets, _json(row.attempts) if row.attempts else "[]", row.paid_attempt, row.paid_at, row.quantity, row.total_minor,
        )
        for row in orders
    ]
    if rows:
        await connection.execute(_PUT_ORDERS, sale, rows)
    back = [
        (
            row.n, row.order_n, row.attempt, row.amount_minor, row.reason, row.status, row.created_at, row.version, row.settled_at,
            row.settled_by, row.note, row.paid_again_at,
        )
        for row in refunds
    ]
    if back:
        await connection.execute(_PUT_REFUNDS, sale, *zip(*back, strict=True))


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


@dataclass(slots=True)
class _WholeBook(Book):
    """All orders and refunds of a sale, to be written anew; both are numbered without a gap."""

    @property
    def newest(self) -> int:
        return max(max(self.orders, default=0), max(self.refunds, default=0))

    async def replace(self, connection: Connection, sale: int, first: int, last: int) -> None:
        numbers = range(first, last + 1)
        orders = [self.orders[n] for n in numbers if n in self.orders]
        await _put(connection, sale, orders, [self.refunds[n] for n in numbers if n in self.refunds])

    async def finish(self, connection: Connection, sale: int) -> None:
        await connection.execute(_CUT_ORDERS, sale, max(self.orders, default=0))
        await connection.execute(_CUT_REFUNDS, sale, max(self.refunds, default=0))


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every order and refund anew from the log, while the house runs."""
    await rewrite(pool, codec, _WholeBook, {"orders": "sale_id", "refunds": "sale_id"})


async def buyers(source: Pool | Connection, orders: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Whose orders these are, each given as (sale, number inside it)."""
    if not orders:
        return {}
    sales, numbers = zip(*orders, strict=True)
    return {(row["sale_id"], row["n"]): row["person_id"] for row in await source.fetch(_BUYERS, sales, numbers)}
