"""Loads the demo: accounts, paintings, past sales, what is on now, and the concerts. Again adds nothing twice."""

import asyncio
from pathlib import Path
from typing import Final

from saleroom.demo import concerts, past_sales
from saleroom.demo.concerts import Programme
from saleroom.demo.evening import on_at, timetable
from saleroom.demo.gallery import paint_missing
from saleroom.demo.stage import SELLER, Stage

BIDDERS_MIN: Final = 3  # for past sales, also in a house whose bidders are quiet
GUEST: Final = "demo@example.com"


async def load(stage: Stage, media: Path, bidders: int, programme: Programme | None = None) -> None:
    """Load what is missing.

    Args:
        media: the folder of pictures.
        bidders: how many demo bidders this house has.
        programme: the concerts; None for an evening without any.

    Raises:
        RuntimeError: in production.
        OSError: a painting could not be made or stored.
    """
    catalogue = stage.catalogue
    await stage.accounts.ensure_demo()
    crowd = catalogue.crowd(max(BIDDERS_MIN, bidders))
    await asyncio.gather(*(stage.ensure(account, SELLER) for account in catalogue.sellers), *(stage.ensure(account) for account in crowd))
    sellers, people = await stage.people(catalogue.sellers), await stage.people(crowd[: max(BIDDERS_MIN, 8)])
    if sellers is None or people is None:
        raise RuntimeError("the demo's own accounts were banned or erased: the evening cannot be held without them")
    async with asyncio.TaskGroup() as group:
        group.create_task(paint_missing(media))
        group.create_task(_hold_past_sales(stage, [*sellers, *people]))
    for one in on_at(timetable(catalogue), stage.clock()):
        await stage.list_round(one, sellers)
    if programme is not None:
        await concerts.put_on_sale(stage, programme, people)


async def _hold_past_sales(stage: Stage, crowd: list[int]) -> None:
    """With works of the evening sale that are not on just now."""
    slots = timetable(stage.catalogue)
    on = {one.work.motif for one in on_at(slots, stage.clock())}
    works = [work for work in stage.catalogue.of_sale("evening") if work.motif not in on]
    guest = await stage.accounts.people.find(GUEST)
    await asyncio.gather(*(
        past_sales.hold(stage, which, work, crowd, guest.id if guest else None)
        for which, work in enumerate(works[: past_sales.PAST_SALES])
    ))
