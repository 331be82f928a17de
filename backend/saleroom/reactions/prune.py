"""Once an hour, forget what was promised for a time only: old refusals, ended sessions, counters of limits, words never sent."""

import asyncio
from typing import Final

import structlog

from saleroom.accounts import message_texts
from saleroom.accounts.sign_in import Accounts
from saleroom.eventlog import log
from saleroom.eventlog.pool import AWAY, Pool

EVERY_SECONDS: Final = 3600.0

logger = structlog.get_logger(__name__)


class Prune:
    """The hourly tidying; any number of workers may do it."""

    def __init__(self, pool: Pool, accounts: Accounts) -> None:
        self._pool, self._accounts = pool, accounts

    async def run(self) -> None:
        """Tidy every hour until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await log.prune_refusals(self._pool)
                await self._accounts.prune()
                await message_texts.prune(self._pool)
            except AWAY as error:
                logger.warning("not_pruned", error=repr(error))
