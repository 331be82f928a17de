"""The clock of the house: how soon a watcher hears that his lot ended, and a socket that its session was revoked."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final

from picows import WSFrame, WSListener, WSTransport, ws_connect

from bench.bidders import at
from bench.house import House, bid_doors, watch_door
from bench.remote import Remote
from tests.actors import make_lot, sign_up

LOTS: Final = 80
ENDS_EVERY_SECONDS: Final = 0.1
LISTING_SECONDS_MAX: Final = 12.0  # so far ahead lies the first end, for all lots to be listed and watched by then
SESSIONS: Final = 40
REVOKED_EVERY_SECONDS: Final = 0.13  # no divisor of the half second at which workers look
BIDS_PER_SECOND: Final = 10.0
PATIENCE_SECONDS: Final = 5.0

ENDED: Final = b'"AUCTION_ENDED"'
REVOKED: Final = b'"session_ended"'


@dataclass(frozen=True, slots=True)
class Delays:
    """How late something was heard, over so many times."""

    count: int
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Punctual:
    """Both figures: from a lot's end_time to its AUCTION_ENDED, from sending a logout to its socket's `session_ended`."""

    ends: Delays
    revocations: Delays


class _Listener(WSListener):
    """One socket: notes when a frame with some words came first."""

    def __init__(self, words: bytes) -> None:
        self.words, self.heard = words, 0

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if not self.heard and self.words in frame.get_payload_as_bytes():
            self.heard = time.time_ns()


class Listeners:
    """The process that listens, one socket a door."""

    def __init__(self) -> None:
        self._sockets: list[tuple[_Listener, WSTransport]] = []

    async def listen(self, urls: Sequence[str], words: bytes) -> None:
        """Open a socket at each door, and wait for these words."""
        for url in urls:
            listener = _Listener(words)
            transport, _ = await ws_connect(partial(_the, listener), url)
            self._sockets.append((listener, transport))

    async def heard(self) -> list[int]:
        """When each socket heard the words, in nanoseconds since the epoch; then all are closed.

        Raises:
            RuntimeError: some heard nothing for PATIENCE_SECONDS.
        """
        for _ in range(int(PATIENCE_SECONDS / 0.01)):
            if all(listener.heard for listener, _ in self._sockets):
                break
            await asyncio.sleep(0.01)
        times = [listener.heard for listener, _ in self._sockets]
        for _, transport in self._sockets:
            transport.disconnect()
        self._sockets.clear()
        if missing := times.count(0):
            raise RuntimeError(f"{missing} of {len(times)} sockets heard nothing")
        return times


def _the(listener: _Listener) -> _Listener:
    return listener


def watch_the_clock(house: House, bidders: Remote, listeners: Remote) -> Punctual:
    """Let lots end and sessions be revoked beside a few bids a second, seen from both workers by turns."""
    lot = house.lot()
    seconds = LISTING_SECONDS_MAX + LOTS * ENDS_EVERY_SECONDS + SESSIONS * REVOKED_EVERY_SECONDS
    bidders.begin("trickle", bid_doors(house.workers[0], lot, house.people[:2]), BIDS_PER_SECOND, seconds, 0)
    punctual = Punctual(_ends(house, listeners), _revocations(house, listeners))
    bidders.result()
    return punctual


def _ends(house: House, listeners: Remote) -> Delays:
    first = int(time.time_ns() / 1e9 + LISTING_SECONDS_MAX)
    ends = [first + n * ENDS_EVERY_SECONDS for n in range(LOTS)]
    with ThreadPoolExecutor(4) as pool:
        lots = list(pool.map(lambda end: _lot(house, end), ends))
    listeners.call("listen", [watch_door(house.workers[n % 2], lot) for n, lot in enumerate(lots)], ENDED)
    if time.time_ns() >= first * 1e9:
        raise RuntimeError("the first lot ended before all were watched")
    time.sleep(ends[-1] - time.time_ns() / 1e9)
    return _delays([round(end * 1_000) * 1_000_000 for end in ends], listeners.call("heard"))


def _lot(house: House, end: float) -> int:
    """The number of a new lot that ends at a time, in seconds since the epoch, to the millisecond."""
    return int(make_lot(house.seller, end_time=datetime.fromtimestamp(round(end, 3), UTC).isoformat())["id"])


def _revocations(house: House, listeners: Remote) -> Delays:
    lot, sent = house.lot(), list[int]()
    with ThreadPoolExecutor(4) as pool:
        people = tuple(pool.map(lambda _: sign_up(house.workers[0].url), range(SESSIONS)))
    doors = [bid_doors(house.workers[n % 2], lot, (person,))[0] for n, person in enumerate(people)]
    listeners.call("listen", doors, REVOKED)
    for person in people:
        sent.append(time.time_ns())
        person.post("/auth/cookie/logout").raise_for_status()
        time.sleep(REVOKED_EVERY_SECONDS)
    return _delays(sent, listeners.call("heard"))


def _delays(begin: Sequence[int], heard: Sequence[int]) -> Delays:
    late = sorted(there - here for here, there in zip(begin, heard, strict=True))
    return Delays(len(late), at(late, 0.50) / 1e6, at(late, 0.99) / 1e6)
