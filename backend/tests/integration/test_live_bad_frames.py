"""Whatever is thrown at a lot's channel is answered with the right code to its sender; nothing is written and nobody else notices."""

import json
import random
import string
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import websockets

from tests.actors import Database, Person, Server, Watcher, make_lot
from tests.hammering import rows

SEED = 20260505
FRAMES = 20_000


def bid(amount: Any, **more: Any) -> dict[str, Any]:
    return {"type": "NEW_BID", "amount": amount, **more}


def raw(amount: str) -> str:
    return f'{{"type": "NEW_BID", "amount": {amount}}}'


BAD: list[tuple[str | bytes | dict[str, Any], str]] = [
    ("", "malformed"), ("{", "malformed"), ("nonsense", "malformed"), ("null", "malformed"), ("[]", "malformed"), ("7", "malformed"),
    ('"NEW_BID"', "malformed"), (b'{"type": "NEW_BID", "amount": 10}', "malformed"), (b"\xff\x00", "malformed"),
    ("[" * 30_000, "malformed"), ('{"type":' * 5_000, "malformed"), ('{"type": "\\ud800"}', "malformed"),
    ({}, "unknown_type"), ({"type": None}, "unknown_type"), ({"type": ["NEW_BID"]}, "unknown_type"), ({"type": {}}, "unknown_type"),
    ({"type": "new_bid"}, "unknown_type"), ({"type": "BID_ACCEPTED"}, "unknown_type"), ({"type": "LOT_STATUS"}, "unknown_type"),
    (raw("NaN"), "malformed"), (raw("Infinity"), "malformed"), (raw("-Infinity"), "malformed"),
    (raw("1e400"), "malformed"), (raw("1e308"), "amount_too_large"), (raw("9" * 400), "malformed"),
    (raw("1000000000001"), "amount_too_large"), (raw("1000000000000.01"), "amount_too_large"),
    (raw("18446744073709551616"), "amount_too_large"),
    (bid(0), "amount_invalid"), (bid(-1), "amount_invalid"), (bid(-0.01), "amount_invalid"), (raw("-0.0"), "amount_invalid"),
    (raw("-1e308"), "amount_invalid"), (bid(None), "amount_invalid"), (bid("10"), "amount_invalid"), (bid(True), "amount_invalid"),
    (bid([10]), "amount_invalid"), (bid({"value": 10}), "amount_invalid"), ({"type": "NEW_BID"}, "amount_invalid"),
    (bid(10.001), "amount_too_precise"), (bid(0.001), "amount_too_precise"), (raw("5e-324"), "amount_too_precise"),
    (bid(10, command_id="7"), "malformed"), (bid(10, command_id=7), "malformed"), (bid(10, command_id=""), "malformed"),
    (bid(10, command_id="x" * 60_000), "malformed"), (bid(10, user_id=999_999), "not_you"), (bid(10, max_amount=20), "not_supported"),
    ("x" * 65_537, "too_large"), (json.dumps(bid(10, note="x" * 70_000)), "too_large"), ("ä" * 40_000, "too_large"),
    ({"type": "CLOSE_AUCTION"}, "forbidden"),
]


def short(value: object) -> str:
    return (value if isinstance(value, str) else repr(value))[:40]


