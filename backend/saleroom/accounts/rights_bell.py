"""Rings when an administrator changed somebody's rights, so that open sockets are looked after at once and not at the next poll.

A ring carries no truth and may be lost: who listens looks by the clock as well. One that comes while he looks is not missed.
"""

import asyncio
from typing import Final

TOPIC: Final = "rights"  # of the wake-up by which the other workers' bells are rung


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
