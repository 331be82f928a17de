"""Connections to Postgres, set up for the log.

Law 11: no statement timeout may cut an append, so waiting is bounded by `lock_timeout` (before the write) and by
`idle_in_transaction_session_timeout` (a frozen worker loses its lock after a second). Nothing here passes asyncpg a
`timeout=`, which would send a cancel request.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import asyncpg
import orjson
from asyncpg.pool import PoolConnectionProxy

if TYPE_CHECKING:
    Pool = asyncpg.Pool[asyncpg.Record]
    Borrowed = PoolConnectionProxy[asyncpg.Record]  # of the pool, to be given back
    Connection = asyncpg.Connection[asyncpg.Record] | Borrowed
else:  # asyncpg's classes are generic for the type checker only
    Pool = asyncpg.Pool
    Borrowed = PoolConnectionProxy
    Connection = asyncpg.Connection

WarmUp = Callable[[Any], Awaitable[None]]

AWAY: Final = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What a query raises while Postgres is away or restarts; the last where it said goodbye and the line is not cut yet."""

CUT_OFF: Final = (ConnectionError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError)
"""What says that Postgres went away or cut us off, and is no bug of ours."""

UNKNOWN_OUTCOME: Final = (OSError, asyncpg.InterfaceError, asyncpg.InternalClientError, *CUT_OFF)
"""What cuts a transaction so that nobody knows whether it was committed; only the log itself can tell."""

LockNotAvailable = asyncpg.LockNotAvailableError

SESSION_SETTINGS = {
    "application_name": "saleroom",
    "timezone": "UTC",
    "lock_timeout": "2000",  # ms; a batch holds its row for about 10 ms
    "idle_in_transaction_session_timeout": "1000",  # ms; a SIGSTOPped lock holder stalls its lot this long
    "statement_timeout": "0",
    "synchronous_commit": "on",
}


async def prepare(connection: Any) -> None:
    """Teach one connection that jsonb is orjson's."""
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=lambda value: orjson.dumps(value).decode(), decoder=orjson.loads
    )


async def _reset(connection: Any) -> None:
    """Give a connection back without the round trip of RESET ALL: nobody here changes session state.

    Raises:
        RuntimeError: when a transaction is still open; the pool then throws the connection away.
    """
    if connection.is_in_transaction():
        raise RuntimeError("a connection came back with an open transaction")


async def open_pool(address: str, *, size_min: int = 2, size_max: int = 12, warm_up: WarmUp | None = None) -> Pool:
    """Open the pool of one worker.

    Args:
        address: a postgresql:// address; a worker is given the unprivileged login's.
        size_min: connections opened at once.
        size_max: the bound; one batch in flight takes one connection.
        warm_up: runs on every connection when it opens.
    """

    async def init(connection: Any) -> None:
        await prepare(connection)
        if warm_up is not None:
            await warm_up(connection)

    return await asyncpg.create_pool(
        address, min_size=size_min, max_size=size_max, init=init, reset=_reset, server_settings=SESSION_SETTINGS,
        max_inactive_connection_lifetime=0, max_cached_statement_lifetime=0,
    )


async def connect(address: str) -> "asyncpg.Connection[asyncpg.Record]":
    """Open one connection outside the pool, set up the same way (for listening, for wake-ups)."""
    connection = await asyncpg.connect(address, server_settings=SESSION_SETTINGS)
    await prepare(connection)
    return connection
