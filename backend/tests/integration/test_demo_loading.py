"""The demo evening is loaded once, however often and by however many it is loaded, and goes on by itself in every worker."""

import asyncio
import itertools
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from PIL import Image, ImageStat

from saleroom.accounts.sessions import Device
from saleroom.accounts.sign_in import Accounts
from saleroom.demo import catalogue, past_sales
from saleroom.demo.bidders import TURN_SECONDS, Watched, ceiling_minor
from saleroom.demo.gallery import MOTIFS, name_of
from saleroom.demo.hand import Hand
from saleroom.demo.load import load
from saleroom.demo.stage import Stage
from saleroom.eventlog.pool import open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from saleroom.pictures.encode import SUFFIXES, encoded
from saleroom.pictures.folder import Folder
from saleroom.projections import lots
from saleroom.projections.lots import LotQuery, LotRow
from saleroom.reactions.demo_evening import DemoEvening
from tests.accounts_house import put_letter
from tests.actors import REPOSITORY, SECRET, Cluster, Database
from tests.quick_passwords import hash_quickly

EVENING = catalogue.read(REPOSITORY / "db" / "demo" / "evening.toml")
START_SECONDS_MAX = 1.0
LEFT_TO_THE_PAINTERS = ("deco_poster", "woodcut_wave", "fern_plate")


def now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def a_stage(database: Database, clock: Callable[[], datetime] = now, *, is_production: bool = False) -> AsyncIterator[Stage]:
    """The demo's house in one process."""
    passwords = (f"nobody knows {number}" for number in itertools.count())
    pool = await open_pool(database.app)
    accounts = Accounts(
        pool, secret=SECRET, is_production=is_production, password_length_min=8, clock=clock, put_letter=put_letter
    )
    hash_quickly(accounts)
    handle = Handle(pool, NOUNS, lambda published: None)
    try:
        yield Stage(pool, handle, accounts, clock, EVENING, asyncio.sleep, lambda: next(passwords))
    finally:
        await handle.drain()
        accounts.close()
        await pool.close()


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where most paintings hang already, in an eighth of their size; all of them at full size take 16 s of a processor."""
    place = tmp_path_factory.mktemp("demo") / "media"
    folder = Folder(place)
    for name in MOTIFS.keys() - set(LEFT_TO_THE_PAINTERS):
        motif = MOTIFS[name]
        folder.keep(name_of(name), encoded(motif.paint(Hand(name), (motif.size[0] // 8, motif.size[1] // 8))).files)
    return place


@pytest.fixture
def short_sales(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past sales over in two seconds instead of six; the first evening is loaded with those of the house."""
    monkeypatch.setattr(past_sales, "OPEN_SECONDS", 2.0)
    monkeypatch.setattr(past_sales, "PAUSE_SECONDS", (0.01, 0.05))


@pytest.fixture(scope="module")
async def loaded(database: Database, media: Path) -> AsyncIterator[Stage]:
    async with a_stage(database) as stage:
        await load(stage, media, 4)
        yield stage


async def everything(stage: Stage) -> list[LotRow]:
    rows, total = await lots.find(stage.pool, LotQuery(limit=100, sort="newest"))
    assert total == len(rows)
    return rows


async def counts(stage: Stage) -> tuple[int, ...]:
    tables = ("public.lots", "log.event", "log.claim", "public.users", "public.lot_pictures", "log.refusal")
    return tuple([await stage.pool.fetchval(f"SELECT count(*) FROM {table}") for table in tables])


async def test_the_evening_has_open_coming_and_ended_lots_each_with_a_picture(loaded: Stage, media: Path) -> None:
    rows = await everything(loaded)
    of = {status: [row for row in rows if row.state["status"] == status] for status in ("open", "scheduled", "sold")}
    assert len(of["open"]) >= 6 and len(of["scheduled"]) >= 3 and len(of["sold"]) == 3
    assert all(row.state["bids"] >= 7 for row in of["sold"])
    for row in rows:
        [picture] = row.pictures
        assert all(Folder(media).find(f"{picture.name}{suffix}.webp") for suffix in SUFFIXES)


async def test_the_painters_paint_what_is_missing_as_large_as_the_lots_say(loaded: Stage, media: Path) -> None:
    for motif in LEFT_TO_THE_PAINTERS:
        assert Image.open(media / f"{name_of(motif)}.webp").size == MOTIFS[motif].size
    told = {picture.name: (picture.width, picture.height) for row in await everything(loaded) for picture in row.pictures}
    assert told.items() <= {name_of(name): motif.size for name, motif in MOTIFS.items()}.items()


async def test_every_painting_is_large_and_none_is_empty_or_like_another(loaded: Stage, media: Path) -> None:
    assert len(MOTIFS) >= 12
    for name, motif in MOTIFS.items():
        picture = Image.open(media / f"{name_of(name)}.webp").convert("RGB")
        assert max(motif.size) == 1600 and min(ImageStat.Stat(picture).stddev) > 15, name
    assert len({(media / f"{name_of(motif)}-400.webp").read_bytes() for motif in MOTIFS}) == len(MOTIFS)


