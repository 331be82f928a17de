"""What stands in the log stays: neither the backend's login nor the owner can change it, and what changed all the same is found."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from saleroom.domain.ids import stream_id
from tests.actors import Database, Person, make_lot
from tests.crowd.ledger import chain
from tests.hammering import hammer

PARTITIONS = [f"log.event_{part:02}" for part in range(16)]
CHANGES = {
    "insert": "INSERT INTO {table} SELECT * FROM {table} LIMIT 1", "update": "UPDATE {table} SET stream_id = stream_id",
    "delete": "DELETE FROM {table}", "truncate": "TRUNCATE {table}",
}


@pytest.fixture(name="app")
async def connection_of_the_backend(database: Database) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await asyncpg.connect(database.app)
    yield connection
    await connection.close()


@pytest.fixture(name="owner")
async def connection_of_the_owner(database: Database) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await asyncpg.connect(database.owner)
    yield connection
    await connection.close()


@pytest.mark.parametrize("change", CHANGES)
async def test_the_backends_login_may_change_no_table_of_the_log(app: Any, change: str) -> None:
    for table in ("log.event", *PARTITIONS, "log.stream", "log.refusal", "log.number", "log.claim", "log.event_type"):
        column = await app.fetchval("SELECT attname FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum = 1", table)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute(CHANGES[change].format(table=table).replace("stream_id", column))


async def test_the_backends_login_may_not_help_itself(app: Any) -> None:
    for statement in (
        "ALTER TABLE log.event DISABLE TRIGGER ALL", "SET session_replication_role = replica", "DROP TRIGGER append_only ON log.event",
        "CREATE TABLE log.mine ()", "CREATE FUNCTION log.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'", "SET ROLE postgres",
        "ALTER FUNCTION log.append RENAME TO gone", "DROP SCHEMA log CASCADE",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await app.execute(statement)


@pytest.mark.parametrize("change", ["update", "delete", "truncate"])
async def test_even_the_owner_is_refused_on_the_log_and_each_of_its_parts(owner: Any, change: str) -> None:
    for table in ("log.event", *PARTITIONS):
        with pytest.raises(asyncpg.PostgresError) as refused:
            await owner.execute(CHANGES[change].format(table=table))
        assert refused.value.sqlstate == "SR009"


async def test_the_chain_computed_here_is_the_chain_of_the_log(database: Database, owner: Any, seller: Person) -> None:
    lot = make_lot(seller)
    await hammer(database, lot["id"], 20)
    stream = stream_id("auctions", lot["id"])
    rows = await owner.fetch("SELECT * FROM log.event WHERE stream_id = $1 ORDER BY version", stream)
    head = await owner.fetchval("SELECT head_hash FROM log.stream WHERE stream_id = $1", stream)
    hashes = chain(stream, rows)
    assert [row["hash"] for row in rows] == hashes
    assert head == hashes[-1]
    assert await owner.fetchval("SELECT log.verify_stream($1)", stream) is None


TAMPERED = {
    "UPDATE log.event SET data = overlay(data PLACING 'x' FROM 5) WHERE stream_id = $1 AND version = 7": 7,
    "UPDATE log.event SET at = at + interval '1 microsecond' WHERE stream_id = $1 AND version = 7": 7,
    "UPDATE log.event SET hash = sha256(hash) WHERE stream_id = $1 AND version = 7": 7,
    "UPDATE log.event SET command_id = gen_random_uuid() WHERE stream_id = $1 AND version = 7": 7,
    "DELETE FROM log.event WHERE stream_id = $1 AND version = 7": 7,
    "DELETE FROM log.event WHERE stream_id = $1 AND version > 10": 11,
    "UPDATE log.stream SET head_hash = sha256(head_hash) WHERE stream_id = $1": 13,
}


@pytest.mark.parametrize("change", TAMPERED)
async def test_what_a_superuser_changed_is_found_at_its_place(database: Database, owner: Any, seller: Person, change: str) -> None:
    lot = make_lot(seller)
    await hammer(database, lot["id"], 10)
    stream = stream_id("auctions", lot["id"])
    transaction = owner.transaction()
    await transaction.start()
    await owner.execute("SET LOCAL session_replication_role = replica")
    await owner.execute(change, stream)
    assert await owner.fetchval("SELECT log.verify_stream($1)", stream) == TAMPERED[change]
    await transaction.rollback()
    assert await owner.fetchval("SELECT log.verify_stream($1)", stream) is None
