"""A ticket sale with something of everything in its log, made by the commands of people, as long as wanted."""

import asyncio
from typing import Any
from uuid import uuid4

from saleroom.domain.ids import stream_id
from saleroom.domain.seating.generate import HallForm, generate
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.eventlog.numbers import claim_number
from tests.box_offices import ANNA, BERT, FAR, ORGANISER, SCANNER, BoxOffice

HALL = generate(HallForm("Great hall", rows=10, seats=20, aisles_after=(10,), curve=30, zones=(("Stalls", 6), ("Circle", 4)), standing=50))
TERMS = c.SaleTerms(
    None, FAR, hold_seconds=7_200, quotas=(c.SharedQuota("house", 30_000),), types=(
        c.TicketType("Free", 0, 20_000, quota="house"), c.TicketType("Stalls", 4_500, 120, section="Stalls"),
        c.TicketType("Circle", 3_000, 80, section="Circle", quota="house"), c.TicketType("Standing", 1_500, 50, section="standing"),
        c.TicketType("VIP", 9_900, 20, "vip"),
    ),
)


async def open_sale(office: BoxOffice) -> int:
    """A sale in a hall of 200 seats, nobody has anything yet."""
    stream = stream_id("ticket_sales", await claim_number(office.pool, "ticket_sales", uuid4()))
    await office.do(stream, c.CreateSale(ORGANISER, c.SaleWords("The long sale"), TERMS, HALL))
    return stream


async def crowd(office: BoxOffice, stream: int, grabs: int) -> None:
    """So many people grab a free ticket at once."""
    await asyncio.gather(*(office.handle.ask(stream, c.Grab(1_000_000 + n, 1), uuid4()) for n in range(grabs)))


async def everything(office: BoxOffice, stream: int) -> None:
    """Orders in every state that people can bring about, waiting requests, a scanned ticket, a refund that was settled."""

    async def do(command: c.Command) -> list[Any]:
        return await office.do(stream, command)

    paid = await office.buy(stream, ANNA, 4, 3)
    seats = await _held(office, stream, c.Hold(BERT, ((4, 1),), ("A1", "A2")))
    await do(c.Checkout(BERT, seats))
    await do(c.RecordPayment(seats, 1, "refused", "no funds"))
    (started,) = await do(c.Checkout(BERT, seats))
    await do(c.RecordPayment(seats, started.attempt, "succeeded", "at last"))
    await _held(office, stream, c.Hold(ANNA, best_available=3, type_id=3))
    await do(c.ReleaseHold(ANNA, await _held(office, stream, c.Hold(ANNA, best_available=2, type_id=2))))
    pending = await _held(office, stream, c.Hold(ANNA, (), ("B1", "B2")))
    await do(c.Checkout(ANNA, pending))
    first = (await office.handle.summary_at(stream, 1_000_000))["orders"]
    assert first >= 2
    refund, _ = await do(c.CancelTicket(ANNA, False, await _ticket_of(office, stream, paid)))
    await do(c.RecordRefund(refund.refund, "succeeded", "back"))
    await do(c.CancelOrder(ANNA, False, await office.buy(stream, ANNA, 5)))
    await do(c.CheckIn(SCANNER, await _ticket_of(office, stream, seats), gate="North"))
    await do(c.PauseQueue(ORGANISER))
    for type_id in (5, 1, 1):
        await do(c.RequestTickets(BERT, type_id))
    await do(c.ServeQueue(ORGANISER, 2))
    await do(c.EditSale(ORGANISER, False, c.SaleWords("The very long sale"), c.SaleTerms(**{**_fields(TERMS), "limit_per_person": 100})))


def _fields(terms: c.SaleTerms) -> dict[str, Any]:
    return {name: getattr(terms, name) for name in c.SaleTerms.__dataclass_fields__}


async def _held(office: BoxOffice, stream: int, command: c.Hold) -> int:
    (placed,) = await office.do(stream, command)
    assert isinstance(placed, e.OrderPlaced)
    return placed.order


async def _ticket_of(office: BoxOffice, stream: int, order: int) -> int:
    """The first ticket of an order."""
    desk = office.handle._desk(stream)
    number: int = desk.state.orders[order].tickets[0]
    return number
