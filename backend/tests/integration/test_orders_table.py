"""The tables of orders and refunds: true at every COMMIT, cheap however many people press, and made anew from the log as they were."""

import asyncio
import random
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest_asyncio

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.eventlog.log import Recorded
from saleroom.noun import folded
from saleroom.nouns import CODECS, TICKET_SALES
from saleroom.projections import box_office as figures
from saleroom.projections import order_lists, orders, rewriting
from saleroom.projections.order_lists import OrderQuery
from tests.actors import Database
from tests.box_offices import ANNA, BERT, FAR, ORGANISER, TYPES, BoxOffice, box_office

CODEC = CODECS["ticket_sales"]
NOW = FAR


@pytest_asyncio.fixture
async def office(database: Database) -> AsyncIterator[BoxOffice]:
    async with box_office(database) as opened:
        yield opened


async def table(office: BoxOffice, stream: int) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    sale = number_of(stream)
    rows = await office.pool.fetch("SELECT * FROM public.orders WHERE sale_id = $1 ORDER BY n", sale)
    back = await office.pool.fetch("SELECT * FROM public.refunds WHERE sale_id = $1 ORDER BY n", sale)
    return [tuple(row.values()) for row in rows], [tuple(row.values()) for row in back]


def told(sale: Sale) -> list[tuple[Any, ...]]:
    return [
        (
            order.order, order.person_id, order.status, order.quantity, order.total_minor, len(list(sale.valid_tickets(order))),
            order.attempts,
        )
        for order in sale.orders.values()
    ]


async def rows(office: BoxOffice, stream: int) -> list[tuple[Any, ...]]:
    found = await office.pool.fetch(
        "SELECT n, person_id, status, quantity, total_minor, tickets, attempts FROM public.orders WHERE sale_id = $1 ORDER BY n",
        number_of(stream),
    )
    return [tuple(row.values()) for row in found]


async def test_a_crowd_of_a_hundred_leaves_the_rows_that_the_sale_knows(office: BoxOffice) -> None:
    stream, chance = await office.concert((c.TicketType("Free", 0, 60), c.TicketType("Regular", 2_500, 60))), random.Random(7)
    await asyncio.gather(*(office.ask(stream, c.Grab(person, 1 + person % 2)) for person in range(100)))
    for _ in range(12):
        state, _version = await folded(office.pool, TICKET_SALES, stream)
        commands: list[c.Command] = [c.Grab(chance.randint(1, 50), chance.randint(1, 2)) for _ in range(10)]
        for order in chance.sample(list(state.orders.values()), 80):
            attempt = len(order.attempts)
            commands += chance.choices((
                c.Checkout(order.person_id, order.order), c.RecordPayment(order.order, max(1, attempt), "succeeded"),
                c.RecordPayment(order.order, max(1, attempt), "refused"), c.CancelOrder(order.person_id, False, order.order),
                c.ReleaseHold(order.person_id, order.order), c.CancelTicket(ORGANISER, True, chance.randint(1, 40)),
                c.RecordRefund(chance.randint(1, 9), chance.choice(("succeeded", "failed"))),
                c.SettleRefundByHand(ORGANISER, False, chance.randint(1, 9), "cash"),
            ), (8, 6, 2, 2, 1, 1, 1, 1))
        await asyncio.gather(*(office.ask(stream, command) for command in commands))
        state, _version = await folded(office.pool, TICKET_SALES, stream)
        assert await rows(office, stream) == told(state)
        found = await figures.office(office.pool, number_of(stream))
        assert found is not None and found.is_sound
    statuses = {row[2] for row in await rows(office, stream)}
    assert statuses >= {"held", "pending", "paid", "cancelled", "released", "refunded"}


async def test_a_batch_of_a_hundred_payments_is_two_statements(office: BoxOffice) -> None:
    stream, statements = await office.concert((c.TicketType("Regular", 2_500, 100),)), list[str]()
    await asyncio.gather(*(office.do(stream, c.Grab(ANNA, 1)) for _ in range(100)))
    started = [Recorded(n + 200, NOW, e.CheckoutStarted(n, 1, 2_500, FAR), UUID(int=n), b"") for n in range(1, 101)]
    paid = [Recorded(n + 400, NOW, e.OrderPaid(n, 1, (e.Ticket(n, 1, 2_500),)), UUID(int=n), b"") for n in range(1, 101)]
    async with office.pool.acquire() as connection:
        await orders.warm_up(connection)
        async with connection.transaction():
            with connection.query_logger(lambda record: statements.append(record.query)):
                await orders.project(connection, stream, [*started, *paid])
        assert len(statements) == 2, statements
        counts = await connection.fetchrow(
            "SELECT count(*), sum(tickets), min(status), max(status) FROM public.orders WHERE sale_id = $1", number_of(stream)
        )
        assert counts is not None and tuple(counts) == (100, 100, "paid", "paid")


