"""The doors of uploads into conversations: images are encoded anew, files are kept as they came; each is fetched by its people only."""

import asyncio
import re
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse
from pydantic import BaseModel
from starlette.datastructures import UploadFile

from saleroom.accounts import uploads
from saleroom.accounts.sign_in import Person
from saleroom.accounts.uploads import Upload
from saleroom.api.auctions import WRITES, IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.talking import speaker_of
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.pictures.encode import MEDIA_TYPE
from saleroom.pictures.folder import ENDING
from saleroom.realtime.public import upload_address

FILENAME_LENGTH_MAX: Final = 120

_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\/:*?\"<>|]+")
_SAFE: Final = {
    "Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
_TAKES_FILE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"multipart/form-data": {"schema": {
            "type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}},
        }}},
    }
}
_SERVES: Final[dict[int | str, dict[str, Any]]] = {200: {"description": "The file.", "content": {"application/octet-stream": {}}}}

router = APIRouter(route_class=GuardedRoute, tags=["chat"])


class Uploaded(BaseModel):
    """What was stored; `url` is the content of the message that shows it."""

    url: str
    filename: str
    file_type: str
    width: int | None
    height: int | None


@router.post("/upload/image", status_code=201, openapi_extra=_TAKES_FILE, responses=documented(*WRITES, "too_many_pixels"))
async def upload_image(
    house: TheHouse, person: SignedIn, request: Request, response: Response, idempotency_key: IdempotencyKey = None
) -> Uploaded:
    """Keep an image, encoded anew with thumbnails; a retry with the same Idempotency-Key finds the same one."""
    command_id, earlier = await _begun(house, person, response, idempotency_key)
    if earlier is not None:
        return _json(earlier)
    content, filename = await _sent(house, request)
    kept = await house.private_studio.keep(content)
    upload = Upload(kept.name, person.id, "image", MEDIA_TYPE, filename, len(content), kept.width, kept.height)
    return await _noted(house, upload, command_id)


@router.post("/upload/file", status_code=201, openapi_extra=_TAKES_FILE, responses=documented(*WRITES))
async def upload_file(
    house: TheHouse, person: SignedIn, request: Request, response: Response, idempotency_key: IdempotencyKey = None
) -> Uploaded:
    """Keep a file of a kind that is told by its content; a retry with the same Idempotency-Key finds the same one."""
    command_id, earlier = await _begun(house, person, response, idempotency_key)
    if earlier is not None:
        return _json(earlier)
    content, filename = await _sent(house, request)
    kept = await asyncio.to_thread(house.shelf.keep, content)
    return await _noted(house, Upload(kept.name, person.id, "file", kept.media_type, filename, len(content)), command_id)


async def _begun(house: House, person: Person, response: Response, key: str | None) -> tuple[UUID, Upload | None]:
    command_id = command_id_of(key)
    house.count_bid(person.id)
    response.headers["Idempotency-Key"] = key or str(command_id)
    return command_id, await uploads.of_command(house.pool, command_id, person.id)


async def _sent(house: House, request: Request) -> tuple[bytes, str]:
    """The bytes of the form's field `file`, and what the sender calls it, made harmless."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise RefusedError("unsupported_media_type", supported="multipart/form-data")
    async with request.form(max_files=1, max_fields=8) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise RefusedError("malformed", field="file", reason="file: a file is missing.")
        if file.size is not None and file.size > house.policy.file_bytes_max:
            raise RefusedError("too_large", bytes_max=house.policy.file_bytes_max)
        return await file.read(), harmless(file.filename or "")


def harmless(filename: str) -> str:
    """A name for the list of downloads: no path, no control characters, no dots in front, of bounded length."""
    bare = filename.encode("utf-8", "replace").decode().rpartition("/")[2].rpartition("\\")[2]
    return _UNSAFE.sub("_", bare).strip(". ")[-FILENAME_LENGTH_MAX:] or "file"


async def _noted(house: House, upload: Upload, command_id: UUID) -> Uploaded:
    noted = await uploads.add(house.pool, upload, command_id)
    if noted is None or noted.name != upload.name:
        await remove_files(house, [upload.name])
    if noted is None:
        raise RefusedError("command_conflict")
    return _json(noted)


async def remove_files(house: House, names: list[str]) -> None:
    """Delete the bytes of uploads."""
    for name in names:
        await house.private_studio.remove(name)
        await asyncio.to_thread(house.shelf.remove, name)


def _json(upload: Upload) -> Uploaded:
    return Uploaded(
        url=upload_address(upload.name), filename=upload.filename, file_type=upload.media_type, width=upload.width, height=upload.height,
    )


@router.get("/media/private/{name}", response_class=FileResponse, responses={**_SERVES, **documented("unknown_upload", "malformed")})
async def fetch(
    house: TheHouse, person: SignedIn, name: str, size: Annotated[Literal["400", "800"] | None, Query()] = None
) -> FileResponse:
    """An upload of a conversation that one may see: an image shown, anything else as a download."""
    upload = await uploads.one(house.pool, name)
    is_staff = speaker_of(person).is_staff
    if upload is None or not (person.is_admin or await uploads.may_fetch(house.pool, name, person.id, is_staff=is_staff)):
        raise RefusedError("unknown_upload")
    path: Path | None
    if upload.kind == "image":
        path = house.private_studio.find(f"{name}{f'-{size}' if size else ''}{ENDING}")
        disposition = "inline"
    else:
        path = house.shelf.find(name)
        disposition = "attachment"
    if path is None:
        raise RefusedError("unknown_upload")
    headers = {**_SAFE, "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(upload.filename)}"}
    return FileResponse(path, media_type=upload.media_type, headers=headers)
