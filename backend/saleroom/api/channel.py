"""What every socket of the house has in common: accepted, counted in, brought into its room, heard frame by frame, closed.

A `Door` says whose streams it shows and what its clients may send (`api/live.py` is a lot's). A bad frame is answered with an
ERROR and never closes the socket below the limits. The acting person is the session's, never the message's.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import orjson
import structlog
from fastapi import WebSocket

from saleroom.accounts.limits import FRAMES, Buckets
from saleroom.accounts.sign_in import Person
from saleroom.api.answers import error_frame
from saleroom.api.deps import House, house
from saleroom.api.who import client_address, identify
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import NUMBER_MAX, stream_id
from saleroom.eventlog.codec import uuid_of
from saleroom.handle import Busy
from saleroom.realtime.members import SLOW_READER, Member
from saleroom.realtime.rooms import Room

FRAME_BYTES_MAX: Final = 64 * 1024
REFUSED_FRAMES_MAX: Final = 1_000
CLOSE_SECONDS_MAX: Final = 2.0
LEAVE_SECONDS_MAX: Final = 1.0

NOT_FOUND: Final = 4404
TOO_MANY: Final = 4429
BROKEN: Final = 1011

DIRECT: Final = "saleroom.direct"
"""The scope's extension of our own server (`startup/socket_protocol.py`): texts are taken where they arrive, and many written at once."""

Frame = dict[str, Any]

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """One kind of channel.

    Attributes:
        kind: the noun of the streams that it shows.
        unknown: the refusal's code where there is no such stream.
        field: the field of a client's frame that says what it asks.
        handlers: what a client may ask, and who sees to it. A handler may raise RefusedError or Busy; the sender is told as ERROR.
    """

    kind: str
    unknown: str
    field: str
    handlers: Mapping[str, Callable[["Channel", Frame], None]]


class Channel:
    """One open socket and where it belongs."""

    __slots__ = ("_bucket", "_door", "_refused_frames", "house", "member", "room", "stream")

    def __init__(self, house: House, door: Door, member: Member, room: Room, stream: int) -> None:
        self.house, self.member, self.room, self.stream = house, member, room, stream
        self._door = door
        self._bucket = Buckets(FRAMES, time.monotonic) if house.policy.rate_limits else None
        self._refused_frames = 0

    def send(self, text: str) -> None:
        """Send a frame that must arrive to this socket alone."""
        self.member.send(text)

    def error(self, refused: Refused, command_id: str | None = None) -> None:
        """Tell this socket that something was refused."""
        self.member.send(error_frame(refused, command_id))

    def signed_in(self) -> int:
        """Who acts here.

        Raises:
            RefusedError: not_signed_in.
        """
        if self.member.person_id is None:
            raise RefusedError("not_signed_in")
        return self.member.person_id

    def acting(self, frame: Frame) -> int:
        """Who acts with a frame that may name its `user_id`.

        Raises:
            RefusedError: not_signed_in, not_you, or not_verified where the house wants verified people.
        """
        person_id = self.signed_in()
        if frame.get("user_id") is not None and (frame["user_id"] != person_id or isinstance(frame["user_id"], bool)):
            raise RefusedError("not_you")
        if self.house.policy.require_verified and not self.member.is_verified:
            raise RefusedError("not_verified")
        return person_id

    def take(self, text: str | None) -> None:
        """One message: count, parse, hand on. Everything wrong with it is answered to its sender alone; None stands for bytes."""
        if self._bucket is not None and not self._may_knock(self._bucket):
            return
        command_id: str | None = None
        try:
            frame = _parsed(text)
            if isinstance(frame.get("command_id"), str):
                command_id = frame["command_id"]
            asked = frame.get(self._door.field)
            handler = self._door.handlers.get(asked) if isinstance(asked, str) else None
            if handler is None:
                raise RefusedError("unknown_type", known=", ".join(self._door.handlers))
            handler(self, frame)
        except RefusedError as error:
            self.error(error.refused, command_id)
        except Busy:
            self.error(Refused("busy", {"retry_after_seconds": 1}), command_id)
        except Exception:
            logger.exception("frame_broke")
            self.member.close(BROKEN)

    def _may_knock(self, bucket: Buckets) -> bool:
        try:
            bucket.take(0)
        except RefusedError as error:
            self._refused_frames += 1
            if self._refused_frames >= REFUSED_FRAMES_MAX:
                self.member.close(TOO_MANY)
            self.error(error.refused)
            return False
        return True


async def serve(websocket: WebSocket, door: Door, number: str) -> None:
    """Serve one socket at a door, from the handshake to its end."""
    rooms = house(websocket)
    person, refused = await _who(websocket)
    await websocket.accept()
    try:
        leave = rooms.hub.admit(client_address(websocket), person.id if person else None)
    except RefusedError as error:
        await _turn_away(websocket, error.refused, TOO_MANY)
        return
    member = Member(rooms.clock)
    if person is not None:
        member.person_id, member.session_id = person.id, person.session_id
        member.is_admin, member.is_verified = person.is_admin, person.is_verified
    try:
        channel = await _join(websocket, door, member, number)
        if channel is not None:
            if refused is not None:
                channel.error(refused)
            await _run(websocket, channel)
    finally:
        leave()


