"""When somebody was written to and has not read it for two minutes, one letter tells him, until he has read something (CH-AWY).

Swept, not scheduled: what is read meanwhile needs no letter. The letter's key names the person and how far he had read, so
that however many workers sweep, and however many messages follow, it is one.
"""

import asyncio
from typing import Final

import structlog

from saleroom.domain.ids import stream_id
from saleroom.eventlog import outbox
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.projections import conversations

SWEEP_SECONDS: Final = 10.0
UNREAD_SECONDS: Final = 120.0
TOPIC: Final = "away"

logger = structlog.get_logger(__name__)


class MailTheAway:
    """The sweeper of one worker."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self.sweep()
            except AWAY as error:
                logger.warning("away_mail_put_off", error=repr(error))

    async def sweep(self, unread_seconds: float = UNREAD_SECONDS) -> int:
        """Write to everybody who is owed a letter; how many rows were asked for."""
        owed = await conversations.unread_longer_than(self._pool, unread_seconds)
        for one in owed:
            payload = {
                "user_id": one.person_id, "conversation_id": one.conversation_id, "count": one.count, "from_staff": one.from_staff,
                "about": one.about, "about_id": one.about_id,
            }
            async with self._pool.acquire() as connection:
                key = f"{TOPIC}.{one.person_id}.{one.read}"
                await outbox.put(connection, stream_id("chat", one.conversation_id), key, TOPIC, payload)
        return len(owed)
