"""The room of a lot: who joins sees one state, then every event once, in order.

Laws. Each event is encoded once. At most RATE conflatable events a second go out; above that only the newest, with
`skipped` saying how many public events were left out; what may not be conflated goes out at once, after what waits.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import ClassVar, Final

from saleroom.domain.auctions import events as e
from saleroom.domain.ids import number_of
from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.realtime import public
from saleroom.realtime.history import EVENTS_MAX, History
from saleroom.realtime.members import Member
from saleroom.realtime.public import PublicFrame
from saleroom.realtime.rooms import Clock, Room

RATE: Final = 20.0  # conflatable events a second and room
BURST: Final = 20.0
BIDS_SHOWN: Final = 20

Bids = Callable[[int], Awaitable[list[Recorded]]]


class LotRoom(Room):
    """The room of one lot.

    Args:
        stream, opened, clock: as of every room.
        bids: the newest bids at the head, newest first.
        read_bids: reads the newest bids at a version anew.
    """

    tail_max: ClassVar[int] = 5_000  # about 1 MB; a worker that is further behind shows the lot anew

    def __init__(self, stream: int, opened: Published, clock: Clock, bids: list[Recorded], read_bids: Bids) -> None:
        super().__init__(stream, opened, clock)
        self._bids, self._read_bids = deque(bids, BIDS_SHOWN), read_bids
        self._history = History(opened.version - len(opened.recorded))
        self._waiting: list[PublicFrame] = []
        self._tokens, self._refilled = BURST, clock()
        self._timer: asyncio.TimerHandle | None = None
        for recorded in opened.recorded:
            if frame := public.lot_event(stream, recorded):
                self._history.add(frame)

    def welcome(self, member: Member, count: int, after: int | str | None) -> None:
        """Where the lot stands: by state, or, with `after`, by what the member missed."""
        now = self._clock()
        member.send(public.users_count(count))
        missed = self._history.since(after, self.version) if isinstance(after, int) else None
        if missed is None:
            member.send(public.lot_status(self.stream, self.version, self.state, now, resync=after is not None))
            member.send(self.bid_history())
            return
        for frame in missed:
            member.send(frame.whole(now.isoformat()))
        member.send(public.lot_status(self.stream, self.version, self.state, now))

    def tell_count(self, count: int) -> None:
        """USERS_COUNT to everyone."""
        self.everyone(public.users_count(count))

    def bid_history(self) -> str:
        """BID_HISTORY at the room's version."""
        lot_id = number_of(self.stream)
        return public.bid_history(self.stream, self.version, [public.bid(lot_id, recorded) for recorded in self._bids])

    def status(self) -> str:
        """LOT_STATUS at the room's version."""
        return public.lot_status(self.stream, self.version, self.state, self._clock())

    def publish(self, published: Published) -> None:
        """Take in contiguous facts that follow the room's version, and tell everyone."""
        changes_status = False
        for recorded in published.recorded:
            changes_status = changes_status or public.changes_status(recorded.fact)
            self._take(recorded)
        self.version, self.state = published.version, published.state
        if changes_status:
            self.tell_again()

    def tell_again(self) -> None:
        """LOT_STATUS to everyone, after the bids that wait: the state changed, or what is shown beside it (a picture)."""
        self._flush()
        self.everyone(self.status())

    async def jump(self, opened: Published) -> None:
        """Everyone gets the newest state with `resync`."""
        bids = await self._read_bids(opened.version)
        self._cancel_timer()
        self._waiting.clear()
        self.version, self.state = opened.version, opened.state
        self._history = History(opened.version)
        self._bids = deque(bids, BIDS_SHOWN)
        self.everyone(public.lot_status(self.stream, self.version, self.state, self._clock(), resync=True))
        self.everyone(self.bid_history())
        for member in self.members:
            member.joined_seq = self.version

    def _take(self, recorded: Recorded) -> None:
        frame = public.lot_event(self.stream, recorded)
        if frame is None:
            return
        self._history.add(frame)
        if not frame.is_conflatable:
            self._flush()
            self._send(frame, [])
            return
        self._bids.appendleft(recorded)
        self._waiting.append(frame)
        if self._has_token():
            self._flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later((1.0 - self._tokens) / RATE, self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        self._has_token()
        self._flush()

    def _has_token(self) -> bool:
        now = self._clock()
        self._tokens = min(BURST, self._tokens + max(0.0, (now - self._refilled).total_seconds()) * RATE)
        self._refilled = now
        if self._tokens < 1.0 or self._timer is not None:
            return False
        self._tokens -= 1.0
        return True

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _flush(self) -> None:
        """Send the newest waiting event, and say how many it stands for."""
        self._cancel_timer()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self._send(waiting[-1], waiting[:-1])

    def _send(self, frame: PublicFrame, left_out: list[PublicFrame]) -> None:
        now = self._clock().isoformat()
        text = frame.whole(now, len(left_out))
        oldest = left_out[0].seq if left_out else frame.seq
        for member in list(self.members):
            if member.joined_seq < oldest:
                member.offer(frame, text, len(left_out))
            elif member.joined_seq < frame.seq:  # joined while events waited: it missed fewer than the others
                skipped = sum(member.joined_seq < other.seq for other in left_out)
                member.offer(frame, frame.whole(now, skipped), skipped)


async def open_lot_room(pool: Pool, codec: Codec, stream: int, clock: Clock) -> LotRoom | None:
    """The room of a lot at its head; None for an unknown lot."""

    async def newest_bids(version: int) -> list[Recorded]:
        return await log.newest_of_type(pool, stream, codec, e.BidPlaced, before=version + 1, limit=BIDS_SHOWN)

    found = await log.tail(pool, stream, codec, after=0, limit=EVENTS_MAX)
    if found is None:
        return None
    opened = Published(stream, tuple(found.recorded), found.version, found.state, found.due_at)
    return LotRoom(stream, opened, clock, await newest_bids(found.version), newest_bids)
