"""Brings the database of a house to the newest schema and says which address the workers use.

Law: a worker is given the unprivileged login only. On the embedded Postgres the database belongs to `saleroom_owner`,
as which the migrations run; the superuser's password makes that login and is used for nothing else.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from saleroom.eventlog.migrations import APP_ROLE, Applied, migrate
from saleroom.startup.leftovers import only_one
from saleroom.startup.postgres import Postgres
from saleroom.startup.secret import derived_password, with_login

DATABASE = "saleroom"
OWNER = "saleroom_owner"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Two logins of one database: the owner's for migrations, the application's for workers."""

    owner: str
    app: str
    app_password: str | None
    """None when the operator made the application's login himself."""


async def embedded_addresses(postgres: Postgres, secret: str) -> Addresses:
    """Make the owner and the database on a running embedded Postgres where they are missing.

    Args:
        secret: from which both passwords follow.
    """
    password = derived_password(secret, OWNER)
    connection = await asyncpg.connect(postgres.address())
    try:
        if not await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", OWNER):
            await connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
        await connection.execute(f"ALTER ROLE {OWNER} PASSWORD '{password}'")
        if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", DATABASE):
            await connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
    finally:
        await connection.close()
    return external_addresses(with_login(postgres.address(DATABASE), OWNER, password), "", secret)


def external_addresses(database_url: str, app_database_url: str, secret: str) -> Addresses:
    """The addresses for a Postgres that somebody else runs.

    Args:
        app_database_url: the application's login when the operator made one; empty derives it.
        secret: from which the application's password follows otherwise.
    """
    if app_database_url:
        return Addresses(database_url, app_database_url, None)
    password = derived_password(secret, APP_ROLE)
    return Addresses(database_url, with_login(database_url, APP_ROLE, password), password)


async def bring_up_to_date(addresses: Addresses, folder: Path) -> Applied:
    """Run what is new of `folder` (the repository's db) as the owner.

    Raises:
        MigrationProblem: see `eventlog.migrations.migrate`.
    """
    return await migrate(addresses.owner, folder, app_password=addresses.app_password)


@contextlib.contextmanager
def borrowed(folder: Path) -> Iterator[Postgres]:
    """The embedded Postgres of a data folder: the one that runs, or started for as long as the block lasts."""
    postgres = Postgres(folder)
    if postgres.attach():
        yield postgres
        return
    with only_one(folder):
        try:
            postgres.start()
            yield postgres
        finally:
            postgres.stop()


def shown(address: str) -> str:
    """An address without its password, for people."""
    parts = urlsplit(address)
    return f"{parts.hostname or 'local socket'}:{parts.port or 5432}{parts.path}"
