"""Many people in one process at the second of an on-sale: they press, lose the connection, come back, and keep everything they were told.

`python -m tests.crowd.buyers PLAN ANSWERS` reads a plan (JSON) and says `ready` when everybody sits in the room. A line lets
everybody press for this and that, and give some of it up again; then it says `mixed`. A second line lets everybody press for every
type until he gets no more; then it says `done`. A third lets them leave, and the transcripts are written. A press whose answer got
lost is sent again with the same id. Nothing is judged here.
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
UNDECIDED = ("busy", "unavailable")  # told without using up the id


@dataclass
class Script:
    """What happens when, for everybody in this process."""

    mix: asyncio.Event = field(default_factory=asyncio.Event)
    finish: asyncio.Event = field(default_factory=asyncio.Event)
    leave: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Buyer:
    """One socket with a person behind it.

    Attributes:
        seat: base, token and person, and how many presses he makes in the mix; without a token somebody who only watches.
        types: the ticket types of the event; those of `held_types` are held as well, not only grabbed.
        rows: the seat ids of its hall, row by row.
        buttons: what he presses in the mix, one drawn of them each time.
    """

    event_id: int
    seat: dict[str, Any]
    types: list[int]
    held_types: list[int]
    rows: list[list[str]]
    buttons: list[str]
    chance: random.Random
    heard: list[dict[str, Any]] = field(default_factory=list)
    commands: dict[str, dict[str, Any]] = field(default_factory=dict)
    held: list[int] = field(default_factory=list)
    left: int = 0
    wanted: list[int] = field(default_factory=list)
    pending: str | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    mixed: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.left = self.seat["bids"]
        self.wanted = self.chance.sample(self.types, len(self.types)) if self.seat.get("token") else []

    async def live(self, script: Script) -> None:
        """Sit in the room until the end, whatever happens to the connection."""
        token = f"?token={self.seat['token']}" if self.seat.get("token") else ""
        url = f"{self.seat['base'].replace('http', 'ws')}/ws/events/{self.event_id}{token}"
        while not script.leave.is_set():
            try:
                async with websockets.connect(url, max_size=2**24, ping_interval=None, open_timeout=5, close_timeout=1) as socket:
                    self.heard.append({"type": "(joined)"})
                    await self._sit(socket, script)
            except (OSError, websockets.WebSocketException, TimeoutError):
                await asyncio.sleep(0.05)

    async def _sit(self, socket: ClientConnection, script: Script) -> None:
        pressing = asyncio.create_task(self._press_on(socket, script))
        try:
            async for text in socket:
                self._hear(json.loads(text))
        finally:
            pressing.cancel()
            await asyncio.gather(pressing, return_exceptions=True)

    async def _press_on(self, socket: ClientConnection, script: Script) -> None:
        await script.mix.wait()
        while self.pending is not None or self.left:
            if self.pending is None:
                self.left -= 1
                self._choose(**self._something())
            await self._send(socket)
        self.mixed.set()
        await script.finish.wait()
        while self.pending is not None or self.wanted:
            if self.pending is None:
                self._choose(action="grab", ticket_type_id=self.wanted[-1], quantity=1)
            await self._send(socket)
        self.done.set()
        await script.leave.wait()
        await socket.close()

    def _something(self) -> dict[str, Any]:
        """Any press that the page has a button for."""
        chance, quantity = self.chance, self.chance.choice((1, 1, 2))
        if self.held and chance.random() < 0.5:
            return {"action": "release", "order_id": self.held.pop()}
        match chance.choice(self.buttons):
            case "best":
                return {"action": "best_available", "ticket_type_id": chance.choice(self.held_types), "quantity": 1 + quantity}
            case "pick":
                row = chance.choice(self.rows)
                begin = chance.randrange(len(row) - quantity)
                return {"action": "hold", "seats": row[begin : begin + quantity]}
            case "lines":
                return {"action": "hold", "lines": [{"ticket_type_id": type_id, "quantity": 1} for type_id in self.held_types]}
            case _:
                return {"action": "grab", "ticket_type_id": chance.choice(self.types), "quantity": quantity}

    def _choose(self, **press: Any) -> None:
        self.pending = str(uuid.UUID(int=self.chance.getrandbits(128)))
        self.commands[self.pending] = {**press, "sent": 0}

    async def _send(self, socket: ClientConnection) -> None:
        """Send the pending press (again) and wait for its answer."""
        assert self.pending is not None
        command = self.commands[self.pending]
        command["sent"] += 1
        self.answered.clear()
        press = {name: value for name, value in command.items() if name != "sent"}
        await socket.send(json.dumps({**press, "command_id": self.pending}))
        await self.answered.wait()

    def _hear(self, frame: dict[str, Any]) -> None:
        self.heard.append(frame)
        if frame["type"] == "seat_counts":
            self.ready.set()
        if self.pending is None or frame.get("command_id") != self.pending:
            return
        if frame.get("code") not in UNDECIDED:
            if self.mixed.is_set() and frame.get("status") != "success":
                self.wanted.pop()
            if frame.get("order_status") == "held":
                self.held.append(frame["order_id"])
            self.pending = None
        self.answered.set()


async def main(plan_path: str, answers_path: str) -> None:
    """The process of one party."""
    plan = json.loads(Path(plan_path).read_text())
    chance, script = random.Random(plan["seed"]), Script()
    buyers = [
        Buyer(
            plan["number"], seat, plan["types"], plan["held_types"], plan["rows"], plan["buttons"], random.Random(chance.getrandbits(64))
        )
        for seat in plan["seats"]
    ]
    living = [asyncio.create_task(buyer.live(script)) for buyer in buyers]

    async def on_a_line(begin: asyncio.Event) -> None:
        await asyncio.to_thread(sys.stdin.readline)
        begin.set()

    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*(buyer.ready.wait() for buyer in buyers))
            print("ready", flush=True)
            await on_a_line(script.mix)
            await asyncio.gather(*(buyer.mixed.wait() for buyer in buyers))
            print("mixed", flush=True)
            await on_a_line(script.finish)
            await asyncio.gather(*(buyer.done.wait() for buyer in buyers))
            print("done", flush=True)
            await on_a_line(script.leave)
            await asyncio.gather(*living)
    except TimeoutError:
        print("out of patience", flush=True)
    transcripts = [{"person": buyer.seat.get("person"), "commands": buyer.commands, "heard": buyer.heard} for buyer in buyers]
    Path(answers_path).write_text(json.dumps(transcripts))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
