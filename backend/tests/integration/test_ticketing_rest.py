"""Buying over REST: grab, hold, give up and pay; nobody gets more than there is or than he may have."""

import asyncio
import uuid
from collections import Counter
from typing import Any

import httpx
import pytest

from saleroom.domain.ids import item_id
from tests.actors import Person, Server, code, sign_up
from tests.concerts import a_hall, grab, hold, key, left, make_event, make_seated_event, send

NEVER = 999_999


def test_a_free_ticket_is_yours_at_once_and_a_retry_finds_the_same_order(seller: Person, anna: Person) -> None:
    event, press = make_event(seller), key()
    first, again = grab(anna, event, 1, 2, **press), grab(anna, event, 1, 2, **press)
    assert first.status_code == again.status_code == 201
    order = first.json()
    assert order["id"] == again.json()["id"] == item_id(event["id"], 1)
    assert (order["status"], len(order["tickets"]), order["total_cents"], order["expires_at"]) == ("paid", 2, 0, None)
    assert (order["event_id"], order["event"], order["ticket_type"]) == (event["id"], event["title"], "Regular")
    assert left(anna, event) == [8]
    assert code(grab(anna, event, 1, 3, **press)) == (409, "command_conflict")


def test_a_ticket_that_costs_something_is_held_until_it_is_paid_or_given_up(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller, hold_seconds=600, ticket_types=[{"seat_type": "Seat", "price": 12.5, "available_qty": 2}])
    order = grab(anna, event, 1, 2).json()
    assert (order["status"], order["total_cents"], order["tickets"]) == ("held", 2500, [])
    assert order["checkout_url"] == f"/orders/{order['id']}/checkout" and order["expires_at"] > order["created_at"]
    refused = grab(bert, event)
    assert code(refused) == (409, "reserved_may_come_back")
    assert code(send(bert, "DELETE", f"/holds/{order['id']}")) == (403, "not_yours")
    released = send(anna, "DELETE", f"/holds/{order['id']}")
    assert (released.status_code, released.json()["status"]) == (200, "released")
    assert code(send(anna, "DELETE", f"/holds/{order['id']}")) == (409, "wrong_order_status")
    assert grab(bert, event, 1, 2).json()["status"] == "held"


def test_who_comes_too_late_is_told_what_else_there_is(seller: Person, anna: Person, bert: Person) -> None:
    kinds = [("A", 1), ("B", 3), ("C", 0)]
    event = make_event(seller, ticket_types=[{"seat_type": name, "price": 0, "available_qty": size} for name, size in kinds])
    grab(anna, event)
    refused = grab(bert, event)
    assert code(refused) == (409, "sold_out")
    assert refused.json()["alternatives"] == [{"ticket_type_id": 2, "seat_type": "B", "available_qty": 3}]


def test_what_may_not_be_had_has_its_code(seller: Person, anna: Person) -> None:
    event = make_event(seller, limit_per_user=2)
    path = f"/events/{event['id']}/tickets"
    assert code(grab(anna, event, 7)) == (404, "unknown_ticket_type")
    for query in ("", "?ticket_type_id=x", "?ticket_type_id=0", "?ticket_type_id=1&quantity=0", f"?ticket_type_id={2**70}"):
        assert code(anna.post(path + query)) == (422, "malformed"), query
    assert code(grab(anna, event, 1, 11)) == (409, "too_many_at_once")
    assert grab(anna, event).status_code == 201
    refused = grab(anna, event, 1, 2)
    assert code(refused) == (409, "limit_reached")
    assert (refused.json()["limit"], refused.json()["remaining"]) == (2, 1)
    assert refused.json()["detail"] == "A person may have at most 2 tickets here; you may have 1 more."
    later = make_event(seller, sale_start_time="2089-01-01T00:00:00Z")
    early = grab(anna, later)
    assert code(early) == (409, "not_on_sale") and early.json()["opens_at"] == later["sale_start_time"]


def test_of_many_who_press_at_once_only_so_many_get_one(server: Server, other: Server, seller: Person) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Seat", "price": 0, "available_qty": 7}])
    people = [sign_up(server.url) for _ in range(12)]

    async def all_at_once() -> list[int]:
        async with httpx.AsyncClient(timeout=30) as client:
            answers = await asyncio.gather(*(
                client.post(f"{base}/events/{event['id']}/tickets?ticket_type_id=1", headers=person.headers)
                for person, base in zip(people, [server.url, other.url] * 6, strict=True)
            ))
        return [answer.status_code for answer in answers]

    assert Counter(asyncio.run(all_at_once())) == {201: 7, 409: 5}
    assert left(seller, event) == [0]


