"""The doors of lots: the catalogue, listing and changing a lot, bidding over REST, and an administrator's acts.

A write goes the same way as a bid over the socket: one command, decided under the lot's lock, answered after COMMIT.
"""

from typing import Annotated, Final, Literal
from uuid import uuid4

from fastapi import APIRouter, Header, Query

from saleroom.accounts.sign_in import Person
from saleroom.api import answers
from saleroom.api.asking import ask
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.fields import AMOUNTS
from saleroom.api.lot_forms import BidForm, BidProof, Lot, LotForm, LotPage, LotPatch, ReasonForm, lot_json, lot_stream, proof_json
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import Admin, GuardedRoute, SignedIn
from saleroom.domain.auctions.commands import CancelLot, CreateLot, EditLot, FinishLot, PlaceBid, StartLot
from saleroom.domain.auctions.events import BidPlaced
from saleroom.domain.decider import RefusedError
from saleroom.domain.money import amount_minor
from saleroom.eventlog import log, proof
from saleroom.eventlog.numbers import claim_number
from saleroom.projections import lots
from saleroom.realtime import frames, public

NUMBER_MAX: Final = 2**63 - 1

router = APIRouter(route_class=GuardedRoute, tags=["lots"])

Status = Literal["scheduled", "open", "sold", "unsold", "cancelled"]
Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=NUMBER_MAX)]
IdempotencyKey = Annotated[str | None, Header(description="The command's id, a UUID: made at the press, kept for every retry.")]

WRITES: Final = ("unknown_lot", "command_conflict", "malformed", "unsupported_media_type", "too_large", "busy")


@router.get("/lots", responses=documented("malformed"))
async def list_lots(
    house: TheHouse, status: Annotated[list[Status] | None, Query()] = None, sort: lots.Sort = "ending",
    q: Annotated[str, Query(max_length=200)] = "", limit: Limit = 20, offset: Offset = 0,
) -> LotPage:
    """The catalogue: by status, by the beginnings of words in number, title and author, sorted."""
    query = lots.LotQuery(q, tuple(status) if status else None, sort, limit, offset)
    return await _page(house, query)


@router.get("/lots/search", responses=documented("malformed"))
async def search_lots(
    house: TheHouse, q: Annotated[str, Query(max_length=200)] = "", limit: Limit = 20, offset: Offset = 0
) -> LotPage:
    """Lots by number, title or author: beginnings of words, without accents."""
    return await _page(house, lots.LotQuery(q, limit=limit, offset=offset))


async def _page(house: House, query: lots.LotQuery) -> LotPage:
    rows, total = await lots.find(house.pool, query)
    now = house.clock()
    return LotPage(items=[lot_json(row, now) for row in rows], total=total)


@router.get("/lots/{lot_id}", responses=documented("unknown_lot", "malformed"))
async def read_lot(house: TheHouse, lot_id: int) -> Lot:
    """One lot, with the figures of its head row: never stale."""
    return await _lot(house, lot_id)


async def _row(house: House, lot_id: int) -> lots.LotRow:
    row = await lots.one(house.pool, lot_id) if 0 < lot_id <= NUMBER_MAX else None
    if row is None:
        raise RefusedError("unknown_lot")
    return row


async def _lot(house: House, lot_id: int) -> Lot:
    return lot_json(await _row(house, lot_id), house.clock())


@router.post("/lots", status_code=201, responses=documented(*WRITES, *AMOUNTS, *refusals(CreateLot), "forbidden", "not_verified"))
async def create_lot(house: TheHouse, person: SignedIn, form: LotForm, idempotency_key: IdempotencyKey = None) -> Lot:
    """List a lot. A retry with the same Idempotency-Key finds the same lot."""
    _may_sell(house, person)
    command_id = command_id_of(idempotency_key)
    command = CreateLot(person.id, form.words(), form.terms())
    number = await claim_number(house.pool, "auctions", command_id)
    await ask(house, lot_stream(number), command, command_id)
    return await _lot(house, number)


def _may_sell(house: House, person: Person) -> None:
    if house.policy.sellers_need_approval and not (person.is_admin or "merchant" in person.roles):
        raise RefusedError("forbidden")
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")


@router.patch("/lots/{lot_id}", responses=documented(*WRITES, *AMOUNTS, *refusals(EditLot), "forbidden"))
async def change_lot(house: TheHouse, person: SignedIn, lot_id: int, patch: LotPatch) -> Lot:
    """Change one's own lot before its first bid; what is not named stays. An open lot keeps its start and its increments."""
    row = await _row(house, lot_id)
    if row.seller_id != person.id:
        raise RefusedError("forbidden")
    form = patch.over(row)
    await ask(house, lot_stream(lot_id), EditLot(person.id, form.words(), form.terms(), patch.named()), uuid4())
    return await _lot(house, lot_id)


