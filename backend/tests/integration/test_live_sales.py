"""Whoever opens the room of a ticket sale sees what is left, then every change of it as a state, and nothing of who did it."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from pydantic import TypeAdapter

from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.domain.ticket_sales import commands as c
from saleroom.handle import Handle
from saleroom.realtime import frames
from saleroom.realtime.sale_rooms import RATE
from tests.actors import Cluster, Database, Person, Server, sign_up
from tests.box_offices import pay
from tests.concerts import a_concert, a_hall, grab, hold, left, make_event, make_seated_event, send
from tests.hammering import handle_on
from tests.sale_watchers import SaleWatcher, facts_of, pictures, unpacked

ROUNDS, PRESSES = 12, 8
BRIEF_SECONDS = 2.0
DO = ("grab", "grab", "pick", "pick", "best", "release", "release", "cancel", "request", "request", "pause", "resume", "edit")


def stream_of(event: dict[str, Any]) -> int:
    return stream_id("ticket_sales", event["id"])


async def test_a_newcomer_hears_the_counts_first_and_then_every_seat_at_one_seq(server: Server, seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    hold(anna, event, {"seats": ["A1", "A2"]})
    async with SaleWatcher(server.url, event["id"]) as watcher:
        counts, seats = await watcher.next(), await watcher.next()
    assert (counts["type"], seats["type"]) == ("seat_counts", "seats")
    assert counts["tickets"] == [
        {"ticket_type_id": 1, "seat_type": "Seat", "available_qty": 10},
        {"ticket_type_id": 2, "seat_type": "Standing", "available_qty": 20},
    ]
    shown, stored = anna.get(f"/events/{event['id']}").json(), anna.get(f"/events/{event['id']}/seats").json()
    assert (counts["seq"], counts["status"], counts["sale_start_time"]) == (shown["seq"], "on_sale", event["sale_start_time"])
    assert (seats["seq"], seats["all"]) == (stored["seq"], stored["all"])
    assert unpacked(seats["all"])[:12] == [1, 1, *[0] * 10]


async def test_a_sale_without_a_hall_tells_of_no_seats(server: Server, seller: Person, anna: Person) -> None:
    event = make_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as watcher:
        await watcher.ask("grab", ticket_type_id=1)
        await watcher.seen(event["seq"] + 1)
        assert watcher.told("seats") == []
        assert watcher.picture.left == {1: 9}


async def test_a_change_by_the_organiser_is_told_so_that_open_pages_read_the_event_again(
    server: Server, other: Server, seller: Person, anna: Person
) -> None:
    event = make_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as page, SaleWatcher(other.url, event["id"]) as elsewhere:
        assert [(await one.until("seat_counts"))["edited"] for one in (page, elsewhere)] == [0, 0]
        assert (await page.ask("grab", ticket_type_id=1))["status"] == "success"
        dearer = a_concert(ticket_types=[{**event["ticket_types"][0], "price": 7}])
        changed = await asyncio.to_thread(send, seller, "PUT", f"/events/{event['id']}", dearer)
        assert changed.json()["ticket_types"][0]["price"] == 7
        for one in (page, elsewhere):
            await one.until("seat_counts", edited=changed.json()["seq"])
    async with SaleWatcher(server.url, event["id"]) as newcomer:  # whose page was rendered before
        assert (await newcomer.until("seat_counts"))["edited"] == changed.json()["seq"] > event["seq"]


async def test_a_storm_is_told_ten_times_a_second_at_most_and_every_state_is_one_that_was(
    server: Server, database: Database, seller: Person
) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 1_200}], limit_per_user=None)
    loop = asyncio.get_running_loop()
    async with SaleWatcher(server.url, event["id"]) as watcher, handle_on(database) as handle:
        await watcher.until("seat_counts")
        began = loop.time()
        for _ in range(12):
            await press_all(handle, event, [c.Grab(1_000_001, 1) for _ in range(100)])
        head = event["seq"] + 1_200
        await watcher.seen(head)
        seconds = loop.time() - began
        counts = watcher.told("seat_counts")
        assert 2 <= len(counts) <= 2 + RATE * seconds
        assert [frame["seq"] for frame in counts] == sorted({frame["seq"] for frame in counts})
        assert all(frame["tickets"][0]["available_qty"] == 1_200 - (frame["seq"] - event["seq"]) for frame in counts)
        assert (watcher.picture.left, watcher.picture.seq) == ({1: 0}, head)


async def press_all(handle: Handle, event: dict[str, Any], commands: list[c.Command]) -> list[Any]:
    """Hand in commands at once, as another worker would, and wait for their answers."""
    return await asyncio.gather(*(handle.ask(stream_of(event), command, uuid4()) for command in commands))


def draw(chance: random.Random, event: dict[str, Any], orders: int, organiser: int) -> c.Command:
    """Something that people or the organiser may ask for."""
    person, type_id, quantity = 1_000_001 + chance.randrange(5), 1 + chance.randrange(3), 1 + chance.randrange(2)
    order, row = 1 + chance.randrange(max(1, orders)), chance.choice("AB")
    begin = chance.randint(1, 5)
    seats = tuple(f"{row}{n}" for n in range(begin, begin + quantity))
    types = (
        c.TicketType("Seat", 4_000, 12 - chance.randrange(2), section="stalls"), c.TicketType("Standing", 2_000, 20, section="floor"),
        c.TicketType("Free", 0, 30),
    )
    terms = c.SaleTerms(None, datetime.fromisoformat(event["start_time"]), types=types)
    commands: dict[str, c.Command] = {
        "grab": c.Grab(person, type_id, quantity), "pick": c.Hold(person, (), seats),
        "best": c.Hold(person, best_available=quantity, type_id=type_id), "release": c.CancelOrder(person, True, order),
        "cancel": c.CancelTicket(person, True, order), "request": c.RequestTickets(person, type_id, quantity),
        "pause": c.PauseQueue(organiser), "resume": c.ResumeQueue(organiser),
        "edit": c.EditSale(organiser, False, c.SaleWords("An evening of songs"), terms),
    }
    return commands[chance.choice(DO)]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_what_was_told_and_then_changed_is_what_a_newcomer_sees_and_what_the_log_says(
    server: Server, other: Server, database: Database, seller: Person, seed: int
) -> None:
    print("seed", seed)
    chance = random.Random(seed)
    types = [
        {"seat_type": "Seat", "price": 40, "section": "stalls"}, {"seat_type": "Standing", "price": 20, "section": "floor"},
        {"seat_type": "Free", "price": 0, "available_qty": 30},
    ]
    event = make_event(seller, hall=a_hall(), ticket_types=types)
    watchers = [SaleWatcher(base, event["id"]) for base in (server.url, other.url)]
    orders, answers = 0, Counter[str]()
    async with watchers[0], watchers[1], handle_on(database) as one, handle_on(database) as two:
        for _ in range(ROUNDS):
            for handle in (one, two):
                told = await press_all(handle, event, [draw(chance, event, orders, seller.id) for _ in range(PRESSES)])
                answers.update(answer.code if isinstance(answer, Refused) else "accepted" for answer in told)
            between = SaleWatcher(chance.choice((server, other)).url, event["id"])  # comes in the middle of a beat
            watchers.append(await between.__aenter__())
            await asyncio.sleep(chance.choice((0, 0.02, 0.12)))
            orders += PRESSES
        facts = await facts_of(database, event["id"])
        truth = pictures(facts)
        head = next(seq for seq in sorted(truth) if all(truth[later].figures == truth[seq].figures for later in truth if later > seq))
        for watcher in watchers:
            await watcher.seen(head)
            await watcher.listen(2.5 / RATE)
        async with SaleWatcher(other.url, event["id"]) as newcomer:
            await newcomer.until("seats")
            assert newcomer.picture.figures == truth[max(truth)].figures
            assert [watcher.picture.figures for watcher in watchers] == [newcomer.picture.figures] * len(watchers)
        for watcher in watchers:
            await watcher.__aexit__()
    assert answers["accepted"] > 40 and len(answers) > 3, answers
    for watcher in watchers:
        for frame in watcher.told("seat_counts"):
            left = {kind["ticket_type_id"]: kind["available_qty"] for kind in frame["tickets"]}
            assert (frame["status"], left) == (truth[frame["seq"]].status, truth[frame["seq"]].left)


async def test_whoever_comes_while_a_seat_is_back_for_a_moment_hears_when_it_is_gone_again(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    event = make_seated_event(seller)
    async with SaleWatcher(server.url, event["id"], anna) as hers:
        await hers.until("seats")
        for _ in range(5):  # each time within a tenth of a second: held (told), given back (not told), held again (as told)
            held = await hers.ask("hold", seats=["A1", "A2"])
            await hers.ask("release", order_id=held["order_id"])
            async with SaleWatcher(server.url, event["id"], bert) as his:
                await his.until("seats")
                held = await hers.ask("hold", seats=["A1", "A2"])
                await asyncio.sleep(2.5 / RATE)
                answer = await his.ask("hold", seats=["A1"])
                assert answer["code"] == "seats_taken"
                assert his.picture.seats[:2] == [1, 1]
            await hers.ask("release", order_id=held["order_id"])


async def test_before_its_second_a_sale_refuses_and_at_it_opens_by_itself(
    server: Server, other: Server, seller: Person, anna: Person
) -> None:
    opens_at = (await asyncio.to_thread(_clock, seller)) + timedelta(seconds=1.5)
    event = make_event(seller, sale_start_time=opens_at.isoformat())
    async with SaleWatcher(server.url, event["id"], anna) as hers, SaleWatcher(other.url, event["id"]) as watcher:
        assert (await hers.until("seat_counts"))["status"] == "scheduled"
        early = await hers.ask("grab", ticket_type_id=1)
        assert (early["code"], early["opens_at"], early["status"]) == ("not_on_sale", event["sale_start_time"], "fail")
        opened = await watcher.until("seat_counts", status="on_sale")
        assert datetime.fromisoformat(opened["server_time"]) >= opens_at
        while (answer := await hers.ask("grab", ticket_type_id=1))["status"] == "fail":
            assert answer["code"] == "not_on_sale"
        assert answer["order_status"] == "paid"


def _clock(person: Person) -> Any:
    """The house's clock."""
    return datetime.fromisoformat(make_event(person)["server_time"])


