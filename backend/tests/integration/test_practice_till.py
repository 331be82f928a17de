"""The practice till moves money once: one page an attempt, one decision, one refund a number, also when a worker is killed between.

Here the till is asked by itself; `test_payments.py` pays at a house's doors.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import stream_id
from saleroom.domain.ticket_sales import commands as c
from saleroom.eventlog.outbox import Errand, Outbox, OutboxRow, put_all
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from saleroom.payments import signature
from saleroom.payments.practice_till import Choice, PracticeTill
from saleroom.payments.provider import Attempt, Refund
from saleroom.reactions.errands import Errands
from saleroom.reactions.refund_payments import RefundPayments
from tests.actors import SECRET, Cluster, Database
from tests.postroom import new_worker_id

KEY = signature.derived_key(SECRET)


@pytest_asyncio.fixture
async def pool(database: Database) -> AsyncIterator[Pool]:
    opened = await open_pool(database.app)
    yield opened
    await opened.close()


def till_on(pool: Pool) -> PracticeTill:
    return PracticeTill(pool, KEY, "https://saleroom.example", lambda: datetime.now(UTC))


_numbers: Iterator[int] = iter(range(900_000_000_001, 900_000_001_000))


async def paid_at_till(till: PracticeTill, amount_minor: int = 100_00, choice: Choice = "succeed") -> int:
    """A payment that succeeded, of an order that is none of a sale; the order's number."""
    order = next(_numbers)
    url = await till.begin(Attempt(order, 1, amount_minor, "EUR", "Concert", "https://saleroom.example"))
    await till.choose(url.rpartition("/")[2], choice)
    await till._pool.execute("UPDATE public.practice_callbacks SET told_at = clock_timestamp() WHERE token = $1", url.rpartition("/")[2])
    return order


async def test_an_attempt_has_one_page_however_often_it_is_begun(pool: Pool) -> None:
    till, attempt = till_on(pool), Attempt(next(_numbers), 1, 25_00, "EUR", "Concert", "https://saleroom.example")
    assert len({*await asyncio.gather(*(till.begin(attempt) for _ in range(20)))}) == 1
    with pytest.raises(ValueError, match="was begun with 2500"):
        await till.begin(Attempt(attempt.order_id, 1, 99_00, "EUR", "Concert", "https://saleroom.example"))


async def test_of_many_who_decide_at_once_one_decides(pool: Pool) -> None:
    till = till_on(pool)
    url = await till.begin(Attempt(next(_numbers), 1, 25_00, "EUR", "Concert", "https://saleroom.example"))
    token = url.rpartition("/")[2]
    choices: list[Any] = ["succeed", "refuse", "twice", "delay"] * 5
    outcomes = await asyncio.gather(*(till.choose(token, choice) for choice in choices), return_exceptions=True)
    assert sum(isinstance(outcome, RefusedError) for outcome in outcomes) == 15
    assert await pool.fetchval("SELECT count(*) FROM public.practice_callbacks WHERE token = $1", token) in (1, 2)
    await pool.execute("UPDATE public.practice_callbacks SET told_at = clock_timestamp() WHERE token = $1", token)


async def test_a_refund_of_the_same_number_is_made_once_and_refunds_never_exceed_the_payment(pool: Pool) -> None:
    till = till_on(pool)
    order = await paid_at_till(till)
    same = await asyncio.gather(*(till.refund(Refund(order * 10, order, 1, 40_00, "given_back")) for _ in range(10)))
    assert {one.outcome for one in same} == {"succeeded"}
    others = await asyncio.gather(*(till.refund(Refund(order * 10 + n, order, None, 40_00, "given_back")) for n in range(1, 6)))
    assert sorted(one.outcome for one in others) == ["failed"] * 4 + ["succeeded"]
    assert {one.why_not for one in others} == {"", "more than is left of the payment"}
    query = "SELECT sum(amount_minor) FROM public.practice_refunds WHERE order_id = $1 AND outcome = 'succeeded'"
    assert await pool.fetchval(query, order) == 80_00
    assert (await till.refund(Refund(order * 10 + 9, order, 2, 1, "given_back"))).why_not == "there is no such payment"
    with pytest.raises(ValueError, match="something else"):
        await till.refund(Refund(order * 10, order, 1, 41_00, "given_back"))


async def test_what_the_payer_chose_to_be_kept_is_refused_for_good_each_time(pool: Pool) -> None:
    till = till_on(pool)
    order = await paid_at_till(till, choice="keep")
    answers = [await till.refund(Refund(order * 10 + n, order, attempt, 40_00, "given_back")) for n, attempt in ((1, 1), (1, 1), (2, None))]
    assert {(one.outcome, one.why_not) for one in answers} == {("failed", "this payment is kept")}


