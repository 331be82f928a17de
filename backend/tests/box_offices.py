"""What the tests of box offices share: an on-sale without doors, and paying at the practice till over REST."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx

from saleroom.domain.decider import Refused
from saleroom.domain.ids import item_id, number_of, stream_id
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.numbers import claim_number
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from tests.actors import Database, Person

ORGANISER, ANNA, BERT, SCANNER = 1, 2, 3, 4
FAR = datetime(2090, 1, 1, 20, tzinfo=UTC)
TYPES = (c.TicketType("Free", 0, 20), c.TicketType("Regular", 2_500, 20), c.TicketType("VIP", 9_900, 5, "vip"))
PAID_SECONDS_MAX = 15.0


@dataclass
class BoxOffice:
    """One worker that sells the tickets of ORGANISER's concerts."""

    pool: Pool
    handle: Handle = field(init=False)

    def __post_init__(self) -> None:
        self.handle = Handle(self.pool, NOUNS, lambda published: None)
        self._references = itertools.count(1)

    async def ask(self, stream: int, command: c.Command) -> list[Any] | Refused:
        """The facts of a command, or its refusal."""
        outcome = await self.handle.ask(stream, command, uuid4())
        return [recorded.fact for recorded in outcome.recorded] if isinstance(outcome, Accepted) else outcome

    async def do(self, stream: int, command: c.Command) -> list[Any]:
        """One command, accepted."""
        facts = await self.ask(stream, command)
        assert not isinstance(facts, Refused), facts
        return facts

    async def concert(self, types: tuple[c.TicketType, ...] = TYPES, title: str = "Spring concert") -> int:
        """The stream of a concert that is on sale."""
        stream = stream_id("ticket_sales", await claim_number(self.pool, "ticket_sales", uuid4()))
        terms = c.SaleTerms(None, FAR, types=types)
        await self.do(stream, c.CreateSale(ORGANISER, c.SaleWords(title), terms))
        return stream

    async def grab(self, stream: int, person: int, type_id: int = 1, quantity: int = 1) -> int:
        """The number of an order inside the sale: free tickets are had, others are held."""
        (placed,) = await self.do(stream, c.Grab(person, type_id, quantity))
        assert isinstance(placed, e.OrderPlaced)
        return placed.order

    async def buy(self, stream: int, person: int, type_id: int = 2, quantity: int = 1) -> int:
        """The number of an order that is paid."""
        order = await self.grab(stream, person, type_id, quantity)
        (started,) = await self.do(stream, c.Checkout(person, order))
        await self.do(stream, c.RecordPayment(order, started.attempt, "succeeded", f"payment {next(self._references)}"))
        return order

    async def look(self, stream: int) -> None:
        """Do what is due."""
        done = asyncio.Event()
        self.handle.do_due(stream, lambda due_at: done.set())
        await done.wait()


@asynccontextmanager
async def box_office(database: Database) -> AsyncIterator[BoxOffice]:
    """A box office on connections of the unprivileged login."""
    pool = await open_pool(database.app)
    try:
        yield BoxOffice(pool)
    finally:
        await pool.close()


def order_id(stream: int, order: int) -> int:
    """The number that people see."""
    return item_id(number_of(stream), order)


def pay(person: Person, order: dict[str, Any], outcome: str = "succeed") -> dict[str, Any]:
    """Press pay, decide at the practice till, and wait until the house has heard of it: the order then."""
    checkout = person.post(f"/holds/{order['id']}/checkout")
    assert checkout.status_code == 200, checkout.text
    token = checkout.json()["payment_url"].rsplit("/", 1)[-1]
    decided = httpx.post(f"{person.base}/payments/test/{token}", json={"outcome": outcome}, timeout=30)
    assert decided.status_code == 200, decided.text
    return until(person, order["id"], lambda found: found["status"] != "pending")


def until(person: Person, order: int, claim: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """An order, once a claim holds of it."""
    deadline = time.monotonic() + PAID_SECONDS_MAX
    while True:
        found: dict[str, Any] = person.get(f"/orders/{order}").json()
        if claim(found):
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.05)
