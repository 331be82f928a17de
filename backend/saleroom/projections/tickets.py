"""The tickets that people hold, with the words of their seats, types and events, and who is inside.

Filled in the same transaction as the facts, so a ticket is here when its buyer is answered and a scan is here when the gate is.
A statement a kind of change and batch, however many tickets it touches. Holders stand with the orders, words and times with the
sale: they are joined, so an edit rewrites no ticket.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from saleroom.domain.ids import ITEM_MAX, NUMBER_MAX, item_id, item_parts, number_of
from saleroom.domain.seating.shape import Hall
from saleroom.domain.ticket_sales import events as e
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool

TABLE: Final = "tickets"

PROJECTED: Final = frozenset({
    e.HallPlaced, e.OrderPlaced, e.RequestServed, e.OrderPaid, e.OrderCancelled, e.TicketCancelled, e.OrdersUnwound, e.CheckedIn,
})

_PUT_SEATS: Final = """
INSERT INTO public.ticket_seats (sale_id, seat_id, section, row_name, number, version)
SELECT $1, s.*, $6 FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS s
ON CONFLICT (sale_id, seat_id) DO UPDATE
   SET section = excluded.section, row_name = excluded.row_name, number = excluded.number, version = excluded.version
 WHERE ticket_seats.version < excluded.version
"""
_ISSUE: Final = """
INSERT INTO public.tickets (sale_id, n, order_n, type_id, seat_id)
SELECT $1, t.* FROM unnest($2::public.ticket_record[]) AS t ON CONFLICT DO NOTHING
"""
_CANCEL: Final = "UPDATE public.tickets SET status = 'cancelled' WHERE sale_id = $1 AND n = ANY($2::integer[])"
_CANCEL_ORDERS: Final = "UPDATE public.tickets SET status = 'cancelled' WHERE sale_id = $1 AND order_n = ANY($2::integer[])"
_MOVE: Final = """
UPDATE public.tickets t SET moved_version = m.version, is_inside = m.is_inside, moved_at = m.moved_at, gate = m.gate
  FROM unnest($2::integer[], $3::bigint[], $4::boolean[], $5::timestamptz[], $6::text[]) AS m (n, version, is_inside, moved_at, gate)
 WHERE t.sale_id = $1 AND t.n = m.n AND t.moved_version < m.version
"""

_EVENT: Final = """
s.id AS sale_id, s.organizer_id, s.title, s.organizer, s.location, (s.terms ->> 'doors_open_at')::timestamptz AS doors_open_at,
s.starts_at, s.ends_at
"""
_TICKET: Final = f"""
t.n, t.order_n, o.person_id, t.type_id, t.seat_id, p.section, p.row_name, p.number, t.status, t.revision, t.is_inside, t.moved_at,
t.gate, coalesce((SELECT k ->> 'name' FROM jsonb_array_elements(s.types) AS k WHERE (k ->> 'id')::integer = t.type_id), '') AS type_name,
{_EVENT}
"""
_FROM: Final = """
FROM public.tickets t
JOIN public.orders o ON o.sale_id = t.sale_id AND o.n = t.order_n
JOIN public.ticket_sales s ON s.id = t.sale_id
LEFT JOIN public.ticket_seats p ON p.sale_id = t.sale_id AND p.seat_id = t.seat_id
"""
_ONE: Final = f"SELECT {_TICKET} {_FROM} WHERE t.sale_id = $1 AND t.n = $2"
_OF_PERSON: Final = f"""
SELECT {_TICKET} {_FROM} WHERE o.person_id = $1
 ORDER BY coalesce(s.ends_at, s.starts_at + interval '1 day') < statement_timestamp(),
          abs(extract(epoch FROM s.starts_at - statement_timestamp())), t.sale_id, t.n
 LIMIT $2 OFFSET $3