async def test_what_moved_money_cannot_be_deleted_and_a_refund_not_even_changed(pool: Pool) -> None:
    for statement in (
        "DELETE FROM public.practice_payments", "DELETE FROM public.practice_callbacks", "DELETE FROM public.practice_refunds",
        "UPDATE public.practice_refunds SET amount_minor = 1",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await pool.execute(statement)


KILLED_AFTER_THE_REFUND = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from saleroom.eventlog.outbox import Outbox
from saleroom.eventlog.pool import open_pool
from saleroom.payments import signature
from saleroom.payments.practice_till import PracticeTill
from saleroom.reactions.errands import Errands
from saleroom.reactions.refund_payments import RefundPayments
from tests.postroom import new_worker_id

async def killed(stream, command, command_id):
    assert command.outcome == "succeeded"
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    pool = await open_pool(sys.argv[1])
    till = PracticeTill(pool, b"key", "https://saleroom.example", lambda: datetime.now(UTC))
    await Errands(Outbox(pool, new_worker_id(), "refund"), RefundPayments(till, killed), lambda: 0.0).once()

asyncio.run(main())
"""


async def test_a_kill_between_the_refund_and_the_log_repeats_neither(cluster: Cluster) -> None:
    """No worker runs here: the errand is carried out by one that is killed, and by another after the lease."""
    database = cluster.database()
    pool = await open_pool(database.app)
    handle, till, stream = Handle(pool, NOUNS, lambda published: None), till_on(pool), stream_id("ticket_sales", 1)

    async def do(command: Any) -> None:
        await handle.ask(stream, command, UUID(int=next(_numbers)))

    types = (c.TicketType("Standing", 25_00, 4),)
    await do(c.CreateSale(1, c.SaleWords("Water Music"), c.SaleTerms(None, datetime.now(UTC) + timedelta(days=9), types=types)))
    await do(c.Grab(42, 1, 1))
    await do(c.Checkout(42, 1))
    url = await till.begin(Attempt(1_000_001, 1, 25_00, "EUR", "Concert", "https://saleroom.example"))
    await till.choose(url.rpartition("/")[2], "succeed")
    await do(c.RecordPayment(1, 1, "succeeded", "practice-1000001-1"))
    await do(c.CancelOrder(42, False, 1))

    here = Path(__file__).resolve().parents[2]
    doomed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_AFTER_THE_REFUND, database.app, cwd=here, env={**os.environ, "PYTHONPATH": str(here)},
    )
    assert await doomed.wait() == -signal.SIGKILL
    assert await pool.fetchval("SELECT count(*) FROM public.practice_refunds") == 1
    errands = Errands(Outbox(pool, new_worker_id(), "refund"), RefundPayments(till, handle.ask), lambda: 0.0)
    assert await errands.once() == 0, "the lease of the dead worker still holds"
    await pool.execute("UPDATE log.outbox SET leased_until = clock_timestamp() - interval '1 second' WHERE topic = 'refund'")
    assert await errands.once() == 1
    assert await errands.once() == 0
    assert await pool.fetchval("SELECT count(*) FROM public.practice_refunds") == 1
    assert await pool.fetchval("SELECT count(*) FROM log.event WHERE type = 37") == 1
    assert await pool.fetchval("SELECT status FROM public.refunds") == "succeeded"
    assert await pool.fetchval("SELECT outcome FROM log.outbox WHERE topic = 'refund'") == "sent"
    await handle.drain()
    await pool.close()


async def test_letters_and_refunds_lie_in_one_outbox_and_nobody_takes_the_others(pool: Pool) -> None:
    stream = stream_id("ticket_sales", 900_001)
    rows = [OutboxRow("a", 0, "tickets", {}), OutboxRow("b", 0, "refund", {}), OutboxRow("c", 0, "tell_holders", {})]
    await put_all(pool, stream, 3, rows)
    await put_all(pool, stream, 3, [OutboxRow("a", 0, "tickets", {"again": 1})])
    found = {}
    errands: tuple[Errand | None, ...] = (None, "refund", "tell_holders")
    for errand in errands:
        taken = await Outbox(pool, new_worker_id(), errand).lease(100)
        found[errand] = [row.topic for row in taken if row.stream_id == stream]
    await pool.execute("UPDATE log.outbox SET done_at = clock_timestamp(), outcome = 'unwanted' WHERE stream_id = $1", stream)
    assert found == {None: ["tickets"], "refund": ["refund"], "tell_holders": ["tell_holders"]}


async def test_without_a_provider_a_refund_waits_and_is_never_given_up(pool: Pool) -> None:
    stream = stream_id("ticket_sales", 900_002)
    told = {"refund": 1, "refund_id": 900_002_000_001, "order_id": 900_002_000_001, "attempt": 1, "amount_minor": 1, "reason": "late"}
    await put_all(pool, stream, 3, [OutboxRow("refund.1", 0, "refund", told)])

    async def nobody(stream: int, command: Any, command_id: UUID) -> Any:
        raise AssertionError("nothing became of it")

    await pool.execute("UPDATE log.outbox SET attempts = 500 WHERE stream_id = $1", stream)
    await Errands(Outbox(pool, new_worker_id(), "refund"), RefundPayments(None, nobody), lambda: 0.0).once()
    row = await pool.fetchrow("SELECT outcome, last_reply FROM log.outbox WHERE stream_id = $1", stream)
    await pool.execute("UPDATE log.outbox SET done_at = clock_timestamp(), outcome = 'unwanted' WHERE stream_id = $1", stream)
    assert row is not None and row["outcome"] == "waiting" and "nobody takes payments here" in row["last_reply"]
