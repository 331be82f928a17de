"""The painter's hand: chance that comes out the same for the same seed, on every machine and in every year."""

import itertools
from collections.abc import Iterator, Sequence
from hashlib import shake_256
from typing import Final, TypeVar

T = TypeVar("T")

_CHUNK: Final = 1 << 15  # bytes a draw from the hash; four make one number
_FIRST: Final = 256  # bytes; a shorter draw from SHAKE is the beginning of a longer one
_WHOLE: Final = 2**32


class Hand:
    """Numbers that look like chance.

    Args:
        seed: any text; the same text gives the same numbers.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._numbers = self._endless()

    def _endless(self) -> Iterator[float]:
        """Chunk after chunk; of the first only a little is made at once, since most hands draw a few numbers only."""
        for number in memoryview(self.bytes(_FIRST, "numbers/0")).cast("I"):
            yield number / _WHOLE
        skipped = _FIRST // 4
        for count in itertools.count():
            for number in memoryview(self.bytes(_CHUNK, f"numbers/{count}")).cast("I")[skipped:]:
                yield number / _WHOLE
            skipped = 0

    def bytes(self, length: int, name: str) -> bytes:
        """Bytes of noise; the same name gives the same ones."""
        return shake_256(f"{self._seed}/{name}".encode()).digest(length)

    def between(self, low: float, high: float) -> float:
        """A number from low to high."""
        return low + (high - low) * next(self._numbers)

    def around(self, middle: float, spread: float) -> float:
        """A number near the middle, seldom as far away as the spread."""
        return middle + spread * (next(self._numbers) + next(self._numbers) + next(self._numbers) - 1.5) / 1.5

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int((high - low + 1) * next(self._numbers))

    def likely(self, chance: float) -> bool:
        """True as often as the chance, from 0 to 1, says."""
        return next(self._numbers) < chance

    def pick(self, things: Sequence[T]) -> T:
        """One of several."""
        return things[int(len(things) * next(self._numbers))]
