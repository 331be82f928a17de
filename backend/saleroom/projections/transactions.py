"""The list of transactions: every bid, close and cancellation as a line, made from the log itself each time it is asked.

It keeps no table, so it is never behind. Law 7: a line names people and lots by their numbers only.
"""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from saleroom.domain.auctions.events import BidPlaced, LotCancelled, LotClosed
from saleroom.domain.ids import kind_of, number_of
from saleroom.eventlog import audit
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Pool

FACTS: Final = (BidPlaced, LotClosed, LotCancelled)


@dataclass(frozen=True, slots=True)
class Line:
    """One transaction. The order of the fields is the order of the columns in the CSV; docs/command-line.md explains them.

    Attributes:
        at: the database's time under the stream's lock.
        noun: what kind of thing it happened to, such as auctions.
        number: its number, such as 7 for lot 7.
        seq: the version of the fact in its stream.
        transaction: bid, sold, unsold or cancelled.
        person_id: who bid, won or cancelled; None for an unsold lot.
        amount_minor: the bid, or the hammer price; None where no money is named.
        command_id: the command that brought it about, or that of the alarm.
        hash: the head of the stream's chain after it.
    """

    at: datetime
    noun: str
    number: int
    seq: int
    transaction: str
    person_id: int | None
    amount_minor: int | None
    command_id: UUID
    hash: bytes


def line_of(stream: int, recorded: Recorded) -> Line:
    """The line of a fact of FACTS."""
    transaction, person_id, amount_minor = _told(recorded.fact)
    return Line(
        recorded.at, kind_of(stream), number_of(stream), recorded.version, transaction, person_id, amount_minor,
        recorded.command_id, recorded.hash,
    )


def _told(fact: BidPlaced | LotClosed | LotCancelled) -> tuple[str, int | None, int | None]:
    match fact:
        case BidPlaced():
            return "bid", fact.bidder_id, fact.amount_minor
        case LotClosed():
            return fact.outcome, fact.winner_id, fact.price_minor
        case LotCancelled():
            return "cancelled", fact.by, None


async def newest(pool: Pool, codecs: Mapping[str, Codec], limit: int) -> list[Line]:
    """The newest lines, newest first."""
    async with audit.still(pool) as connection:
        return [line_of(stream, recorded) for stream, recorded in await audit.newest(connection, codecs, FACTS, limit)]


async def every(pool: Pool, codecs: Mapping[str, Codec]) -> AsyncGenerator[Line, None]:
    """All lines, oldest first, as they are read."""
    async with audit.still(pool) as connection:
        async for stream, recorded in audit.every(connection, codecs, FACTS):
            yield line_of(stream, recorded)
