"""A connection lost during COMMIT is an unknown outcome, not a failure: the same ids are asked again until the log answers (law 11)."""

import asyncio
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from saleroom.domain.auctions.commands import PlaceBid
from saleroom.domain.ids import stream_id
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.pool import Connection, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from tests.actors import Database, Person, make_lot
from tests.hammering import cut_off, handle_on, rows

ANYBODY = 1_000_001

HOLD = """
import asyncio, asyncpg, sys
async def hold():
    from saleroom.eventlog.pool import connect
    connection = await connect(sys.argv[1])
    await connection.execute("BEGIN")
    await connection.fetch("SELECT * FROM log.lock_stream($1, 'auctions', 0, '{}', false)", int(sys.argv[2]))
    print("held", flush=True)
    await asyncio.sleep(3600)
asyncio.run(hold())
"""


@asynccontextmanager
async def handle_with(database: Database, reach: Callable[[str], None]) -> AsyncIterator[Handle]:
    pool = await open_pool(database.app, size_max=4)
    try:
        handle = Handle(pool, NOUNS, lambda published: None, reach)
        yield handle
        await handle.drain()
    finally:
        pool.terminate()


@pytest.mark.parametrize("point", ["before_lock", "before_commit"])
async def test_a_session_ended_on_the_path_is_one_bid_and_one_answer(database: Database, seller: Person, point: str) -> None:
    lot, command = make_lot(seller), uuid.uuid4()
    passes: list[str] = []

    def reach(reached: str) -> None:
        if reached == point and len(passes) < 2:
            passes.append(reached)
            cut_off(database)

    before = await rows(database)
    async with handle_with(database, reach) as handle:
        outcome = await handle.ask(stream_id("auctions", lot["id"]), PlaceBid(ANYBODY, 1_000), command)
        assert isinstance(outcome, Accepted)
        assert len(passes) == 2
        assert (await rows(database))["log.event"] == before["log.event"] + 1
        assert await handle.ask(stream_id("auctions", lot["id"]), PlaceBid(ANYBODY, 1_000), command) == outcome


@pytest.mark.parametrize("then", [asyncpg.LockNotAvailableError("held"), asyncpg.TooManyConnectionsError("full"), None])
async def test_a_commit_whose_answer_got_lost_is_never_told_as_a_failure(
    database: Database, seller: Person, monkeypatch: pytest.MonkeyPatch, then: Exception | None
) -> None:
    lot, command = make_lot(seller), uuid.uuid4()
    commits: list[str] = []
    execute = asyncpg.Connection.execute

    async def losing(self: Connection, query: str, *arguments: Any, **more: Any) -> str:
        if query == "BEGIN" and commits and then is not None and commits[-1] != "failed":
            commits.append("failed")
            raise then
        answer: str = await execute(self, query, *arguments, **more)  # type: ignore[arg-type]
        if query == "COMMIT" and not commits:
            commits.append("lost")
            self.terminate()
            raise ConnectionResetError("the answer to COMMIT got lost")
        return answer

    monkeypatch.setattr(asyncpg.Connection, "execute", losing)
    before = await rows(database)
    async with handle_on(database) as handle:
        outcome = await handle.ask(stream_id("auctions", lot["id"]), PlaceBid(ANYBODY, 1_000), command)
    assert isinstance(outcome, Accepted)
    assert commits[0] == "lost"
    assert (await rows(database))["log.event"] == before["log.event"] + 1


async def test_a_frozen_worker_stalls_its_lot_for_about_a_second(database: Database, seller: Person) -> None:
    lot = make_lot(seller)
    stream = stream_id("auctions", lot["id"])
    frozen = subprocess.Popen([sys.executable, "-c", HOLD, database.app, str(stream)], stdout=subprocess.PIPE, text=True)
    try:
        assert frozen.stdout is not None
        assert frozen.stdout.readline().strip() == "held"
        os.kill(frozen.pid, signal.SIGSTOP)
        async with handle_on(database) as handle:
            loop = asyncio.get_running_loop()
            began = loop.time()
            assert isinstance(await handle.ask(stream, PlaceBid(ANYBODY, 1_000), uuid.uuid4()), Accepted)
            assert loop.time() - began < 1.9  # lock_timeout is 2.0
    finally:
        frozen.kill()
        frozen.communicate()
