"""TK-ORP: nobody strands a single seat, if it can be helped; judged on one picture of the row."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.seating.orphans import judge
from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import Hall, Point, Row, Seat, Section, Zone


def plan_of(*rows: str) -> Plan:
    """Rows as texts: z and y are seats of these zones, w is an accessible one of z; a bar is an aisle."""
    made: list[Row] = []
    for name, text in zip("ABC", rows, strict=False):
        seats: list[Seat] = []
        for letter in text:
            number = len(seats) + 1
            if letter == "|":
                seats[-1] = replace(seats[-1], aisle_after=True)
            elif letter == "w":
                seats.append(Seat(f"{name}{number}", str(number), number, len(made) + 1, "z", "accessible"))
            else:
                seats.append(Seat(f"{name}{number}", str(number), number, len(made) + 1, letter))
        made.append(Row(name, tuple(seats)))
    return Plan(Hall("Hall", Point(3, 0), (Zone("y", "Y"), Zone("z", "Z")), (Section("s", "S", tuple(made)),)))


def judged(plan: Plan, taken: str, picked: str) -> tuple[str, str] | None:
    """What a pick strands, and what would be better; seats as `A1 A2`."""
    states = bytearray(len(plan.seats))
    for seat in taken.split():
        states[plan.index[seat]] = 2
    stranding = judge(plan, states, [plan.index[seat] for seat in picked.split()])
    if stranding is None:
        return None
    stranded, better = ([plan.seats[index].id for index in of] for of in (stranding.stranded, stranding.suggestion))
    return " ".join(stranded), " ".join(better)


@pytest.mark.parametrize(("rows", "taken", "picked", "said"), [
    (("zzzzz",), "", "A2 A3", ("A1", "A1 A2")),
    (("zzzzz",), "", "A1 A2", None),
    (("zzzzz",), "", "A2 A4", ("A1 A3 A5", "A1 A2")),
    (("zzzzz", "zzzz"), "", "A1 A2 A3 A4", ("A5", "B1 B2 B3 B4")),
    (("zzzzz",), "", "A1 A2 A3 A4", None),
    (("zzz", "zzz", "zzz"), "", "A1 A2", None),
    (("zzzzz",), "A2", "A4 A5", ("A3", "A1 A3")),
    (("zzzzz", "zzzz"), "A2", "A4 A5", ("A3", "B3 B4")),
    (("zzzzz",), "A2", "A1", None),
    (("zzzzzz",), "A4", "A1 A2", ("A3", "A5 A6")),
    (("zzzzzzz",), "A4", "A1 A2", None),
])
def test_the_worked_cases(rows: tuple[str, ...], taken: str, picked: str, said: tuple[str, str] | None) -> None:
    assert judged(plan_of(*rows), taken, picked) == said


def test_an_aisle_ends_a_run_and_other_zones_count_as_free() -> None:
    assert judged(plan_of("zzz|zz", "zzzz"), "", "A4") == ("A5", "A3")
    assert judged(plan_of("zzz|zzz", "zzzz"), "", "A5 A6") == ("A4", "B3 B4")
    assert judged(plan_of("yzzy", "zzzz"), "", "A2 A3") == ("A1 A4", "B3 B4")
    assert judged(plan_of("yyzz", "zzzz"), "", "A3 A4") is None
    assert judged(plan_of("yzzyy", "yyyyy"), "", "A1 A3") == ("A2", "A4 A5")


def test_an_accessible_pick_may_be_moved_to_accessible_seats_only_it() -> None:
    assert judged(plan_of("wwwz", "zzzz"), "", "A3 A4") is None
    assert judged(plan_of("wwwz", "zzzz"), "", "A2 A3") == ("A1 A4", "A3 A4")
    assert judged(plan_of("wwwz"), "", "A2") == ("A1", "A4")


def test_every_row_of_a_pick_is_judged_and_the_others_stay_in_the_suggestion() -> None:
    plan = plan_of("zzzzz", "zzzzz")
    assert judged(plan, "", "A1 A2 B2 B3") == ("B1", "A1 A2 B1 B2")
    assert judged(plan, "", "A1 A2 B1 B2") is None


@settings(max_examples=60)
@given(st.lists(st.sampled_from("zzzzy"), min_size=8, max_size=8), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7), min_size=1))
def test_a_pick_is_refused_only_for_a_better_one_and_that_is_suggested(zones: list[str], taken: set[int], picked: set[int]) -> None:
    plan, free = plan_of("".join(zones)), {*range(8)} - taken
    if not picked <= free:
        return
    states = bytearray(index in taken for index in range(8))
    said, stranded = judge(plan, states, picked), _stranded(free, picked)
    if said is None:
        may = {index for index in free if zones[index] in {zones[of] for of in picked}}
        neighbours = [pick for pick in combinations(sorted(may), len(picked)) if pick[-1] - pick[0] == len(picked) - 1]
        same_zone = [pick for pick in neighbours if len({zones[index] for index in pick}) == 1]
        assert not stranded or all(_stranded(free, {*pick}) for pick in same_zone)
    else:
        assert {*said.stranded} == stranded
        assert {*said.suggestion} <= free and len(said.suggestion) == len(picked)
        assert not _stranded(free, {*said.suggestion})


def _stranded(free: set[int], picked: set[int]) -> set[int]:
    after = free - picked
    return {index for index in after if not {index - 1, index + 1} & after and {index - 1, index + 1} & free}
