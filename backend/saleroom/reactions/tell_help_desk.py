"""When something happens in a conversation with the help desk, the desk learns what is owed there now.

The fact writes a row in its own transaction; carrying it out looks at the conversation as it stands then, and looks again until it has not
changed meanwhile. So rows that overtake each other or come twice leave the desk right all the same.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from saleroom.domain.chat import events as e
from saleroom.domain.chat.decider import STAFF, Conversation
from saleroom.domain.decider import Refused
from saleroom.domain.help_desk.commands import AskHelp, Command, Leave, NoteReply
from saleroom.domain.ids import HELP_DESK, number_of
from saleroom.eventlog.log import Outcome
from saleroom.eventlog.outbox import Leased, OutboxRow
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.subscription import Published
from saleroom.projections import conversations
from saleroom.projections.conversations import Talk

TOPIC: Final = "help_desk"
TELLS: Final = (e.MessageSent, e.ConversationResolved, e.ConversationRested, e.ConversationReopened, e.ConversationSnoozed, e.SnoozeEnded)

_NAMESPACE: Final = UUID("c1a7a0de-5d2b-5b0a-9b0c-7e1f2a3b4c5d")

Ask = Callable[[int, Any, UUID], Awaitable[Outcome]]


def rows_of(stream: int, before: Conversation, facts: Sequence[e.Fact], after: Conversation, at: datetime) -> list[OutboxRow]:
    """One row a batch in which something happened that the help desk must know; who answered in it is told, for he may be asked again."""
    told = [offset for offset, fact in enumerate(facts) if isinstance(fact, TELLS)]
    if not told or not after.is_help:
        return []
    replies = [fact.by for fact in facts if isinstance(fact, e.MessageSent) and fact.is_staff]
    return [OutboxRow(f"help_desk.{after.version}", told[-1], TOPIC, {"replied_by": replies[-1] if replies else None})]


class TellHelpDesk:
    """Tells the help desk; called by `Errands`.

    Args:
        ask: `Handle.ask`.
    """

    def __init__(self, pool: Pool, ask: Ask) -> None:
        self._pool, self._ask = pool, ask

    async def __call__(self, row: Leased) -> str:
        """What the help desk was told at last."""
        told, version = "there is no such conversation", 0
        while (talk := await conversations.one(self._pool, number_of(row.stream_id))) is not None and talk.version > version:
            told, version = "nobody waits", talk.version
            for command in _owed(talk, row.payload.get("replied_by")):
                told = type(command).__name__
                outcome = await self._ask(HELP_DESK, command, uuid5(_NAMESPACE, f"{row.stream_id}/{row.version}/{version}/{told}"))
                told += f": {outcome.code}" if isinstance(outcome, Refused) else ""
        return told


def _owed(talk: Talk, replied_by: int | None) -> list[Command]:
    """What the desk is to hear of a conversation as it stands; of one that nobody has, first that it is there."""
    state = talk.state
    if state["status"] in ("resolved", "snoozed"):
        return [Leave(talk.id)]
    ask, is_waiting = AskHelp(talk.id, talk.customer_id), bool(state["last_seq"]) and state["last_by"] != STAFF
    if replied_by is None:
        return [ask] if is_waiting else []
    reply = NoteReply(talk.id, replied_by)
    return [*([ask] if talk.assignee_id is None else []), reply, *([ask] if is_waiting and talk.assignee_id is not None else [])]


def heard(wake: Callable[[], None]) -> Callable[[Published], None]:
    """A listener for the commits of this worker."""

    def listen(published: Published) -> None:
        if any(isinstance(recorded.fact, TELLS) for recorded in published.recorded):
            wake()

    return listen
