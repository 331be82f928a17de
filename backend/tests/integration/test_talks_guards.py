"""A person's channel is nobody else's: a bad frame gets its code, a stranger no door, and a flood hurts its sender alone."""

import asyncio
import uuid
from typing import Any

import httpx
import pytest
import websockets

from tests.actors import Database, Person, Server, sign_in, sign_up
from tests.hammering import rows
from tests.strange import EVIL
from tests.talkers import Talker, act, messages, pair


def bad_frames(talk: dict[str, Any], hidden: dict[str, Any], bert: Person) -> list[tuple[Any, str]]:
    """What goes wrong, and the code that says so. `hidden` is a conversation of others."""

    def message(**fields: Any) -> dict[str, Any]:
        return {"type": "message", "conversation_id": talk["id"], "content": "x", **fields}

    return [
        ("", "malformed"), ("[]", "malformed"), (b"\x00\x01", "malformed"), ("{}", "unknown_type"), ({"type": "NEW_BID"}, "unknown_type"),
        ({"type": "online_users"}, "unknown_type"), ("[" * 30_000, "malformed"), ("x" * 70_000, "too_large"),
        (message(content=""), "malformed"), (message(content=None), "malformed"), (message(content=["x"]), "malformed"),
        (message(content="x" * 4_001), "message_too_long"), (message(message_type="video"), "malformed"),
        (message(client_id=""), "malformed"), (message(client_id="x" * 65), "malformed"), (message(client_id=7), "malformed"),
        (message(conversation_id=hidden["id"]), "unknown_conversation"), (message(conversation_id=0), "unknown_conversation"),
        (message(conversation_id=-1), "unknown_conversation"), (message(conversation_id=2**63), "unknown_conversation"),
        (message(conversation_id=True), "unknown_conversation"), (message(conversation_id=str(talk["id"])), "unknown_conversation"),
        (message(sender_id=str(bert.id)), "not_you"), (message(user_id=bert.id), "not_you"), (message(sender_id="help-desk"), "not_you"),
        (message(message_type="image", content="/media/private/" + "0" * 32), "unknown_upload"),
        (message(message_type="file", content="../../secret"), "unknown_upload"),
        ({"type": "read", "conversation_id": hidden["id"]}, "unknown_conversation"), ({"type": "read"}, "malformed"),
        ({"type": "read", "conversation_id": talk["id"], "seq": -1}, "malformed"),
        ({"type": "read", "conversation_id": talk["id"], "seq": 1, "reader_id": str(bert.id)}, "not_you"),
        ({"type": "read", "conversation_id": 2**60}, "malformed"),
        ({"type": "typing", "conversation_id": talk["id"], "is_typing": 1}, "malformed"),
        ({"type": "typing", "conversation_id": hidden["id"]}, "unknown_conversation"),
    ]


async def test_every_bad_frame_gets_its_code_and_leaves_no_trace(server: Server, database: Database, administrator: Person) -> None:
    anna, bert, talk = pair(server)
    hidden = pair(server)[2]
    async with Talker(server.url, anna) as hers, Talker(server.url, bert) as witness:
        before, wrong = await rows(database), []
        for frame, code in bad_frames(talk, hidden, bert):
            await hers.say(frame)
            error = await hers.until("ERROR")
            if error["code"] != code or not error["message"]:
                wrong.append((str(frame)[:80], code, error))
        assert wrong == []
        client_id = await hers.tell(talk, "x" * 4_001)
        assert (await hers.until("ERROR"))["command_id"] == client_id, "its sender knows which one failed"
        assert await rows(database) == before
        await witness.tell(talk, EVIL)
        assert await hers.heard(talk, 2) == await witness.heard(talk, 2) == [(2, EVIL)]
        assert {frame["type"] for frame in witness.frames} <= {"online_users", "status", "message", "unread"}


