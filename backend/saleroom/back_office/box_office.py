"""`saleroom availability`, `request`, `tick`, `settle-refund`: an event's box office at the command line, through everybody's desk.

What a command changes is decided and written here; the workers of the house find it by looking at the log.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

import typer
from rich.table import Table

from saleroom.accounts.users import User, UserTable
from saleroom.api import answers
from saleroom.api.order_forms import refund_parts
from saleroom.api.problems import sentence
from saleroom.api.ticketing_forms import type_asked
from saleroom.back_office.office import Office, printable, screen
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id, item_parts, stream_id
from saleroom.domain.money import amount_text
from saleroom.domain.ticket_sales.commands import RequestTickets, ServeQueue, SettleRefundByHand
from saleroom.domain.ticket_sales.events import RefundSettledByHand, RequestQueued, RequestServed, TurnsGiven
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.handle import Busy, Handle
from saleroom.nouns import NOUNS
from saleroom.projections import box_office, order_lists, ticket_requests, ticket_sales
from saleroom.projections.ticket_requests import TicketRequest
from saleroom.projections.ticket_sales import SaleRow

OPERATOR: Final = 0  # in facts, whoever may run the commands of the house; nobody's account
SERVED_SECONDS_MAX: Final = 10.0
LOOK_SECONDS: Final = 0.05


def show_availability(office: Office, event: int) -> None:
    """Raises: SystemExit with a sentence for an unknown event."""
    row, (failed, by_hand, twice) = _run(office, lambda pool: _sale_and_debts(pool, event))
    queue = row.state["queue"]
    table = Table("No.", "Ticket", "Lane", f"Price ({office.currency})", "Free", "Held", "Paying", "Sold", "Of", "Inside")
    for column in table.columns[3:]:
        column.justify = "right"
    for kind in row.terms.types:
        figures = row.figures[kind.id]
        table.add_row(
            str(kind.id), printable(kind.name), kind.lane, amount_text(kind.price_minor),
            *(str(figures[name]) for name in ("free", "held", "pending", "sold", "size", "checked_in")),
        )
    screen().print(table)
    typer.echo(f"event {row.id}, {printable(row.words.title)}: {row.state['status'].replace('_', ' ')}{_when(row)}")
    typer.echo(f"{queue['waiting']} requests wait" + (", the queue is paused" if queue["paused"] else ""))
    if failed.count:
        owed = ", ".join(f"order {one.order_id} {amount_text(one.amount_minor)} (refund {one.id})" for one in failed.newest)
        typer.echo(f"{_refunds(failed.count)} failed, pay {amount_text(failed.amount_minor)} {office.currency} another way: {owed}")
    if by_hand.count:
        typer.echo(f"{_refunds(by_hand.count)} that failed paid another way: {amount_text(by_hand.amount_minor)} {office.currency}")
    if twice[0]:
        typer.echo(f"{_refunds(twice[0])} of these paid by the provider as well, so twice: {amount_text(twice[1])} {office.currency}")


def _refunds(count: int) -> str:
    return "1 refund" if count == 1 else f"{count} refunds"


def _when(row: SaleRow) -> str:
    if row.state["status"] != "scheduled":
        return ""
    return f", tickets from {datetime.fromisoformat(row.state['sale_starts_at']):%Y-%m-%d %H:%M:%S} UTC on"


def request_tickets(office: Office, event: int, ticket_type: str, person: str, quantity: int = 1) -> None:
    """Raises: SystemExit with a sentence when the request is refused, or got nothing."""
    told, is_served = _run(office, lambda pool: _request(pool, event, ticket_type, person, quantity))
    if not is_served:
        raise SystemExit(f"saleroom: {told}")
    typer.echo(told)


def settle_refund(office: Office, refund: int, note: str) -> None:
    """Raises: SystemExit with a sentence for a refund that is unknown, has not failed or was settled before."""
    fact = _run(office, lambda pool: _settle(pool, refund, note))
    order, amount = item_id(item_parts(refund)[0], fact.order), f"{amount_text(fact.amount_minor)} {office.currency}"
    typer.echo(f"refund {refund} of order {order}: {amount} paid another way, the buyer gets a letter")


def serve_queues(office: Office, event: int | None, count: int = 1) -> None:
    """Raises: SystemExit with a sentence for an unknown event."""
    lines = _run(office, lambda pool: _tick(pool, event, count))
    typer.echo("\n".join(lines) or "nobody waits in a paused queue")


def _run(office: Office, work: Callable[[Pool], Awaitable[Any]]) -> Any:
    """Work of the box office; a refusal is one line.

    Raises:
        SystemExit: the refusal's sentence.
    """
    try:
        return office.run(work)
    except RefusedError as error:
        raise SystemExit(f"saleroom: {_why(error)}") from None
    except Busy:
        raise SystemExit(f"saleroom: {sentence('busy', {})}") from None


def _why(error: RefusedError) -> str:
    facts = error.refused.facts
    others = [f"{one['available_qty']} {one['seat_type']}" for one in facts.get("alternatives", ())]
    return printable(sentence(error.refused.code, facts) + (f" There are {', '.join(others)} left." if others else ""))


@dataclass(slots=True)
class _Counter:
    """The desk of one event, as the command sits at it; `heard` are the facts since it sat down."""

    handle: Handle
    stream: int
    heard: list[Any] = field(default_factory=list)

    async def ask(self, command: Any) -> Accepted:
        """Hand a command in. Raises: RefusedError, Busy."""
        outcome = await self.handle.ask(self.stream, command, uuid4())
        refused = answers.refusal_of(outcome)
        if refused is not None:
            raise RefusedError(refused.code, **refused.facts)
        assert isinstance(outcome, Accepted)
        return outcome

    async def look(self) -> None:
        """Do what is due now, for no worker may be running."""
        done = asyncio.Event()
        self.handle.do_due(self.stream, lambda due_at: done.set())
        await done.wait()


@asynccontextmanager
async def _counter(pool: Pool, event: int) -> AsyncIterator[_Counter]:
    heard: list[Any] = []

    def publish(published: Published) -> None:
        heard.extend(recorded.fact for recorded in published.recorded)

    handle = Handle(pool, NOUNS, publish)
    try:
        yield _Counter(handle, stream_id("ticket_sales", event), heard)
    finally:
        await handle.drain()


async def _sale(pool: Pool, event: int) -> SaleRow:
    row = await ticket_sales.one(pool, event)
    if row is None:
        raise RefusedError("unknown_event")
    return row


async def _sale_and_debts(pool: Pool, event: int) -> tuple[SaleRow, box_office.Debts]:
    return await _sale(pool, event), await box_office.failed_refunds(pool, event)


async def _settle(pool: Pool, refund: int, note: str) -> RefundSettledByHand:
    sale, n = refund_parts(refund)
    async with _counter(pool, sale) as counter:
        accepted = await counter.ask(SettleRefundByHand(OPERATOR, True, n, note))
    fact: RefundSettledByHand = accepted.recorded[0].fact
    return fact


async def _request(pool: Pool, event: int, ticket_type: str, person: str, quantity: int) -> tuple[str, bool]:
    """What came of a request, and whether that is an order or a place in the queue."""
    row, user = await _sale(pool, event), await _person(pool, person)
    kind = type_asked(row.terms.types, ticket_type)
    async with _counter(pool, event) as counter:
        accepted = await counter.ask(RequestTickets(user.id, kind.id, quantity))
        queued = next(recorded.fact for recorded in accepted.recorded if isinstance(recorded.fact, RequestQueued))
        told = f"request {item_id(event, queued.request)} for {quantity} {printable(kind.name)}"
        found = await _until_served(counter, pool, event, queued.request)
    if found.position is not None:
        is_paused = (await _sale(pool, event)).state["queue"]["paused"]
        return f"{told} waits, position {found.position}" + (": the queue is paused" if is_paused else ""), True
    order = None if found.order is None else await order_lists.one(pool, event, found.order)
    if order is None:
        return f"{told} got nothing: {sentence(found.code, {})}", False
    until = order.order.expires_at
    held = f", held until {until:%H:%M:%S} UTC, {amount_text(order.order.total_minor)} to pay" if until else ""
    return f"{told} got order {order.id}: {order.order.status}{held}", True


async def _until_served(counter: _Counter, pool: Pool, event: int, request: int) -> TicketRequest:
    """A request when it had its turn, or as it waits in a paused queue, or in one that does not get on."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SERVED_SECONDS_MAX
    while True:
        await counter.look()
        found = await ticket_requests.one(pool, event, request)
        assert found is not None
        if found.position is None or (await _sale(pool, event)).state["queue"]["paused"] or loop.time() > deadline:
            return found
        await asyncio.sleep(LOOK_SECONDS)


