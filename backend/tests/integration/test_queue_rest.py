"""Waiting for tickets over REST: a place in the lanes, what a turn brings, leaving, and the box office that pauses and serves."""

from typing import Any

import httpx
import pytest

from saleroom.domain.ids import item_id
from saleroom.eventlog.pool import open_pool
from saleroom.nouns import CODECS
from saleroom.projections import ticket_requests, ticket_sales
from tests.actors import Database, Person, Server, code, sign_up
from tests.concerts import FAR, PAST, grab, key, make_event, make_seated_event, send

NEVER = 999_999


def ask_for(person: Person, event: dict[str, Any], kind: str | int, quantity: int = 1, **headers: str) -> httpx.Response:
    return person.post("/ticket-requests", {"event_id": event["id"], "ticket_type": kind, "quantity": quantity}, **headers)


def place(person: Person, request_id: int) -> dict[str, Any]:
    told: dict[str, Any] = person.get(f"/queue/position?request_id={request_id}").json()
    return told


def test_a_request_is_served_at_once_and_says_what_it_got(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller, limit_per_user=2, ticket_types=[
        {"seat_type": "VIP", "price": 0, "available_qty": 2}, {"seat_type": "Stalls", "price": 5, "available_qty": 3},
    ])
    press = key()
    taken = ask_for(anna, event, "vip", 2, **press)
    assert taken.status_code == 201, taken.text
    assert taken.json() == {"request_id": item_id(event["id"], 1), "position": 0, "ticket_type": "VIP"}
    assert ask_for(anna, event, "vip", 2, **press).json()["request_id"] == taken.json()["request_id"]
    told = place(anna, taken.json()["request_id"])
    assert told == {
        "status": "done", "position": 0, "result": {"order_id": item_id(event["id"], 1), "code": None, "reason": None},
    }
    assert anna.get(f"/orders/{told['result']['order_id']}").json()["status"] == "paid"
    assert place(bert, taken.json()["request_id"])["status"] == "unknown"
    assert place(seller, taken.json()["request_id"])["status"] == "done"
    for asked, name in (("Regular", "Stalls"), ("stalls", "Stalls"), (2, "Stalls")):
        assert ask_for(bert, event, asked).json().get("ticket_type", "limit") in (name, "limit")
    assert code(ask_for(bert, event, "VIP")) == (409, "limit_reached")
    assert code(ask_for(bert, event, "Balcony")) == (404, "unknown_ticket_type")
    assert code(ask_for(bert, {"id": NEVER}, "VIP")) == (404, "unknown_event")


@pytest.mark.parametrize("body", [
    {}, {"event_id": 1}, {"event_id": "1", "ticket_type": "VIP"}, {"event_id": 1, "ticket_type": ""}, {"event_id": 1, "ticket_type": True},
    {"event_id": 1, "ticket_type": "VIP", "quantity": 0}, {"event_id": 1, "ticket_type": "VIP", "quantity": 2**40},
])
def test_a_request_that_cannot_be_read_is_malformed(anna: Person, body: dict[str, Any]) -> None:
    assert code(anna.post("/ticket-requests", body)) == (422, "malformed")


@pytest.mark.parametrize("request_id", [0, 1, -5, NEVER * 1_000_000 + 1, 1_000_000, 2**70])
def test_an_unknown_request_has_no_place(anna: Person, request_id: int) -> None:
    assert place(anna, request_id) == {"status": "unknown", "position": None, "result": None}


def test_a_paused_queue_tells_everyone_his_place_over_both_lanes_and_serves_as_it_is_told(server: Server, seller: Person) -> None:
    event = make_event(seller, lane_weight=3, ticket_types=[
        {"seat_type": "VIP", "price": 0, "available_qty": 9}, {"seat_type": "Regular", "price": 0, "available_qty": 9},
    ])
    path = f"/events/{event['id']}/queue"
    assert seller.post(path, {"action": "pause"}).json() == {
        "paused": True, "waiting": 0, "vip": 0, "regular": 0, "seq": event["seq"] + 1,
    }
    people = [sign_up(server.url) for _ in range(7)]
    kinds = ["VIP"] * 4 + ["Regular"] * 3  # v1-v4, r1-r3
    requests = [ask_for(person, event, kind).json()["request_id"] for person, kind in zip(people, kinds, strict=True)]

    def places() -> list[int]:
        return [place(person, request)["position"] for person, request in zip(people, requests, strict=True)]

    assert places() == [1, 2, 3, 5, 4, 6, 7]  # served v1 v2 v3 r1 v4 r2 r3
    assert code(grab(seller, event, 1, 7))[1] in ("sold_out", "too_many_at_once")  # those who wait come first
    served = seller.post(path, {"action": "serve", "count": 2}).json()
    assert (served["paused"], served["waiting"]) == (True, 5)
    assert places() == [0, 0, 1, 3, 2, 4, 5]
    seller.post(path, {"action": "serve"})
    assert places() == [0, 0, 0, 2, 1, 3, 4]
    assert seller.post(path, {"action": "resume"}).json()["waiting"] == 0
    assert places() == [0] * 7
    orders = [place(person, request)["result"]["order_id"] for person, request in zip(people, requests, strict=True)]
    assert orders == [item_id(event["id"], n) for n in (1, 2, 3, 5, 4, 6, 7)]
    for wrong in ({}, {"action": "stop"}, {"action": "serve", "count": 0}):
        assert code(seller.post(path, wrong)) == (422, "malformed")


