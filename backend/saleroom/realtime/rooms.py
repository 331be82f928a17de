"""A room is all sockets of one stream in this worker: who joins sees one state, then every event once, in order.

Laws. Joining is one step without a wait: the state is read and the member entered in the same turn of the loop, so nothing can
come between. Each event is encoded once. At most RATE conflatable events a second go out; above that only the newest, with
`skipped` saying how many public events were left out; what may not be conflated goes out at once, after what waits.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Final

from saleroom.domain.ids import number_of
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.subscription import Published
from saleroom.realtime import public
from saleroom.realtime.history import History
from saleroom.realtime.members import Member
from saleroom.realtime.public import PublicFrame

RATE: Final = 20.0  # conflatable events a second and room
BURST: Final = 20.0
BIDS_SHOWN: Final = 20


class Room:
    """The room of one lot.

    Args:
        stream: the lot's stream.
        opened: the newest facts and the head, read in one statement.
        bids: the newest bids, newest first.
        clock: the house's clock, for `server_time` and the rate.
    """

    def __init__(self, stream: int, opened: Published, bids: list[Recorded], clock: Callable[[], datetime]) -> None:
        self.stream = stream
        self.version, self.state = opened.version, opened.state
        self.members: set[Member] = set()
        self._clock = clock
        self._bids = deque(bids, BIDS_SHOWN)
        self._history = History(opened.version - len(opened.recorded))
        self._waiting: list[PublicFrame] = []
        self._tokens, self._refilled = BURST, clock()
        self._timer: asyncio.TimerHandle | None = None
        for recorded in opened.recorded:
            if frame := public.lot_event(stream, recorded):
                self._history.add(frame)

    def join(self, member: Member, count: int, after: int | str | None) -> None:
        """Let a socket in and tell it where the lot stands: by state, or, with `after`, by what it missed."""
        self.members.add(member)
        member.joined_seq = self.version
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

    def leave(self, member: Member) -> None:
        self.members.discard(member)

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
            self._flush()
            self.everyone(self.status())

    def jump(self, opened: Published, bids: list[Recorded]) -> None:
        """So much happened elsewhere that it cannot be told one by one: everyone gets the newest state with `resync`."""
        self._cancel_timer()
        self._waiting.clear()
        self.version, self.state = opened.version, opened.state
        self._history = History(opened.version)
        self._bids = deque(bids, BIDS_SHOWN)
        self.everyone(public.lot_status(self.stream, self.version, self.state, self._clock(), resync=True))
        self.everyone(self.bid_history())
        for member in self.members:
            member.joined_seq = self.version

    def everyone(self, text: str) -> None:
        """Send a state to all members."""
        for member in list(self.members):
            member.send(text)

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
