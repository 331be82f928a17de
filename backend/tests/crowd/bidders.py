"""Many people in one process: they watch a lot, bid, lose the connection, come back, and keep everything they were told.

`python -m tests.crowd.bidders PLAN ANSWERS` reads a plan (JSON), says `ready` when everybody sits in the room, waits for a
line, bids, says `done` when everybody has had his bids answered, and writes the transcripts when everybody has seen the end.
A bid whose answer got lost is sent again with the same id. Nothing is judged here; that is the checker's.
"""

import asyncio
import json
import random
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection

PATIENCE_SECONDS = 90.0
EVENTS = ("NEW_BID", "AUCTION_ENDED", "AUCTION_STATUS")


@dataclass
class Bidder:
    """One socket with a person behind it.

    Attributes:
        seat: base, token and person; without a token somebody who only watches.
        bids: how many bids this socket makes; -1: on and on until the lot has ended.
    """

    lot_id: int
    seat: dict[str, Any]
    bids: int
    chance: random.Random
    heard: list[dict[str, Any]] = field(default_factory=list)
    commands: dict[str, dict[str, Any]] = field(default_factory=dict)
    next_min: float = 0.0
    seq: int | None = None
    pending: str | None = None
    has_late_bid: bool = False
    is_finished: bool = False
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def live(self, go: asyncio.Event) -> None:
        """Sit in the room until the end was seen, whatever happens to the connection."""
        base = self.seat["base"].replace("http", "ws")
        while True:
            after = "" if self.seq is None else f"after={self.seq}"
            url = f"{base}/ws/lots/{self.lot_id}?" + "&".join(part for part in (after, self._token()) if part)
            try:
                async with websockets.connect(url, max_size=2**24, ping_interval=None, open_timeout=5, close_timeout=1) as socket:
                    self.heard.append({"type": "(joined)", "after": self.seq})
                    if await self._sit(socket, go):
                        return
            except (OSError, websockets.WebSocketException, TimeoutError):
                await asyncio.sleep(0.05)

    def _token(self) -> str:
        return f"token={self.seat['token']}" if self.seat.get("token") else ""

    async def _sit(self, socket: ClientConnection, go: asyncio.Event) -> bool:
        """Listen and bid until the end (True), or until the connection is lost."""
        bidding = asyncio.create_task(self._bid(socket, go))
        try:
            async for text in socket:
                self._hear(json.loads(text))
            return self.is_finished
        finally:
            bidding.cancel()
            await asyncio.gather(bidding, return_exceptions=True)

    async def _bid(self, socket: ClientConnection, go: asyncio.Event) -> None:
        """All bids, one after the other; then, when the lot has ended, one that comes too late; then leave."""
        await go.wait()
        while self.pending is not None or self._wants_more():
            await self._press_or_repeat(socket)
        self.done.set()
        await self.ended.wait()
        while self.pending is not None or not self.has_late_bid:
            self.has_late_bid = True
            if self.seat.get("token"):
                await self._press_or_repeat(socket)
        self.is_finished = True
        await socket.close()

    async def _press_or_repeat(self, socket: ClientConnection) -> None:
        if self.pending is None:
            self._press()
        assert self.pending is not None
        command = self.commands[self.pending]
        command["sent"] += 1
        self.answered.clear()
        await socket.send(json.dumps({"type": "NEW_BID", "amount": command["amount"], "command_id": self.pending}))
        await self.answered.wait()

    def _wants_more(self) -> bool:
        made = len(self.commands)
        return bool(self.seat.get("token")) and not self.ended.is_set() and (self.bids < 0 or made < self.bids)

    def _press(self) -> None:
        amount = round(self.next_min + self.chance.choice((0, 0, 0.01, 0.5, 3)) - self.chance.choice((0, 0, 0, 0.01)), 2)
        self.pending = str(uuid.UUID(int=self.chance.getrandbits(128)))
        self.commands[self.pending] = {"amount": max(0.01, amount), "sent": 0}

    def _hear(self, frame: dict[str, Any]) -> None:
        self.heard.append(frame)
        if "next_min" in frame:
            self.next_min = frame["next_min"]
        if frame["type"] == "LOT_STATUS":
            self.seq = frame["seq"]
            self.ready.set()
        if frame["type"] in EVENTS and "command_id" not in frame:
            self.seq = frame["seq"]
        if frame["type"] == "AUCTION_ENDED":
            self.ended.set()
        if frame.get("command_id") == self.pending and self.pending is not None:
            if frame.get("code") not in ("busy", "unavailable"):
                self.pending = None
            self.answered.set()


async def main(plan_path: str, answers_path: str) -> None:
    """The process of one party."""
    plan = json.loads(Path(plan_path).read_text())
    chance = random.Random(plan["seed"])
    bidders = [Bidder(plan["number"], seat, seat["bids"], random.Random(chance.getrandbits(64))) for seat in plan["seats"]]
    go = asyncio.Event()
    living = [asyncio.create_task(bidder.live(go)) for bidder in bidders]
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*(bidder.ready.wait() for bidder in bidders))
            print("ready", flush=True)
            await asyncio.to_thread(sys.stdin.readline)
            go.set()
            await asyncio.gather(*(bidder.done.wait() for bidder in bidders))
            print("done", flush=True)
            await asyncio.gather(*living)
    except TimeoutError:
        print("out of patience", flush=True)
    transcripts = [
        {"person": bidder.seat.get("person"), "commands": bidder.commands, "heard": bidder.heard, "saw_end": bidder.ended.is_set()}
        for bidder in bidders
    ]
    Path(answers_path).write_text(json.dumps(transcripts))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