def test_everyone_sees_how_long_the_lanes_are_and_only_his_own_requests(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller, ticket_types=[
        {"seat_type": "VIP", "price": 0, "available_qty": 9}, {"seat_type": "Stalls", "price": 0, "available_qty": 9},
    ])
    path = f"/events/{event['id']}/queue"
    seller.post(path, {"action": "pause"})
    first, second = (ask_for(person, event, kind).json()["request_id"] for person, kind in ((anna, "VIP"), (bert, "Regular")))
    seen = bert.get(path).json()
    assert {name: seen[name] for name in ("paused", "waiting", "vip", "regular")} == {"paused": True, "waiting": 2, "vip": 1, "regular": 1}
    assert seen["mine"] == [
        {"request_id": second, "ticket_type": "Stalls", "quantity": 1, "status": "queued", "position": 2, "result": None}
    ]
    told = httpx.get(bert.base + path, timeout=30)
    assert (told.status_code, told.json()["mine"], told.json()["waiting"]) == (200, [], 2)
    assert code(anna.get(f"/events/{NEVER}/queue")) == (404, "unknown_event")
    seller.post(path, {"action": "serve"})
    assert [one["result"]["order_id"] for one in anna.get(path).json()["mine"]] == [item_id(event["id"], 1)]
    assert bert.get(path).json()["mine"][0]["position"] == 1
    assert place(anna, first)["status"] == "done"


def test_who_leaves_the_queue_waits_no_longer(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller)
    seller.post(f"/events/{event['id']}/queue", {"action": "pause"})
    first, second = (ask_for(person, event, "Regular").json()["request_id"] for person in (anna, bert))
    press = key()
    assert code(send(bert, "DELETE", f"/ticket-requests/{first}")) == (404, "unknown_request")
    for _ in range(2):
        left = send(anna, "DELETE", f"/ticket-requests/{first}", **press)
        assert left.json() == {
            "status": "done", "position": 0, "result": {"order_id": None, "code": "left_queue", "reason": "You left the queue."},
        }
    assert code(send(anna, "DELETE", f"/ticket-requests/{first}")) == (409, "not_in_queue")
    assert code(send(anna, "DELETE", f"/ticket-requests/{item_id(NEVER, 1)}")) == (404, "unknown_request")
    assert place(bert, second) == {"status": "queued", "position": 1, "result": None}


def test_who_waits_when_the_event_is_called_off_is_told_so(seller: Person, anna: Person) -> None:
    event = make_event(seller)
    seller.post(f"/events/{event['id']}/queue", {"action": "pause"})
    request = ask_for(anna, event, "Regular").json()["request_id"]
    assert place(anna, request)["status"] == "queued"
    send(seller, "DELETE", f"/events/{event['id']}")
    told = place(anna, request)
    assert (told["status"], told["result"]["code"]) == ("done", "sale_cancelled")


async def test_the_programme_and_the_requests_can_be_written_anew_from_the_log(database: Database, seller: Person, anna: Person) -> None:
    event = make_seated_event(seller, sale_start_time=PAST, start_time=FAR)
    paused = seller.post(f"/events/{event['id']}/queue", {"action": "pause"})
    assert paused.status_code == 200
    ask_for(anna, event, "Standing")
    pool = await open_pool(database.app)
    try:
        for table, module in (("ticket_sales", ticket_sales), ("ticket_requests", ticket_requests)):
            query = f"SELECT t::text FROM public.{table} t ORDER BY 1"
            before = [row[0] for row in await pool.fetch(query)]
            assert before
            await module.refill(pool, CODECS["ticket_sales"])
            assert [row[0] for row in await pool.fetch(query)] == before
            await pool.execute(f"DELETE FROM public.{table}")
            await module.refill(pool, CODECS["ticket_sales"])
            assert [row[0] for row in await pool.fetch(query)] == before
    finally:
        await pool.close()
    assert anna.get(f"/events/{event['id']}").json()["title"] == event["title"]
