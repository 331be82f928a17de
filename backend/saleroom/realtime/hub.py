"""All sockets of this worker: who sits in which room, with which session, from which address, and how many there are."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final, TypeVar
from uuid import UUID

from saleroom.domain.decider import RefusedError
from saleroom.realtime.feed import Feed
from saleroom.realtime.lot_rooms import LotRoom
from saleroom.realtime.members import RESTART, SESSION_ENDED, Member
from saleroom.realtime.presence import TELL_SECONDS, Presence
from saleroom.realtime.rooms import Room

Key = TypeVar("Key")
Present = Callable[[Mapping[int, int]], Awaitable[None]]

SOCKETS_PER_ADDRESS_MAX: Final = 200
SOCKETS_PER_ACCOUNT_MAX: Final = 20
SHOW_AGAIN: Final = "show_again"  # the wake-up's topic for `Hub.show_again` in the other workers


class Hub:
    """The sockets of this worker.

    Args:
        feed: opens rooms and keeps them at the head.
        presence: counts over all workers.
        has_limits: False lifts the limits on sockets, for load tests.
        present: is told, once a second, of all rooms whose number of sockets changed, here or elsewhere.
    """

    def __init__(self, feed: Feed, presence: Presence, has_limits: bool, present: Present | None = None) -> None:
        self._feed, self._presence, self._has_limits, self._present = feed, presence, has_limits, present
        self._members: set[Member] = set()
        self._by_session: dict[UUID, set[Member]] = {}
        self._addresses: Counter[str] = Counter()
        self._accounts: Counter[int] = Counter()

    def admit(self, address: str, person_id: int | None) -> Callable[[], None]:
        """Count a socket in; returns the function that counts it out.

        Raises:
            RefusedError: rate_limited, when the address or the account has too many sockets.
        """
        if self._has_limits and self._addresses[address] >= SOCKETS_PER_ADDRESS_MAX:
            raise RefusedError("rate_limited", retry_after_seconds=10, sockets_max=SOCKETS_PER_ADDRESS_MAX)
        if self._has_limits and person_id is not None and self._accounts[person_id] >= SOCKETS_PER_ACCOUNT_MAX:
            raise RefusedError("rate_limited", retry_after_seconds=10, sockets_max=SOCKETS_PER_ACCOUNT_MAX)
        self._addresses[address] += 1
        if person_id is not None:
            self._accounts[person_id] += 1

        def leave() -> None:
            self._count_down(self._addresses, address)
            if person_id is not None:
                self._count_down(self._accounts, person_id)

        return leave

    @staticmethod
    def _count_down(counter: Counter[Key], key: Key) -> None:
        counter[key] -= 1
        if counter[key] <= 0:
            del counter[key]

    async def join(self, stream: int, member: Member, after: int | str | None) -> Room:
        """Bring a socket into the room of a stream.

        Raises:
            RefusedError: there is no such stream; the code is the noun's own.
        """
        room = await self._feed.open(stream)
        while room is not None and self._feed.room(stream) is not room:  # it was closed while we waited
            room = await self._feed.open(stream)
        if room is None:
            raise RefusedError(self._feed.kind(stream).unknown)
        self._presence.change(stream, +1)
        room.join(member, self._presence.count(stream), after)
        self._members.add(member)
        if member.session_id is not None:
            self._by_session.setdefault(member.session_id, set()).add(member)
        return room

    def leave(self, room: Room, member: Member) -> None:
        """The socket is gone."""
        room.leave(member)
        self._members.discard(member)
        self._presence.change(room.stream, -1)
        self._forget_session(member)
        self._feed.close(room.stream)

    def _forget_session(self, member: Member) -> None:
        if member.session_id is not None and (members := self._by_session.get(member.session_id)):
            members.discard(member)
            if not members:
                del self._by_session[member.session_id]

    def sessions(self) -> Iterable[UUID]:
        """The sessions that open sockets live with."""
        return self._by_session.keys()

    def end_session(self, session_id: UUID, told: str) -> None:
        """A session was revoked: its sockets are told and go on as watchers; private ones are closed."""
        for member in self._by_session.pop(session_id, set()):
            member.person_id, member.session_id, member.is_admin = None, None, False
            member.send(told)
            if member.is_private:
                member.close(SESSION_ENDED)

    def change_rights(self, person_id: int, roles: frozenset[str], told: str, *, is_admin: bool) -> None:
        """Somebody's roles are these from now on: his sockets are told and act by them; his private ones come back with them."""
        for member in self._members:
            if member.person_id != person_id or (member.roles, member.is_admin) == (roles, is_admin):
                continue
            member.roles, member.is_admin = roles, is_admin
            member.send(told)
            if member.is_private:
                member.close(RESTART)

    def unverified(self) -> set[int]:
        """Who sits here with a mail address that he is still to confirm before he may act."""
        return {member.person_id for member in self._members if member.person_id is not None and not member.is_verified}

    def verify(self, person_ids: set[int]) -> None:
        """These people confirmed their addresses: their open sockets may act from now on."""
        for member in self._members:
            if member.person_id in person_ids:
                member.is_verified = True

    def close_all(self) -> None:
        """The worker stops: every socket is asked to come back (to another worker, or to this one restarted)."""
        for member in list(self._members):
            member.close(RESTART)

    def show_again(self, stream: int) -> None:
        """What a lot shows beside the log changed (a picture): its room hears the state again, and looks."""
        if isinstance(room := self._feed.room(stream), LotRoom):
            room.tell_again()

    async def tell_presence(self) -> None:
        """Once a second, tell rooms whose number of sockets changed."""
        while True:
            await asyncio.sleep(TELL_SECONDS)
            changed = self._presence.tick()
            if self._present is not None:
                await self._present(changed)
            for stream, count in changed.items():
                if (room := self._feed.room(stream)) is not None:
                    room.tell_count(count)

    @property
    def sockets(self) -> int:
        """Open sockets in rooms, for metrics."""
        return len(self._members)

    @property
    def rooms(self) -> int:
        """Open rooms, for metrics."""
        return len(self._feed.rooms())
