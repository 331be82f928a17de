"""The naive box office: a transaction per grab on the same Postgres, as most ticket shops do it.

BEGIN, SELECT … FOR UPDATE of the ticket type, check what is left, INSERT the order and its ticket, UPDATE the type, COMMIT,
over 50 connections. It is spared what the house pays for besides: sockets, accounts, the hash chain, the letter, and an answer
that a second press of the same command gets again.
"""

import asyncio
import time
from itertools import count
from typing import Any, Final

import asyncpg

from bench.bidders import WARM_SECONDS, Run, at

CONNECTIONS: Final = 50
STOCK: Final = 200_000

_TABLES = """
CREATE SCHEMA IF NOT EXISTS peer;
CREATE TABLE IF NOT EXISTS peer.ticket_type (id bigint PRIMARY KEY, available integer NOT NULL CHECK (available >= 0));
CREATE TABLE IF NOT EXISTS peer.ticket_order (
    id bigserial PRIMARY KEY, ticket_type_id bigint NOT NULL, buyer_id bigint NOT NULL, quantity integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE IF NOT EXISTS peer.ticket (
    id bigserial PRIMARY KEY, order_id bigint NOT NULL REFERENCES peer.ticket_order, code uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
);
"""
_ORDER = "INSERT INTO peer.ticket_order (ticket_type_id, buyer_id, quantity) VALUES ($1, $2, 1) RETURNING id"
_TICKET = "INSERT INTO peer.ticket (order_id) VALUES ($1)"
_SOLD = "SELECT count(t.id) FROM peer.ticket_order o LEFT JOIN peer.ticket t ON t.order_id = o.id WHERE o.ticket_type_id = $1"


class TicketPeer:
    """The process that is the peer and its buyers at once, which spares it every hop between them."""

    def __init__(self) -> None:
        self._connections: list[Any] = []
        self._types = count(1)

    async def open(self, address: str) -> None:
        """Connect, and make its tables."""
        self._connections = [await asyncpg.connect(address) for _ in range(CONNECTIONS)]
        await self._connections[0].execute(_TABLES)

    async def grab(self, seconds: float) -> Run:
        """Grab tickets of a new type from all connections.

        Raises:
            RuntimeError: the orders, or their tickets, and what is left do not make up the stock.
        """
        kind, heard = next(self._types), list[tuple[int, int]]()
        await self._connections[0].execute("INSERT INTO peer.ticket_type (id, available) VALUES ($1, $2)", kind, STOCK)
        stop = time.monotonic() + WARM_SECONDS + seconds

        async def buyer(connection: Any, person: int) -> None:
            while time.monotonic() < stop:
                begin = time.perf_counter_ns()
                await _take(connection, kind, person)
                now = time.perf_counter_ns()
                heard.append((now, now - begin))

        first = time.perf_counter_ns() + int(WARM_SECONDS * 1e9)
        await asyncio.gather(*(buyer(connection, person) for person, connection in enumerate(self._connections, 1)))
        left = await self._connections[0].fetchval("SELECT available FROM peer.ticket_type WHERE id = $1", kind)
        sold = await self._connections[0].fetchval(_SOLD, kind)
        if left + sold != STOCK or sold != len(heard):
            raise RuntimeError(f"the peer has {left} left and {sold} sold of {STOCK}, {len(heard)} answered")
        taken = sorted(nanoseconds for now, nanoseconds in heard if first <= now < first + int(seconds * 1e9))
        return Run(seconds, len(taken), len(taken), at(taken, 0.50) / 1e6, at(taken, 0.99) / 1e6, [])


async def _take(connection: Any, kind: int, person: int) -> None:
    await connection.execute("BEGIN")
    row = await connection.fetchrow("SELECT available FROM peer.ticket_type WHERE id = $1 FOR UPDATE", kind)
    if row["available"] >= 1:
        await connection.execute(_TICKET, await connection.fetchval(_ORDER, kind, person))
        await connection.execute("UPDATE peer.ticket_type SET available = available - 1 WHERE id = $1", kind)
    await connection.execute("COMMIT")
