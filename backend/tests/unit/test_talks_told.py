"""What a person's sockets are told of the help desk and of who is there, while the looks behind it overtake each other."""

import asyncio
import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from saleroom.domain.chat import events as e
from saleroom.domain.ids import HELP_DESK, stream_id
from saleroom.eventlog import log
from saleroom.projections import conversations
from saleroom.projections.conversations import Seen, Talk
from saleroom.realtime.members import Member
from saleroom.realtime.people_here import PeopleHere
from saleroom.realtime.person_rooms import PersonRoom
from saleroom.realtime.presence import Presence
from saleroom.realtime.talks import Talks

NOW = datetime(2030, 1, 1, tzinfo=UTC)
ANNA, BERT, AGNES = 1, 2, 8
CHAT = stream_id("chat", 5)


def talk_of(version: int, with_id: int | None = None, assignee_id: int | None = None) -> Talk:
    state = {"status": "pending", "unread": [0, 0]}
    return Talk(5, CHAT, ANNA, with_id, None, None, None, NOW, NOW, version, state, assignee_id)


class House:
    """Talks over a log and tables that answer what a test wants, as late as it wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, talk: Talk) -> None:
        self.talk = talk
        self.desk: dict[str, Any] = {"queue": [5] if talk.with_id is None else [], "cases": {}}
        self.names = {ANNA: "1", BERT: "2", AGNES: "8"}
        self.seen = [Seen(CHAT, ANNA, talk.with_id, 1)]
        self.naming, self.reading = asyncio.Event(), asyncio.Event()
        self.naming.set()
        self.reading.set()
        self.names_at_once: set[int] = set()
        self.presence = Presence("w", lambda topic, message: None, lambda: 0.0)
        people = PeopleHere(self.presence, self._named, lambda: NOW)
        self.talks = Talks(None, None, people, lambda topic, message: None, lambda: NOW)  # type: ignore[arg-type]
        for name in ("seen_by", "fresh", "one", "of_seqs"):
            monkeypatch.setattr(conversations, name, getattr(self, f"_{name}"))
        monkeypatch.setattr(log, "tail", self._tail)
        monkeypatch.setattr(log, "read", self._read)

    async def _named(self, people: Any) -> dict[int, str]:
        if not self.names_at_once.issuperset(people):
            await self.naming.wait()
        return {one: self.names[one] for one in people}

    async def _seen_by(self, *_: Any, **__: Any) -> list[Seen]:
        return self.seen

    async def _fresh(self, *_: Any) -> list[int]:
        return []

    async def _one(self, *_: Any) -> Talk:
        return self.talk

    async def _of_seqs(self, *_: Any) -> dict[int, Any]:
        return {}

    async def _tail(self, *_: Any, **__: Any) -> Any:
        return SimpleNamespace(state=self.desk)

    async def _read(self, *_: Any, after: int, **__: Any) -> list[Any]:
        await self.reading.wait()
        return [SimpleNamespace(version=after + 1, fact=e.ConversationReopened(ANNA, "asked"), at=NOW)]

    async def enter(self, person: int) -> list[dict[str, Any]]:
        """Somebody comes with one socket, and is greeted as far as the names can be read; what he is told, as it comes."""
        told: list[dict[str, Any]] = []
        room, member = PersonRoom(stream_id("accounts", person), lambda: NOW, self.talks), Member(lambda: NOW)

        async def send(text: str) -> None:
            told.append(json.loads(text))

        self.pump = asyncio.create_task(member.pump(send))
        await self.come(person)
        room.join(member, 1, None)
        await settle()
        return told

    async def come(self, person: int) -> None:
        """A socket of somebody is open; those who know him hear of it."""
        self.presence.change(stream_id("accounts", person), +1)
        await self.talks.present({stream_id("accounts", person): 1})


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_look_that_was_overtaken_by_one_at_the_help_desk_does_not_take_a_conversation_from_its_agent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House(monkeypatch, talk_of(1))
    told = await house.enter(ANNA)
    house.talk = talk_of(2)
    house.reading.clear()
    house.talks.heard([CHAT])  # reads the conversation while nobody has it
    await settle()
    house.talk, house.desk = talk_of(2, assignee_id=AGNES), {"queue": [], "cases": {"5": AGNES}}
    house.talks.heard([HELP_DESK])
    await settle()
    house.reading.set()
    await settle()
    hands = [(one["assignee_id"], one["position"]) for one in told if one["type"] == "conversation"]
    assert hands[-2:] == [("8", None), ("8", None)]


async def test_whoever_comes_while_a_newcomer_is_greeted_is_told_to_him(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(monkeypatch, talk_of(1, with_id=BERT))
    house.names_at_once = {BERT}
    house.naming.clear()
    told = await house.enter(ANNA)
    await house.come(BERT)
    house.naming.set()
    await settle()
    assert [one["users"] for one in told if one["type"] == "online_users"] == [["2"]]


async def test_whoever_begins_to_talk_with_somebody_who_is_there_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(monkeypatch, talk_of(1, with_id=BERT))
    house.seen.clear()
    await house.come(BERT)
    told = await house.enter(ANNA)
    assert [one["users"] for one in told] == [[]]
    house.talks.heard([CHAT])
    await settle()
    statuses = [(one["user_id"], one["status"]) for one in told if one["type"] == "status"]
    assert statuses == [("2", "online")]
    house.talks.heard([CHAT])
    await settle()
    assert len([one for one in told if one["type"] == "status"]) == 1
