"""An operator puts lots, seat maps and conversations right in place: wrong, missing and stray rows, while people go on."""

import asyncio
import itertools
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio

from saleroom.back_office.upkeep import IN_PLACE
from saleroom.domain.auctions import commands as lots
from saleroom.domain.chat import commands as c
from saleroom.domain.ids import number_of, stream_id
from saleroom.domain.seat_maps import commands as maps
from saleroom.domain.seating.shape import Hall, hall_from_json
from saleroom.eventlog import log
from saleroom.eventlog.numbers import claim_number
from saleroom.nouns import CODECS
from saleroom.projections import rewriting
from tests.actors import Cluster, Database
from tests.concerts import a_hall
from tests.sale import FAR, SELLER, TERMS
from tests.talkers import ANNA, BERT, CARLA, Parlour, parlour

NEVER = 900_000
TABLES = {"lots": ("lots", "favorites"), "seat_maps": ("seat_maps",), "conversations": ("conversations", "messages", "chat_acts")}
SPOILT = {
    "lots": "UPDATE public.lots SET title = 'Spoilt', seller_id = 99, description = 'x', author = 'x', lot_materials = 'x',"
            " auction_name = 'x', image_url = 'x', created_at = now(), search = 'x', version = 9000000",
    "seat_maps": "UPDATE public.seat_maps SET name = 'Spoilt', owner_id = 99, hall = '{}', created_at = now(), search = 'x',"
                 " version = 9000000",
    "conversations": "UPDATE public.conversations SET customer_id = 98, with_id = 99, about = 'order', about_id = 9, about_seq = 9,"
                     " created_at = now(), updated_at = now(), version = 9000000",
    "messages": "UPDATE public.messages SET sender_id = 99, is_staff = NOT is_staff, text_id = gen_random_uuid(), kind = 'file',"
                " at = now(), is_hidden = NOT is_hidden",
    "chat_acts": "UPDATE public.chat_acts SET at = now(), by_id = 99, act = 'muted', seq = 9, told = 'x'",
}
MISPLACED = {  # a row is lost, and a later one stands at its stream
    table: f"CREATE TEMP TABLE lost AS SELECT id, stream_id FROM public.{table} WHERE id NOT IN (SELECT lot_id FROM public.favorites)"
           f" ORDER BY id LIMIT 1; DELETE FROM public.{table} WHERE id IN (SELECT id FROM lost); UPDATE public.{table}"
           f" SET stream_id = (SELECT stream_id FROM lost) WHERE id = (SELECT max(id) FROM public.{table}); DROP TABLE lost"
    for table in ("lots", "seat_maps", "conversations")
}
LOST = {
    "lots": "DELETE FROM public.lots WHERE id NOT IN (SELECT lot_id FROM public.favorites)",
    **{table: f"DELETE FROM public.{table}" for table in ("seat_maps", "conversations", "messages", "chat_acts")},
}
PLANTED = {
    "lots": f"INSERT INTO public.lots SELECT {NEVER}, {NEVER}, seller_id, title, description, author, lot_materials, auction_name,"
            " image_url, created_at, search, version FROM public.lots ORDER BY id LIMIT 1",
    "favorites": f"INSERT INTO public.favorites (user_id, lot_id) VALUES ({ANNA}, {NEVER})",
    "seat_maps": f"INSERT INTO public.seat_maps SELECT {NEVER}, {NEVER}, 1, 'Nowhere', '{{}}', now(), '', 1",
    "conversations": f"INSERT INTO public.conversations VALUES ({NEVER}, {NEVER}, 1, 2, NULL, NULL, NULL, now(), now(), 1)",
    "messages": "INSERT INTO public.messages SELECT id.*, 900000, 1, false, gen_random_uuid(), 'text', now() FROM"
                f" (SELECT max(id) FROM public.conversations WHERE id < {NEVER} UNION SELECT {NEVER}) AS id",
    "chat_acts": "INSERT INTO public.chat_acts SELECT id.*, n, now(), 1, 'muted' FROM unnest(ARRAY[-1, 1, 900000]) AS n,"
                 f" (SELECT max(id) FROM public.conversations WHERE id < {NEVER} UNION SELECT {NEVER}) AS id",
}

WAITING = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"


def hall(rows: int) -> Hall:
    return hall_from_json(a_hall(rows))


class People(Parlour):
    """People who list lots, draw halls and talk, without doors."""

    async def lot(self, title: str) -> int:
        stream = stream_id("auctions", await claim_number(self.pool, "auctions", uuid.uuid4()))
        await self.do(stream, lots.CreateLot(SELLER, lots.LotWords(title, "of its time"), TERMS))
        return stream

    async def rename(self, lot: int, title: str) -> None:
        await self.do(lot, lots.EditLot(SELLER, lots.LotWords(title), lots.LotTerms(1_000, closes_at=FAR, increments="flat:0.01")))

    async def draw(self, rows: int) -> int:
        stream = stream_id("seat_maps", await claim_number(self.pool, "seat_maps", uuid.uuid4()))
        await self.do(stream, maps.DrawSeatMap(SELLER, hall(rows)))
        return stream

    async def talk(self, *contents: str) -> int:
        stream = await self.begin(ANNA, BERT, c.Context("lot", 1, 1))
        first, *_ = await self.say(stream, ANNA, *contents)
        await self.do(stream, c.Report(BERT, False, first, "spam"))
        await self.do(stream, c.HideMessage(ANNA, False, first))
        await self.do(stream, c.LookInto(CARLA))
        return stream

    async def rows(self, name: str) -> dict[str, list[str]]:
        """All rows of the tables that are rebuilt under a name."""
        return {
            table: [row[0] for row in await self.pool.fetch(f"SELECT t::text FROM public.{table} t ORDER BY 1")] for table in TABLES[name]
        }

    async def rebuild(self, name: str) -> None:
        refill, noun = IN_PLACE[name]
        await refill(self.pool, CODECS[noun])


