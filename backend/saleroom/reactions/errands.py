"""Carries out what facts bring about besides letters: rows of the outbox of one topic, each until it is done.

Law 8, as for letters: leased to one worker, carried out at least once, noted under the lease. An errand is never given up: money
that must go back is tried again for as long as it takes, at most an hour apart, and stays visible as waiting.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import AWAY
from saleroom.reactions.send_letters import pause_seconds

AT_ONCE_MAX: Final = 8
AT_ONCE_BUSY: Final = 1  # and then a rest
LOOK_SECONDS: Final = 1.0  # the safety net under `wake`

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
        await asyncio.gather(*(self._one(row) for row in rows))
        return len(rows)

    async def _one(self, row: Leased) -> None:
        """One row, to one noted outcome; an outcome that cannot be noted is found again after the lease."""
        try:
            reply = await self._carry_out(row)
            await self._outbox.done(row, "sent", reply)
        except FailedForGoodError as error:
            logger.error("errand_failed", topic=row.topic, stream=row.stream_id, key=row.dedupe_key, reason=str(error))
            await self._outbox.dead(row, str(error))
        except Exception as error:
            logger.warning("errand_not_done_yet", topic=row.topic, stream=row.stream_id, key=row.dedupe_key, error=repr(error))
            await self._outbox.again(row, repr(error), pause_seconds(row.attempts, self._jitter()))

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass
