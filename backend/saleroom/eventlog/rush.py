"""Whether people press faster than one at a time is answered, anywhere in the house: what can wait then waits, in every worker.

Workers of a house share its cores, so an idle one that wrote letters at full speed would take them from the one that is pressed.
A commit of many facts is the sign; the worker that sees it tells the others, and all keep still for RUSH_SECONDS after the last.
"""

from collections.abc import Callable
from typing import Any, Final

from saleroom.eventlog.subscription import Published

RUSH_FACTS: Final = 16  # of one commit: a batch is as long as the queue was while the last one was written
RUSH_SECONDS: Final = 1.0
TELL_SECONDS: Final = 0.25
TOPIC: Final = "rush"


class Rush:
    """What one worker knows of it.

    Args:
        tell: sends a small message to the other workers; it may be lost.
        clock: a monotonic clock, in seconds.
    """

    def __init__(self, tell: Callable[[str, dict[str, Any]], None], clock: Callable[[], float]) -> None:
        self._tell, self._clock = tell, clock
        self._until = self._told_until = clock()

    def committed(self, published: Published) -> None:
        """A commit of this worker."""
        if len(published.recorded) >= RUSH_FACTS:
            now = self._clock()
            self._until = now + RUSH_SECONDS
            if now >= self._told_until:
                self._told_until = now + TELL_SECONDS
                self._tell(TOPIC, {})

    def heard(self, message: dict[str, Any]) -> None:
        """Another worker is pressed."""
        self._until = self._clock() + RUSH_SECONDS

    def is_on(self) -> bool:
        """Whether a rush was seen within the last RUSH_SECONDS."""
        return self._clock() < self._until
