"""Seat maps over REST: drawn, made by formula, brought from elsewhere and taken along, each changed by its owner alone."""

import uuid
from typing import Any

import httpx
import pytest

from saleroom.eventlog.pool import open_pool
from saleroom.nouns import CODECS
from saleroom.projections import seat_maps
from tests.actors import Database, Person, Server, code
from tests.concerts import a_concert, a_hall, send

NEVER = 999_999
FORM = {"name": "Opera", "rows": 3, "seats": 8, "wider": 2, "aisles_after": [4], "curve": 30, "standing": 50}


def draw(person: Person, **fields: Any) -> dict[str, Any]:
    answer = person.post("/seat-maps", {**a_hall(), **fields})
    assert answer.status_code == 201, answer.text
    drawn: dict[str, Any] = answer.json()
    return drawn


def test_a_hall_is_kept_listed_and_read_with_its_seats(server: Server, seller: Person, anna: Person) -> None:
    name = f"Hall {uuid.uuid4().hex[:8]} Äther"
    drawn = draw(seller, name=name)
    assert (drawn["name"], drawn["owner_id"], drawn["seats"], drawn["standing"], drawn["seq"]) == (name, seller.id, 12, 20, 1)
    assert anna.get(f"/seat-maps/{drawn['id']}").json() == drawn
    listed = anna.get(f"/seat-maps?q={name.split()[1]} ATHER")
    assert listed.json() == [{field: value for field, value in drawn.items() if field != "hall"}]
    assert listed.headers["X-Total-Count"] == "1"
    assert anna.get(f"/seat-maps?q={name.split()[1]}&mine=true").json() == []
    assert [one["id"] for one in seller.get(f"/seat-maps?q={name.split()[1]}&mine=true").json()] == [drawn["id"]]
    for wrong in ("limit=0", "limit=101", "offset=-1", "mine=perhaps"):
        assert code(anna.get(f"/seat-maps?{wrong}")) == (422, "malformed")


def test_what_is_exported_can_be_brought_in_as_it_is(seller: Person, anna: Person) -> None:
    drawn = draw(seller)
    exported = anna.get(f"/seat-maps/{drawn['id']}/export")
    assert exported.headers["content-disposition"] == f'attachment; filename="seat-map-{drawn["id"]}.json"'
    assert exported.json() == drawn["hall"]
    for body in (exported.json(), {"hall": exported.json()}):
        brought = anna.post("/seat-maps", body).json()
        assert (brought["hall"], brought["owner_id"]) == (drawn["hall"], anna.id)
        assert brought["id"] != drawn["id"]


def test_a_hall_by_formula_is_told_and_not_kept(seller: Person) -> None:
    before = seller.get("/seat-maps").headers["X-Total-Count"]
    made = seller.post("/seat-maps/generate", FORM)
    assert made.status_code == 200, made.text
    assert [len(row["seats"]) for row in made.json()["sections"][0]["rows"]] == [8, 10, 12]
    assert made.json()["sections"][0]["rows"][0]["seats"][3]["aisle_after"] is True
    assert seller.get("/seat-maps").headers["X-Total-Count"] == before
    kept = seller.post("/seat-maps", made.json()).json()
    assert (kept["seats"], kept["standing"]) == (30, 50)


@pytest.mark.parametrize("change", [
    {"rows": 0}, {"rows": "3"}, {"seats": 201}, {"wider": -1}, {"curve": 101}, {"aisles_after": "4"}, {"name": ""}, {"name": "a\x00b"},
    {"rows": 100, "seats": 200}, {"zones": [{"name": "Front", "rows": 1}]}, {"aisle_after": [4]},
])
def test_a_formula_that_cannot_be_is_malformed(seller: Person, change: dict[str, Any]) -> None:
    assert code(seller.post("/seat-maps/generate", {**FORM, **change})) == (422, "malformed")


def test_a_retry_keeps_one_hall(seller: Person, anna: Person) -> None:
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first, again = seller.post("/seat-maps", a_hall(), **key), seller.post("/seat-maps", a_hall(), **key)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert code(seller.post("/seat-maps", a_hall(rows=3), **key)) == (409, "command_conflict")
    assert code(anna.post("/seat-maps", a_hall(), **key)) == (409, "command_conflict")


