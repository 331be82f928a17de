"""uvicorn's WebSocket protocol, with a short way for plain texts and an end for connections whose peer takes nothing more.

The short way: an application that finds `DIRECT` in the scope's extensions is handed each text where it arrives and writes many
at once, without a queue, a task's wake-up and a system call for each. Only whole, unfragmented texts take it; all other frames
go through websockets' parser, and the handshake, pings, closing and back pressure stay uvicorn's. Other applications see plain ASGI.

The end: uvicorn closes a connection by waiting until what is written was taken, which a sleeping reader never does; so the
socket, its buffers and its task would stay for ever. Here it is aborted: GRACE_SECONDS after the application let go of it, and
at once when a ping stays without an answer.
"""

from collections import deque
from collections.abc import Callable
from typing import Any, Final

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.speedups import apply_mask

from saleroom.api.sockets import DIRECT

GRACE_SECONDS: Final = 5.0
PARTING_SECONDS: Final = 2.0  # for a peer that broke the protocol to end what he is sending
WRITE_BYTES: Final = 16 * 1024  # handed to the transport at once; above its mark of 64 KiB it asks for a pause

PLAIN_TEXT: Final = 0x81  # the first byte of a frame that is a whole text


class SocketProtocol(WebSocketsSansIOProtocol):
    """Handed to uvicorn as `ws=`."""

    _take: Callable[[str | None], None] | None = None
    _is_between_frames = False

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.handshake_initiated and not self.conn.extensions and not self.close_sent:
            self.scope["extensions"] = {**(self.scope["extensions"] or {}), DIRECT: {"attach": self._attach}}

    def _attach(self, take: Callable[[str | None], None]) -> Callable[[deque[str]], None]:
        """Hand every message to `take` from now on (None: bytes). Returns what writes texts: as many as it may, off the left."""
        self._take = take
        return self._write

    def handle_parser_exception(self) -> None:
        """Say why, and pass over what is still being sent: closing upon unread bytes resets the line, and its peer never reads why."""
        close = self.conn.close_sent
        assert close is not None
        self.queue.put_nowait({"type": "websocket.disconnect", "code": close.code, "reason": close.reason})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.transport.write_eof()
        self.transport.resume_reading()
        self.close_timer = self.loop.call_later(PARTING_SECONDS, self.transport.close)  # or the end of the task would close it

    def data_received(self, data: bytes) -> None:
        if self.conn.parser_exc is not None:
            return
        if self._is_between_frames and self._take is not None and not self.close_sent:
            data = self._taken(data, self._take)
            if not data:
                return
        super().data_received(data)
        self._is_between_frames = self._waits_for_a_frame()

    def _waits_for_a_frame(self) -> bool:
        """Whether websockets' parser hangs where it asks for the first byte of a frame; if that ever moves, all goes its way."""
        waiting: Any = self.conn.parser
        while (inner := waiting.gi_yieldfrom) is not None:
            waiting = inner
        return bool(waiting.__name__ == "at_eof") and not self.frames

    @staticmethod
    def _taken(data: bytes, take: Callable[[str | None], None]) -> bytes:
        """Hand on the plain texts at the beginning of `data`; the rest, from the first frame that is none."""
        at, end = 0, len(data)
        while end - at > 5 and data[at] == PLAIN_TEXT:
            size, begin = data[at + 1] - 0x80, at + 6  # below zero: not masked
            if size == 126:
                size, begin = int.from_bytes(data[at + 2 : at + 4]), at + 8
            if not 0 <= size != 127 or begin + size > end:
                break
            try:
                text = apply_mask(data[begin : begin + size], data[begin - 4 : begin]).decode()
            except UnicodeDecodeError:
                break
            at = begin + size
            take(text)
        return data[at:]

    def send_receive_event_to_app(self) -> None:
        if self._take is None or self.close_sent:
            super().send_receive_event_to_app()
            return
        data, self.frames = b"".join(self.frames), []
        try:
            text = data.decode() if self.curr_msg_data_type == "text" else None
        except UnicodeDecodeError:
            self.conn.send_close(1007)
            self.handle_parser_exception()
            return
        self._take(text)

    def _write(self, texts: deque[str]) -> None:
        while texts and self.writable.is_set() and not self.close_sent and not self.transport.is_closing():
            parts, size = list[bytes](), 0
            while texts and size < WRITE_BYTES:
                payload = texts.popleft().encode()
                size += len(payload)
                parts += (_header(len(payload)), payload)
            self.transport.write(b"".join(parts))

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._take = None

    async def run_asgi(self) -> None:
        await super().run_asgi()
        self.loop.call_later(GRACE_SECONDS, self.transport.abort)

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self.transport.abort()


def _header(size: int) -> bytes:
    """The beginning of a text frame of a server."""
    if size < 126:
        return bytes((PLAIN_TEXT, size))
    return b"\x81\x7e" + size.to_bytes(2) if size < 65_536 else b"\x81\x7f" + size.to_bytes(8)