async def test_the_demo_accounts_can_sign_in_and_one_of_them_has_won_and_lost_before(loaded: Stage) -> None:
    for login, password in (("test@gmail.com", "13"), ("demo@example.com", "Passw0rd!"), ("admin", "admin123")):
        assert (await loaded.accounts.sign_in(login, password, Device("test", ""), is_renewable=False)).access_token
    guest = await loaded.accounts.people.find("demo@example.com")
    assert guest is not None
    leaders = [row.state["leader"] for row in await everything(loaded) if row.state["status"] == "sold"]
    assert leaders.count(guest.id) == 1
    sellers = [await loaded.accounts.people.find(seller.username) for seller in EVENING.sellers]
    assert all(seller is not None and "merchant" in seller.roles and not seller.is_admin for seller in sellers)


async def test_loading_again_adds_nothing_and_takes_less_than_a_second(loaded: Stage, database: Database, media: Path) -> None:
    before, files = await counts(loaded), sorted(path.stat().st_mtime_ns for path in media.iterdir())
    async with a_stage(database) as again:
        began = time.monotonic()
        await load(again, media, 4)
        seconds = time.monotonic() - began
    assert seconds < START_SECONDS_MAX
    after = await counts(loaded)
    listed = after[0] - before[0]  # the hour may have turned meanwhile
    assert listed <= 1 and after[3] == before[3] and after[4] - before[4] == listed
    assert sorted(path.stat().st_mtime_ns for path in media.iterdir()) == files


@pytest.mark.usefixtures("short_sales")
async def test_two_loaders_at_once_load_one_evening(cluster: Cluster, loaded: Stage, media: Path) -> None:
    database = cluster.database()
    async with a_stage(database) as one, a_stage(database) as other:
        await asyncio.gather(load(one, media, 4), load(other, media, 6))
        rows = await everything(one)
        titles = [row.title for row in rows if row.state["status"] != "sold"]
        assert len(titles) == len(set(titles)) and len([row for row in rows if row.state["status"] == "sold"]) == 3
        assert all(len(row.pictures) == 1 for row in rows)
        assert await one.pool.fetchval("SELECT count(*) FROM users") == 3 + 2 + 6


@pytest.mark.usefixtures("short_sales")
async def test_what_ends_is_followed_by_the_next_once_though_two_workers_list_it(cluster: Cluster, media: Path, loaded: Stage) -> None:
    database = cluster.database()
    ahead = [timedelta(0)]
    async with a_stage(database, lambda: now() + ahead[0]) as one, a_stage(database, lambda: now() + ahead[0]) as other:
        await load(one, media, 0)
        known = {row.id for row in await everything(one)}
        ahead[0] = timedelta(minutes=15)
        workers = DemoEvening(one, 0), DemoEvening(other, 0)
        for _ in range(3):
            await asyncio.gather(*(worker.look() for worker in workers))
        new = [row for row in await everything(one) if row.id not in known]
        assert 5 <= len(new) <= 7 and len({row.title for row in new}) == len(new)
        assert all(len(row.pictures) == 1 for row in new)
        bids = "SELECT count(*) FROM log.event e JOIN log.stream s USING (stream_id) WHERE e.type = 5 AND s.state->>'status' = 'open'"
        assert await one.pool.fetchval(bids) == 0  # a quiet house


async def test_demo_bidders_in_two_workers_bid_once_a_turn_and_stop_at_their_ceiling(loaded: Stage) -> None:
    start, turns = now(), itertools.count()
    at = [start]
    other = replace(loaded, clock=lambda: at[0])
    workers = DemoEvening(other, 4), DemoEvening(other, 4)
    for _ in range(70):
        at[0] = start + timedelta(seconds=TURN_SECONDS * next(turns))
        await asyncio.gather(*(worker.look() for worker in workers))
    rows = [row for row in await everything(loaded) if row.state["status"] == "open"]
    assert sum(row.state["bids"] for row in rows) >= 8
    for row in rows:
        state = row.state
        watched = Watched(row.id, state["start_price"], state["next_min"], state["bids"], state["leader"], now())
        assert state["bids"] == 0 or state["price"] <= ceiling_minor(watched)


async def test_without_the_demo_nothing_happens_by_itself(cluster: Cluster) -> None:
    async with a_stage(cluster.database()) as stage:
        await DemoEvening(stage, 4).look()
        assert await counts(stage) == (0,) * 6


async def test_in_production_the_demo_is_refused(cluster: Cluster, tmp_path: Path) -> None:
    database = cluster.database()
    async with a_stage(database, is_production=True) as stage:
        with pytest.raises(RuntimeError, match="never made in production"):
            await load(stage, tmp_path / "media", 4)
        assert await counts(stage) == (0,) * 6
    environment = {
        **os.environ, "PYTHONPATH": str(REPOSITORY / "backend"), "SALEROOM_ENV": "production", "SALEROOM_SECRET": SECRET,
        "DATABASE_URL": database.owner, "SALEROOM_APP_DATABASE_URL": database.app, "SALEROOM_PUBLIC_URL": "https://example.com",
        "SALEROOM_DATA_DIR": str(tmp_path),
    }
    told = subprocess.run([sys.executable, "-m", "saleroom.cli", "demo"], env=environment, capture_output=True, text=True, timeout=60)
    assert told.returncode != 0 and "refused" in told.stderr
    connection = await asyncpg.connect(database.owner)
    assert await connection.fetchval("SELECT count(*) FROM users") == 0
    await connection.close()
    assert not (tmp_path / "media").exists()
