"""How something is said in a conversation: the same for the socket and for REST, and the same for every retry.

First the words are kept, then the message that points to them is decided and appended; a cut in between leaves words without a message,
which the retry of the same `client_id` finds. Who may not see a conversation is told that there is none. Staff may read every one, and
write where they take part or the help desk does; what they read of two others leaves a trace first.
"""

from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from saleroom.accounts import message_texts
from saleroom.accounts.message_texts import Text
from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.deps import House
from saleroom.api.fields import clean
from saleroom.domain.chat.commands import LookInto, MessageKind, MoveCursor, SendMessage
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import HELP_DESK, NUMBER_MAX, stream_id
from saleroom.eventlog import log
from saleroom.eventlog.log import Accepted
from saleroom.projections import conversations
from saleroom.projections.conversations import Talk
from saleroom.realtime.person_rooms import STAFF_ROLES

CONTENT_LENGTH_MAX: Final = 4_000
CLIENT_ID_LENGTH_MAX: Final = 64
KINDS: Final = ("text", "image", "file")
EVERYTHING: Final = 2**53  # a seq that no conversation reaches

_LOOKS: Final = UUID("5d0e6a52-70d1-5c5c-8f0a-2b9f6f1f0c11")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: from the session, never from the message."""

    id: int
    is_staff: bool


def speaker_of(person: Person) -> Speaker:
    """Somebody signed in, as a speaker; administrators answer for the help desk as agents do."""
    return Speaker(person.id, person.is_admin or bool(person.roles & STAFF_ROLES))


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody wants to say. `content` of an image or file is the address that its upload got."""

    conversation: int
    content: str
    kind: MessageKind
    client_id: str


def saying(conversation: object, content: object, kind: object = "text", client_id: object = None) -> Saying:
    """Check what came over the line.

    Raises:
        RefusedError: malformed, too_large, unknown_conversation.
    """
    if isinstance(conversation, bool) or not isinstance(conversation, int) or not 1 <= conversation <= NUMBER_MAX:
        raise RefusedError("unknown_conversation")
    if kind not in KINDS:
        raise RefusedError("malformed", field="message_type", reason=f"message_type is one of {', '.join(KINDS)}.")
    words = clean(content) if isinstance(content, str) else ""
    if not words.strip():
        raise RefusedError("malformed", field="content", reason="a message has some text.")
    if len(words) > CONTENT_LENGTH_MAX:
        raise RefusedError("message_too_long", characters_max=CONTENT_LENGTH_MAX, characters=len(words))
    if client_id is None:
        client_id = str(uuid4())
    if not isinstance(client_id, str) or not 1 <= len(client_id) <= CLIENT_ID_LENGTH_MAX or not client_id.isprintable():
        raise RefusedError("malformed", field="client_id", reason=f"client_id is a text of 1 to {CLIENT_ID_LENGTH_MAX} characters.")
    return Saying(conversation, words, kind, client_id)


async def talk_of(house: House, speaker: Speaker, conversation: int) -> Talk:
    """A conversation in which somebody may act.

    Raises:
        RefusedError: unknown_conversation, also for those of others; forbidden for staff, who may only read what two others say.
    """
    talk = await _known_talk(house, speaker, conversation)
    if not takes_part(talk, speaker):
        raise RefusedError("forbidden")
    return talk


async def seen_talk(house: House, person: Person, conversation: int) -> Talk:
    """A conversation that somebody may read. Staff who read along with two others are noted before they are shown anything.

    Raises:
        RefusedError: unknown_conversation; busy or unavailable when the trace could not be written.
    """
    speaker = speaker_of(person)
    talk = await _known_talk(house, speaker, conversation)
    if takes_part(talk, speaker):
        return talk
    day = house.clock().astimezone(UTC).date()
    if not await conversations.was_looked_into(house.pool, talk.id, speaker.id, day):
        await ask(house, talk.stream_id, LookInto(speaker.id), uuid5(_LOOKS, f"{talk.id}/{speaker.id}/{day}"))
    return await _known_talk(house, speaker, conversation)


async def _known_talk(house: House, speaker: Speaker, conversation: int) -> Talk:
    talk = await conversations.one(house.pool, conversation) if 1 <= conversation <= NUMBER_MAX else None
    if talk is None or not (speaker.is_staff or takes_part(talk, speaker)):
        raise RefusedError("unknown_conversation")
    return talk


def takes_part(talk: Talk, speaker: Speaker) -> bool:
    """Whether somebody is one of the two, or answers for the help desk in one of its conversations."""
    return speaker.id in (talk.customer_id, talk.with_id) or (speaker.is_staff and talk.with_id is None)


async def say(house: House, speaker: Speaker, what: Saying) -> int:
    """Say it, once; the seq of the message.

    Raises:
        RefusedError: unknown_conversation, forbidden, unknown_upload, blocked, command_conflict, busy, unavailable.
    """
    await talk_of(house, speaker, what.conversation)
    upload = None
    if what.kind != "text":
        name = what.content.rpartition("/")[2]
        upload = await conversations.upload_of(house.pool, name, speaker.id, what.kind, is_staff=speaker.is_staff)
        if upload is None:
            raise RefusedError("unknown_upload")
    text = Text(what.conversation, speaker.id, what.client_id, "" if upload else what.content, upload)
    text_id = await message_texts.write(house.pool, text)
    command = SendMessage(speaker.id, speaker.is_staff, text_id, what.kind)
    accepted = await ask(house, stream_id("chat", what.conversation), command, text_id)
    return accepted.recorded[0].version


async def mark_read(house: House, speaker: Speaker, conversation: int, *, read: int, delivered: int = 0) -> Accepted:
    """Move somebody's cursor; never back.

    Raises:
        RefusedError: unknown_conversation, forbidden, busy, unavailable.
    """
    await talk_of(house, speaker, conversation)
    return await ask(house, stream_id("chat", conversation), MoveCursor(speaker.id, delivered, read), uuid4())


async def desk_state(house: House) -> dict[str, Any]:
    """The help desk's head row; an empty one before anybody asked."""
    found = await log.tail(house.pool, HELP_DESK, house.codec_of("help_desk"), after=0, limit=0)
    return found.state if found else {"agents": {}, "queue": [], "cases": {}}
