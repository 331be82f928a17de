"""The facts of a conversation. Once written they are never changed; a new shape gets a new schema version and an upcaster.

Facts carry ids only: texts and names lie in tables that can be erased (law 7). `type` and `schema_version` of each stand in `TYPES`,
those that only the clock brings about in `TIMED`; the same numbers stand in `log.event_type`.
"""

from datetime import datetime
from typing import Final, Literal

from saleroom.domain.chat.commands import Complaint, Context, MessageKind
from saleroom.domain.values import value


@value
class ConversationOpened:
    """Two people talk, or one with the help desk (`with_id` None)."""

    by: int
    with_id: int | None
    context: Context | None


@value
class MessageSent:
    """Something was said. Its place in the stream is its `seq`; its words lie under `text_id`."""

    by: int
    is_staff: bool
    text_id: str
    kind: MessageKind


@value
class MessageHidden:
    """The message at `seq` is shown no more."""

    by: int
    seq: int


@value
class CursorMoved:
    """How far messages reached a person, and how far they were read; both are the new places."""

    person_id: int
    delivered: int
    read: int


@value
class ConversationResolved:
    """Nothing more is owed."""

    by: int


@value
class ConversationReopened:
    """Something is owed again: somebody said so, or the customer wrote."""

    by: int
    because: Literal["asked", "message"]


@value
class ConversationSnoozed:
    """Set aside until a time; None is until the customer's next message."""

    by: int
    until: datetime | None


@value
class SnoozeEnded:
    """The time it was set aside for is over."""


@value
class ConversationRested:
    """Nobody wrote for long, and nobody waits for the house: it counts as resolved."""


@value
class ConversationMuted:
    """Whether the customer's messages still reopen it."""

    by: int
    is_muted: bool


@value
class PersonBlocked:
    """Whether `by` takes messages from the other."""

    by: int
    is_blocked: bool


@value
class MessageReported:
    """A participant complains of the message at `seq`."""

    by: int
    seq: int
    complaint: Complaint


@value
class ReportDismissed:
    """An administrator found nothing wrong with the message at `seq` of which somebody complained."""

    by: int
    seq: int


@value
class ConversationLookedInto:
    """Staff who do not take part read along; written once a day for each of them, before he is shown anything."""

    by: int


StatusFact = ConversationResolved | ConversationReopened | ConversationSnoozed | SnoozeEnded | ConversationRested
WatchFact = ConversationMuted | PersonBlocked | MessageReported | ReportDismissed | ConversationLookedInto
Fact = ConversationOpened | MessageSent | MessageHidden | CursorMoved | StatusFact | WatchFact

TYPES: dict[type, tuple[int, int]] = {
    ConversationOpened: (70, 1), MessageSent: (71, 1), MessageHidden: (72, 1), CursorMoved: (73, 1), ConversationResolved: (74, 1),
    ConversationReopened: (75, 1), ConversationSnoozed: (76, 1), SnoozeEnded: (77, 1), ConversationRested: (78, 1),
    ConversationMuted: (79, 1), PersonBlocked: (80, 1), MessageReported: (81, 1), ReportDismissed: (83, 1),
    ConversationLookedInto: (82, 1),
}

TIMED: Final = frozenset({SnoozeEnded, ConversationRested})
