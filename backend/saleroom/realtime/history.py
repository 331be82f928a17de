"""What a room remembers: its newest public events, so that a socket that comes back misses nothing (RT-1)."""

from collections import deque
from typing import Final

from saleroom.realtime.public import PublicFrame

EVENTS_MAX: Final = 500  # about 150 kB a busy room; whoever missed more gets the newest state instead


class History:
    """The newest public events of one stream, in order.

    Args:
        floor: the version after which nothing is missing here.
    """

    def __init__(self, floor: int) -> None:
        self._floor = floor
        self._frames: deque[PublicFrame] = deque()

    def add(self, frame: PublicFrame) -> None:
        self._frames.append(frame)
        if len(self._frames) > EVENTS_MAX:
            self._floor = self._frames.popleft().seq

    def since(self, seq: int, head: int) -> list[PublicFrame] | None:
        """The public events after `seq`; None when `seq` is beyond the head, or more was missed than is remembered."""
        if not self._floor <= seq <= head:
            return None
        missed: list[PublicFrame] = []
        for frame in reversed(self._frames):
            if frame.seq <= seq:
                break
            missed.append(frame)
        return missed[::-1]
