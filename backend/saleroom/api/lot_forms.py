"""What a lot looks like in JSON: the body people send to list or change one, and the lot they get back.

Amounts go through `domain.money`, so that strings, negative numbers and three decimals get their own codes; times without
a zone are UTC.
"""

from base64 import b64encode
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from saleroom.api.fields import Address, Amount, Line, Time, Title, clean, utc
from saleroom.domain.auctions.commands import LotTerms, LotWords
from saleroom.domain.auctions.rules import DEFAULT_LADDER, ladder
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import stream_id
from saleroom.domain.money import amount_json, amount_minor
from saleroom.eventlog.proof import Link
from saleroom.pictures.folder import address
from saleroom.projections.lot_pictures import LotPicture
from saleroom.projections.lots import LotRow
from saleroom.realtime import frames, public

SOFT_CLOSE_SECONDS: Final = 120
SOFT_CLOSE_SECONDS_MAX: Final = 24 * 3600

_TERMS: Final = {
    "start_price": "start_price_minor", "start_time": "starts_at", "end_time": "closes_at", "hard_end_time": "hard_end_at",
}


class LotForm(BaseModel):
    """The body of `POST /lots`. No start means now, no end a day after the start."""

    model_config = ConfigDict(str_strip_whitespace=True)

    title: Title
    start_price: Amount
    description: Annotated[str, Field(max_length=20_000)] = ""
    author: Line = ""
    lot_materials: Line = ""
    auction_name: Line = ""
    image_url: Address = ""
    start_time: Time | None = None
    end_time: Time | None = None
    hard_end_time: Time | None = None
    increments: Annotated[str, Field(max_length=40)] = DEFAULT_LADDER
    soft_close_seconds: Annotated[int, Field(ge=0, le=SOFT_CLOSE_SECONDS_MAX, strict=True)] = SOFT_CLOSE_SECONDS

    def words(self) -> LotWords:
        """What the lot says of itself."""
        return LotWords(
            clean(self.title), clean(self.description), clean(self.author), clean(self.lot_materials),
            clean(self.auction_name), clean(self.image_url),
        )

    def terms(self) -> LotTerms:
        """The terms.

        Raises:
            RefusedError: the amount's codes, or malformed for increments and times.
        """
        ladder(self.increments)
        return LotTerms(
            amount_minor(self.start_price, "start_price"), utc(self.start_time, "start_time"), utc(self.end_time, "end_time"),
            utc(self.hard_end_time, "hard_end_time"), self.increments, self.soft_close_seconds,
        )


class LotPatch(LotForm):
    """The body of `PATCH /lots/{id}`: only what changes."""

    title: Title = ""
    start_price: Amount = None

    def over(self, lot: LotRow) -> LotForm:
        """The whole form: what the patch says over what the lot is."""
        return LotForm.model_validate({**_as_form(lot), **{name: getattr(self, name) for name in self.model_fields_set}})

    def named(self) -> tuple[str, ...]:
        """Which fields the patch says something of, as words and terms call them."""
        return tuple(sorted(_TERMS.get(name, name) for name in self.model_fields_set))


class ReasonForm(BaseModel):
    """Why an administrator, or the seller, does this; why a lot was cancelled is shown to everyone on its page."""

    reason: Annotated[str, Field(max_length=500), AfterValidator(clean)] = ""


class BidForm(BaseModel):
    """The body of `POST /lots/{id}/bids`."""

    amount: Amount
    max_amount: Amount | None = None


class Picture(BaseModel):
    """A picture of a lot: its number there, and its three files; width and height are the largest's, in pixels."""

    n: int
    url: str
    thumb_url: str
    small_url: str
    width: int
    height: int


class Lot(BaseModel):
    """A lot as everyone may see it."""

    id: int
    title: str
    description: str
    author: str
    lot_materials: str
    auction_name: str
    image_url: str
    images: list[Picture]
    start_price: float
    current_price: float
    next_min: float
    bid_count: int
    reserve: frames.Reserve
    status: frames.Status
    cancel_reason: Annotated[str, Field(description="Why it was cancelled, as its seller or an administrator said it; empty otherwise.")]
    is_active: bool
    owner_id: int | None
    seller_id: int
    start_time: str
    end_time: str
    hard_end_time: str | None
    increments: str
    soft_close_seconds: int
    created_at: str
    server_time: str
    seq: int


class LotPage(BaseModel):
    """A page of the catalogue."""

    items: list[Lot]
    total: int


class BidProof(BaseModel):
    """Everything that the hash of one bid covers, so that whoever kept `hash` at the time can compute it anew.

    `hash` = SHA-256 of `previous_hash`, then `stream_id` and `seq` (8 bytes each), `command_id` (16), `ordinal`, `type` and
    `schema_version` (2 each), `at_micros` (8), `fingerprint` (16) and the bytes of `fact`; numbers with the highest byte first.
    """

    lot_id: int
    stream_id: int
    seq: int
    command_id: UUID
    ordinal: int
    type: int
    schema_version: int
    at_micros: Annotated[int, Field(description="Microseconds since 1970.")]
    fingerprint: Annotated[str, Field(description="The first half of the SHA-256 of the command's content, in hexadecimal.")]
    fact: Annotated[str, Field(description="The exact bytes that are in the log, in base64: JSON.")]
    previous_hash: Annotated[str, Field(description="The hash of the fact before it, in hexadecimal.")]
    hash: Annotated[str, Field(description="As it stands in the log now, in hexadecimal.")]


def lot_json(row: LotRow, now: datetime) -> Lot:
    """A lot from its row: the words of the catalogue, the figures of the head row."""
    state, images = row.state, [picture_json(picture) for picture in row.pictures]
    return Lot(
        id=row.id, title=row.title, description=row.description, author=row.author, lot_materials=row.lot_materials,
        auction_name=row.auction_name, image_url=row.image_url or (images[0].url if images else ""), images=images,
        start_price=amount_json(state["start_price"]), **public.lot_figures(state), seller_id=row.seller_id,
        hard_end_time=state["hard_end_at"], increments=state["increments"], soft_close_seconds=state["soft_close"],
        cancel_reason=row.cancel_reason, created_at=row.created_at.isoformat(), server_time=now.isoformat(), seq=row.version,
    )


def proof_json(lot_id: int, link: Link) -> BidProof:
    """The proof of a bid from its link in the chain."""
    return BidProof(
        lot_id=lot_id, stream_id=lot_stream(lot_id), seq=link.version, command_id=link.command_id, ordinal=link.ordinal, type=link.type,
        schema_version=link.schema_version, at_micros=link.at_micros, fingerprint=link.fingerprint.hex(),
        fact=b64encode(link.data).decode(), previous_hash=link.previous_hash.hex(), hash=link.hash.hex(),
    )


def picture_json(picture: LotPicture) -> Picture:
    """A picture from its row: 1600, 800 and 400 pixels on the longer side, less where the upload was smaller."""
    return Picture(
        n=picture.n, url=address(picture.name), thumb_url=address(picture.name, "-800"), small_url=address(picture.name, "-400"),
        width=picture.width, height=picture.height,
    )


def lot_stream(number: int) -> int:
    """The stream of a lot's number.

    Raises:
        RefusedError: unknown_lot for a number that no lot can have.
    """
    try:
        return stream_id("auctions", number)
    except ValueError:
        raise RefusedError("unknown_lot") from None


def _as_form(lot: LotRow) -> dict[str, Any]:
    shown = lot_json(lot, lot.created_at).model_dump()
    return {name: shown[name] for name in LotForm.model_fields} | {"image_url": lot.image_url}
