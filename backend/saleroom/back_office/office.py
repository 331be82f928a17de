"""How a command reaches the database of its house, and how it shows what it found.

A command works with the unprivileged login, as the workers do. The embedded Postgres is borrowed: the one that runs, or one that
is started for as long as the command lasts.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from rich.console import Console

from saleroom.eventlog.pool import AWAY, Pool, open_pool
from saleroom.startup.database import borrowed, embedded_addresses, external_addresses

WIDTH_WITHOUT_TERMINAL: Final = 200  # columns, for pipes and files
NOT_MIGRATED: Final = ("42P01", "42703", "42883", "3F000")  # a table, column, function or schema that is not there yet

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Office:
    """The configuration that commands need, as plain values.

    Attributes:
        data_dir: where the embedded Postgres lives.
        database_url: of a Postgres that somebody else runs; empty for the embedded one.
        app_database_url: the unprivileged login, when the operator made one.
        secret: from which the passwords of logins follow, and which signs tokens.
        shows_demo: whether this house may have the demo evening, with so many bidders.
    """

    data_dir: Path
    database_url: str
    app_database_url: str
    secret: str
    currency: str
    is_production: bool
    password_length_min: int
    shows_demo: bool = False
    demo_bidders: int = 0

    @property
    def is_embedded(self) -> bool:
        """Whether the house runs its own Postgres."""
        return not self.database_url and not self.app_database_url

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Keep the embedded Postgres running for several commands, where the house does not run it itself."""
        with borrowed(self.data_dir) if self.is_embedded else nullcontext():
            yield

    def run(self, work: Callable[[Pool], Awaitable[Found]]) -> Found:
        """Do some work with connections to the house's database.

        Raises:
            SystemExit: the database cannot be reached, or is not at this program's schema; says which.
        """
        return asyncio.run(self._run(work))

    async def _run(self, work: Callable[[Pool], Awaitable[Found]]) -> Found:
        with ExitStack() as stack:
            if self.is_embedded:
                addresses = await embedded_addresses(stack.enter_context(borrowed(self.data_dir)), self.secret)
            else:
                addresses = external_addresses(self.database_url, self.app_database_url, self.secret)
            try:
                pool = await open_pool(addresses.app, size_min=1, size_max=4)
            except AWAY as error:
                raise SystemExit(f"saleroom: the database cannot be reached: {error}; was it migrated (saleroom migrate)?") from None
            try:
                return await work(pool)
            except AWAY as error:
                if getattr(error, "sqlstate", None) in NOT_MIGRATED:
                    raise SystemExit(f"saleroom: {error}; bring the database to this version first: saleroom migrate") from None
                raise
            finally:
                await pool.close()


def screen() -> Console:
    """Where tables are shown; text from people is taken as it is, never as markup."""
    return Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL)


def printable(text: str) -> str:
    """Text from people without the signs that would steer a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
