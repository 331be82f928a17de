"""Money that the provider refuses for good to send back is no secret: organiser and buyer are told once, the box office shows it."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Leased
from saleroom.payments import signature
from saleroom.payments.practice_till import PracticeTill
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


def bought(buyer: Person, event: dict[str, Any]) -> int:
    """An order that is paid."""
    order = grab(buyer, event, 1, 2).json()
    assert pay(buyer, order)["status"] == "paid"
    return int(order["id"])


async def test_a_refund_that_failed_is_told_once_and_shown_in_the_box_office(server: Server, database: Database, seller: Person) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Standing", "price": 25, "available_qty": 50}])
    buyer, stream = sign_up(server.url), stream_id("ticket_sales", event["id"])
    failing, sound = bought(buyer, event), bought(buyer, event)
    await fetch(database, "UPDATE public.practice_payments SET status = 'refused' WHERE order_id = $1", failing)
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
    assert (row["outcome"], row["last_reply"]) == ("dead", "there is no such payment")
    said = await asyncio.to_thread(saleroom, database, "availability", str(event["id"]))
    assert f"1 refund failed, pay 50.00 EUR another way: order {failing} 50.00" in said.stdout
    async with box_office(database) as office_of:  # as after a kill between the log and the note: all of it again
        till = PracticeTill(office_of.pool, signature.derived_key(SECRET), server.url, lambda: datetime.now(UTC))
        again = Leased(stream, "refund.1", row["version"], "refund", json.loads(row["payload"]), 2)
        with pytest.raises(FailedForGoodError):
            await RefundPayments(till, office_of.handle.ask)(again)
    assert await fetch(database, LETTERS, stream) == told
