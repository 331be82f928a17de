"""A command has one effect and one answer, from any worker, door and hour; what never reached the decider writes nothing (law 5)."""

import asyncio
import threading
import uuid
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from saleroom.desk import BATCH_MAX
from saleroom.domain.auctions.commands import CreateLot, LotTerms, LotWords, PlaceBid
from saleroom.domain.decider import Refused
from saleroom.domain.ids import alarm_id, stream_id
from saleroom.eventlog.log import Accepted
from saleroom.handle import QUEUE_MAX, Busy
from tests.actors import Database, Person, Server, Watcher, make_lot
from tests.hammering import handle_on, rows


async def test_one_press_sent_five_times_over_two_sockets_and_rest_at_once_is_one_bid(
    server: Server, other: Server, database: Database, seller: Person, anna: Person
) -> None:
    lot, command = make_lot(seller), str(uuid.uuid4())
    path, key = f"/lots/{lot['id']}/bids", {"Idempotency-Key": command}
    async with Watcher(server.url, lot["id"], anna) as here, Watcher(other.url, lot["id"], anna) as there:
        await here.until("BID_HISTORY")
        before = await rows(database)
        elsewhere = Person(anna.id, anna.token, other.url)
        by_rest = [asyncio.to_thread(person.post, path, {"amount": 12.5}, **key) for person in (anna, elsewhere, anna)]
        _, answers = await asyncio.gather(asyncio.gather(here.bid(12.5, command), there.bid(12.5, command)), asyncio.gather(*by_rest))
        told: list[Any] = [await here.until("BID_ACCEPTED"), await there.until("BID_ACCEPTED"), *(answer.json() for answer in answers)]
        assert all(one == told[0] for one in told)
        after = await rows(database)
        assert after["log.event"] == before["log.event"] + 1
        assert after["log.refusal"] == before["log.refusal"]


async def test_a_refusal_is_kept_and_told_again_though_the_bid_would_now_be_right(
    server: Server, seller: Person, anna: Person, bert: Person
) -> None:
    lot = make_lot(seller, start_price=10)
    path, key = f"/lots/{lot['id']}/bids", {"Idempotency-Key": str(uuid.uuid4())}
    first = anna.post(path, {"amount": 9}, **key)
    assert (first.status_code, first.json()["code"]) == (409, "bid_too_low")
    bert.post(path, {"amount": 10})
    assert anna.post(path, {"amount": 9}, **key).json() == first.json()
    assert anna.post(path, {"amount": 11}, **key).json()["code"] == "command_conflict"
    assert bert.post(path, {"amount": 9}, **key).json()["code"] == "command_conflict"


async def test_a_lot_is_listed_once_however_often_its_press_arrives(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    key = {"Idempotency-Key": str(uuid.uuid4())}
    body = {"title": "Once", "start_price": 10}
    before = await rows(database)
    answers = await asyncio.gather(*(asyncio.to_thread(seller.post, "/lots", body, **key) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [201] * 5
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert anna.post("/lots", body, **key).json()["code"] == "command_conflict"
    assert seller.post("/lots", {**body, "start_price": 11}, **key).json()["code"] == "command_conflict"
    after = await rows(database)
    assert (after["log.stream"], after["public.lots"]) == (before["log.stream"] + 1, before["public.lots"] + 1)


async def test_an_unknown_lot_writes_nothing(server: Server, database: Database, anna: Person) -> None:
    before = await rows(database)
    for lot_id in (999_999, 2**39, 2**62):
        assert anna.post(f"/lots/{lot_id}/bids", {"amount": 10}).json()["code"] == "unknown_lot"
    assert await rows(database) == before


async def test_a_full_desk_says_busy_before_an_id_is_used(database: Database, seller: Person) -> None:
    lot = make_lot(seller)
    stream = stream_id("auctions", lot["id"])
    holder = await asyncpg.connect(database.owner)
    async with handle_on(database) as handle:
        async with holder.transaction():
            await holder.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream)
            told: list[object] = []
            handle.submit(stream, PlaceBid(1_000_001, 1_000), uuid.uuid4(), told.append)
            await asyncio.sleep(0)
            for _ in range(QUEUE_MAX):
                handle.submit(stream, PlaceBid(1_000_001, 1), uuid.uuid4(), told.append)
            before, unused = await rows(database), uuid.uuid4()
            with pytest.raises(Busy):
                handle.submit(stream, PlaceBid(1_000_002, 5_000), unused, told.append)
            assert await rows(database) == before
        await handle.drain()
        assert len(told) == QUEUE_MAX + 1
    await holder.close()
    async with handle_on(database) as handle:
        assert isinstance(await handle.ask(stream, PlaceBid(1_000_002, 5_000), unused), Accepted)


async def test_a_lock_that_cannot_be_had_says_busy_and_leaves_the_id_unused(database: Database, seller: Person) -> None:
    lot, command = make_lot(seller), uuid.uuid4()
    stream = stream_id("auctions", lot["id"])
    holder = await asyncpg.connect(database.owner)
    async with handle_on(database) as handle:
        async with holder.transaction():
            await holder.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream)
            with pytest.raises(Busy):
                await handle.ask(stream, PlaceBid(1_000_001, 1_000), command)
        assert isinstance(await handle.ask(stream, PlaceBid(1_000_002, 2_000), command), Accepted)
    await holder.close()


async def test_what_is_not_answered_yet_is_waited_for_by_those_who_show_the_log(database: Database, seller: Person) -> None:
    lot, command = make_lot(seller), uuid.uuid4()
    stream = stream_id("auctions", lot["id"])
    holder = await asyncpg.connect(database.owner)
    told: list[object] = []
    async with handle_on(database) as handle:
        async with holder.transaction():
            await holder.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream)
            handle.submit(stream, PlaceBid(1_000_001, 1_000), command, told.append)
            await asyncio.sleep(0)
            await handle.answered(stream, {uuid.uuid4()})
            waiting = asyncio.create_task(handle.answered(stream, {command}))
            await asyncio.sleep(0)
            assert not waiting.done()
        await waiting
        assert len(told) == 1
    await holder.close()


