"""The crowd that watches: a thousand sockets in one process that only count and note the time."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import orjson
from picows import WSFrame, WSListener, WSTransport, ws_connect

from bench.bidders import at

CONNECTING_MAX: Final = 50
BID: Final = b'{"type":"NEW_BID"'


@dataclass(frozen=True, slots=True)
class Seen:
    """What the watchers saw in a while.

    Attributes:
        deliveries: frames of bids that arrived, over all sockets.
        frames: different frames among them; each should have come once to every socket.
        p50_ms, p99_ms: from the bid's time in the log to its arrival at a socket.
    """

    seconds: float
    deliveries: int
    frames: int
    p50_ms: float
    p99_ms: float

    @property
    def per_second(self) -> float:
        return self.deliveries / self.seconds


class _Watcher(WSListener):
    """One socket: notes when which frame came, while that is asked for."""

    def __init__(self, heard: list[tuple[int, bytes]]) -> None:
        self.heard = heard

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        payload = frame.get_payload_as_bytes()
        if payload.startswith(BID):
            self.heard.append((time.time_ns(), payload))


class Watchers:
    """The process that watches."""

    def __init__(self) -> None:
        self._heard: list[tuple[int, bytes]] = []
        self._transports: list[WSTransport] = []

    async def join(self, url: str, sockets: int) -> None:
        """Open so many sockets."""
        gate = asyncio.Semaphore(CONNECTING_MAX)

        async def one() -> None:
            async with gate:
                self._transports.append((await ws_connect(lambda: _Watcher(self._heard), url))[0])

        await asyncio.gather(*(one() for _ in range(sockets)))

    async def leave(self) -> None:
        """Close all sockets."""
        for transport in self._transports:
            transport.disconnect()
        self._transports.clear()
        await asyncio.sleep(0.5)

    async def watch(self, seconds: float) -> Seen:
        """Count what comes; the clock of the log and of this process are the same machine's."""
        self._heard.clear()
        begin = time.time_ns()
        await asyncio.sleep(seconds)
        end = time.time_ns()
        heard = [one for one in self._heard if one[0] < end]
        frames = Counter(payload for _, payload in heard)
        stored = {payload: _stored_at(payload) for payload in frames}
        delays = sorted(now - stored[payload] for now, payload in heard)
        return Seen((end - begin) / 1e9, len(heard), len(frames), at(delays, 0.50) / 1e6, at(delays, 0.99) / 1e6)


def _stored_at(payload: bytes) -> int:
    """The time of a bid in the log, in nanoseconds since the epoch."""
    told = datetime.fromisoformat(orjson.loads(payload)["bid"]["created_at"])
    return int(told.timestamp() * 1_000_000) * 1_000