"""
_COUNT_OF_PERSON: Final = """
SELECT count(*) FROM public.orders o JOIN public.tickets t ON t.sale_id = o.sale_id AND t.order_n = o.n WHERE o.person_id = $1
"""
_OF_ORDERS: Final = f"""
SELECT {_TICKET} {_FROM}
  JOIN unnest($1::bigint[], $2::integer[]) AS sought (sale_id, n) ON sought.sale_id = t.sale_id AND sought.n = t.order_n
 ORDER BY t.sale_id, t.n
"""
_ONE_EVENT: Final = f"SELECT {_EVENT} FROM public.ticket_sales s WHERE s.id = $1"
_COUNTS: Final = """
SELECT (k ->> 'id')::integer AS type_id, k ->> 'name' AS name, coalesce(c.expected, 0) AS expected, coalesce(c.inside, 0) AS inside
  FROM public.ticket_sales s CROSS JOIN LATERAL jsonb_array_elements(s.types) AS k
  LEFT JOIN (SELECT type_id, count(*) AS expected, count(*) FILTER (WHERE is_inside) AS inside
               FROM public.tickets WHERE sale_id = $1 AND status = 'valid' GROUP BY type_id) AS c ON c.type_id = (k ->> 'id')::integer
 WHERE s.id = $1 ORDER BY 1
"""
_HOLDERS: Final = """
SELECT DISTINCT o.person_id FROM public.tickets t JOIN public.orders o ON o.sale_id = t.sale_id AND o.n = t.order_n
 WHERE t.sale_id = $1 AND t.status = 'valid' AND o.person_id > $2 ORDER BY o.person_id LIMIT $3
"""


@dataclass(frozen=True, slots=True)
class SeatWords:
    """Where a seat is, as a ticket says it."""

    id: str
    section: str
    row: str
    number: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a ticket and a gate must know of an event; `id` is its number."""

    id: int
    organizer_id: int
    title: str
    organizer: str
    location: str
    doors_open_at: datetime | None
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket. `id` and `order_id` are as people see them, `n` is the ticket's number in its event.

    Attributes:
        status: valid or cancelled.
        is_inside: whether its holder is in the house; `moved_at` and `gate` are of the last time he went in or out.
    """

    id: int
    n: int
    order_id: int
    person_id: int
    type_id: int
    type_name: str
    seat: SeatWords | None
    status: str
    revision: int
    is_inside: bool
    moved_at: datetime | None
    gate: str
    event: EventRow


@dataclass(frozen=True, slots=True)
class TypeCount:
    """The valid tickets of a type, and how many of them are inside."""

    type_id: int
    name: str
    expected: int
    inside: int


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Take in new facts of one sale."""
    sale = number_of(stream)
    for one in recorded:
        if isinstance(one.fact, e.HallPlaced) and (seats := seats_of(one.fact.hall)):
            await connection.execute(_PUT_SEATS, sale, *columns(seats), one.version)
    if issued := [ticket for one in recorded for ticket in issued_by(one.fact)]:
        await connection.execute(_ISSUE, sale, issued)
    tickets, orders = ended_by(one.fact for one in recorded)
    if tickets:
        await connection.execute(_CANCEL, sale, tickets)
    if orders:
        await connection.execute(_CANCEL_ORDERS, sale, orders)
    moves = {one.fact.ticket: one for one in recorded if isinstance(one.fact, e.CheckedIn)}
    if moves:
        rows = [(n, one.version, one.fact.direction == "entry", one.at, one.fact.gate) for n, one in moves.items()]
        await connection.execute(_MOVE, sale, *columns(rows))


def seats_of(hall: Hall) -> list[tuple[str, str, str, str]]:
    """The words of every seat: id, section, row, number."""
    return [
        (seat.id, section.name, row.name, seat.number) for section in hall.sections for row in section.rows for seat in row.seats
    ]


