"""The keys of tickets are made once, whoever starts first, outlive restarts, rotations and a changed secret, and lie encrypted."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

import asyncpg
import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from saleroom.eventlog.pool import Pool, open_pool
from saleroom.tickets import keys
from saleroom.tickets.keys import KeyRing
from saleroom.tickets.secret import Admission, sign
from tests.actors import Cluster

SECRET = "a secret of thirty-two characters and more"
BEGINS = datetime(2026, 7, 17, 17, 30, tzinfo=UTC)

_tickets = count(1)


@dataclass(frozen=True)
class Event:
    id: int = 7
    doors_open_at: datetime | None = BEGINS
    starts_at: datetime = BEGINS
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Ticket:
    n: int = field(default_factory=lambda: next(_tickets))
    type_id: int = 3
    revision: int = 1
    event: Event = Event()


@dataclass
class Seconds:
    """A clock that goes on when it is told."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest_asyncio.fixture
async def pool(cluster: Cluster) -> AsyncIterator[Pool]:
    opened = await open_pool(cluster.database().app)
    yield opened
    await opened.close()


async def opened(pool: Pool, secret: str = SECRET, seconds: Seconds | None = None) -> KeyRing:
    return await KeyRing.open(pool, secret, seconds or Seconds())


async def test_of_any_number_of_workers_who_start_at_once_one_makes_the_key(pool: Pool) -> None:
    rings = await asyncio.gather(*(opened(pool) for _ in range(12)))
    assert await pool.fetchval("SELECT count(*) FROM public.signing_keys") == 1
    ticket = Ticket()
    secrets = {ring.token(ticket) for ring in rings}
    assert len(secrets) == 1
    [told] = {await ring.read(next(iter(secrets))) for ring in rings}
    assert isinstance(told, Admission) and (told.event, told.ticket, told.type_id) == (7, ticket.n, 3)


async def test_a_restart_signs_with_the_same_key(pool: Pool) -> None:
    ticket = Ticket()
    assert (await opened(pool)).token(ticket) == (await opened(pool)).token(ticket)


async def test_after_a_rotation_old_tickets_stay_good_and_other_workers_learn_the_new_key(pool: Pool) -> None:
    seconds, ticket = Seconds(), Ticket()
    ours, theirs = await opened(pool), await opened(pool, seconds=seconds)
    old = ours.token(ticket)
    await ours.rotate()
    new = ours.token(ticket)
    assert new != old
    seconds.now += 0.001
    assert await theirs.read(new) == await theirs.read(old) == await ours.read(old) == await (await opened(pool)).read(new)
    assert isinstance(await ours.read(new), Admission)
    assert [key.retired_at is None for key in ours.public_keys()] == [False, True]


async def test_a_worker_whose_secret_is_not_the_houses_any_more_goes_on_to_sign_with_the_key_it_has(pool: Pool) -> None:
    ours, ticket = await opened(pool), Ticket()
    before = ours.token(ticket)
    await opened(pool, "another secret of thirty-two characters")
    await ours.look()
    assert ours.token(ticket) == before and isinstance(await ours.read(before), Admission)


async def test_a_worker_learns_of_a_rotation_by_itself(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "FOLLOW_SECONDS", 0.01)
    ours, theirs = await opened(pool), await opened(pool)
    following = asyncio.create_task(theirs.follow())
    await ours.rotate()
    async with asyncio.timeout(20):
        while theirs.signs_with != ours.signs_with:
            await asyncio.sleep(0.01)
    following.cancel()


async def test_two_rotations_at_once_leave_one_current_key(pool: Pool) -> None:
    rings = [await opened(pool) for _ in range(4)]
    await asyncio.gather(*(ring.rotate() for ring in rings))
    assert await pool.fetchval("SELECT count(*) FROM public.signing_keys WHERE retired_at IS NULL") == 1
    ticket = Ticket()
    assert len({ring.token(ticket) for ring in [*rings, await opened(pool)]}) == 1


async def test_a_house_whose_secret_was_changed_knows_its_old_tickets_and_signs_with_a_new_key(pool: Pool) -> None:
    old = (await opened(pool)).token(Ticket())
    changed = await opened(pool, "another secret of thirty-two characters")
    assert isinstance(await changed.read(old), Admission)
    assert isinstance(await changed.read(changed.token(Ticket())), Admission)
    assert await pool.fetchval("SELECT count(*) FROM public.signing_keys") == 2


async def test_strangers_cannot_make_the_house_ask_its_table_all_the_time(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = sign(Admission(7, 1, 3, 1, BEGINS, BEGINS), 99, Ed25519PrivateKey.generate())
    seconds, looks = Seconds(), count(1)
    ring = await opened(pool, seconds=seconds)
    look = ring.look

    async def counted() -> None:
        next(looks)
        await look()

    async def passes(time: float) -> None:
        seconds.now += time

    monkeypatch.setattr(ring, "look", counted)
    monkeypatch.setattr("saleroom.tickets.keys.asyncio.sleep", passes)
    begun = seconds.now
    for _ in range(10):
        seconds.now += 0.001
        assert await ring.read(foreign) == "unknown_key"
    assert seconds.now - begun == pytest.approx(10 * keys.LOOK_AGAIN_SECONDS), "each waits until the table may be asked again"
    seconds.now += 0.5 * keys.LOOK_AGAIN_SECONDS
    assert set(await asyncio.gather(*(ring.read(foreign) for _ in range(50)))) == {"unknown_key"}
    assert next(looks) - 1 == 11, "and many at once ask it once"


async def test_the_private_half_lies_encrypted_and_no_key_can_be_deleted(pool: Pool) -> None:
    ring = await opened(pool)
    assert ring._current is not None
    raw = ring._current[1].private_bytes_raw()
    stored = await pool.fetchval("SELECT private_key FROM public.signing_keys WHERE retired_at IS NULL")
    assert raw not in stored and len(stored) == 60
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute("DELETE FROM public.signing_keys")
