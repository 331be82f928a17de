"""Where two ticket types sell the seats of one zone, the seats are there once: whoever picks, asks for the best, or looks what is left."""

from typing import Any

from tests.actors import Person
from tests.concerts import a_hall, grab, hold, left, make_event, send

TYPES = [
    {"seat_type": "Adult", "price": 40, "section": "stalls"}, {"seat_type": "Child", "price": 20, "section": "stalls", "available_qty": 4},
    {"seat_type": "VIP", "price": 0, "section": "stalls", "available_qty": 2}, {"seat_type": "Standing", "price": 20, "section": "floor"},
]


def concert(seller: Person, **fields: Any) -> dict[str, Any]:
    """Twelve seats in two rows, sold as three types, and twenty standing places."""
    return make_event(seller, **{"hall": a_hall(), "ticket_types": TYPES, **fields})


def lanes(person: Person, event: dict[str, Any]) -> tuple[int, int]:
    told = person.get(f"/availability?event_id={event['id']}").json()
    return told["vip_left"], told["regular_left"]


def test_what_is_left_in_a_lane_counts_shared_seats_once(seller: Person, anna: Person) -> None:
    event = concert(seller)
    assert (left(anna, event), lanes(anna, event)) == ([12, 4, 2, 20], (2, 32))
    hold(anna, event, {"seats": ["A1", "A2", "A3", "A4"]})
    assert (left(anna, event), lanes(anna, event)) == ([8, 4, 2, 20], (2, 28))
    concert_of_few = concert(seller, blocked_seats=["B1", "B2", "B3", "B4", "B5", "B6"])
    assert lanes(anna, concert_of_few) == (2, 26)


def test_what_is_left_in_a_lane_counts_a_shared_quota_once(seller: Person, anna: Person) -> None:
    types = [{"seat_type": name, "price": 0, "available_qty": 10, "quota": "house"} for name in ("Early", "Late")]
    event = make_event(seller, ticket_types=types, quotas=[{"name": "house", "size": 12}])
    grab(anna, event, 1, 2)
    assert (left(anna, event), lanes(anna, event)) == ([8, 10], (0, 10))


def test_a_party_of_two_types_sits_together_and_pays_each_its_price(seller: Person, anna: Person) -> None:
    event = concert(seller)
    lines = [{"ticket_type_id": 2, "quantity": 2}, {"ticket_type_id": 1, "quantity": 2}]
    order = hold(anna, event, {"lines": lines}).json()
    assert (sorted(seat["id"] for seat in order["seats"]), order["total_cents"]) == (["A1", "A2", "A3", "A4"], 12_000)


def test_picked_seats_are_of_the_type_that_is_named_and_a_count_that_does_not_fit_is_told(seller: Person, anna: Person) -> None:
    event = concert(seller)
    order = hold(anna, event, {"seats": ["A1", "A2"], "lines": [{"ticket_type_id": 2, "quantity": 2}]}).json()
    assert [(line["ticket_type_id"], line["quantity"]) for line in order["lines"]] == [(2, 2)]
    refused = hold(anna, event, {"seats": ["A3", "A4"], "lines": [{"ticket_type_id": 2, "quantity": 1}]})
    assert (refused.status_code, refused.json()["code"]) == (409, "seat_needs_its_type")
    unnamed = hold(anna, event, {"seats": ["A3", "A4"]}).json()
    assert [(line["ticket_type_id"], line["quantity"]) for line in unnamed["lines"]] == [(1, 2)]


def test_when_one_type_is_gone_the_other_of_the_same_seats_is_offered_and_when_the_seats_are_gone_neither(
    seller: Person, anna: Person, bert: Person
) -> None:
    event = concert(seller, order_max=12)
    assert grab(anna, event, 3, 2).status_code == 201
    gone = grab(bert, event, 3, 1)
    assert (gone.status_code, gone.json()["code"]) == (409, "sold_out")
    assert [one["ticket_type_id"] for one in gone.json()["alternatives"]] == [1, 2, 4]
    assert hold(anna, event, {"best_available": 10, "ticket_type_id": 1}).status_code == 201
    refused = hold(bert, event, {"best_available": 1, "ticket_type_id": 2}).json()
    assert (refused["code"], [one["ticket_type_id"] for one in refused["alternatives"]]) == ("reserved_may_come_back", [4])
    taken = hold(bert, event, {"seats": ["A1"], "lines": [{"ticket_type_id": 2, "quantity": 1}]}).json()
    assert (taken["code"], taken["failed"]) == ("seats_taken", ["A1"])
    assert (left(bert, event), lanes(bert, event)) == ([0, 0, 0, 20], (0, 20))
    assert send(bert, "GET", f"/events/{event['id']}/seats").json()["types_by_zone"] == {"stalls": [1, 2, 3], "floor": [4]}
