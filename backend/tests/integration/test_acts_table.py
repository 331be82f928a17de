"""The acts on lots tell who did what, when and why, the newest first."""

from saleroom.domain.ids import number_of
from saleroom.projections import acts, lots
from saleroom.projections.acts import LOT_ACTS
from saleroom.reactions.fill_projections import catch_up
from tests.actors import Database
from tests.sale import ADMIN, SELLER, filler, sale


async def test_a_reason_with_a_nul_from_before_it_was_refused_stops_no_table(database: Database) -> None:
    async with sale(database) as house:
        lot = await house.lot()
        await house.cancel(lot, by=SELLER, reason="Sold\x00 privately.")
        await catch_up(filler(house.pool, LOT_ACTS))
        found, _ = await acts.newest(house.pool, limit=1)
        assert (found[0].id, found[0].reason) == (number_of(lot), "Sold privately.")
        shown = await lots.one(house.pool, number_of(lot))
        assert shown is not None and shown.cancel_reason == "Sold privately."


async def test_acts_tell_who_did_what_when_and_why(database: Database) -> None:
    async with sale(database) as house:
        lot, other = await house.lot("Night harbour"), await house.lot()
        await house.edit(lot, "Night harbour, 1911")
        await house.finish(lot, "The hall closes.")
        await house.cancel(other, by=SELLER, reason="Sold privately.")
        await catch_up(filler(house.pool, LOT_ACTS))
        found, _ = await acts.newest(house.pool, limit=3)
        assert [(one.act, one.by_id, one.is_owner, one.reason) for one in found] == [
            ("cancelled", SELLER, True, "Sold privately."), ("finished", ADMIN, False, "The hall closes."), ("edited", SELLER, True, ""),
        ]
        assert found[2].title == "Night harbour, 1911"
        only, total = await acts.newest(house.pool, ["finished"], limit=1)
        assert total >= 1 and only[0].act == "finished"
