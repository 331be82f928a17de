"""An operator at the command line: the first administrator, letters, transactions, proof of the log, read tables made anew."""

import asyncio
import csv
import io
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from saleroom.back_office.transactions import COLUMNS
from saleroom.domain.ids import number_of, stream_id
from saleroom.eventlog import log
from saleroom.eventlog.pool import Connection, open_pool
from saleroom.nouns import CODECS
from tests.actors import REPOSITORY, Database
from tests.operators import Told, really, saleroom
from tests.sale import ANNA, BERT, SELLER, sale


@pytest.fixture(scope="module", name="lots")
def a_sold_an_unsold_and_a_cancelled_lot(database: Database) -> tuple[int, int, int]:
    async def sell() -> tuple[int, int, int]:
        async with sale(database) as house:
            sold, unsold, cancelled = await house.lot("Night harbour"), await house.lot(), await house.lot()
            await house.bids(sold, ANNA, BERT)
            await house.finish(sold)
            await house.finish(unsold)
            await house.cancel(cancelled, by=SELLER, reason="Sold privately.")
            return sold, unsold, cancelled

    return asyncio.run(sell())


def as_superuser(database: Database, work: Callable[[Any], Awaitable[Any]]) -> Any:
    """Do what nobody but a superuser can: the triggers of the log do not fire for him."""

    async def tamper() -> Any:
        connection = await asyncpg.connect(database.owner)
        try:
            await connection.execute("SET session_replication_role = replica")
            return await work(connection)
        finally:
            await connection.close()

    return asyncio.run(tamper())


def test_the_first_administrator_is_made_here_with_a_password_that_no_list_of_processes_shows(database: Database) -> None:
    made = really(
        "create-admin", "--username", "head-clerk", typed="correct horse battery\n", DATABASE_URL=database.owner,
        SALEROOM_APP_DATABASE_URL=database.app,
    )
    assert made.returncode == 0 and "head-clerk made" in made.stdout, made.stderr
    again = saleroom(database, "create-admin", "--username", "head-clerk", typed="correct horse battery\n")
    assert (again.returncode, again.stdout) == (1, "saleroom: There is already an account with this username.\n")
    short = saleroom(database, "create-admin", "--email", "clerk@house.test", typed="abc\n")
    assert short.returncode == 1 and "at least 8 characters" in short.stderr
    assert "give --username or --email" in saleroom(database, "create-admin").stderr
    roles = "SELECT roles, is_superuser FROM public.users WHERE username = 'head-clerk'"
    assert tuple(as_superuser(database, lambda connection: connection.fetchrow(roles))) == (["admin", "buyer"], True)


def test_the_csv_has_a_line_for_every_bid_close_and_cancellation_as_the_log_has_them(
    database: Database, lots: tuple[int, int, int], tmp_path: Path
) -> None:
    told = saleroom(database, "transactions", "--csv", str(tmp_path / "all.csv"))
    assert told.stdout.startswith("5 transactions written"), told.stderr
    text = (tmp_path / "all.csv").read_text()
    header, *lines = csv.reader(io.StringIO(text))
    assert tuple(header) == COLUMNS
    numbers = [str(number_of(lot)) for lot in lots]
    assert [tuple(line[2:9]) for line in lines] == [
        (numbers[0], "3", "bid", "", str(ANNA), "10.00", "EUR"), (numbers[0], "4", "bid", "", str(BERT), "10.01", "EUR"),
        (numbers[0], "6", "sold", "", str(BERT), "10.01", "EUR"), (numbers[1], "4", "unsold", "", "", "", ""),
        (numbers[2], "3", "cancelled", "", str(SELLER), "", ""),
    ]
    facts = asyncio.run(_facts(database, lots[0]))
    assert [(line[0], line[9], line[10]) for line in lines[:3]] == [
        (one.at.isoformat(), str(one.command_id), one.hash.hex()) for one in (facts[2], facts[3], facts[5])
    ]
    assert saleroom(database, "transactions", "--csv", "-").stdout == text
    newest = saleroom(database, "transactions", "--last", "2", "--csv", "-").stdout
    assert newest.splitlines() == [text.splitlines()[0], *text.splitlines()[-2:]]
    assert [file.name for file in tmp_path.iterdir()] == ["all.csv"]


