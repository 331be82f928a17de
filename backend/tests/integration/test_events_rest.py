"""Concerts over REST: put on sale, changed and called off by their organisers, found by everyone, and never refilled by an edit."""

import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.actors import Database, Person, Server, code, sign_up
from tests.concerts import FAR, PAST, a_concert, grab, hold, left, make_event, make_seated_event, send
from tests.hammering import rows

NEVER = 999_999


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def server(database: Database, place: Path) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_DATA_DIR": str(place)}) as running:
        yield running


def a_poster(colour: str = "red", kind: str = "PNG") -> bytes:
    written = BytesIO()
    Image.new("RGB", (400, 300), colour).save(written, kind)
    return written.getvalue()


def post_form(
    person: Person, path: str, texts: dict[str, str], files: dict[str, bytes], *, method: str = "POST", key: str | None = None
) -> httpx.Response:
    headers = person.headers | ({"Idempotency-Key": key} if key else {})
    parts = [(name, (f"{name}.bin", content)) for name, content in files.items()] + [(name, (None, text)) for name, text in texts.items()]
    return httpx.request(method, person.base + path, files=parts, headers=headers, timeout=60)


def test_title_and_times_are_enough_for_an_event_and_everyone_may_read_it(server: Server, seller: Person) -> None:
    body = {"title": " Songs ", "sale_start_time": "2020-01-01T00:00:00", "start_time": "2090-01-01T20:00:00+02:00"}
    answer = seller.post("/events", body)
    event = answer.json()
    assert answer.status_code == 201, answer.text
    assert (event["title"], event["status"], event["organizer_id"], event["ticket_types"]) == ("Songs", "on_sale", seller.id, [])
    assert (event["end_time"], event["cover_image"], event["limit_per_user"], event["has_hall"]) == (None, None, None, False)
    assert datetime.fromisoformat(event["start_time"]) == datetime(2090, 1, 1, 18, tzinfo=UTC)
    created = datetime.fromisoformat(event["created_at"])
    assert datetime.fromisoformat(event["sale_start_time"]) == created  # a start in the past means now
    for path in (f"/events/{event['id']}", f"/api/events/{event['id']}/"):
        read = httpx.get(server.url + path, timeout=10).json()
        assert {**read, "server_time": ""} == {**event, "server_time": ""}


def test_ticket_types_stand_in_the_order_given_with_their_lanes_prices_and_numbers(seller: Person) -> None:
    refund = {"full_until": "2089-12-01T00:00:00Z", "fee_until": "2089-12-24T00:00:00Z", "fee": 2.5}
    event = make_event(seller, end_time="2090-01-01T23:00:00Z", doors_open_time="2090-01-01T19:00:00Z", limit_per_user=4, hold_seconds=120,
        quotas=[{"name": "House", "size": 30}], ticket_types=[
            {"seat_type": "vip", "price": 99.99, "available_qty": 5, "quota": "House"},
            {"seat_type": "Circle", "price": 1e2, "available_qty": 20, "lane": "VIP", "refund": refund},
            {"seat_type": "Child", "price": 0, "available_qty": 7},
        ])
    types = event["ticket_types"]
    assert [(kind["id"], kind["seat_type"], kind["price"], kind["available_qty"], kind["lane"]) for kind in types] == [
        (1, "vip", 99.99, 5, "vip"), (2, "Circle", 100, 20, "vip"), (3, "Child", 0, 7, "regular"),
    ]
    assert (types[0]["quota"], types[2]["refund"], types[1]["refund"]["fee"]) == ("House", None, 2.5)
    assert (event["limit_per_user"], event["limit_one_ticket_per_user"], event["hold_seconds"]) == (4, False, 120)
    assert event["quotas"] == [{"name": "House", "size": 30}]
    one = make_event(seller, limit_one_ticket_per_user=True)
    assert (one["limit_per_user"], one["limit_one_ticket_per_user"]) == (1, True)


@pytest.mark.parametrize(("field", "value", "status", "told"), [
    ("title", "", 422, "malformed"), ("title", "   ", 422, "malformed"), ("title", 7, 422, "malformed"),
    ("title", "x" * 201, 422, "malformed"), ("title", "a\x00b", 422, "malformed"),
    ("start_time", None, 422, "malformed"), ("start_time", "soon", 422, "malformed"), ("sale_start_time", 12345, 422, "malformed"),
    ("start_time", "9999-12-31T23:59:59-23:00", 422, "malformed"), ("start_time", "2001-01-01T00:00:00Z", 409, "times_in_wrong_order"),
    ("end_time", "2089-01-01T00:00:00Z", 409, "times_in_wrong_order"),
    ("sale_start_time", "2095-01-01T00:00:00Z", 409, "times_in_wrong_order"),
    ("cover_image", "javascript:alert(1)", 422, "malformed"), ("limit_per_user", 0, 422, "malformed"),
    ("limit_per_user", "2", 422, "malformed"), ("hold_seconds", 5, 422, "malformed"), ("lanes", "fair", 422, "malformed"),
    ("ticket_types", {}, 422, "malformed"), ("hall", [], 422, "malformed"), ("hall", {"name": "Empty"}, 422, "malformed"),
    ("seat_map_id", 123456, 404, "unknown_seat_map"), ("blocked_seats", ["A1"], 422, "malformed"),
])
def test_an_event_that_cannot_be_is_refused_with_its_code(seller: Person, field: str, value: Any, status: int, told: str) -> None:
    assert code(seller.post("/events", a_concert(**{field: value}))) == (status, told)


