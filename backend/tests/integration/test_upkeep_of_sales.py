"""An operator proves a ticket sale right, and writes its read tables anew while tickets are sold."""

import asyncio
from typing import Any

import asyncpg
import pytest

from saleroom.back_office.upkeep import IN_PLACE
from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales import commands as c
from tests.actors import Database
from tests.box_offices import ANNA, ORGANISER, BoxOffice, box_office
from tests.long_sales import crowd, everything, open_sale
from tests.operators import saleroom

SALES = {"ticket_sales": ("ticket_sales",), "orders": ("orders", "refunds"), "tickets": ("tickets", "ticket_seats"),
         "ticket_requests": ("ticket_requests",)}
SPOILT = {
    "ticket_sales": "UPDATE public.ticket_sales SET title = 'Spoilt', types = '[]', organizer_id = 99, hall = NULL, version = 9000000",
    "orders": "UPDATE public.orders SET status = 'held', tickets = 7, lines = '[]', refunded_minor = 1",
    "refunds": "UPDATE public.refunds SET amount_minor = 1, status = 'failed'",
    "tickets": "UPDATE public.tickets SET status = CASE status WHEN 'valid' THEN 'cancelled' ELSE 'valid' END, is_inside = NOT is_inside,"
               " order_n = order_n + 1, type_id = 9, seat_id = 'Z9', revision = 7, gate = 'Nowhere', moved_version = 9000000",
    "ticket_seats": "UPDATE public.ticket_seats SET section = 'Spoilt', version = 9000000",
    "ticket_requests": "UPDATE public.ticket_requests SET is_served = NOT is_served, order_n = 9, code = 'spoilt', person_id = 9,"
                       " quantity = 9, lane = CASE lane WHEN 'vip' THEN 'regular' ELSE 'vip' END",
}
PLANTED = {
    "ticket_sales": "INSERT INTO public.ticket_sales SELECT (jsonb_populate_record(t, '{\"id\": 900000, \"stream_id\": 900000}')).*"
                    " FROM public.ticket_sales t WHERE id = $1",
    "tickets": "INSERT INTO public.tickets (sale_id, n, order_n, type_id) VALUES ($1, 900000, 1, 1)",
    "ticket_seats": "INSERT INTO public.ticket_seats VALUES ($1, 'Z9', 'Nowhere', 'Z', '9', 1)",
    "ticket_requests": "INSERT INTO public.ticket_requests VALUES ($1, 900000, 1, 1, 1, 'vip')",
}


def ask(database: Database, sql: str, *arguments: Any) -> list[Any]:
    """The rows of a statement that only the owner of the database may run."""

    async def do() -> list[Any]:
        connection = await asyncpg.connect(database.owner)
        try:
            return [*await connection.fetch(sql, *arguments)]
        finally:
            await connection.close()

    return asyncio.run(do())


def rows(database: Database, table: str) -> list[str]:
    return [row[0] for row in ask(database, f"SELECT t::text FROM public.{table} t ORDER BY 1")]


@pytest.fixture(scope="module")
def sales(database: Database) -> tuple[int, int]:
    """A sale with something of everything, and one that was called off."""

    async def make() -> tuple[int, int]:
        async with box_office(database) as office:
            lively, cancelled = await open_sale(office), await open_sale(office)
            for stream in (lively, cancelled):
                await crowd(office, stream, 40)
                await everything(office, stream)
            await office.do(cancelled, c.CancelSale(ORGANISER, False, "ill"))
            await office.look(cancelled)
            return lively, cancelled

    return asyncio.run(make())


def test_a_sound_house_verifies(database: Database, sales: tuple[int, int]) -> None:
    told = saleroom(database, "verify")
    assert (told.returncode, told.stdout) == (0, "2 streams verified, 0 wrong\n"), told.stderr


