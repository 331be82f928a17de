"""Read tables beside the log hold every fact exactly once, whoever fills them, whatever is killed, however often they are dropped."""

import asyncio
import dataclasses
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from saleroom.domain.auctions.events import BidPlaced
from saleroom.eventlog import log
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool, open_pool
from saleroom.eventlog.subscription import Published
from saleroom.nouns import CODECS, PROJECTIONS
from saleroom.projections import acts, bidders, cursors
from saleroom.projections.bidders import BIDDERS
from saleroom.reactions import fill_projections
from saleroom.reactions.fill_projections import catch_up
from tests.actors import REPOSITORY, Database
from tests.sale import ANNA, BERT, Sale, filler, sale

CODEC = CODECS["auctions"]
ROWS = "SELECT stream_id, user_id, highest_minor, bid_count, last_bid_at FROM public.bidders ORDER BY 1, 2"


@pytest_asyncio.fixture
async def house(database: Database) -> AsyncIterator[Sale]:
    async with sale(database) as opened:
        yield opened


async def truth(pool: Pool) -> list[tuple[Any, ...]]:
    """What the table of bidders must be, computed from the log alone."""
    rows: dict[tuple[int, int], tuple[Any, ...]] = {}
    for stream in [row["stream_id"] for row in await pool.fetch("SELECT stream_id FROM log.stream")]:
        for recorded in await log.read(pool, stream, CODEC):
            if isinstance(bid := recorded.fact, BidPlaced):
                highest, count = rows.get((stream, bid.bidder_id), (0, 0))[:2]
                rows[stream, bid.bidder_id] = max(highest, bid.amount_minor), count + 1, recorded.at
    return [(*place, *row) for place, row in sorted(rows.items())]


async def table(pool: Pool) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await pool.fetch(ROWS)]


async def until(claim: Callable[[], Awaitable[bool]]) -> None:
    """Wait for a claim to hold."""
    async with asyncio.timeout(15):
        while True:
            if await claim():
                return
            await asyncio.sleep(0.02)


async def settled(pool: Pool) -> None:
    """Wait until the running fillers have read everything."""

    async def nothing_is_behind() -> bool:
        return not any([await cursors.behind(pool, projection, [], 1) for projection in PROJECTIONS])

    await until(nothing_is_behind)


async def test_two_fillers_at_once_put_every_bid_in_once(
    database: Database, house: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill_projections, "SWEEP_SECONDS", 0.0)  # so that they meet at each stream all the time
    other = await open_pool(database.app)
    running = [asyncio.create_task(filler(pool).run()) for pool in (house.pool, other)]
    lots = [await house.lot() for _ in range(5)]
    await asyncio.gather(*(house.bids(lot, *[ANNA, BERT] * 30) for lot in lots[:1]), *(house.bids(lot, ANNA) for lot in lots[1:]))
    await settled(house.pool)
    assert await table(house.pool) == await truth(house.pool)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    await other.close()


async def test_a_commit_of_the_own_worker_is_in_the_table_before_the_next_sweep(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill_projections, "SWEEP_SECONDS", 3600.0)
    async with sale(database) as house:
        fills = filler(house.pool)
        house.handle._publish = fills.heard
        running = asyncio.create_task(fills.run())
        await asyncio.sleep(0.2)
        lot = await house.lot()
        await house.bids(lot, 61)

        async def is_listed() -> bool:
            return (await bidders.of_person(house.pool, 61))[1] == 1

        await until(is_listed)
        running.cancel()


async def test_facts_just_committed_are_taken_from_memory_and_the_rest_from_the_log(house: Sale, monkeypatch: pytest.MonkeyPatch) -> None:
    lot = await house.lot()
    await house.bids(lot, ANNA, BERT, ANNA, BERT)
    facts = await log.read(house.pool, lot, CODEC)
    await cursors.fill(house.pool, BIDDERS, CODEC, lot, fresh=facts[1:2])  # begins after a gap: the log is read
    assert await table(house.pool) == await truth(house.pool)
    await house.bids(lot, ANNA, BERT)
    overlapping = (await log.read(house.pool, lot, CODEC))[2:-1]

    async def unread(*_: object, **__: object) -> list[Recorded]:
        raise AssertionError("the log was read")

    with monkeypatch.context() as blind:
        blind.setattr(log, "read_of_types", unread)
        assert await cursors.fill(house.pool, BIDDERS, CODEC, lot, fresh=overlapping)  # and one more waits in the log
    assert not await cursors.fill(house.pool, BIDDERS, CODEC, lot, fresh=overlapping)
    assert await table(house.pool) == await truth(house.pool)


async def test_what_is_remembered_of_commits_has_no_gap_and_a_bound(house: Sale, monkeypatch: pytest.MonkeyPatch) -> None:
    lot = await house.lot()
    await house.bids(lot, *[ANNA, BERT] * 5)
    facts = tuple(await log.read(house.pool, lot, CODEC))
    last, fills = facts[-1].version, filler(house.pool)

    def hear(begin: int, end: int) -> list[int]:
        fills.heard(Published(lot, facts[begin:end], end, {}, None))
        return [recorded.version for recorded in fills._news[lot]]

    assert hear(2, 4) == [3, 4]
    assert hear(4, 6) == [3, 4, 5, 6]
    assert hear(8, 9) == [9]
    monkeypatch.setattr(fill_projections, "FRESH_MAX", 2)
    assert hear(9, 10) == [9, 10]
    assert hear(10, last) == list(range(11, last + 1))
    await fills.sweep()
    assert await table(house.pool) == await truth(house.pool)