async def test_a_taken_client_id_with_other_words_is_told_and_changes_nothing(server: Server) -> None:
    anna, bert, talk = pair(server)
    async with Talker(server.url, anna) as hers:
        client_id = await hers.tell(talk, "Yes")
        await hers.heard(talk, 2)
        await hers.tell(talk, "No", client_id)
        error = await hers.until("ERROR")
        assert (error["code"], error["command_id"]) == ("command_conflict", client_id)
        act(bert, talk, "block")
        refused = await hers.tell(talk, "Hello?")
        error = await hers.until("ERROR")
        assert (error["code"], error["command_id"]) == ("blocked", refused)
    assert [one["content"] for one in messages(bert, talk)] == ["Yes"]


async def refused(url: str, **headers: str) -> tuple[str, int]:
    """The code that a socket is told, and the one it is closed with."""
    async with websockets.connect(url, additional_headers=headers) as opened:
        told = await opened.recv()
        with pytest.raises(websockets.ConnectionClosed) as closed:
            while True:
                await opened.recv()
    assert closed.value.rcvd is not None
    return httpx.Response(200, content=told).json()["code"], closed.value.rcvd.code


async def test_nobody_opens_the_channel_of_another_and_a_foreign_page_none(server: Server, anna: Person, bert: Person) -> None:
    base, name = server.url.replace("http", "ws"), f"u{uuid.uuid4().hex[:12]}"
    assert await refused(f"{base}/ws/{anna.id}") == ("not_signed_in", 4401)
    assert await refused(f"{base}/ws/{anna.id}?token=forged") == ("not_signed_in", 4401)
    for path in (str(bert.id), "0", "-1", "x", "%00", "9" * 300, "help-desk"):
        assert await refused(f"{base}/ws/{path}?token={anna.token}") == ("not_you", 4403), path
    person = sign_up(server.url, name)
    login = httpx.post(f"{server.url}/auth/cookie/login", data={"username": name, "password": "correct horse"}, timeout=30)
    cookie = f"auth={login.cookies['auth']}"
    assert await refused(f"{base}/ws/{person.id}", Cookie=cookie, Origin="https://evil.example") == ("not_signed_in", 4401)
    async with websockets.connect(f"{base}/api/ws/{person.id}", additional_headers={"Cookie": cookie, "Origin": server.url}) as opened:
        assert "online_users" in str(await opened.recv())


async def test_the_channel_ends_with_its_session_on_another_worker_too(server: Server, other: Server) -> None:
    name = f"u{uuid.uuid4().hex[:12]}"
    sign_up(server.url, name)
    person = sign_in(server.url, name, "correct horse")
    async with Talker(other.url, person) as device:
        assert (await asyncio.to_thread(person.post, "/auth/cookie/logout")).status_code == 200
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await device.until("never")
        assert closed.value.rcvd is not None
        assert (device.frames[-1]["code"], closed.value.rcvd.code) == ("session_ended", 4401)


async def test_floods_and_giant_frames_hurt_their_sender_alone(server: Server, database: Database) -> None:
    anna, bert, talk = pair(server)
    with Server(database, settings={"SALEROOM_RATE_LIMITS": "1"}) as limited:
        async with Talker(limited.url, anna) as hers, Talker(limited.url, bert) as his:
            sent = [await hers.tell(talk, str(n)) for n in range(180)]
            codes: dict[str, str] = {}
            while len(hers.said(talk)) + len(codes) < len(sent):
                if (frame := await hers.next())["type"] == "ERROR":
                    codes[frame["command_id"]] = frame["code"]
            assert "rate_limited" in codes.values() and set(codes.values()) <= {"rate_limited", "busy"}
            heard = {frame["client_id"] for frame in hers.told("message", talk)}
            assert heard | codes.keys() == set(sent) and not heard & codes.keys(), "each is either shown or refused"
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await hers.say("x" * (2**20 + 1))
                while True:
                    await hers.next()
            assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009
            await his.tell(talk, "I am not disturbed")
            assert (await his.until("message", content="I am not disturbed"))["seq"] > 2
