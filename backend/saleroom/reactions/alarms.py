"""The alarm clocks: at a stream's `due_at`, ask its desk to do what is due.

An alarm decides nothing (law 4). It may ring late, early, twice or in every worker: under the row lock the database's time
says whether anything is due, and exactly one worker writes it. APScheduler is the clock; its jobs live in memory, so they
are set again from the rows at the start and by a sweep each second, which also learns the database's time. When every worker
was dead at the end of a lot, the first sweep of the first one back finds it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from saleroom.eventlog import log
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.eventlog.subscription import Published

SWEEP_SECONDS: Final = 1.0
AHEAD_SECONDS: Final = 5.0
STREAMS_PER_SWEEP: Final = 1_000
RING_AGAIN: Final = timedelta(milliseconds=5)

logger = structlog.get_logger(__name__)


class Alarms:
    """Rings for streams.

    Args:
        pool: for reading what falls due.
        clock: the house's clock; `sweep` teaches it.
        do_due: `Handle.do_due`: asks a stream's desk, and tells when the next thing is due.
    """

    def __init__(self, pool: Pool, clock: DatabaseClock, do_due: Callable[[int, Callable[[datetime | None], None]], None]) -> None:
        self._pool, self._clock, self._do_due = pool, clock, do_due
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
        self._set_for: dict[int, datetime] = {}

    async def run(self) -> None:
        """Sweep until cancelled."""
        self._scheduler.start()
        try:
            while True:
                try:
                    await self.sweep()
                except AWAY as error:
                    logger.warning("alarm_sweep_failed", error=repr(error))
                await asyncio.sleep(SWEEP_SECONDS)
        finally:
            self._scheduler.shutdown(wait=False)

    async def sweep(self) -> None:
        """Set an alarm for everything that falls due soon; what is over rings at once."""
        sent = self._clock.machine()
        now = await log.database_time(self._pool)
        self._clock.learn(sent, now, self._clock.machine())
        for stream, due_at, _ in await log.due_within(self._pool, AHEAD_SECONDS, STREAMS_PER_SWEEP):
            if due_at <= now:
                self._ring(stream)
            else:
                self._set(stream, due_at)

    def heard(self, published: Published) -> None:
        """A commit of this worker: set its alarm again if it is near (the sweep finds the rest)."""
        self._set_if_near(published.stream, published.due_at)

    def _set_if_near(self, stream: int, due_at: datetime | None) -> None:
        if due_at is not None and due_at <= self._clock() + timedelta(seconds=AHEAD_SECONDS):
            self._set(stream, due_at)

    def _set(self, stream: int, due_at: datetime) -> None:
        if self._set_for.get(stream) == due_at:
            return
        self._set_for[stream] = due_at
        at = max(due_at, self._clock() + RING_AGAIN) - self._clock.offset  # APScheduler reads this machine's clock
        self._scheduler.add_job(self._ring_job, "date", run_date=at, args=[stream], id=str(stream), replace_existing=True)

    async def _ring_job(self, stream: int) -> None:
        self._ring(stream)  # a coroutine, so that APScheduler runs it on the loop and not in a thread

    def _ring(self, stream: int) -> None:
        """Ask the desk; if the clock was a little early, the alarm is set again."""
        self._set_for.pop(stream, None)
        self._do_due(stream, lambda due_at: self._set_if_near(stream, due_at))