@asynccontextmanager
async def people_of(database: Database) -> AsyncIterator[People]:
    """People who have listed, drawn and said a few things."""
    async with parlour(database) as opened:
        people = People(opened.pool, opened.handle)
        one, *_ = [await people.lot(title) for title in ("A still life", "A portrait", "A harbour")]
        await people.rename(one, "A still life with a lemon")
        kept, gone, _ = [await people.draw(rows) for rows in (2, 3, 4)]
        await people.do(kept, maps.RedrawSeatMap(SELLER, False, hall(5)))
        await people.do(gone, maps.RemoveSeatMap(SELLER, False))
        await people.talk("Good evening.", "Is it old?")
        await people.talk("Good morning.")
        await people.pool.execute(
            "INSERT INTO public.favorites (user_id, lot_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", ANNA, number_of(one)
        )
        yield people


@pytest_asyncio.fixture
async def people(database: Database) -> AsyncIterator[People]:
    async with people_of(database) as people:
        yield people


@pytest_asyncio.fixture
async def newcomers(cluster: Cluster) -> AsyncIterator[People]:
    """People in a house of their own: nothing of the tests before is rebuilt with what they write."""
    async with people_of(cluster.database()) as people:
        yield people


def test_every_read_table_beside_those_of_sales_is_tried_here() -> None:
    assert set(TABLES) == {name for name, (_, noun) in IN_PLACE.items() if noun != "ticket_sales"}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("wrong", [SPOILT, LOST, PLANTED, MISPLACED], ids=["spoilt", "lost", "planted", "misplaced"])
async def test_wrong_missing_and_stray_rows_are_put_right(
    people: People, name: str, wrong: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "PAGE", 2)
    before = await people.rows(name)
    assert all(before.values())
    for table in TABLES[name]:
        if table in wrong:
            await people.pool.execute(wrong[table])
    assert await people.rows(name) != before
    await people.rebuild(name)
    assert await people.rows(name) == before


@pytest.mark.parametrize("name", TABLES)
async def test_a_sound_table_stays_as_it_is(people: People, name: str) -> None:
    before = await people.rows(name)
    await people.rebuild(name)
    assert await people.rows(name) == before


@pytest.mark.parametrize("name", TABLES)
async def test_rows_are_put_right_while_people_go_on_writing(newcomers: People, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewriting, "PAGE", 2)
    people = newcomers
    lot, drawn, talk = await people.lot("A vase"), await people.draw(2), await people.talk("Hello.")

    async def write(n: int) -> None:
        await people.rename(lot, f"A vase, {n}")
        await people.lot(f"A cup, {n}")
        await people.do(drawn, maps.RedrawSeatMap(SELLER, False, hall(1 + n % 7)))
        await people.draw(1 + n % 5)
        first, _ = await people.say(talk, BERT, f"{n}", "and more")
        await people.do(talk, c.HideMessage(BERT, False, first))
        await people.talk(f"{n}")

    async def rebuild_until(written: asyncio.Task[None]) -> None:
        for rebuilds in itertools.count():
            if written.done() and rebuilds >= 5:
                return await written
            await people.rebuild(name)

    async def wrong() -> None:
        for table in TABLES[name]:
            for fault in SPOILT, PLANTED:
                if table in fault:
                    await people.pool.execute(fault[table])

    async def writing() -> None:
        for n in range(20):
            await write(n)

    await wrong()
    await rebuild_until(asyncio.create_task(writing()))
    written: dict[str, list[Any]] = await people.rows(name)
    for table in TABLES[name]:
        if table in LOST:
            await people.pool.execute(LOST[table])
    await people.rebuild(name)
    assert await people.rows(name) == written
    talked = await people.pool.fetchrow(
        "SELECT count(*), count(*) FILTER (WHERE is_hidden) FROM public.messages WHERE conversation_id = $1", number_of(talk)
    )
    title = await people.pool.fetchval("SELECT title FROM public.lots WHERE id = $1", number_of(lot))
    assert (tuple(talked or ()), title) == ((41, 21), "A vase, 19")


async def test_who_writes_while_a_row_is_made_waits_for_it_and_is_written_over_it(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    lot = await people.lot("A vase")
    renaming: list[asyncio.Task[None]] = []
    plainly = log.read_of_types

    async def read_and_rename(*arguments: Any, **named: Any) -> list[log.Recorded]:
        """What the row is made of; before it is made, somebody renames the lot and is done with it, or waits."""
        page = await plainly(*arguments, **named)
        if arguments[1] == lot and not page:
            renaming.append(renamed := asyncio.create_task(people.rename(lot, "A jug")))
            while not renamed.done() and not await people.pool.fetchval(WAITING):
                await asyncio.sleep(0.01)
        return page

    monkeypatch.setattr(log, "read_of_types", read_and_rename)
    await people.rebuild("lots")
    await asyncio.gather(*renaming)
    assert len(renaming) == 1
    assert await people.pool.fetchval("SELECT title FROM public.lots WHERE id = $1", number_of(lot)) == "A jug"
