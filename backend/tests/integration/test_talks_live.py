"""A person's own socket: every message once, in one order for everybody, on every device, whatever is cut, and nobody disturbed."""

import asyncio
import re
import socket
import uuid
from itertools import pairwise
from typing import Any

import httpx
import pytest
import websockets

from saleroom.domain.ids import stream_id
from saleroom.realtime.members import FRAMES_HARD_MAX
from tests.actors import Database, Person, Server, sign_in, sign_up
from tests.concerts import send
from tests.hammering import rows
from tests.integration.test_live_slow_readers import frame, open_raw
from tests.strange import EVIL
from tests.talkers import Talker, act, as_owner, begin, messages, parlour, read, tell, with_roles

POINTS = ("before_lock", "before_commit", "before_answer", "before_publish")
PATIENCE_SECONDS = 20


def pair(server: Server) -> tuple[Person, Person, dict[str, Any]]:
    """Two new people and their conversation."""
    one, two = sign_up(server.url), sign_up(server.url)
    return one, two, begin(one, two)


async def test_three_devices_and_the_other_side_see_the_same_messages_in_the_same_order(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    async with (
        Talker(server.url, anna) as desk, Talker(server.url, anna) as phone, Talker(other.url, anna) as tablet,
        Talker(other.url, bert) as his,
    ):
        devices = (desk, phone, tablet, his)
        for n in range(8):
            await asyncio.gather(*(device.tell(talk, f"{place}.{n}") for place, device in enumerate(devices)))
        seqs = [1 + n for n in range(1, 33)]
        heard = [await device.heard(talk, seqs[-1]) for device in devices]
        assert all(one == heard[0] for one in heard) and [seq for seq, _ in heard[0]] == seqs
        for place in range(4):
            words = [content for _, content in heard[0] if content.startswith(f"{place}.")]
            assert words == [f"{place}.{n}" for n in range(8)], "what one device says stands in the order in which it was said"
        frame, stored = his.told("message", talk)[0], messages(bert, talk)[0]
        shared = set(frame) & set(stored)
        assert {name: frame[name] for name in shared} == {name: stored[name] for name in shared} and "client_id" in shared
        assert (frame["sender_id"], frame["timestamp"]) == (str(anna.id if frame["content"][0] != "3" else bert.id), stored["created_at"])


@pytest.mark.parametrize("point", POINTS)
async def test_a_line_cut_on_the_path_of_a_message_loses_and_doubles_nothing(server: Server, database: Database, point: str) -> None:
    """The worker dies before the fact, before its commit, before the answer, or before the frame; the sender tries again everywhere."""
    anna, bert, talk = pair(server)
    client_id = str(uuid.uuid4())
    shaky = Server(database, module="tests.crashing_worker", settings={"CRASH_POINT": point, "CRASH_PASS": "1"})
    async with Talker(server.url, bert) as his:
        with shaky:
            async with Talker(shaky.url, anna) as hers:
                await hers.tell(talk, "Once", client_id)
                assert shaky.process is not None
                await asyncio.to_thread(shaky.process.wait, PATIENCE_SECONDS)
                assert hers.said(talk) == []
        (texts,) = as_owner(database, "SELECT count(*) FROM public.message_texts WHERE conversation_id = $1", talk["id"])
        assert texts == (1,), "the words are kept before anything else"
        if point in ("before_answer", "before_publish"):
            assert await his.heard(talk, 2) == [(2, "Once")], "what is committed is shown, though its worker is dead"
        async with Talker(server.url, anna, waits=True) as again:
            by_rest = [asyncio.to_thread(tell, anna, talk, "Once", client_id) for _ in range(2)]
            await again.resume((talk, 1))
            _, *answers = await asyncio.gather(again.tell(talk, "Once", client_id), *by_rest)
            assert {one["seq"] for one in answers} == {2}
            await again.tell(talk, "Twice")
            assert await again.heard(talk, 3) == [(2, "Once"), (3, "Twice")]
            assert again.told("message", talk)[0]["client_id"] == client_id
            assert await his.heard(talk, 3) == [(2, "Once"), (3, "Twice")]
    assert [one["content"] for one in messages(bert, talk)] == ["Once", "Twice"]


async def test_a_line_cut_before_the_send_or_with_the_answer_on_its_way_is_one_message(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    client_id = str(uuid.uuid4())
    async with Talker(server.url, anna):
        pass  # cut before anything was sent
    async with Talker(server.url, anna) as cut:
        await cut.tell(talk, "Once", client_id)
        cut.socket.transport.abort()
    async with Talker(other.url, anna, waits=True) as again:
        await again.resume((talk, 1))
        await again.tell(talk, "Once", client_id)
        await again.tell(talk, "Twice")
        assert await again.heard(talk, 3) == [(2, "Once"), (3, "Twice")]
    assert [one["content"] for one in messages(bert, talk)] == ["Once", "Twice"]


async def test_whoever_comes_back_at_another_worker_misses_nothing_however_much_was_said(
    server: Server, other: Server, database: Database
) -> None:
    anna, bert, talk = pair(server)
    quiet = begin(anna, with_roles(database, server.url, "merchant"))
    missed = FRAMES_HARD_MAX + 300
    async with Talker(server.url, anna) as hers:
        await hers.tell(talk, "0")
        await hers.heard(talk, 2)
    async with parlour(database) as room:
        await room.say(stream_id("chat", talk["id"]), bert.id, *(str(n) for n in range(1, missed)))
        async with Talker(other.url, anna, waits=True, is_greeted=False) as again, Talker(server.url, bert) as his:
            await again.resume((talk, 2), (quiet, 1))  # at once, before the greeting
            for n in range(missed, missed + 5):
                await his.tell(talk, str(n))
            heard = await again.heard(talk, missed + 6)
    assert heard == [(n + 2, str(n)) for n in range(1, missed + 5)]
    assert again.said(quiet) == []


async def test_a_device_that_goes_back_again_and_again_while_others_talk_is_told_without_a_gap(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    async with Talker(server.url, anna) as hers, Talker(other.url, bert) as his:
        for n in range(40):
            await his.tell(talk, str(n))
            await hers.resume((talk, 1))
            await hers.until("message", seq=2)
        seqs = [seq for seq, _ in await hers.heard(talk, 41)]
        assert all(later in (earlier + 1, 2) for earlier, later in pairwise([1, *seqs])), seqs


async def test_a_device_that_asks_before_it_was_greeted_is_heard(server: Server) -> None:
    anna, bert, talk = pair(server)
    for n in range(5):
        tell(bert, talk, str(n))
    for _ in range(5):
        async with Talker(server.url, anna, is_greeted=False) as hers:
            await hers.resume((talk, 1))
            assert await hers.heard(talk, 6) == [(n + 2, str(n)) for n in range(5)]


async def test_whoever_reads_slowly_is_told_at_his_pace_and_nobody_waits_for_him(server: Server, database: Database) -> None:
    anna, bert, talk = pair(server)
    long = ["🦊" * 3_900] * 400  # 6 MB, more than the kernel takes; then more than may wait here
    said = [*long, *(str(n) for n in range(FRAMES_HARD_MAX + 50))]
    missed = len(said)
    async with parlour(database) as room:
        await room.say(stream_id("chat", talk["id"]), bert.id, *said)
    raw = open_raw(server, 0, f"/ws/{anna.id}?token={anna.token}&after=resume")
    raw.sendall(frame(f'{{"type":"resume","conversations":{{"{talk["id"]}":1}}}}'.encode()))
    async with Talker(server.url, anna) as hers, Talker(server.url, bert) as his:
        await his.tell(talk, "Quick")
        assert await hers.heard(talk, missed + 2) == [(missed + 2, "Quick")]
        told = await asyncio.to_thread(read_through, raw, b"Quick")
    raw.close()
    seqs = [int(seq) for seq in re.findall(rb'"type":"message".*?"seq":(\d+)', told, re.DOTALL)]
    assert seqs == list(range(2, missed + 3))


def read_through(raw: socket.socket, end: bytes) -> bytes:
    """What a socket is sent, up to these bytes and the frame that they stand in."""
    raw.settimeout(PATIENCE_SECONDS)
    told = bytearray()
    while (at := told.rfind(end, max(0, len(told) - 100_000))) < 0 or b"client_id" not in told[at:]:
        part = raw.recv(65_536)
        assert part, "it was cut off"
        told += part
    return bytes(told)


async def test_one_resumes_what_one_may_see_and_nothing_else(server: Server, anna: Person) -> None:
    _, bert, talk = pair(server)
    tell(bert, talk, "Secret")
    own = begin(anna, bert)
    tell(bert, own, "Open")
    async with Talker(server.url, anna) as hers:
        await hers.resume((talk, 0), (own, 0), ({"id": 2**39}, 0))
        assert await hers.heard(own, 2) == [(2, "Open")]
        wrong: list[Any] = [[], {"1": "x"}, {"1": -1}, {"1": True}, {"1": 1.5}, dict.fromkeys(map(str, range(1_001)), 0), None, "1"]
        for bad in wrong:
            await hers.say({"type": "resume", "conversations": bad})
            assert (await hers.until("ERROR"))["code"] == "malformed", bad
        await hers.say({"type": "resume", "conversations": {"x": 1, "": 1, "-1": 1, "9" * 40: 1, str(own["id"]): 2**70}})
        await hers.tell(own, "Still here")
        assert await hers.heard(own, 3) == [(2, "Open"), (3, "Still here")]
        assert hers.said(talk) == []


async def test_reading_is_told_to_both_and_unread_counts_to_every_device(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    tell(bert, talk, "One")
    async with Talker(server.url, anna) as desk, Talker(other.url, anna) as phone, Talker(server.url, bert) as his:
        await his.tell(talk, "Two")
        for device in (desk, phone):
            assert (await device.until("unread", conversation_id=talk["id"], count=2))["count"] == 2
        await phone.say({"type": "read", "conversation_id": talk["id"], "delivered": 3})
        delivered = await his.until("read", reader_id=str(anna.id))
        assert (delivered["seq"], delivered["delivered"]) == (0, 3)
        await desk.say({"type": "read", "conversation_id": talk["id"], "seq": 2})
        assert (await his.until("read", reader_id=str(anna.id)))["seq"] == 2
        await phone.until("unread", conversation_id=talk["id"], count=1)
        await phone.say({"type": "read", "conversation_id": talk["id"]})
        assert (await his.until("read", reader_id=str(anna.id)))["seq"] == 3
        for device in (desk, phone):
            await device.until("unread", conversation_id=talk["id"], count=0)
    assert read(anna, talk)["participant1_unread"] == 0


async def test_who_is_there_and_who_writes_is_told_to_those_who_share_a_conversation_alone(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    stranger = sign_up(server.url)
    async with Talker(server.url, anna) as hers, Talker(server.url, stranger) as theirs:
        assert hers.frames[0]["users"] == [] and isinstance(hers.frames[0]["timestamp"], float)
        async with Talker(other.url, bert) as his:
            assert (await hers.until("status", user_id=str(bert.id)))["status"] == "online"
            await his.say({"type": "typing", "conversation_id": talk["id"], "is_typing": True})
            frame = await hers.until("typing")
            assert (frame["user_id"], frame["conversation_id"], frame["is_typing"]) == (str(bert.id), talk["id"], True)
            await theirs.say({"type": "typing", "conversation_id": talk["id"]})
            assert (await theirs.until("ERROR"))["code"] == "unknown_conversation"
            assert anna.get(f"/conversations/{talk['id']}").json()["participant2"]["status"] == "online"
        assert (await hers.until("status", user_id=str(bert.id)))["status"] == "offline"
        await hers.say({"type": "ping"})
        await hers.until("ERROR")
        assert {frame["type"] for frame in theirs.frames} == {"online_users", "ERROR"}
        assert [frame for frame in hers.frames if frame["type"] == "typing"] == [frame]


async def test_hidden_messages_and_new_states_are_told_as_they_come(server: Server, other: Server) -> None:
    anna, bert, talk = pair(server)
    message = tell(anna, talk, "Forget this")
    async with Talker(other.url, bert) as his:
        send(anna, "DELETE", f"/messages/{message['id']}")
        assert (await his.until("hidden"))["id"] == message["id"]
        act(anna, talk, "resolve")
        assert (await his.until("conversation", conversation_id=talk["id"]))["status"] == "resolved"
        await his.tell(talk, "One more thing")
        assert (await his.until("conversation", conversation_id=talk["id"]))["status"] == "open"
        await his.resume((talk, 0))
        assert (await his.heard(talk, 2))[-1][0] == 5 or (await his.until("message", seq=2))["content"] == "", "hidden words are not told"


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
