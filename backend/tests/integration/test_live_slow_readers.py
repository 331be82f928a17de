"""A reader who sleeps, or is gone without a word, disturbs nobody; at last he is cut off, and may resume (RT-3)."""

import asyncio
import base64
import os
import socket
import struct
from urllib.parse import urlsplit

import httpx

from tests.actors import Database, Person, Server, Watcher, make_lot
from tests.hammering import hammer

PATIENCE_SECONDS = 20


def open_raw(server: Server, lot_id: int, path: str = "") -> socket.socket:
    """A WebSocket by hand, to a lot or to another path, with a small window, that will never read another byte."""
    address = urlsplit(server.url)
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    raw.connect((address.hostname, address.port))
    key = base64.b64encode(os.urandom(16)).decode()
    raw.sendall(
        f"GET {path or f'/ws/lots/{lot_id}'} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    assert raw.recv(12).endswith(b"101")
    return raw


def frame(text: bytes) -> bytes:
    """A client's text frame below 126 bytes, masked with nothing."""
    return bytes([0x81, 0x80 | len(text)]) + bytes(4) + text


def sockets(server: Server) -> int:
    """How many sockets sit in the rooms of this worker, as it says itself."""
    figures = httpx.get(f"{server.url}/metrics", timeout=10).text
    return round(float(next(line.split()[1] for line in figures.splitlines() if line.startswith("saleroom_sockets "))))


async def until_sockets(server: Server, count: int) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while sockets(server) != count:
            await asyncio.sleep(0.1)


async def test_a_reader_who_sleeps_is_cut_off_and_the_others_are_answered_all_the_while(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    await hammer(database, lot["id"], 20)
    await until_sockets(server, 0)
    raw = open_raw(server, lot["id"])
    raw.setblocking(False)
    asking, price = frame(b'{"type":"GET_HISTORY"}'), 50_000.0
    async with Watcher(server.url, lot["id"], anna) as watcher:
        await watcher.until("BID_HISTORY")
        await until_sockets(server, 2)
        loop = asyncio.get_running_loop()
        slowest, cut = 0.0, False
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not cut:
                try:
                    raw.send(asking * 100)
                except BlockingIOError:
                    await asyncio.sleep(0.01)
                except (ConnectionResetError, BrokenPipeError):
                    cut = True
                began = loop.time()
                await watcher.bid(price)
                answer = await watcher.next()
                while answer.get("command_id") is None:
                    answer = await watcher.next()
                slowest = max(slowest, loop.time() - began)
                cut = cut or sockets(server) == 1
        assert slowest < 2
        await until_sockets(server, 1)
    raw.close()


async def test_a_sleeping_reader_who_asks_for_nothing_disturbs_nobody(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    sleepers = [open_raw(server, lot["id"]) for _ in range(10)]
    async with Watcher(server.url, lot["id"], anna) as watcher:
        await watcher.until("BID_HISTORY")
        versions = await hammer(database, lot["id"], 300)
        await watcher.until("NEW_BID", seq=versions[-1])
        await watcher.bid(90_000)
        await watcher.until("BID_ACCEPTED")
    for raw in sleepers:
        raw.close()


async def test_readers_who_vanish_without_a_word_leave_the_room_and_disturb_nobody(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    gone = [open_raw(server, lot["id"]) for _ in range(20)]
    async with Watcher(server.url, lot["id"], anna) as watcher:
        await watcher.until("BID_HISTORY")
        await until_sockets(server, 21)
        for raw in gone:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raw.close()
        await hammer(database, lot["id"], 50)
        await watcher.bid(90_000)
        await watcher.until("BID_ACCEPTED")
        await until_sockets(server, 1)
