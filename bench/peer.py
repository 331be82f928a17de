"""The naive peer: a transaction per bid on the same Postgres, as most auction backends do it.

BEGIN, SELECT … FOR UPDATE of the lot, check, INSERT the bid, UPDATE the lot if it is accepted, COMMIT, over 50 connections.
A refused bid is stored too, since that is what is counted. It is spared what the house pays for: no sockets, accounts, hash
chain, letters or exactly-once answer.
"""

import asyncio
import time
from itertools import count
from typing import Any

import asyncpg

from bench.bidders import START_MINOR, WARM_SECONDS, Run, at

CONNECTIONS = 50

_TABLES = """
CREATE SCHEMA IF NOT EXISTS peer;
CREATE TABLE IF NOT EXISTS peer.lot (id bigint PRIMARY KEY, price bigint NOT NULL, leader bigint, bids bigint NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS peer.bid (
    id bigserial PRIMARY KEY, lot_id bigint NOT NULL, bidder_id bigint NOT NULL, amount bigint NOT NULL, is_accepted boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
"""

_BID = "INSERT INTO peer.bid (lot_id, bidder_id, amount, is_accepted) VALUES ($1, $2, $3, $4)"


class Peer:
    """The process that is the peer and its clients at once, which spares it every hop between them."""

    def __init__(self) -> None:
        self._connections: list[Any] = []
        self._lots = count(1)

    async def open(self, address: str) -> None:
        """Connect, and make its tables."""
        self._connections = [await asyncpg.connect(address) for _ in range(CONNECTIONS)]
        await self._connections[0].execute(_TABLES)

    async def bid(self, seconds: float) -> Run:
        """Bid on a new lot from all connections.

        Raises:
            RuntimeError: the lot's price is not the highest accepted bid.
        """
        lot, numbers, heard = next(self._lots), count(0), list[tuple[int, int, bool]]()
        await self._connections[0].execute("INSERT INTO peer.lot (id, price) VALUES ($1, $2)", lot, START_MINOR - 1)
        stop = time.monotonic() + WARM_SECONDS + seconds

        async def bidder(connection: Any, person: int) -> None:
            while time.monotonic() < stop:
                begin, amount = time.perf_counter_ns(), START_MINOR + next(numbers)
                accepted = await _place(connection, lot, person, amount)
                now = time.perf_counter_ns()
                heard.append((now, now - begin, accepted))

        first = time.perf_counter_ns() + int(WARM_SECONDS * 1e9)
        await asyncio.gather(*(bidder(connection, person) for person, connection in enumerate(self._connections, 1)))
        await self._check(lot, sum(accepted for *_, accepted in heard))
        within = [one for one in heard if first <= one[0] < first + int(seconds * 1e9)]
        taken = sorted(nanoseconds for _, nanoseconds, _ in within)
        return Run(seconds, len(within), sum(one[2] for one in within), at(taken, 0.50) / 1e6, at(taken, 0.99) / 1e6, [])

    async def _check(self, lot: int, accepted: int) -> None:
        found = await self._connections[0].fetchrow(
            "SELECT l.price, l.bids, count(*) AS stored, max(amount) AS highest FROM peer.lot l JOIN peer.bid b ON b.lot_id = l.id "
            "WHERE l.id = $1 AND b.is_accepted GROUP BY l.id", lot
        )
        if found["price"] != found["highest"] or not found["bids"] == found["stored"] == accepted:
            raise RuntimeError(f"the peer lost bids: {dict(found)}, {accepted} accepted")


async def _place(connection: Any, lot: int, person: int, amount: int) -> bool:
    await connection.execute("BEGIN")
    row = await connection.fetchrow("SELECT price FROM peer.lot WHERE id = $1 FOR UPDATE", lot)
    accepted: bool = amount > row["price"]
    await connection.execute(_BID, lot, person, amount, accepted)
    if accepted:
        await connection.execute("UPDATE peer.lot SET price = $2, leader = $3, bids = bids + 1 WHERE id = $1", lot, amount, person)
    await connection.execute("COMMIT")
    return accepted