async def test_a_stream_that_another_filler_holds_is_left_to_it_without_waiting(house: Sale) -> None:
    lot = await house.lot()
    await house.bids(lot, ANNA)
    await cursors.fill(house.pool, BIDDERS, CODEC, lot)
    await house.bids(lot, BERT)
    async with house.pool.acquire() as holder, holder.transaction():
        await holder.execute("SELECT FROM public.projection_cursors WHERE stream_id = $1 FOR UPDATE", lot)
        async with asyncio.timeout(1):
            assert not await cursors.fill(house.pool, BIDDERS, CODEC, lot)
    await cursors.fill(house.pool, BIDDERS, CODEC, lot)
    counts = await house.pool.fetch("SELECT bid_count FROM public.bidders WHERE stream_id = $1", lot)
    assert [row["bid_count"] for row in counts] == [1, 1]


async def test_a_filler_killed_in_the_middle_leaves_nothing_and_the_next_one_does_it_all(database: Database, house: Sale) -> None:
    lot = await house.lot()
    await house.bids(lot, ANNA, BERT, ANNA)
    stuck = subprocess.Popen(
        [sys.executable, "-m", "tests.stuck_filler", database.app, str(lot)], cwd=REPOSITORY / "backend", stdout=subprocess.PIPE
    )
    assert stuck.stdout is not None
    assert await asyncio.to_thread(stuck.stdout.readline) == b"applied\n"
    stuck.kill()
    stuck.wait()
    stuck.stdout.close()
    rows = "SELECT count(*) FROM public.bidders WHERE stream_id = $1"
    assert await house.pool.fetchval(rows, lot) == 0
    assert await cursors.version_of(house.pool, BIDDERS, lot) == 0

    async def is_filled() -> bool:  # at once, when Postgres has noticed the death at its next word to the dead
        await filler(house.pool).sweep()
        return bool(await house.pool.fetchval(rows, lot))

    await until(is_filled)
    assert await table(house.pool) == await truth(house.pool)


async def test_a_table_that_was_dropped_is_filled_again_to_the_same_rows(house: Sale) -> None:
    lot, other = await house.lot(), await house.lot()
    await house.edit(other, "A portrait")
    await house.bids(lot, ANNA, BERT, ANNA)
    await house.cancel(other, reason="The frame broke.")
    await house.finish(lot)
    assert await catch_up(filler(house.pool)) == []
    before = await table(house.pool), await acts.newest(house.pool, limit=100)
    assert before[1][1] >= 3
    for projection in PROJECTIONS:
        await cursors.forget(house.pool, projection)
    assert await table(house.pool) == [] and (await acts.newest(house.pool))[1] == 0
    assert await catch_up(filler(house.pool)) == []
    assert (await table(house.pool), await acts.newest(house.pool, limit=100)) == before


async def test_a_table_dropped_while_people_bid_and_workers_fill_misses_no_bid_and_doubles_none(
    database: Database, house: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill_projections, "SWEEP_SECONDS", 0.0)
    other = await open_pool(database.app)
    running = [asyncio.create_task(filler(pool).run()) for pool in (house.pool, other)]

    async def bidding() -> None:
        for _ in range(15):
            await house.bids(await house.lot(), ANNA, BERT, ANNA, BERT)

    async def dropping() -> None:
        for _ in range(5):
            await asyncio.sleep(0.05)
            await cursors.forget(house.pool, BIDDERS)

    await asyncio.gather(bidding(), dropping())
    await settled(house.pool)
    assert await table(house.pool) == await truth(house.pool)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    await other.close()


async def test_a_lot_that_is_filled_for_the_first_time_while_its_table_is_dropped_is_not_lost(house: Sale) -> None:
    """Whoever drops a table first stops all fillers: otherwise the rows of a new stream would go and its cursor would stay."""
    lot = await house.lot()
    await house.bids(lot, ANNA)
    filling: list[asyncio.Task[bool]] = []

    async def clear(connection: Connection) -> None:
        filling.append(asyncio.create_task(cursors.fill(house.pool, BIDDERS, CODEC, lot)))
        await connection.execute("SELECT pg_sleep(0.3)")
        await BIDDERS.clear(connection)

    await cursors.forget(house.pool, dataclasses.replace(BIDDERS, clear=clear))
    await filling[0]
    await catch_up(filler(house.pool))
    assert await table(house.pool) == await truth(house.pool)


async def test_a_wrong_fact_stops_its_stream_is_told_and_is_not_passed_over_and_others_go_on(house: Sale) -> None:
    await catch_up(filler(house.pool))
    wrong, right = await house.lot(), await house.lot()
    await house.bids(wrong, ANNA, BERT, ANNA)
    await house.bids(right, ANNA)
    is_wrong = True

    async def apply(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
        if is_wrong and stream == wrong and any(one.fact.bidder_id == BERT for one in recorded):
            raise ValueError("nobody can read this")
        await BIDDERS.apply(connection, stream, recorded)

    poisoned = dataclasses.replace(BIDDERS, apply=apply)
    with capture_logs() as told:
        fills = filler(house.pool, poisoned)
        assert await catch_up(fills) == [("bidders", wrong)]
    version = await cursors.version_of(house.pool, BIDDERS, wrong)
    (said,) = [line for line in told if line["event"] == "projection_stopped"]
    assert (said["log_level"], said["stream"], said["after_version"]) == ("error", wrong, version)
    facts = await log.read(house.pool, wrong, CODEC)
    assert isinstance(facts[version].fact, BidPlaced) and facts[version].fact.bidder_id == BERT
    counts = "SELECT sum(bid_count)::int FROM public.bidders WHERE stream_id = $1"
    assert [await house.pool.fetchval(counts, lot) for lot in (wrong, right)] == [1, 1]
    is_wrong = False
    assert await catch_up(filler(house.pool, poisoned)) == []
    assert await table(house.pool) == await truth(house.pool)
