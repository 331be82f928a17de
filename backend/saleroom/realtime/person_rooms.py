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
        self._greetings: set[asyncio.Task[None]] = set()
        self.is_staff = False
        self.told: dict[Member, dict[int, int]] = {}
        self.unread: dict[int, int] = {}
        self.peers: set[int] = set()

    @property
    def person_id(self) -> int:
        """Whose room it is."""
        return number_of(self.stream)

    def welcome(self, member: Member, count: int, after: int | str | None) -> None:
        """A socket is greeted once its conversations are known; what is said meanwhile is told then."""
        member.is_private = True
        self.is_staff = bool(member.roles & STAFF_ROLES)
        greeting = asyncio.get_running_loop().create_task(self._greeter.greet(self, member))
        self._greetings.add(greeting)
        greeting.add_done_callback(self._greeted)

    def _greeted(self, greeting: "asyncio.Task[None]") -> None:
        """One whose greeting failed is asked to come back."""
        self._greetings.discard(greeting)
        if not greeting.cancelled() and (error := greeting.exception()) is not None:
            logger.warning("greeting_failed", person=self.person_id, error=repr(error))
            for member in [one for one in self.members if one not in self.told]:
                member.close(RESTART)

    def leave(self, member: Member) -> None:
        """The socket is gone."""
        super().leave(member)
        self.told.pop(member, None)
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
