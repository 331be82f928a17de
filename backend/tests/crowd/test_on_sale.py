"""However many press at the second of an on-sale, through whichever worker: nobody is oversold, and every answer is what the log says."""

import asyncio
import random
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from saleroom.domain.ids import item_parts
from tests.actors import Cluster, Database, Person, Server, admin, running_cluster, sign_up
from tests.concerts import grab, left, make_event
from tests.crowd.box_ledger import violations
from tests.crowd.on_sales import Buttons, letters_with_tickets, on_sale, one_row, party, sell_out, unsound_seqs
from tests.crowd.parties import people, seat
from tests.sale_watchers import facts_of

SEED = 20260718
POINTS = ("before_lock", "before_commit", "before_answer", "before_publish")
KILLS = [*(("worker", point) for point in POINTS), ("Postgres", "before_commit")]
PATIENCE_SECONDS = 60


@dataclass
class House:
    """A cluster that may be killed, two workers, and the people."""

    cluster: Cluster
    database: Database
    one: Server
    two: Server
    organiser: Person
    administrator: Person
    buyers: list[Person]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_cluster() as cluster:
        database = cluster.database()
        with Server(database) as one, Server(database) as two:
            yield House(cluster, database, one, two, sign_up(one.url), admin(database, one.url), people(one.url, 50))


def test_three_hundred_sockets_over_two_workers_sell_exactly_what_there_is(house: House) -> None:
    print("seed", SEED)
    event, bases = on_sale(house.organiser), (house.one.url, house.two.url)
    tables = [
        [seat(house.buyers[(4 * n + table) % 50] if n < 48 else None, bases[(n + table) % 2], 6 if n < 48 else 0) for n in range(50)]
        for table in range(6)
    ]
    with party(event, house.organiser, tables, SEED) as crowd:
        crowd.go()
        papers = sell_out(crowd, house.administrator, house.database.owner, event)
    assert violations(papers) == []
    sold, held = ({kind[0]: kind[place] for kind in papers.head["types"]} for place in (2, 4))
    assert (sold[1] + sold[2], sold[3] + held[3], held[4]) == (80, 60, 20)
    assert left(house.organiser, event) == [0, 0, 0, 0]
    pressed = sum(len(one["commands"]) for one in papers.transcripts)
    refused = Counter(papers.refusals.values())
    print(pressed, "presses,", len(papers.orders), "orders, refused:", dict(refused))
    assert pressed > 1_500 and {"sold_out", "limit_reached", "seats_taken"} <= refused.keys()


@pytest.mark.parametrize(("victim", "point"), KILLS)
def test_whoever_is_killed_on_the_path_of_a_press_no_unit_is_lost_or_sold_twice(house: House, victim: str, point: str) -> None:
    seed = SEED + POINTS.index(point) + 10 * (victim == "Postgres")
    passes = random.Random(seed).randint(2, 7)
    print(f"seed {seed}: {victim} dies at pass {passes} of {point}")
    event, postgres = on_sale(house.organiser, 2), house.cluster.postgres
    assert postgres.process is not None
    told = {"CRASH_POINT": point, "CRASH_PASS": str(passes), **({"CRASH_PID": str(postgres.process.pid)} if victim == "Postgres" else {})}
    with Server(house.database, module="tests.crashing_worker", settings=told) as shaky:
        doomed = shaky.process if victim == "worker" else postgres.process
        assert doomed is not None
        table = [seat(house.buyers[n % 20], shaky.url if n % 3 else house.one.url, 10) for n in range(30)]
        table += [seat(None, shaky.url, 0), seat(None, house.one.url, 0)]
        with party(event, house.organiser, [table], seed) as crowd:
            crowd.go()
            doomed.wait(PATIENCE_SECONDS)
            if victim == "worker":
                shaky.module = "saleroom.main"
                shaky.start()
            else:
                postgres.start()
            papers = sell_out(crowd, house.administrator, house.database.owner, event)
    assert violations(papers) == []
    repeated = [command for one in papers.transcripts for command in one["commands"].values() if command["sent"] > 1]
    if victim == "Postgres":
        assert not repeated  # while it is away the workers ask it again, not the buyers
    elif point != "before_publish":
        assert repeated  # who dies after his answers may leave nobody who has to ask again


def test_two_hundred_clients_on_one_row_of_seats_get_no_seat_twice(house: House) -> None:
    print("seed", SEED)
    event, bases = one_row(house.organiser, seats=60, guests=12, limit=4), (house.one.url, house.two.url)
    tables = [
        [seat(house.buyers[(4 * n + table) % 50], bases[(n + table) % 2], 8) for n in range(50)] + [seat(None, bases[table % 2], 0)]
        for table in range(4)
    ]
    with party(event, house.organiser, tables, SEED, Buttons((1, 2), (1, 2), ("pick", "pick", "best", "grab"))) as crowd:
        crowd.go()
        papers = sell_out(crowd, house.administrator, house.database.owner, event)
    assert violations(papers) == []
    assert asyncio.run(unsound_seqs(house.database, event["id"])) == []
    (_, _, sold_seats, _, held_seats, *_), (_, _, sold_guests, _, held_guests, *_) = papers.head["types"]
    assert sold_seats + held_seats + sold_guests + held_guests == 60 and left(house.organiser, event) == [0, 0]
    made = Counter(made["action"] for one in papers.transcripts for made in one["commands"].values())
    refused = Counter(papers.refusals.values())
    print(made, len(papers.orders), "orders, refused:", dict(refused))
    assert {"hold", "best_available", "grab", "release"} <= made.keys() and {"seats_taken", "limit_reached"} <= refused.keys()


