"""The house under measurement: a Postgres, two workers, an echo, fifty people with accounts, and a new lot for every run."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from saleroom.domain.ids import stream_id
from tests.actors import Database, Person, Server, make_lot, running_cluster, sign_up

SOCKETS: Final = 50


@dataclass(frozen=True, slots=True)
class House:
    """What runs, and who is signed in."""

    database: Database
    workers: tuple[Server, Server]
    echo: Server
    seller: Person
    people: tuple[Person, ...]

    def lot(self) -> int:
        """The number of a new, open lot whose every bid may be a cent higher than the last."""
        return int(make_lot(self.seller)["id"])

    def doors(self, lot: int, workers: int) -> tuple[str, ...]:
        """The addresses of a lot's channel, one a person, spread evenly over so many workers."""
        return tuple(
            f"{_ws(self.workers[n % workers])}/ws/lots/{lot}?token={person.token}" for n, person in enumerate(self.people)
        )

    def sale_doors(self, event_id: int, workers: int) -> tuple[str, ...]:
        """The addresses of an event's channel, one a person, spread evenly over so many workers."""
        return tuple(
            f"{_ws(self.workers[n % workers])}/ws/events/{event_id}?token={person.token}" for n, person in enumerate(self.people)
        )

    def echoes(self) -> tuple[str, ...]:
        """As many sockets of the echo."""
        return (f"{_ws(self.echo)}/",) * SOCKETS


def stream(lot: int) -> int:
    """The key of a lot in the log."""
    return stream_id("auctions", lot)


def watch_door(server: Server, lot: int) -> str:
    """The address of a lot's channel for whoever only watches."""
    return f"{_ws(server)}/ws/lots/{lot}"


def bid_doors(server: Server, lot: int, people: tuple[Person, ...]) -> tuple[str, ...]:
    """The addresses of a lot's channel in one worker, for some people."""
    return tuple(f"{watch_door(server, lot)}?token={person.token}" for person in people)


def _ws(server: Server) -> str:
    return f"ws://127.0.0.1:{server.port}"


@contextmanager
def open_house() -> Iterator[House]:
    """Start everything, and stop it at the end. fsync is on."""
    with running_cluster() as cluster:
        database = cluster.database()
        one, two = Server(database, is_forked=False), Server(database, is_forked=False)
        with one, two, Server(database, module="bench.echo", is_forked=False) as echo:
            with ThreadPoolExecutor(4) as pool:
                people = tuple(pool.map(lambda _: sign_up(one.url), range(SOCKETS + 1)))
            yield House(database, (one, two), echo, people[0], people[1:])