async def _facts(database: Database, stream: int) -> list[log.Recorded]:
    pool = await open_pool(database.app)
    try:
        return await log.read(pool, stream, CODECS["auctions"])
    finally:
        await pool.close()


def test_every_column_of_the_csv_is_explained(database: Database) -> None:
    text = (REPOSITORY / "docs" / "command-line.md").read_text()
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `") and line.split("`")[1] in COLUMNS] == list(COLUMNS)


def test_the_newest_transactions_stand_in_a_table_newest_first(database: Database, lots: tuple[int, int, int]) -> None:
    told = saleroom(database, "transactions", "--last", "3").stdout
    places = [told.index(word) for word in ("cancelled", "unsold", " sold ")]
    assert places == sorted(places) and " bid " not in told and "10.01" in told


def test_the_ledger_of_mail_is_shown_and_titles_cannot_steer_the_terminal(database: Database, lots: tuple[int, int, int]) -> None:
    async def write(connection: Any) -> None:
        await connection.execute(
            "INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, 'won.7', 5, 'won', $2)",
            stream_id("auctions", 999), json.dumps({"lot_id": 999, "user_id": 7, "title": "[red]A \x1b[2Jstill life"}),
        )

    as_superuser(database, write)
    told = saleroom(database, "mail", "--search", "999")
    assert "person 7" in told.stdout and "[red]A �[2Jstill life" in told.stdout and "1 of 1 letters" in told.stdout, told.stderr
    assert "0 of 0 letters" in saleroom(database, "mail", "--outcome", "dead").stdout
    assert saleroom(database, "mail", "--outcome", "lost").returncode == 1


def test_a_log_that_is_right_is_proven_right(database: Database, lots: tuple[int, int, int]) -> None:
    told = saleroom(database, "verify")
    assert (told.returncode, told.stdout) == (0, "3 streams verified, 0 wrong\n"), told.stderr


WRONGS = [
    ("UPDATE log.event SET at = at - interval '1 s' WHERE stream_id = $1 AND version = 3", 3, "does not fit the hash chain"),
    ("UPDATE log.event SET data = convert_to(replace(convert_from(data, 'UTF8'), '1001', '9001'), 'UTF8') "
     "WHERE stream_id = $1 AND version = 4", 4, "does not fit the hash chain"),
    ("DELETE FROM log.event WHERE stream_id = $1 AND version = 6", 6, "does not fit the hash chain"),
    ("UPDATE log.stream SET state = jsonb_set(state, '{price}', '500') WHERE stream_id = $1", 6, "price = 500, the facts say 1001"),
    ("UPDATE log.stream SET state = jsonb_set(state, '{leader}', '99') WHERE stream_id = $1", 6, "leader = 99, the facts say 4"),
    ("UPDATE log.stream SET due_at = '2100-01-01Z' WHERE stream_id = $1", 6, "due_at = 2100"),
    ("UPDATE log.event SET data = 'no json' WHERE stream_id = $1 AND version = 4", 4, "the facts cannot be read"),
    ("DELETE FROM log.stream WHERE stream_id = $1", 0, "no head row"),
]


