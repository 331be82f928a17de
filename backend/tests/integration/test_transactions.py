"""The CSV of transactions has a line for every sale, cancellation, refund and check-in as well, and its sums are what was taken."""

import asyncio
import csv
import io
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales.commands import TicketType
from saleroom.eventlog import log
from saleroom.nouns import CODECS
from saleroom.projections import transactions
from tests.actors import Database
from tests.box_offices import ANNA, BERT, ORGANISER, SCANNER, BoxOffice, box_office
from tests.operators import saleroom

Told = list[tuple[str, str, str, str]]


def at_the_desk(database: Database, work: Callable[[BoxOffice], Coroutine[Any, Any, Any]]) -> Any:
    async def do() -> Any:
        async with box_office(database) as office:
            return await work(office)

    return asyncio.run(do())


def lines_of(database: Database, stream: int) -> Told:
    """Of one event: transaction, item without the event's number, person, amount; in the order of the file."""
    text = saleroom(database, "transactions", "--csv", "-").stdout
    number = number_of(stream)
    found = csv.DictReader(io.StringIO(text))
    return [
        (one["transaction"], one["item"].removeprefix(f"{number}00000"), one["person_id"], one["amount"])
        for one in found if (one["noun"], one["number"]) == ("ticket_sales", str(number))
    ]


async def _an_evening(office: BoxOffice) -> int:
    """Free and paid orders, one given back, one ticket given back, a double payment, a late one, gates, and a queue."""
    stream = await office.concert((TicketType("Free", 0, 9), TicketType("Regular", 2_500, 9), TicketType("Late", 1_000, 1)))
    await office.grab(stream, ANNA, 1, 2)
    await office.buy(stream, BERT, 2, 3)
    held = await office.grab(stream, ANNA, 2)
    await office.do(stream, c.ReleaseHold(ANNA, held))
    late = await office.grab(stream, ANNA, 3)
    await office.do(stream, c.Checkout(ANNA, late))
    await office.do(stream, c.CancelOrder(ANNA, False, late))
    await office.do(stream, c.RecordPayment(late, 1, "succeeded", "came late"))
    await office.do(stream, c.CancelTicket(BERT, False, 4))
    await office.do(stream, c.RequestTickets(BERT, 1))
    await office.look(stream)
    await office.do(stream, c.CheckIn(SCANNER, 1, 1, "North"))
    await office.do(stream, c.CheckIn(SCANNER, 1, 1, "North", "exit"))
    await office.do(stream, c.CancelOrder(ORGANISER, True, 2, "Mistake"))
    await office.do(stream, c.RecordRefund(3, "failed"))
    await office.do(stream, c.SettleRefundByHand(ORGANISER, False, 3, "bank transfer"))
    await office.do(stream, c.RecordRefund(3, "succeeded"))
    await office.do(stream, c.RecordRefund(2, "failed"))
    await office.do(stream, c.RecordRefund(2, "succeeded"))
    return stream


@pytest.fixture(scope="module")
def evening(database: Database) -> int:
    stream: int = at_the_desk(database, _an_evening)
    return stream


def test_every_sale_cancellation_refund_and_scan_is_a_line(database: Database, evening: int) -> None:
    assert lines_of(database, evening) == [
        ("sold", "1", str(ANNA), "0.00"), ("sold", "2", str(BERT), "75.00"), ("order_cancelled", "4", str(ANNA), ""),
        ("payment_returned", "1", str(ANNA), "10.00"), ("refunded", "2", str(BERT), "25.00"), ("ticket_cancelled", "4", str(BERT), ""),
        ("sold", "5", str(BERT), "0.00"), ("checked_in", "1", str(SCANNER), ""), ("checked_out", "1", str(SCANNER), ""),
        ("refunded", "3", str(BERT), "50.00"), ("order_cancelled", "2", str(ORGANISER), ""),
        ("refund_settled", "3", str(ORGANISER), "50.00"), ("refund_paid_twice", "3", str(BERT), "50.00"),
        ("refund_arrived", "2", str(BERT), "25.00"),
    ]


def test_what_was_sold_less_what_was_refunded_is_what_was_taken(database: Database, evening: int) -> None:
    async def takings(office: BoxOffice) -> int:
        await office.buy(evening, ANNA, 2, 2)
        head = await log.tail(office.pool, evening, CODECS["ticket_sales"], after=0, limit=1)
        assert head is not None
        return int(head.state["takings"])

    taken = at_the_desk(database, takings)
    sums = {"sold": 0.0, "refunded": 0.0}
    for word, _, _, amount in lines_of(database, evening):
        sums[word] = sums.get(word, 0.0) + float(amount or 0)
    assert sums["sold"] - sums["refunded"] == taken / 100 == 50


def test_an_event_that_is_called_off_gives_every_order_back_line_by_line(database: Database) -> None:
    async def call_off(office: BoxOffice) -> int:
        stream = await office.concert()
        await office.buy(stream, ANNA, 2)
        await office.grab(stream, BERT, 1)
        await office.grab(stream, BERT, 2)
        await office.do(stream, c.CancelSale(ORGANISER, False, "Flood"))
        await office.look(stream)
        return stream

    stream = at_the_desk(database, call_off)
    assert lines_of(database, stream)[2:] == [
        ("cancelled", "", str(ORGANISER), ""), ("order_cancelled", "1", str(ANNA), ""), ("refunded", "1", str(ANNA), "25.00"),
        ("order_cancelled", "2", str(BERT), ""), ("order_cancelled", "3", str(BERT), ""),
    ]


def test_the_newest_are_found_behind_any_number_of_holds_which_are_no_lines(database: Database, evening: int) -> None:
    async def hold(office: BoxOffice) -> list[Any]:
        stream = await office.concert((TicketType("Regular", 2_500, 60),))
        for person in range(100, 140):
            await office.grab(stream, person, 1)
        return await transactions.newest(office.pool, CODECS, 3)

    newest = at_the_desk(database, hold)
    assert len(newest) == 3 and all(line.transaction != "held" for line in newest)
    text = saleroom(database, "transactions", "--csv", "-").stdout.splitlines()
    assert saleroom(database, "transactions", "--last", "3", "--csv", "-").stdout.splitlines() == [text[0], *text[-3:]]
    assert [str(line.command_id) for line in newest[::-1]] == [one.split(",")[9] for one in text[-3:]]
    assert saleroom(database, "transactions", "--last", "1000", "--csv", "-").stdout.splitlines() == text


def test_lines_are_the_same_however_many_facts_are_read_at_once(database: Database, evening: int, monkeypatch: Any) -> None:
    whole = saleroom(database, "transactions", "--csv", "-").stdout
    monkeypatch.setattr(transactions, "PAGE", 2)
    assert saleroom(database, "transactions", "--csv", "-").stdout == whole


def test_the_table_in_the_terminal_names_the_items(database: Database, evening: int) -> None:
    told = saleroom(database, "transactions", "--last", "50").stdout
    assert "payment_returned" in told and f"{number_of(evening)}000002" in told and "checked_out" in told
