"""What a hall is: rows of seats and standing areas, each in a zone that ticket types sell.

A hall is read from JSON here and nowhere else, so that whatever holds a `Hall` holds a sound one. Units are seat widths. The
canonical order of seats is sections, rows and seats as they stand; a seat's place in it, from 0, is its index on the wire.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, NoReturn, cast

from saleroom.domain.decider import RefusedError

Kind = Literal["standard", "accessible", "companion"]

KINDS: Final = ("standard", "accessible", "companion")
SEATS_MAX: Final = 5_000
ZONES_MAX: Final = 30
SECTIONS_MAX: Final = 100
ROWS_MAX: Final = 1_000
STANDING_MAX: Final = 30
CAPACITY_MAX: Final = 1_000_000
NAME_LENGTH_MAX: Final = 80
COORDINATE_MAX: Final = 10_000
IDENTIFIER: Final = re.compile(r"[A-Za-z0-9._-]{1,32}")


@dataclass(frozen=True, slots=True)
class Point:
    """Where something is, in seat widths."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the hall that is sold alike; ticket types name it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat. After a seat with `aisle_after` a new block of the row begins."""

    id: str
    number: str
    x: float
    y: float
    zone: str
    kind: Kind = "standard"
    aisle_after: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Seats beside each other, in order."""

    name: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together, such as a balcony."""

    id: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An area without seats: so many people may stand in it."""

    id: str
    name: str
    zone: str
    capacity: int
    x: float = 0
    y: float = 0
    width: float = 1
    height: float = 1


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall as it is drawn, sold and printed. `focal` is what everyone looks at."""

    name: str
    focal: Point = Point(0, 0)
    zones: tuple[Zone, ...] = ()
    sections: tuple[Section, ...] = ()
    standing: tuple[Standing, ...] = ()


def hall_json(hall: Hall) -> dict[str, Any]:
    """The hall as JSON; `hall_from_json` reads the same hall from it."""
    return asdict(hall)


def hall_from_json(value: object) -> Hall:
    """Read and check a hall.

    Raises:
        RefusedError: malformed, with the field (`sections[0].rows[2].seats[1].zone`) and what would be right.
    """
    raw = _object(value, "hall")
    focal = _object(raw.get("focal") or {"x": 0, "y": 0}, "focal")
    hall = Hall(
        name=_name(raw, "name"),
        focal=Point(_number(focal, "x", "focal"), _number(focal, "y", "focal")),
        zones=tuple(_zone(one, f"zones[{n}]") for n, one in enumerate(_list(raw, "zones", "", ZONES_MAX))),
        sections=tuple(_section(one, f"sections[{n}]") for n, one in enumerate(_list(raw, "sections", "", SECTIONS_MAX))),
        standing=tuple(_standing(one, f"standing[{n}]") for n, one in enumerate(_list(raw, "standing", "", STANDING_MAX))),
    )
    _check_whole(hall)
    return hall


def _check_whole(hall: Hall) -> None:
    """What no part can see alone: unique ids, known zones, bounds, and zones that are either seats or standing."""
    zones = _unique([zone.id for zone in hall.zones], "zones")
    _unique([zone.name.casefold() for zone in hall.zones], "zones")
    _unique([section.id for section in hall.sections] + [area.id for area in hall.standing], "sections")
    rows = [row for section in hall.sections for row in section.rows]
    seats = [seat for row in rows for seat in row.seats]
    if len(seats) > SEATS_MAX or len(rows) > ROWS_MAX:
        _wrong("sections", f"A hall has at most {SEATS_MAX} seats in {ROWS_MAX} rows, not {len(seats)} in {len(rows)}.")
    if not seats and not hall.standing:
        _wrong("sections", "A hall has at least one seat or one standing area.")
    _unique([seat.id for seat in seats], "sections")
    labels = Counter(
        f"{section.name}, row {row.name}, seat {seat.number}"
        for section in hall.sections for row in section.rows for seat in row.seats
    )
    if twice := [label for label, count in labels.items() if count > 1]:
        _wrong("sections", f"Two seats are called {twice[0]}; nobody would know which is his.")
    seated = {seat.zone for seat in seats}
    for zone in sorted(seated | {area.zone for area in hall.standing}):
        if zone not in zones:
            _wrong("zones", f"Zone {zone!r} is used but not listed in zones.")
    for area in hall.standing:
        if area.zone in seated:
            _wrong("standing", f"Zone {area.zone!r} has seats; a standing area needs a zone of its own.")


