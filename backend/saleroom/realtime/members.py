"""One open socket of a room: a bounded queue, and what happens when its reader is slow.

Law 12: the queue holds FRAMES_MAX frames. When it is full, frames that may be conflated give way to the newest one, which is
sent when there is room; the others still queue, up to FRAMES_HARD_MAX. A queue that stays full for FULL_MAX, or
reaches the hard bound, closes the socket with 4408: resume with ?after=.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from saleroom.realtime.public import PublicFrame

FRAMES_MAX: Final = 256  # about 80 kB
FRAMES_HARD_MAX: Final = 1_024
FULL_MAX: Final = timedelta(seconds=5)

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
        is_verified: whether the person's address was confirmed at the handshake.
        roles: the person's, at the handshake.
        is_private: whether the socket is of use to this person alone: it is closed with his session.
    """

    __slots__ = (
        "_clock", "_full_since", "_newest", "_queue", "_ready", "_skipped", "close_code", "is_admin", "is_private", "is_verified",
        "joined_seq", "person_id", "pump_task", "roles", "session_id",
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
        self._full_since: datetime | None = None
        self._newest: PublicFrame | None = None
        self._skipped = 0

    def send(self, text: str) -> None:
        """Queue a frame that must arrive."""
        if len(self._queue) >= FRAMES_HARD_MAX:
            self.close(SLOW_READER)
        elif self.close_code is None:
            self._queue.append(text)
            self._ready.set()

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

    def close(self, code: int) -> None:
        """Close the socket with a code, once. A slow reader is not waited for; the others get what is queued first."""
        if self.close_code is not None:
            return
        self.close_code = code
        if code == SLOW_READER:
            self._queue.clear()
            self._newest = None
            if self.pump_task is not None:
                self.pump_task.cancel()
        self._ready.set()

    async def pump(self, send: Callable[[str], Awaitable[None]]) -> None:
        """Send what is queued, in order, until the socket is to be closed."""
        queue, ready = self._queue, self._ready
        while True:
            while queue:
                await send(queue.popleft())
                if self._newest is not None and len(queue) < FRAMES_MAX // 2:
                    self._release_newest()
            if self.close_code is not None:
                return
            ready.clear()
            await ready.wait()
