"""Sockets in the room of a ticket sale, the picture that their frames make, and pressing from them."""

import base64
import contextlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from saleroom.domain.decider import Decider
from saleroom.domain.ids import stream_id
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.eventlog import log
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import open_pool
from saleroom.nouns import CODECS
from tests.actors import Database, Person, Watcher

ANSWERS = {"grab": "grab_result", "hold": "hold_result", "best_available": "hold_result", "release": "release_result"}


def unpacked(packed: str) -> list[int]:
    """The state of every seat from the two bits that it has; the last byte may tell of up to three seats more than there are."""
    return [byte >> 2 * n & 3 for byte in base64.b64decode(packed) for n in range(4)]


@dataclass
class Picture:
    """What somebody sees of a sale who has heard its frames: how many of each type are left, and every seat's state."""

    seq: int = 0
    status: str = ""
    left: dict[int, int] = field(default_factory=dict)
    seats: list[int] = field(default_factory=list)

    def hear(self, frame: dict[str, Any]) -> None:
        """Take a frame in; answers change nothing, and no state comes after a newer one."""
        match frame["type"]:
            case "seat_counts":
                assert frame["seq"] >= self.seq, f"{frame['seq']} after {self.seq}"
                self.seq, self.status = frame["seq"], frame["status"]
                self.left = {kind["ticket_type_id"]: kind["available_qty"] for kind in frame["tickets"]}
            case "seats":
                assert frame["seq"] == self.seq, "seats come with the counts of their seq"
                if "all" in frame:
                    self.seats = unpacked(frame["all"])
                for index, state in frame.get("changed", ()):
                    self.seats[index] = state

    @property
    def figures(self) -> tuple[str, dict[int, int], list[int]]:
        """All but the seq."""
        return self.status, self.left, self.seats


class SaleWatcher(Watcher):
    """A socket in the room of a sale; what it heard makes a picture."""

    def __init__(self, base: str, event_id: int, person: Person | None = None) -> None:
        super().__init__(base, event_id, person)
        self.url = self.url.replace("/ws/lots/", "/ws/events/")
        self.picture = Picture()

    async def next(self, seconds: float = 10) -> dict[str, Any]:
        """The next frame, taken into the picture."""
        frame = await super().next(seconds)
        self.picture.hear(frame)
        return frame

    async def press(self, action: str, command_id: str | None = None, **fields: Any) -> str:
        """Press a button with a fresh command id."""
        command_id = command_id or str(uuid.uuid4())
        await self.say({"action": action, **fields, "command_id": command_id})
        return command_id

    async def ask(self, action: str, command_id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Press a button and wait for the answer."""
        command_id = await self.press(action, command_id, **fields)
        return await self.until(ANSWERS[action], command_id=command_id)

    async def seen(self, seq: int) -> None:
        """Wait for a state of this seq or a newer one."""
        while self.picture.seq < seq:
            await self.next()

    async def listen(self, seconds: float) -> None:
        """Take in what comes until nothing has come for so long."""
        with contextlib.suppress(TimeoutError):
            while True:
                await self.next(seconds)

    def told(self, kind: str) -> list[dict[str, Any]]:
        """The frames of a kind so far."""
        return [frame for frame in self.frames if frame["type"] == kind]


async def facts_of(database: Database, event_id: int) -> list[Recorded]:
    """All facts of a sale."""
    pool = await open_pool(database.app, size_max=2)
    try:
        return await log.read(pool, stream_id("ticket_sales", event_id), CODECS["ticket_sales"], limit=1_000_000)
    finally:
        await pool.close()


def pictures(facts: Iterable[Recorded], decider: Decider[Any, Any, Any] = SALE) -> dict[int, Picture]:
    """What everyone may see of a sale at every seq, folded from its facts."""
    state, found = decider.initial(), dict[int, Picture]()
    for one in facts:
        state = decider.evolve(state, one.fact, one.at)
        told = decider.summary(state)
        left = {row[0]: row[5] for row in told["types"]}
        found[one.version] = Picture(one.version, told["status"], left, unpacked(told["seats"] or ""))
    return found
