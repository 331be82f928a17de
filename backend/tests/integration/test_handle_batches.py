"""Batch after batch on one stream: three trips to Postgres each, on one connection, at the cost of no answer and of no other stream."""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from saleroom.domain.auctions.commands import PlaceBid
from saleroom.domain.auctions.events import TYPES, BidPlaced
from saleroom.domain.ids import number_of, stream_id
from saleroom.domain.ticket_sales import commands as c
from saleroom.eventlog.log import Accepted, Outcome
from saleroom.eventlog.pool import Connection, Pool, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from saleroom.wiring import warm_up
from tests.actors import Database, Person, make_lot
from tests.box_offices import FAR, BoxOffice
from tests.hammering import cut_off

ANYBODY = 1_000_001
CROWD = 150  # a full batch and a half


@asynccontextmanager
async def warm_pool(database: Database, statements: list[str], size_max: int = 4) -> AsyncIterator[Pool]:
    """Connections as a worker has them; what runs on them once they are warm is written down, in short."""

    async def listen(connection: Any) -> None:
        await warm_up(connection)
        connection.add_query_logger(lambda record: statements.extend(in_short(record.query, record.args)))

    pool = await open_pool(database.app, size_min=1, size_max=size_max, warm_up=listen)
    try:
        yield pool
    finally:
        pool.terminate()


def in_short(query: str, arguments: Any) -> list[str]:
    """What a batch runs: `COMMIT`, or a call and the number of its stream; nothing of what reads."""
    if calls := re.findall(r"(?:log|public)\.(\w+)\(", query):
        return [f"{'+'.join(calls)} {number_of(arguments[0])}"]
    return [query] if query.startswith(("BEGIN", "COMMIT", "INSERT", "UPDATE")) else []


async def bid(handle: Handle, lot: int, bids: int = CROWD) -> list[Outcome]:
    """So many bids at once, each higher than the one before; their answers."""
    stream = stream_id("auctions", lot)
    commands = [PlaceBid(ANYBODY + n % 7, 1_000 * (n + 1)) for n in range(bids)]
    return await asyncio.gather(*(handle.ask(stream, command, uuid.uuid4()) for command in commands))


async def test_a_batch_is_three_trips_and_the_orders_of_a_rush_come_with_their_facts(database: Database, seller: Person) -> None:
    statements, lot = list[str](), make_lot(seller)["id"]
    async with warm_pool(database, statements) as pool:
        office = BoxOffice(pool)
        await bid(office.handle, lot, 1)
        statements.clear()
        await bid(office.handle, lot)
        assert statements == [
            "BEGIN", f"lock_stream {lot}", f"append {lot}", "COMMIT AND CHAIN", f"lock_stream {lot}", f"append {lot}", "COMMIT",
        ]
        stream = await office.concert((c.TicketType("Free", 0, CROWD), c.TicketType("Regular", 2_500, CROWD)))
        sale = number_of(stream)
        statements.clear()
        await asyncio.gather(*(office.do(stream, c.Grab(person, 1 + person % 2)) for person in range(CROWD)))
        assert statements == [
            "BEGIN", f"lock_stream {sale}", f"append+place_orders {sale}", "COMMIT AND CHAIN",
            f"lock_stream {sale}", f"append+place_orders {sale}", "COMMIT",
        ]


