"""The doors of favourites: star a lot, take the star away, list them."""

from fastapi import APIRouter, Response

from saleroom.accounts import favorites
from saleroom.api.auctions import Limit, Offset
from saleroom.api.deps import TheHouse
from saleroom.api.lot_forms import Lot, lot_json, lot_stream
from saleroom.api.problems import documented
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.projections import lots

router = APIRouter(route_class=GuardedRoute, tags=["favourites"])


@router.get("/favorites", responses=documented("malformed"))
async def list_favorites(house: TheHouse, person: SignedIn, response: Response, limit: Limit = 20, offset: Offset = 0) -> list[Lot]:
    """The lots that the signed-in person has starred, newest first; X-Total-Count tells how many there are."""
    ids = await favorites.of_person(house.pool, person.id)
    response.headers["X-Total-Count"] = str(len(ids))
    page = ids[offset : offset + limit]
    rows, _ = await lots.find(house.pool, lots.LotQuery(ids=tuple(page), limit=limit))
    now, place = house.clock(), {lot_id: at for at, lot_id in enumerate(page)}
    return [lot_json(row, now) for row in sorted(rows, key=lambda row: place[row.id])]


@router.post("/favorites/add/{lot_id}", responses=documented("unknown_lot", "malformed"))
async def add_favorite(house: TheHouse, person: SignedIn, lot_id: int) -> dict[str, list[int]]:
    """Star a lot."""
    lot_stream(lot_id)
    if await lots.one(house.pool, lot_id) is None:
        raise RefusedError("unknown_lot")
    await favorites.add(house.pool, person.id, lot_id)
    return {"favorite_lots": await favorites.of_person(house.pool, person.id)}


@router.delete("/favorites/remove/{lot_id}", responses=documented("unknown_lot", "malformed"))
async def remove_favorite(house: TheHouse, person: SignedIn, lot_id: int) -> dict[str, list[int]]:
    """Take the star away."""
    lot_stream(lot_id)
    await favorites.remove(house.pool, person.id, lot_id)
    return {"favorite_lots": await favorites.of_person(house.pool, person.id)}
