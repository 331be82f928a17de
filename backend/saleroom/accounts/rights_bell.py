"""Rings when an administrator changed somebody's rights, so that open sockets are looked after at once and not at the next poll.

A ring carries no truth and may be lost: who listens looks by the clock as well. One that comes while he looks is not missed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from saleroom.eventlog.pool import AWAY

TOPIC: Final = "rights"  # of the wake-up by which the other workers' bells are rung

logger = structlog.get_logger(__name__)


class Listener:
    """One who looks by the clock, or sooner when it rings."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """It rang."""
        self._rung.set()

    async def wait(self, seconds: float) -> None:
        """Until it rings, also since the last wait; at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            pass
        self._rung.clear()

    async def keep_looking(self, seconds: float, look: Callable[[], Awaitable[None]], unseen: str) -> None:
        """Look each time it rings, and after so many seconds, until cancelled; `unseen` is noted while Postgres is away."""
        while True:
            await self.wait(seconds)
            try:
                await look()
            except AWAY as error:
                logger.warning(unseen, error=repr(error))


class RightsBell:
    """The bell of one worker."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listener(self) -> Listener:
        """Somebody listens from now on, as long as the worker lives."""
        self._listeners.append(listener := Listener())
        return listener

    def ring(self) -> None:
        """Wake everybody who listens."""
        for listener in self._listeners:
            listener.ring()
