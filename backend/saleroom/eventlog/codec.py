"""Facts to canonical bytes and back: what is written is exactly what the hash covers.

Canonical means: JSON in UTF-8 without spaces, fields in the order their class declares them (keys of plain objects sorted),
times in RFC 3339 with +00:00. Stored bytes never change. When a
fact gets a new shape it gets a new schema version, and an upcaster from each older one to the next; a golden file of
every version ever written is a test.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from asyncpg.pgproto.pgproto import UUID as DriverUUID

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


def canonical(value: object) -> bytes:
    """The one way to write JSON that is hashed or compared. Raises TypeError for what JSON cannot hold."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def uuid_of(text: str) -> UUID:
    """The UUID that a text stands for: the driver's kind, which is read, hashed and sent in a tenth of the time.

    Raises:
        ValueError: it stands for none.
    """
    try:
        return DriverUUID(text)
    except ValueError:  # it knows the plain form only
        return UUID(text)


class Codec:
    """The facts of one noun: class ↔ (type, schema version), bytes ↔ object.

    Args:
        types: the type number and the current schema version of every fact class.
        upcasters: (type, schema version) to the function that lifts such data to the next version.
    """

    def __init__(
        self, types: Mapping[type, tuple[int, int]], upcasters: Mapping[tuple[int, int], Upcaster] | None = None
    ) -> None:
        self.types = dict(types)
        self._upcasters = dict(upcasters or {})
        self._decoders = {number: (version, _decoder(fact)) for fact, (number, version) in types.items()}

    def encode(self, fact: object) -> tuple[int, int, bytes]:
        """The type, the schema version and the canonical bytes of a fact."""
        number, version = self.types[type(fact)]
        return number, version, canonical(fact)

    def decode(self, number: int, version: int, data: bytes) -> Any:
        """The fact that bytes of an old or the current version stand for.

        Raises:
            ValueError: the type is unknown, or newer than this program.
        """
        try:
            current, decode = self._decoders[number]
        except KeyError:
            raise ValueError(f"fact type {number} is unknown to this program") from None
        if version > current:
            raise ValueError(f"fact type {number} has schema version {version}; this program knows up to {current}")
        fields = orjson.loads(data)
        while version < current:
            fields = self._upcasters[number, version](fields)
            version += 1
        return decode(fields)


def _decoder(cls: type) -> Callable[[dict[str, Any]], Any]:
    """A function from a JSON object to `cls`, converting only the fields that JSON cannot hold as they are."""
    hints = typing.get_type_hints(cls)
    convert = {field.name: fn for field in dataclasses.fields(cls) if (fn := _converter(hints[field.name]))}

    def decode(fields: dict[str, Any]) -> Any:
        for name, fn in convert.items():
            if (value := fields.get(name)) is not None:
                fields[name] = fn(value)
        return cls(**fields)

    return decode


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    if hint is datetime:
        return datetime.fromisoformat
    if dataclasses.is_dataclass(hint):
        return _decoder(typing.cast(type, hint))
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = [_converter(part) for part in typing.get_args(hint) if part is not type(None)]
        return inner[0] if len(inner) == 1 else None
    if origin is tuple:
        part = _converter(typing.get_args(hint)[0])
        return (lambda values: tuple(part(value) for value in values)) if part else tuple
    return None
