"""Law 8, at the outbox: any number of workers share it, a lease ends by itself, and every letter gets one outcome."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parseaddr
from pathlib import Path
from typing import cast

import asyncpg
import pytest
import pytest_asyncio

from saleroom.domain.ids import stream_id
from saleroom.eventlog import outbox
from saleroom.eventlog.outbox import Leased, Outbox, Outcome
from saleroom.eventlog.pool import Pool
from saleroom.reactions import send_letters
from saleroom.reactions.send_letters import SendLetters
from tests.actors import Database
from tests.postroom import NOBODY, PATIENT_SECONDS, UNWILLING, Postroom, new_worker_id, postroom
from tests.sale import ANNA, BERT, Sale

TEN_THOUSAND_LETTERS = """
INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)
SELECT 1, 'letter.' || n, n, 'tickets', '{"user_id": 1}' FROM generate_series(1, 10000) AS n
"""


@asynccontextmanager
async def running(room: Postroom) -> AsyncIterator[None]:
    """The sender runs for as long as the block lasts, and is then stopped as a worker stops it."""
    task = asyncio.create_task(room.sender.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest_asyncio.fixture
async def room(database: Database) -> AsyncIterator[Postroom]:
    async with postroom(database.app) as opened:
        yield opened


async def test_a_row_that_another_worker_is_just_leasing_is_passed_over(room: Postroom) -> None:
    await room.write()
    async with room.pool.acquire() as connection, connection.transaction():
        leasing = Outbox(cast(Pool, connection), new_worker_id())
        assert len(await leasing.lease(10)) == 1
        assert await room.outbox.lease(10) == []
    assert await room.outbox.lease(10) == []


async def test_two_workers_at_once_send_each_letter_once(room: Postroom) -> None:
    lots = [await room.write() for _ in range(40)]
    senders = [room.another()[1] for _ in range(2)]

    async def empty(worker: SendLetters) -> int:
        sent = 0
        while taken := await worker.once():
            sent += taken
        return sent

    shares = await asyncio.gather(*(empty(worker) for worker in senders))
    assert sum(shares) == len(lots)
    assert len(room.office.ids) == len(set(room.office.ids)) == len(lots)


async def test_who_looks_for_errands_does_not_pass_ten_thousand_letters(database: Database, room: Postroom) -> None:
    owner = await asyncpg.connect(database.owner)
    try:
        await owner.execute("SET session_replication_role = replica")  # letters of no stream
        await owner.execute(TEN_THOUSAND_LETTERS)
        await owner.execute("ANALYZE log.outbox")
        asked = outbox.LEASE_ERRANDS.replace("$1", "8").replace("$2", "60.0").replace("$3", "NULL").replace("$4", "'refund'")
        plan = "\n".join(row[0] for row in await owner.fetch(f"EXPLAIN {asked}"))
        assert "Index Scan using outbox_errands" in plan, plan
        await owner.execute("UPDATE log.outbox SET topic = 'refund' WHERE dedupe_key = 'letter.7000'")
    finally:
        await owner.close()
    refunds = Outbox(room.pool, new_worker_id(), "refund")
    assert [row.dedupe_key for row in await refunds.lease(8)] == ["letter.7000"]
    assert "letter.7000" not in {row.dedupe_key for row in await room.outbox.lease(10_000)}


KILLED_AFTER_250 = """
import asyncio, os, signal, sys
from saleroom.eventlog.outbox import Outbox
from saleroom.eventlog.pool import open_pool
from tests.postroom import PostOffice, Postroom, new_worker_id

class Doomed(Outbox):
    async def done(self, row, outcome, reply):
        assert reply.startswith("250")
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    office = PostOffice()
    office.port = int(sys.argv[2])
    room = Postroom(await open_pool(sys.argv[1]), office)
    await room.with_outbox(Doomed(room.pool, new_worker_id())).once()

