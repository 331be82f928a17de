"""Every message on a person's own socket, in both directions, as types. People are named by text, times are Unix seconds."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

TalkStatus = Literal["open", "pending", "snoozed", "resolved"]
MessageType = Literal["text", "image", "file"]


class OnlineUsers(TypedDict):
    """A state, first on connect: who of one's people is there, and the roles by which the socket acts, for a page that was told others."""

    type: Literal["online_users"]
    users: list[str]
    roles: list[str]
    timestamp: float


class UserStatus(TypedDict):
    """Somebody came or went."""

    type: Literal["status"]
    user_id: str
    status: Literal["online", "offline"]
    timestamp: float


class TalkMessage(TypedDict):
    """A message, stored before it is shown; the same to everybody. To its sender it is the answer, by `client_id`.

    `sender_id` is the person who wrote; `is_staff` says that he wrote for the help desk. A file's content is its address.
    """

    type: Literal["message"]
    conversation_id: int
    sender_id: str
    is_staff: bool
    content: str
    message_type: MessageType
    filename: NotRequired[str | None]
    timestamp: float
    id: int
    seq: int
    client_id: str


class Hidden(TypedDict):
    """A message is shown no more. `hidden_by`: who took it away, the one who wrote it or a moderator of the house."""

    type: Literal["hidden"]
    conversation_id: int
    id: int
    seq: int
    hidden_by: Literal["author", "help_desk"] | None


class Unread(TypedDict):
    """How many messages of others one has not read in a conversation."""

    type: Literal["unread"]
    conversation_id: int
    count: int
    timestamp: float


class Read(TypedDict):
    """How far somebody has got messages (`delivered`) and read them (`seq`); "help-desk" for whoever answers there."""

    type: Literal["read"]
    conversation_id: int
    reader_id: str
    seq: int
    delivered: int
    timestamp: float


class Typing(TypedDict):
    """Somebody is writing, or stopped; both directions. Carries no truth."""

    type: Literal["typing"]
    user_id: NotRequired[str]
    conversation_id: int
    is_typing: bool


class ConversationState(TypedDict):
    """A state: what a conversation has become by `seq`, and who answers it. `position` is its place in the queue, from 1.

    As a state it may run ahead of messages that are still to come: after a cut, go on at the last message, not at this seq.
    """

    type: Literal["conversation"]
    conversation_id: int
    status: TalkStatus
    assignee_id: str | None
    position: int | None
    participant1_id: str
    participant2_id: str
    seq: int


class SendText(TypedDict):
    """Client: say something. `client_id` is made at the press and kept for every retry."""

    type: Literal["message"]
    conversation_id: int
    content: str
    message_type: NotRequired[MessageType]
    client_id: NotRequired[str]


class MarkRead(TypedDict):
    """Client: read up to `seq` (all, without one); `delivered` alone says that it reached the device."""

    type: Literal["read"]
    conversation_id: int
    seq: NotRequired[int]
    delivered: NotRequired[int]


class Resume(TypedDict):
    """Client: go on where the line was cut; conversation number to the seq of the last message that came over the line."""

    type: Literal["resume"]
    conversations: dict[str, int]


TalkServerFrame = Annotated[
    OnlineUsers | UserStatus | TalkMessage | Hidden | Unread | Read | Typing | ConversationState, Field(discriminator="type")
]
TalkClientFrame = Annotated[SendText | MarkRead | Typing | Resume, Field(discriminator="type")]