def _zone(value: object, field: str) -> Zone:
    raw = _object(value, field)
    return Zone(_identifier(raw, "id", field), _name(raw, "name", field))


def _section(value: object, field: str) -> Section:
    raw = _object(value, field)
    rows = enumerate(_list(raw, "rows", field, ROWS_MAX))
    return Section(
        _identifier(raw, "id", field), _name(raw, "name", field), tuple(_row(one, f"{field}.rows[{n}]") for n, one in rows)
    )


def _row(value: object, field: str) -> Row:
    raw = _object(value, field)
    seats = enumerate(_list(raw, "seats", field, SEATS_MAX))
    return Row(_name(raw, "name", field), tuple(_seat(one, f"{field}.seats[{n}]") for n, one in seats))


def _seat(value: object, field: str) -> Seat:
    raw = _object(value, field)
    kind, aisle_after = raw.get("kind", "standard"), raw.get("aisle_after", False)
    if kind not in KINDS:
        _wrong(f"{field}.kind", f"A seat is one of {', '.join(KINDS)}.")
    if not isinstance(aisle_after, bool):
        _wrong(f"{field}.aisle_after", "Say true or false.")
    return Seat(
        _identifier(raw, "id", field), _name(raw, "number", field), _number(raw, "x", field), _number(raw, "y", field),
        _identifier(raw, "zone", field), cast(Kind, kind), aisle_after,
    )


def _standing(value: object, field: str) -> Standing:
    raw = {"x": 0, "y": 0, "width": 1, "height": 1, **_object(value, field)}
    capacity = raw.get("capacity")
    if isinstance(capacity, bool) or not isinstance(capacity, int) or not 1 <= capacity <= CAPACITY_MAX:
        _wrong(f"{field}.capacity", f"A whole number of 1 to {CAPACITY_MAX}.")
    return Standing(
        _identifier(raw, "id", field), _name(raw, "name", field), _identifier(raw, "zone", field), capacity,
        _number(raw, "x", field), _number(raw, "y", field), _number(raw, "width", field), _number(raw, "height", field),
    )


def _wrong(field: str, reason: str) -> NoReturn:
    raise RefusedError("malformed", field=field, reason=reason)


def _object(value: object, field: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        _wrong(field, "This must be a JSON object.")
    return value


def _list(raw: Mapping[str, Any], key: str, field: str, length_max: int) -> Sequence[Any]:
    value, path = raw.get(key, []), f"{field}.{key}".lstrip(".")
    if not isinstance(value, (list, tuple)) or len(value) > length_max:
        _wrong(path, f"This must be a list of at most {length_max}.")
    return value


def _name(raw: Mapping[str, Any], key: str, field: str = "") -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= NAME_LENGTH_MAX:
        _wrong(f"{field}.{key}".lstrip("."), f"A text of 1 to {NAME_LENGTH_MAX} characters.")
    return value.strip()


def _identifier(raw: Mapping[str, Any], key: str, field: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not IDENTIFIER.fullmatch(value):
        _wrong(f"{field}.{key}", "1 to 32 letters, digits, dots, underscores and hyphens.")
    return value


def _number(raw: Mapping[str, Any], key: str, field: str) -> float:
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or abs(value) > COORDINATE_MAX:
        _wrong(f"{field}.{key}", f"A number of -{COORDINATE_MAX} to {COORDINATE_MAX}, in seat widths.")
    return round(float(value), 3)


def _unique(ids: list[str], field: str) -> set[str]:
    known = set(ids)
    if len(known) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        _wrong(field, f"{twice!r} stands there twice.")
    return known