@contextmanager
def brief_holds() -> Iterator[None]:
    """Holds that this process decides meanwhile last BRIEF_SECONDS; whoever reads of them finds in the log when they are over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("saleroom.domain.ticket_sales.claims.held_until", lambda at, _: at + timedelta(seconds=BRIEF_SECONDS))
        yield


async def test_a_hold_lapses_at_its_second_though_every_worker_was_dead(cluster: Cluster) -> None:
    database = cluster.database()
    with Server(database) as first:
        organiser, anna, bert = (sign_up(first.url) for _ in range(3))
        event = make_seated_event(organiser)
        async with handle_on(database) as handle:
            with brief_holds():
                held = await handle.ask(stream_of(event), c.Hold(anna.id, (), ("A1", "A2", "A3", "A4")), uuid4())
            first.kill()
            assert not isinstance(held, Refused), held
            refused = await handle.ask(stream_of(event), c.Hold(bert.id, (), ("A1", "A2")), uuid4())
            assert isinstance(refused, Refused) and refused.code == "seats_taken"
    await asyncio.sleep(BRIEF_SECONDS)
    assert [type(one.fact).__name__ for one in await facts_of(database, event["id"])][-1] == "OrderPlaced"
    async with handle_on(database) as handle:  # a worker without alarms: nothing but the press itself looks at the clock
        taken = await handle.ask(stream_of(event), c.Hold(bert.id, (), ("A1", "A2")), uuid4())
        assert not isinstance(taken, Refused), taken
    with Server(database) as second:
        bert.base = second.url
        answer = await asyncio.to_thread(hold, bert, event, {"seats": ["A3", "A4"]})
        assert answer.status_code == 201, answer.text
        async with SaleWatcher(second.url, event["id"]) as watcher:
            await watcher.until("seats")
            assert watcher.picture.seats[:6] == [1, 1, 1, 1, 0, 0]
    facts = await facts_of(database, event["id"])
    lapsed = next(one for one in facts if type(one.fact).__name__ == "OrdersLapsed")
    assert lapsed.fact.orders == (1,) and lapsed.at >= held.recorded[0].fact.expires_at


async def test_nothing_of_who_bought_or_what_was_taken_in_is_ever_in_a_frame(server: Server, seller: Person) -> None:
    event, buyer = make_seated_event(seller), sign_up(server.url)
    known = {
        "seat_counts": {"type", "tickets", "seq", "status", "sale_start_time", "edited", "server_time"},
        "seats": {"type", "seq", "all", "changed"},
    }
    adapter = TypeAdapter[Any](frames.SaleServerFrame)
    async with SaleWatcher(server.url, event["id"]) as watcher:
        order = (await asyncio.to_thread(hold, buyer, event, {"seats": ["A1", "A2"]})).json()
        assert (await asyncio.to_thread(pay, buyer, order))["status"] == "paid"
        await asyncio.to_thread(send, buyer, "POST", f"/orders/{order['id']}/cancel", {})
        await asyncio.to_thread(grab, buyer, event, 2, 3)
        await watcher.seen((await asyncio.to_thread(buyer.get, f"/events/{event['id']}")).json()["seq"])
        assert watcher.picture.left == dict(enumerate(left(seller, event), start=1))
        for frame in watcher.frames:
            assert set(frame) <= known[frame["type"]], frame
            adapter.validate_python(frame)
            assert all(set(kind) == {"ticket_type_id", "seat_type", "available_qty"} for kind in frame.get("tickets", ()))
            assert str(order["id"]) not in json.dumps(frame)
