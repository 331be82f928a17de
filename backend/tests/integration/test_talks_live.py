"""A person's own socket: every message once, in one order for everybody, on every device, whatever is cut, and nobody disturbed."""

import asyncio
import re
import socket
import uuid
from itertools import pairwise
from typing import Any

import pytest

from saleroom.domain.ids import stream_id
from saleroom.realtime.members import FRAMES_HARD_MAX
from tests.actors import Database, Person, Server, sign_up
from tests.concerts import send
from tests.integration.test_live_slow_readers import frame, open_raw
from tests.talkers import Talker, act, as_owner, begin, messages, pair, parlour, read, tell, with_roles

POINTS = ("before_lock", "before_commit", "before_answer", "before_publish")
PATIENCE_SECONDS = 20


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


async def test_a_second_device_is_told_what_is_unread_though_the_first_knows_it(server: Server) -> None:
    anna, bert, talk = pair(server)
    async with Talker(server.url, anna) as phone:
        tell(bert, talk, "Hello?")
        await phone.until("unread", count=1)
        async with Talker(server.url, anna, waits=True) as desk:  # its list was read before that
            await desk.resume((talk, 1))
            await desk.heard(talk, 2)
            while not any(frame["count"] == 1 for frame in desk.told("unread", talk)):  # told before the message, or after it
                await desk.next()


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


async def test_both_people_are_told_who_took_a_message_away_now_and_when_they_come_back(
    server: Server, other: Server, administrator: Person
) -> None:
    anna, bert, talk = pair(server)
    own, rude = tell(anna, talk, "Forget this"), tell(bert, talk, "Rude")
    async with Talker(server.url, anna) as hers, Talker(other.url, bert) as his:
        send(anna, "DELETE", f"/messages/{own['id']}")
        send(administrator, "DELETE", f"/messages/{rude['id']}")
        for line in hers, his:
            assert (await line.until("hidden", seq=own["seq"]))["hidden_by"] == "author"
            assert (await line.until("hidden", seq=rude["seq"]))["hidden_by"] == "help_desk"
    async with Talker(other.url, bert, waits=True) as back:
        await back.resume((talk, 0))
        assert (await back.until("hidden", seq=rude["seq"]))["hidden_by"] == "help_desk"
        assert [frame["hidden_by"] for frame in back.told("hidden", talk)] == ["author", "help_desk"]


async def test_an_answer_of_the_help_desk_is_taken_away_by_its_author_or_by_a_colleague(server: Server, database: Database) -> None:
    customer = sign_up(server.url)
    agent, colleague = with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")
    talk = begin(customer, to="help")
    first, second = tell(agent, talk, "One"), tell(agent, talk, "Two")
    send(agent, "DELETE", f"/messages/{first['id']}")
    send(colleague, "DELETE", f"/messages/{second['id']}")
    assert [one["hidden_by"] for one in messages(customer, talk)] == ["author", "help_desk"]


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
