"""`saleroom rebuild tickets`: the tickets of a sale and the words of its seats, folded in memory and written anew."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from saleroom.domain.ticket_sales import events as e
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.rewriting import rewrite
from saleroom.projections.tickets import columns, ended_by, issued_by, seats_of

_CLEAR: Final = "DELETE FROM public.tickets WHERE sale_id = $1 AND n BETWEEN $2 AND $3"
_PUT: Final = """
INSERT INTO public.tickets (sale_id, n, order_n, type_id, seat_id, status, is_inside, moved_at, moved_version, gate)
SELECT $1, t.* FROM unnest(
    $2::integer[], $3::integer[], $4::integer[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[], $9::bigint[], $10::text[]) AS t
"""
_CUT: Final = "DELETE FROM public.tickets WHERE sale_id = $1 AND (n > $2 OR n < 1)"
_CUT_SEATS: Final = "DELETE FROM public.ticket_seats WHERE sale_id = $1 AND seat_id <> ALL($2::text[])"
_PUT_SEATS: Final = """
INSERT INTO public.ticket_seats (sale_id, seat_id, section, row_name, number, version)
SELECT $1, s.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[]) AS s
ON CONFLICT (sale_id, seat_id) DO UPDATE
   SET section = excluded.section, row_name = excluded.row_name, number = excluded.number, version = excluded.version
 WHERE (ticket_seats.section, ticket_seats.row_name, ticket_seats.number, ticket_seats.version)
       IS DISTINCT FROM (excluded.section, excluded.row_name, excluded.number, excluded.version)
"""


@dataclass(slots=True)
class _Row:
    """A ticket as its columns say it."""

    n: int
    order_n: int
    type_id: int
    seat_id: str | None
    status: str = "valid"
    is_inside: bool = False
    moved_at: datetime | None = None
    moved_version: int = 0
    gate: str = ""

    def values(self) -> tuple[int | str | bool | datetime | None, ...]:
        return (
            self.n, self.order_n, self.type_id, self.seat_id, self.status, self.is_inside, self.moved_at, self.moved_version, self.gate,
        )


@dataclass(slots=True)
class TicketBook:
    """The tickets of one sale by number, by order, and the words of its seats with the version that gave them."""

    tickets: dict[int, _Row] = field(default_factory=dict)
    of_order: dict[int, list[_Row]] = field(default_factory=dict)
    seats: dict[str, tuple[str, str, str, str, int]] = field(default_factory=dict)

    @property
    def newest(self) -> int:
        return max(self.tickets, default=0)

    def take(self, recorded: Iterable[Recorded]) -> None:
        """As the read table takes facts in, one after the other."""
        for one in recorded:
            if isinstance(one.fact, e.HallPlaced):
                self.seats |= {seat[0]: (*seat, one.version) for seat in seats_of(one.fact.hall)}
            for n, order, type_id, seat in issued_by(one.fact):
                self.tickets[n] = row = _Row(n, order, type_id, seat)
                self.of_order.setdefault(order, []).append(row)
            dead, orders = ended_by((one.fact,))
            for row in (*(self.tickets[n] for n in dead), *(row for order in orders for row in self.of_order.get(order, ()))):
                row.status = "cancelled"
            if isinstance(one.fact, e.CheckedIn):
                row = self.tickets[one.fact.ticket]
                row.is_inside, row.moved_at, row.gate = one.fact.direction == "entry", one.at, one.fact.gate
                row.moved_version = one.version

    async def replace(self, connection: Connection, sale: int, first: int, last: int) -> None:
        await connection.execute(_CLEAR, sale, first, last)
        rows = [self.tickets[n].values() for n in range(first, last + 1) if n in self.tickets]
        if rows:
            await connection.execute(_PUT, sale, *columns(rows))

    async def finish(self, connection: Connection, sale: int) -> None:
        await connection.execute(_CUT, sale, self.newest)
        await connection.execute(_CUT_SEATS, sale, list(self.seats))
        if self.seats:
            await connection.execute(_PUT_SEATS, sale, *columns(list(self.seats.values())))


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every ticket anew from the log, while the house runs."""
    await rewrite(pool, codec, TicketBook, {"tickets": "sale_id", "ticket_seats": "sale_id"})
