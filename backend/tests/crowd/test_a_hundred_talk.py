"""A hundred people talk over two workers and one is killed: what anybody was shown or told is there once, in one order for everybody."""

import asyncio
import json
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection

from saleroom.domain.ids import stream_id
from tests.actors import Database, Person, Server, sign_up
from tests.talkers import as_owner, begin

SEED = 20261121
PAIRS, SAYINGS = 50, 6
KILLED_AFTER = 150  # messages that somebody was shown
PATIENCE_SECONDS = 60.0
SAID = "SELECT stream_id, array_agg(version ORDER BY version) FROM log.event WHERE type = 71 GROUP BY stream_id"
BROKEN = "SELECT stream_id FROM log.stream WHERE log.verify_stream(stream_id) IS NOT NULL"


@dataclass
class Talker:
    """Somebody with a socket, at one worker or the other, who says his sayings and goes on after every cut.

    Attributes:
        shown: seq to (client id, words) of every message that came; `order` are the seqs as they came for the first time.
        unanswered: client id to words, of what he said and has not seen yet.
    """

    person: Person
    talk: dict[str, Any]
    bases: list[str]
    chance: random.Random
    heard: Callable[[], None]
    shown: dict[int, tuple[str, str]] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    unanswered: dict[str, str] = field(default_factory=dict)
    left: int = SAYINGS
    faults: list[str] = field(default_factory=list)

    async def live(self, is_over: asyncio.Event) -> None:
        """Until all is over, whatever happens to the line."""
        while not is_over.is_set():
            url = f"{self.bases[0].replace('http', 'ws')}/ws/{self.person.id}?token={self.person.token}&after=resume"
            try:
                async with websockets.connect(url, ping_interval=None, open_timeout=5, close_timeout=1) as socket:
                    await self._sit(socket, is_over)
            except (OSError, websockets.WebSocketException, TimeoutError):
                self.bases.reverse()
                await asyncio.sleep(0.05)

    async def _sit(self, socket: ClientConnection, is_over: asyncio.Event) -> None:
        seqs = {str(self.talk["id"]): self.order[-1] if self.order else self.talk["seq"]}
        await socket.send(json.dumps({"type": "resume", "conversations": seqs}))
        speaking = asyncio.create_task(self._speak(socket))
        over = asyncio.create_task(is_over.wait())
        over.add_done_callback(lambda _: asyncio.ensure_future(socket.close()))
        try:
            async for text in socket:
                self._hear(json.loads(text))
        finally:
            speaking.cancel()
            over.cancel()
            await asyncio.gather(speaking, over, return_exceptions=True)

    async def _speak(self, socket: ClientConnection) -> None:
        """First again what was not answered, then the rest, at the pace of somebody who types."""
        for client_id, words in list(self.unanswered.items()):
            await self._send(socket, client_id, words)
        while self.left:
            await asyncio.sleep(self.chance.uniform(0.02, 0.3))
            self.left -= 1
            client_id, words = str(uuid.UUID(int=self.chance.getrandbits(128))), f"{self.person.id} says {self.left}"
            self.unanswered[client_id] = words
            if self.chance.random() < 0.2:  # some press twice
                await self._send(socket, client_id, words)
            await self._send(socket, client_id, words)

    async def _send(self, socket: ClientConnection, client_id: str, words: str) -> None:
        frame = {"type": "message", "conversation_id": self.talk["id"], "content": words, "client_id": client_id}
        await socket.send(json.dumps(frame))

    def _hear(self, frame: dict[str, Any]) -> None:
        if frame["type"] == "ERROR" and frame["code"] not in ("unavailable", "busy"):
            self.faults.append(frame["code"])
        if frame["type"] != "message" or frame["conversation_id"] != self.talk["id"]:
            return
        seq, said = frame["seq"], (frame["client_id"], frame["content"])
        if self.order and seq <= self.order[-1]:
            self.faults.append(f"{seq} came after {self.order[-1]}")
        if self.shown.setdefault(seq, said) != said:
            self.faults.append(f"{seq} changed its words")
        self.order.append(seq)
        self.unanswered.pop(frame["client_id"], None)
        self.heard()

    @property
    def is_done(self) -> bool:
        """Whether he has said everything and seen it all, and what the other said."""
        return not self.left and not self.unanswered and len(self.shown) == 2 * SAYINGS


async def test_a_worker_killed_under_a_hundred_talking_people_loses_and_doubles_nothing(server: Server, database: Database) -> None:
    print("seed", SEED)
    chance, heard, is_over = random.Random(SEED), 0, asyncio.Event()

    def count() -> None:
        nonlocal heard
        heard += 1

    with Server(database) as doomed:
        people = await asyncio.gather(*(asyncio.to_thread(sign_up, (server, doomed)[n % 2].url) for n in range(2 * PAIRS)))
        pairs = list(zip(people[::2], people[1::2], strict=True))
        talks = await asyncio.gather(*(asyncio.to_thread(begin, *pair) for pair in pairs))
        talkers = [
            Talker(person, talk, [base, other], random.Random(chance.getrandbits(64)), count)
            for pair, talk in zip(pairs, talks, strict=True)
            for person, base, other in ((pair[0], server.url, doomed.url), (pair[1], doomed.url, server.url))
        ]
        living = [asyncio.create_task(talker.live(is_over)) for talker in talkers]
        async with asyncio.timeout(PATIENCE_SECONDS):
            while heard < KILLED_AFTER:
                await asyncio.sleep(0.01)
            doomed.kill()
            while not all(talker.is_done for talker in talkers):
                await asyncio.sleep(0.02)
        is_over.set()
        await asyncio.gather(*living)
    assert [talker.faults for talker in talkers if talker.faults] == []
    said = dict(as_owner(database, SAID))
    for one, two in zip(talkers[::2], talkers[1::2], strict=True):
        assert one.shown == two.shown and one.order == two.order == sorted(one.shown)
        assert len({client_id for client_id, _ in one.shown.values()}) == len({words for _, words in one.shown.values()}) == 2 * SAYINGS
        assert said[stream_id("chat", one.talk["id"])] == one.order, "the log has these messages and no others"
    assert as_owner(database, BROKEN) == []
