"""Whoever opens a lot's channel sees one state and then every event once, in order; whoever comes back misses nothing (RT-1, RT-2)."""

import asyncio
import os
import signal
import uuid
from typing import Any

import pytest
import websockets

from tests.actors import Database, Person, Server, Watcher, make_lot
from tests.hammering import hammer


async def opening(watcher: Watcher) -> list[dict[str, Any]]:
    """The frames up to the first BID_HISTORY."""
    await watcher.until("BID_HISTORY")
    return watcher.frames


async def test_a_newcomer_hears_the_count_the_state_and_the_history_at_one_seq(server: Server, seller: Person, anna: Person) -> None:
    lot = make_lot(seller, start_price=5)
    assert anna.post(f"/lots/{lot['id']}/bids", {"amount": 7.5}).status_code == 200
    async with Watcher(server.url, lot["id"]) as watcher:
        count, status, history = await opening(watcher)
    assert (count["type"], status["type"], history["type"]) == ("USERS_COUNT", "LOT_STATUS", "BID_HISTORY")
    assert count["count"] == 1
    assert status["seq"] == history["seq"] == history["bids"][0]["id"]
    assert (status["current_price"], status["next_min"], status["owner_id"], status["bid_count"]) == (7.5, 7.51, anna.id, 1)
    assert (status["is_active"], status["status"], status["reserve"], status.get("resync")) == (True, "open", "none", None)
    assert history["bids"][0] | {"created_at": ""} == {
        "id": history["seq"], "user_id": anna.id, "bidder_name": "Bidder 1", "amount": 7.5, "lot_id": lot["id"], "created_at": "",
        "auto": False,
    }