@router.post("/lots/{lot_id}/cancel", responses=documented(*WRITES, *refusals(CancelLot), "forbidden"))
async def cancel_lot(
    house: TheHouse, person: SignedIn, lot_id: int, form: ReasonForm | None = None, idempotency_key: IdempotencyKey = None
) -> Lot:
    """Withdraw a lot: its seller before the first bid, an administrator always."""
    row = await _row(house, lot_id)
    if row.seller_id != person.id and not person.is_admin:
        raise RefusedError("forbidden")
    command = CancelLot(person.id, person.is_admin, form.reason if form else "")
    await ask(house, lot_stream(lot_id), command, command_id_of(idempotency_key))
    return await _lot(house, lot_id)


@router.post("/lots/{lot_id}/start", responses=documented(*WRITES, *refusals(StartLot)))
async def start_lot(house: TheHouse, admin: Admin, lot_id: int, idempotency_key: IdempotencyKey = None) -> Lot:
    """An administrator opens a scheduled lot now."""
    await ask(house, lot_stream(lot_id), StartLot(admin.id), command_id_of(idempotency_key))
    return await _lot(house, lot_id)


@router.post("/lots/{lot_id}/finish", responses=documented(*WRITES, *refusals(FinishLot)))
async def finish_lot(
    house: TheHouse, admin: Admin, lot_id: int, form: ReasonForm | None = None, idempotency_key: IdempotencyKey = None
) -> Lot:
    """An administrator ends an open lot now; the highest bid wins."""
    command = FinishLot(admin.id, form.reason if form else "")
    await ask(house, lot_stream(lot_id), command, command_id_of(idempotency_key))
    return await _lot(house, lot_id)


@router.get("/lots/{lot_id}/bids", responses=documented("unknown_lot", "malformed"))
async def bid_history(
    house: TheHouse, lot_id: int, limit: Limit = 20, before: Annotated[int, Query(ge=1, le=NUMBER_MAX)] = NUMBER_MAX
) -> frames.BidHistory:
    """The newest bids, newest first; `before` a seq pages back to the first."""
    row = await _row(house, lot_id)
    codec = house.codec_of("auctions")
    found = await log.newest_of_type(house.pool, lot_stream(lot_id), codec, BidPlaced, before=before, limit=limit)
    bids = [public.bid(lot_id, recorded) for recorded in found]
    return {"type": "BID_HISTORY", "lot_id": lot_id, "bids": bids, "seq": max([row.version, *(bid["id"] for bid in bids)])}


@router.get("/lots/{lot_id}/bids/{seq}/proof", responses=documented("forbidden", "unknown_lot", "unknown_bid", "malformed"))
async def prove_bid(house: TheHouse, person: SignedIn, lot_id: int, seq: int) -> BidProof:
    """What the receipt of one's own bid was computed from: compute it anew, and compare it with the `hash` you kept.

    Only the bidder gets it, and only of what he pressed himself: whoever has the fingerprint of another's command can find out by
    trying what was in it.
    """
    await _row(house, lot_id)
    link = await proof.link(house.pool, lot_stream(lot_id), seq) if 0 < seq <= NUMBER_MAX else None
    fact = None if link is None else house.codec_of("auctions").decode(link.type, link.schema_version, link.data)
    if link is None or not isinstance(fact, BidPlaced):
        raise RefusedError("unknown_bid")
    if fact.bidder_id != person.id or fact.is_auto:
        raise RefusedError("forbidden")
    return proof_json(lot_id, link)


@router.post(
    "/lots/{lot_id}/bids",
    responses=documented(*WRITES, *AMOUNTS, *refusals(PlaceBid), "not_verified", "not_supported", "rate_limited"),
)
async def place_bid(
    house: TheHouse, person: SignedIn, lot_id: int, form: BidForm, idempotency_key: IdempotencyKey = None
) -> frames.BidAccepted:
    """Bid straight: the price becomes this amount."""
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")
    command_id = command_id_of(idempotency_key)
    if form.max_amount is not None:
        raise RefusedError("not_supported", field="max_amount")
    amount = amount_minor(form.amount)
    stream = lot_stream(lot_id)
    house.count_bid(person.id)
    accepted = await ask(house, stream, PlaceBid(person.id, amount), command_id)
    return answers.bid_accepted(idempotency_key or command_id, accepted)
