"""How many sockets look at a room, summed over all workers, told at most once a second, at no cost to the log.

Each worker tells the others the counts of its rooms through the wake-up interface. A count that is not repeated within
STALE_SECONDS is of a worker that died, and is forgotten.
"""

from collections.abc import Callable, Mapping
from typing import Final

TELL_SECONDS: Final = 1.0
REPEAT_SECONDS: Final = 3.0
STALE_SECONDS: Final = 8.0
ROOMS_PER_MESSAGE: Final = 200
TOPIC: Final = "presence"


class Presence:
    """Counts of this worker and of the others.

    Args:
        worker: this worker's name.
        tell: sends a message to the other workers.
        monotonic: a clock in seconds that never goes back.
    """

    def __init__(self, worker: str, tell: Callable[[str, dict[str, object]], None], monotonic: Callable[[], float]) -> None:
        self._worker, self._tell, self._monotonic = worker, tell, monotonic
        self._here: dict[int, int] = {}
        self._told: dict[int, int] = {}
        self._told_at = -REPEAT_SECONDS
        self._elsewhere: dict[int, dict[str, tuple[int, float]]] = {}
        self._shown: dict[int, int] = {}

    def change(self, stream: int, by: int) -> None:
        """A socket of this worker came (+1) or went (-1)."""
        count = self._here.get(stream, 0) + by
        if count > 0:
            self._here[stream] = count
        else:
            self._here.pop(stream, None)

    def count(self, stream: int) -> int:
        """Open sockets of a room over all workers, as far as is known here."""
        now = self._monotonic()
        others = self._elsewhere.get(stream, {})
        return self._here.get(stream, 0) + sum(count for count, at in others.values() if now - at < STALE_SECONDS)

    def heard(self, message: Mapping[str, object]) -> None:
        """Another worker told its counts."""
        worker, rooms = str(message["worker"]), message["rooms"]
        assert isinstance(rooms, dict)
        now = self._monotonic()
        for stream, count in rooms.items():
            others = self._elsewhere.setdefault(int(stream), {})
            if count:
                others[worker] = int(count), now
            else:
                others.pop(worker, None)
                if not others:
                    del self._elsewhere[int(stream)]

    def tick(self) -> dict[int, int]:
        """Once a second: tell the others what changed (everything every REPEAT_SECONDS), return the rooms whose sum changed."""
        now = self._monotonic()
        if now - self._told_at >= REPEAT_SECONDS:
            changed = {**dict.fromkeys(self._told, 0), **self._here}
            self._told_at = now
        else:
            changed = {
                stream: self._here.get(stream, 0)
                for stream in self._here.keys() | self._told.keys()
                if self._here.get(stream, 0) != self._told.get(stream, 0)
            }
        rooms = list(changed.items())
        for at in range(0, len(rooms), ROOMS_PER_MESSAGE):
            part = {str(stream): count for stream, count in rooms[at : at + ROOMS_PER_MESSAGE]}
            self._tell(TOPIC, {"worker": self._worker, "rooms": part})
        self._told = dict(self._here)
        sums = {stream: count for stream in self._here.keys() | self._elsewhere.keys() if (count := self.count(stream))}
        news = {stream: sums.get(stream, 0) for stream in sums.keys() | self._shown.keys() if self._shown.get(stream) != sums.get(stream)}
        self._shown = sums
        return news

    def present(self) -> list[int]:
        """The rooms in which somebody is, as far as is known here."""
        return [stream for stream in self._here.keys() | self._elsewhere.keys() if self.count(stream)]
