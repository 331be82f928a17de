"""Money that the provider refuses for good to send back is no secret: organiser and buyer are told once, the box office shows it.

Whoever paid it another way says so, once; then it is owed no more, the buyer has a letter, and the log knows who, when and how.
"""

import asyncio
import json
import time
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Leased
from saleroom.payments import signature
from saleroom.payments.practice_till import PracticeTill
from saleroom.payments.provider import Attempt, Refund, Refunded
from saleroom.reactions.errands import FailedForGoodError
from saleroom.reactions.refund_payments import RefundPayments
from tests.actors import SECRET, Database, Person, Server, sign_up
from tests.box_offices import box_office, pay, until
from tests.concerts import grab, make_event, send
from tests.operators import saleroom

LETTERS = "SELECT dedupe_key, payload FROM log.outbox WHERE stream_id = $1 AND topic = 'refund_failed' ORDER BY dedupe_key"


async def fetch(database: Database, query: str, *arguments: Any) -> list[Any]:
    connection = await asyncpg.connect(database.owner)
    try:
        return [*await connection.fetch(query, *arguments)]
    finally:
        await connection.close()


def bought(buyer: Person, event: dict[str, Any], outcome: str = "succeed") -> int:
    """An order that is paid."""
    order = grab(buyer, event, 1, 2).json()
    assert pay(buyer, order, outcome)["status"] == "paid"
    return int(order["id"])


async def test_a_refund_that_failed_is_told_once_and_shown_in_the_box_office(server: Server, database: Database, seller: Person) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    stream = stream_id("ticket_sales", event["id"])
    failing, sound = bought(buyer, event, "keep"), bought(buyer, event)
    for order in (failing, sound):
        assert send(buyer, "POST", f"/orders/{order}/cancel", {}).status_code == 200
    refused = until(buyer, failing, lambda found: found["refunds"][0]["status"] == "failed")
    until(buyer, sound, lambda found: found["refunds"][0]["status"] == "succeeded")
    told = await fetch(database, LETTERS, stream)
    assert [row["dedupe_key"] for row in told] == ["refund_failed.1", "refund_failed.1.organizer"]
    office = seller.get(f"/events/{event['id']}/office").json()
    (shown,) = office["failed_refunds"]["newest"]
    assert (office["failed_refunds"]["count"], office["failed_refunds"]["amount_cents"]) == (1, 5000)
    assert (shown["order_id"], shown["refund_id"], shown["amount_cents"]) == (failing, refused["refunds"][0]["id"], 5000)
    (row,) = await fetch(database, "SELECT * FROM log.outbox WHERE stream_id = $1 AND dedupe_key = 'refund.1'", stream)
    assert (row["outcome"], row["last_reply"]) == ("dead", "this payment is kept")
    said = await asyncio.to_thread(saleroom, database, "availability", str(event["id"]))
    assert f"1 refund failed, pay 50.00 EUR another way: order {failing} 50.00 (refund {shown['refund_id']})" in said.stdout
    async with box_office(database) as office_of:  # as after a kill between the log and the note: all of it again
        till = PracticeTill(office_of.pool, signature.derived_key(SECRET), server.url, lambda: datetime.now(UTC))
        again = Leased(stream, "refund.1", row["version"], "refund", json.loads(row["payload"]), 2)
        with pytest.raises(FailedForGoodError):
            await RefundPayments(till, office_of.handle.ask)(again)
    assert await fetch(database, LETTERS, stream) == told


def failed(buyer: Person, event: dict[str, Any]) -> tuple[int, int]:
    """An order that was given back and whose refund failed, with the number of that refund."""
    order = bought(buyer, event, "keep")
    assert send(buyer, "POST", f"/orders/{order}/cancel", {}).status_code == 200
    refunds = until(buyer, order, lambda found: found["refunds"][0]["status"] == "failed")["refunds"]
    return order, int(refunds[0]["id"])


def standing(seller: Person) -> dict[str, Any]:
    return make_event(seller, ticket_types=[{"seat_type": "Standing", "price": 25, "available_qty": 50}])


