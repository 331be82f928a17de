"""Whatever is killed, and wherever it stood on the path of a bid: what was acknowledged stays, and nothing is told twice.

Bidders whose answers got lost send the same ids again and get the same answers; watchers come back with `?after=` and miss
nothing. A kill -9 does not prove that data survive a power cut: the pages that the kernel holds survive it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.actors import Cluster, Database, Person, Server, admin, make_lot, running_cluster, sign_up
from tests.crowd.parties import bid_count, finish, people, seat, seated

POINTS = ("before_lock", "before_commit", "before_answer", "before_publish")
SEED = 7
PATIENCE_SECONDS = 60
PASSES_MAX = 20
BIDS_EACH = 25  # one after the other, so at least so many batches: the plug is pulled in any case


@dataclass
class Room:
    """A cluster that may be killed, a worker that stays, and the people."""

    cluster: Cluster
    database: Database
    steady: Server
    seller: Person
    administrator: Person
    bidders: list[Person]


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    with running_cluster() as cluster:
        database = cluster.database()
        with Server(database) as steady:
            seller = sign_up(steady.url)
            yield Room(cluster, database, steady, seller, admin(database, steady.url), people(steady.url, 4))


def crash_and_check(room: Room, point: str, seed: int, victim: str) -> None:
    """Bid through two workers, pull the plug in one of them, start again what died, and let the judge look."""
    passes = random.Random(seed).randint(3, PASSES_MAX)
    print(f"seed {seed}: {victim} dies at pass {passes} of {point}")
    lot = make_lot(room.seller, start_price=1)
    postgres = room.cluster.postgres
    assert postgres.process is not None
    told = {"CRASH_POINT": point, "CRASH_PASS": str(passes), **({"CRASH_PID": str(postgres.process.pid)} if victim == "Postgres" else {})}
    shaky = Server(room.database, module="tests.crashing_worker", settings=told)
    with shaky:
        doomed = shaky.process if victim == "worker" else postgres.process
        assert doomed is not None
        seats = [seat(room.bidders[n % 4], shaky.url, BIDS_EACH) for n in range(8)]
        seats += [seat(room.bidders[n % 4], room.steady.url, 5) for n in range(2)]
        seats += [seat(None, shaky.url, 0), seat(None, room.steady.url, 0)]
        with seated(lot["id"], [seats], seed) as crowd:
            crowd.go()
            doomed.wait(PATIENCE_SECONDS)
            if victim == "worker":
                shaky.module = "saleroom.main"
                shaky.start()
            else:
                postgres.start()
            crowd.all_say("done")
            finish(room.administrator, lot["id"])
            assert crowd.broken_promises(room.database.owner) == []
    assert bid_count(room.steady.url, lot["id"]) >= 1


@pytest.mark.parametrize("point", POINTS)
def test_a_worker_killed_on_the_path_of_a_bid_loses_and_doubles_nothing(room: Room, point: str) -> None:
    crash_and_check(room, point, SEED + POINTS.index(point), "worker")


@pytest.mark.parametrize("point", POINTS)
def test_a_postgres_killed_on_the_path_of_a_bid_loses_and_doubles_nothing(room: Room, point: str) -> None:
    crash_and_check(room, point, SEED + 10 + POINTS.index(point), "Postgres")
