"""Notes what became of a leased row, also while Postgres is away for a moment: what has happened outside must not be forgotten.

A note that fails would leave the row to the end of its lease: a letter that got its 250 would go out twice, and what was
carried out would be looked at again a minute late.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from saleroom.eventlog.pool import AWAY

NOTE_SECONDS_MAX: Final = 20.0  # to note an outcome while Postgres restarts; with the carrying out it stays below the lease
NOTE_PAUSE_SECONDS: Final = 0.25

logger = structlog.get_logger(__name__)


async def note(write: Callable[[], Awaitable[bool]]) -> None:
    """Write a note until Postgres has taken it, or says that the lease was lost; within the lease, since after it nothing may be noted."""
    try:
        async with asyncio.timeout(NOTE_SECONDS_MAX):
            while True:
                try:
                    if not await write():
                        logger.warning("lease_lost")
                    return
                except AWAY as error:
                    logger.warning("outcome_not_noted_yet", error=repr(error))
                    await asyncio.sleep(NOTE_PAUSE_SECONDS)
    except TimeoutError:
        logger.error("outcome_not_noted")