@pytest.mark.parametrize(("change", "status", "told"), [
    ({"price": -1}, 422, "amount_invalid"), ({"price": "10"}, 422, "amount_invalid"), ({"price": None}, 422, "amount_invalid"),
    ({"price": True}, 422, "amount_invalid"), ({"price": False}, 422, "amount_invalid"), ({"price": 0.001}, 422, "amount_too_precise"),
    ({"price": 10.005}, 422, "amount_too_precise"), ({"price": 1e15}, 422, "amount_too_large"),
    ({"available_qty": -1}, 422, "malformed"), ({"available_qty": 1.5}, 422, "malformed"), ({"available_qty": "3"}, 422, "malformed"),
    ({"available_qty": None}, 422, "malformed"), ({"available_qty": 10**9}, 422, "malformed"), ({"seat_type": " "}, 422, "malformed"),
    ({"lane": "fast"}, 422, "malformed"), ({"quota": "Nowhere"}, 422, "malformed"), ({"refund": {"fee": -1}}, 422, "amount_invalid"),
])
def test_a_ticket_type_that_cannot_be_is_refused_with_its_code(seller: Person, change: dict[str, Any], status: int, told: str) -> None:
    kind = {"seat_type": "Regular", "price": 0, "available_qty": 10}
    answer = seller.post("/events", a_concert(ticket_types=[kind, {**kind, "seat_type": "Odd", **change}]))
    assert code(answer) == (status, told)
    if told.startswith("amount"):
        assert answer.json()["field"].startswith("ticket_types[1].")
    if told == "amount_invalid":
        assert answer.json()["detail"].endswith(" must be 0 or a number of at least 0.01.")


@pytest.mark.parametrize("body", [b"{", b"", b"[]", b"null", b'{"title": NaN}', b"[" * 100_000, b'{"title": "\\ud800"}'])
async def test_a_body_that_is_no_event_is_malformed_and_nothing_is_written(database: Database, seller: Person, body: bytes) -> None:
    before = await rows(database)
    headers = {**seller.headers, "Content-Type": "application/json"}
    answer = httpx.post(f"{seller.base}/events", content=body, headers=headers, timeout=10)
    assert code(answer) == (422, "malformed")
    assert code(httpx.post(f"{seller.base}/events", content=body, headers=seller.headers, timeout=10)) == (415, "unsupported_media_type")
    assert await rows(database) == before


def test_nobody_signed_in_may_do_nothing_but_read(server: Server, seller: Person) -> None:
    event = make_event(seller)
    for method, path in (
        ("POST", "/events"), ("PUT", f"/events/{event['id']}"), ("DELETE", f"/events/{event['id']}"), ("PUT", f"/events/{NEVER}"),
        ("POST", f"/events/{event['id']}/tickets?ticket_type_id=1"), ("POST", f"/events/{event['id']}/holds"),
        ("POST", f"/events/{event['id']}/queue"), ("DELETE", "/holds/1000001"), ("POST", "/holds/1000001/checkout"),
        ("POST", "/ticket-requests"), ("GET", "/queue/position?request_id=1000001"),
    ):
        assert code(httpx.request(method, server.url + path, timeout=10)) == (401, "not_signed_in"), path
    for path in ("/events", f"/events/{event['id']}", f"/events/{event['id']}/seats", f"/availability?event_id={event['id']}"):
        assert httpx.get(server.url + path, timeout=10).status_code == 200


@pytest.mark.parametrize("event_id", [NEVER, 0, -1, 2**40, 2**62, 2**70])
def test_an_unknown_event_is_unknown_at_every_door(anna: Person, event_id: int) -> None:
    for answer in (
        anna.get(f"/events/{event_id}"), anna.get(f"/events/{event_id}/seats"), anna.get(f"/availability?event_id={event_id}"),
        send(anna, "PUT", f"/events/{event_id}", a_concert()), send(anna, "DELETE", f"/events/{event_id}"),
        anna.post(f"/events/{event_id}/tickets?ticket_type_id=1"), anna.post(f"/events/{event_id}/holds", {"seats": ["A1"]}),
        anna.post(f"/events/{event_id}/queue", {"action": "pause"}),
    ):
        assert code(answer) == (404, "unknown_event")


def test_the_programme_is_searched_by_beginnings_of_words_and_by_when_and_whose(server: Server, seller: Person, anna: Person) -> None:
    mark = uuid.uuid4().hex[:8]
    june = make_event(seller, title=f"{mark} Müller sings", organizer="Café Zoë", location="Stadthalle", start_time="2080-06-01T22:30:00Z")
    july = make_event(seller, title=f"{mark} Matinee", start_time="2080-07-01T00:00:00Z")
    hers = make_event(anna, title=f"{mark} Anna", start_time="2079-01-01T12:00:00Z")
    assert send(anna, "DELETE", f"/events/{hers['id']}").status_code == 200

    def found(**query: Any) -> list[int]:
        answer = httpx.get(f"{server.url}/events", params={"q": mark, **query}, timeout=10)
        assert answer.status_code == 200, answer.text
        assert int(answer.headers["X-Total-Count"]) >= len(answer.json())
        return [event["id"] for event in answer.json()]

    assert found() == [june["id"], july["id"], hers["id"]]  # what is over comes last
    assert found(sort="-start") == [july["id"], june["id"], hers["id"]]
    assert found(sort="newest") == [hers["id"], july["id"], june["id"]]
    assert found(q=f"{mark} MUL") == found(q=f"{mark} cafe") == found(q=f"{mark} stadt") == [june["id"]]
    assert found(q=f"{mark} uller") == found(q="' OR 1=1 --") == []
    assert found(date="2080-06-01") == [june["id"]] and found(date="2080-07-01") == [july["id"]] and found(date="2080-06-30") == []
    assert found(**{"from": "2080-06-02T00:00:00Z"}) == [july["id"]] and found(to="2080-06-02") == [june["id"], hers["id"]]
    assert found(organizer_id=anna.id) == found(status="cancelled") == [hers["id"]]
    assert found(status=["on_sale", "scheduled"]) == [june["id"], july["id"]]
    assert found(limit=1, offset=1) == [july["id"]]
    for wrong in (
        {"limit": 0}, {"limit": 101}, {"offset": -1}, {"sort": "best"}, {"status": "sold"}, {"date": "June"}, {"date": "9999-12-31"},
        {"from": "9999-12-31T23:59:59-23:00"}, {"organizer_id": 2**70},
    ):
        assert code(httpx.get(f"{server.url}/events", params=wrong, timeout=10)) == (422, "malformed"), wrong


def test_a_retry_finds_the_same_event_and_another_event_needs_another_id(seller: Person, anna: Person) -> None:
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first, again = seller.post("/events", a_concert(), **key), seller.post("/events", a_concert(), **key)
    assert first.status_code == again.status_code == 201
    assert first.json()["id"] == again.json()["id"]
    assert code(seller.post("/events", a_concert(title="Another"), **key)) == (409, "command_conflict")
    assert code(anna.post("/events", a_concert(), **key)) == (409, "command_conflict")
    assert code(seller.post("/events", a_concert(), **{"Idempotency-Key": "seven"})) == (422, "malformed")


def test_a_form_brings_its_pictures_along_and_a_retry_shows_the_same_ones(server: Server, seller: Person, place: Path) -> None:
    texts = {
        "title": "With a poster", "sale_start_time": PAST, "start_time": FAR, "end_time": "", "limit_one_ticket_per_user": "true",
        "ticket_types": '[{"seat_type": "VIP", "price": 12.5, "available_qty": 3}]',
    }
    key, pictures = str(uuid.uuid4()), {"image": a_poster(), "seat_map": a_poster("blue", "JPEG")}
    first = post_form(seller, "/events", texts, pictures, key=key)
    assert first.status_code == 201, first.text
    event = first.json()
    assert event["ticket_types"][0]["lane"] == "vip" and event["limit_per_user"] == 1
    assert re.fullmatch(r"/media/[0-9a-f]{32}\.webp", event["cover_image"])
    assert event["seat_map_url"] not in (None, event["cover_image"])
    for address in (event["cover_image"], event["seat_map_url"]):
        assert httpx.get(server.url + address).headers["content-type"] == "image/webp"
    stored = set((place / "media").glob("*"))
    again = post_form(seller, "/events", texts, pictures, key=key).json()
    assert (again["id"], again["cover_image"], again["seq"]) == (event["id"], event["cover_image"], event["seq"])
    assert code(post_form(seller, "/events", texts, {"image": a_poster("green")}, key=key)) == (409, "command_conflict")
    assert set((place / "media").glob("*")) == stored  # what was refused left nothing
    path = f"/events/{event['id']}"
    changed = post_form(seller, path, {**texts, "title": "New words"}, {"seat_map": a_poster("yellow")}, method="PUT").json()
    assert (changed["title"], changed["cover_image"]) == ("New words", event["cover_image"])
    assert changed["seat_map_url"] != event["seat_map_url"]
    doors = {**texts, "doors_open_time": FAR, "order_max": "7"}
    forms = (doors, {**texts, "title": "Newest"}, {**doors, "doors_open_time": "null", "order_max": "null"})
    told = [post_form(seller, path, form, {}, method="PUT").json() for form in forms]
    assert [(one["doors_open_time"] is None, one["order_max"]) for one in told] == [(False, 7), (False, 7), (True, None)]


