"""Bodies that a route reads by itself: JSON that becomes a model or a hall, or a form of texts and files.

For routes that take either, or whose JSON the domain checks. Who asks and with which right is settled before any of this is read.
"""

from collections.abc import Collection
from typing import Any, Final, TypeVar

import orjson
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile

from saleroom.api.fields import clean
from saleroom.domain.decider import RefusedError
from saleroom.pictures.encode import BYTES_MAX

FIELDS_MAX: Final = 40
JSON_TYPE: Final = "application/json"
FORM_TYPE: Final = "multipart/form-data"

Model = TypeVar("Model", bound=BaseModel)


def content_type(request: Request) -> str:
    """The kind of body, in small letters and without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_json(request: Request) -> Any:
    """The JSON of a body.

    Raises:
        RefusedError: unsupported_media_type, or malformed: no JSON, or text that cannot be kept.
    """
    kind = content_type(request)
    if kind != JSON_TYPE and not (kind.startswith("application/") and kind.endswith("+json")):
        raise RefusedError("unsupported_media_type", supported=JSON_TYPE)
    return parsed(await request.body(), "body")


def parsed(text: str | bytes, field: str) -> Any:
    """A value from JSON text.

    Raises:
        RefusedError: malformed, with the field that it stands in.
    """
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if b"\\u0000" in content:
        raise RefusedError("malformed", field=field, reason=f"{field}: a text may not hold the character U+0000.")
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        raise RefusedError("malformed", field=field, reason=f"{field}: this is not JSON (NaN and Infinity are none either).") from None


async def read_form(request: Request, files: Collection[str], as_json: Collection[str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The texts and the files of a form. Empty texts and empty files count as not sent.

    Args:
        request: with a multipart body.
        files: the fields that may hold a file.
        as_json: the fields whose text is JSON.

    Raises:
        RefusedError: malformed, too_large.
    """
    texts: dict[str, Any] = {}
    contents: dict[str, bytes] = {}
    async with request.form(max_files=len(files), max_fields=FIELDS_MAX) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                contents |= await _content(name, value, files)
            elif value.strip():
                texts[name] = parsed(value, name) if name in as_json else clean(value)
    return texts, contents


async def _content(name: str, file: UploadFile, files: Collection[str]) -> dict[str, bytes]:
    if name not in files:
        raise RefusedError("malformed", field=name, reason=f"{name}: files are sent as {' or '.join(files)}.")
    if file.size is not None and file.size > BYTES_MAX:
        raise RefusedError("too_large", bytes_max=BYTES_MAX)
    content = await file.read()
    return {name: content} if content else {}


def validated(model: type[Model], value: Any) -> Model:
    """A body as its model.

    Raises:
        RequestValidationError: field by field, as for every other body.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise RequestValidationError([{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]) from None


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a model with everything inside, for the OpenAPI document of a route that reads its own body."""
    schema = model.model_json_schema()
    parts = schema.pop("$defs", {})

    def whole(part: Any) -> Any:
        if isinstance(part, list):
            return [whole(one) for one in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            return whole(parts[part["$ref"].rpartition("/")[2]])
        return {name: whole(one) for name, one in part.items()}

    described_model: dict[str, Any] = whole(schema)
    return described_model
