"""When a session is revoked, the sockets that live with it are told within a second, on every worker, and go on as watchers."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final
from uuid import UUID

import orjson

from saleroom.accounts.rights_bell import Listener
from saleroom.realtime.hub import Hub

POLL_SECONDS: Final = 0.5
TOLD: Final = orjson.dumps(
    {"type": "ERROR", "code": "session_ended", "message": "Your session has ended; sign in again."}
).decode()


class EndSessions:
    """Asks the accounts which sessions ended.

    Args:
        ended_since: the sessions that ended since a time.
        hub: the sockets of this worker.
        clock: the house's clock.
        bell: rings when somebody was shut out.
    """

    def __init__(
        self, ended_since: Callable[[datetime], Awaitable[set[UUID]]], hub: Hub, clock: Callable[[], datetime], bell: Listener
    ) -> None:
        self._ended_since, self._hub, self._clock, self._bell = ended_since, hub, clock, bell
        self._looked_at = clock()

    async def run(self) -> None:
        """Look every POLL_SECONDS, and when it rings, until cancelled."""
        await self._bell.keep_looking(POLL_SECONDS, self.look, "sessions_not_looked_at")

    async def look(self) -> None:
        """One look; sessions without a socket here cost nothing."""
        began = self._clock()
        open_sessions = set(self._hub.sessions())
        if open_sessions:
            for session_id in await self._ended_since(self._looked_at) & open_sessions:
                self._hub.end_session(session_id, TOLD)
        self._looked_at = began
