"""When a lot of the demo evening comes to its end, the next one is listed; while lots are open, demo bidders think about them.

Every worker does the same; the log lets it happen once, since lots and bids have ids that follow from the hour (see
`demo.evening` and `demo.bidders`). Until the demo is loaded there is nobody to sell, and nothing happens.
"""

import asyncio
from datetime import datetime

import structlog

from saleroom.demo.bidders import TURN_SECONDS, Watched, thought
from saleroom.demo.evening import on_at, timetable
from saleroom.demo.stage import Stage
from saleroom.desk import Bug
from saleroom.domain.auctions.commands import PlaceBid
from saleroom.domain.ids import stream_id
from saleroom.eventlog.pool import AWAY
from saleroom.handle import Busy
from saleroom.projections import lots
from saleroom.projections.lots import LotQuery, LotRow

logger = structlog.get_logger(__name__)


class DemoEvening:
    """The live part of the demo in one worker.

    Args:
        stage: the house.
        bidders: how many demo bidders are lively; 0 keeps all of them quiet.
    """

    def __init__(self, stage: Stage, bidders: int) -> None:
        self._stage, self._crowd_size = stage, bidders
        self._slots = timetable(stage.catalogue)
        self._listed: set[object] = set()

    async def run(self) -> None:
        """Look every few seconds until cancelled."""
        while True:
            await asyncio.sleep(TURN_SECONDS)
            try:
                await self.look()
            except (*AWAY, Busy, Bug) as error:
                logger.warning("demo_evening_paused", error=repr(error))

    async def look(self) -> None:
        """List what is due to be listed, then let the bidders think."""
        sellers = await self._stage.people(self._stage.catalogue.sellers)
        if sellers is None:
            return
        due = {one.command_id: one for one in on_at(self._slots, self._stage.clock())}
        for command_id, one in due.items():
            if command_id not in self._listed:
                await self._stage.list_round(one, sellers)
                self._listed.add(command_id)
        self._listed &= due.keys()
        crowd = await self._stage.people(self._stage.catalogue.crowd(self._crowd_size))
        if crowd:
            for seller in sellers:
                await self._bid(seller, crowd)

    async def _bid(self, seller: int, crowd: list[int]) -> None:
        rows, _ = await lots.find(self._stage.pool, LotQuery(statuses=("open",), seller_id=seller, limit=100))
        for row in rows:
            bid = thought(_watched(row), crowd, self._stage.clock())
            if bid is not None:
                await self._stage.handle.ask(stream_id("auctions", row.id), PlaceBid(bid.bidder_id, bid.amount_minor), bid.command_id)


def _watched(row: LotRow) -> Watched:
    state = row.state
    return Watched(
        row.id, state["start_price"], state["next_min"], state["bids"], state["leader"], datetime.fromisoformat(state["closes_at"])
    )
