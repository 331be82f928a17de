"""TK-BST: the seats of those who do not care which, by the worked cases and against a search that tries everything."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.seating.best_available import best_available
from saleroom.domain.seating.orphans import is_alone
from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import Hall, Kind, Point, Row, Seat, Section, Zone

TWO_ROWS = ("A", "B")


def hall(rows: tuple[str, ...] = TWO_ROWS, seats: int = 10, aisles: tuple[int, ...] = (), sections: int = 1) -> Plan:
    """Rows of seats 1.., one seat width apart; the focal point in the middle, in front of A."""
    def row(name: str, y: int) -> Row:
        return Row(name, tuple(Seat(f"{name}{n}", str(n), n, y, "z", "standard", n in aisles) for n in range(1, seats + 1)))

    each = len(rows) // sections
    parts = tuple(
        Section(f"s{n}", f"S{n}", tuple(row(name, rows.index(name) + 1) for name in rows[n * each : (n + 1) * each])) for n in range(
            sections
        )
    )
    return Plan(Hall("Hall", Point((seats + 1) / 2, 0), (Zone("z", "Z"),), parts))


def free(plan: Plan, *seats: str) -> bytearray:
    """Every seat taken but these; `A1-3` names several."""
    states = bytearray([2]) * len(plan.seats)
    for name in seats:
        first, _, last = name[1:].partition("-")
        for number in range(int(first), int(last or first) + 1):
            states[plan.index[f"{name[0]}{number}"]] = 0
    return states


def best(plan: Plan, states: bytearray, count: int, is_accessible: bool = False) -> list[str] | None:
    found = best_available(plan, states, "z", count, is_accessible)
    return None if found is None else [plan.seats[index].id for index in found]


@pytest.mark.parametrize(("case", "seats", "count", "found"), [
    ("BA1", ("A1-10", "B1-10"), 2, ["A5", "A6"]),
    ("BA2", ("A4-6", "B1-10"), 2, ["B5", "B6"]),
    ("BA3", ("A4-6", "B1-3"), 2, ["A5", "A6"]),
    ("BA4", ("A4", "A5", "A9", "B5", "B6"), 3, ["A4", "A5", "B5"]),
    ("BA5", ("A4", "A5", "A9", "B5", "B6"), 4, ["A4", "A5", "B5", "B6"]),
    ("one alone, a lone seat first", ("A1", "A5-6"), 1, ["A1"]),
    ("all there are", ("A1", "B10"), 2, ["A1", "B10"]),
    ("too few", ("A1", "B10"), 3, None),
    ("none", (), 1, None),
    ("the nearer side on a tie is the lower seat", ("A1-3", "A8-10"), 3, ["A1", "A2", "A3"]),
    ("the front row on a tie of steps", ("A1-2", "B1-2"), 2, ["A1", "A2"]),
    ("fewest parts before distance", ("A5", "A6", "A1-2", "B1-3"), 5, ["A5", "A6", "B1", "B2", "B3"]),
])
def test_the_worked_cases(case: str, seats: tuple[str, ...], count: int, found: list[str] | None) -> None:
    plan = hall()
    assert best(plan, free(plan, *seats), count) == found


def test_an_aisle_ends_a_block() -> None:
    plan = hall(aisles=(5,))
    assert best(plan, free(plan, "A5-6", "B1-2"), 2) == ["B1", "B2"]
    assert best(plan, free(plan, "A4-6", "B9-10"), 2) == ["A4", "A5"]  # A6 was alone before, behind its aisle


def test_a_section_before_across_sections() -> None:
    plan = hall(("A", "B", "C", "D"), 4, sections=2)
    assert best(plan, free(plan, "A1", "A3", "C2", "D2"), 2) == ["A1", "A3"]
    assert best(plan, free(plan, "A2", "C3", "D3"), 2) == ["C3", "D3"]
    assert best(plan, free(plan, "A2", "C3"), 2) == ["A2", "C3"]


def test_other_zones_are_not_for_sale_but_their_seats_are_neighbours() -> None:
    def seat(number: int, zone: str, kind: Kind = "standard") -> Seat:
        return Seat(f"A{number}", str(number), number, 1, zone, kind)

    row = Row("A", (seat(1, "y"), seat(2, "z"), seat(3, "z"), seat(4, "z", "accessible"), seat(5, "z", "companion"), seat(6, "z")))
    plan = Plan(Hall("Hall", Point(3, 0), (Zone("y", "Y"), Zone("z", "Z")), (Section("s", "S", (row,)),)))
    assert best(plan, bytearray(6), 2) == ["A2", "A3"]  # strands A1, of another zone; there is nothing else
    assert best(plan, bytearray([1, 0, 0, 0, 0, 0]), 1) == ["A2"]
    assert best(plan, bytearray(6), 3) == ["A2", "A3", "A6"]
    assert best(plan, bytearray(6), 4) is None
    assert best(plan, bytearray(6), 4, is_accessible=True) == ["A3", "A4", "A5", "A6"]


@settings(max_examples=60)
@given(st.lists(st.booleans(), min_size=14, max_size=14), st.integers(1, 4), st.sets(st.integers(1, 6), max_size=2))
def test_nothing_is_better_than_what_is_found(taken: list[bool], count: int, aisles: set[int]) -> None:
    plan = hall(("A", "B"), 7, tuple(aisles))
    states = bytearray(taken)
    found = best_available(plan, states, "z", count)
    seats = [index for index, is_taken in enumerate(taken) if not is_taken]
    assert (found is None) == (len(seats) < count)
    if found is not None:
        assert set(found) <= set(seats)
        assert _worth(plan, states, found) == min(_worth(plan, states, choice) for choice in combinations(seats, count))


def _worth(plan: Plan, states: bytearray, choice: tuple[int, ...]) -> tuple[object, ...]:
    """The steps of the rule as one value: the least is the best."""
    parts: list[list[int]] = []
    for index in choice:
        if parts and parts[-1][-1] == index - 1 and not plan.is_first[index]:
            parts[-1].append(index)
        else:
            parts.append([index])
    after = bytearray(states)
    for index in choice:
        after[index] = 1
    strands = any(is_alone(plan, after, index) and not is_alone(plan, states, index) for index in range(len(states)))
    cost = sum(plan.cost(index, index + 1) for index in choice)
    if len(parts) == 1:
        return 0, strands, 0, cost, choice
    return 1, sum(len(part) == 1 for part in parts), len(parts), cost, choice
