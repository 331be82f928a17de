"""The doors of pictures: add one to a lot, take one away, fetch the files.

An upload is judged in this order: who, which lot, whose, then the body is read, then whether this command was here before,
and only then is anything decoded. Nothing is stored for what is refused.
"""

import hashlib
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.datastructures import UploadFile

from saleroom.accounts.sign_in import Person
from saleroom.api.auctions import WRITES, IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.lot_forms import Picture, lot_stream, picture_json
from saleroom.api.problems import documented
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.pictures.encode import BYTES_MAX, MEDIA_TYPE
from saleroom.projections import lot_pictures, lots
from saleroom.projections.lot_pictures import PICTURES_MAX, LotPicture, NewPicture

N_MAX: Final = 2**31 - 1

SERVED: Final = {
    "Cache-Control": "public, max-age=31536000, immutable",  # a name never gets other content
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}

router = APIRouter(route_class=GuardedRoute, tags=["pictures"])

_TAKES_FILE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object", "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary", "description": "JPEG, PNG, WebP or GIF, at most 10 MB."}},
                }
            }
        },
    }
}
_SERVES_FILE: Final[dict[int | str, dict[str, Any]]] = {200: {"description": "The picture.", "content": {MEDIA_TYPE: {}}}}


@router.post(
    "/lots/{lot_id}/images", status_code=201, openapi_extra=_TAKES_FILE,
    responses=documented(*WRITES, "forbidden", "lot_ended", "lot_cancelled", "limit_reached", "too_many_pixels"),
)
async def add_picture(
    house: TheHouse, person: SignedIn, lot_id: int, request: Request, response: Response, idempotency_key: IdempotencyKey = None
) -> Picture:
    """Show one more picture, at most ten, in the order of arrival. A retry with the same Idempotency-Key finds the same picture."""
    command_id = command_id_of(idempotency_key)
    lot = await _own_lot(house, person, lot_id)
    content = await _uploaded(request)
    fingerprint = hashlib.sha256(b"picture/%d/" % person.id + content).digest()[:16]
    response.headers["Idempotency-Key"] = idempotency_key or str(command_id)
    known = await lot_pictures.earlier(house.pool, lot_id, command_id, fingerprint)
    if known is not None:
        return picture_json(known)
    _refuse_late(lot)
    if len(lot.pictures) >= PICTURES_MAX:
        raise RefusedError("limit_reached", max=PICTURES_MAX)
    kept = await house.studio.keep(content)
    shown = await _shown(house, lot_id, NewPicture(kept.name, kept.width, kept.height, command_id, fingerprint))
    house.show_again(lot_stream(lot_id))  # pictures are no facts of the log, so no commit tells the room of them
    return picture_json(shown)


async def _shown(house: House, lot_id: int, new: NewPicture) -> LotPicture:
    """Note the stored picture; its files go again if another upload was quicker or the lot is full."""
    try:
        shown = await lot_pictures.add(house.pool, lot_id, new)
    except RefusedError:
        await house.studio.remove(new.name)
        raise
    if shown.name != new.name:
        await house.studio.remove(new.name)
    return shown


@router.delete(
    "/lots/{lot_id}/images/{n}", status_code=204,
    responses=documented(
        "forbidden", "unknown_lot", "unknown_picture", "lot_ended", "lot_cancelled", "malformed"
    ),
)
async def remove_picture(house: TheHouse, person: SignedIn, lot_id: int, n: int) -> None:
    """Take a picture away: the lot's seller before its end, an administrator always."""
    lot = await _own_lot(house, person, lot_id)
    if not person.is_admin:
        _refuse_late(lot)
    name = await lot_pictures.remove(house.pool, lot_id, n) if 0 < n <= N_MAX else None
    if name is None:
        raise RefusedError("unknown_picture")
    house.show_again(lot_stream(lot_id))
    if not await lot_pictures.is_shown(house.pool, name):
        await house.studio.remove(name)


async def _own_lot(house: House, person: Person, lot_id: int) -> lots.LotRow:
    lot_stream(lot_id)
    lot = await lots.one(house.pool, lot_id)
    if lot is None:
        raise RefusedError("unknown_lot")
    if lot.seller_id != person.id and not person.is_admin:
        raise RefusedError("forbidden")
    return lot


def _refuse_late(lot: lots.LotRow) -> None:
    status = lot.state["status"]
    if status == "cancelled":
        raise RefusedError("lot_cancelled")
    if status in ("sold", "unsold"):
        raise RefusedError("lot_ended")


async def _uploaded(request: Request) -> bytes:
    """The bytes of the form's field `file`.

    Raises:
        RefusedError: unsupported_media_type when the body is no such form, malformed without a file in it, too_large.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise RefusedError("unsupported_media_type", supported="multipart/form-data")
    async with request.form(max_files=1, max_fields=8) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise RefusedError("malformed", field="file", reason="file: a picture is missing.")
        if file.size is not None and file.size > BYTES_MAX:
            raise RefusedError("too_large", bytes_max=BYTES_MAX)
        return await file.read()


@router.head("/media/{file_name}", include_in_schema=False)
@router.get("/media/{file_name}", response_class=FileResponse, responses={**_SERVES_FILE, **documented("unknown_picture", "malformed")})
async def read_file(house: TheHouse, file_name: str) -> FileResponse:
    """A stored picture. Files never change, so they may be cached for ever."""
    path: Path | None = house.studio.find(file_name)
    if path is None:
        raise RefusedError("unknown_picture")
    return FileResponse(path, media_type=MEDIA_TYPE, headers=SERVED)
