"""A press in the room of a ticket sale is answered to its sender alone, once and for all, and no other socket stands in its way."""

import asyncio
import json
import socket
import struct
import uuid
from typing import Any

import pytest
from pydantic import TypeAdapter

from saleroom.domain.ids import item_id
from saleroom.realtime import frames
from tests.actors import Database, Person, Server, sign_up
from tests.concerts import a_hall, grab, hold, left, make_event, make_seated_event
from tests.integration.test_live_slow_readers import frame as by_hand
from tests.integration.test_live_slow_readers import open_raw, until_sockets
from tests.sale_watchers import SaleWatcher, facts_of

ANSWER = TypeAdapter[Any](frames.SaleServerFrame)
THREE = [{"seat_type": name, "price": price, "available_qty": size} for name, price, size in (("C", 0, 2), ("A", 10, 1), ("B", 0, 3))]


async def rest(call: Any, *arguments: Any, **named: Any) -> Any:
    """A request beside the sockets."""
    return await asyncio.to_thread(call, *arguments, **named)


async def test_grab_hold_best_available_and_release_are_answered_to_their_sender_alone(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    event = make_seated_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as hers, SaleWatcher(server.url, event["id"], bert) as his:
        grabbed = await hers.ask("grab", ticket_type_id=2, quantity=3)
        picked = await hers.ask("hold", seats=["A2", "A1"], lines=[{"ticket_type_id": 2, "quantity": 1}])
        best = await hers.ask("best_available", ticket_type_id=1, quantity=2)
        released = await hers.ask("release", order_id=picked["order_id"])
        await his.seen(released["seq"])
        assert {frame["type"] for frame in his.frames} == {"seat_counts", "seats"}
        assert (await his.ask("grab", ticket_type_id=2))["order_id"] == item_id(event["id"], 4)
        assert sum("command_id" in frame for frame in hers.frames) == 4
    for n, answer in enumerate((grabbed, picked, best), start=1):
        ANSWER.validate_python(answer)
        order = (await rest(anna.get, f"/orders/{answer['order_id']}")).json()
        assert (answer["status"], answer["order_id"], answer["order_status"]) == ("success", item_id(event["id"], n), "held")
        assert answer["total_cents"] == order["total_cents"] > 0
        assert answer["checkout_url"] == f"/orders/{order['id']}/checkout" and order["expires_at"] in (None, answer["expires_at"])
    assert (grabbed["seats"], picked["seats"], best["seats"]) == ([], ["A1", "A2"], ["A3", "A4"])
    told = (released["status"], released["type"], released["order_id"], released["order_status"])
    assert told == ("success", "release_result", picked["order_id"], "released")
    assert [answer["seq"] for answer in (grabbed, picked, best, released)] == [event["seq"] + n for n in range(1, 5)]


async def test_a_free_ticket_is_answered_as_paid_and_its_hash_is_that_of_the_log(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    event = make_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as watcher:
        answer = await watcher.ask("grab", ticket_type_id=1, quantity=2)
    ANSWER.validate_python(answer)
    placed = (await facts_of(database, event["id"]))[-1]
    assert (answer["order_status"], answer["total_cents"], answer["expires_at"], answer["checkout_url"]) == ("paid", 0, None, None)
    assert (answer["seq"], answer["hash"]) == (placed.version, placed.hash.hex())


async def test_a_retry_gets_the_same_answer_over_either_door_of_either_worker(
    server: Server, other: Server, seller: Person, anna: Person, bert: Person
) -> None:
    event = make_event(seller, limit_per_user=3)
    at_the_other = Person(anna.id, anna.token, other.url)
    async with SaleWatcher(server.url, event["id"], anna) as here, SaleWatcher(other.url, event["id"], anna) as there:
        first = await here.ask("grab", ticket_type_id=1, quantity=2)
        press = first["command_id"]
        assert await here.ask("grab", press, ticket_type_id=1, quantity=2) == first
        assert await there.ask("grab", press, ticket_type_id=1, quantity=2) == first
        over_rest = await rest(grab, at_the_other, event, 1, 2, **{"Idempotency-Key": press})
        assert (over_rest.status_code, over_rest.json()["id"]) == (201, first["order_id"])
        refused = await here.ask("grab", ticket_type_id=1, quantity=2)
        assert (refused["code"], refused["limit"], refused["remaining"]) == ("limit_reached", 3, 1)
        told = (await rest(grab, at_the_other, event, 1, 2, **{"Idempotency-Key": refused["command_id"]})).json()
        assert (told["code"], told["detail"], told["remaining"]) == (refused["code"], refused["reason"], refused["remaining"])
        assert await there.ask("grab", refused["command_id"], ticket_type_id=1, quantity=2) == refused
        key = str(uuid.uuid4())
        made = (await rest(hold, anna, event, {"lines": [{"ticket_type_id": 1, "quantity": 1}]}, **{"Idempotency-Key": key})).json()
        same = await there.ask("hold", key, lines=[{"ticket_type_id": 1, "quantity": 1}])
        assert (same["order_id"], same["order_status"], same["expires_at"]) == (made["id"], "held", made["expires_at"])
        conflict = await here.ask("grab", press, ticket_type_id=1, quantity=1)
        assert (conflict["status"], conflict["code"]) == ("fail", "command_conflict")
    async with SaleWatcher(other.url, event["id"], bert) as his:
        assert (await his.ask("grab", press, ticket_type_id=1, quantity=2))["code"] == "command_conflict"
    assert left(anna, event) == [7]


async def test_a_refusal_has_its_code_a_plain_sentence_and_what_else_can_be_had_in_the_events_order(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    event = make_event(seller, ticket_types=THREE, order_max=3)
    async with SaleWatcher(server.url, event["id"], anna) as hers, SaleWatcher(server.url, event["id"], bert) as his:
        await hers.ask("grab", ticket_type_id=3, quantity=3)
        held = await hers.ask("grab", ticket_type_id=2)
        gone = await his.ask("grab", ticket_type_id=3)
        may_return = await his.ask("grab", ticket_type_id=2)
        await hers.ask("release", order_id=held["order_id"])
        both = await his.ask("grab", ticket_type_id=3)
        many, unknown = await his.ask("grab", ticket_type_id=1, quantity=4), await his.ask("grab", ticket_type_id=9)
        others = await his.ask("release", order_id=held["order_id"])
        nobodys = await his.ask("release", order_id=item_id(event["id"], 99))
    alternatives = [
        {"ticket_type_id": 1, "seat_type": "C", "available_qty": 2}, {"ticket_type_id": 2, "seat_type": "A", "available_qty": 1},
    ]
    assert (gone["code"], gone["alternatives"]) == ("sold_out", alternatives[:1])
    assert gone["reason"] == "There are not enough tickets of this type left."
    assert (may_return["code"], may_return["left"], may_return["alternatives"]) == ("reserved_may_come_back", 0, alternatives[:1])
    assert both["alternatives"] == alternatives
    assert (many["code"], many["reason"], many["max"]) == ("too_many_at_once", "At most 3 at once.", 3)
    assert [answer["code"] for answer in (unknown, others, nobodys)] == ["unknown_ticket_type", "not_yours", "unknown_order"]
    for answer in (gone, may_return, both, many, unknown, others, nobodys):
        ANSWER.validate_python(answer)
        assert answer["status"] == "fail" and answer["reason"].endswith(".") and "order_id" not in answer


async def test_seats_that_cannot_be_had_are_named(server: Server, seller: Person, anna: Person, bert: Person) -> None:
    event = make_seated_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as hers, SaleWatcher(server.url, event["id"], bert) as his:
        await hers.ask("hold", seats=["A1", "A2"])
        taken = await his.ask("hold", seats=["A2", "A3"])
        lonely = await his.ask("hold", seats=["B2", "B3"])
        nowhere = await his.ask("hold", seats=["Z9"])
        wrong = await his.ask("hold", seats=["B1"], lines=[{"ticket_type_id": 1, "quantity": 2}])
        five = await his.ask("best_available", ticket_type_id=1, quantity=5)
        assert not any(frame.get("status") == "success" for frame in his.frames)
    assert (taken["code"], taken["failed"]) == ("seats_taken", ["A2"])
    assert [kind["ticket_type_id"] for kind in taken["alternatives"]] == [1, 2]
    assert (lonely["code"], lonely["seats"], lonely["suggestion"]) == ("orphan_seat", ["B1"], ["A3", "A4"])
    assert [answer["code"] for answer in (nowhere, wrong, five)] == ["unknown_seat", "seat_needs_its_type", "too_many_at_once"]


async def test_a_wheelchair_place_is_asked_for_over_the_socket_too(server: Server, seller: Person, anna: Person, bert: Person) -> None:
    drawn = a_hall()
    for seat in 1, 5:
        drawn["sections"][0]["rows"][1]["seats"][seat]["kind"] = "accessible"
    event = make_seated_event(seller, hall=drawn)
    wish: dict[str, Any] = {"ticket_type_id": 1, "quantity": 2}
    async with SaleWatcher(server.url, event["id"], anna) as hers, SaleWatcher(server.url, event["id"], bert) as his:
        assert (await hers.ask("best_available", **wish, accessible=False))["seats"] == ["A3", "A4"]
        best = await hers.ask("best_available", **wish, accessible=True)
        held = await his.ask("hold", lines=[wish], accessible=True)
        none = await his.ask("hold", lines=[{"ticket_type_id": 1, "quantity": 1}], accessible=True)
    assert {"B2", "B6"} & {*best["seats"]} and {"B2", "B6"} & {*held["seats"]} and best["seats"] != held["seats"]
    assert (none["status"], none["code"], none["alternatives"]) == ("fail", "no_wheelchair_place", [])


@pytest.mark.parametrize("frame", [
    {"action": "grab"}, {"action": "grab", "ticket_type_id": "1"}, {"action": "grab", "ticket_type_id": True},
    {"action": "grab", "ticket_type_id": 1, "quantity": 0}, {"action": "grab", "ticket_type_id": 1, "quantity": -1},
    {"action": "grab", "ticket_type_id": 1, "quantity": 10**9}, {"action": "grab", "ticket_type_id": 2**70},
    {"action": "hold"}, {"action": "hold", "seats": []}, {"action": "hold", "seats": "A1"}, {"action": "hold", "seats": [1]},
    {"action": "hold", "seats": ["A1"] * 101}, {"action": "hold", "seats": ["A1", "A2", "A1"]},
    {"action": "hold", "lines": [1]}, {"action": "hold", "lines": [{"quantity": 1}]},
    {"action": "hold", "lines": [{"ticket_type_id": 1}] * 31}, {"action": "best_available", "ticket_type_id": 1},
    {"action": "hold", "seats": ["A1"], "accessible": "yes"}, {"action": "hold", "lines": [{"ticket_type_id": 1}], "accessible": None},
    {"action": "best_available", "ticket_type_id": 1, "quantity": 1, "accessible": 1},
    {"action": "release"}, {"action": "release", "order_id": "7"}, {"action": "release", "order_id": 1.5},
])
async def test_a_press_that_cannot_be_read_is_malformed_and_changes_nothing(
    server: Server, anna: Person, quiet: dict[str, Any], frame: dict[str, Any]
) -> None:
    async with SaleWatcher(server.url, quiet["id"], anna) as watcher:
        command = str(uuid.uuid4())
        await watcher.say({**frame, "command_id": command})
        error = await watcher.until("ERROR")
        assert (error["code"], error["command_id"]) == ("malformed", command) and error["message"]
        await watcher.say({"action": "fly", "command_id": command})
        assert (await watcher.until("ERROR"))["code"] == "unknown_type"
        assert (await watcher.ask("release", command, order_id=item_id(quiet["id"], 77)))["code"] == "unknown_order"  # the id was unused
    assert left(anna, quiet) == [10]


@pytest.fixture(scope="module")
def quiet(seller: Person) -> dict[str, Any]:
    """An event of which nobody gets anything."""
    return make_event(seller)


async def test_a_quantity_out_of_bounds_is_told_between_which_it_must_be(server: Server, anna: Person, quiet: dict[str, Any]) -> None:
    async with SaleWatcher(server.url, quiet["id"], anna) as watcher:
        await watcher.press("grab", ticket_type_id=1, quantity=10**9)
        assert "quantity must be a whole number of 1 to 1,000,000." in (await watcher.until("ERROR"))["message"]


async def test_who_is_not_signed_in_or_speaks_for_another_gets_nothing(
    server: Server, anna: Person, bert: Person, quiet: dict[str, Any]
) -> None:
    async with SaleWatcher(server.url, quiet["id"]) as nobody, SaleWatcher(server.url, quiet["id"], anna) as hers:
        for action in ("grab", "hold", "best_available", "release"):
            await nobody.press(action, ticket_type_id=1, quantity=1, seats=["A1"], order_id=1)
            assert (await nobody.until("ERROR"))["code"] == "not_signed_in"
        await hers.press("grab", ticket_type_id=1, user_id=bert.id)
        assert (await hers.until("ERROR"))["code"] == "not_you"
    assert left(anna, quiet) == [10]


async def test_a_socket_that_closes_in_the_middle_of_its_grab_has_what_it_asked_for_and_disturbs_nobody(
    server: Server, seller: Person
) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 50}])
    people = [sign_up(server.url) for _ in range(5)]
    await until_sockets(server, 0)
    raws = [open_raw(server, 0, f"/ws/events/{event['id']}?token={person.token}") for person in people[:4] for _ in range(5)]
    async with SaleWatcher(server.url, event["id"], people[4]) as watcher:
        for n, raw in enumerate(raws):
            raw.sendall(by_hand(json.dumps({"action": "grab", "ticket_type_id": 1}).encode()))
            if n % 2:
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raw.close()
            assert (await watcher.ask("grab", ticket_type_id=1))["status"] == "success"
        await until_sockets(server, 1)
        last = await watcher.ask("grab", ticket_type_id=1)
        await watcher.seen(last["seq"])
    mine = int(people[4].get("/orders").headers["X-Total-Count"])
    theirs = sum(int(person.get("/orders").headers["X-Total-Count"]) for person in people[:4])
    assert mine == len(raws) + 1 and len(raws) // 2 <= theirs <= len(raws)  # a reset may overtake what was sent before it
    assert left(seller, event) == [50 - mine - theirs] == [watcher.picture.left[1]]


async def test_sockets_that_never_read_disturb_nobody_and_are_cut_off_in_the_end(server: Server, seller: Person, anna: Person) -> None:
    event = make_seated_event(seller, order_max=4)
    await until_sockets(server, 0)
    sleepers = [open_raw(server, 0, f"/ws/events/{event['id']}?token={anna.token}") for _ in range(10)]
    asking = by_hand(b'{"action":"grab","ticket_type_id":9}')
    for raw in sleepers:
        raw.setblocking(False)
    async with SaleWatcher(server.url, event["id"], anna) as watcher:
        loop, slowest = asyncio.get_running_loop(), 0.0
        async with asyncio.timeout(20):
            while len(sleepers) > 9:
                for raw in list(sleepers[:1]):
                    try:
                        raw.send(asking * 200)
                    except BlockingIOError:
                        pass
                    except OSError:
                        sleepers.remove(raw)
                begin = loop.time()
                held = await watcher.ask("best_available", ticket_type_id=1, quantity=2)
                await watcher.ask("release", order_id=held["order_id"])
                slowest = max(slowest, loop.time() - begin)
        assert slowest < 2
    for raw in sleepers:
        raw.close()
