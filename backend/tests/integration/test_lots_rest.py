"""Lots over REST: listed, changed and withdrawn by their sellers, started, finished and withdrawn by administrators, found by everyone."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.actors import Database, Person, Server, code, make_lot
from tests.hammering import rows

FAR = "2090-01-01T00:00:00Z"
NEVER = 999_999


def test_a_new_lot_is_open_now_and_everyone_may_read_it(server: Server, seller: Person) -> None:
    answer = seller.post("/lots", {"title": "  Two pears ", "start_price": 12.5, "author": "J. Müller"})
    lot = answer.json()
    assert answer.status_code == 201
    assert (lot["title"], lot["start_price"], lot["current_price"], lot["next_min"]) == ("Two pears", 12.5, 12.5, 12.5)
    assert (lot["status"], lot["is_active"], lot["owner_id"], lot["bid_count"], lot["reserve"]) == ("open", True, None, 0, "none")
    assert (lot["seller_id"], lot["increments"], lot["soft_close_seconds"], lot["images"]) == (seller.id, "ebay-us", 120, [])
    start, end = datetime.fromisoformat(lot["start_time"]), datetime.fromisoformat(lot["end_time"])
    assert end - start == timedelta(days=1)
    assert start.tzinfo is not None
    for path in (f"/lots/{lot['id']}", f"/api/lots/{lot['id']}/"):
        read = httpx.get(server.url + path, timeout=10).json()
        assert {**read, "server_time": ""} == {**lot, "server_time": ""}


def test_head_is_answered_like_get_without_the_body_and_the_line_goes_on(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    with httpx.Client(base_url=server.url, timeout=10) as watchdog:
        for path, status in (("/health", 200), (f"/api/lots/{lot['id']}/", 200), ("/lots/999999", 404), ("/favorites", 401)):
            head, get = watchdog.head(path), watchdog.get(path)
            assert (head.status_code, head.content, get.status_code) == (status, b"", status)
            assert head.headers["content-type"] == get.headers["content-type"]
        assert (watchdog.head("/auth/login").status_code, watchdog.get("/auth/login").status_code) == (405, 405)


def test_times_without_a_zone_are_utc_and_a_lot_to_come_is_scheduled(seller: Person) -> None:
    lot = make_lot(seller, start_time="2090-01-01T10:00:00", end_time="2090-01-01T13:00:00+02:00", hard_end_time="2090-01-01T11:30:00")
    assert (lot["status"], lot["is_active"]) == ("scheduled", False)
    assert datetime.fromisoformat(lot["start_time"]) == datetime(2090, 1, 1, 10, tzinfo=UTC)
    assert datetime.fromisoformat(lot["end_time"]) == datetime(2090, 1, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize(("field", "value", "status", "told"), [
    ("start_price", 0, 422, "amount_invalid"), ("start_price", -5, 422, "amount_invalid"), ("start_price", "10", 422, "amount_invalid"),
    ("start_price", None, 422, "amount_invalid"), ("start_price", 1.001, 422, "amount_too_precise"),
    ("start_price", 10**12 + 1, 422, "amount_too_large"), ("start_price", True, 422, "amount_invalid"),
    ("title", "", 422, "malformed"), ("title", "   ", 422, "malformed"), ("title", 7, 422, "malformed"),
    ("title", "x" * 201, 422, "malformed"), ("title", "\x00", 422, "malformed"), ("title", " \u200b\u00ad ", 422, "malformed"),
    ("increments", "gold", 422, "malformed"), ("soft_close_seconds", -1, 422, "malformed"), ("soft_close_seconds", 1.5, 422, "malformed"),
    ("start_time", "tomorrow", 422, "malformed"), ("start_time", 12345, 422, "malformed"),
    ("start_time", "2030", 422, "malformed"), ("end_time", "1893456000", 422, "malformed"),
    ("end_time", "9999-12-31T23:59:59-23:00", 422, "malformed"),
    ("end_time", "2001-01-01T00:00:00Z", 409, "times_in_wrong_order"),
    ("hard_end_time", "2001-01-01T00:00:00Z", 409, "times_in_wrong_order"),
    ("image_url", "javascript:alert(1)", 422, "malformed"),
])
def test_a_lot_that_cannot_be_is_refused_with_its_code(seller: Person, field: str, value: Any, status: int, told: str) -> None:
    assert code(seller.post("/lots", {"title": "A still life", "start_price": 10, field: value})) == (status, told)


def test_a_patch_changes_what_it_names_and_says_what_cannot_be_changed_any_more(seller: Person) -> None:
    lot = make_lot(seller, author="A. Painter", start_price=10, increments="flat:1")
    path = f"/lots/{lot['id']}"
    changed = seller.patch(path, {"title": "Two pears", "start_price": 12, "soft_close_seconds": 60}).json()
    assert [changed[name] for name in ("title", "author", "start_price", "soft_close_seconds")] == ["Two pears", "A. Painter", 12, 60]
    assert code(seller.patch(path, {"increments": "flat:2"})) == (409, "already_open")
    assert code(seller.patch(path, {"start_time": "2090-01-01T00:00:00Z", "end_time": "2091-01-01T00:00:00Z"})) == (409, "already_open")
    whole = {name: value for name, value in changed.items() if name != "image_url"}
    assert seller.patch(path, {**whole, "description": "On a plate."}).json()["description"] == "On a plate."


@pytest.mark.parametrize("body", [
    b"{", b"", b"[]", b"null", b'{"title": "x", "start_price": NaN}', b'{"title": "x", "start_price": Infinity}',
    b'{"title": "x", "start_price": 1e400}', b"[" * 100_000,
])
def test_a_body_that_is_no_lot_is_malformed_and_nothing_is_written(server: Server, seller: Person, body: bytes) -> None:
    answer = httpx.post(f"{server.url}/lots", content=body, headers={**seller.headers, "Content-Type": "application/json"}, timeout=10)
    assert code(answer) == (422, "malformed")
    assert answer.headers["content-type"] == "application/problem+json"


def test_nobody_signed_in_may_do_nothing_but_read(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    for method, path in (
        ("POST", "/lots"), ("PATCH", f"/lots/{lot['id']}"), ("POST", f"/lots/{lot['id']}/cancel"), ("POST", f"/lots/{lot['id']}/start"),
        ("POST", f"/lots/{lot['id']}/finish"), ("POST", f"/lots/{lot['id']}/bids"), ("POST", f"/lots/{NEVER}/bids"),
    ):
        assert code(httpx.request(method, server.url + path, json={}, timeout=10)) == (401, "not_signed_in")
    for path in ("/lots", f"/lots/{lot['id']}", f"/lots/{lot['id']}/bids", "/lots/search?q=a"):
        assert httpx.get(server.url + path, timeout=10).status_code == 200


def test_each_acts_on_his_own_and_administrators_on_all(seller: Person, anna: Person, administrator: Person) -> None:
    lot = make_lot(seller, start_time=FAR)
    path = f"/lots/{lot['id']}"
    assert code(anna.patch(path, {"title": "Mine"})) == (403, "forbidden")
    assert code(anna.post(f"{path}/cancel")) == (403, "forbidden")
    assert code(seller.post(f"{path}/start")) == (403, "forbidden")
    assert code(seller.post(f"{path}/finish")) == (403, "forbidden")
    assert code(anna.post(f"{path}/bids", {"amount": 10})) == (409, "not_open")
    changed = seller.patch(path, {"title": "Three pears", "start_price": 8})
    assert (changed.json()["title"], changed.json()["next_min"], changed.json()["start_time"]) == ("Three pears", 8, lot["start_time"])
    assert administrator.post(f"{path}/start").json()["status"] == "open"
    assert code(administrator.post(f"{path}/start")) == (409, "already_open")
    assert anna.post(f"{path}/bids", {"amount": 8}).json()["leading"] is True
    assert code(seller.patch(path, {"title": "Late"})) == (409, "has_bids")
    assert code(seller.post(f"{path}/cancel")) == (409, "has_bids")
    assert code(seller.post(f"{path}/bids", {"amount": 80})) == (409, "seller_may_not_bid")
    sold = administrator.post(f"{path}/finish").json()
    assert (sold["status"], sold["is_active"], sold["owner_id"], sold["current_price"]) == ("sold", False, anna.id, 8)
    assert code(administrator.post(f"{path}/finish")) == (409, "lot_ended")
    assert code(anna.post(f"{path}/bids", {"amount": 90})) == (409, "lot_ended")


def test_an_administrator_withdraws_a_lot_with_bids_and_nobody_wins(seller: Person, anna: Person, administrator: Person) -> None:
    lot = make_lot(seller)
    anna.post(f"/lots/{lot['id']}/bids", {"amount": 10})
    assert lot["cancel_reason"] == ""
    cancelled = administrator.post(f"/lots/{lot['id']}/cancel", {"reason": "a forgery"}).json()
    assert (cancelled["status"], cancelled["cancel_reason"]) == ("cancelled", "a forgery")
    assert code(anna.post(f"/lots/{lot['id']}/bids", {"amount": 20})) == (409, "lot_cancelled")


def test_why_a_lot_was_cancelled_is_read_by_everyone_and_holds_what_a_text_can_hold(server: Server, seller: Person) -> None:
    lot, silent = make_lot(seller), make_lot(seller)
    seller.post(f"/lots/{lot['id']}/cancel", {"reason": "the frame\x00 broke"})
    seller.post(f"/lots/{silent['id']}/cancel")
    read = {one["id"]: one for one in httpx.get(f"{server.url}/lots?status=cancelled&limit=100", timeout=10).json()["items"]}
    assert (read[lot["id"]]["cancel_reason"], read[silent["id"]]["cancel_reason"]) == ("the frame broke", "")
    assert httpx.get(f"{server.url}/lots/{lot['id']}", timeout=10).json()["cancel_reason"] == "the frame broke"


@pytest.mark.parametrize("lot_id", [NEVER, 0, -1, 2**62, 2**70])
def test_an_unknown_lot_is_unknown_at_every_door(anna: Person, administrator: Person, lot_id: int) -> None:
    for answer in (
        anna.get(f"/lots/{lot_id}"), anna.get(f"/lots/{lot_id}/bids"), anna.post(f"/lots/{lot_id}/bids", {"amount": 10}),
        anna.patch(f"/lots/{lot_id}", {"title": "x"}), anna.post(f"/lots/{lot_id}/cancel"), administrator.post(f"/lots/{lot_id}/finish"),
    ):
        assert code(answer) == (404, "unknown_lot")


@pytest.mark.parametrize(("body", "status", "told"), [
    ({"amount": 0}, 422, "amount_invalid"), ({"amount": "10"}, 422, "amount_invalid"), ({"amount": 10.001}, 422, "amount_too_precise"),
    ({"amount": 1e308}, 422, "amount_too_large"), ({"amount": 10, "max_amount": 20}, 409, "not_supported"), ({}, 422, "malformed"),
])
async def test_a_bad_bid_has_its_code_and_writes_nothing(
    database: Database, seller: Person, anna: Person, body: dict[str, Any], status: int, told: str
) -> None:
    lot = make_lot(seller)
    before = await rows(database)
    assert code(anna.post(f"/lots/{lot['id']}/bids", body)) == (status, told)
    assert code(anna.post(f"/lots/{lot['id']}/bids", {"amount": 10}, **{"Idempotency-Key": "seven"})) == (422, "malformed")
    assert await rows(database) == before


def test_the_catalogue_is_searched_by_number_and_beginnings_of_words_without_accents(server: Server, seller: Person) -> None:
    mark = uuid.uuid4().hex[:8]
    first = make_lot(seller, title=f"{mark} Äpfel und Birnen", author="José", start_price=5)
    second = make_lot(seller, title=f"{mark} Birnen", start_price=7, start_time=FAR)

    def found(**query: Any) -> list[int]:
        page = httpx.get(f"{server.url}/lots", params=query, timeout=10).json()
        assert page["total"] >= len(page["items"])
        return [lot["id"] for lot in page["items"]]

    assert found(q=f"{mark} apf") == found(q=f"{mark} JOSE") == found(q=f"{mark} {first['id']}") == [first["id"]]
    assert found(q=mark, sort="price") == [first["id"], second["id"]]
    assert found(q=mark, sort="-price") == found(q=mark, sort="newest") == [second["id"], first["id"]]
    assert found(q=mark, status="scheduled") == [second["id"]]
    assert found(q=mark, limit=1, offset=1, sort="price") == [second["id"]]
    assert found(q=f"{mark} pfel") == found(q="' OR 1=1 --") == found(q="&%") == []
    assert found(q=" ") == found()
    for wrong in ({"limit": 0}, {"limit": 101}, {"offset": -1}, {"sort": "best"}, {"status": "lost"}):
        assert code(httpx.get(f"{server.url}/lots", params=wrong, timeout=10)) == (422, "malformed")
