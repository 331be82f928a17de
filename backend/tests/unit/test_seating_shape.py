"""A hall is read from JSON once, checked to its last seat, and comes out as it went in; a formula makes sound halls only."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import ITEM_MAX, item_id, item_parts
from saleroom.domain.seating.generate import HallForm, form_from_json, generate, row_name
from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import Hall, Point, Row, Seat, Section, Standing, Zone, hall_from_json, hall_json

Json = dict[str, Any]


def great_hall() -> Json:
    return {
        "name": " Great hall ", "focal": {"x": 0, "y": 0.12345},
        "zones": [{"id": "stalls", "name": "Stalls"}, {"id": "floor", "name": "Floor"}],
        "sections": [{"id": "main", "name": "Main floor", "rows": [{"name": "A", "seats": [
            {"id": "A1", "number": "1", "x": -4.5, "y": 1, "zone": "stalls"},
            {"id": "A2", "number": "2", "x": -3.5, "y": 1, "zone": "stalls", "kind": "companion", "aisle_after": True},
        ]}]}],
        "standing": [
            {"id": "pit", "name": "Pit", "zone": "floor", "capacity": 300, "x": 0, "y": -3, "width": 8, "height": 3},
            {"id": "rail", "name": "Rail", "zone": "floor", "capacity": 20},
        ],
    }


def test_a_hall_is_read_and_written_the_same() -> None:
    hall = hall_from_json(great_hall())
    assert hall == Hall(
        "Great hall", Point(0, 0.123), (Zone("stalls", "Stalls"), Zone("floor", "Floor")),
        (Section("main", "Main floor", (
            Row("A", (Seat("A1", "1", -4.5, 1, "stalls"), Seat("A2", "2", -3.5, 1, "stalls", "companion", True))),
        )),),
        (Standing("pit", "Pit", "floor", 300, 0, -3, 8, 3), Standing("rail", "Rail", "floor", 20)),
    )
    assert hall_from_json(json.loads(json.dumps(hall_json(hall)))) == hall_from_json(hall_json(hall)) == hall
    plan = Plan(hall)
    assert (plan.capacity, plan.is_seated("stalls"), plan.is_seated("floor")) == ({"stalls": 2, "floor": 320}, True, False)


SEAT = "sections[0].rows[0].seats[0]"


@pytest.mark.parametrize(("path", "value", "field"), [
    ("", [], "hall"), ("name", "", "name"), ("name", 7, "name"), ("name", "x" * 81, "name"), ("focal", 7, "focal"),
    ("focal.x", "0", "focal.x"), ("focal.x", float("nan"), "focal.x"), ("focal.x", True, "focal.x"), ("focal.x", 1e9, "focal.x"),
    ("zones", {}, "zones"), ("zones", [{"id": f"z{n}", "name": f"Z{n}"} for n in range(31)], "zones"), ("zones.0", 7, "zones[0]"),
    ("zones.0.id", "a b", "zones[0].id"), ("zones.0.id", "x" * 33, "zones[0].id"), ("zones.0.name", " ", "zones[0].name"),
    ("zones.1.id", "stalls", "zones"), ("zones.1.name", "STALLS", "zones"), ("zones.0.id", "balcony", "zones"),
    ("sections.0.rows.0.name", None, "sections[0].rows[0].name"), ("sections.0.rows", None, "sections[0].rows"),
    ("sections.0.rows.0.seats.0.kind", "sofa", f"{SEAT}.kind"), ("sections.0.rows.0.seats.0.aisle_after", 1, f"{SEAT}.aisle_after"),
    ("sections.0.rows.0.seats.0.id", "Ä1", f"{SEAT}.id"), ("sections.0.rows.0.seats.0.id", "A2", "sections"),
    ("sections.0.rows.0.seats.0.number", "2", "sections"),
    ("sections.0.rows.0.seats.0.x", None, f"{SEAT}.x"), ("sections.0.rows.0.seats.0.zone", "floor", "standing"),
    ("standing.0.capacity", 0, "standing[0].capacity"), ("standing.0.capacity", True, "standing[0].capacity"),
    ("standing.0.capacity", 1.5, "standing[0].capacity"), ("standing.0.id", "main", "sections"), ("standing.0.zone", "roof", "zones"),
    ("sections.0.rows", [{"name": "R", "seats": [7]}], "sections[0].rows[0].seats[0]"),
    ("sections.0.rows", [
        {"name": row, "seats": [{"id": f"{row}{n}", "number": "1", "x": 0, "y": 0, "zone": "stalls"} for n in range(2501)]} for row in "AB"
    ], "sections"),
])
def test_what_is_no_hall_says_where_and_what_would_be_right(path: str, value: Any, field: str) -> None:
    raw: Any = great_hall()
    if path:
        *way, last = path.split(".")
        inner = raw
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        inner[int(last) if last.isdigit() else last] = value
    else:
        raw = value
    with pytest.raises(RefusedError) as refused:
        hall_from_json(raw)
    assert refused.value.refused.code == "malformed"
    assert refused.value.refused.facts["field"] == field
    assert refused.value.refused.facts["reason"].endswith(".")


def test_a_hall_without_a_place_is_none() -> None:
    with pytest.raises(RefusedError, match="malformed"):
        hall_from_json({"name": "Void"})


def test_a_formula_makes_rows_with_aisles_zones_and_a_floor() -> None:
    hall = generate(form_from_json({
        "name": "Club", "rows": 3, "seats": 4, "wider": 2, "aisles_after": [2], "standing": 50,
        "zones": [{"name": "Front", "rows": 1}, {"name": "Back", "rows": 2}],
    }))
    rows = hall.sections[0].rows
    assert [(row.name, len(row.seats), row.seats[0].zone) for row in rows] == [("A", 4, "z1"), ("B", 6, "z2"), ("C", 8, "z2")]
    assert [seat.x for seat in rows[0].seats] == [-2, -1, 1, 2]
    assert [seat.aisle_after for seat in rows[0].seats] == [False, True, False, False]
    assert [zone.name for zone in hall.zones] == ["Front", "Back", "Standing"]
    assert hall.standing[0].capacity == 50


def test_a_curved_row_bends_around_the_focal_point() -> None:
    straight, curved = (generate(HallForm("Hall", 2, 11, curve=curve)).sections[0].rows[0].seats for curve in (0, 60))
    assert {seat.y for seat in straight} == {1.0}
    assert curved[5].y == 1 and curved[0].y == curved[10].y < 0.5
    assert abs(curved[0].x) < abs(straight[0].x)


def test_two_seats_that_a_ticket_would_call_alike_are_no_hall() -> None:
    def seat(name: str, number: str) -> dict[str, Any]:
        return {"id": name, "number": number, "x": 0, "y": 1, "zone": "z"}

    def rows(*rows: list[dict[str, Any]]) -> dict[str, Any]:
        drawn = [{"name": "A", "seats": seats} for seats in rows]
        return {"name": "H", "zones": [{"id": "z", "name": "Z"}], "sections": [{"id": "m", "name": "Main", "rows": drawn}]}

    for twice in (rows([seat("a", "1"), seat("b", "1")]), rows([seat("a", "1")], [seat("b", "1")])):
        with pytest.raises(RefusedError) as refused:
            hall_from_json(twice)
        assert refused.value.refused.facts["reason"].startswith("Two seats are called Main, row A, seat 1;")
    assert len(hall_from_json(rows([seat("a", "1")], [seat("b", "2")])).sections[0].rows) == 2  # one row in two pieces


@pytest.mark.parametrize(("field", "value"), [
    ("name", ""), ("name", None), ("rows", 0), ("rows", 101), ("rows", True), ("rows", "5"), ("seats", 201), ("seats", 51), ("wider", 11),
    ("aisles_after", 5), ("aisles_after", ["5"]), ("aisles_after", [0]), ("curve", 101), ("standing", -1), ("zones", 7), ("zones", [7]),
    ("zones", [{"name": "", "rows": 100}]), ("zones", [{"name": "A", "rows": 50}, {"name": "a", "rows": 50}]),
    ("zones", [{"name": "A", "rows": 50}]), ("zones", [{"name": f"{n}", "rows": 1} for n in range(30)]),
])
def test_a_form_that_cannot_be_says_what_would_be_right(field: str, value: Any) -> None:
    with pytest.raises(RefusedError) as refused:
        form_from_json({"name": "Hall", "rows": 100, "seats": 50, field: value})
    assert (refused.value.refused.code, refused.value.refused.facts["field"]) == ("malformed", field)


def test_a_form_is_an_object() -> None:
    with pytest.raises(RefusedError, match="malformed"):
        form_from_json([])


@settings(max_examples=20)
@given(st.builds(
    HallForm, st.just("Hall"), st.integers(1, 9), st.integers(1, 9), st.integers(0, 3), st.sets(st.integers(1, 9)).map(tuple),
    st.integers(0, 100), st.just(()), st.integers(0, 5),
))
def test_every_hall_by_formula_is_sound(form: HallForm) -> None:
    hall = generate(form)
    assert hall_from_json(hall_json(hall)) == hall


def test_rows_are_named_like_columns() -> None:
    assert [row_name(number) for number in (0, 25, 26, 51, 52, 99)] == ["A", "Z", "AA", "AZ", "BA", "CV"]


def test_an_item_of_a_sale_says_its_sale_and_number() -> None:
    assert item_id(7, 1) == 7_000_001
    for item in (1, ITEM_MAX):
        assert item_parts(item_id(12, item)) == (12, item)
    for item in (0, ITEM_MAX + 1):
        with pytest.raises(ValueError, match="not an item of a sale"):
            item_id(7, item)
