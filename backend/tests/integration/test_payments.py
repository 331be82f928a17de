"""Money moves once: whatever is pressed, told or killed how often, an order is paid once and a refund is made once.

The till tells the house over HTTP as a provider would; the house believes its signature alone.
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import orjson
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
from saleroom.payments.practice_till import PracticeTill
from saleroom.payments.provider import Attempt, Refund
from saleroom.reactions.errands import Errands
from saleroom.reactions.refund_payments import RefundPayments
from tests.actors import SECRET, Cluster, Database, Person, Server, sign_up
from tests.concerts import grab, make_event, send
from tests.postroom import new_worker_id

PAID_TYPE = {"seat_type": "Standing", "price": 25, "available_qty": 50}
SECONDS_MAX = 30.0
KEY = signature.derived_key(SECRET)


@pytest.fixture(scope="module")
def concert(seller: Person) -> dict[str, Any]:
    return make_event(seller, ticket_types=[PAID_TYPE])


@pytest.fixture
def buyer(server: Server) -> Person:
    return sign_up(server.url)


def pressed_pay(buyer: Person, concert: dict[str, Any], quantity: int = 1) -> tuple[int, str]:
    """Hold and press pay; the order and the token of its payment."""
    order = grab(buyer, concert, quantity=quantity).json()
    answer = buyer.post(f"/holds/{order['id']}/checkout")
    assert answer.status_code == 200, answer.text
    return order["id"], answer.json()["payment_url"].rpartition("/pay/")[2]


def choose(server: Server, token: str, outcome: str, **headers: str) -> httpx.Response:
    return httpx.post(f"{server.url}/payments/test/{token}", json={"outcome": outcome}, headers=headers, timeout=30)


def until(buyer: Person, order_id: int, status: str) -> dict[str, Any]:
    """The order, as soon as it has this status."""
    deadline = time.monotonic() + SECONDS_MAX
    while (order := buyer.get(f"/orders/{order_id}").json())["status"] != status:
        assert time.monotonic() < deadline, order
        time.sleep(0.02)
    return dict(order)


async def ask_database(database: Database, query: str, *arguments: Any) -> Any:
    connection = await asyncpg.connect(database.owner)
    try:
        return await connection.fetchval(query, *arguments)
    finally:
        await connection.close()


async def facts(database: Database, concert: dict[str, Any], type_number: int, order_id: int) -> int:
    """How many facts of a type the log has of an order."""
    query = """
    SELECT count(*) FROM log.event WHERE stream_id = $1 AND type = $2 AND (convert_from(data, 'utf8')::jsonb ->> 'order')::int = $3
    """
    count: int = await ask_database(database, query, stream_id("ticket_sales", concert["id"]), type_number, order_id % 1_000_000)
    return count


async def until_told(database: Database, order_id: int, times: int) -> None:
    query = """SELECT count(told_at) FROM public.practice_callbacks JOIN public.practice_payments USING (token) WHERE order_id = $1"""
    async with asyncio.timeout(SECONDS_MAX):
        while await ask_database(database, query, order_id) < times:
            await asyncio.sleep(0.05)


async def test_a_payment_that_succeeds_brings_tickets(server: Server, concert: dict[str, Any], buyer: Person) -> None:
    order_id, token = pressed_pay(buyer, concert, 2)
    page = httpx.get(f"{server.url}/payments/test/{token}", timeout=10).json()
    assert (page["amount_cents"], page["currency"], page["event"], page["status"]) == (5000, "EUR", concert["title"], "open")
    assert page["return_url"].endswith(f"/orders/{order_id}")
    assert choose(server, token, "succeed").json()["status"] == "succeeded"
    order = until(buyer, order_id, "paid")
    assert [ticket["status"] for ticket in order["tickets"]] == ["valid", "valid"]


async def test_pressing_again_is_the_same_decision_and_another_one_comes_too_late(
    server: Server, database: Database, concert: dict[str, Any], buyer: Person
) -> None:
    order_id, token = pressed_pay(buyer, concert)
    for _ in range(3):
        assert choose(server, token, "succeed").status_code == 200
    late = choose(server, token, "refuse")
    assert (late.status_code, late.json()["code"], late.json()["payment_status"]) == (409, "payment_decided", "succeeded")
    until(buyer, order_id, "paid")
    await until_told(database, order_id, 1)
    assert await facts(database, concert, 32, order_id) == 1


async def test_a_callback_that_comes_twice_counts_once(
    server: Server, database: Database, concert: dict[str, Any], buyer: Person
) -> None:
    order_id, token = pressed_pay(buyer, concert)
    choose(server, token, "twice")
    await until_told(database, order_id, 2)
    assert await facts(database, concert, 32, order_id) == 1
    assert len(until(buyer, order_id, "paid")["tickets"]) == 1


async def test_after_a_refusal_another_attempt_may_pay(server: Server, concert: dict[str, Any], buyer: Person) -> None:
    order_id, token = pressed_pay(buyer, concert)
    choose(server, token, "refuse")
    until(buyer, order_id, "held")
    again = buyer.post(f"/holds/{order_id}/checkout").json()
    assert again["attempt"] == 2 and token not in again["payment_url"]
    choose(server, again["payment_url"].rpartition("/")[2], "succeed")
    until(buyer, order_id, "paid")


async def test_a_delayed_payment_is_told_although_the_worker_was_killed_meanwhile(cluster: Cluster) -> None:
    database = cluster.database()
    server = Server(database).start()
    try:
        buyer = sign_up(server.url)
        concert = make_event(sign_up(server.url), ticket_types=[PAID_TYPE])
        order_id, token = pressed_pay(buyer, concert)
        assert choose(server, token, "delay").json()["status"] == "processing"
        assert buyer.get(f"/orders/{order_id}").json()["status"] == "pending"
        server.kill()
        assert not await ask_database(database, "SELECT count(told_at) FROM public.practice_callbacks")
        server.start()
        until(buyer, order_id, "paid")
        assert httpx.get(f"{server.url}/payments/test/{token}", timeout=10).json()["status"] == "succeeded"
    finally:
        server.stop()


async def test_a_house_that_does_not_answer_is_told_again(
    server: Server, database: Database, concert: dict[str, Any], buyer: Person
) -> None:
    order_id, token = pressed_pay(buyer, concert)
    connection = await asyncpg.connect(database.owner)
    async with connection.transaction():  # a house that cannot decide: the row of the sale is locked
        await connection.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream_id("ticket_sales", concert["id"]))
        await asyncio.to_thread(choose, server, token, "succeed")
        query = "SELECT max(c.attempts) FROM public.practice_callbacks c WHERE token = $1"
        async with asyncio.timeout(SECONDS_MAX):
            while await ask_database(database, query, token) < 2:
                await asyncio.sleep(0.1)
    await connection.close()
    await asyncio.to_thread(until, buyer, order_id, "paid")
    assert await facts(database, concert, 32, order_id) == 1


def callback(server: Server, order_id: int, signed: str | None = None, attempt: int = 1) -> httpx.Response:
    body = orjson.dumps({"order_id": order_id, "attempt": attempt, "outcome": "succeeded", "reference": "made up"})
    headers = {"Payment-Signature": signed if signed is not None else signature.sign(KEY, body, int(time.time()))}
    return httpx.post(f"{server.url}/payments/callback", content=body, headers=headers, timeout=10)


async def test_a_callback_that_the_provider_did_not_sign_now_is_not_believed(
    server: Server, concert: dict[str, Any], buyer: Person
) -> None:
    order_id, _ = pressed_pay(buyer, concert)
    body = orjson.dumps({"order_id": order_id, "attempt": 1, "outcome": "succeeded", "reference": "made up"})
    old = signature.sign(KEY, body, int(time.time()) - 3600)
    for forged in ("", "t=1,v1=" + "0" * 64, old, signature.sign(b"another key", body, int(time.time()))):
        answer = callback(server, order_id, forged)
        assert (answer.status_code, answer.json()["code"]) == (403, "bad_signature")
    assert buyer.get(f"/orders/{order_id}").json()["status"] == "pending"
    assert httpx.post(f"{server.url}/payments/callback", content=b"x" * 100_000, timeout=10).status_code in (403, 413)


async def test_a_signed_callback_about_what_is_not_there_says_so(server: Server, concert: dict[str, Any], buyer: Person) -> None:
    order_id, _ = pressed_pay(buyer, concert)
    for number, attempt, code in (
        (order_id, 2, "unknown_order"), (order_id + 9_000, 1, "unknown_order"), (7, 1, "unknown_order"), (999_000_001, 1, "unknown_event"),
    ):
        answer = callback(server, number, attempt=attempt)
        assert (answer.status_code, answer.json()["code"]) == (404, code)


async def test_only_our_own_pages_and_programs_decide_and_nobody_guesses(server: Server, concert: dict[str, Any], buyer: Person) -> None:
    _, token = pressed_pay(buyer, concert)
    assert choose(server, token, "succeed", Origin="https://evil.example").json()["code"] == "foreign_origin"
    assert choose(server, token, "succeed", Origin=server.url).status_code == 200
    for nonsense in ("x", "%00", "a" * 100, token[:-1]):
        assert choose(server, nonsense, "succeed").status_code in (404, 422)
    assert choose(server, token, "double or nothing").status_code == 422


async def test_what_is_given_back_goes_back_once_and_the_log_knows(
    server: Server, database: Database, concert: dict[str, Any], buyer: Person
) -> None:
    order_id, token = pressed_pay(buyer, concert, 2)
    choose(server, token, "succeed")
    until(buyer, order_id, "paid")
    for _ in range(2):
        send(buyer, "POST", f"/orders/{order_id}/cancel", {})
    deadline = time.monotonic() + SECONDS_MAX
    while (order := until(buyer, order_id, "refunded"))["refunds"][0]["status"] != "succeeded":
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    assert [refund["amount_cents"] for refund in order["refunds"]] == [5000]
    made = await ask_database(database, "SELECT array_agg(amount_minor) FROM public.practice_refunds WHERE order_id = $1", order_id)
    assert made == [5000] and await facts(database, concert, 37, order_id) == 1


@pytest_asyncio.fixture
async def pool(database: Database) -> AsyncIterator[Pool]:
    opened = await open_pool(database.app)
    yield opened
    await opened.close()


def till_on(pool: Pool) -> PracticeTill:
    return PracticeTill(pool, KEY, "https://saleroom.example", lambda: datetime.now(UTC))


_numbers: Iterator[int] = iter(range(900_000_000_001, 900_000_001_000))


async def paid_at_till(till: PracticeTill, amount_minor: int = 100_00) -> int:
    """A payment that succeeded, of an order that is none of a sale; the order's number."""
    order = next(_numbers)
    url = await till.begin(Attempt(order, 1, amount_minor, "EUR", "Concert", "https://saleroom.example"))
    await till.choose(url.rpartition("/")[2], "succeed")
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
