"""Who is there, and how people are named outside: what everybody's conversations are told with.

A name is read once and never changes; who is there is the presence of people's own rooms, summed over all workers.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping

from saleroom.domain.ids import kind_of, number_of
from saleroom.realtime import public
from saleroom.realtime.person_rooms import PersonRoom
from saleroom.realtime.presence import Presence
from saleroom.realtime.rooms import Clock

Names = Callable[[Iterable[int]], Awaitable[dict[int, str]]]


class PeopleHere:
    """People as the workers of this house know them.

    Args:
        presence: who has a socket open, over all workers.
        read_names: how people are named outside, by their ids.
        clock: the house's clock.
    """

    def __init__(self, presence: Presence, read_names: Names, clock: Clock) -> None:
        self._presence, self._read_names, self._clock = presence, read_names, clock
        self._names: dict[int, str] = {}

    @property
    def names(self) -> Mapping[int, str]:
        """The names that were learned."""
        return self._names

    async def learn(self, people: Iterable[int]) -> None:
        """Know the names of these people from now on."""
        if unknown := [one for one in people if one not in self._names]:
            self._names |= await self._read_names(unknown)

    def online(self) -> set[int]:
        """Who has a socket open, in any worker."""
        return {number_of(stream) for stream in self._presence.present() if kind_of(stream) == "accounts"}

    def known_to(self, room: PersonRoom) -> set[int]:
        """Who of those whom the person of a room knows has a socket open; staff knows everybody."""
        return self.online() if room.is_staff else self.online() & room.peers

    async def names_known_to(self, room: PersonRoom) -> list[str]:
        """Their names, also of whoever comes while names are read; the person's own is known from then on, too."""
        asked: set[int] = set()
        while people := {*self.known_to(room), room.person_id} - asked:
            await self.learn(people)
            asked |= people
        return [self._names[one] for one in sorted(self.known_to(room)) if one in self._names]

    async def meet(self, room: PersonRoom, people: set[int]) -> None:
        """The person of a room knows these from now on, and hears at once who of them is there; later only what changes."""
        await self.learn(people)
        room.peers |= people
        for person in () if room.is_staff else people & self.online():
            self.tell([room], person, is_online=True)

    def tell(self, rooms: Iterable[PersonRoom], person: int, *, is_online: bool) -> None:
        """Rooms hear that somebody is there or has gone; of whom nobody knows the name they hear nothing."""
        if person in self._names:
            text = public.user_status(self._names[person], self._clock(), is_online=is_online)
            for room in rooms:
                room.everyone(text)
