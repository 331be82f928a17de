"""The house's clock: this machine's, corrected by what the database says, since the database's clock decides.

It is for showing (`server_time`) and for setting alarms. No rule reads it: the time of a fact is taken under the row lock.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

OFFSET_SHARE: Final = 0.2  # of a new measurement; single ones are off by half a round trip


def machine_clock() -> datetime:
    """This machine's time in UTC."""
    return datetime.now(UTC)


class DatabaseClock:
    """Tells the database's time without asking it.

    Args:
        machine: the clock to correct; tests pass one that is wrong.
    """

    def __init__(self, machine: Callable[[], datetime] = machine_clock) -> None:
        self._machine = machine
        self._offset: timedelta | None = None

    def __call__(self) -> datetime:
        return self._machine() + (self._offset or timedelta(0))

    @property
    def offset(self) -> timedelta:
        """How far the database's clock is ahead of this machine's."""
        return self._offset or timedelta(0)

    def learn(self, sent: datetime, told: datetime, received: datetime) -> None:
        """Take in one measurement: when we asked and heard by this machine's clock, and what the database said."""
        measured = told - (sent + (received - sent) / 2)
        if self._offset is None or abs(measured - self._offset) > timedelta(seconds=0.5):
            self._offset = measured
        else:
            self._offset += (measured - self._offset) * OFFSET_SHARE

    def machine(self) -> datetime:
        """The uncorrected clock, for measurements."""
        return self._machine()
