"""One open socket of a room: a bounded queue, and what happens when its reader is slow.

Law 12: the queue holds FRAMES_MAX frames. When it is full, frames that may be conflated give way to the newest one, which is
sent when there is room; the others still queue, up to FRAMES_HARD_MAX. A queue that stays full for FULL_MAX, or
reaches the hard bound, closes the socket with 4408: resume with ?after=. Where a room tells states only, STATES_MAX frames wait at
most: a state that comes then is left out, and the whole newest one is told as soon as all that waits was taken.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from saleroom.realtime.public import PublicFrame

Soon = Callable[[Callable[[], None]], object]
Write = Callable[[deque[str]], None]
Whole = Callable[[], Iterable[str]]

FRAMES_MAX: Final = 256  # about 80 kB
FRAMES_HARD_MAX: Final = 1_024
FULL_MAX: Final = timedelta(seconds=5)
STATES_MAX: Final = 16  # more than the answers that one turn of the loop gives somebody who presses, less than a second of states

SLOW_READER: Final = 4408
SESSION_ENDED: Final = 4401
RESTART: Final = 1012


class Member:
    """One socket.

    Args:
        clock: the house's clock, for `server_time` and for how long the queue has been full.

    Attributes:
        person_id: who is signed in, or None for a watcher.
        session_id: the session it lives with.
        is_admin: whether the person may finish lots.
        is_verified: whether the person's address was confirmed, or need not be in this house.
        roles: the person's, at the handshake.
        is_private: whether the socket is of use to this person alone: it is closed with his session.
    """

    __slots__ = (
        "_clock", "_full_since", "_is_sending", "_newest", "_queue", "_ready", "_skipped", "_soon", "_whole", "_write", "close_code",
        "is_admin", "is_private", "is_verified", "joined_seq", "person_id", "pump_task", "roles", "session_id",
    )

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.person_id: int | None = None
        self.session_id: UUID | None = None
        self.is_admin = self.is_verified = self.is_private = False
        self.roles: frozenset[str] = frozenset()
        self.joined_seq = 0
        self.close_code: int | None = None
        self.pump_task: asyncio.Task[None] | None = None
        self._queue: deque[str] = deque()
        self._ready = asyncio.Event()
        self._is_sending = False  # what is queued is seen to: by `_flush` in the next turn of the loop, or by the pump
        self._soon: Soon | None = None
        self._write: Write | None = None
        self._full_since: datetime | None = None
        self._newest: PublicFrame | None = None
        self._skipped = 0
        self._whole: Whole | None = None

    def send(self, text: str) -> None:
        """Queue a frame that must arrive."""
        if len(self._queue) >= FRAMES_HARD_MAX:
            self.close(SLOW_READER)
        elif self.close_code is None:
            self._queue.append(text)
            if not self._is_sending:
                self._is_sending = True
                if self._soon is None:
                    self._ready.set()
                else:
                    self._soon(self._flush)

    def tell_state(self, texts: Iterable[str], whole: Whole) -> None:
        """Queue a state, or a change of one. Who is behind is told `whole` instead once he has taken what waits for him.

        Args:
            whole: makes the newest state that was told to the others; asked when it is sent.
        """
        if self._whole is not None or len(self._queue) >= STATES_MAX:
            self._whole = whole
            return
        for text in texts:
            self.send(text)

    def has_room(self) -> bool:
        """Whether a frame that can wait may be queued now. A queue that stays full for FULL_MAX closes the socket."""
        if len(self._queue) < FRAMES_MAX:
            self._full_since = None
            return True
        now = self._clock()
        if self._full_since is None:
            self._full_since = now
        elif now - self._full_since > FULL_MAX:
            self.close(SLOW_READER)
        return False

    def write_directly(self, write: Write, soon: Soon) -> None:
        """Send by the server's short way: `write` takes off the left of the queue what it may write now, called `soon`."""
        self._write, self._soon = write, soon

    def _flush(self) -> None:
        assert self._write is not None
        self._write(self._queue)
        while not self._queue and (self._newest is not None or self._whole is not None):
            self._release_newest()
            self._release_whole()
            self._write(self._queue)
        if self._queue or self.close_code is not None:
            self._ready.set()  # the socket takes no more just now, or is to be closed: the pump sees to it
        else:
            self._is_sending = False

    def offer(self, frame: PublicFrame, text: str, skipped: int) -> None:
        """Queue an event; a conflatable one waits as the newest while the queue is full."""
        if self._newest is None and len(self._queue) < FRAMES_MAX:
            self._full_since = None
            self.send(text)
        elif frame.is_conflatable:
            self._keep_newest(frame, skipped)
        else:
            self._release_newest()
            self.send(text)

    def _keep_newest(self, frame: PublicFrame, skipped: int) -> None:
        now = self._clock()
        if self._full_since is None:
            self._full_since = now
        elif now - self._full_since > FULL_MAX:
            self.close(SLOW_READER)
        self._skipped += skipped + (self._newest is not None)
        self._newest = frame

    def _release_newest(self) -> None:
        if self._newest is not None:
            self.send(self._newest.whole(self._clock().isoformat(), self._skipped))
            self._newest, self._skipped, self._full_since = None, 0, None

    def _release_whole(self) -> None:
        if self._whole is not None:
            whole, self._whole = self._whole, None
            self.tell_state(whole(), whole)

    def close(self, code: int) -> None:
        """Close the socket with a code, once. A slow reader is not waited for; the others get what is queued first."""
        if self.close_code is not None:
            return
        self.close_code = code
        if code == SLOW_READER:
            self._queue.clear()
            self._newest = self._whole = None
            if self.pump_task is not None:
                self.pump_task.cancel()
        if not self._is_sending or code == SLOW_READER:
            self._ready.set()

    async def pump(self, send: Callable[[str], Awaitable[None]]) -> None:
        """Send what waits when the short way is none or is blocked, in order, until the socket is to be closed."""
        queue, ready = self._queue, self._ready
        while True:
            await ready.wait()
            ready.clear()
            while queue:
                await send(queue.popleft())
                if self._newest is not None and len(queue) < FRAMES_MAX // 2:
                    self._release_newest()
                if not queue:
                    self._release_whole()
            if self.close_code is not None:
                return
            self._is_sending = False
