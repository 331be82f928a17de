"""Carries out what facts bring about besides letters: rows of the outbox of one topic, each until it is done.

Law 8, as for letters: leased to one worker, carried out at least once, noted under the lease, however long Postgres takes for that.
An errand is never given up: money that must go back is tried again for as long as it takes, at most an hour apart, and stays visible
as waiting. A worker that stops finishes what it has in hand, or gives it back.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

import structlog

from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import AWAY
from saleroom.reactions.noting import note
from saleroom.reactions.send_letters import pause_seconds

AT_ONCE_MAX: Final = 8
AT_ONCE_BUSY: Final = 1  # and then a rest
LOOK_SECONDS: Final = 1.0  # the safety net under `wake`
STOP_SECONDS_MAX: Final = 3.0  # given to what is in hand when the worker stops
GIVE_BACK_SECONDS_MAX: Final = 1.0  # and then to giving it back

logger = structlog.get_logger(__name__)


class FailedForGoodError(Exception):
    """There is no sense in another try. The text says why, and stays with the row."""


class Errands:
    """Whoever carries out the errands of one topic in one worker; any number of workers may.

    Args:
        outbox: leases rows of that topic only.
        carry_out: does it, any number of times with one effect, and says what came of it.
        jitter: a number from -1 to 1, new at each call.
        is_busy: whether people press fast, for an errand that can wait: then one row in LOOK_SECONDS is carried out.
    """

    def __init__(
        self, outbox: Outbox, carry_out: Callable[[Leased], Awaitable[str]], jitter: Callable[[], float],
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self._outbox, self._carry_out, self._jitter, self._is_busy = outbox, carry_out, jitter, is_busy
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look at once: a row was written. Nothing is lost when nobody calls this."""
        self._woken.set()

    async def run(self) -> None:
        """Carry out until cancelled."""
        while True:
            self._woken.clear()
            try:
                done = await self.once()
            except AWAY as error:
                logger.warning("outbox_unreachable", error=repr(error))
                done = 0
            if not done or self._is_busy():
                await self._rest()

    async def once(self) -> int:
        """Carry out what is due now, up to AT_ONCE_MAX rows, and wait for it. How many rows that were."""
        rows = await self._outbox.lease(AT_ONCE_BUSY if self._is_busy() else AT_ONCE_MAX)
        if rows:
            await self._all([asyncio.create_task(self._one(row)) for row in rows])
        return len(rows)

    async def _all(self, errands: list[asyncio.Task[None]]) -> None:
        """Wait for what is in hand. Stopped meanwhile, it may end; what takes too long is given back before the worker goes."""
        try:
            await asyncio.wait(errands)
        except asyncio.CancelledError:
            _, late = await asyncio.wait(errands, timeout=STOP_SECONDS_MAX)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=GIVE_BACK_SECONDS_MAX)
            raise

    async def _one(self, row: Leased) -> None:
        """One row, to one noted outcome; one that could not be noted is found again after the lease."""
        try:
            reply = await self._carry_out(row)
            write = partial(self._outbox.done, row, "sent", reply)
        except FailedForGoodError as error:
            logger.error("errand_failed", topic=row.topic, stream=row.stream_id, key=row.dedupe_key, reason=str(error))
            write = partial(self._outbox.dead, row, str(error))
        except asyncio.CancelledError:
            write = partial(self._outbox.again, row, "given back by a worker that stopped", 0.0)
        except Exception as error:
            logger.warning("errand_not_done_yet", topic=row.topic, stream=row.stream_id, key=row.dedupe_key, error=repr(error))
            write = partial(self._outbox.again, row, repr(error), pause_seconds(row.attempts, self._jitter()))
        await note(write)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass
