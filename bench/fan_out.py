"""The hall: a thousand sockets that watch one lot, what they cost while idle, and how soon and how often they hear of bids."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

from bench import check
from bench.bidders import Plan, Run
from bench.house import House, bid_doors, stream, watch_door
from bench.machine import Usage, usage
from bench.remote import Remote
from bench.watchers import Seen
from tests.actors import Server

WATCHERS: Final = 1_000
REHEARSAL: Final = 100  # sockets opened and closed before the memory is read, so that only sockets are counted
SECONDS: Final = 4.0
SETTLE_SECONDS: Final = 1.0
CALM_BIDS_PER_SECOND: Final = 10.0  # below the 20 a second at which rooms begin to leave bids out
WILD_BIDS_PER_SECOND: Final = 300.0  # three times what one worker can deliver to 1,000 sockets


@dataclass(frozen=True, slots=True)
class Watched:
    """What watchers saw in one scene, and how busy the worker was that served them."""

    seen: Seen
    worker_cpu_share: float


@dataclass(frozen=True, slots=True)
class Hall:
    """The scenes of the hall.

    Attributes:
        calm: 10 bids/s taken by the watchers' own worker.
        next_door: 10 bids/s taken by another worker.
        stormy: 50 × 4 bids in flight, rooms leaving bids out as the rules say; `bidding` is what bidders got meanwhile.
        unbounded: 300 bids/s with that rule lifted: what delivery alone can take.
        wrong: what the check found.
    """

    bytes_per_idle_socket: int
    calm: Watched
    next_door: Watched
    stormy: Watched
    bidding: Run
    unbounded: Watched
    wrong: tuple[str, ...]


def fill(house: House, bidders: Remote, watchers: Remote) -> Hall:
    """Play all scenes."""
    lot, answers, pair = house.lot(), [], house.people[:2]
    with Server(house.database, is_forked=False) as worker:
        idle = _idle(worker, watchers, lot)
        bidders.begin("trickle", bid_doors(worker, lot, pair), CALM_BIDS_PER_SECOND, SECONDS + 1, 0)
        calm = _watch(worker, watchers)
        answers += bidders.result()
        bidders.begin("trickle", bid_doors(house.workers[0], lot, pair), CALM_BIDS_PER_SECOND, SECONDS + 1, 1_000)
        next_door = _watch(worker, watchers)
        answers += bidders.result()
        bidders.begin("bid", Plan(bid_doors(worker, lot, house.people), 4, SECONDS + 1))
        stormy = _watch(worker, watchers)
        bidding: Run = bidders.result()
        answers += bidding.answers
        bidding.answers.clear()
        watchers.call("leave")
    wrong = asyncio.run(check.differences(house.database.owner, stream(lot), answers))
    return Hall(idle, calm, next_door, stormy, bidding, _unbounded(house, bidders, watchers), tuple(wrong))


def _unbounded(house: House, bidders: Remote, watchers: Remote) -> Watched:
    lot = house.lot()
    with Server(house.database, module="bench.unbounded", is_forked=False) as worker:
        watchers.call("join", watch_door(worker, lot), WATCHERS)
        bidders.begin("trickle", bid_doors(house.workers[0], lot, house.people[:2]), WILD_BIDS_PER_SECOND, SECONDS + 1, 0)
        watched = _watch(worker, watchers)
        bidders.result()
        watchers.call("leave")
    return watched


def _idle(worker: Server, watchers: Remote, lot: int) -> int:
    """Bytes of resident memory that one open socket costs the worker; all sockets stay open."""
    watchers.call("join", watch_door(worker, lot), REHEARSAL)
    watchers.call("leave")
    time.sleep(SETTLE_SECONDS)
    before = _usage(worker).resident_bytes
    watchers.call("join", watch_door(worker, lot), WATCHERS)
    time.sleep(SETTLE_SECONDS)
    return (_usage(worker).resident_bytes - before) // WATCHERS


def _watch(worker: Server, watchers: Remote) -> Watched:
    time.sleep(SETTLE_SECONDS)
    before = _usage(worker).cpu_seconds
    seen: Seen = watchers.call("watch", SECONDS - SETTLE_SECONDS)
    return Watched(seen, (_usage(worker).cpu_seconds - before) / seen.seconds)


def _usage(worker: Server) -> Usage:
    assert worker.process is not None
    return usage(worker.process.pid)
