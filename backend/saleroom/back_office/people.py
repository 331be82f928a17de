"""`saleroom create-admin`: the first administrator of a house, made by whoever may run its commands."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from saleroom.accounts.sign_in import Accounts
from saleroom.accounts.users import User
from saleroom.api.problems import sentence
from saleroom.back_office.office import Office
from saleroom.domain.decider import RefusedError
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.pool import Connection, Pool


def make_admin(office: Office, username: str | None, email: str | None, password: str | None) -> None:
    """Raises: SystemExit with a sentence for names or a password that are refused."""
    chosen = password or _asked_password()
    try:
        user = office.run(lambda pool: _create(office, pool, (username, email), chosen))
    except RefusedError as error:
        raise SystemExit(f"saleroom: {sentence(error.refused.code, error.refused.facts)}") from None
    typer.echo(f"administrator {user.username or user.email} made, account {user.id}")


def _asked_password() -> str:
    if sys.stdin.isatty():
        asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        return asked
    return sys.stdin.readline().rstrip("\r\n")


async def _create(office: Office, pool: Pool, names: tuple[str | None, str | None], password: str) -> User:
    with accounts_of(office, pool) as accounts:
        return await accounts.create_admin(*names, password)


@contextmanager
def accounts_of(office: Office, pool: Pool) -> Iterator[Accounts]:
    """The accounts of the house, for a command."""
    accounts = Accounts(
        pool, secret=office.secret, is_production=office.is_production, password_length_min=office.password_length_min,
        clock=DatabaseClock(), put_letter=_put_no_letter,
    )
    try:
        yield accounts
    finally:
        accounts.close()


async def _put_no_letter(connection: Connection, user_id: int, dedupe_key: str, topic: str, payload: dict[str, Any]) -> None:
    """Whoever is made here has no address to confirm."""