@pytest.mark.parametrize(("texts", "files", "status", "told"), [
    ({}, {"image": b"<svg onload=alert(1)>"}, 415, "unsupported_media_type"),
    ({}, {"image": a_poster()[:300]}, 422, "malformed"),
    ({}, {"photo": a_poster()}, 422, "malformed"),
    ({"ticket_types": "VIP"}, {}, 422, "malformed"),
    ({"ticket_types": '[{"seat_type": "VIP", "price": -1, "available_qty": 1}]'}, {"image": a_poster("navy")}, 422, "amount_invalid"),
    ({"start_time": "2001-01-01"}, {"image": a_poster("navy")}, 409, "times_in_wrong_order"),
    ({"title": ""}, {"image": a_poster("navy")}, 422, "malformed"),
    ({}, {"image": bytes(10 * 1024 * 1024 + 1)}, 413, "too_large"),
])
async def test_a_form_that_cannot_be_is_refused_and_leaves_no_picture(
    database: Database, seller: Person, place: Path, texts: dict[str, str], files: dict[str, bytes], status: int, told: str
) -> None:
    before = set((place / "media").glob("*"))
    answer = post_form(seller, "/events", {"title": "A poster", "sale_start_time": PAST, "start_time": FAR, **texts}, files)
    assert code(answer) == (status, told), answer.text
    assert set((place / "media").glob("*")) == before


def test_seats_are_shown_with_the_hall_and_types_by_zone(server: Server, seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    assert [(kind["section"], kind["available_qty"]) for kind in event["ticket_types"]] == [("stalls", 12), ("floor", 20)]
    assert event["has_hall"] is True
    shown = httpx.get(f"{server.url}/events/{event['id']}/seats").json()
    assert [row["name"] for row in shown["hall"]["sections"][0]["rows"]] == ["A", "B"]
    assert shown["hall"]["sections"][0]["rows"][0]["seats"][0] == {
        "id": "A1", "number": "1", "x": -2.5, "y": 1.0, "zone": "stalls", "kind": "standard", "aisle_after": False,
    }
    assert (shown["all"], shown["types_by_zone"], shown["seq"]) == ("AAAA", {"stalls": [1], "floor": [2]}, event["seq"])
    assert hold(anna, event, {"seats": ["A1", "A2"]}).status_code == 201
    after = httpx.get(f"{server.url}/events/{event['id']}/seats").json()
    assert after["all"] == "BQAA" and after["seq"] > shown["seq"]  # the first two seats are in state 1: 0b0101
    plain = make_event(seller)
    nothing = httpx.get(f"{server.url}/events/{plain['id']}/seats").json()
    assert (nothing["hall"], nothing["all"], nothing["types_by_zone"]) == (None, None, {})


def test_availability_tells_both_lanes(server: Server, seller: Person, anna: Person) -> None:
    kinds = [("VIP", 3), ("Box", 2), ("Regular", 7)]
    types = [{"seat_type": name, "price": 0, "available_qty": size, "lane": "vip" if name == "Box" else None} for name, size in kinds]
    event = make_event(seller, ticket_types=types)
    grab(anna, event, 1)
    told = httpx.get(f"{server.url}/availability", params={"event_id": event["id"]}).json()
    assert (told["vip_left"], told["regular_left"], told["event_id"]) == (4, 7, event["id"])
    assert [kind["available_qty"] for kind in told["ticket_types"]] == left(anna, event) == [2, 2, 7]


def test_a_house_that_takes_no_payments_sells_free_tickets_only_and_says_so(database: Database) -> None:
    with Server(database, settings={"SALEROOM_PAYMENTS": "none"}) as house:
        organiser = sign_up(house.url)
        paid = organiser.post("/events", a_concert(ticket_types=[{"seat_type": "Regular", "price": 5, "available_qty": 1}]))
        assert code(paid) == (409, "no_payments")
        event = make_event(organiser)
        assert grab(sign_up(house.url), event).json()["status"] == "paid"
