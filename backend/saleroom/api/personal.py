"""The personal area: the lots that somebody has bid on, has won and sells, and what he tells those who win from him.

Every list is of the person who is signed in. Standings and figures come from the lots' head rows, read in one snapshot.
"""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from saleroom.accounts import selling
from saleroom.accounts.selling import TEXT_CHARACTERS_MAX, SellingTexts
from saleroom.api.auctions import Limit, Offset, Status
from saleroom.api.deps import House, TheHouse
from saleroom.api.lot_forms import Lot, LotPage, lot_json
from saleroom.api.problems import documented
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.money import amount_json
from saleroom.projections import bidders, lots
from saleroom.projections.bidders import LotBidder, Standing

router = APIRouter(tags=["personal area"], route_class=GuardedRoute)


def _storable(text: str) -> str:
    """Text that Postgres and JSON can hold, with its line breaks."""
    return text.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode()


SellingText = Annotated[str, Field(max_length=TEXT_CHARACTERS_MAX), AfterValidator(_storable)]


class MyBid(BaseModel):
    """A lot that one has bid on. `my_amount` is one's highest bid there, `my_bid_count` how many bids are one's own."""

    lot: Lot
    my_amount: float
    my_bid_count: int
    last_bid_at: datetime
    state: Standing


class MyBids(BaseModel):
    """A page of one's bids, the newest bid first, and how many lots there are in all."""

    items: list[MyBid]
    total: int


class WonLot(BaseModel):
    """A lot that one has won, and what happens now in the seller's words; empty where he has written none."""

    lot: Lot
    price: float
    collection_text: str
    payment_text: str


class WonLots(BaseModel):
    """A page of the lots that one has won, and how many there are in all."""

    items: list[WonLot]
    total: int


class Selling(BaseModel):
    """What one tells the winners of one's lots."""

    model_config = ConfigDict(from_attributes=True)

    collection_text: str
    payment_text: str


class SellingChange(BaseModel):
    """What is not named stays."""

    model_config = ConfigDict(str_strip_whitespace=True)

    collection_text: SellingText | None = None
    payment_text: SellingText | None = None


@router.get("/users/me/bids", responses=documented("malformed"))
async def my_bids(
    house: TheHouse, person: SignedIn, state: Standing | None = None, limit: Limit = 20, offset: Offset = 0
) -> MyBids:
    """The lots you have bid on and how you stand on each, your newest bid first."""
    return await bids_of(house, person.id, state, limit=limit, offset=offset)


async def bids_of(house: House, person_id: int, state: Standing | None = None, *, limit: int, offset: int = 0) -> MyBids:
    """The lots that a person has bid on, for himself or for whoever may see them."""
    found, total = await _bids(house, person_id, state, limit, offset)
    items = [
        MyBid(
            lot=lot, my_amount=amount_json(mine.highest_minor), my_bid_count=mine.bid_count, last_bid_at=mine.last_bid_at,
            state=mine.standing,
        )
        for mine, lot in found
    ]
    return MyBids(items=items, total=total)


@router.get("/users/me/won", responses=documented("malformed"))
async def my_won_lots(house: TheHouse, person: SignedIn, limit: Limit = 20, offset: Offset = 0) -> WonLots:
    """The lots you have won, with what their sellers say on payment and collection."""
    found, total = await _bids(house, person.id, "won", limit, offset)
    texts = await selling.of_sellers(house.pool, [lot.seller_id for _, lot in found])
    items = [_won(lot, texts.get(lot.seller_id, SellingTexts())) for _, lot in found]
    return WonLots(items=items, total=total)


def _won(lot: Lot, texts: SellingTexts) -> WonLot:
    return WonLot(
        lot=lot, price=lot.current_price, collection_text=texts.collection_text, payment_text=texts.payment_text
    )


async def _bids(
    house: House, person_id: int, state: Standing | None, limit: int, offset: int
) -> tuple[list[tuple[LotBidder, Lot]], int]:
    """One page, with standings and lots from one snapshot, so that nobody leads at another's price."""
    async with house.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        mine, total = await bidders.of_person(connection, person_id, state, limit=limit, offset=offset)
        rows, _ = await lots.find(connection, lots.LotQuery(ids=tuple(one.lot_id for one in mine), limit=limit))
    now, by_id = house.clock(), {row.id: row for row in rows}
    return [(one, lot_json(by_id[one.lot_id], now)) for one in mine], total


@router.get("/users/me/lots", responses=documented("malformed"))
async def my_lots(
    house: TheHouse, person: SignedIn, status: Annotated[list[Status] | None, Query()] = None, sort: lots.Sort = "newest",
    limit: Limit = 20, offset: Offset = 0,
) -> LotPage:
    """The lots you sell or have sold, the newest first."""
    return await lots_of(house, person.id, status, sort, limit=limit, offset=offset)


async def lots_of(
    house: House, person_id: int, status: list[Status] | None = None, sort: lots.Sort = "newest", *, limit: int, offset: int = 0
) -> LotPage:
    """The lots that a person sells or has sold."""
    query = lots.LotQuery(statuses=tuple(status) if status else None, sort=sort, limit=limit, offset=offset, seller_id=person_id)
    rows, total = await lots.find(house.pool, query)
    now = house.clock()
    return LotPage(items=[lot_json(row, now) for row in rows], total=total)


@router.get("/users/me/selling", responses=documented("malformed"))
async def read_selling(house: TheHouse, person: SignedIn) -> Selling:
    """What you tell the winners of your lots."""
    return Selling.model_validate(await selling.of_seller(house.pool, person.id))


@router.patch("/users/me/selling", responses=documented("unknown_user"))
async def change_selling(house: TheHouse, person: SignedIn, body: SellingChange) -> Selling:
    """Tell the winners of your lots how to pay and how to collect; it counts for lots sold before as well."""
    return Selling.model_validate(await selling.write(house.pool, person.id, body.collection_text, body.payment_text))
