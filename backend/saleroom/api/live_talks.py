"""The door of a person's own channel: all his conversations on every tab and device, and what he says in them.

What somebody says is kept, appended and then shown; the `message` frame with his `client_id` is his answer. Sayings of one socket are
taken one after the other, so that they stand in the order in which they were sent.
"""

from typing import Final

from fastapi import APIRouter, WebSocket

from saleroom.accounts.profiles import public_names
from saleroom.accounts.sign_in import Person
from saleroom.api.channel import Channel, Door, Frame
from saleroom.api.deps import house
from saleroom.api.sockets import serve, turn_away
from saleroom.api.talking import EVERYTHING, Speaker, mark_read, say, saying, talk_of
from saleroom.api.who import identify
from saleroom.domain.decider import Refused, RefusedError
from saleroom.handle import Busy
from saleroom.realtime.person_rooms import STAFF_ROLES, PersonRoom

RESUMED_MAX: Final = 1_000
NOT_SIGNED_IN: Final = 4401
NOT_YOURS: Final = 4403

router = APIRouter()


@router.websocket("/ws/{user_id}")
async def person_channel(websocket: WebSocket, user_id: str) -> None:
    """One's own conversations; `user_id` must be one's own. With `?after=resume` nothing is told before the `resume` frame."""
    try:
        person = await _own(websocket, user_id)
    except RefusedError as error:
        await websocket.accept()
        await turn_away(websocket, error.refused, NOT_YOURS if error.refused.code == "not_you" else NOT_SIGNED_IN)
        return
    await serve(websocket, PERSON, str(person.id))


async def _own(websocket: WebSocket, user_id: str) -> Person:
    """Whose channel it is.

    Raises:
        RefusedError: not_signed_in, session_ended, not_you.
    """
    person = await identify(websocket)
    if person is None:
        raise RefusedError("not_signed_in")
    names = await public_names(house(websocket).pool, [person.id])
    if user_id not in (names.get(person.id), str(person.id)):
        raise RefusedError("not_you")
    return person


def _speaker(channel: Channel, frame: Frame) -> Speaker:
    """Who speaks; a frame that names somebody names him, by his number or by the name that others know him by."""
    person_id = channel.acting({})
    own = (person_id, str(person_id), channel.house.talks.people.names.get(person_id))
    for field in ("user_id", "sender_id", "reader_id"):
        if frame.get(field) is not None and frame[field] not in own:
            raise RefusedError("not_you")
    return Speaker(person_id, channel.member.is_admin or bool(channel.member.roles & STAFF_ROLES))


def _message(channel: Channel, frame: Frame) -> None:
    """A saying; whatever is wrong with it is answered with its `client_id`, so that its sender knows which one."""
    client_id = frame.get("client_id")
    named = client_id if isinstance(client_id, str) else None
    try:
        _take_message(channel, frame)
    except RefusedError as error:
        channel.error(error.refused, named)
    except Busy:
        channel.error(Refused("busy", {"retry_after_seconds": 1}), named)


def _take_message(channel: Channel, frame: Frame) -> None:
    speaker = _speaker(channel, frame)
    what = saying(frame.get("conversation_id"), frame.get("content"), frame.get("message_type", "text"), frame.get("client_id"))
    channel.house.count_bid(speaker.id)

    async def errand() -> None:
        await say(channel.house, speaker, what)

    channel.later(errand(), what.client_id)


def _read(channel: Channel, frame: Frame) -> None:
    speaker = _speaker(channel, frame)
    conversation, delivered = _number(frame, "conversation_id"), _number(frame, "delivered", 0)
    read = _number(frame, "seq", 0 if delivered else EVERYTHING)

    async def errand() -> None:
        await mark_read(channel.house, speaker, conversation, read=read, delivered=delivered)

    channel.later(errand())


def _typing(channel: Channel, frame: Frame) -> None:
    speaker, conversation, is_typing = _speaker(channel, frame), _number(frame, "conversation_id"), frame.get("is_typing", True)
    if not isinstance(is_typing, bool):
        raise RefusedError("malformed", field="is_typing", reason="say true or false.")

    async def errand() -> None:
        talk = await talk_of(channel.house, speaker, conversation)
        channel.house.talks.type(speaker.id, talk, is_typing=is_typing)

    channel.later(errand())


def _resume(channel: Channel, frame: Frame) -> None:
    seqs = frame.get("conversations")
    if not isinstance(seqs, dict) or len(seqs) > RESUMED_MAX:
        raise RefusedError("malformed", field="conversations", reason=f"conversations maps at most {RESUMED_MAX} numbers to seqs.")
    known = {int(key): _seq(seq) for key, seq in seqs.items() if key.isascii() and key.isdigit() and len(key) < 13}
    room = channel.room
    assert isinstance(room, PersonRoom)

    async def errand() -> None:
        await channel.house.talks.resume(room, channel.member, known)

    channel.later(errand())


def _number(frame: Frame, field: str, default: int | None = None) -> int:
    value = frame.get(field, default)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= EVERYTHING:
        raise RefusedError("malformed", field=field, reason=f"{field} must be a whole number.")
    return value


def _seq(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise RefusedError("malformed", field="conversations", reason="a seq is a whole number.")
    return value


PERSON: Final = Door(
    kind="accounts", unknown="unknown_user", field="type",
    handlers={"message": _message, "read": _read, "typing": _typing, "resume": _resume},
)
