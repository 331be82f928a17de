"""What administrators see of the house: every lot with the people behind it, and what was done lately by whom.

Their acts have doors of their own: on lots in `auctions`, on people in `accounts_admin`, the mail ledger in `mail`.
"""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from saleroom.api.auctions import Limit, Offset, Status
from saleroom.api.deps import TheHouse
from saleroom.api.lot_forms import Lot, lot_json
from saleroom.api.problems import documented
from saleroom.api.who import Admin, GuardedRoute
from saleroom.projections import acts, cursors, lots
from saleroom.projections.acts import Act, ActName

router = APIRouter(tags=["administration"], route_class=GuardedRoute)


class AdminLot(Lot):
    """A lot with the names of its seller and of its leader or winner; null for an erased person, or where there is nobody."""

    seller_name: str | None
    owner_name: str | None


class AdminLots(BaseModel):
    """A page of all lots, and how many there are in all."""

    items: list[AdminLot]
    total: int


class Acts(BaseModel):
    """A page of acts, newest first, and how many there are in all."""

    items: list[Act]
    total: int


@router.get("/admin/lots", responses=documented("malformed"))
async def list_all_lots(
    house: TheHouse, admin: Admin, status: Annotated[list[Status] | None, Query()] = None, sort: lots.Sort = "newest",
    q: Annotated[str, Query(max_length=200)] = "", limit: Limit = 20, offset: Offset = 0,
) -> AdminLots:
    """All lots, as in the catalogue, with the people behind them."""
    rows, total = await lots.find(house.pool, lots.LotQuery(q, tuple(status) if status else None, sort, limit, offset))
    now = house.clock()
    shown = [lot_json(row, now) for row in rows]
    people = {one for lot in shown for one in (lot.seller_id, lot.owner_id) if one is not None}
    names = await house.accounts.table.names(people)
    items = [
        AdminLot(
            **lot.model_dump(), seller_name=names.get(lot.seller_id),
            owner_name=None if lot.owner_id is None else names.get(lot.owner_id),
        )
        for lot in shown
    ]
    return AdminLots(items=items, total=total)


@router.get("/admin/acts", responses=documented("malformed"))
async def list_acts(
    house: TheHouse, admin: Admin, act: Annotated[list[ActName] | None, Query()] = None, limit: Limit = 20, offset: Offset = 0
) -> Acts:
    """What was done lately by whom: to lots, events and people's accounts, by the help desk, and complaints about messages."""
    await cursors.hurry(house.pool, acts.PROJECTIONS, house.codecs)
    found, total = await acts.newest(house.pool, act, limit=limit, offset=offset)
    return Acts(items=found, total=total)