asyncio.run(main())
"""


async def test_a_kill_between_the_250_and_the_note_repeats_the_letter_under_the_same_id_only(
    room: Postroom, database: Database
) -> None:
    lot = await room.write()
    here = Path(__file__).resolve().parents[2]
    doomed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_AFTER_250, database.app, str(room.office.port),
        cwd=here, env={**os.environ, "PYTHONPATH": str(here)},
    )
    assert await doomed.wait() == -signal.SIGKILL
    assert len(room.office.taken) == 1 and (await room.row(lot))["outcome"] == "waiting"
    assert await room.sender.once() == 0, "the lease of the dead worker still holds"
    await room.let_time_pass()
    await room.sender.once()
    assert len(room.office.taken) == 2 and len(set(room.office.ids)) == 1
    assert (await room.row(lot))["outcome"] == "sent"


class Forgetful(Outbox):
    """An outbox whose database is away at the first two notes."""

    failures = 2

    async def done(self, row: Leased, outcome: Outcome, reply: str) -> bool:
        if self.failures:
            self.failures -= 1
            raise ConnectionRefusedError("the database restarts")
        return await super().done(row, outcome, reply)


async def test_a_database_that_restarts_after_the_250_doubles_nothing(room: Postroom) -> None:
    lot = await room.write()
    await room.with_outbox(Forgetful(room.pool, new_worker_id())).once()
    assert (await room.row(lot))["outcome"] == "sent" and len(room.office.taken) == 1


async def test_a_worker_that_slept_past_its_lease_notes_nothing(room: Postroom) -> None:
    lot = await room.write()
    [slept] = await room.outbox.lease(10)
    await room.let_time_pass()
    await room.sender.once()
    assert not await room.outbox.done(slept, "sent", "250 late")
    assert not await room.outbox.again(slept, "451 late", 5)
    assert not await room.outbox.dead(slept, "550 late")
    assert ((row := await room.row(lot))["outcome"], row["attempts"]) == ("sent", 2)


async def test_the_same_letter_written_twice_is_sent_once_even_after_it_was_sent(room: Postroom) -> None:
    lot = await room.write()
    await room.sender.once()
    for _ in range(2):
        await room.pool.execute(
            "INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)"
            " SELECT stream_id, dedupe_key, version, topic, payload FROM log.outbox WHERE stream_id = $1 ON CONFLICT DO NOTHING",
            stream_id("auctions", lot),
        )
    assert await room.sender.once() == 0 and len(room.office.taken) == 1


async def test_who_has_no_address_gets_no_letter_and_the_ledger_says_so(room: Postroom) -> None:
    lot = await room.write(user_id=NOBODY)
    await room.sender.once()
    assert (await room.row(lot))["outcome"] == "no_address" and not room.office.offered


async def test_a_letter_that_its_reader_refused_is_not_sent_but_an_essential_one_is(room: Postroom) -> None:
    unwanted, essential = await room.write("lost", UNWILLING), await room.write("won", UNWILLING)
    await room.sender.once()
    assert (await room.row(unwanted))["outcome"] == "unwanted"
    assert (await room.row(essential))["outcome"] == "sent"


async def test_a_changed_address_is_asked_for_at_the_new_one_and_its_secrets_are_struck_out(room: Postroom) -> None:
    lot = await room.write("confirm_address", token="top.secret", address="new@saleroom.test")
    await room.sender.once()
    assert parseaddr(str(room.office.taken[0]["To"]))[1] == "new@saleroom.test"
    row = await room.row(lot)
    assert "top.secret" not in str(row) and "new@saleroom.test" not in str(row)


@pytest.mark.parametrize("address", ["not an address", "a@b.test>\r\nRCPT TO:<everybody@evil.example", ""])
async def test_an_address_that_can_be_none_is_dead_and_reaches_no_command(room: Postroom, address: str) -> None:
    lot = await room.write("confirm_address", token="t", address=address)
    await room.sender.once()
    assert (await room.row(lot))["outcome"] == "dead" and not room.office.offered


async def test_a_letter_that_cannot_be_written_is_tried_again_and_hinders_no_other(room: Postroom) -> None:
    broken, whole = await room.write("birthday"), await room.write()
    await room.sender.once()
    assert ((row := await room.row(broken))["outcome"], row["last_reply"]) == ("waiting", "UnknownTopicError on our side")
    assert (await room.row(whole))["outcome"] == "sent"


async def test_a_woken_sender_sends_at_once(room: Postroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send_letters, "WAKE_SECONDS", 3600.0)
    async with running(room):
        await asyncio.sleep(0.1)
        lot = await room.write()
        room.sender.wake()
        await room.until_sent(lot, PATIENT_SECONDS)


async def test_the_letters_of_an_end_leave_at_once_while_those_of_bids_wait_for_the_next_look(
    room: Postroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send_letters, "WAKE_SECONDS", 3600.0)
    house = Sale(room.pool, room.sender.heard)
    async with running(room):
        await asyncio.sleep(0.1)
        lot = await house.lot()
        await house.bids(lot, ANNA, BERT)
        await asyncio.sleep(0.2)
        assert (await room.outbox.waiting()).rows == 1 and not room.office.offered
        await house.finish(lot)
        async with asyncio.timeout(PATIENT_SECONDS):
            while len(room.office.taken) < 4:  # outbid, won, sold, lost
                await asyncio.sleep(0.01)


async def test_a_sender_that_nobody_woke_finds_the_letter_all_the_same(room: Postroom) -> None:
    async with running(room):
        await asyncio.sleep(0.1)
        await room.until_sent(await room.write(), PATIENT_SECONDS)


async def test_a_stopping_sender_finishes_the_conversation_it_is_in(room: Postroom) -> None:
    lot = await room.write()
    async with running(room):
        await room.office.was_offered.wait()
    assert (await room.row(lot))["outcome"] == "sent"


async def test_one_hanging_conversation_does_not_hold_up_the_others(room: Postroom) -> None:
    async with running(room):
        room.office.mood = "hangs"
        stuck = await room.write()
        await room.office.was_offered.wait()
        room.office.mood = "takes"
        await room.until_sent(await room.write(), PATIENT_SECONDS / 2)
        assert (await room.row(stuck))["outcome"] == "waiting"
        room.office.is_released.set()


async def test_the_age_of_the_oldest_waiting_letter_is_known(room: Postroom) -> None:
    assert (await room.outbox.waiting()).rows == 0
    lot = await room.write()
    older = "UPDATE log.outbox SET created_at = created_at - interval '90 seconds' WHERE stream_id = $1"
    await room.pool.execute(older, stream_id("auctions", lot))
    waiting = await room.outbox.waiting()
    assert waiting.rows == 1 and 90 <= waiting.oldest_seconds < 120
