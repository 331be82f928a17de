"""The rules of an auction that are arithmetic: increments (AU-INC) and the soft close (AU-SFT).

A ladder in use is frozen with the lot's opening fact, as data, so that a changed preset only reaches later lots.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.domain.money import AMOUNT_MINOR_MAX, MINOR_PER_MAJOR

PERCENT_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class Ladder:
    """How much more the next bid must be.

    Attributes:
        steps: (from, step) in minor units, rising; the step of the greatest `from` <= price counts.
        percent_e4: the percentage times 10,000 (5 % is 50,000), or 0 for a ladder of steps.
    """

    steps: tuple[tuple[int, int], ...] = ()
    percent_e4: int = 0

    def increment(self, price_minor: int) -> int:
        """The increment at a price: AU-INC. A percentage is rounded down, and is at least one minor unit."""
        if self.percent_e4:
            return max(1, price_minor * self.percent_e4 // 1_000_000)
        at = bisect_right(self.steps, price_minor, key=lambda step: step[0])
        return self.steps[max(0, at - 1)][1]


def _steps(*pairs: tuple[int, int]) -> Ladder:
    return Ladder(tuple(pairs))


PRESETS: Final = {
    "ebay-us": _steps(
        (1, 5), (1_00, 25), (5_00, 50), (25_00, 1_00), (100_00, 2_50), (250_00, 5_00), (500_00, 10_00),
        (1_000_00, 25_00), (2_500_00, 50_00), (5_000_00, 100_00),
    ),
    "trade-me": _steps((1, 50), (20_00, 1_00), (200_00, 5_00), (1_000_00, 10_00), (5_000_00, 50_00), (25_000_00, 100_00)),
    "gunbroker": _steps((1, 25), (10_00, 1_00), (50_00, 2_00), (100_00, 5_00), (1_000_00, 25_00)),
}

DEFAULT_LADDER: Final = "ebay-us"

LADDER_NAMES: Final = (*PRESETS, "flat:<amount>", "percent:<number>")


def ladder(name: str) -> Ladder:
    """The ladder of a name: a preset, `flat:0.50`, or `percent:5`.

    Raises:
        RefusedError: malformed, with what would be right.
    """
    if name in PRESETS:
        return PRESETS[name]
    form, _, text = name.partition(":")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal(-1)
    if form == "flat" and number.is_finite() and 0 < number <= AMOUNT_MINOR_MAX // MINOR_PER_MAJOR and number * 100 == int(number * 100):
        return _steps((1, int(number * 100)))
    if form == "percent" and number.is_finite() and 0 < number <= PERCENT_MAX and number * 10_000 == int(number * 10_000):
        return Ladder(percent_e4=int(number * 10_000))
    raise RefusedError("malformed", field="increments", reason=f"increments must be one of {', '.join(LADDER_NAMES)}.")


def next_min(start_minor: int, price_minor: int | None, steps: Ladder) -> int:
    """The least that the next bid may be: the start price while there is no bid, else price + increment (AU-INC)."""
    return start_minor if price_minor is None else price_minor + steps.increment(price_minor)


def extended_end(closes_at: datetime, at: datetime, soft_close: timedelta, hard_end: datetime | None) -> datetime:
    """When a lot closes after a bid at `at` that changed price or leader: AU-SFT in reset mode, scope lot.

    Inside the window (`closes - W <= at < closes`) the end becomes max(closes, at + W), never past the hard end.
    """
    if not soft_close or at < closes_at - soft_close:
        return closes_at
    extended = max(closes_at, at + soft_close)
    return extended if hard_end is None else max(closes_at, min(hard_end, extended))
