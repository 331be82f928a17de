"""Keeps every open room at the head of its stream: from this worker's own commits at once, from others by looking.

Law 10 as the reader sees it: a room takes a commit only if it follows its version; anything else (a gap, a wake-up, a poll
that sees a newer head) makes it read the log. So a lost, doubled or late wake-up changes nothing but the delay. What was read
is shown after the answers of this worker's own batch: a bidder hears of his bid before he sees it. Where two workers write one
stream in turn, each batch brings what the other wrote before it, and a wake-up for that need not be followed.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

import structlog

from saleroom.domain.ids import kind_of
from saleroom.eventlog import log
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.eventlog.subscription import Heads, Published
from saleroom.realtime.rooms import Clock, Room, RoomKind

POLL_SECONDS: Final = 0.25
RETRY_SECONDS: Final = 0.25


class Batches(Protocol):
    """What the rooms must know of the batches of this worker (`Handle`)."""

    async def answered(self, stream: int, commands: Iterable[UUID], /) -> None:
        """Wait while one of these commands is committed here and not answered yet."""

    def brings(self, stream: int, version: int, /) -> bool:
        """Whether a batch that is on its way will publish everything up to this version."""


logger = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Follower:
    """A room that is open or being opened.

    Attributes:
        is_behind: there is something new to read.
        is_jumping: the room is being put to a newer state and takes no facts meanwhile.
    """

    opening: "asyncio.Future[Room | None]"
    room: Room | None = None
    is_behind: bool = False
    is_jumping: bool = False
    task: asyncio.Task[None] | None = None


class Feed:
    """The rooms of this worker.

    Args:
        pool: for reading the log.
        kinds: the rooms of each noun that has any.
        clock: the house's clock.
        batches: those of this worker.
    """

    def __init__(self, pool: Pool, kinds: Mapping[str, RoomKind], clock: Clock, batches: Batches) -> None:
        self._pool, self._kinds, self._clock, self._batches = pool, kinds, clock, batches
        self._followers: dict[int, _Follower] = {}

    def kind(self, stream: int) -> RoomKind:
        """What kind of room a stream has."""
        return self._kinds[kind_of(stream)]

    async def open(self, stream: int) -> Room | None:
        """The room of a stream at its head, opened when it is not open yet; None for an unknown stream."""
        follower = self._followers.get(stream)
        if follower is None:
            follower = self._followers[stream] = _Follower(asyncio.get_running_loop().create_future())
            try:
                kind = self.kind(stream)
                follower.room = await kind.open(self._pool, kind.codec, stream, self._clock)
            except BaseException as error:
                del self._followers[stream]
                follower.opening.set_exception(error)
                follower.opening.exception()
                raise
            if follower.room is None:
                del self._followers[stream]
            elif follower.is_behind:
                self._look(stream, follower)
            follower.opening.set_result(follower.room)
            return follower.room
        return await asyncio.shield(follower.opening)

    def close(self, stream: int) -> None:
        """Stop following a stream when nobody is in its room any more."""
        follower = self._followers.get(stream)
        if follower is not None and follower.room is not None and not follower.room.members:
            del self._followers[stream]

    def rooms(self) -> list[Room]:
        """All open rooms."""
        return [follower.room for follower in self._followers.values() if follower.room is not None]

    def room(self, stream: int) -> Room | None:
        """The open room of a stream, or None."""
        follower = self._followers.get(stream)
        return follower.room if follower else None

    def publish(self, published: Published) -> None:
        """A commit of this worker: told at once if it follows the room's version, else read from the log."""
        follower = self._followers.get(published.stream)
        if follower is None:
            return
        if follower.room is None or follower.is_jumping:
            follower.is_behind = True
            return
        if not self._apply(follower.room, published):
            self._look(published.stream, follower)

    def look(self, heads: Heads) -> None:
        """A wake-up: these streams are so long now; none at all: something may have been missed anywhere."""
        for stream in heads or list(self._followers):
            follower = self._followers.get(stream)
            if follower is not None and not (heads and self._has(follower.room, stream, heads[stream])):
                self._look(stream, follower)

    def _has(self, room: Room | None, stream: int, version: int) -> bool:
        """Whether a room knows all facts up to a version, or will be told them by a batch of this worker."""
        return room is not None and (room.version >= version or self._batches.brings(stream, version))

    async def poll(self) -> None:
        """Compare the heads of all open rooms with the log every POLL_SECONDS: the safety net below the wake-ups."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                if not self._followers:
                    continue
                for stream, version in (await log.heads(self._pool, list(self._followers))).items():
                    follower = self._followers.get(stream)
                    if follower is not None and follower.room is not None and follower.room.version < version:
                        self._look(stream, follower)
            except AWAY as error:
                logger.warning("feed_poll_failed", error=repr(error))

    @staticmethod
    def _apply(room: Room, published: Published) -> bool:
        """Hand contiguous facts to the room; False when there is a gap between its version and them."""
        if published.version <= room.version:
            return True
        first = published.version - len(published.recorded) + 1
        if first > room.version + 1:
            return False
        new = published.recorded[room.version + 1 - first :]
        room.publish(Published(published.stream, new, published.version, published.state, published.due_at))
        return True

    def _look(self, stream: int, follower: _Follower) -> None:
        follower.is_behind = True
        if follower.room is not None and follower.task is None:
            follower.task = asyncio.get_running_loop().create_task(self._catch_up(stream, follower, follower.room))

    async def _catch_up(self, stream: int, follower: _Follower, room: Room) -> None:
        try:
            while follower.is_behind:
                follower.is_behind = False
                try:
                    found = await log.tail(self._pool, stream, self.kind(stream).codec, after=room.version, limit=room.tail_max)
                    if found is None:
                        return
                    await self._batches.answered(stream, {recorded.command_id for recorded in found.recorded})
                    published = Published(stream, tuple(found.recorded), found.version, found.state, found.due_at)
                    if not self._apply(room, published):
                        follower.is_jumping = True
                        await room.jump(published)
                except AWAY as error:
                    logger.warning("feed_behind", stream=stream, error=repr(error))
                    follower.is_behind = True
                    await asyncio.sleep(RETRY_SECONDS)
                finally:
                    follower.is_jumping = False
        finally:
            follower.task = None
