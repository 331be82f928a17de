"""How a socket lives: accepted, counted in, brought into its room, listened to and sent to, closed.

A refusal at the door is told in a frame before the close, since a browser sees a close before the accept as a bare HTTP 403.
"""

import asyncio
from typing import Final

import structlog
from fastapi import WebSocket

from saleroom.accounts.sign_in import Person
from saleroom.api.answers import error_frame
from saleroom.api.channel import TOO_MANY, Channel, Door
from saleroom.api.deps import house
from saleroom.api.who import client_address, identify
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import NUMBER_MAX, stream_id
from saleroom.realtime.members import SLOW_READER, Member

CLOSE_SECONDS_MAX: Final = 2.0
LEAVE_SECONDS_MAX: Final = 1.0

NOT_FOUND: Final = 4404

DIRECT: Final = "saleroom.direct"
"""The scope's extension of our own server (`startup/socket_protocol.py`): texts are taken where they arrive, and many written at once."""

logger = structlog.get_logger(__name__)


async def serve(websocket: WebSocket, door: Door, number: str) -> None:
    """Serve one socket at a door, from the handshake to its end."""
    rooms = house(websocket)
    person, refused = await _who(websocket)
    await websocket.accept()
    try:
        leave = rooms.hub.admit(client_address(websocket), person.id if person else None)
    except RefusedError as error:
        await turn_away(websocket, error.refused, TOO_MANY)
        return
    member = Member(rooms.clock)
    if person is not None:
        member.person_id, member.session_id = person.id, person.session_id
        member.is_admin, member.roles = person.is_admin, person.roles
        member.is_verified = person.is_verified or not rooms.policy.require_verified
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
        await turn_away(websocket, error.refused, NOT_FOUND)
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


async def turn_away(websocket: WebSocket, refused: Refused, code: int) -> None:
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
