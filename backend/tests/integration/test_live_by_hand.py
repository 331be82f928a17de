"""However a client cuts its bytes, each message is heard once, in order, and what breaks the WebSocket protocol closes its own socket."""

import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from tests.actors import Person, Server, make_lot

TEXT, CONTINUED, BYTES, CLOSE, PING, PONG = 0x1, 0x0, 0x2, 0x8, 0x9, 0xA
FIN = 0x80


def frame(payload: bytes, first: int = FIN | TEXT) -> bytes:
    """A client's frame, masked, its length written in the shortest form."""
    mask, size = os.urandom(4), len(payload)
    masked = bytes(byte ^ mask[n % 4] for n, byte in enumerate(payload))
    if size < 126:
        return bytes((first, 0x80 | size)) + mask + masked
    if size < 65_536:
        return bytes((first, 0xFE)) + struct.pack("!H", size) + mask + masked
    return bytes((first, 0xFF)) + struct.pack("!Q", size) + mask + masked


def bid(number: int, **more: object) -> bytes:
    """A bid without an amount, so that each is answered by itself at once, naming its id."""
    return json.dumps({"type": "NEW_BID", "command_id": f"00000000-0000-4000-8000-{number:012}", **more}).encode()


class Hand:
    """A socket whose bytes the test writes and reads itself."""

    def __init__(self, server: Server, path: str) -> None:
        address = urlsplit(server.url)
        self.raw = socket.create_connection((address.hostname, address.port), 10)
        self.raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.raw.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.file = self.raw.makefile("rb")
        assert b"101" in self.file.readline()
        while self.file.readline() != b"\r\n":
            pass

    def next(self) -> tuple[int, bytes]:
        """The next frame of the server: its opcode and its payload."""
        first, size = self.file.read(2)
        assert first & FIN
        assert not size & 0x80
        if size > 125:
            size = int.from_bytes(self.file.read(2 if size == 126 else 8))
        return first & 0xF, self.file.read(size)

    def answers(self, count: int) -> list[int]:
        """The numbers of the next answered bids."""
        found: list[int] = []
        while len(found) < count:
            opcode, payload = self.next()
            assert opcode == TEXT, (opcode, payload)
            told = json.loads(payload)
            if "command_id" in told:
                assert (told["type"], told["code"]) == ("ERROR", "amount_invalid")
                found.append(int(told["command_id"][-12:]))
        return found

    def until(self, opcode: int) -> bytes:
        """The payload of the next frame of a kind."""
        while True:
            found, payload = self.next()
            if found == opcode:
                return payload


@contextmanager
def by_hand(server: Server, lot: int, person: Person) -> Iterator[Hand]:
    hand = Hand(server, f"/ws/lots/{lot}?token={person.token}")
    try:
        yield hand
    finally:
        hand.file.close()
        hand.raw.close()


@pytest.fixture(scope="module")
def lot(seller: Person) -> int:
    return int(make_lot(seller)["id"])


def test_many_messages_in_one_segment_are_heard_one_by_one(server: Server, lot: int, anna: Person) -> None:
    with by_hand(server, lot, anna) as hand:
        hand.raw.sendall(b"".join(frame(bid(n, note="x" * (n % 3) * 100)) for n in range(200)))
        assert hand.answers(200) == list(range(200))


@pytest.mark.parametrize("size", [0, 200, 70_000])
def test_a_message_may_be_cut_anywhere(server: Server, lot: int, anna: Person, size: int) -> None:
    stream = b"".join(frame(bid(n, note="x" * size)) for n in range(3)) + frame(b"", FIN | PING) + frame(bid(3))
    cuts = range(1, len(stream), 7) if size < 70_000 else (1, 5, 13, 14, 15, 40_000, 70_120, 140_300, len(stream) - 3)
    told = [0, 1, 2, 3] if size < 65_536 else [3]  # too long a frame is refused unread, so that its id is not told
    for cut in cuts:
        with by_hand(server, lot, anna) as hand:
            hand.raw.sendall(stream[:cut])
            hand.raw.sendall(stream[cut:])
            heard = list[int]()
            while len(heard) < len(told):
                opcode, payload = hand.next()
                if opcode == TEXT and b"command_id" in payload:
                    heard.append(int(json.loads(payload)["command_id"][-12:]))
            assert heard == told