def settle(person: Person, refund: int, note: str = "bank transfer", key: str = "") -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return send(person, "POST", f"/refunds/{refund}/settle", {"note": note}, **headers)


def test_an_organiser_settles_a_failed_refund_by_hand_once(server: Server, database: Database, seller: Person) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    order, refund = failed(buyer, event)
    key = str(uuid4())
    first = settle(seller, refund, " bank transfer ", key)
    assert first.status_code == 200, first.text
    (shown,) = first.json()["refunds"]
    assert (shown["id"], shown["status"], shown["note"]) == (refund, "settled_by_hand", "bank transfer")
    assert settle(seller, refund, " bank transfer ", key).json() == first.json(), "the same press again"
    again = settle(seller, refund)
    assert (again.status_code, again.json()["code"]) == (409, "refund_settled")
    office = seller.get(f"/events/{event['id']}/office").json()
    assert office["failed_refunds"] == {"count": 0, "amount_cents": 0, "newest": []}
    (settled,) = office["refunds_by_hand"]["newest"]
    assert (office["refunds_by_hand"]["count"], office["refunds_by_hand"]["amount_cents"]) == (1, 5000)
    assert (settled["order_id"], settled["refund_id"], settled["note"]) == (order, refund, "bank transfer")
    assert (settled["settled_by"], settled["settled_by_name"]) == (seller.id, seller.get("/users/me").json()["username"])
    assert buyer.get(f"/orders/{order}").json()["refunds"] == [shown]
    stream = stream_id("ticket_sales", event["id"])
    letters = "SELECT dedupe_key, payload FROM log.outbox WHERE stream_id = $1 AND topic = 'refund_settled'"
    ((letter, told),) = asyncio.run(fetch(database, letters, stream))
    assert letter == "refund_settled.1" and json.loads(told)["user_id"] == buyer.id
    facts = asyncio.run(fetch(database, "SELECT at, convert_from(data, 'UTF8')::jsonb AS fact FROM log.event"
                                        " WHERE stream_id = $1 AND type = 39", stream))
    ((at, fact),) = facts
    assert json.loads(fact) == {"refund": 1, "order": 1, "amount_minor": 5000, "by": seller.id, "note": "bank transfer"}
    assert datetime.fromisoformat(settled["settled_at"]) == at


def test_nobody_else_settles_and_nothing_but_a_failed_refund_is_settled(server: Server, seller: Person) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    _, refund = failed(buyer, event)
    fine = bought(buyer, event)
    assert send(buyer, "POST", f"/orders/{fine}/cancel", {}).status_code == 200
    paid = until(buyer, fine, lambda found: found["refunds"][0]["status"] == "succeeded")["refunds"][0]["id"]

    def refused(person: Person, refund: int, note: str = "cash") -> tuple[int, str]:
        answer = settle(person, refund, note)
        return answer.status_code, answer.json()["code"]

    assert refused(buyer, refund) == refused(sign_up(server.url), refund) == (403, "not_yours")
    assert refused(seller, refund, " ") == refused(seller, refund, "x" * 501) == (422, "malformed")
    assert refused(seller, paid) == (409, "refund_not_failed")
    assert refused(seller, refund + 999) == (404, "unknown_refund") == refused(seller, 3)
    assert refused(seller, 999_999_000_001) == (404, "unknown_event")
    office = seller.get(f"/events/{event['id']}/office").json()
    assert (office["failed_refunds"]["count"], office["refunds_by_hand"]["count"]) == (1, 0)


