"""While an agent has a socket open he is heard of; when he was not for two minutes, or says so, the help desk counts him out.

Of somebody who is no agent any more, whoever still waits for his answer waits for the desk again: he would wait for nobody.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final
from uuid import UUID

import structlog

from saleroom.accounts import agent_presence
from saleroom.accounts.agent_presence import Agent
from saleroom.desk import Bug
from saleroom.domain.chat.decider import STAFF
from saleroom.domain.help_desk.commands import AskHelp, ComeOnline, GoOffline
from saleroom.domain.ids import HELP_DESK
from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Outcome
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.handle import Busy
from saleroom.projections import conversations

BEAT_SECONDS: Final = 10.0

Ask = Callable[[int, Any, UUID], Awaitable[Outcome]]

logger = structlog.get_logger(__name__)


class AgentsPresence:
    """The watch over agents in one worker; any number of workers may watch.

    Args:
        codec: the facts of the help desk.
        ask: `Handle.ask`.
        staff_here: who answers and has a socket open in this worker.
        new_id: a new command id at each call; coming and going twice is once, so any will do.
    """

    def __init__(self, pool: Pool, codec: Codec, ask: Ask, staff_here: Callable[[], list[int]], new_id: Callable[[], UUID]) -> None:
        self._pool, self._codec, self._ask, self._staff_here, self._new_id = pool, codec, ask, staff_here, new_id

    async def run(self, wait: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Watch until cancelled; `wait` may end sooner than it is asked to."""
        while True:
            try:
                await self.look()
            except (*AWAY, Busy, Bug) as error:
                logger.warning("agents_not_watched", error=repr(error))
            await wait(BEAT_SECONDS)

    async def look(self) -> None:
        """Note who is here, and let the help desk know who came and who went."""
        await agent_presence.beat(self._pool, self._staff_here())
        desk = await log.tail(self._pool, HELP_DESK, self._codec, after=0, limit=0)
        known: dict[str, list[Any]] = desk.state["agents"] if desk else {}
        cases: dict[str, int] = desk.state["cases"] if desk else {}
        for agent in await agent_presence.every(self._pool):
            if (command := _news(agent, known.get(str(agent.agent_id)))) is not None:
                await self._ask(HELP_DESK, command, self._new_id())
            if not agent.is_agent:
                await self._return([int(number) for number, agent_id in cases.items() if agent_id == agent.agent_id])

    async def _return(self, numbers: Sequence[int]) -> None:
        """Whose customers wait for an answer is put back into the queue; the others are when they write again."""
        for number in numbers:
            talk = await conversations.one(self._pool, number)
            if talk is not None and talk.state["status"] in ("open", "pending") and talk.state["last_by"] != STAFF:
                await self._ask(HELP_DESK, AskHelp(talk.id, talk.customer_id), self._new_id())


def _news(agent: Agent, known: list[Any] | None) -> ComeOnline | GoOffline | None:
    """What the help desk does not know yet of an agent; `known` is its [capacity, is_online]."""
    if agent.is_there:
        return None if known == [agent.capacity, True] else ComeOnline(agent.agent_id, agent.capacity)
    return GoOffline(agent.agent_id) if known is not None and known[1] else None