def test_a_hundred_tickets_are_sold_to_three_hundred_sockets_though_a_worker_and_postgres_are_killed(house: House) -> None:
    print("seed", SEED)
    event = make_event(house.organiser, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 100}])
    postgres, passes = house.cluster.postgres, random.Random(SEED).sample(range(1, 4), 2)
    assert postgres.process is not None
    killer = {"CRASH_POINT": "before_commit", "CRASH_PASS": str(passes[0]), "CRASH_PID": str(postgres.process.pid)}
    mortal = {"CRASH_POINT": "before_answer", "CRASH_PASS": str(passes[1])}
    crashing = "tests.crashing_worker"
    with Server(house.database, crashing, killer) as one, Server(house.database, crashing, mortal) as two:
        bases = (one.url, two.url)
        tables = [
            [seat(house.buyers[(7 * table + n) % 50], bases[(n + table) % 2], 8) for n in range(50)] + [seat(None, bases[table % 2], 0)]
            for table in range(6)
        ]
        with party(event, house.organiser, tables, SEED, Buttons((1,), (), ("grab",))) as crowd:
            crowd.go()
            postgres.process.wait(PATIENCE_SECONDS)
            postgres.start()
            assert two.process is not None
            two.process.wait(PATIENCE_SECONDS)
            two.module = "saleroom.main"
            two.start()
            papers = sell_out(crowd, house.administrator, house.database.owner, event)
    assert violations(papers) == []
    assert asyncio.run(unsound_seqs(house.database, event["id"])) == []
    ((_, size, sold, *_),) = papers.head["types"]
    assert (size, sold) == (100, 100) and left(house.organiser, event) == [0]
    repeated = [command for one in papers.transcripts for command in one["commands"].values() if command["sent"] > 1]
    print(len(papers.orders), "orders,", len(repeated), "presses sent again")
    assert repeated
    brought = {f"tickets.{item_parts(order['id'])[1]}" for order in papers.orders}
    assert set(asyncio.run(asyncio.wait_for(letters_with_tickets(house.database, event["id"]), PATIENCE_SECONDS))) == brought


async def all_at_once(presses: list[tuple[str, str, dict[str, str], Any]]) -> list[dict[str, Any]]:
    """Post to addresses, each with its headers and body, all at the same moment."""
    async with httpx.AsyncClient(timeout=30) as client:
        answers = await asyncio.gather(*(client.post(url, headers=headers, json=body) for _, url, headers, body in presses))
    return [{**answer.json(), "http": answer.status_code} for answer in answers]


def test_simultaneous_cancels_give_back_exactly_one_place(house: House) -> None:
    event, buyer = make_event(house.organiser), house.buyers[0]
    order = grab(buyer, event).json()
    same = str(uuid.uuid4())
    ids = [same] * 4 + [str(uuid.uuid4()) for _ in range(8)]
    path = f"/orders/{order['id']}/cancel"
    presses: list[tuple[str, str, dict[str, str], Any]] = [
        (key, worker.url + path, {**buyer.headers, "Idempotency-Key": key}, {})
        for key, worker in zip(ids, (house.one, house.two) * 6, strict=True)
    ]
    told = asyncio.run(all_at_once(presses))
    assert left(buyer, event) == [10]
    first = [answer["http"] for answer in told[:4]]
    winners = 4 if first == [200] * 4 else sum(answer["http"] == 200 for answer in told[4:])
    assert first in ([200] * 4, [409] * 4)
    assert Counter(answer["http"] for answer in told) == {200: winners, 409: 12 - winners} and winners in (1, 4)
    assert all(answer["code"] == "already_cancelled" for answer in told if answer["http"] == 409)
    names = Counter(type(one.fact).__name__ for one in asyncio.run(facts_of(house.database, event["id"])))
    assert (names["OrderPlaced"], names["OrderCancelled"]) == (1, 1)


def test_two_scanners_over_two_workers_let_every_ticket_in_exactly_once(house: House) -> None:
    event = make_event(house.organiser, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 30}])
    orders = [grab(house.buyers[n], event, 1, 2).json() for n in range(15)]
    codes = [ticket["qr_token"] for order in orders for ticket in order["tickets"]]
    presses: list[tuple[str, str, dict[str, str], Any]] = [
        (code, f"{worker.url}/tickets/checkin/{code}", house.organiser.headers, {"gate": gate, "nonce": str(uuid.uuid4())})
        for code in codes for worker, gate in ((house.one, "North"), (house.two, "South"))
    ]
    random.Random(SEED).shuffle(presses)
    told = asyncio.run(all_at_once(presses))
    by_code: dict[str, list[str]] = {}
    for (code, *_), answer in zip(presses, told, strict=True):
        by_code.setdefault(code, []).append(answer["code"])
    assert len(by_code) == 30 and all(sorted(answers) == ["already_in", "ok"] for answers in by_code.values()), by_code
    assert house.organiser.get(f"/events/{event['id']}/checkins/summary").json()["inside"] == 30
