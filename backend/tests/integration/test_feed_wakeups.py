"""A wake-up is followed where it says something new, and only there: what a batch of this worker is about to tell is not read besides."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from saleroom.domain.auctions.commands import PlaceBid
from saleroom.domain.ids import stream_id
from saleroom.eventlog import log
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.pool import open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS, ROOMS
from saleroom.realtime.feed import Feed
from tests.actors import Database, Person, make_lot
from tests.hammering import hammer

ANYBODY = 1_000_009


async def test_what_a_batch_brings_is_not_read_besides_and_what_it_does_not_is(
    database: Database, seller: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot, announced, reads, tail = make_lot(seller)["id"], list[int](), list[int](), log.tail
    stream = stream_id("auctions", lot)

    async def reading(*arguments: Any, **more: Any) -> log.Tail | None:
        reads.append(more["after"])
        return await tail(*arguments, **more)

    def reach(point: str) -> None:
        if point == "before_commit":
            feed.look({stream: announced[-1]})

    pool = await open_pool(database.app, size_max=4)
    try:
        handle = Handle(pool, NOUNS, lambda published: feed.publish(published), reach)
        feed = Feed(pool, ROOMS, lambda: datetime.now(UTC), handle)
        room = await feed.open(stream)
        assert room is not None
        announced.append(room.version)
        await handle.ask(stream, PlaceBid(ANYBODY, 50_000), uuid.uuid4())  # from here on a batch reads what others wrote under its lock
        monkeypatch.setattr(log, "tail", reading)
        for beyond, from_minor in ((0, 100_000), (9, 300_000)):
            known, head = room.version, (await hammer(database, lot, 3, from_minor))[-1]
            announced.append(head + beyond)
            outcome = await handle.ask(stream, PlaceBid(ANYBODY, 2 * from_minor), uuid.uuid4())
            assert isinstance(outcome, Accepted)
            assert room.version == outcome.recorded[0].version == head + 1, "those who watch are told with the batch"
            assert reads == ([known] if beyond else [])
        await handle.drain()
        feed.look({stream: room.version})
        assert len(reads) == 1, "the room knows that"
    finally:
        pool.terminate()
