"""Anyone may watch; only the session's own person bids, only an administrator closes, and an ended session ends everywhere."""

import asyncio
import json
import uuid

import httpx

from tests.actors import Person, Server, Watcher, make_lot, sign_in, sign_up


async def test_watchers_without_a_session_may_not_act(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as watcher:
        await watcher.bid(10)
        assert (await watcher.until("ERROR"))["code"] == "not_signed_in"
        await watcher.say({"type": "CLOSE_AUCTION"})
        assert (await watcher.until("ERROR"))["code"] == "not_signed_in"


async def test_nobody_speaks_for_another_and_a_hidden_maximum_is_refused_not_ignored(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"], anna) as watcher:
        for user_id, code in ((bert.id, "not_you"), (True, "not_you"), (str(anna.id), "not_you"), ([], "not_you")):
            command = str(uuid.uuid4())
            await watcher.say({"type": "NEW_BID", "amount": 10, "user_id": user_id, "command_id": command})
            error = await watcher.until("ERROR")
            assert (error["code"], error["command_id"]) == (code, command)
        await watcher.say({"type": "NEW_BID", "amount": 10, "max_amount": 20})
        assert (await watcher.until("ERROR"))["code"] == "not_supported"
        await watcher.say({"type": "NEW_BID", "amount": 10, "user_id": anna.id})
        assert uuid.UUID((await watcher.until("BID_ACCEPTED"))["command_id"])


async def test_the_rules_refusals_reach_their_sender_with_the_facts(server: Server, seller: Person, anna: Person, bert: Person) -> None:
    lot = make_lot(seller, start_price=10, increments="flat:1")
    async with Watcher(server.url, lot["id"], anna) as hers, Watcher(server.url, lot["id"], seller) as owner:
        await hers.bid(9.99)
        low = await hers.until("ERROR")
        assert (low["code"], low["amount"], low["next_min"]) == ("bid_too_low", 9.99, 10)
        assert low["message"] == "The next bid must be at least 10.00."
        await hers.bid(10)
        await hers.until("BID_ACCEPTED")
        await hers.bid(12)
        assert (await hers.until("ERROR"))["code"] == "already_leading"
        await owner.bid(50)
        assert (await owner.until("ERROR"))["code"] == "seller_may_not_bid"
        assert bert.post(f"/lots/{lot['id']}/bids", {"amount": 10.5}).json()["next_min"] == 11


async def test_only_an_administrator_closes_and_everyone_is_told_in_order(
    server: Server, seller: Person, anna: Person, administrator: Person
) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"], anna) as hers, Watcher(server.url, lot["id"], administrator) as boss:
        await hers.bid(10)
        await boss.until("NEW_BID")
        await hers.say({"type": "CLOSE_AUCTION"})
        assert (await hers.until("ERROR"))["code"] == "forbidden"
        await boss.say({"type": "CLOSE_AUCTION"})
        ended = await hers.until("AUCTION_ENDED")
        told = [frame for frame in hers.frames if frame["type"] in ("AUCTION_STATUS", "AUCTION_ENDED")]
        assert [(frame["type"], frame["seq"]) for frame in told] == [("AUCTION_STATUS", 4), ("AUCTION_ENDED", 5)]
        assert told[0]["is_active"] is False
        assert (ended["winner_id"], ended["final_price"], ended["outcome"]) == (anna.id, 10, "sold")
        assert (await hers.until("LOT_STATUS"))["status"] == "sold"
        late = await hers.bid(20)
        alone = await hers.until("AUCTION_ENDED")
        assert (alone["command_id"], alone["code"], alone["seq"], alone["winner_id"]) == (late, "lot_ended", 5, anna.id)
        await boss.say({"type": "GET_HISTORY"})
        await boss.until("BID_HISTORY")
        assert sum(frame["type"] == "AUCTION_ENDED" for frame in boss.frames) == 1


async def test_a_scheduled_lot_takes_no_bids_until_an_administrator_starts_it(
    server: Server, seller: Person, anna: Person, administrator: Person
) -> None:
    lot = make_lot(seller, start_time="2090-01-01T00:00:00Z")
    async with Watcher(server.url, lot["id"], anna) as watcher:
        assert (await watcher.until("LOT_STATUS"))["status"] == "scheduled"
        await watcher.bid(10)
        assert (await watcher.until("ERROR"))["code"] == "not_open"
        assert administrator.post(f"/lots/{lot['id']}/start").json()["status"] == "open"
        assert (await watcher.until("AUCTION_STATUS"))["is_active"] is True
        assert (await watcher.until("LOT_STATUS"))["status"] == "open"
        await watcher.bid(10)
        await watcher.until("BID_ACCEPTED")


async def test_a_cookie_bids_from_our_pages_and_only_watches_from_foreign_ones(server: Server, seller: Person) -> None:
    lot, name = make_lot(seller), f"u{uuid.uuid4().hex[:12]}"
    sign_up(server.url, name)
    told = {"username": name, "password": "correct horse"}
    login = await asyncio.to_thread(httpx.post, f"{server.url}/auth/cookie/login", data=told, timeout=30)
    cookie = f"auth={login.cookies['auth']}"
    async with Watcher(server.url, lot["id"], None, None, Cookie=cookie, Origin="https://evil.example") as foreign:
        await foreign.bid(10)
        assert (await foreign.until("ERROR"))["code"] == "not_signed_in"
    async with Watcher(server.url, lot["id"], None, None, Cookie=cookie, Origin=server.url) as ours:
        await ours.bid(10)
        await ours.until("BID_ACCEPTED")


async def test_an_ended_session_is_told_at_once_on_another_worker_and_goes_on_watching(
    server: Server, other: Server, seller: Person, anna: Person
) -> None:
    lot, name = make_lot(seller), f"u{uuid.uuid4().hex[:12]}"
    sign_up(server.url, name)
    person = sign_in(server.url, name, "correct horse")
    async with Watcher(other.url, lot["id"], person) as watcher:
        await watcher.until("BID_HISTORY")
        assert (await asyncio.to_thread(person.post, "/auth/cookie/logout")).status_code == 200
        assert (await watcher.until("ERROR", 5))["code"] == "session_ended"
        await watcher.bid(10)
        assert (await watcher.until("ERROR"))["code"] == "not_signed_in"
        assert await asyncio.to_thread(anna.post, f"/lots/{lot['id']}/bids", {"amount": 10})
        await watcher.until("NEW_BID")
    async with Watcher(other.url, lot["id"], person) as again:
        assert (await again.until("ERROR"))["code"] == "session_ended"


async def test_presence_is_summed_over_the_workers_and_falls_when_people_go(server: Server, other: Server, seller: Person) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as first:
        assert (await first.next())["count"] == 1
        async with Watcher(other.url, lot["id"]) as second, Watcher(server.url, lot["id"]) as third:
            await third.until("USERS_COUNT")
            for watcher in (first, second, third):
                await watcher.until("USERS_COUNT", 15, count=3)
        await first.until("USERS_COUNT", 15, count=1)


async def test_a_frame_has_one_text_for_all_and_names_nobody(server: Server, seller: Person, anna: Person) -> None:
    lot = make_lot(seller)
    async with Watcher(server.url, lot["id"]) as watcher:
        await watcher.until("BID_HISTORY")
        assert await asyncio.to_thread(anna.post, f"/lots/{lot['id']}/bids", {"amount": 10})
        frame = await watcher.until("NEW_BID")
        assert set(frame) == {"type", "seq", "bid", "next_min", "end_time", "bid_count", "server_time"}
        assert set(frame["bid"]) == {"id", "user_id", "bidder_name", "amount", "lot_id", "created_at", "auto"}
        assert "@" not in json.dumps(watcher.frames)
