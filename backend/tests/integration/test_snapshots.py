"""A long sale is folded from a kept state on, and is the same as if folded from its first fact; what is kept can be dropped."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Callable
from typing import Any

import orjson
import pytest
import pytest_asyncio

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import snapshot
from saleroom.domain.ticket_sales.audit import audit
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.domain.ticket_sales.snapshot import dump
from saleroom.eventlog import log, snapshots
from saleroom.eventlog.pool import Pool
from saleroom.eventlog.snapshots import Grown, Snapshot
from saleroom.handle import Handle
from saleroom.noun import Noun, folded
from saleroom.nouns import NOUNS, TICKET_SALES
from saleroom.reactions.keep_snapshots import FACTS, KeepSnapshots
from tests.actors import Database
from tests.box_offices import ANNA, BoxOffice, box_office
from tests.long_sales import crowd, everything, open_sale

PLAIN = dataclasses.replace(TICKET_SALES, snapshots=None)  # folds from the first fact
AT_ONCE = Grown(FACTS, 0.0, FACTS)  # also while the sale is being written
NEWER = dataclasses.replace(TICKET_SALES, decider=dataclasses.replace(SALE, state_version=SALE.state_version + 1))


@pytest_asyncio.fixture(scope="module")
async def office(database: Database) -> AsyncIterator[BoxOffice]:
    async with box_office(database) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module")
async def long(office: BoxOffice) -> int:
    """A sale of more than FACTS facts, whose state was kept; then it went on a little."""
    stream = await open_sale(office)
    await crowd(office, stream, FACTS)
    await everything(office, stream)
    assert await KeepSnapshots(office.pool, NOUNS, AT_ONCE).sweep() == 1
    await crowd(office, stream, 20)
    return stream


async def kept(pool: Pool, stream: int, noun: Noun = TICKET_SALES) -> Snapshot:
    found = await snapshots.newest(pool, stream, noun.decider.state_version)
    assert found is not None
    return found


async def doctored(office: BoxOffice, stream: int) -> None:
    """The kept state, with other takings than the facts say, so that whoever uses it is caught."""
    await office.pool.execute("DELETE FROM log.snapshot")
    await KeepSnapshots(office.pool, NOUNS, AT_ONCE).sweep()
    found = await kept(office.pool, stream)
    first = orjson.dumps({**orjson.loads(found.parts[0]), "organizer_id": 999})
    await office.pool.execute("DELETE FROM log.snapshot")
    await snapshots.keep(office.pool, stream, SALE.state_version, Snapshot(found.version, (first, *found.parts[1:])))


async def test_a_sale_that_has_grown_is_kept_and_a_new_worker_folds_only_what_came_after(
    office: BoxOffice, long: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, version = await folded(office.pool, PLAIN, long)
    before = await kept(office.pool, long)
    assert FACTS < before.version == version - 20
    after: list[int] = []

    async def read(*arguments: Any, **named: Any) -> Any:
        after.append(named["after"])
        return await plainly(*arguments, **named)

    plainly = log.read
    monkeypatch.setattr(log, "read", read)
    state, told = await folded(office.pool, TICKET_SALES, long)
    assert after[0] == before.version
    assert (state, told) == (whole, version)
    assert (SALE.summary(state), SALE.due_at(state), audit(state)) == (SALE.summary(whole), SALE.due_at(whole), [])


async def test_a_worker_that_begins_with_the_kept_state_decides_as_one_that_was_there_all_the_time(office: BoxOffice, long: int) -> None:
    new = Handle(office.pool, NOUNS, lambda published: None)
    one, two = BoxOffice(office.pool), office
    one.handle = new
    first, second = await one.grab(long, ANNA), await two.grab(long, ANNA)
    assert second == first + 1
    assert (await one.ask(long, c.Hold(ANNA, (), ("A1", "A2")))) == (await two.ask(long, c.Hold(ANNA, (), ("A1", "A2"))))
    assert (await one.buy(long, ANNA, 4)) == second + 1
    state, version = await folded(office.pool, PLAIN, long)
    head = await log.tail(office.pool, long, TICKET_SALES.codec, after=0, limit=0)
    assert head is not None and (head.version, head.state) == (version, SALE.summary(state))


async def test_an_older_moment_than_the_kept_one_is_folded_from_the_first_fact(office: BoxOffice, long: int) -> None:
    version = (await kept(office.pool, long)).version
    for through in (3, version - 1, version, version + 7):
        assert await folded(office.pool, TICKET_SALES, long, through) == await folded(office.pool, PLAIN, long, through)


async def test_a_kept_state_of_another_shape_is_ignored_and_replaced(office: BoxOffice, long: int) -> None:
    await doctored(office, long)
    deceived, _ = await folded(office.pool, TICKET_SALES, long)
    assert isinstance(deceived, Sale) and deceived.organizer_id == 999  # so it is the kept state that is used
    assert await folded(office.pool, NEWER, long) == await folded(office.pool, PLAIN, long)
    assert await KeepSnapshots(office.pool, {"ticket_sales": NEWER}, AT_ONCE).sweep() == 1
    state, _ = await folded(office.pool, NEWER, long)
    assert state.organizer_id != 999
    assert await folded(office.pool, TICKET_SALES, long) == await folded(office.pool, PLAIN, long)  # the older program ignores the newer


async def test_dropping_what_is_kept_changes_nothing_and_it_is_kept_again(office: BoxOffice, long: int) -> None:
    await office.pool.execute("DELETE FROM log.snapshot")
    assert await folded(office.pool, TICKET_SALES, long) == await folded(office.pool, PLAIN, long)
    keeper = KeepSnapshots(office.pool, NOUNS, AT_ONCE)
    assert await keeper.sweep() == 1
    assert await keeper.sweep() == 0
    assert await folded(office.pool, TICKET_SALES, long) == await folded(office.pool, PLAIN, long)


async def test_an_older_state_never_replaces_a_newer_one(office: BoxOffice, long: int) -> None:
    newest = await kept(office.pool, long)
    state, version = await folded(office.pool, PLAIN, long, newest.version - 100)
    await snapshots.keep(office.pool, long, SALE.state_version, Snapshot(version, tuple(map(orjson.dumps, dump(state)))))
    assert (await kept(office.pool, long)).version == newest.version


async def test_a_short_sale_is_not_kept(office: BoxOffice) -> None:
    stream = await open_sale(office)
    await crowd(office, stream, 30)
    assert await KeepSnapshots(office.pool, NOUNS, AT_ONCE).sweep() == 0
    assert await snapshots.newest(office.pool, stream, SALE.state_version) is None


async def test_a_sale_that_is_being_written_is_kept_when_it_rests_or_has_grown_too_far(office: BoxOffice, long: int) -> None:
    await office.pool.execute("DELETE FROM log.snapshot")
    await crowd(office, long, 1)
    head = await log.tail(office.pool, long, TICKET_SALES.codec, after=0, limit=0)
    assert head is not None
    assert await KeepSnapshots(office.pool, NOUNS, Grown(FACTS, 3600.0, head.version + 1)).sweep() == 0
    assert await KeepSnapshots(office.pool, NOUNS, Grown(FACTS, 3600.0, head.version)).sweep() == 1
    await office.pool.execute("DELETE FROM log.snapshot")
    assert await KeepSnapshots(office.pool, NOUNS, Grown(FACTS, 0.0, head.version + 1)).sweep() == 1


async def test_a_worker_serves_others_between_any_few_hundred_facts_and_orders_of_a_long_sale(
    office: BoxOffice, long: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted between turns of the loop, since seconds would tell of the machine."""
    count = most = 0

    async def others() -> None:
        nonlocal count
        while True:
            count = 0
            await asyncio.sleep(0)

    def counted(plainly: Callable[..., Any]) -> Callable[..., Any]:
        def one(*arguments: Any) -> Any:
            nonlocal count, most
            count += 1
            most = max(most, count)
            return plainly(*arguments)

        return one

    await office.pool.execute("DELETE FROM log.snapshot")
    watched = dataclasses.replace(TICKET_SALES, decider=dataclasses.replace(SALE, evolve=counted(SALE.evolve)))
    for row in ("_order_row", "_restore_order"):
        monkeypatch.setattr(snapshot, row, counted(getattr(snapshot, row)))
    turning = asyncio.create_task(others())
    await folded(office.pool, watched, long)  # from the first fact
    assert 100 < most <= 500 < FACTS
    most = 0
    assert await KeepSnapshots(office.pool, NOUNS, AT_ONCE).sweep() == 1
    assert 100 < most <= 500
    most = 0
    await folded(office.pool, watched, long)  # from what is kept on
    assert 100 < most <= 500
    turning.cancel()