def test_byte_by_byte_is_heard_and_then_whole_messages_again(server: Server, lot: int, anna: Person) -> None:
    with by_hand(server, lot, anna) as hand:
        for byte in frame(bid(1)) + frame(bid(2)):
            hand.raw.sendall(bytes((byte,)))
        hand.raw.sendall(frame(bid(3)) + frame(bid(4)))
        assert hand.answers(4) == [1, 2, 3, 4]


def test_a_message_in_pieces_with_a_ping_between_is_one_message(server: Server, lot: int, anna: Person) -> None:
    whole = bid(1)
    with by_hand(server, lot, anna) as hand:
        hand.raw.sendall(
            frame(bid(0)) + frame(whole[:10], TEXT) + frame(b"there?", FIN | PING) + frame(whole[10:20], CONTINUED)
            + frame(whole[20:], FIN | CONTINUED) + frame(bid(2))
        )
        heard: list[object] = []
        while len(heard) < 4:
            opcode, payload = hand.next()
            if opcode == PONG:
                heard.append(payload)
            elif b"command_id" in payload:
                heard.append(int(json.loads(payload)["command_id"][-12:]))
        assert heard.index(b"there?") >= 0
        assert [number for number in heard if number != b"there?"] == [0, 1, 2]


@pytest.mark.parametrize(("wrong", "code"), [
    (frame(b"\xff\xfe"), 1007),
    (frame(b"\xc3", TEXT) + frame(b"\x28", FIN | CONTINUED), 1007),
    (bytes((FIN | TEXT, 2)) + b"{}", 1002),
    (frame(b"{}", FIN | 0x40 | TEXT), 1002),
    (frame(b"{}", FIN | 0x3), 1002),
    (frame(b"{", TEXT) + frame(b"{}"), 1002),
    (frame(b"}", FIN | CONTINUED), 1002),
    (frame(b"x" * 126, FIN | PING), 1002),
    (bytes((FIN | TEXT, 0xFF)) + struct.pack("!Q", 2**20 + 1) + bytes(4), 1009),
], ids=["not UTF-8", "not UTF-8 in pieces", "not masked", "a reserved bit", "a reserved kind", "a text between pieces",
        "a piece of nothing", "a ping too long", "a mebibyte and one"])
def test_what_breaks_the_protocol_closes_its_socket(server: Server, lot: int, anna: Person, wrong: bytes, code: int) -> None:
    with by_hand(server, lot, anna) as hand:
        hand.raw.sendall(frame(bid(1)))
        assert hand.answers(1) == [1]
        hand.raw.sendall(wrong + frame(bid(2)))
        assert int.from_bytes(hand.until(CLOSE)[:2]) == code
        assert hand.file.read() == b""


def test_bytes_are_refused_and_nothing_is_heard_after_a_close(server: Server, lot: int, anna: Person) -> None:
    with by_hand(server, lot, anna) as hand:
        hand.raw.sendall(frame(bid(1), FIN | BYTES))
        while b"malformed" not in hand.until(TEXT):
            pass
        hand.raw.sendall(frame(bid(2)))
        assert hand.answers(1) == [2]
        hand.raw.sendall(frame(struct.pack("!H", 1000), FIN | CLOSE) + frame(bid(3)))
        assert hand.next() == (CLOSE, struct.pack("!H", 1000))
        assert hand.file.read() == b""


def test_who_sends_too_much_at_once_reads_why_when_he_has_sent_it(server: Server, lot: int) -> None:
    greeting = (
        f"GET /ws/lots/{lot} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), 10) as line:
        line.sendall(greeting.encode())
        assert b" 101 " in line.recv(4096)
        line.sendall(frame(b"x" * 3 * 1024 * 1024))
        line.shutdown(socket.SHUT_WR)
        heard = b"".join(iter(lambda: line.recv(65_536), b""))
    assert b"\x03\xf1frame with" in heard  # 1009, the last frame of the house


def test_who_is_still_sending_too_much_is_not_cut_off_before_he_has_read_why(server: Server, lot: int, anna: Person) -> None:
    """Its last words are lost for a reader behind a proxy, whose next write fails, when the house closes both sides at once."""
    with by_hand(server, lot, anna) as hand:
        whole = frame(b"x" * 3 * 1024 * 1024)
        hand.raw.sendall(whole[:100_000])
        assert hand.until(CLOSE)[:2] == struct.pack("!H", 1009)
        for at in range(100_000, len(whole), 100_000):
            hand.raw.sendall(whole[at : at + 100_000])
        hand.raw.shutdown(socket.SHUT_WR)
        assert hand.file.read() == b""
