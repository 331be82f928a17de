"""A room is all sockets of one stream in this worker: who joins sees one state, then what follows, in order.

Law: joining is one step without a wait. The state is told and the member entered in the same turn of the loop, so nothing can
come between. What a room tells is its noun's own business: `lot_rooms`, `sale_rooms`.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from saleroom.eventlog.codec import Codec
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.realtime.members import Member

Clock = Callable[[], datetime]


class Room(ABC):
    """The room of one stream.

    Args:
        stream: its key in the log.
        opened: the newest facts and the head, read in one statement.
        clock: the house's clock, for `server_time` and rates.

    Attributes:
        tail_max: how many facts it wants to be told at most when others wrote them; 0 where the head's state is enough.
    """

    tail_max: ClassVar[int]

    def __init__(self, stream: int, opened: Published, clock: Clock) -> None:
        self.stream = stream
        self.version, self.state = opened.version, opened.state
        self.members: set[Member] = set()
        self._clock = clock

    def join(self, member: Member, count: int, after: int | str | None) -> None:
        """Let a socket in and tell it where things stand: by state, or, with `after`, by what it missed."""
        self.members.add(member)
        member.joined_seq = self.version
        self.welcome(member, count, after)

    def leave(self, member: Member) -> None:
        """The socket is gone."""
        self.members.discard(member)

    def everyone(self, text: str) -> None:
        """Send a state to all members."""
        for member in list(self.members):
            member.send(text)

    @abstractmethod
    def welcome(self, member: Member, count: int, after: int | str | None) -> None:
        """Tell a newcomer where things stand; `count` sockets are here over all workers."""

    @abstractmethod
    def tell_count(self, count: int) -> None:
        """The number of sockets over all workers changed."""

    @abstractmethod
    def publish(self, published: Published) -> None:
        """Take in contiguous facts that follow the room's version, and tell everyone."""

    @abstractmethod
    async def jump(self, opened: Published) -> None:
        """So much happened elsewhere that it is not told one by one: everyone gets the newest state."""


@dataclass(frozen=True, slots=True)
class RoomKind:
    """The rooms of one noun.

    Attributes:
        codec: its facts.
        unknown: the refusal's code for a stream that does not exist.
        open: the room of a stream at its head; None when there is no such stream.
    """

    codec: Codec
    unknown: str
    open: "Opener"


Opener = Callable[[Pool, Codec, int, Clock], Awaitable[Room | None]]
