"""Texts take the short way through our server, both ways, and what waits for a slow reader keeps its order and its bounds."""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from uvicorn.config import Config
from uvicorn.server import ServerState
from websockets.frames import Frame, Opcode

from saleroom.api.sockets import DIRECT
from saleroom.realtime.members import FRAMES_HARD_MAX, SLOW_READER, STATES_MAX, Member
from saleroom.startup.socket_protocol import SocketProtocol

HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nHost: house\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Wire(asyncio.Transport):
    """What was written, a piece a call."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.is_reading_paused = False

    def write(self, data: Any) -> None:
        self.written.append(bytes(data))

    def is_closing(self) -> bool:
        return False

    def close(self) -> None: ...

    def abort(self) -> None: ...

    def pause_reading(self) -> None:
        self.is_reading_paused = True

    def resume_reading(self) -> None:
        self.is_reading_paused = False


@pytest.fixture
async def connected() -> AsyncIterator[tuple[SocketProtocol, Wire, Any]]:
    """A protocol after its handshake, its wire, and the extension that its application found."""
    found: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        found.set_result(scope["extensions"][DIRECT])
        await receive()

    config = Config(app, ws_per_message_deflate=False, ws_ping_interval=None, log_config=None)
    config.load()
    state = ServerState()
    protocol, wire = SocketProtocol(config, state, {}), Wire()
    protocol.connection_made(wire)
    protocol.data_received(HANDSHAKE)
    extension = await found
    wire.written.clear()
    yield protocol, wire, extension
    protocol.connection_lost(None)
    await asyncio.gather(*state.tasks)


def client(text: str, opcode: Opcode = Opcode.TEXT, fin: bool = True) -> bytes:
    return Frame(opcode, text.encode(), fin).serialize(mask=True)


async def test_whole_texts_are_handed_on_where_they_arrive(connected: tuple[SocketProtocol, Wire, Any]) -> None:
    protocol, wire, extension = connected
    heard: list[str | None] = []
    extension["attach"](heard.append)
    protocol.data_received(client("one") + client("two" * 100) + client(""))
    assert heard == ["one", "two" * 100, ""]
    assert protocol.queue.empty()
    assert not wire.is_reading_paused
    assert protocol._is_between_frames


async def test_all_other_frames_go_the_long_way_and_then_the_short_one_is_taken_again(connected: tuple[SocketProtocol, Wire, Any]) -> None:
    protocol, wire, extension = connected
    heard: list[str | None] = []
    extension["attach"](heard.append)
    cut = client("cut")
    protocol.data_received(client("one") + cut[:4])
    assert not protocol._is_between_frames
    protocol.data_received(cut[4:] + client("pi", fin=False) + client("?", Opcode.PING))
    assert heard == ["one", "cut"]
    assert not protocol._is_between_frames
    assert wire.written == [b"\x8a\x01?"]
    protocol.data_received(client("eces", Opcode.CONT) + client("b", Opcode.BINARY))
    assert heard == ["one", "cut", "pieces", None]
    assert protocol._is_between_frames


async def test_many_texts_are_one_write_and_each_is_a_frame(connected: tuple[SocketProtocol, Wire, Any]) -> None:
    _, wire, extension = connected
    write = extension["attach"](lambda text: None)
    texts = deque(["", "x" * 125, "ä" * 63, "x" * 2_000])
    expected = b"".join(Frame(Opcode.TEXT, text.encode()).serialize(mask=False) for text in texts)
    write(texts)
    assert wire.written == [expected]
    long = "x" * 65_536
    write(deque([long]))
    assert wire.written[1:] == [Frame(Opcode.TEXT, long.encode()).serialize(mask=False)]


async def test_nothing_is_written_while_the_peer_takes_nothing(connected: tuple[SocketProtocol, Wire, Any]) -> None:
    protocol, wire, extension = connected
    write, texts = extension["attach"](lambda text: None), deque(["one", "two"])
    protocol.pause_writing()
    write(texts)
    assert (list(texts), wire.written) == (["one", "two"], [])
    protocol.resume_writing()
    write(texts)
    assert not texts
    assert len(wire.written) == 1


class Reader:
    """A socket that takes `room` texts by the short way, and by the long one when `gate` is open."""

    def __init__(self) -> None:
        self.member = Member(lambda: datetime.now(UTC))
        self.got: list[str] = []
        self.room = 0
        self.gate = asyncio.Event()
        self.member.write_directly(self.write, asyncio.get_running_loop().call_soon)
        self.member.pump_task = asyncio.get_running_loop().create_task(self.member.pump(self.send))

    def write(self, texts: deque[str]) -> None:
        while texts and self.room:
            self.room -= 1
            self.got.append(texts.popleft())

    async def send(self, text: str) -> None:
        await self.gate.wait()
        self.got.append(text)

    def ended(self) -> tuple[int | None, bool]:
        """The code it is closed with, and whether nothing more is sent to it."""
        return self.member.close_code, self.member.pump_task is not None and self.member.pump_task.done()


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.parametrize("room", range(8))
async def test_order_is_kept_when_a_reader_stops_and_goes_on(room: int) -> None:
    reader = Reader()
    reader.room = room
    for n in range(3):
        reader.member.send(str(n))
    await settle()
    for n in range(3, 6):
        reader.room += n % 2  # takes something again, while the pump still holds what waits
        reader.member.send(str(n))
        await settle()
    reader.gate.set()
    await settle()
    reader.room = 10
    reader.member.send("6")
    reader.member.close(1012)
    await asyncio.wait_for(reader.member.pump_task or asyncio.sleep(0), 1)
    assert reader.got == [str(n) for n in range(7)]


@pytest.mark.parametrize("room", [0, 3, STATES_MAX + 5])
async def test_of_five_thousand_states_a_sleeper_gets_the_oldest_few_his_answers_and_the_newest(room: int) -> None:
    reader, newest = Reader(), [0]
    reader.room = room
    for n in range(5_000):
        newest[0] = n
        reader.member.tell_state([f"state {n}"], lambda: [f"state {newest[0]}"])
        if n % 500 == 0:
            reader.member.send(f"answer {n}")
        await settle()
    assert len(reader.member._queue) <= STATES_MAX + 10
    reader.gate.set()
    await settle()
    states = [text for text in reader.got if text.startswith("state")]
    assert states[-1] == "state 4999" and room <= len(states) <= room + STATES_MAX + 2
    assert states == sorted(states, key=lambda text: int(text[6:]))
    assert [text for text in reader.got if text.startswith("answer")] == [f"answer {n}" for n in range(0, 5_000, 500)]
    reader.room = 1
    reader.member.tell_state(["state 5000"], list)
    await settle()
    assert reader.got[-1] == "state 5000" and reader.ended() == (None, False)


async def test_a_reader_who_takes_nothing_is_cut_off_at_the_bound() -> None:
    reader = Reader()
    for _ in range(FRAMES_HARD_MAX):
        reader.member.send("x")
    await settle()
    assert reader.ended() == (None, False)
    for _ in range(2):  # the pump holds one
        reader.member.send("x")
    await settle()
    assert reader.ended() == (SLOW_READER, True)
    assert reader.got == []


def test_a_mask_of_any_bytes_is_taken_off() -> None:
    heard: list[str | None] = []
    payload = os.urandom(50).hex()
    assert SocketProtocol._taken(client(payload) + b"\x81", heard.append) == b"\x81"
    assert heard == [payload]
