"""The read table of tickets says what the log says, can be filled anew beside the workers, and is filled fast while a sale is hot."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import asyncpg
import pytest_asyncio

from saleroom.domain.ids import stream_id
from saleroom.domain.seating.shape import Hall, Row, Seat, Section, Zone
from saleroom.domain.ticket_sales import commands as c
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from saleroom.projections import ticket_rewriting, tickets
from saleroom.projections.tickets import SeatWords, TypeCount
from tests.actors import Cluster, Database

ORGANIZER, ANNA, BERT = 1, 42, 43
HALL = Hall("Hall", zones=(Zone("stalls", "Stalls"),), sections=(
    Section("main", "Main floor", tuple(Row(row, tuple(Seat(f"{row}{n}", str(n), n, 1, "stalls") for n in range(1, 7))) for row in "AB")),
))
ALL_ROWS = "SELECT t::text AS row FROM public.tickets t UNION ALL SELECT s::text FROM public.ticket_seats s ORDER BY 1"

_commands = count(1)


class Office:
    """One worker that sells tickets."""

    def __init__(self, database: Database, pool: Pool) -> None:
        self.database, self.pool = database, pool
        self.handle = Handle(pool, NOUNS, lambda published: None)
        self.sales = count(1)

    async def do(self, sale: int, command: Any) -> Accepted:
        outcome = await self.handle.ask(stream_id("ticket_sales", sale), command, UUID(int=next(_commands)))
        assert isinstance(outcome, Accepted), outcome
        return outcome

    async def opened(self, hall: Hall | None = HALL, **terms: Any) -> int:
        sale = next(self.sales)
        types = (c.TicketType("Regular", 0, 5_000), *((c.TicketType("Seat", 0, 12, section="stalls"),) if hall else ()))
        told = c.SaleTerms(None, datetime.now(UTC) + timedelta(days=9), types=types, order_max=4, **terms)
        await self.do(sale, c.CreateSale(ORGANIZER, c.SaleWords("Water Music", location="Pier 5"), told, hall))
        return sale

    async def rows(self) -> list[str]:
        return [row["row"] for row in await self.pool.fetch(ALL_ROWS)]


@pytest_asyncio.fixture
async def office(cluster: Cluster) -> AsyncIterator[Office]:
    database = cluster.database()
    pool = await open_pool(database.app)
    opened = Office(database, pool)
    yield opened
    await opened.handle.drain()
    await pool.close()


async def test_a_ticket_is_there_when_its_buyer_is_answered_with_the_words_of_its_seat(office: Office) -> None:
    sale = await office.opened()
    await office.do(sale, c.Hold(ANNA, seats=("B1", "B2")))
    await office.do(sale, c.Checkout(ANNA, 1))
    ticket = await tickets.one(office.pool, sale * 1_000_000 + 2)
    assert ticket is not None
    assert (ticket.person_id, ticket.type_name, ticket.seat) == (ANNA, "Seat", SeatWords("B2", "Main floor", "B", "2"))
    assert (ticket.event.title, ticket.event.organizer_id, ticket.status, ticket.is_inside) == ("Water Music", ORGANIZER, "valid", False)
    assert await tickets.one(office.pool, sale * 1_000_000 + 3) is None
    for nonsense in (0, -1, 7, 2**62, 1_000_000):
        assert await tickets.one(office.pool, nonsense) is None


async def test_scans_and_returns_are_there_at_once(office: Office) -> None:
    sale = await office.opened()
    for person in (ANNA, BERT):
        await office.do(sale, c.Grab(person, 1, 2))
    await office.do(sale, c.CheckIn(ORGANIZER, 1, gate="North"))
    await office.do(sale, c.CheckIn(ORGANIZER, 2, gate="North"))
    await office.do(sale, c.CheckIn(ORGANIZER, 2, gate="South", direction="exit"))
    await office.do(sale, c.CancelTicket(BERT, False, 3))
    assert await tickets.door_counts(office.pool, sale) == [TypeCount(1, "Regular", 3, 1), TypeCount(2, "Seat", 0, 0)]
    found = (await tickets.of_orders(office.pool, [sale * 1_000_000 + 1, sale * 1_000_000 + 9]))
    assert [(one.is_inside, one.gate) for one in found[sale * 1_000_000 + 1]] == [(True, "North"), (False, "South")]
    assert found[sale * 1_000_000 + 9] == []
    await office.do(sale, c.CancelOrder(BERT, False, 2))
    assert await tickets.holders(office.pool, sale, 0, 10) == [ANNA]


async def test_an_edit_changes_the_words_of_every_ticket_and_no_row_of_them(office: Office) -> None:
    sale = await office.opened()
    await office.do(sale, c.Grab(ANNA, 1, 1))
    rows = await office.rows()
    types = (c.TicketType("Standing", 0, 5_000, id=1), c.TicketType("Seat", 0, 12, section="stalls"))
    terms = c.SaleTerms(None, datetime(2090, 1, 1, tzinfo=UTC), types=types, order_max=4)
    await office.do(sale, c.EditSale(ORGANIZER, False, c.SaleWords("Fireworks"), terms))
    ticket = await tickets.one(office.pool, sale * 1_000_000 + 1)
    assert ticket is not None and ticket.event.title == "Fireworks" and ticket.event.starts_at == terms.starts_at
    assert await office.rows() == rows


async def test_a_persons_tickets_are_listed_by_their_day(office: Office) -> None:
    near, far = await office.opened(), await office.opened(ends_at=datetime.now(UTC) + timedelta(days=30))
    for sale in (far, near):
        await office.do(sale, c.Grab(ANNA, 1, 2))
    found, total = await tickets.of_person(office.pool, ANNA, 3, 0)
    assert total == 4 and [ticket.id for ticket in found] == [near * 1_000_000 + 1, near * 1_000_000 + 2, far * 1_000_000 + 1]
    assert [ticket.id for ticket in (await tickets.of_person(office.pool, ANNA, 3, 3))[0]] == [far * 1_000_000 + 2]
    assert await tickets.of_person(office.pool, BERT) == ([], 0)


async def test_the_table_can_be_filled_anew_from_nothing_and_over_itself(office: Office) -> None:
    sale = await office.opened()
    await office.do(sale, c.Hold(ANNA, seats=("A1", "A2")))
    await office.do(sale, c.Checkout(ANNA, 1))
    await office.do(sale, c.Grab(BERT, 1, 3))
    await office.do(sale, c.CheckIn(ORGANIZER, 1, gate="North"))
    await office.do(sale, c.CancelTicket(BERT, False, 4))
    rows = await office.rows()
    codec = NOUNS["ticket_sales"].codec
    await ticket_rewriting.refill(office.pool, codec)
    assert await office.rows() == rows
    owner = await asyncpg.connect(office.database.owner)
    await owner.execute("TRUNCATE public.tickets, public.ticket_seats")
    await owner.close()
    await ticket_rewriting.refill(office.pool, codec)
    assert await office.rows() == rows and len(rows) == 5 + 12


async def test_a_rush_is_kept_in_the_table_and_costs_little(office: Office) -> None:
    sale = await office.opened(hall=None)
    began = time.monotonic()
    await asyncio.gather(*(office.do(sale, c.Grab(person, 1, 1)) for person in range(1_000, 3_000)))
    seconds = time.monotonic() - began
    assert await office.pool.fetchval("SELECT count(*) FROM public.tickets WHERE sale_id = $1", sale) == 2_000
    assert seconds < 20, f"{2_000 / seconds:.0f} tickets a second"
