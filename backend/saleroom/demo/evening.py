"""The timetable of the demo: what is on at an hour, the same for whoever asks.

The hours follow from the clock alone. A slot sells one of its works after the other, in rounds of a fixed period counted from
1970; so every worker, and every start, finds the same rounds with the same ends and the same command ids, and a lot is
listed once however many list it. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from saleroom.demo.catalogue import Catalogue, Work
from saleroom.domain.auctions.commands import CreateLot, LotTerms

EVENING_SLOTS: Final = 5
EVENING_PERIOD: Final = 900  # seconds; one of the five ends every three minutes
EVENING_OPEN: Final = 1020  # the next round is on before the last has ended
DAY_PERIOD: Final = 8 * 3600
DAY_OPEN: Final = DAY_PERIOD
COMING_PERIOD: Final = 4 * 3600
COMING_OPEN: Final = 40 * 60
LEFT_SECONDS_MIN: Final = 100  # a lot that would end sooner is not listed any more
SOFT_CLOSE_SECONDS: Final = 30
HARD_END_SECONDS: Final = 300  # after the end, whatever is still bid

_NAMESPACE: Final = UUID("0d3a5b1e-6c2f-5d4e-8b7a-1f2e3d4c5b6a")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the timetable. All times in seconds.

    Attributes:
        works: sold one after the other.
        phase: when its rounds end, after each whole period since 1970.
        open: how long a lot takes bids.
        ahead: how long before its opening it stands in the catalogue.
    """

    name: str
    works: tuple[Work, ...]
    period: int
    phase: int
    open: int
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """One lot of the timetable."""

    slot: str
    number: int
    work: Work
    opens_at: datetime
    closes_at: datetime

    @property
    def command_id(self) -> UUID:
        """Of the command that lists it."""
        return demo_id(f"{self.slot}/{self.number}")

    def command(self, seller_id: int) -> CreateLot:
        """The command that lists it: the same from everybody, down to the last letter."""
        return CreateLot(
            seller_id, self.work.words,
            LotTerms(
                self.work.start_price_minor, self.opens_at, self.closes_at, self.closes_at + timedelta(seconds=HARD_END_SECONDS),
                soft_close_seconds=SOFT_CLOSE_SECONDS,
            ),
        )


def demo_id(what: str) -> UUID:
    """The id of a command of the demo: the same for the same purpose."""
    return uuid5(_NAMESPACE, what)


def timetable(catalogue: Catalogue) -> tuple[Slot, ...]:
    """Five places where something ends soon, one for each long lot, one for each that is to come."""
    evening, day, coming = (catalogue.of_sale(sale) for sale in ("evening", "day", "coming"))
    slots = [
        Slot(f"evening-{n}", evening[n::EVENING_SLOTS], EVENING_PERIOD, n * EVENING_PERIOD // EVENING_SLOTS, EVENING_OPEN)
        for n in range(min(EVENING_SLOTS, len(evening)))
    ]
    slots += [Slot(f"day-{n}", (work,), DAY_PERIOD, (2 * n + 1) * DAY_PERIOD // (2 * len(day)), DAY_OPEN) for n, work in enumerate(day)]
    slots += [
        Slot(f"coming-{n}", (work,), COMING_PERIOD, n * COMING_PERIOD // len(coming), COMING_OPEN, COMING_PERIOD - COMING_OPEN)
        for n, work in enumerate(coming)
    ]
    return tuple(slots)


def on_at(slots: tuple[Slot, ...], now: datetime) -> Iterator[Round]:
    """The rounds that stand in the catalogue at an hour and are worth listing still."""
    seconds = now.timestamp()
    for slot in slots:
        first = int((seconds + LEFT_SECONDS_MIN - slot.phase) // slot.period) + 1
        last = int((seconds + slot.open + slot.ahead - slot.phase) // slot.period)
        for number in range(first, last + 1):
            yield _round(slot, number)


def _round(slot: Slot, number: int) -> Round:
    closes_at = datetime.fromtimestamp(number * slot.period + slot.phase, UTC)
    work = slot.works[number % len(slot.works)]
    return Round(slot.name, number, work, closes_at - timedelta(seconds=slot.open), closes_at)
