"""Where many get their tickets in one batch, one row of the outbox stands for all their letters until they are written."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest_asyncio

from saleroom.domain.ids import item_id, number_of
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales.events import OrderPlaced
from saleroom.eventlog import log
from saleroom.eventlog.outbox import Outbox
from saleroom.nouns import CODECS
from saleroom.reactions.errands import Errands
from saleroom.reactions.mail_tickets import TOGETHER_MIN, TOPIC, WriteTicketLetters
from tests.actors import Database
from tests.box_offices import BoxOffice, box_office
from tests.postroom import new_worker_id

FIRST_BUYER = 100


@pytest_asyncio.fixture
async def office(database: Database) -> AsyncIterator[BoxOffice]:
    async with box_office(database) as opened:
        yield opened


async def rush(office: BoxOffice, buyers: int) -> int:
    """That many grab at once, in one batch; the stream of the concert."""
    stream = await office.concert((c.TicketType("Free", 0, 500),))
    await asyncio.gather(*(office.ask(stream, c.Grab(FIRST_BUYER + n, 1, 1 + n % 2)) for n in range(buyers)))
    return stream


async def outbox(office: BoxOffice, stream: int, topic: str) -> dict[str, Any]:
    rows = await office.pool.fetch("SELECT * FROM log.outbox WHERE stream_id = $1 AND topic = $2 ORDER BY version", stream, topic)
    return {row["dedupe_key"]: row for row in rows}


async def test_the_letters_of_a_rush_are_one_row_until_they_are_written_and_then_a_row_each(office: BoxOffice) -> None:
    stream = await rush(office, 3 * TOGETHER_MIN)
    (errand,) = (await outbox(office, stream, TOPIC)).values()
    assert await outbox(office, stream, "tickets") == {}

    desk = Errands(Outbox(office.pool, new_worker_id(), TOPIC), WriteTicketLetters(office.pool), lambda: 0.0)
    assert await desk.once() == 1
    letters = await outbox(office, stream, "tickets")
    placed = [one for one in await log.read(office.pool, stream, CODECS["ticket_sales"]) if isinstance(one.fact, OrderPlaced)]
    assert [(key, row["version"]) for key, row in letters.items()] == [(f"tickets.{one.fact.order}", one.version) for one in placed]
    for one, row in zip(placed, letters.values(), strict=True):
        told, sale = row["payload"], number_of(stream)
        assert (told["user_id"], told["order_id"]) == (one.fact.person_id, item_id(sale, one.fact.order))
        assert [ticket["n"] for ticket in told["tickets"]] == [ticket.ticket for ticket in one.fact.tickets]
        assert {ticket["type"] for ticket in told["tickets"]} == {"Free"}
    assert errand["version"] == placed[0].version
    (done,) = (await outbox(office, stream, TOPIC)).values()
    assert done["done_at"] is not None and "letters" not in done["payload"]


async def test_letters_that_were_written_before_a_kill_are_not_written_again(office: BoxOffice) -> None:
    stream = await rush(office, TOGETHER_MIN)
    worker = Outbox(office.pool, new_worker_id(), TOPIC)
    (leased,) = await worker.lease(5)
    await WriteTicketLetters(office.pool)(leased)  # and here it is killed: the errand is not noted as done
    before = await outbox(office, stream, "tickets")
    await office.pool.execute("UPDATE log.outbox SET leased_until = clock_timestamp() - interval '1 second' WHERE topic = $1", TOPIC)
    (again,) = await worker.lease(5)
    await WriteTicketLetters(office.pool)(again)
    assert await outbox(office, stream, "tickets") == before and len(before) == TOGETHER_MIN


async def test_the_letters_of_a_few_are_written_with_their_facts_and_say_the_same(office: BoxOffice) -> None:
    few, many = await rush(office, TOGETHER_MIN - 1), await rush(office, TOGETHER_MIN)
    assert await outbox(office, few, TOPIC) == {}
    await Errands(Outbox(office.pool, new_worker_id(), TOPIC), WriteTicketLetters(office.pool), lambda: 0.0).once()
    one, other = next(iter((await outbox(office, few, "tickets")).values())), next(iter((await outbox(office, many, "tickets")).values()))
    assert one["payload"].keys() == other["payload"].keys()
    same = {"title", "organizer", "location", "starts_at", "amount_minor", "reclaimed", "user_id"}
    assert {key: one["payload"][key] for key in same} == {key: other["payload"][key] for key in same}
    first, second = orjson.dumps(one["payload"]["tickets"]), orjson.dumps(other["payload"]["tickets"])
    assert first.replace(str(number_of(few)).encode(), b"") == second.replace(str(number_of(many)).encode(), b"")


async def test_while_people_press_one_errand_at_a_time_is_carried_out(office: BoxOffice) -> None:
    for _ in range(3):
        await rush(office, TOGETHER_MIN)
    is_busy = True
    desk = Errands(Outbox(office.pool, new_worker_id(), TOPIC), WriteTicketLetters(office.pool), lambda: 0.0, lambda: is_busy)
    assert await desk.once() == 1
    is_busy = False
    assert await desk.once() == 2
