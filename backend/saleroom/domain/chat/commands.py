"""What people may ask of a conversation. Each carries the person who asks, taken from the session, never from the message.

The text of a message is personal, so it is no part of a command: it lies in a table that can be erased, under `text_id`, and the
log only points to it (law 7). The command id of a message is the client's, so a retry is the same message (CH-MSG).
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

from saleroom.domain.values import value

MessageKind = Literal["text", "image", "file"]
About = Literal["lot", "event", "order"]
Complaint = Literal["spam", "insult", "fraud", "other"]


@value
class Context:
    """What a conversation hangs on, as it stood at `seq` when it was opened (CH-CTX); `id` is the number that people see."""

    about: About
    id: int
    seq: int


@value
class OpenConversation:
    """Begin to talk: with another person, or with the help desk when `with_id` is None."""

    by: int
    with_id: int | None
    context: Context | None = None


@value
class SendMessage:
    """Say something. `is_staff`: as an agent or administrator, who may speak in every conversation of the help desk."""

    by: int
    is_staff: bool
    text_id: UUID
    kind: MessageKind = "text"


@value
class HideMessage:
    """Take a message out of sight: one's own, or any as staff. The log keeps that it was hidden."""

    by: int
    is_staff: bool
    seq: int


@value
class MoveCursor:
    """Everything up to these places reached the person's device, or was read; a cursor never goes back (CH-RED)."""

    by: int
    delivered: int
    read: int


@value
class Resolve:
    """Nothing more is owed."""

    by: int
    is_staff: bool


@value
class Reopen:
    """Something is owed after all."""

    by: int
    is_staff: bool


@value
class Snooze:
    """Staff set it aside until a time, or until the customer writes again."""

    by: int
    is_staff: bool
    until: datetime | None = None


@value
class Mute:
    """Staff let the customer's messages reopen it no more, or again."""

    by: int
    is_staff: bool
    is_muted: bool = True


@value
class Block:
    """A participant takes no messages from the other any more, or takes them again."""

    by: int
    is_blocked: bool = True


@value
class Report:
    """A participant, or staff who read along, tell the house that a message is not right."""

    by: int
    is_staff: bool
    seq: int
    complaint: Complaint


@value
class DismissReport:
    """An administrator finds nothing wrong with a message of which somebody complained."""

    by: int
    seq: int


@value
class LookInto:
    """Staff read along in a conversation of two others. The command id is made of conversation, person and day, so it is noted once."""

    by: int


Command = (
    OpenConversation | SendMessage | HideMessage | MoveCursor | Resolve | Reopen | Snooze | Mute | Block | Report | DismissReport
    | LookInto
)