@pytest.mark.parametrize(("query", "version", "what"), WRONGS, ids=[f"{what} {n}" for n, (_, _, what) in enumerate(WRONGS)])
def test_what_a_superuser_changed_is_found_and_named(
    database: Database, lots: tuple[int, int, int], query: str, version: int, what: str
) -> None:
    lot, backup = lots[0], "CREATE TEMP TABLE kept AS SELECT"

    async def change(connection: Connection) -> Told:
        await connection.execute(f"{backup} * FROM log.event WHERE stream_id = {lot}")
        await connection.execute(f"{backup.replace('kept', 'head')} * FROM log.stream WHERE stream_id = {lot}")
        await connection.execute(query, lot)
        told = await asyncio.to_thread(saleroom, database, "verify")
        for table, rows in (("event", "kept"), ("stream", "head")):
            await connection.execute(f"DELETE FROM log.{table} WHERE stream_id = {lot}")
            await connection.execute(f"INSERT INTO log.{table} SELECT * FROM {rows}")
        return told

    told = as_superuser(database, change)
    assert told.returncode == 1 and not told.stdout.endswith(" 0 wrong\n"), told.stderr
    assert f"auctions {number_of(lot)} (stream {lot}), version {version}: " in told.stderr and what in told.stderr


def test_a_read_table_is_made_anew_by_its_name(database: Database, lots: tuple[int, int, int]) -> None:
    for name in ("bidders", "lot_acts"):
        told = saleroom(database, "rebuild", name)
        assert (told.returncode, told.stdout) == (0, f"{name} is rebuilt\n"), told.stderr
    counts = "SELECT (SELECT count(*) FROM public.bidders), (SELECT count(*) FROM public.lot_acts)"
    assert tuple(as_superuser(database, lambda connection: connection.fetchrow(counts))) == (2, 3)
    unknown = saleroom(database, "rebuild", "paddles")
    assert unknown.returncode == 1 and "there are lots, seat_maps" in unknown.stderr


def test_the_words_of_lots_are_written_anew_where_they_stand(database: Database, lots: tuple[int, int, int]) -> None:
    def rows() -> list[Any]:
        found = as_superuser(database, lambda connection: connection.fetch("SELECT * FROM public.lots ORDER BY id"))
        return [tuple(row) for row in found]

    before = rows()
    wrong = "UPDATE public.lots SET title = 'wrong', search = '', seller_id = 99 WHERE id = (SELECT min(id) FROM public.lots)"
    as_superuser(database, lambda connection: connection.execute(wrong))
    as_superuser(database, lambda connection: connection.execute("UPDATE public.lots SET cancel_reason = 'wrong'"))
    as_superuser(database, lambda connection: connection.execute("DELETE FROM public.lots WHERE id = (SELECT max(id) FROM public.lots)"))
    told = saleroom(database, "rebuild", "lots")
    assert (told.returncode, told.stdout, rows()) == (0, "lots is rebuilt\n", before), told.stderr


def test_a_lot_that_was_cancelled_before_its_page_said_why_gets_its_reason_from_the_log(
    database: Database, lots: tuple[int, int, int]
) -> None:
    migration = (REPOSITORY / "db" / "migrations" / "0022_why_a_lot_was_cancelled.sql").read_text()
    as_superuser(database, lambda connection: connection.execute("UPDATE public.lots SET cancel_reason = ''"))
    as_superuser(database, lambda connection: connection.execute(migration[migration.index("UPDATE") :]))
    reasons = as_superuser(database, lambda connection: connection.fetch("SELECT stream_id, cancel_reason FROM public.lots"))
    assert {row[0]: row[1] for row in reasons} == dict(zip(lots, ("", "", "Sold privately."), strict=True))


def test_the_openapi_document_needs_no_database_and_is_the_same_each_time(database: Database) -> None:
    first, second = really("openapi", PYTHONHASHSEED="1"), saleroom(database, "openapi")
    assert first.returncode == 0 and first.stdout == second.stdout, first.stderr
    document = json.loads(first.stdout)
    assert {"/lots/{lot_id}/bids", "/users/me/bids", "/admin/acts"} <= document["paths"].keys()
    assert list(document["components"]["schemas"]) == sorted(document["components"]["schemas"])


def test_a_database_that_was_not_migrated_is_said_in_one_line(cluster: Any) -> None:
    empty = Database(cluster.postgres.address("postgres"), cluster.postgres.address("postgres"))
    told = saleroom(empty, "verify")
    assert told.returncode == 1 and "saleroom migrate" in told.stderr and "Traceback" not in told.stderr