def test_seats_are_picked_by_hand_or_found_and_are_held_all_or_not_at_all(seller: Person, anna: Person, bert: Person) -> None:
    event = make_seated_event(seller)
    picked = hold(anna, event, {"seats": ["A1", "A2"], "lines": [{"ticket_type_id": 2, "quantity": 3}]})
    assert picked.status_code == 201, picked.text
    order = picked.json()
    assert (order["status"], order["total_cents"]) == ("held", 2 * 4000 + 3 * 2000)
    assert [(seat["id"], seat["section"], seat["row"], seat["number"]) for seat in order["seats"]] == [
        ("A1", "Main floor", "A", "1"), ("A2", "Main floor", "A", "2"),
    ]
    taken = hold(bert, event, {"seats": ["A2", "A3"]})
    assert code(taken) == (409, "seats_taken") and taken.json()["failed"] == ["A2"]
    best = hold(bert, event, {"best_available": 2, "ticket_type_id": 1}).json()
    assert [seat["id"] for seat in best["seats"]] == ["A3", "A4"]  # nearest the stage, and no seat is left alone
    assert left(anna, event) == [8, 17]
    lonely = hold(anna, event, {"seats": ["B2", "B3"]})
    assert lonely.status_code == 409 and lonely.json()["code"] in ("orphan_seat", "orphan_seat")
    assert lonely.json()["title"] == "Single seat left over"


@pytest.mark.parametrize(("body", "status", "told"), [
    ({}, 422, "malformed"), ({"lines": []}, 422, "malformed"), ({"seats": [1]}, 422, "malformed"), ({"seats": "A1"}, 422, "malformed"),
    ({"seats": ["A1", "A2", "A1"]}, 422, "malformed"), ({"best_available": 2}, 422, "malformed"), ({"ticket_type_id": 1}, 422, "malformed"),
    ({"best_available": 0, "ticket_type_id": 1}, 422, "malformed"), ({"lines": [{"ticket_type_id": 1, "quantity": 0}]}, 422, "malformed"),
    ({"lines": [{"ticket_type_id": 1, "quantity": 1.5}]}, 422, "malformed"), ({"seats": ["A1"], "command_id": "seven"}, 422, "malformed"),
    ({"lines": [{"ticket_type_id": 2**40}]}, 422, "malformed"), ({"lines": [{"ticket_type_id": 9}]}, 404, "unknown_ticket_type"),
    ({"seats": ["Z9"]}, 404, "unknown_seat"), ({"seats": ["a\x00b"]}, 404, "unknown_seat"),
    ({"best_available": 5, "ticket_type_id": 1}, 409, "too_many_at_once"),
    ({"seats": ["A1"], "lines": [{"ticket_type_id": 1, "quantity": 2}]}, 409, "seat_needs_its_type"),
])
def test_a_hold_that_cannot_be_has_its_code(seated: dict[str, Any], anna: Person, body: dict[str, Any], status: int, told: str) -> None:
    assert code(hold(anna, seated, body)) == (status, told)


@pytest.fixture(scope="module")
def seated(seller: Person) -> dict[str, Any]:
    return make_seated_event(seller)


