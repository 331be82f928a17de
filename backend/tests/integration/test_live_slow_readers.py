"""A reader who sleeps, or is gone without a word, disturbs nobody; at last he is cut off, and may resume (RT-3)."""

import asyncio
import base64
import os
import socket
import struct
from urllib.parse import urlsplit

from tests.actors import Database, Person, Server, Watcher, make_lot
from tests.hammering import hammer

PATIENCE_SECONDS = 20


def open_raw(server: Server, lot_id: int) -> socket.socket:
    """A WebSocket by hand, with a small window, that will never read another byte."""
    address = urlsplit(server.url)
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    raw.connect((address.hostname, address.port))
    key = base64.b64encode(os.urandom(16)).decode()
    raw.sendall(
        f"GET /ws/lots/{lot_id} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    assert raw.recv(12).endswith(b"101")
    return raw


def frame(text: bytes) -> bytes:
    """A client's text frame below 126 bytes, masked with nothing."""
    return bytes([0x81, 0x80 | len(text)]) + bytes(4) + text


async def sockets(server: Server, lot_id: int, count: int) -> None:
    """Wait until so many sockets are in the room, as the room's newcomers are told."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            async with Watcher(server.url, lot_id) as newcomer:
                if (await newcomer.next())["count"] == count + 1:
                    return
            await asyncio.sleep(0.1)


async def test_a_reader_who_sleeps_is_cut_off_and_the_others_are_answered_all_the_while(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    await hammer(database, lot["id"], 20)
    raw = open_raw(server, lot["id"])
    raw.setblocking(False)
    asking, price = frame(b'{"type":"GET_HISTORY"}'), 50_000.0
    async with Watcher(server.url, lot["id"], anna) as watcher:
        await watcher.until("BID_HISTORY")
        await sockets(server, lot["id"], 2)
        loop = asyncio.get_running_loop()
        slowest, sent, cut = 0.0, 0, False
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not cut:
                try:
                    sent += raw.send(asking * 100)
                except BlockingIOError:
                    await asyncio.sleep(0.01)
                except (ConnectionResetError, BrokenPipeError):
                    cut = True
                began = loop.time()
                await watcher.bid(price)
                answer = await watcher.next()
                while answer.get("command_id") is None:
                    answer = await watcher.next()
                print(sent, slowest, watcher.frames[-1].get("code"))
                slowest = max(slowest, loop.time() - began)
                async with Watcher(server.url, lot["id"]) as newcomer:
                    cut = cut or (await newcomer.next())["count"] == 2
        assert slowest < 2
        await sockets(server, lot["id"], 1)
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
        await sockets(server, lot["id"], 21)
        for raw in gone:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raw.close()
        await hammer(database, lot["id"], 50)
        await watcher.bid(90_000)
        await watcher.until("BID_ACCEPTED")
        await sockets(server, lot["id"], 1)
