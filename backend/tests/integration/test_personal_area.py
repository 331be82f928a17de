"""Somebody looks after his own: the lots he bid on, won and sells; what a seller tells the winner is for the two of them alone."""

import asyncio
import time
from typing import Any

import asyncpg
import httpx
import pytest

from tests import actors
from tests.actors import Database, Person, Server, make_lot, sign_up

SECONDS_MAX = 5.0  # a read table beside the log is filled within milliseconds on a quiet machine


@pytest.fixture(scope="module")
def admin(database: Database, server: Server) -> Person:
    return actors.admin(database, server.url)


def bid(person: Person, lot: dict[str, Any], amount: float) -> None:
    answer = person.post(f"/lots/{lot['id']}/bids", {"amount": amount})
    assert answer.status_code == 200, answer.text


def states_of(person: Person, *lots: dict[str, Any]) -> dict[int, tuple[str, float, int]]:
    """How somebody stands on these lots, once all of them are listed."""
    deadline = time.monotonic() + SECONDS_MAX
    while True:
        page = person.get("/users/me/bids?limit=100").json()
        found = {one["lot"]["id"]: (one["state"], one["my_amount"], one["my_bid_count"]) for one in page["items"]}
        if all(lot["id"] in found for lot in lots) or time.monotonic() > deadline:
            return {lot["id"]: found[lot["id"]] for lot in lots}
        time.sleep(0.02)


def test_my_bids_tell_how_i_stand_on_each_lot(seller: Person, anna: Person, bert: Person, admin: Person) -> None:
    leading, outbid, won, lost, cancelled = (make_lot(seller, title=f"Plate {n}") for n in range(5))
    for lot in (leading, outbid, won, lost, cancelled):
        bid(anna, lot, 20)
    for lot in (outbid, lost):
        bid(bert, lot, 30.5)
    for lot in (won, lost):
        assert admin.post(f"/lots/{lot['id']}/finish").status_code == 200
    admin.post(f"/lots/{cancelled['id']}/cancel", {"reason": "The frame broke."})
    assert states_of(anna, leading, outbid, won, lost, cancelled) == {
        leading["id"]: ("leading", 20, 1), outbid["id"]: ("outbid", 20, 1), won["id"]: ("won", 20, 1), lost["id"]: ("lost", 20, 1),
        cancelled["id"]: ("cancelled", 20, 1),
    }
    assert states_of(bert, outbid, lost) == {outbid["id"]: ("leading", 30.5, 1), lost["id"]: ("won", 30.5, 1)}
    only = anna.get("/users/me/bids?state=outbid").json()
    assert (only["total"], [one["lot"]["current_price"] for one in only["items"]]) == (1, [30.5])
    assert anna.get("/users/me/bids?state=asleep").json()["code"] == "malformed"
    page = anna.get("/users/me/bids?limit=2&offset=1").json()
    assert (page["total"], len(page["items"])) == (5, 2)
    times = [one["last_bid_at"] for one in anna.get("/users/me/bids").json()["items"]]
    assert times == sorted(times, reverse=True)


def test_my_lots_are_mine_alone(seller: Person, server: Server) -> None:
    other = sign_up(server.url)
    make_lot(seller)
    first, second = make_lot(other, title="First"), make_lot(other, title="Second")
    page = other.get("/users/me/lots").json()
    assert (page["total"], [lot["id"] for lot in page["items"]]) == (2, [second["id"], first["id"]])
    other.post(f"/lots/{first['id']}/cancel")
    assert [lot["id"] for lot in other.get("/users/me/lots?status=cancelled").json()["items"]] == [first["id"]]


def test_what_a_seller_writes_is_shown_to_the_winner_and_to_nobody_else(server: Server, admin: Person) -> None:
    seller, winner, loser = (sign_up(server.url) for _ in range(3))
    assert seller.get("/users/me/selling").json() == {"collection_text": "", "payment_text": ""}
    told = seller.patch("/users/me/selling", {"collection_text": " Saturdays,\r\n12 Quay Street "})
    assert told.json() == {"collection_text": "Saturdays,\n12 Quay Street", "payment_text": ""}
    seller.patch("/users/me/selling", {"payment_text": "IBAN DE00 0000"})
    lot = make_lot(seller)
    bid(loser, lot, 10)
    bid(winner, lot, 20)
    admin.post(f"/lots/{lot['id']}/finish")
    states_of(winner, lot)
    won = winner.get("/users/me/won").json()
    assert won["total"] == 1
    assert won["items"][0]["lot"]["id"] == lot["id"] and won["items"][0]["price"] == 20
    assert won["items"][0]["collection_text"] == "Saturdays,\n12 Quay Street" and won["items"][0]["payment_text"] == "IBAN DE00 0000"
    assert loser.get("/users/me/won").json() == {"items": [], "total": 0}
    public = httpx.get(f"{server.url}/lots/{lot['id']}").text + httpx.get(f"{server.url}/lots/{lot['id']}/bids").text
    assert "Quay Street" not in public + loser.get("/users/me/bids").text and "IBAN" not in public


def test_what_a_seller_wrote_is_erased_with_him(server: Server, database: Database) -> None:
    seller = sign_up(server.url)
    seller.patch("/users/me/selling", {"payment_text": "IBAN DE00 0000"})
    assert httpx.delete(f"{server.url}/users/me", headers=seller.headers).status_code == 204

    async def rows() -> int:
        connection = await asyncpg.connect(database.owner)
        count: int = await connection.fetchval("SELECT count(*) FROM public.selling WHERE user_id = $1", seller.id)
        await connection.close()
        return count

    assert asyncio.run(rows()) == 0


@pytest.mark.parametrize("body", [{"payment_text": 7}, {"payment_text": "x" * 2001}, [], {"collection_text": {"a": 1}}])
def test_texts_that_cannot_be_kept_are_refused_and_change_nothing(seller: Person, body: Any) -> None:
    before = seller.get("/users/me/selling").json()
    assert seller.patch("/users/me/selling", body).json()["code"] == "malformed"
    assert seller.get("/users/me/selling").json() == before


@pytest.mark.parametrize("path", ["/users/me/bids", "/users/me/won", "/users/me/lots", "/users/me/selling"])
def test_nobody_has_a_personal_area_without_signing_in(server: Server, path: str) -> None:
    answer = httpx.get(server.url + path)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
