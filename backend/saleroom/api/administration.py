"""What administrators see of the house: every lot with the people behind it, and what was done lately by whom.

Their acts have doors of their own: on lots in `auctions`, on people in `accounts_admin`, the mail ledger in `mail`.
"""

from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from saleroom.api.auctions import Limit, Offset, Status
from saleroom.api.deps import TheHouse
from saleroom.api.lot_forms import Lot, lot_json
from saleroom.api.problems import documented
from saleroom.api.who import Admin, GuardedRoute
from saleroom.projections import acts, lots
from saleroom.projections.acts import ActName

router = APIRouter(tags=["administration"], route_class=GuardedRoute)

_READ: Final = ("not_signed_in", "session_ended", "forbidden", "malformed")


class AdminLot(Lot):
    """A lot with the names of its seller and of its leader or winner; null for an erased person, or where there is nobody."""

    seller_name: str | None
    owner_name: str | None


class AdminLots(BaseModel):
    """A page of all lots, and how many there are in all."""

    items: list[AdminLot]
    total: int


class ActAnswer(BaseModel):
    """An act on a lot (`lot_id`, `lot_title`, `reason`) or on a person (`user_id`, `user_name`, `roles_before`, `roles_after`).

    `is_seller` says that the lot's own seller did it. Names are null for erased people.
    """

    model_config = ConfigDict(from_attributes=True)

    at: datetime
    act: ActName
    by_id: int
    by_name: str | None
    is_seller: bool
    lot_id: int | None
    lot_title: str | None
    user_id: int | None
    user_name: str | None
    reason: str
    roles_before: list[str] | None
    roles_after: list[str] | None


class Acts(BaseModel):
    """A page of acts, newest first, and how many there are in all."""

    items: list[ActAnswer]
    total: int


@router.get("/admin/lots", responses=documented(*_READ))
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


@router.get("/admin/acts", responses=documented(*_READ))
async def list_acts(
    house: TheHouse, admin: Admin, act: Annotated[list[ActName] | None, Query()] = None, limit: Limit = 20, offset: Offset = 0
) -> Acts:
    """What administrators and sellers did lately: to lots, and to people's accounts."""
    found, total = await acts.newest(house.pool, act, limit=limit, offset=offset)
    return Acts(items=[ActAnswer.model_validate(one) for one in found], total=total)
