"""Brings a database to the newest schema: migrations forward in order, functions and rights always as the files say.

All of it happens in one transaction under one advisory lock, so that two starting processes, or a kill in the middle,
leave either the old schema or the new one. The checksum of every applied migration is kept: a changed old file is an error.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import asyncpg

LOCK_KEY = 7_253_766  # any number that no other program uses on this database

APP_ROLE = "saleroom_app"

_TABLE = """
CREATE TABLE IF NOT EXISTS public.migration (
    name       text PRIMARY KEY,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
)
"""


class MigrationProblem(Exception):
    """The database cannot be brought to this version; the text says why."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What one run did: the names of the new migrations, in order."""

    names: tuple[str, ...]


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


async def migrate(address: str, folder: Path, *, app_password: str | None) -> Applied:
    """Apply what is missing.

    Args:
        address: the owner's address of the database.
        folder: the `db/` folder with migrations/, functions/ and roles.sql.
        app_password: makes (or changes) the login `saleroom_app` with this password; None leaves the role alone,
            for houses whose operator made it.

    Raises:
        MigrationProblem: a migration was changed after it was applied, is unknown to this version, or the owner may
            not make roles.
    """
    connection = await asyncpg.connect(address, server_settings={"application_name": "saleroom migrate"})
    try:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", LOCK_KEY)
            await connection.execute(_TABLE)
            names = await _apply_new(connection, folder)
            for function in sorted((folder / "functions").glob("*.sql")):
                await connection.execute(function.read_text())
            await _make_role(connection, app_password)
            await connection.execute((folder / "roles.sql").read_text())
    finally:
        await connection.close()
    return Applied(names)


async def _apply_new(connection: "asyncpg.Connection[asyncpg.Record]", folder: Path) -> tuple[str, ...]:
    done = {row["name"]: row["checksum"] for row in await connection.fetch("SELECT name, checksum FROM public.migration")}
    files = sorted((folder / "migrations").glob("*.sql"))
    unknown = sorted(done.keys() - {file.stem for file in files})
    if unknown:
        raise MigrationProblem(f"the database is newer than this program: it has {', '.join(unknown)}")
    names = []
    for file in files:
        text = file.read_text()
        if file.stem in done:
            if done[file.stem] != _checksum(text):
                raise MigrationProblem(f"{file.name} was changed after it was applied; write a new migration instead")
            continue
        await connection.execute(text)
        await connection.execute("INSERT INTO public.migration (name, checksum) VALUES ($1, $2)", file.stem, _checksum(text))
        names.append(file.stem)
    return tuple(names)


async def _make_role(connection: "asyncpg.Connection[asyncpg.Record]", app_password: str | None) -> None:
    exists = await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", APP_ROLE)
    if app_password is None:
        if not exists:
            raise MigrationProblem(f"SALEROOM_APP_DATABASE_URL is set, but the role {APP_ROLE} does not exist: create it first")
        return
    try:
        if not exists:
            await connection.execute(f"CREATE ROLE {APP_ROLE} LOGIN NOINHERIT")
        quoted = await connection.fetchval("SELECT quote_literal($1::text)", app_password)
        await connection.execute(f"ALTER ROLE {APP_ROLE} LOGIN PASSWORD {quoted}")
        database = await connection.fetchval("SELECT quote_ident(current_database())")
        await connection.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {APP_ROLE}")
    except asyncpg.InsufficientPrivilegeError as error:
        raise MigrationProblem(
            f"the login of DATABASE_URL may not make the role {APP_ROLE} ({error}); make it yourself and set SALEROOM_APP_DATABASE_URL"
        ) from error