async def test_every_bad_frame_gets_its_code_and_leaves_no_trace(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"], anna) as watcher, Watcher(server.url, lot["id"]) as witness:
        await watcher.until("BID_HISTORY")
        await witness.until("BID_HISTORY")
        before = await rows(database)
        wrong = []
        for frame, code in BAD:
            await watcher.say(frame)
            error = await watcher.until("ERROR")
            if error["code"] != code or not error["message"]:
                wrong.append((short(frame), code, error))
        assert wrong == []
        await witness.say({"type": "GET_HISTORY"})
        await witness.until("BID_HISTORY")
        assert {frame["type"] for frame in witness.frames[3:]} <= {"USERS_COUNT", "BID_HISTORY"}
        assert await rows(database) == before
        await watcher.bid(10)
        await watcher.until("BID_ACCEPTED")


async def test_a_taken_command_id_is_a_conflict_whoever_took_it(
    server: Server, database: Database, seller: Person, anna: Person, bert: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"], anna) as hers, Watcher(server.url, lot["id"], bert) as his:
        command = await hers.bid(10)
        await hers.until("BID_ACCEPTED")
        before = await rows(database)
        await hers.bid(11, command)
        assert (await hers.until("ERROR"))["code"] == "command_conflict"
        await his.bid(10, command)
        assert (await his.until("ERROR"))["code"] == "command_conflict"
        await hers.bid(10, command.upper())
        assert (await hers.until("BID_ACCEPTED"))["command_id"] == command.upper()
        assert await rows(database) == before


async def test_a_frame_over_a_mebibyte_closes_its_own_socket_only(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as witness, Watcher(server.url, lot["id"]) as watcher:
        await watcher.until("BID_HISTORY")
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await watcher.say("x" * (2**20 + 1))
            while True:
                await watcher.next()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009
        await witness.say({"type": "GET_HISTORY"})
        await witness.until("BID_HISTORY")


def random_frames(chance: random.Random, user_id: int) -> Iterator[str | bytes]:
    """Frames from noise to almost right."""
    values: list[Any] = [
        None, True, 0, -1, 10, 10.5, 1e308, 10.001, "10", "", [], {}, [[]], {"a": {}}, 2**64, user_id, str(uuid.UUID(int=7)),
    ]
    names = ["type", "amount", "user_id", "command_id", "max_amount", "lot_id", "", "\u0000", "ключ"]
    kinds = ["NEW_BID", "GET_HISTORY", "CLOSE_AUCTION", "PING", "", None, 7]
    while True:
        match chance.randrange(6):
            case 0:
                yield "".join(chance.choices(string.printable, k=chance.randrange(80)))
            case 1:
                yield chance.randbytes(chance.randrange(80))
            case 2:
                yield json.dumps({chance.choice(names): chance.choice(values) for _ in range(chance.randrange(6))})
            case 3:
                text = json.dumps({"type": "NEW_BID", "amount": 10})
                at = chance.randrange(len(text))
                yield text[:at] + chance.choice(string.printable) + text[at + chance.randrange(2) :]
            case 4:
                yield "[" * chance.randrange(2_000) + "]" * chance.randrange(2_000)
            case _:
                yield json.dumps({"type": chance.choice(kinds), **{chance.choice(names[1:]): chance.choice(values) for _ in range(4)}})


async def test_twenty_thousand_random_frames_leave_the_server_serving(server: Server, seller: Person, anna: Person, bert: Person) -> None:
    print("seed", SEED)
    lot, chance = make_lot(seller), random.Random(SEED)
    frames = random_frames(chance, anna.id)
    async with Watcher(server.url, lot["id"], anna) as watcher, Watcher(server.url, lot["id"], bert) as witness:
        await witness.until("BID_HISTORY")
        for batch in range(FRAMES // 500):
            for _ in range(500):
                await watcher.say(next(frames))
            mark = str(uuid.UUID(int=batch + 1_000))
            await watcher.say({"type": "NEW_BID", "amount": "no", "command_id": mark})
            await watcher.until("ERROR", 30, command_id=mark)
            watcher.frames.clear()
        await witness.bid(1_000_000)
        await witness.until("BID_ACCEPTED")


async def test_with_limits_a_flood_is_told_so_and_closed_after_a_thousand(database: Database, seller: Person) -> None:
    with Server(database, settings={"SALEROOM_RATE_LIMITS": "1"}) as limited:
        lot = make_lot(seller)
        async with Watcher(limited.url, lot["id"]) as watcher:
            await watcher.until("BID_HISTORY")
            with pytest.raises(websockets.ConnectionClosed) as closed:
                for _ in range(100):
                    for _ in range(50):
                        await watcher.say({"type": "PING"})
                    for _ in range(50):
                        await watcher.until("ERROR")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4429
            codes = [frame["code"] for frame in watcher.frames if frame["type"] == "ERROR"]
            assert codes[:200] == ["unknown_type"] * 200
            assert 999 <= codes.count("rate_limited") <= 1_000