@pytest.mark.parametrize(("path", "value", "said"), [
    ("{takings}", "7", "takings = 7"), ("{types,0,2}", "999", "types = [[1, 20000, 999"), ("{seats}", '"AAAA"', "seats = AAAA"),
    ("{queue,waiting}", "0", "queue ="), ("{status}", '"ended"', "status = ended, the facts say on_sale"),
])
def test_a_head_row_that_does_not_follow_from_the_facts_is_named(
    database: Database, sales: tuple[int, int], path: str, value: str, said: str
) -> None:
    stream, head = sales[0], ask(database, "SELECT state::text FROM log.stream WHERE stream_id = $1", sales[0])[0][0]
    change = "UPDATE log.stream SET state = jsonb_set(state, $2::text[], $3::text::jsonb) WHERE stream_id = $1"
    ask(database, change, stream, path.strip("{}").split(","), value)
    try:
        told = saleroom(database, "verify")
    finally:
        ask(database, "UPDATE log.stream SET state = $2::text::jsonb WHERE stream_id = $1", stream, head)
    assert (told.returncode, told.stdout) == (1, "2 streams verified, 1 wrong\n")
    assert f"ticket_sales {number_of(stream)} (stream {stream}), version " in told.stderr and said in told.stderr, told.stderr
    assert saleroom(database, "verify").returncode == 0


def test_a_timer_that_does_not_follow_from_the_facts_is_named(database: Database, sales: tuple[int, int]) -> None:
    put = "UPDATE log.stream SET due_at = due_at + $2 * interval '1 second' WHERE stream_id = $1"
    ask(database, put, sales[0], 60.0)
    told = saleroom(database, "verify")
    ask(database, put, sales[0], -60.0)
    assert told.returncode == 1 and "the head row says due_at" in told.stderr


def test_every_read_table_of_a_sale_is_one_that_can_be_rebuilt() -> None:
    assert set(SALES) == {name for name, (_, noun) in IN_PLACE.items() if noun == "ticket_sales"}


@pytest.mark.parametrize("name", SALES)
def test_a_read_table_that_lost_rows_is_written_as_it_was(database: Database, sales: tuple[int, int], name: str) -> None:
    before = {table: rows(database, table) for table in SALES[name]}
    assert all(len(found) > 1 for found in before.values())
    assert saleroom(database, "rebuild", name).stdout == f"{name} is rebuilt\n"
    assert {table: rows(database, table) for table in SALES[name]} == before
    for table in SALES[name]:
        ask(database, f"DELETE FROM public.{table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM public.{table} ORDER BY random() LIMIT 20))")
        assert len(rows(database, table)) < len(before[table])
    assert saleroom(database, "rebuild", name).returncode == 0
    assert {table: rows(database, table) for table in SALES[name]} == before


@pytest.mark.parametrize("table", SPOILT)
def test_a_read_table_that_says_something_else_is_put_right(database: Database, sales: tuple[int, int], table: str) -> None:
    before, name = rows(database, table), next(name for name, tables in SALES.items() if table in tables)
    ask(database, SPOILT[table])
    assert rows(database, table) != before
    assert saleroom(database, "rebuild", name).returncode == 0
    assert rows(database, table) == before


@pytest.mark.parametrize("table", PLANTED)
def test_a_row_that_follows_from_no_fact_is_gone_after_a_rebuild(database: Database, sales: tuple[int, int], table: str) -> None:
    before, name = rows(database, table), next(name for name, tables in SALES.items() if table in tables)
    ask(database, PLANTED[table], number_of(sales[0]))
    assert len(rows(database, table)) == len(before) + 1
    assert saleroom(database, "rebuild", name).returncode == 0
    assert rows(database, table) == before


def test_orders_are_rebuilt_while_people_buy(database: Database, sales: tuple[int, int]) -> None:
    async def buy(office: BoxOffice) -> None:
        for n in range(60):
            await office.grab(sales[0], 2_000_000 + n)
            if n % 10 == 0:
                await office.buy(sales[0], ANNA, 4)

    async def both() -> int:
        async with box_office(database) as office:
            _, told = await asyncio.gather(buy(office), asyncio.to_thread(lambda: [rebuilt() for _ in range(4)]))
        return sum(told)

    def rebuilt() -> int:
        return sum(saleroom(database, "rebuild", name).returncode for name in SALES)

    assert asyncio.run(both()) == 0
    before = {table: rows(database, table) for tables in SALES.values() for table in tables}
    for name in SALES:
        assert saleroom(database, "rebuild", name).returncode == 0
    assert {table: rows(database, table) for table in before} == before
    assert saleroom(database, "verify").returncode == 0
