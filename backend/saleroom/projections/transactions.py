"""The list of transactions: every bid, sale, close, cancellation, refund and check-in as a line, made from the log each time it is asked.

It keeps no table, so it is never behind. Law 7: a line names people, lots and tickets by their numbers only. Where a fact names
an order and not its buyer, he is looked up among the orders, which are written with the facts.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from saleroom.domain.ids import item_id, kind_of, number_of
from saleroom.eventlog import audit
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections import orders
from saleroom.projections.transaction_words import WORDS, Told

FACTS: Final = tuple(WORDS)
PAGE: Final = 1_000  # facts whose buyers are looked up at once

Place = tuple[int, Recorded]


@dataclass(frozen=True, slots=True)
class Line:
    """One transaction. The order of the fields is the order of the columns in the CSV; docs/command-line.md explains them.

    Attributes:
        at: the database's time under the stream's lock.
        noun: what kind of thing it happened to, such as auctions.
        number: its number, such as 7 for lot 7.
        seq: the version of the fact in its stream.
        transaction: a word of `transaction_words`.
        item: the order, ticket or refund that it is about, as people see it; None for a lot, or a sale as a whole.
        person_id: who bid, bought, won, cancelled, gets money back or scanned; None for an unsold lot.
        amount_minor: the bid, the price or what goes back; None where no money is named.
        command_id: the command that brought it about, or that of the alarm.
        hash: the head of the stream's chain after it.
    """

    at: datetime
    noun: str
    number: int
    seq: int
    transaction: str
    item: int | None
    person_id: int | None
    amount_minor: int | None
    command_id: UUID
    hash: bytes


def _line(stream: int, recorded: Recorded, told: Told, person_id: int | None) -> Line:
    number = number_of(stream)
    return Line(
        recorded.at, kind_of(stream), number, recorded.version, told.transaction,
        None if told.item is None else item_id(number, told.item), person_id, told.amount_minor, recorded.command_id, recorded.hash,
    )


async def _lines(connection: Connection, places: Sequence[Place]) -> list[Line]:
    """The lines of some facts, in their order; a fact has none, one or several."""
    told = [(stream, recorded, one) for stream, recorded in places for one in WORDS[type(recorded.fact)](recorded.fact)]
    buyers = await orders.buyers(
        connection, [(number_of(stream), one.buyer_of) for stream, _, one in told if one.buyer_of is not None]
    )
    return [
        _line(stream, recorded, one, one.person_id if one.buyer_of is None else buyers.get((number_of(stream), one.buyer_of)))
        for stream, recorded, one in told
    ]


async def newest(pool: Pool, codecs: Mapping[str, Codec], limit: int) -> list[Line]:
    """The newest lines, newest first. Facts without a line are passed over, so more facts are read until there are enough."""
    async with audit.still(pool) as connection:
        asked = limit
        while True:
            found = await audit.newest(connection, codecs, FACTS, asked)
            lines = await _lines(connection, found[::-1])
            if len(lines) >= limit or len(found) < asked:
                return lines[::-1][:limit]
            asked *= 4


async def every(pool: Pool, codecs: Mapping[str, Codec]) -> AsyncGenerator[Line, None]:
    """All lines, oldest first, as they are read."""
    async with audit.still(pool) as connection:
        page: list[Place] = []
        async for place in audit.every(connection, codecs, FACTS):
            page.append(place)
            if len(page) == PAGE:
                for line in await _lines(connection, page):
                    yield line
                page.clear()
        for line in await _lines(connection, page):
            yield line
