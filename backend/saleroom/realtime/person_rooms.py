"""The room of one person: all his tabs and devices in this worker, each with how far it has heard every conversation."""

import asyncio
from typing import ClassVar, Final, Protocol

import structlog

from saleroom.domain.ids import number_of
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.realtime.members import RESTART, Member
from saleroom.realtime.rooms import Clock, Opener, Room

RESUME: Final = "resume"  # `?after=resume`
STAFF_ROLES: Final = frozenset({"agent", "admin"})

logger = structlog.get_logger(__name__)


class Greeter(Protocol):
    """Who is told that a socket came, and that one left (`realtime.talks`)."""

    async def greet(self, room: "PersonRoom", member: Member) -> None:
        """A socket is in its room."""

    def goes(self, room: "PersonRoom") -> None:
        """A socket left its room."""


class PersonRoom(Room):
    """The sockets of one person.

    Args:
        stream: the person's key; nothing is written there, it only names the room.
        clock: as of every room.
        greeter: knows the person's conversations.

    Attributes:
        is_staff: whether he answers for the help desk; told by the sign-in of his newest socket.
        told: socket to conversation's stream to the last seq that was sent there.
        unread: what was last told of unread messages, by conversation's stream.
        peers: people he shares a conversation with.
    """

    tail_max: ClassVar[int] = 0

    def __init__(self, stream: int, clock: Clock, greeter: Greeter) -> None:
        super().__init__(stream, Published(stream, (), 0, {}, None), clock)
        self._greeter = greeter
        self._greetings: dict[Member, asyncio.Task[None]] = {}
        self.is_staff = False
        self.told: dict[Member, dict[int, int]] = {}
        self._resuming: set[Member] = set()
        self.unread: dict[int, int] = {}
        self.peers: set[int] = set()

    @property
    def person_id(self) -> int:
        """Whose room it is."""
        return number_of(self.stream)

    def welcome(self, member: Member, count: int, after: int | str | None) -> None:
        """A socket is greeted once its conversations are known; what is said meanwhile is told then."""
        member.is_private = True
        if after == RESUME:
            self._resuming.add(member)
        self.is_staff = member.is_admin or bool(member.roles & STAFF_ROLES)
        self._greetings[member] = asyncio.get_running_loop().create_task(self._greet(member))

    async def _greet(self, member: Member) -> None:
        """Greet a socket; one whose greeting failed is asked to come back."""
        try:
            await self._greeter.greet(self, member)
        except Exception as error:
            logger.warning("greeting_failed", person=self.person_id, error=repr(error))
            member.close(RESTART)
        finally:
            del self._greetings[member]

    def resumes(self, member: Member) -> bool:
        """Whether a socket said that it goes on after a cut, so that nothing is to be told before its `resume`."""
        return member in self._resuming

    async def greeted(self, member: Member) -> None:
        """Wait until a socket is greeted: what it asks for before would be lost."""
        if (greeting := self._greetings.get(member)) is not None:
            await asyncio.shield(greeting)

    def leave(self, member: Member) -> None:
        """The socket is gone."""
        super().leave(member)
        self.told.pop(member, None)
        self._resuming.discard(member)
        self._greeter.goes(self)

    def tell_count(self, count: int) -> None:
        """Who is there is told to the others, as `status`."""

    def publish(self, published: Published) -> None:
        """Nothing is written to a person's stream."""

    async def jump(self, opened: Published) -> None:
        """Nothing is written to a person's stream."""


def person_rooms(greeter: Greeter) -> Opener:
    """Opens the rooms of people who were let in."""

    async def opened(pool: Pool, codec: Codec, stream: int, clock: Clock) -> Room:
        return PersonRoom(stream, clock, greeter)

    return opened