def test_the_id_of_a_hold_may_stand_in_its_body(seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    body = {"seats": ["A1", "A2"], "command_id": str(uuid.uuid4())}
    assert hold(anna, event, body).json()["id"] == hold(anna, event, body).json()["id"]


def test_pressing_pay_leads_to_the_payment_page_and_the_same_press_to_the_same_page(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Seat", "price": 12.5, "available_qty": 2}])
    order = grab(anna, event).json()
    path, press = f"/holds/{order['id']}/checkout", key()
    assert code(bert.post(path)) == (403, "not_yours")
    started = anna.post(path, **press)
    assert started.status_code == 200, started.text
    told = started.json()
    assert (told["order_id"], told["status"], told["attempt"]) == (order["id"], "pending", 1)
    assert "/pay/" in told["payment_url"] and told["expires_at"] >= order["expires_at"]
    assert anna.post(path, **press).json() == told
    payment = httpx.get(f"{anna.base}/payments/test/{told['payment_url'].rpartition('/')[2]}").json()
    assert (payment["amount_cents"], payment["event"], payment["order_id"]) == (1250, event["title"], order["id"])
    assert anna.get(f"/orders/{order['id']}").json()["status"] == "pending"


def test_a_hold_that_costs_nothing_is_paid_without_a_payment(seller: Person, anna: Person) -> None:
    event = make_event(seller)
    order = hold(anna, event, {"lines": [{"ticket_type_id": 1, "quantity": 2}]}).json()
    assert order["status"] == "held"
    told = anna.post(f"/holds/{order['id']}/checkout").json()
    assert told == {"order_id": order["id"], "status": "paid", "attempt": None, "payment_url": None, "expires_at": None}
    assert code(anna.post(f"/holds/{order['id']}/checkout")) == (409, "wrong_order_status")


@pytest.mark.parametrize("order_id", [0, 1, -5, NEVER * 1_000_000 + 1, 1_000_000, 2**70])
def test_an_unknown_order_is_unknown_at_every_door(anna: Person, order_id: int) -> None:
    assert code(send(anna, "DELETE", f"/holds/{order_id}")) == code(anna.post(f"/holds/{order_id}/checkout")) == (404, "unknown_order")


def test_a_wheelchair_place_is_among_the_best_seats_if_it_is_asked_for(seller: Person, anna: Person, bert: Person) -> None:
    drawn = a_hall()
    drawn["sections"][0]["rows"][1]["seats"][5]["kind"] = "accessible"
    event = make_seated_event(seller, hall=drawn)
    asked = {"best_available": 2, "ticket_type_id": 1, "accessible": True}
    order = hold(anna, event, asked)
    assert (order.status_code, [seat["id"] for seat in order.json()["seats"]]) == (201, ["B5", "B6"])
    refused = hold(bert, event, asked)
    assert code(refused) == (409, "no_wheelchair_place")
    assert (refused.json()["detail"], refused.json()["alternatives"]) == ("No wheelchair place of this kind is left.", [])


def test_house_seats_are_kept_from_the_sale_and_put_back_but_none_that_somebody_has(seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    path, press = f"/events/{event['id']}/blocked-seats", key()
    first, again = (seller.post(path, {"block": ["A2", "A1"]}, **press) for _ in range(2))
    assert (first.status_code, first.json()["blocked_seats"], again.json()["seq"]) == (200, ["A1", "A2"], first.json()["seq"])
    assert left(anna, event) == [10, 20]
    assert code(hold(anna, event, {"seats": ["A1"]})) == (409, "seats_taken")
    assert hold(anna, event, {"seats": ["A3"]}).status_code == 201
    refused = seller.post(path, {"block": ["A4", "A3"], "unblock": ["A1"]})
    assert (code(refused), refused.json()["failed"]) == ((409, "seats_not_free"), ["A3"])
    assert refused.json()["detail"] == "Held or sold already, so they cannot be blocked: A3."
    assert seller.post(path, {"unblock": ["A1", "A2"]}).json()["blocked_seats"] == []
    for wrong, told in (
        ({"block": ["Z9"]}, (404, "unknown_seat")), ({"block": "A1"}, (422, "malformed")), ({"block": [""]}, (422, "malformed")),
    ):
        assert code(seller.post(path, wrong)) == told
    assert code(anna.post(path, {"block": ["A4"]})) == (403, "not_yours")
    assert code(seller.post(f"/events/{NEVER}/blocked-seats", {})) == (404, "unknown_event")


def test_whoever_picks_seats_says_which_is_of_which_type(seller: Person, anna: Person) -> None:
    event = make_seated_event(seller, ticket_types=[
        {"seat_type": "Adult", "price": 40, "section": "Stalls"}, {"seat_type": "Child", "price": 20, "section": "Stalls"},
    ])
    lines = [{"ticket_type_id": 2, "quantity": 1}, {"ticket_type_id": 1, "quantity": 1}]
    order = hold(anna, event, {"lines": lines, "seats": ["A2", "A1"]}).json()
    assert order["total_cents"] == 6000
    paid = anna.get(f"/orders/{order['id']}").json()
    assert {seat["id"] for seat in paid["seats"]} == {"A1", "A2"}
    assert [(line["ticket_type"], line["seat_ids"]) for line in paid["lines"]] == [("Adult", ["A1"]), ("Child", ["A2"])]