async def test_a_batch_is_answered_though_the_next_one_waits_for_its_lock(database: Database, seller: Person) -> None:
    lot = make_lot(seller)
    stream = stream_id("auctions", lot["id"])
    first, second = await asyncpg.connect(database.owner), await asyncpg.connect(database.owner)
    told: list[int] = []

    async def waiting_for_locks(count: int) -> None:
        while await first.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted") < count:
            await asyncio.sleep(0.01)

    def reply_of(n: int) -> Callable[[object], None]:
        return lambda outcome: told.append(n) if isinstance(outcome, Accepted) else told.append(-n)

    async def granted() -> None:
        connection = await asyncpg.connect(database.owner)
        while await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            await asyncio.sleep(0.01)
        await connection.close()

    passes: list[str] = []

    def reach(point: str) -> None:
        passes.append(point)
        if point == "before_lock" and passes.count(point) == 2:  # committed; Postgres wakes `second`, but keeps no row for whom it wakes
            thread = threading.Thread(target=lambda: asyncio.run(granted()))
            thread.start()
            thread.join()

    async with handle_on(database, reach) as handle, asyncio.timeout(30):
        async with first.transaction():  # whoever waits for a row gets it in the order of coming: the first batch, then `second`
            await first.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream)
            for n in range(1, BATCH_MAX + 51):
                handle.submit(stream, PlaceBid(1_000_000 + n % 2, 1_000 * n), uuid.uuid4(), reply_of(n))
            await waiting_for_locks(1)
            transaction = second.transaction()
            await transaction.start()
            locking = asyncio.create_task(second.execute("SELECT FROM log.stream WHERE stream_id = $1 FOR UPDATE", stream))
            await waiting_for_locks(2)
        await locking
        while not told:
            await asyncio.sleep(0.01)
        assert told == list(range(1, BATCH_MAX + 1))
        await transaction.rollback()
        while len(told) < BATCH_MAX + 50:
            await asyncio.sleep(0.01)
        assert told == list(range(1, BATCH_MAX + 51))
    await first.close()
    await second.close()


async def test_nobody_can_stop_the_clock_by_taking_its_command_id(
    database: Database, server: Server, seller: Person, anna: Person, administrator: Person
) -> None:
    lot = make_lot(seller)
    stream = stream_id("auctions", lot["id"])
    clocks_next = str(alarm_id(stream, 5))  # after the bid (3) and the administrator's finish (4) the clock closes the lot (5)
    taken = anna.post(f"/lots/{lot['id']}/bids", {"amount": 10}, **{"Idempotency-Key": clocks_next})
    assert taken.status_code == 200
    finished = administrator.post(f"/lots/{lot['id']}/finish")
    assert (finished.status_code, finished.json()["status"]) == (200, "sold")
    assert anna.post(f"/lots/{lot['id']}/bids", {"amount": 10}, **{"Idempotency-Key": clocks_next}).json() == taken.json()


async def test_a_command_on_a_number_that_was_claimed_but_never_used_is_unknown(database: Database) -> None:
    async with handle_on(database) as handle:
        outcome = await handle.ask(stream_id("auctions", 7_777_777), PlaceBid(1_000_001, 1_000), uuid.uuid4())
        assert outcome == Refused("unknown_lot")
        terms = LotTerms(1_000, increments="flat:0.01")
        listed = await handle.ask(stream_id("auctions", 7_777_777), CreateLot(5, LotWords("x"), terms), uuid.uuid4())
        assert isinstance(listed, Accepted)