def issued_by(fact: Any) -> list[tuple[int, int, int, str | None]]:
    """The tickets that a fact issues: number, order, type, seat."""
    if isinstance(fact, e.OrderPlaced | e.OrderPaid):
        return [(ticket.ticket, fact.order, ticket.type_id, ticket.seat) for ticket in fact.tickets]
    if isinstance(fact, e.RequestServed) and fact.placed is not None:
        return issued_by(fact.placed)
    return []


def ended_by(facts: Iterable[Any]) -> tuple[list[int], list[int]]:
    """The tickets that facts cancel, and the orders all of whose tickets they cancel."""
    tickets: list[int] = []
    orders: list[int] = []
    for fact in facts:
        match fact:
            case e.OrderCancelled(tickets=dead):
                tickets += dead
            case e.TicketCancelled(ticket=ticket):
                tickets.append(ticket)
            case e.OrdersUnwound(orders=unwound):
                orders += [undone.order for undone in unwound]
            case _:
                pass
    return tickets, orders


def columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows as `unnest` takes them."""
    return [list(column) for column in zip(*rows, strict=True)]


async def one(source: Pool | Connection, ticket_id: int) -> TicketRow | None:
    """A ticket by the number that people see."""
    row = await source.fetchrow(_ONE, *item_parts(ticket_id)) if _may_exist(ticket_id) else None
    return None if row is None else _ticket(row)


async def of_person(source: Pool | Connection, person_id: int, limit: int = 20, offset: int = 0) -> tuple[list[TicketRow], int]:
    """A page of the tickets of a person, the nearest concert first and what is over last, and how many he has in all."""
    rows = await source.fetch(_OF_PERSON, person_id, limit, offset)
    return [_ticket(row) for row in rows], await source.fetchval(_COUNT_OF_PERSON, person_id)


async def of_orders(source: Pool | Connection, order_ids: Sequence[int]) -> Mapping[int, list[TicketRow]]:
    """The tickets of some orders, by order, in the order of their numbers."""
    found: dict[int, list[TicketRow]] = {order_id: [] for order_id in order_ids}
    parts = [item_parts(order_id) for order_id in order_ids if _may_exist(order_id)]
    for row in await source.fetch(_OF_ORDERS, [sale for sale, _ in parts], [n for _, n in parts]):
        ticket = _ticket(row)
        found[ticket.order_id].append(ticket)
    return found


async def event(source: Pool | Connection, sale: int) -> EventRow | None:
    """What a gate must know of an event."""
    row = await source.fetchrow(_ONE_EVENT, sale) if 0 < sale <= NUMBER_MAX else None
    return None if row is None else _event(row)


async def door_counts(source: Pool | Connection, sale: int) -> list[TypeCount]:
    """By type: how many are expected in all, and how many are inside now."""
    return [TypeCount(**dict(row)) for row in await source.fetch(_COUNTS, sale)]


async def holders(source: Pool | Connection, sale: int, after: int, limit: int) -> list[int]:
    """The next people who hold valid tickets of an event, by number; ask again after the last one."""
    return [row["person_id"] for row in await source.fetch(_HOLDERS, sale, after, limit)]


def _may_exist(item: int) -> bool:
    sale, n = item_parts(item)
    return 0 < sale <= NUMBER_MAX and 0 < n <= ITEM_MAX


def _event(row: Any) -> EventRow:
    return EventRow(
        row["sale_id"], row["organizer_id"], row["title"], row["organizer"], row["location"], row["doors_open_at"],
        row["starts_at"], row["ends_at"],
    )


def _ticket(row: Any) -> TicketRow:
    seat_id = row["seat_id"]
    seat = None if seat_id is None else SeatWords(seat_id, row["section"] or "", row["row_name"] or "", row["number"] or seat_id)
    return TicketRow(
        item_id(row["sale_id"], row["n"]), row["n"], item_id(row["sale_id"], row["order_n"]), row["person_id"], row["type_id"],
        row["type_name"], seat, row["status"], row["revision"], row["is_inside"], row["moved_at"], row["gate"], _event(row),
    )
