"""Keeps every person's sockets up with all his conversations: each message once and in order to each, whoever wrote it where.

A commit, a wake-up or a poll only says that a conversation has news. Then its facts are read from the log after what the socket
furthest behind was told, and each socket gets the fact after the last that it was told, and no other; so a lost, doubled or late hint
changes nothing but the delay, and a socket that resumes is simply one that was told less. One look at a time for each conversation keeps
the order. A socket whose queue is full is passed over and looked after again a moment later: nobody waits for him.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import structlog

from saleroom.domain.chat import events as e
from saleroom.domain.chat.decider import STAFF
from saleroom.domain.ids import HELP_DESK, kind_of, number_of
from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.projections import conversations
from saleroom.projections.conversations import Seen, Talk
from saleroom.realtime import public
from saleroom.realtime.members import Member
from saleroom.realtime.people_here import PeopleHere
from saleroom.realtime.person_rooms import PersonRoom
from saleroom.realtime.rooms import Clock

POLL_SECONDS: Final = 1.0
POLL_BACK_SECONDS: Final = 10.0  # what was said so long ago is looked at again: a commit may show later than its time says
RETRY_SECONDS: Final = 0.25
FULL_SECONDS: Final = 0.05  # until a socket that had no room is looked after again
FACTS_PER_LOOK: Final = 500
TYPING: Final = "typing"

logger = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Look:
    """A conversation that is being looked at; `is_behind` says that there is something new to read."""

    is_behind: bool = True
    task: asyncio.Task[None] | None = None


class Talks:
    """The conversations of everybody whose sockets are in this worker.

    Args:
        codec: the facts of conversations.
        people: who is there, and how they are named.
        tell: sends a small message to the other workers; may be lost.
        clock: the house's clock.
    """

    def __init__(
        self, pool: Pool, codec: Codec, people: PeopleHere, tell: Callable[[str, dict[str, Any]], None], clock: Clock
    ) -> None:
        self._pool, self._codec, self.people, self._tell, self._clock = pool, codec, people, tell, clock
        self._rooms: dict[int, PersonRoom] = {}
        self._looks: dict[int, _Look] = {}
        self._desk: dict[str, Any] = {"queue": [], "cases": {}}

    async def greet(self, room: PersonRoom, member: Member) -> None:
        """A socket is in its room: first it hears who is there, from then on everything that is new; or all of that once it resumes."""
        seen = await conversations.seen_by(self._pool, room.person_id, is_staff=room.is_staff)
        room.peers.update(*(_others(talk, room.person_id) for talk in seen))
        here = await self.people.names_known_to(room)
        if member not in room.members:
            return
        self._rooms[room.person_id] = room
        room.unread.clear()  # a newcomer was told no count, whatever the others were
        if not room.resumes(member):
            room.told[member] = {talk.stream_id: talk.version for talk in seen}
        roles = member.roles | ({"admin"} if member.is_admin else set())
        member.send(public.online_users(here, sorted(roles), self._clock()))
        self.heard([HELP_DESK, *await conversations.fresh(self._pool, [room.person_id], POLL_BACK_SECONDS)])

    def goes(self, room: PersonRoom) -> None:
        """A socket left its room; the last one takes the room with it."""
        if not room.members and self._rooms.get(room.person_id) is room:
            del self._rooms[room.person_id]

    def staff_here(self) -> list[int]:
        """Who answers for the help desk and has a socket open in this worker."""
        return [person for person, room in self._rooms.items() if room.is_staff and room.members]

    async def resume(self, room: PersonRoom, member: Member, seqs: Mapping[int, int]) -> None:
        """Tell a socket everything after the given seqs of conversations that its person may see; others are passed over."""
        await room.greeted(member)
        numbers = list(seqs) if member in room.told else None
        seen = await conversations.seen_by(self._pool, room.person_id, is_staff=room.is_staff, numbers=numbers)
        if member not in room.members:
            return
        told = room.told.setdefault(member, {talk.stream_id: talk.version for talk in seen})
        asked = [talk for talk in seen if number_of(talk.stream_id) in seqs]
        for talk in asked:
            told[talk.stream_id] = min(max(0, seqs[number_of(talk.stream_id)]), told.get(talk.stream_id, talk.version))
        self.heard([*(talk.stream_id for talk in asked), *await conversations.fresh(self._pool, [room.person_id], POLL_BACK_SECONDS)])

    def heard(self, streams: Iterable[int]) -> None:
        """These conversations, or the help desk, may have news."""
        for stream in streams:
            if self._rooms and kind_of(stream) in ("chat", "help_desk"):
                self._see(stream)

    def look(self, streams: list[int]) -> None:
        """A wake-up: look at these; an empty list means at all that somebody here was told of, since something may have been missed."""
        if not streams:
            streams = [HELP_DESK, *{stream for room in self._rooms.values() for seqs in room.told.values() for stream in seqs}]
        self.heard(streams)

    def _see(self, stream: int) -> None:
        look = self._looks.setdefault(stream, _Look())
        look.is_behind = True
        if look.task is None:
            look.task = asyncio.get_running_loop().create_task(self._catch_up(stream, look))

    async def poll(self) -> None:
        """Look at what was said lately: the safety net below commits and wake-ups."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                if self._rooms:
                    self.heard([HELP_DESK])
                    self.heard(await conversations.fresh(self._pool, list(self._rooms), POLL_BACK_SECONDS))
            except AWAY as error:
                logger.warning("talk_poll_failed", error=repr(error))

    async def _catch_up(self, stream: int, look: _Look) -> None:
        try:
            while look.is_behind:
                look.is_behind = False
                try:
                    if stream == HELP_DESK:
                        await self._tell_desk()
                    else:
                        await self._tell_talk(stream)
                except AWAY as error:
                    logger.warning("talk_behind", stream=stream, error=repr(error))
                    look.is_behind = True
                    await asyncio.sleep(RETRY_SECONDS)
                except Exception:  # the others' conversations go on; this one is looked at again when it has news
                    logger.exception("talk_not_told", stream=stream)
        finally:
            self._looks.pop(stream, None)

    def _listening(self, talk: Talk) -> list[PersonRoom]:
        """The rooms of those who take part and are here; for the help desk's, of staff too."""
        people = [one for one in (talk.customer_id, talk.with_id) if one is not None]
        rooms = [self._rooms[one] for one in people if one in self._rooms]
        if talk.with_id is None:
            rooms += [room for person, room in self._rooms.items() if room.is_staff and person not in people]
        return rooms

    async def _tell_talk(self, stream: int) -> None:
        talk = await conversations.one(self._pool, number_of(stream))
        rooms = [] if talk is None else self._listening(talk)
        if talk is None or not rooms:
            return
        for room in rooms:
            await self.people.meet(room, _others(talk, room.person_id) - room.peers)
        while (after := _furthest_behind(talk, rooms, with_room=True)) < talk.version:
            found = await log.read(self._pool, stream, self._codec, after=after, limit=min(FACTS_PER_LOOK, talk.version - after))
            await self._tell_facts(talk, found, rooms)
        if _furthest_behind(talk, rooms, with_room=False) < talk.version:
            asyncio.get_running_loop().call_later(FULL_SECONDS, self._see, stream)
        for room in rooms:
            self._tell_unread(room, talk)

    async def _tell_facts(self, talk: Talk, facts: list[Recorded], rooms: list[PersonRoom]) -> None:
        """Tell each socket what it lacks, as far as it has room."""
        shown = [seq for one in facts if (seq := public.shown_message(one)) is not None]
        words = await conversations.of_seqs(self._pool, talk.id, shown) if shown else {}
        await self.people.learn({talk.customer_id, talk.with_id or STAFF, *(one.sender_id for one in words.values())} - {STAFF})
        state = self._state(talk)
        for recorded in facts:
            text = public.talk_event(talk.id, recorded, words.get(public.shown_message(recorded) or 0), self.people.names)
            is_answer = isinstance(recorded.fact, e.MessageSent) and recorded.fact.is_staff  # ends the waiting for one
            for room in rooms:
                for member, seqs in list(room.told.items()):
                    if seqs.get(talk.stream_id, 0) == recorded.version - 1 and member.has_room():
                        seqs[talk.stream_id] = recorded.version
                        member.send(state if text is None else text)
                        if is_answer:
                            member.send(state)

    def _state(self, talk: Talk) -> str:
        """As the help desk was seen last, not as it was when this talk was read: that look may have been overtaken by one at the desk."""
        place, assignee_id = _place(self._desk, talk.id) + 1, self._desk["cases"].get(str(talk.id))
        return public.talk_state(replace(talk, assignee_id=assignee_id), place or None, self.people.names)

    def _tell_unread(self, room: PersonRoom, talk: Talk) -> None:
        """How much of a conversation one has not read, when that changed."""
        sides = (talk.customer_id, STAFF if talk.with_id is None else talk.with_id)
        side = room.person_id if room.person_id in sides else STAFF
        count = talk.state["unread"][sides.index(side)]
        if room.unread.get(talk.stream_id) != count:
            room.unread[talk.stream_id] = count
            room.everyone(public.unread(talk.id, count, self._clock()))

    async def _tell_desk(self) -> None:
        """Who waits and who has what changed: everybody concerned hears of his conversation."""
        found = await log.tail(self._pool, HELP_DESK, self._codec, after=0, limit=0)
        if found is None:
            return
        await self.people.learn(found.state["cases"].values())
        before, self._desk = self._desk, (desk := found.state)
        had, has = before["cases"], desk["cases"]
        moved = [number for number in {*before["queue"], *desk["queue"]} if _place(before, number) != _place(desk, number)]
        moved += [int(number) for number in {*had, *has} if had.get(number) != has.get(number)]
        for number in dict.fromkeys(moved):
            talk = await conversations.one(self._pool, number)
            if talk is not None and (rooms := self._listening(talk)):
                await self.people.learn({talk.customer_id})
                for room in rooms:
                    room.everyone(self._state(talk))

    def type(self, person_id: int, talk: Talk, *, is_typing: bool) -> None:
        """Somebody writes, or stopped: told to the others here and in other workers, never kept."""
        message = {"by": person_id, "talk": talk.id, "people": [talk.customer_id, talk.with_id], "is_typing": is_typing}
        self.typing(message)
        self._tell(TYPING, message)

    def typing(self, message: Mapping[str, Any]) -> None:
        """Somebody writes in this worker or another."""
        by, people = int(message["by"]), message["people"]
        if by not in self.people.names:
            return
        text = public.typing(self.people.names[by], int(message["talk"]), bool(message["is_typing"]))
        for person, room in self._rooms.items():
            if person != by and (person in people or (people[1] is None and room.is_staff)):
                room.everyone(text)

    async def present(self, changed: Mapping[int, int]) -> None:
        """The numbers of people's open sockets changed: those who know them hear who came and who went."""
        people = {number_of(stream): count for stream, count in changed.items() if kind_of(stream) == "accounts"}
        if not people or not self._rooms:
            return
        try:
            await self.people.learn(people)
        except AWAY as error:
            logger.warning("presence_not_told", error=repr(error))
            return
        for person, count in people.items():
            rooms = [room for other, room in self._rooms.items() if other != person and (room.is_staff or person in room.peers)]
            self.people.tell(rooms, person, is_online=count > 0)


def _others(talk: Talk | Seen, person_id: int) -> set[int]:
    """Who takes part besides this person; the help desk is nobody."""
    return {one for one in (talk.customer_id, talk.with_id) if one is not None} - {person_id}


def _furthest_behind(talk: Talk, rooms: list[PersonRoom], *, with_room: bool) -> int:
    """The last seq that the open socket furthest behind was told (of those with room only); it begins at 0."""
    told = [
        seqs.setdefault(talk.stream_id, 0) for room in rooms for member, seqs in room.told.items()
        if member.close_code is None and (not with_room or member.has_room())
    ]
    return min(told, default=talk.version)


def _place(desk: Mapping[str, Any], number: int) -> int:
    queue: list[int] = desk["queue"]
    return queue.index(number) if number in queue else -1
