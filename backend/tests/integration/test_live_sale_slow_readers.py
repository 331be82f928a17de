"""Whoever does not read what a sale tells misses states that are over, never the newest one and never an answer of his own (RT-3)."""

import asyncio
import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import websockets

from saleroom.domain.ids import item_id, stream_id
from saleroom.domain.seating.generate import HallForm, generate
from saleroom.domain.ticket_sales import commands as c
from saleroom.eventlog.codec import canonical
from saleroom.eventlog.log import Accepted
from saleroom.handle import Handle
from tests.actors import Database, Person, Server
from tests.concerts import make_event
from tests.hammering import handle_on
from tests.sale_watchers import SaleWatcher

ROUNDS, CHANGES = 50, 100  # 5,000 in all; of each round at least one state is told
PRESSES = 40
HALL = generate(HallForm("Great hall", rows=40, seats=50, zones=(("Stalls", 40),), standing=50))


@pytest.fixture(scope="module")
def narrow(database: Database) -> Iterator[Server]:
    """A worker that cannot leave to the kernel what nobody reads."""
    with Server(database, "tests.narrow_worker") as running:
        yield running


class Sleeper(SaleWatcher):
    """A socket that takes nothing from the line until somebody asks it for the next frame."""

    async def __aenter__(self) -> "Sleeper":
        place = urlsplit(self.url)
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        line.setblocking(False)
        await asyncio.get_running_loop().sock_connect(line, (place.hostname, place.port))
        self.socket = await websockets.connect(self.url, sock=line, max_size=2**24, max_queue=1, ping_interval=None)
        return self


def great_event(seller: Person) -> dict[str, Any]:
    """Two thousand seats on sale."""
    types = [{"seat_type": "Seat", "price": 40, "section": "Stalls"}, {"seat_type": "Free", "price": 0, "section": "standing"}]
    return make_event(seller, hall=json.loads(canonical(HALL)), ticket_types=types, limit_per_user=None)


async def hold_and_release(handle: Handle, event: dict[str, Any], turn: int) -> int:
    """CHANGES facts by as many people: seats are taken, in the next turn given back. The seq of the newest."""
    stream, first = stream_id("ticket_sales", event["id"]), turn // 2 * CHANGES + 1
    commands: list[c.Command] = [
        c.Hold(1_000_000 + n, best_available=4, type_id=1) if turn % 2 == 0 else c.ReleaseHold(1_000_000 + n, first + n)
        for n in range(CHANGES)
    ]
    told = await asyncio.gather(*(handle.ask(stream, command, uuid4()) for command in commands))
    seqs = [one.recorded[-1].version for one in told if isinstance(one, Accepted)]
    assert len(seqs) == CHANGES, next(one for one in told if not isinstance(one, Accepted))
    return max(seqs)


async def seen_whole(watcher: SaleWatcher, seq: int) -> None:
    """Wait for a state of this seq or a newer one, and for its seats."""
    await watcher.seen(seq)
    while watcher.told("seats")[-1]["seq"] < seq:
        await watcher.next()


async def test_who_reads_nothing_during_five_thousand_changes_gets_the_newest_state_and_all_his_answers(
    narrow: Server, database: Database, seller: Person, anna: Person
) -> None:
    event = await asyncio.to_thread(great_event, seller)
    reader, sleeper = SaleWatcher(narrow.url, event["id"], anna), Sleeper(narrow.url, event["id"], anna)
    seq, presses = 0, list[str]()
    async with reader, sleeper, handle_on(database) as handle:
        for turn in range(ROUNDS):
            seq = await hold_and_release(handle, event, turn)
            if turn < PRESSES:
                presses.append(await sleeper.press("hold", seats=["nowhere"]))
            await seen_whole(reader, seq)
            assert (await reader.ask("release", order_id=item_id(event["id"], 999_999)))["code"] == "unknown_order"
        await seen_whole(sleeper, seq)
        assert sleeper.picture.figures == reader.picture.figures
        assert len(sleeper.told("seat_counts")) < ROUNDS <= len(reader.told("seat_counts"))
        assert [frame["command_id"] for frame in sleeper.told("hold_result")] == presses
        seq = await hold_and_release(handle, event, ROUNDS)
        await asyncio.gather(seen_whole(reader, seq), seen_whole(sleeper, seq))
        assert sleeper.picture.figures == reader.picture.figures
