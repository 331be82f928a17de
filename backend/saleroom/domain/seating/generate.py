"""Halls by formula: so many rows of so many seats, with aisles and a curve, for whoever does not want to draw one."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, NoReturn

from saleroom.domain.decider import RefusedError
from saleroom.domain.seating import shape
from saleroom.domain.seating.shape import CAPACITY_MAX, NAME_LENGTH_MAX, Hall, Point, Row, Seat, Section, Standing, Zone

ROWS_MAX: Final = 100
ROW_SEATS_MAX: Final = 200
WIDER_MAX: Final = 10
CURVE_MAX: Final = 100
ROW_DISTANCE: Final = 1.0
AISLE_WIDTH: Final = 1.0


@dataclass(frozen=True, slots=True)
class HallForm:
    """What a hall by formula is made of.

    Attributes:
        rows: how many rows, from the front; they are named A to Z, AA and on.
        seats: seats in the front row, numbered from 1.
        wider: how many seats each row has more than the one before it.
        aisles_after: after which seat numbers an aisle runs through all rows.
        curve: 0 is straight rows, 100 bends the front row to half a circle.
        zones: (name, rows) from the front; together they are all rows. None given is one zone.
        standing: how many people stand in front of the rows; 0 is no standing area.
    """

    name: str
    rows: int
    seats: int
    wider: int = 0
    aisles_after: tuple[int, ...] = ()
    curve: int = 0
    zones: tuple[tuple[str, int], ...] = ()
    standing: int = 0


_FIELDS: Final = tuple(field.name for field in fields(HallForm))


def form_from_json(value: object) -> HallForm:
    """Read and check a form.

    Raises:
        RefusedError: malformed, with the field and what would be right.
    """
    if not isinstance(value, Mapping):
        _wrong("hall", "This must be a JSON object.")
    if strange := [field for field in value if field not in _FIELDS]:
        _wrong(str(strange[0]), f"There is no such field; there are {', '.join(_FIELDS)}.")
    name = value.get("name")
    if not isinstance(name, str) or not 1 <= len(name.strip()) <= NAME_LENGTH_MAX:
        _wrong("name", f"A text of 1 to {NAME_LENGTH_MAX} characters.")
    form = HallForm(
        name.strip(), _whole(value, "rows", 1, ROWS_MAX), _whole(value, "seats", 1, ROW_SEATS_MAX), _whole(value, "wider", 0, WIDER_MAX),
        _aisles(value), _whole(value, "curve", 0, CURVE_MAX), _zones(value), _whole(value, "standing", 0, CAPACITY_MAX),
    )
    seats = form.rows * form.seats + form.wider * form.rows * (form.rows - 1) // 2
    if seats > shape.SEATS_MAX:
        _wrong("seats", f"A hall has at most {shape.SEATS_MAX} seats; these rows have {seats}.")
    if form.zones and sum(rows for _, rows in form.zones) != form.rows:
        _wrong("zones", f"The rows of all zones together must be {form.rows}.")
    return form


def generate(form: HallForm) -> Hall:
    """The hall of a form. The focal point is at 0,0, one row's distance in front of the middle of the first row; who stands is between."""
    named = form.zones or ((form.name, form.rows),)
    zones = [Zone(f"z{number}", name) for number, (name, _) in enumerate(named, start=1)]
    of_row = [zone.id for zone, (_, rows) in zip(zones, named, strict=True) for _ in range(rows)]
    rows = tuple(_row(form, number, zone) for number, zone in enumerate(of_row))
    standing: tuple[Standing, ...] = ()
    focal = Point(0, 0)
    if form.standing:
        focal = Point(0, -5)
        zones.append(Zone("standing", "Standing"))
        standing = (Standing("standing", "Standing", "standing", form.standing, -form.seats / 2, -4, form.seats, 3),)
    return Hall(form.name, focal, tuple(zones), (Section("main", form.name, rows),), standing)


def row_name(number: int) -> str:
    """The letters of a row, counted from 0: A to Z, AA, AB and on."""
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
        number -= 1
    return letters


def _row(form: HallForm, number: int, zone: str) -> Row:
    name, count = row_name(number), form.seats + form.wider * number
    aisles = [after for after in form.aisles_after if after < count]
    offsets = [seat + AISLE_WIDTH * sum(after <= seat for after in aisles) for seat in range(count)]
    middle, depth = offsets[-1] / 2, (number + 1) * ROW_DISTANCE
    seats = []
    for seat, offset in enumerate(offsets, start=1):
        x, y = _place(form, offset - middle, depth)
        seats.append(Seat(f"{name}{seat}", str(seat), round(x, 3), round(y, 3), zone, "standard", seat in aisles))
    return Row(name, tuple(seats))


def _place(form: HallForm, aside: float, depth: float) -> tuple[float, float]:
    """A seat's place: beside the middle by `aside`, along a straight row or along an arc with the hall's centre in front."""
    if not form.curve:
        return aside, depth
    front = (form.seats + AISLE_WIDTH * len(form.aisles_after)) / (math.pi * form.curve / CURVE_MAX)
    radius = front + depth
    return radius * math.sin(aside / radius), radius * math.cos(aside / radius) - front


def _wrong(field: str, reason: str) -> NoReturn:
    raise RefusedError("malformed", field=field, reason=reason)


def _whole(value: Mapping[str, Any], field: str, least: int, most: int) -> int:
    number = value.get(field, least)
    if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
        _wrong(field, f"A whole number of {least} to {most}.")
    return number


def _aisles(value: Mapping[str, Any]) -> tuple[int, ...]:
    numbers = value.get("aisles_after", [])
    if not isinstance(numbers, list) or not all(type(number) is int and 1 <= number < ROW_SEATS_MAX for number in numbers):
        _wrong("aisles_after", "A list of seat numbers, such as [5, 15].")
    return tuple(sorted(set(numbers)))


def _zones(value: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    zones = value.get("zones", [])
    if not isinstance(zones, list) or len(zones) >= shape.ZONES_MAX or not all(isinstance(zone, Mapping) for zone in zones):
        _wrong("zones", 'A list of zones from the front, such as [{"name": "Stalls", "rows": 10}].')
    named = tuple((str(zone.get("name", "")).strip()[:NAME_LENGTH_MAX], _whole(zone, "rows", 1, ROWS_MAX)) for zone in zones)
    if any(not name for name, _ in named) or len({name.casefold() for name, _ in named}) < len(named):
        _wrong("zones", "Every zone has a name of its own.")
    return named