async def test_a_refill_makes_wrong_missing_and_stray_rows_right_while_people_go_on_pressing(office: BoxOffice, monkeypatch: Any) -> None:
    monkeypatch.setattr(rewriting, "PAGE", 5)
    stream = await office.concert()
    for person in range(5, 17):
        await office.buy(stream, person, 2)
    await office.do(stream, c.CancelOrder(ORGANISER, True, 3, "Mistake"))
    await office.do(stream, c.RecordRefund(1, "failed"))
    await office.do(stream, c.SettleRefundByHand(ORGANISER, False, 1, "cash"))
    await office.do(stream, c.RecordRefund(1, "succeeded"))
    before = await table(office, stream)
    assert len(before[0]) == 12 and before[1][0][4:7] == (2_500, "given_back", "paid_twice") and before[1][0][-2] == "cash"
    assert before[1][0][-1] is not None, "when the provider paid it as well"
    sale = number_of(stream)
    await office.pool.execute("UPDATE public.orders SET status = 'held', tickets = 7 WHERE sale_id = $1 AND n % 2 = 0", sale)
    await office.pool.execute("DELETE FROM public.orders WHERE sale_id = $1 AND n IN (1, 12)", sale)
    await office.pool.execute("DELETE FROM public.refunds WHERE sale_id = $1", sale)
    await office.pool.execute(
        "INSERT INTO public.orders SELECT 999999, n, person_id, status, via, lines, quantity, total_minor, refunded_minor, tickets,"
        " attempts, paid_attempt, created_at, expires_at, paid_at, version FROM public.orders WHERE sale_id = $1 AND n = 5", sale,
    )
    await office.pool.execute(
        "INSERT INTO public.orders SELECT sale_id, 400, person_id, status, via, lines, quantity, total_minor, refunded_minor, tickets,"
        " attempts, paid_attempt, created_at, expires_at, paid_at, version FROM public.orders WHERE sale_id = $1 AND n = 5", sale,
    )
    await orders.refill(office.pool, CODEC)
    assert await table(office, stream) == before
    assert await office.pool.fetchval("SELECT count(*) FROM public.orders WHERE sale_id = 999999") == 0, "there is no such sale"

    async def press() -> None:
        for person in range(20, 34):
            await office.grab(stream, person, 1)

    await asyncio.gather(orders.refill(office.pool, CODEC), press(), orders.refill(office.pool, CODEC))
    state, _version = await folded(office.pool, TICKET_SALES, stream)
    assert await rows(office, stream) == told(state)
    assert (await table(office, stream))[1] == before[1]


async def test_a_missing_row_does_not_keep_the_sale_from_selling(office: BoxOffice) -> None:
    stream = await office.concert()
    lost = await office.grab(stream, ANNA, 2)
    await office.pool.execute("DELETE FROM public.orders WHERE sale_id = $1", number_of(stream))
    await office.do(stream, c.Checkout(ANNA, lost))
    assert await office.buy(stream, BERT) == 2
    assert [row[0] for row in await rows(office, stream)] == [2]
    await orders.refill(office.pool, CODEC)
    assert [row[:3] for row in await rows(office, stream)] == [(1, ANNA, "pending"), (2, BERT, "paid")]


async def test_the_audit_sees_figures_and_orders_that_do_not_agree(office: BoxOffice) -> None:
    stream = await office.concert()
    await office.buy(stream, ANNA)
    await office.grab(stream, BERT, 3, 2)
    sale = number_of(stream)

    async def is_sound() -> bool:
        found = await figures.office(office.pool, sale)
        assert found is not None
        return found.is_sound

    assert await is_sound()
    unsound = await figures.unsound(office.pool)
    await office.pool.execute("UPDATE public.orders SET status = 'held' WHERE sale_id = $1 AND n = 1", sale)
    assert not await is_sound()
    assert await figures.unsound(office.pool) == unsound  # the head row itself is right
    await orders.refill(office.pool, CODEC)
    assert await is_sound()


async def test_exports_are_read_page_by_page_and_whole(office: BoxOffice, monkeypatch: Any) -> None:
    monkeypatch.setattr(order_lists, "EXPORT_PAGE", 4)
    stream = await office.concert()
    for person in range(5, 15):
        await office.grab(stream, person, 1)
    pages = [page async for page in order_lists.pages(office.pool, OrderQuery(sale_id=number_of(stream)))]
    assert [len(page) for page in pages] == [4, 4, 2]
    assert [one.order.n for page in pages for one in page] == list(range(1, 11))
    assert {one.type_names[1] for page in pages for one in page} == {TYPES[0].name}


