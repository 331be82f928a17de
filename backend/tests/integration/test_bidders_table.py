"""How bidders stand on the lots they bid on: their own bids from the read table, everything else from the lot as it is now."""

from saleroom.projections import bidders
from saleroom.reactions.fill_projections import catch_up
from tests.actors import Database
from tests.sale import filler, sale


async def test_how_one_stands_is_read_from_the_lot_even_before_the_table_knows_the_newest_bid(database: Database) -> None:
    async with sale(database) as house:
        lots = {name: await house.lot(name) for name in ("leading", "outbid", "won", "lost", "cancelled")}
        for lot in lots.values():
            await house.bids(lot, 71, 72)
        await catch_up(filler(house.pool))
        for name in ("leading", "won"):
            await house.bids(lots[name], 71)
        await house.finish(lots["won"])
        await house.finish(lots["lost"])
        await house.cancel(lots["cancelled"])
        found, total = await bidders.of_person(house.pool, 71)
        heads = {row["stream_id"]: row["state"]["price"] for row in await house.pool.fetch("SELECT stream_id, state FROM log.stream")}
        assert total == 5
        assert {one.lot_id: one.standing for one in found} == {lot & 0xFFFFFFFF: name for name, lot in lots.items()}
        for one in found:
            if one.standing in ("leading", "won"):
                assert one.highest_minor == heads[lots[one.standing]]
        for name in lots:
            only, count = await bidders.of_person(house.pool, 71, name)  # type: ignore[arg-type]
            assert (count, [one.standing for one in only]) == (1, [name])
