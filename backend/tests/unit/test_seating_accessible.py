"""The best seats with a wheelchair place among them, by example and against a search that tries everything."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.seating.accessible import best_with_accessible, has_accessible
from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import Hall, Kind, Point, Row, Seat, Section, Zone

KINDS: dict[str, Kind] = {".": "standard", "w": "accessible", "c": "companion"}


def plan_of(*rows: str) -> Plan:
    """Rows A, B, … of seats: `.` ordinary, `w` a wheelchair place, `c` its companion's; in the middle, before A, is the stage."""
    def row(name: str, y: int, kinds: str) -> Row:
        return Row(name, tuple(Seat(f"{name}{n}", str(n), n, y, "z", KINDS[kind]) for n, kind in enumerate(kinds, start=1)))

    each = tuple(row("ABCDE"[y], y + 1, kinds) for y, kinds in enumerate(rows))
    return Plan(Hall("Hall", Point((len(rows[0]) + 1) / 2, 0), (Zone("z", "Z"),), (Section("s", "S", each),)))


def best(plan: Plan, count: int, taken: str = "") -> list[str] | None:
    states = bytearray(len(plan.seats))
    for seat in taken.split():
        states[plan.index[seat]] = 2
    found = best_with_accessible(plan, states, "z", count)
    return None if found is None else [plan.seats[index].id for index in found]


@pytest.mark.parametrize(("rows", "count", "taken", "found"), [
    (("....", "wc.."), 1, "", ["B1"]),
    (("....", "wc.."), 2, "", ["B1", "B2"]),
    (("....", "wc.w"), 2, "B1", ["B3", "B4"]),  # B2 was alone with B3 free: nobody is stranded
    (("wcw.", "...."), 2, "", ["A1", "A2"]),  # one wheelchair place is enough
    (("...ww...",), 2, "", ["A3", "A4"]),  # the middle would take both wheelchair places
    ((".w..w", "....."), 2, "", ["A1", "A2"]),  # A2 and A3 would strand A1
    (("w...", "...."), 3, "A2", ["A1", "A3", "A4"]),  # two of three together rather than all apart
    (("wc..", "...."), 4, "A3", ["A1", "A2", "B1", "B2"]),  # nobody alone
    (("w.ww",), 4, "", ["A1", "A2", "A3", "A4"]),
    (("....", "...."), 1, "", None),
    (("w...",), 1, "A1", None),
    (("w...",), 4, "A4", None),
])
def test_the_worked_cases(rows: tuple[str, ...], count: int, taken: str, found: list[str] | None) -> None:
    assert best(plan_of(*rows), count, taken) == found


def test_whether_one_is_free() -> None:
    plan = plan_of("w.", "..")
    assert has_accessible(plan, bytearray(4), "z")
    assert not has_accessible(plan, bytearray([1, 0, 0, 0]), "z")
    assert not has_accessible(plan, bytearray(4), "other")


@settings(max_examples=80)
@given(st.lists(st.text(".wc", min_size=5, max_size=5), min_size=2, max_size=2), st.sets(st.integers(0, 9)), st.integers(1, 4))
def test_there_is_an_answer_exactly_if_there_is_one(rows: list[str], taken: set[int], count: int) -> None:
    plan, states = plan_of(*rows), bytearray(index in taken for index in range(10))
    found = best_with_accessible(plan, states, "z", count)
    free = [index for index in range(10) if index not in taken]
    fitting = [choice for choice in combinations(free, count) if any(plan.seats[index].kind == "accessible" for index in choice)]
    assert (found is None) == (not fitting)
    if found is not None:
        assert found in fitting
        together = [choice for choice in fitting if choice[-1] - choice[0] == count - 1 and plan.row[choice[0]] == plan.row[choice[-1]]]
        assert not together or found in together