def test_a_hall_is_changed_and_removed_by_its_owner_or_an_administrator(seller: Person, anna: Person, administrator: Person) -> None:
    drawn = draw(seller)
    path = f"/seat-maps/{drawn['id']}"
    assert code(send(anna, "PUT", path, a_hall())) == (403, "not_yours")
    assert code(send(anna, "DELETE", path)) == (403, "not_yours")
    changed = send(seller, "PUT", path, a_hall(rows=3)).json()
    assert (changed["seats"], changed["owner_id"], changed["seq"]) == (18, seller.id, 2)
    assert send(administrator, "PUT", path, a_hall(rows=4)).json()["owner_id"] == seller.id
    gone = send(seller, "DELETE", path)
    assert (gone.status_code, gone.content) == (204, b"")
    for answer in (anna.get(path), anna.get(f"{path}/export"), send(seller, "PUT", path, a_hall()), send(seller, "DELETE", path)):
        assert code(answer) == (404, "unknown_seat_map")


def test_an_event_copies_its_hall_and_does_not_follow_it(seller: Person) -> None:
    drawn = draw(seller)
    body = a_concert(seat_map_id=drawn["id"], ticket_types=[{"seat_type": "Seat", "price": 10, "section": "Stalls"}])
    event = seller.post("/events", body).json()
    assert event["ticket_types"][0]["total_qty"] == 12
    send(seller, "PUT", f"/seat-maps/{drawn['id']}", a_hall(rows=5))
    assert seller.get(f"/events/{event['id']}/seats").json()["hall"] == drawn["hall"]
    assert code(seller.post("/events", {**body, "hall": a_hall()})) == (422, "malformed")


@pytest.mark.parametrize("body", [
    b"{", b"", b"[]", b"null", b'{"hall": 7}', b'{"name": "x", "focal": {"x": NaN, "y": 0}}', b"[" * 100_000,
    b'{"name": "a\\u0000b", "standing": []}',
])
def test_a_body_that_is_no_hall_is_malformed(seller: Person, body: bytes) -> None:
    headers = {**seller.headers, "Content-Type": "application/json"}
    assert code(httpx.post(f"{seller.base}/seat-maps", content=body, headers=headers, timeout=10)) == (422, "malformed")
    assert code(httpx.post(f"{seller.base}/seat-maps", content=body, headers=seller.headers, timeout=10)) == (415, "unsupported_media_type")


def test_a_hall_that_does_not_hold_together_is_refused_with_the_field(seller: Person) -> None:
    twice = a_hall()
    twice["sections"][0]["rows"][1]["seats"][0]["id"] = "A1"
    nowhere = a_hall()
    nowhere["sections"][0]["rows"][0]["seats"][0]["zone"] = "attic"
    odd = a_hall()
    odd["sections"][0]["rows"][0]["seats"][0]["kind"] = "throne"
    for hall, field in ((twice, "sections"), (nowhere, "zones"), (odd, "sections[0].rows[0].seats[0].kind")):
        answer = seller.post("/seat-maps", hall)
        assert code(answer) == (422, "malformed") and answer.json()["field"] == field


@pytest.mark.parametrize("number", [NEVER, 0, -1, 2**40, 2**70])
def test_an_unknown_seat_map_is_unknown_at_every_door(anna: Person, number: int) -> None:
    path = f"/seat-maps/{number}"
    for answer in (anna.get(path), anna.get(f"{path}/export"), send(anna, "PUT", path, a_hall()), send(anna, "DELETE", path)):
        assert code(answer) == (404, "unknown_seat_map")


def test_nobody_signed_in_sees_nothing(server: Server, seller: Person) -> None:
    path = f"/seat-maps/{draw(seller)['id']}"
    for method, at in (
        ("GET", "/seat-maps"), ("POST", "/seat-maps"), ("POST", "/seat-maps/generate"), ("GET", path), ("GET", f"{path}/export"),
        ("PUT", path), ("DELETE", path),
    ):
        assert code(httpx.request(method, server.url + at, timeout=10)) == (401, "not_signed_in")


async def test_seat_maps_can_be_written_anew_from_the_log(database: Database, seller: Person) -> None:
    kept, gone = draw(seller), draw(seller)
    send(seller, "PUT", f"/seat-maps/{kept['id']}", a_hall(rows=3))
    send(seller, "DELETE", f"/seat-maps/{gone['id']}")
    pool = await open_pool(database.app)
    try:
        query = "SELECT m::text FROM public.seat_maps m ORDER BY id"
        before = [row[0] for row in await pool.fetch(query)]
        await pool.execute("DELETE FROM public.seat_maps")
        await seat_maps.refill(pool, CODECS["seat_maps"])
        assert [row[0] for row in await pool.fetch(query)] == before
    finally:
        await pool.close()
    assert seller.get(f"/seat-maps/{kept['id']}").json()["seats"] == 18