def test_an_administrator_settles_for_the_organiser_who_is_told_and_the_audit_page_shows_it(
    server: Server, database: Database, seller: Person, administrator: Person
) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    _, refund = failed(buyer, event)
    assert settle(administrator, refund, "cash at the door").status_code == 200
    keys = "SELECT dedupe_key FROM log.outbox WHERE stream_id = $1 AND topic = 'refund_settled' ORDER BY dedupe_key"
    told = asyncio.run(fetch(database, keys, stream_id("ticket_sales", event["id"])))
    assert [row["dedupe_key"] for row in told] == ["refund_settled.1", "refund_settled.1.organizer"]
    deadline = time.monotonic() + 10
    while not (acts := administrator.get("/admin/acts?act=refund_settled").json()["items"]) or acts[0]["id"] != event["id"]:
        assert time.monotonic() < deadline, acts
        time.sleep(0.05)
    assert (acts[0]["by_id"], acts[0]["about"], acts[0]["reason"]) == (administrator.id, "event", "cash at the door")


def test_an_operator_settles_at_the_command_line(server: Server, database: Database, seller: Person) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    order, refund = failed(buyer, event)
    said = saleroom(database, "settle-refund", str(refund), "--note", "bank transfer").stdout
    assert f"refund {refund} of order {order}: 50.00 EUR paid another way, the buyer gets a letter" in said
    again = saleroom(database, "settle-refund", str(refund), "--note", "bank transfer")
    assert again.returncode == 1 and "It was noted already that this refund was paid another way." in again.stderr
    told = saleroom(database, "availability", str(event["id"])).stdout
    assert "1 refund that failed paid another way: 50.00 EUR" in told and "refund failed" not in told
    (settled,) = seller.get(f"/events/{event['id']}/office").json()["refunds_by_hand"]["newest"]
    assert (settled["settled_by"], settled["settled_by_name"]) == (0, None)


class Belated:
    """A payment provider who pays every refund, also one that he refused before."""

    async def begin(self, attempt: Attempt) -> str:
        raise AssertionError(attempt)

    async def refund(self, refund: Refund) -> Refunded:
        return Refunded("succeeded", f"belated-{refund.refund_id}")

    def verify_callback(self, body: bytes, signature: str) -> None:
        raise AssertionError(body)


async def test_a_refund_that_the_provider_pays_after_it_was_settled_by_hand_is_told_and_stays_in_the_history(
    server: Server, database: Database, seller: Person
) -> None:
    event, buyer = standing(seller), sign_up(server.url)
    stream, (order, refund) = stream_id("ticket_sales", event["id"]), await asyncio.to_thread(failed, buyer, event)
    assert settle(seller, refund, "cash").status_code == 200
    ((version, payload),) = await fetch(
        database, "SELECT version, payload FROM log.outbox WHERE stream_id = $1 AND dedupe_key = 'refund.1'", stream
    )
    async with box_office(database) as office_of:
        errand = RefundPayments(Belated(), office_of.handle.ask)
        for attempt in (2, 3):
            await errand(Leased(stream, "refund.1", version, "refund", json.loads(payload), attempt))
    told = "SELECT dedupe_key, payload FROM log.outbox WHERE stream_id = $1 AND topic = 'refund_after_all' ORDER BY dedupe_key"
    letters = {row["dedupe_key"]: json.loads(row["payload"]) for row in await fetch(database, told, stream)}
    assert {key: (letter["user_id"], letter["is_twice"]) for key, letter in letters.items()} == {
        "refund_after_all.1": (buyer.id, True), "refund_after_all.1.organizer": (seller.id, True),
    }
    (shown,) = until(buyer, order, lambda found: found["refunds"][0]["status"] == "paid_twice")["refunds"]
    assert shown["note"] == "cash"
    by_hand = seller.get(f"/events/{event['id']}/office").json()["refunds_by_hand"]
    assert {name: figure for name, figure in by_hand.items() if name != "newest"} == {
        "count": 1, "amount_cents": 5000, "paid_twice_count": 1, "paid_twice_cents": 5000,
    }
    (one,) = by_hand["newest"]
    assert one["note"] == "cash" and one["settled_by"] == seller.id and one["paid_again_at"] > one["settled_at"]
    said = await asyncio.to_thread(saleroom, database, "availability", str(event["id"]))
    assert "1 refund of these paid by the provider as well, so twice: 50.00 EUR" in said.stdout
    again = settle(seller, refund)
    assert (again.status_code, again.json()["code"]) == (409, "refund_settled")
