"""Where the house wants confirmed addresses: nobody bids or sells before, and a page that is open already bids right after."""

import asyncio
import uuid
from collections.abc import Iterator

import asyncpg
import httpx
import pytest

from saleroom.domain.ids import stream_id
from tests.actors import Database, Person, Server, Watcher, make_lot, sign_in

TOKEN = "SELECT payload ->> 'token' FROM log.outbox WHERE stream_id = $1 AND topic = 'verify_address'"


@pytest.fixture(scope="module", name="house")
def strict_house(database: Database) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_REQUIRE_VERIFIED": "1"}) as running:
        yield running


def newcomer(house: Server) -> Person:
    """Somebody who registered with an address and has not followed the letter yet."""
    email = f"{uuid.uuid4().hex[:12]}@example.com"
    made = httpx.post(f"{house.url}/auth/register", json={"email": email, "password": "correct horse"}, timeout=30)
    assert made.status_code == 201, made.text
    return sign_in(house.url, email, "correct horse")


async def follow_letter(house: Server, database: Database, person: Person) -> None:
    owner = await asyncpg.connect(database.owner)
    try:
        token = await owner.fetchval(TOKEN, stream_id("accounts", person.id))
    finally:
        await owner.close()
    answer = await asyncio.to_thread(httpx.post, f"{house.url}/auth/verify", json={"token": token}, timeout=30)
    assert answer.status_code == 200, answer.text


async def test_who_confirms_his_address_in_another_tab_bids_on_the_page_that_is_open(house: Server, database: Database) -> None:
    seller, person = await asyncio.to_thread(newcomer, house), await asyncio.to_thread(newcomer, house)
    await follow_letter(house, database, seller)
    lot = await asyncio.to_thread(make_lot, seller)
    async with Watcher(house.url, lot["id"], person) as page:
        await page.bid(10)
        assert (await page.until("ERROR"))["code"] == "not_verified"
        refused = await asyncio.to_thread(person.post, f"/lots/{lot['id']}/bids", {"amount": 10})
        assert (refused.status_code, refused.json()["code"]) == (403, "not_verified")
        await follow_letter(house, database, person)
        async with asyncio.timeout(5):  # half a second by the clock; the rest is for a busy machine
            while True:
                await page.bid(10)
                frame = await page.next()
                while frame["type"] not in ("ERROR", "BID_ACCEPTED"):
                    frame = await page.next()
                if frame["type"] == "BID_ACCEPTED":
                    break
                assert frame["code"] == "not_verified"
                await asyncio.sleep(0.1)


async def test_who_has_not_confirmed_his_address_lists_nothing(house: Server) -> None:
    person = await asyncio.to_thread(newcomer, house)
    body = {"title": "A still life", "start_price": 10}
    answer = await asyncio.to_thread(person.post, "/lots", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_verified")
