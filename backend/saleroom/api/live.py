"""The socket door: one lot, one channel. What a client sends is checked here, decided by `handle`, and answered once.

A bad frame is answered with an ERROR and never closes the socket below the limits. The acting person is the session's,
never the message's. A bid's answer goes to its sender after COMMIT, before anyone sees its NEW_BID.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import orjson
import structlog
from fastapi import APIRouter, WebSocket

from saleroom.accounts.limits import FRAMES, Buckets
from saleroom.accounts.sign_in import Person
from saleroom.api import answers, problems
from saleroom.api.deps import House, house
from saleroom.api.who import client_address, identify
from saleroom.domain.auctions.commands import FinishLot, PlaceBid
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import NUMBER_MAX, stream_id
from saleroom.domain.money import amount_minor
from saleroom.eventlog.log import Accepted, Outcome
from saleroom.handle import Busy
from saleroom.realtime.frames import CLIENT_TYPES
from saleroom.realtime.lot_rooms import LotRoom
from saleroom.realtime.members import SLOW_READER, Member

FRAME_BYTES_MAX: Final = 64 * 1024
REFUSED_FRAMES_MAX: Final = 1_000
CLOSE_SECONDS_MAX: Final = 2.0
LEAVE_SECONDS_MAX: Final = 1.0

NOT_FOUND: Final = 4404
TOO_MANY: Final = 4429

router = APIRouter()
logger = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Channel:
    """One open socket and where it belongs."""

    house: House
    member: Member
    room: LotRoom
    stream: int

    def error(self, refused: Refused, command_id: str | None = None) -> None:
        self.member.send(error_frame(refused, command_id))


def error_frame(refused: Refused, command_id: str | None = None) -> str:
    """ERROR as JSON text, with the same code and facts as the problem document."""
    frame = {**refused.facts, "type": "ERROR", "message": problems.sentence(refused.code, refused.facts), "code": refused.code}
    if command_id is not None:
        frame["command_id"] = command_id
    return orjson.dumps(frame).decode()


@router.websocket("/ws/lots/{lot_id}")
async def lot_channel(websocket: WebSocket, lot_id: str) -> None:
    """Watch a lot, and bid on it when signed in."""
    door = house(websocket)
    person, refused = await _who(websocket)
    await websocket.accept()
    try:
        leave = door.hub.admit(client_address(websocket), person.id if person else None)
    except RefusedError as error:
        await _turn_away(websocket, error.refused, TOO_MANY)
        return
    member = Member(door.clock)
    if person is not None:
        member.person_id, member.session_id = person.id, person.session_id
        member.is_admin, member.is_verified = person.is_admin, person.is_verified
    try:
        await _serve(door, websocket, member, lot_id, refused)
    finally:
        leave()


async def _serve(door: House, websocket: WebSocket, member: Member, lot_id: str, refused: Refused | None) -> None:
    stream = _stream_of(lot_id)
    try:
        if stream is None:
            raise RefusedError("unknown_lot")
        room = await door.hub.join(stream, member, _after(websocket))
    except RefusedError as error:
        await _turn_away(websocket, error.refused, NOT_FOUND)
        return
    assert isinstance(room, LotRoom)
    channel = _Channel(door, member, room, stream)
    if refused is not None:
        channel.error(refused)
    loop = asyncio.get_running_loop()
    member.pump_task, listening = loop.create_task(_pump(websocket, member)), loop.create_task(_listen(websocket, channel))
    try:
        await asyncio.wait({member.pump_task, listening}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait({listening}, timeout=LEAVE_SECONDS_MAX)  # we closed: a sleeping reader never says that he is gone
        if listening.done():
            listening.result()
    finally:
        door.hub.leave(room, member)
        member.pump_task.cancel()
        listening.cancel()


async def _who(websocket: WebSocket) -> tuple[Person | None, Refused | None]:
    """The person of the handshake: by `?token=`, else by the cookie unless the page is a foreign one."""
    try:
        return await identify(websocket), None
    except RefusedError as error:
        return None, error.refused


def _stream_of(lot_id: str) -> int | None:
    number = int(lot_id) if lot_id.isascii() and lot_id.isdigit() and len(lot_id) < 14 else 0
    return stream_id("auctions", number) if 1 <= number <= NUMBER_MAX else None


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


async def _listen(websocket: WebSocket, channel: _Channel) -> None:
    """Take frames until the socket is gone."""
    bucket = Buckets(FRAMES, time.monotonic) if channel.house.policy.rate_limits else None
    refused_frames = 0
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if bucket is not None:
            try:
                bucket.take(0)
            except RefusedError as error:
                refused_frames += 1
                if refused_frames >= REFUSED_FRAMES_MAX:
                    channel.member.close(TOO_MANY)
                channel.error(error.refused)
                continue
        _take(channel, message.get("text"))


def _take(channel: _Channel, text: str | None) -> None:
    """One frame: parse, check, hand in. Everything wrong with it is answered to its sender alone."""
    command_id: str | None = None
    try:
        frame = _parsed(text)
        if isinstance(frame.get("command_id"), str):
            command_id = frame["command_id"]
        match frame.get("type"):
            case "NEW_BID":
                _new_bid(channel, frame)
            case "GET_HISTORY":
                channel.member.send(channel.room.bid_history())
            case "CLOSE_AUCTION":
                _close_auction(channel, frame)
            case _:
                raise RefusedError("unknown_type", known=", ".join(CLIENT_TYPES))
    except RefusedError as error:
        channel.error(error.refused, command_id)
    except Busy:
        channel.error(Refused("busy", {"retry_after_seconds": 1}), command_id)


def _parsed(text: str | None) -> dict[str, Any]:
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
            return UUID(given)
    except ValueError:
        pass
    raise RefusedError("malformed", field="command_id", reason="command_id must be a UUID.")


def _signed_in(channel: _Channel) -> int:
    if channel.member.person_id is None:
        raise RefusedError("not_signed_in")
    return channel.member.person_id


def _new_bid(channel: _Channel, frame: dict[str, Any]) -> None:
    person_id = _signed_in(channel)
    if frame.get("user_id") is not None and (frame["user_id"] != person_id or isinstance(frame["user_id"], bool)):
        raise RefusedError("not_you")
    if channel.house.policy.require_verified and not channel.member.is_verified:
        raise RefusedError("not_verified")
    command_id = command_id_of(frame.get("command_id"))
    if frame.get("max_amount") is not None:
        raise RefusedError("not_supported", field="max_amount")
    amount = amount_minor(frame.get("amount"))
    channel.house.count_bid(person_id)
    told = frame.get("command_id") or str(command_id)
    stream, member = channel.stream, channel.member

    def reply(outcome: Outcome | Exception) -> None:
        if isinstance(outcome, Accepted):
            member.send(orjson.dumps(answers.bid_accepted(told, outcome)).decode())
            return
        refused = _refusal(outcome)
        if refused.code == "lot_ended":
            member.send(orjson.dumps(answers.late_bid(stream, told, refused)).decode())
        else:
            member.send(error_frame(refused, told))

    channel.house.handle.submit(stream, PlaceBid(person_id, amount), command_id, reply)


def _close_auction(channel: _Channel, frame: dict[str, Any]) -> None:
    person_id = _signed_in(channel)
    if not channel.member.is_admin:
        raise RefusedError("forbidden")
    command_id = command_id_of(frame.get("command_id"))
    told = frame.get("command_id") or str(command_id)

    def reply(outcome: Outcome | Exception) -> None:
        if not isinstance(outcome, Accepted):
            channel.error(_refusal(outcome), told)

    channel.house.handle.submit(channel.stream, FinishLot(person_id), command_id, reply)


def _refusal(outcome: Outcome | Exception) -> Refused:
    """The refusal to tell; a bug on our side is told as one, with the id under which it was written down."""
    try:
        refused = answers.refusal_of(outcome)
    except Exception as error:
        correlation_id = uuid4().hex
        logger.error("bug", correlation_id=correlation_id, exc_info=error)
        return Refused("bug", {"correlation_id": correlation_id})
    assert refused is not None
    return refused
