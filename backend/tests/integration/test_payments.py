"""Money moves once: whatever is pressed, told or killed how often, an order is paid once and a refund is made once.

The till tells the house over HTTP as a provider would; the house believes its signature alone.
"""

import asyncio
import time
from typing import Any

import asyncpg
import httpx
import orjson
import pytest

from saleroom.domain.ids import stream_id
from saleroom.payments import signature
from tests.actors import SECRET, Cluster, Database, Person, Server, sign_up
from tests.concerts import grab, make_event, send

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
    assert buyer.get(f"/orders/{order_id}").json()["attempts"] == ["open"]
    choose(server, token, "refuse")
    assert until(buyer, order_id, "held")["attempts"] == ["refused"], "and the buyer can be told"
    again = buyer.post(f"/holds/{order_id}/checkout").json()
    assert again["attempt"] == 2 and token not in again["payment_url"]
    choose(server, again["payment_url"].rpartition("/")[2], "succeed")
    assert until(buyer, order_id, "paid")["attempts"] == ["refused", "succeeded"]


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