async def _join(websocket: WebSocket, door: Door, member: Member, number: str) -> Channel | None:
    """Bring the socket into its room; None when there is no such room, which it was told then."""
    rooms, stream = house(websocket), _stream_of(door, number)
    try:
        if stream is None:
            raise RefusedError(door.unknown)
        room = await rooms.hub.join(stream, member, _after(websocket))
    except RefusedError as error:
        await _turn_away(websocket, error.refused, NOT_FOUND)
        return None
    return Channel(rooms, door, member, room, stream)


async def _run(websocket: WebSocket, channel: Channel) -> None:
    """Listen and send until one of the two ends; then the socket leaves its room."""
    member, loop = channel.member, asyncio.get_running_loop()
    if direct := websocket.scope.get("extensions", {}).get(DIRECT):
        member.write_directly(direct["attach"](channel.take), loop.call_soon)
    member.pump_task, listening = loop.create_task(_pump(websocket, member)), loop.create_task(_listen(websocket, channel))
    try:
        await asyncio.wait({member.pump_task, listening}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait({listening}, timeout=LEAVE_SECONDS_MAX)  # we closed: a sleeping reader never says that he is gone
        if listening.done():
            listening.result()
    finally:
        channel.house.hub.leave(channel.room, member)
        member.pump_task.cancel()
        listening.cancel()


async def _who(websocket: WebSocket) -> tuple[Person | None, Refused | None]:
    """The person of the handshake: by `?token=`, else by the cookie unless the page is a foreign one."""
    try:
        return await identify(websocket), None
    except RefusedError as error:
        return None, error.refused


def _stream_of(door: Door, number: str) -> int | None:
    found = int(number) if number.isascii() and number.isdigit() and len(number) < 14 else 0
    return stream_id(door.kind, found) if 1 <= found <= NUMBER_MAX else None


def _after(websocket: WebSocket) -> int | str | None:
    """`?after=` as a number, as the text it was when it is none, or None when it was not given."""
    after = websocket.query_params.get("after")
    return int(after) if after is not None and after.isascii() and after.isdigit() and len(after) < 16 else after


async def _turn_away(websocket: WebSocket, refused: Refused, code: int) -> None:
    """Accepted already, since a browser sees a close before that as a bare HTTP 403: tell, then close."""
    await websocket.send_text(error_frame(refused))
    await websocket.close(code)


async def _pump(websocket: WebSocket, member: Member) -> None:
    async def send(text: str) -> None:
        await websocket.send({"type": "websocket.send", "text": text})

    try:
        await member.pump(send)
    except asyncio.CancelledError:
        if member.close_code != SLOW_READER:
            raise
    except Exception as error:  # the reader is gone; the listening side learns it too
        logger.debug("socket_gone", error=repr(error))
        return
    try:
        async with asyncio.timeout(CLOSE_SECONDS_MAX):
            await websocket.close(member.close_code or 1000)
    except Exception as error:
        logger.debug("socket_gone", error=repr(error))


async def _listen(websocket: WebSocket, channel: Channel) -> None:
    """Take messages until the socket is gone."""
    while (message := await websocket.receive())["type"] != "websocket.disconnect":
        channel.take(message.get("text"))


def _parsed(text: str | None) -> Frame:
    if text is None:
        raise RefusedError("malformed", reason="frames are JSON text, not bytes.")
    if len(text) > FRAME_BYTES_MAX or len(text.encode()) > FRAME_BYTES_MAX:
        raise RefusedError("too_large", bytes_max=FRAME_BYTES_MAX)
    try:
        frame = orjson.loads(text)
    except (orjson.JSONDecodeError, RecursionError):
        raise RefusedError("malformed", reason="this is not JSON (NaN and Infinity are none either).") from None
    if not isinstance(frame, dict):
        raise RefusedError("malformed", reason="a frame is a JSON object with a type.")
    return frame


def command_id_of(given: object) -> UUID:
    """A client's command id, or a new one when none was given.

    Raises:
        RefusedError: malformed, when it is no UUID.
    """
    if given is None:
        return uuid4()
    try:
        if isinstance(given, str) and len(given) <= 64:
            return uuid_of(given)
    except ValueError:
        pass
    raise RefusedError("malformed", field="command_id", reason="command_id must be a UUID.")


def command_of(frame: Frame) -> tuple[UUID, str]:
    """The command id of a frame, and the same as its sender wrote it (or as we made it), to be told with the answer.

    Raises:
        RefusedError: malformed, when it is no UUID.
    """
    command_id = command_id_of(frame.get("command_id"))
    return command_id, frame.get("command_id") or str(command_id)
