"""The room of a ticket sale: who joins sees what is left, then every change of it, newest state only, at most RATE times a second.

All that goes out to everyone is state, made of the head row: how many tickets of each type are free, and what became of
each seat. So nothing can be missed: whoever comes back, with `after` or without, is told how things stand. Whoever comes between two
beats may see what nobody else was told; at the next beat he is told everything again, since for the others it may be no change.
Whoever does not read is told nothing meanwhile, and the whole newest state when he reads on; answers to presses wait for him.
"""

import asyncio
from base64 import b64decode
from typing import Any, ClassVar, Final

from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.realtime import public
from saleroom.realtime.members import Member
from saleroom.realtime.rooms import Clock, Room

RATE: Final = 10.0  # states a second and room
SEATS_PER_BYTE: Final = 4


class SaleRoom(Room):
    """The room of one ticket sale."""

    tail_max: ClassVar[int] = 0

    def __init__(self, stream: int, opened: Published, clock: Clock) -> None:
        super().__init__(stream, opened, clock)
        self._told = public.sale_figures(opened.state)
        self._told_seats = _packed(opened.state)
        self._told_at = opened.version, opened.state
        self._timer: asyncio.TimerHandle | None = None
        self._newcomers: set[Member] = set()

    def welcome(self, member: Member, count: int, after: int | str | None) -> None:
        """What is left now, of each type and of the hall."""
        if self._timer is not None:
            self._newcomers.add(member)
        for text in self._state(self.version, self.state):
            member.send(text)

    def leave(self, member: Member) -> None:
        super().leave(member)
        self._newcomers.discard(member)

    def _state(self, version: int, state: dict[str, Any]) -> list[str]:
        """The frames of a whole state."""
        counts = public.seat_counts(version, state, self._clock())
        return [counts] if state["seats"] is None else [counts, public.all_seats(version, state["seats"])]

    def _told_state(self) -> list[str]:
        """What everyone who reads was told last: what changes from then on changes it for whoever is told it later."""
        return self._state(*self._told_at)

    def tell_count(self, count: int) -> None:
        """Nobody is told how many others press."""

    def publish(self, published: Published) -> None:
        """Note the newest state; what it changes for everyone goes out at the next beat."""
        self.version, self.state = published.version, published.state
        is_seen = not published.recorded or any(public.changes_figures(one.fact) for one in published.recorded)
        if is_seen and self._timer is None:
            self._tell()

    async def jump(self, opened: Published) -> None:
        """The same as `publish`: a state stands for everything before it."""
        self.publish(opened)

    def _on_timer(self) -> None:
        self._timer = None
        self._tell()

    def _tell(self) -> None:
        """Send what changed since the last time, if anything did, and then be silent for a beat."""
        newcomers = {member for member in self._newcomers if member.joined_seq < self.version}
        self._newcomers.clear()
        texts = self._changes()
        if texts or newcomers:
            self._told_at = self.version, self.state
        for member in [*(self.members if texts else newcomers)]:
            member.tell_state(self._told_state() if member in newcomers else texts, self._told_state)
        if texts or newcomers:
            self._timer = asyncio.get_running_loop().call_later(1.0 / RATE, self._on_timer)

    def _changes(self) -> list[str]:
        """The frames that tell what is other than everyone was told the last time."""
        figures, seats = public.sale_figures(self.state), _packed(self.state)
        if figures == self._told and seats == self._told_seats:
            return []
        texts, changed = [public.seat_counts(self.version, self.state, self._clock())], _changed(self._told_seats, seats)
        self._told, self._told_seats = figures, seats
        if changed is None:
            texts.append(public.all_seats(self.version, self.state["seats"]))
        elif changed:
            texts.append(public.changed_seats(self.version, changed))
        return texts


def _packed(state: dict[str, Any]) -> bytes:
    return b64decode(state["seats"] or "")


def _changed(before: bytes, after: bytes) -> list[tuple[int, int]] | None:
    """(index, state) of every seat that changed; None when it is another hall."""
    if len(before) != len(after):
        return None
    return [
        (place * SEATS_PER_BYTE + n, new >> 2 * n & 3)
        for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new
        for n in range(SEATS_PER_BYTE) if (old ^ new) >> 2 * n & 3
    ]


async def open_sale_room(pool: Pool, codec: Codec, stream: int, clock: Clock) -> SaleRoom | None:
    """The room of a ticket sale at its head; None for an unknown one."""
    found = await log.tail(pool, stream, codec, after=0, limit=0)
    if found is None:
        return None
    return SaleRoom(stream, Published(stream, (), found.version, found.state, found.due_at), clock)