async def _person(pool: Pool, login: str) -> User:
    user = await UserTable(pool).get_by_login(login)
    if user is None or not user.is_active:
        raise RefusedError("unknown_user")
    return user


async def _tick(pool: Pool, event: int | None, count: int) -> list[str]:
    """A line for each event whose queue was served."""
    if event is not None:
        row = await _sale(pool, event)
        if not row.state["queue"]["paused"]:
            return [f"event {event}: the queue is not paused, the workers serve it"]
    events = [event] if event is not None else await box_office.paused(pool)
    return [line for one in events if (line := await _serve(pool, one, count))]


async def _serve(pool: Pool, event: int, count: int) -> str:
    """Give turns, see to it that they are taken, and say what came of them; nothing when nobody waits."""
    async with _counter(pool, event) as counter:
        accepted = await counter.ask(ServeQueue(OPERATOR, count))
        turns = sum(recorded.fact.count for recorded in accepted.recorded if isinstance(recorded.fact, TurnsGiven))
        served = await _until_taken(counter, turns)
    if not turns:
        return ""
    orders = sum(fact.placed is not None for fact in served)
    left = (await _sale(pool, event)).state["queue"]["waiting"]
    return f"event {event}: {len(served)} served, {orders} of them with an order, {left} still wait"


async def _until_taken(counter: _Counter, turns: int) -> list[RequestServed]:
    """The requests that had their turns; fewer if the queue does not get on."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SERVED_SECONDS_MAX
    while True:
        await counter.look()
        given = max((n for n, fact in enumerate(counter.heard) if isinstance(fact, TurnsGiven)), default=0)
        served = [fact for fact in counter.heard[given:] if isinstance(fact, RequestServed)]
        if len(served) >= turns or loop.time() > deadline:
            return served
        await asyncio.sleep(LOOK_SECONDS)