async def test_a_bidder_is_answered_before_everyone_sees_the_same_frame(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"], anna) as hers, Watcher(server.url, lot["id"], bert) as his:
        await opening(hers)
        await opening(his)
        command = await hers.bid(10)
        answer = await hers.until("BID_ACCEPTED")
        assert [frame["type"] for frame in hers.frames if frame["type"] in ("BID_ACCEPTED", "NEW_BID")] == ["BID_ACCEPTED"]
        shown = await hers.until("NEW_BID")
        assert (answer["command_id"], answer["amount"], answer["leading"], answer["seq"]) == (command, 10, True, shown["seq"])
        assert len(bytes.fromhex(answer["hash"])) == 32
        assert "next bid must be at least 10.01" in answer["explain"]
        assert shown == await his.until("NEW_BID")
        assert (shown["bid"]["bidder_name"], shown["next_min"], shown["bid_count"]) == ("Bidder 1", 10.01, 1)
        await his.bid(10.01)
        assert (await hers.until("NEW_BID"))["bid"]["bidder_name"] == "Bidder 2"
        await hers.bid(11)
        assert (await his.until("NEW_BID", bid_count=3))["bid"]["bidder_name"] == "Bidder 1"
        await his.say({"type": "GET_HISTORY"})
        history = await his.until("BID_HISTORY")
        assert [(bid["amount"], bid["bidder_name"]) for bid in history["bids"]] == [
            (11, "Bidder 1"), (10.01, "Bidder 2"), (10, "Bidder 1"),
        ]
        assert bert.get(f"/lots/{lot['id']}/bids").json()["bids"] == history["bids"]


async def test_who_comes_back_gets_what_he_missed_and_then_the_head(server: Server, database: Database, seller: Person) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as watcher:
        seen = (await watcher.until("LOT_STATUS"))["seq"]
    versions = await hammer(database, lot["id"], 60)
    for after in (seen, versions[9], versions[-1]):
        async with Watcher(server.url, lot["id"], after=after) as back:
            status = await back.until("LOT_STATUS")
            missed = [frame for frame in back.frames if frame["type"] == "NEW_BID"]
            assert [frame["seq"] for frame in missed] == [version for version in versions if version > after]
            assert all("skipped" not in frame for frame in missed)
            assert (back.frames[0]["type"], status["seq"], status.get("resync")) == ("USERS_COUNT", versions[-1], None)
            await back.say({"type": "GET_HISTORY"})
            assert (await back.next())["type"] == "BID_HISTORY"


@pytest.mark.parametrize("after", ["999999", "-1", "1.5", "abc", "", "99999999999999999999", "%00", "٣"])
async def test_an_after_that_is_no_place_in_the_log_gets_the_plain_order_with_resync(
    server: Server, seller: Person, after: str
) -> None:
    lot = make_lot(seller)
    watcher = Watcher(server.url, lot["id"])
    watcher.url += f"after={after}"
    async with watcher:
        frames = await opening(watcher)
        assert [frame["type"] for frame in frames] == ["USERS_COUNT", "LOT_STATUS", "BID_HISTORY"]
        assert frames[1]["resync"] is True


async def test_who_missed_more_than_five_hundred_gets_the_plain_order_with_resync(
    server: Server, database: Database, seller: Person
) -> None:
    lot = make_lot(seller)
    versions = await hammer(database, lot["id"], 502)
    async with Watcher(server.url, lot["id"], after=versions[0]) as back:
        frames = await opening(back)
        assert [frame["type"] for frame in frames] == ["USERS_COUNT", "LOT_STATUS", "BID_HISTORY"]
        assert frames[1]["resync"] is True
        assert [bid["id"] for bid in frames[2]["bids"]] == versions[:-21:-1]
    async with Watcher(server.url, lot["id"], after=versions[1]) as back:
        await back.until("LOT_STATUS")
        assert [frame["seq"] for frame in back.frames if frame["type"] == "NEW_BID"] == versions[2:]


async def test_a_storm_of_bids_is_told_twenty_times_a_second_and_what_is_left_out_is_counted(
    server: Server, database: Database, seller: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as watcher:
        await opening(watcher)
        loop = asyncio.get_running_loop()
        began = loop.time()
        versions: list[int] = []
        for batch in range(8):
            versions += await hammer(database, lot["id"], 120, 100_000 + 1_000 * batch)
        await watcher.until("NEW_BID", 20, seq=versions[-1])
        seconds = loop.time() - began
        told = [frame for frame in watcher.frames if frame["type"] == "NEW_BID"]
        assert len(told) + sum(frame.get("skipped", 0) for frame in told) == len(versions)
        assert [frame["seq"] for frame in told] == sorted({frame["seq"] for frame in told})
        assert 2 <= len(told) <= 20 + 20 * seconds + 1
        assert "resync" not in watcher.frames[-1]


async def test_a_worker_that_was_frozen_for_hundreds_of_bids_counts_them_all_and_shows_nothing_anew(
    server: Server, database: Database, seller: Person
) -> None:
    lot = make_lot(seller)
    assert server.process is not None
    async with Watcher(server.url, lot["id"]) as watcher:
        await opening(watcher)
        seen = len(watcher.frames)
        os.kill(server.process.pid, signal.SIGSTOP)
        try:
            versions = await hammer(database, lot["id"], 900)
        finally:
            os.kill(server.process.pid, signal.SIGCONT)
        await watcher.until("NEW_BID", 20, seq=versions[-1])
        told = [frame for frame in watcher.frames[seen:] if frame["type"] != "USERS_COUNT"]
        assert {frame["type"] for frame in told} == {"NEW_BID"}
        assert len(told) + sum(frame.get("skipped", 0) for frame in told) == 900


async def test_an_unknown_lot_is_told_and_closed(server: Server) -> None:
    for lot_id in ("999999", "0", "-1", "abc", str(2**70), uuid.uuid4().hex):
        watcher = Watcher(server.url, 0)
        watcher.url = watcher.url.replace("/lots/0", f"/lots/{lot_id}")
        async with watcher:
            assert (await watcher.next())["code"] == "unknown_lot"
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await watcher.next()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4404