async def test_a_row_that_stands_in_the_way_does_not_keep_a_sale_from_selling(database: Database) -> None:
    async with warm_pool(database, []) as pool:
        office = BoxOffice(pool)
        stream = await office.concert()
        sale = number_of(stream)
        await pool.execute(
            "INSERT INTO public.orders SELECT $1, n, 99, 'held', 'lane', '[]', 9, 9, 9, 9, '[]', 9, $2, $2, $2, 9"
            " FROM generate_series(2, 9) AS n", sale, FAR,
        )
        await pool.execute("INSERT INTO public.tickets (sale_id, n, order_n, type_id) VALUES ($1, 3, 8, 2)", sale)
        await asyncio.gather(*(office.do(stream, c.Grab(person, 1)) for person in (11, 12, 13)))
        orders = "SELECT n, person_id, status, via, quantity, tickets FROM public.orders WHERE sale_id = $1 AND n < 5 ORDER BY n"
        assert [tuple(row) for row in await pool.fetch(orders, sale)] == [
            (1, 11, "paid", "grab", 1, 1), (2, 12, "paid", "grab", 1, 1), (3, 13, "paid", "grab", 1, 1), (4, 99, "held", "lane", 9, 9),
        ]
        tickets = "SELECT n, order_n, type_id FROM public.tickets WHERE sale_id = $1 ORDER BY n"
        assert [tuple(row) for row in await pool.fetch(tickets, sale)] == [(1, 1, 1), (2, 2, 1), (3, 3, 1)]
        twice = [(7, 1, "held", "grab", "[]", FAR, 1, 0, 1, 0)] * 2
        with pytest.raises(asyncpg.UniqueViolationError):
            await pool.execute("SELECT public.place_orders($1, $2, $3, $4)", sale, FAR, twice, [])


@pytest.mark.parametrize("point", ["before_lock", "before_commit"])
async def test_a_session_ended_between_two_batches_loses_and_doubles_nothing(database: Database, seller: Person, point: str) -> None:
    lot, passes = make_lot(seller)["id"], list[str]()

    def reach(reached: str) -> None:
        if reached == point:
            passes.append(reached)
            if len(passes) == 2:
                cut_off(database)

    async with warm_pool(database, []) as pool:
        handle = Handle(pool, NOUNS, lambda published: None, reach)
        assert await answered_as_written(handle, pool, lot)
    assert len(passes) == 3, "the second batch was tried again"


async def test_a_commit_whose_answer_got_lost_although_another_batch_waits_is_one_bid_each(
    database: Database, seller: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot, lost, execute = make_lot(seller)["id"], list[str](), asyncpg.Connection.execute

    async def losing(self: Connection, query: str, *arguments: Any, **more: Any) -> str:
        answer: str = await execute(self, query, *arguments, **more)  # type: ignore[arg-type]
        if query == "COMMIT AND CHAIN" and not lost:
            lost.append(query)
            self.terminate()
            raise ConnectionResetError("the answer to COMMIT got lost")
        return answer

    monkeypatch.setattr(asyncpg.Connection, "execute", losing)
    async with warm_pool(database, []) as pool:
        assert await answered_as_written(Handle(pool, NOUNS, lambda published: None), pool, lot)
    assert lost


async def answered_as_written(handle: Handle, pool: Pool, lot: int) -> bool:
    """Whether a crowd's bids are all taken, each once, and stand in the log as they were answered."""
    outcomes = await bid(handle, lot)
    await handle.drain()
    stream, number = stream_id("auctions", lot), TYPES[BidPlaced][0]
    rows = await pool.fetch("SELECT version FROM log.event WHERE stream_id = $1 AND type = $2 ORDER BY version", stream, number)
    told = [recorded.version for outcome in outcomes if isinstance(outcome, Accepted) for recorded in outcome.recorded]
    return [row["version"] for row in rows] == told and len(told) == CROWD


@pytest.mark.parametrize(("size_max", "is_shared"), [(1, True), (4, False)])
async def test_a_hot_stream_keeps_its_connection_only_while_nobody_else_needs_one(
    database: Database, seller: Person, size_max: int, is_shared: bool
) -> None:
    statements, lots = list[str](), [make_lot(seller)["id"] for _ in range(2)]
    async with warm_pool(database, statements, size_max) as pool:
        handle = Handle(pool, NOUNS, lambda published: None)
        for lot in lots:
            await bid(handle, lot, 1)
        statements.clear()
        await asyncio.gather(*(bid(handle, lot, 3 * CROWD) for lot in lots))
        await handle.drain()
    batches = [statement for statement in statements if statement.startswith("append")]
    assert len(batches) == 10
    assert ("COMMIT AND CHAIN" in statements) is not is_shared
    if is_shared:
        assert batches == [f"append {lots[n % 2]}" for n in range(10)], "they take turns"


