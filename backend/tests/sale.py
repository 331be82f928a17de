"""A sale without doors: lots and bids through the one way of changing anything, on a real Postgres, as fast as it goes."""

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from saleroom.domain.auctions.commands import CancelLot, CreateLot, EditLot, FinishLot, LotTerms, LotWords, PlaceBid
from saleroom.domain.ids import stream_id
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.numbers import claim_number
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.eventlog.subscription import Published
from saleroom.handle import Handle
from saleroom.nouns import CODECS, NOUNS, PROJECTIONS
from saleroom.projections import cursors
from saleroom.reactions.fill_projections import FillProjections
from tests.actors import Database

ADMIN, SELLER, ANNA, BERT = 1, 2, 3, 4

FAR = datetime(2100, 1, 1, tzinfo=UTC)
TERMS = LotTerms(start_price_minor=1_000, increments="flat:0.01", soft_close_seconds=0)


def _tell_nobody(published: Published) -> None:
    """Publishes to no room."""


@dataclass
class Sale:
    """One worker that sells lots of SELLER's."""

    pool: Pool
    publish: Callable[[Published], None] = _tell_nobody
    handle: Handle = field(init=False)

    def __post_init__(self) -> None:
        self.handle = Handle(self.pool, NOUNS, self.publish)
        self._prices = itertools.count(1_000)

    async def do(self, stream: int, command: Any) -> None:
        """One command, accepted."""
        outcome = await self.handle.ask(stream, command, uuid4())
        assert isinstance(outcome, Accepted), outcome

    async def lot(self, title: str = "A still life") -> int:
        """An open lot's stream."""
        number = await claim_number(self.pool, "auctions", uuid4())
        await self.do(stream_id("auctions", number), CreateLot(SELLER, LotWords(title), TERMS))
        return stream_id("auctions", number)

    async def bids(self, stream: int, *bidders: int) -> None:
        """Bids in this order, each higher than any before it on any lot."""
        for bidder in bidders:
            await self.do(stream, PlaceBid(bidder, next(self._prices)))

    async def edit(self, stream: int, title: str) -> None:
        await self.do(stream, EditLot(SELLER, LotWords(title), LotTerms(1_000, closes_at=FAR, increments="flat:0.01")))

    async def finish(self, stream: int, reason: str = "") -> None:
        await self.do(stream, FinishLot(ADMIN, reason))

    async def cancel(self, stream: int, by: int = ADMIN, reason: str = "") -> None:
        await self.do(stream, CancelLot(by, by == ADMIN, reason))


@asynccontextmanager
async def sale(database: Database, publish: Callable[[Published], None] = _tell_nobody) -> AsyncIterator[Sale]:
    """A sale on connections of the unprivileged login."""
    pool = await open_pool(database.app)
    try:
        yield Sale(pool, publish)
    finally:
        await pool.close()


def filler(pool: Pool, *projections: cursors.Projection) -> FillProjections:
    """Who fills read tables of a house; without any named, all of them."""
    return FillProjections(pool, projections or PROJECTIONS, CODECS)
