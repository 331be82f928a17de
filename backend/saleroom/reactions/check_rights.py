"""When somebody's roles change, or he confirms his address, his open sockets act by it within a second, on every worker.

Of roles they are told. The socket of his own conversations is closed and comes back, since what it is told depends on them; others go on.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

import orjson

from saleroom.accounts.rights_bell import Listener
from saleroom.accounts.users import Rights
from saleroom.realtime.hub import Hub

POLL_SECONDS: Final = 0.5
TOLD: Final = orjson.dumps(
    {"type": "ERROR", "code": "rights_changed", "message": "Your roles have changed; the new ones count from now on."}
).decode()


class CheckRights:
    """Asks the accounts whose roles changed, and who has confirmed his address meanwhile.

    Args:
        changed_since: the rights of now of everybody whose roles changed since a time.
        verified_of: which of these people confirmed their addresses; asked only where somebody is to and did not yet.
        hub: the sockets of this worker.
        clock: the house's clock.
        bell: rings when somebody's roles changed.
    """

    def __init__(
        self, changed_since: Callable[[datetime], Awaitable[list[Rights]]], verified_of: Callable[[set[int]], Awaitable[set[int]]],
        hub: Hub, clock: Callable[[], datetime], bell: Listener,
    ) -> None:
        self._changed_since, self._verified_of, self._hub, self._clock, self._bell = changed_since, verified_of, hub, clock, bell
        self._looked_at = clock()

    async def run(self) -> None:
        """Look every POLL_SECONDS, and when it rings, until cancelled."""
        await self._bell.keep_looking(POLL_SECONDS, self.look, "rights_not_looked_at")

    async def look(self) -> None:
        """One look; some of those who changed shortly before come again, and are left as they are."""
        began = self._clock()
        for rights in await self._changed_since(self._looked_at):
            self._hub.change_rights(rights.user_id, rights.roles, TOLD, is_admin=rights.is_admin)
        self._looked_at = began
        if waiting := self._hub.unverified():
            self._hub.verify(await self._verified_of(waiting))
