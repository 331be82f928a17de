"""What the chat looks like in JSON: people, conversations and messages, as clients of this field know them.

People are named by text (`b1`, or an account's number), times are Unix seconds. Of a hidden or erased message only the place is left.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, Field, StrictBool

from saleroom.accounts import profiles
from saleroom.accounts.profiles import Profile
from saleroom.api.deps import House
from saleroom.api.fields import clean
from saleroom.api.talking import CLIENT_ID_LENGTH_MAX, CONTENT_LENGTH_MAX
from saleroom.domain.chat.commands import About, Complaint, MessageKind
from saleroom.domain.ids import item_id
from saleroom.projections import conversations
from saleroom.projections.conversations import HiddenBy, Message, Talk
from saleroom.realtime import public

HELP_DESK: Final = "help-desk"

PersonName = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(clean)]
SearchText = Annotated[str, Field(max_length=200), AfterValidator(clean)]
UnixSeconds = Annotated[float, Field(ge=0, le=2**37)]  # to the year 6325, which every calendar still knows
Role = Literal["admin", "agent", "merchant", "scanner", "buyer"]
TalkStatus = Literal["open", "pending", "snoozed", "resolved"]


class ChatUser(BaseModel):
    """A person as others see him in the chat."""

    id: str
    username: str
    avatar: str
    role: Role | Literal["help-desk"]
    description: str
    status: Literal["online", "offline"]
    created_at: float


class ContextForm(BaseModel):
    """What a conversation hangs on, as it is seen at `seq`."""

    about: About
    id: Annotated[int, Field(ge=1, le=2**53)]
    seq: Annotated[int, Field(ge=0, le=2**53)] = 0


class NewConversation(BaseModel):
    """The body of `POST /conversations`: two people, or `to` the seller of a lot or event, or the help desk."""

    participant1_id: PersonName | None = None
    participant2_id: PersonName | None = None
    to: Literal["seller", "help"] | None = None
    context: ContextForm | None = None


class NewMessage(BaseModel):
    """The body of `POST /messages`. Of an image or file `content` is the address that its upload got."""

    conversation_id: int
    content: Annotated[str, Field(max_length=4 * CONTENT_LENGTH_MAX)]
    message_type: MessageKind = "text"
    client_id: Annotated[str, Field(min_length=1, max_length=CLIENT_ID_LENGTH_MAX)] | None = None


class Assignment(BaseModel):
    """Who is to answer; none puts the conversation back into the queue.

    `expected` is who has it as the asker sees it, null for nobody: when somebody else has it by now, the asker is told. Left out, it
    is taken from whoever has it.
    """

    assignee_id: PersonName | None = None
    expected: PersonName | None = None


class SnoozeForm(BaseModel):
    """Until when, in Unix seconds; without it, until the customer writes."""

    until: UnixSeconds | None = None


class MuteForm(BaseModel):
    """Whether, or no more."""

    is_on: StrictBool = True


class ReportForm(BaseModel):
    """What is wrong with a message."""

    message_id: int
    complaint: Complaint = "other"


class ReadForm(BaseModel):
    """How far one has read; everything, without a seq."""

    seq: Annotated[int, Field(ge=0, le=2**53)] | None = None


class ChatMessage(BaseModel):
    """A message. `hidden_by`: who took a hidden one away, the one who wrote it (`author`) or a moderator of the house (`help_desk`)."""

    id: int
    conversation_id: int
    sender_id: str
    content: str
    message_type: MessageKind
    is_read: bool
    created_at: float
    sender: ChatUser
    seq: int
    client_id: str
    is_staff: bool
    is_hidden: bool
    hidden_by: HiddenBy | None
    filename: str | None


class Conversation(BaseModel):
    """A conversation. Its second participant is the help desk where nobody else is named."""

    id: int
    participant1_id: str
    participant2_id: str
    participant1_unread: int
    participant2_unread: int
    last_message: str
    last_message_time: float | None
    created_at: float
    updated_at: float
    participant1: ChatUser
    participant2: ChatUser
    status: TalkStatus
    assignee_id: str | None
    assignee: ChatUser | None
    context: ContextForm | None
    read_seqs: tuple[int, int]
    delivered_seqs: tuple[int, int]
    is_muted: bool
    blocked_by: list[str]
    snoozed_until: str | None
    seq: int


class ConversationPage(BaseModel):
    """A page of conversations and how many there are in all."""

    count: int
    results: list[Conversation]


class MessagePage(BaseModel):
    """A page of messages and how many there are in all."""

    count: int
    results: list[ChatMessage]


def user_json(profile: Profile, online: set[int]) -> ChatUser:
    """A person from his profile."""
    return ChatUser(
        id=profile.public_id, username=profile.shown_name, avatar=profile.avatar, role=profile.role, description=profile.description,  # type: ignore[arg-type]
        status="online" if profile.id in online else "offline", created_at=profile.created_at.timestamp(),
    )


def help_desk_json(online: bool) -> ChatUser:
    """The help desk as a participant."""
    return ChatUser(
        id=HELP_DESK, username="Help desk", avatar="", role="help-desk", description="", status="online" if online else "offline",
        created_at=0,
    )


class Faces:
    """The people of some conversations, read once.

    Args:
        known: their profiles.
        online: who is there.
    """

    def __init__(self, known: Mapping[int, Profile], online: set[int]) -> None:
        self.known, self.online = known, online

    @classmethod
    async def of(cls, house: House, people: Iterable[int | None]) -> "Faces":
        """Read the profiles of people; None stands for the help desk."""
        wanted = {one for one in people if one}
        return cls(await profiles.some(house.pool, wanted), house.talks.people.online())

    def user(self, person_id: int | None) -> ChatUser:
        """One of them, or the help desk."""
        if not person_id:
            return help_desk_json(online=True)
        return user_json(self.known[person_id], self.online)

    def name(self, person_id: int | None) -> str:
        """How one of them is named."""
        return self.known[person_id].public_id if person_id else HELP_DESK


async def conversations_json(house: House, talks: Sequence[Talk], closed: Collection[int] = ()) -> list[Conversation]:
    """Conversations with their people and last words; those in `closed` without the words."""
    last = await conversations.newest(house.pool, talks)
    faces = await Faces.of(house, [one for talk in talks for one in (talk.customer_id, talk.with_id, talk.assignee_id)])
    return [_conversation(talk, last.get(talk.id), faces, has_words=talk.id not in closed) for talk in talks]


def _conversation(talk: Talk, last: Message | None, faces: Faces, *, has_words: bool) -> Conversation:
    state = talk.state
    context = ContextForm(about=talk.about, id=talk.about_id, seq=talk.about_seq) if talk.about else None  # type: ignore[arg-type]
    return Conversation(
        id=talk.id, participant1_id=faces.name(talk.customer_id), participant2_id=faces.name(talk.with_id),
        participant1_unread=state["unread"][0], participant2_unread=state["unread"][1], last_message=_excerpt(last) if has_words else "",
        last_message_time=last.at.timestamp() if last else None, created_at=talk.created_at.timestamp(),
        updated_at=talk.updated_at.timestamp(), participant1=faces.user(talk.customer_id), participant2=faces.user(talk.with_id),
        status=state["status"], assignee_id=faces.name(talk.assignee_id) if talk.assignee_id else None,
        assignee=faces.user(talk.assignee_id) if talk.assignee_id else None, context=context, read_seqs=tuple(state["read"]),
        delivered_seqs=tuple(state["delivered"]), is_muted=state["is_muted"],
        blocked_by=[faces.name(one) for one in state["blocked_by"]], snoozed_until=state["snoozed_until"], seq=talk.version,
    )


def _excerpt(last: Message | None) -> str:
    if last is None or last.is_hidden:
        return ""
    return (last.filename or "") if last.upload_name else last.content[:200]


async def messages_json(house: House, talk: Talk, found: Sequence[Message]) -> list[ChatMessage]:
    """Messages with who sent them, and whether the other side has read them."""
    faces = await Faces.of(house, [one.sender_id for one in found])
    return [_message(talk, one, faces) for one in found]


def _message(talk: Talk, one: Message, faces: Faces) -> ChatMessage:
    is_of_first = not one.is_staff and one.sender_id == talk.customer_id
    read_by_other: int = talk.state["read"][1 if is_of_first else 0]
    shown = public.talk_message(one, {one.sender_id: faces.name(one.sender_id)})
    return ChatMessage(
        id=item_id(talk.id, one.seq), conversation_id=talk.id, sender_id=shown["sender_id"], content=shown["content"],
        message_type=shown["message_type"], is_read=one.seq <= read_by_other, created_at=one.at.timestamp(),
        sender=faces.user(one.sender_id), seq=one.seq, client_id=one.client_id, is_staff=one.is_staff, is_hidden=one.is_hidden,
        hidden_by=one.hidden_by, filename=one.filename,
    )
