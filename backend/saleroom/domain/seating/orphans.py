"""The orphan rule (TK-ORP): nobody may pick seats so that a single free one is left over, if it can be helped.

A seat is stranded if a longer run of free neighbours is turned into a run of exactly one. One picture of the row only: whatever
is not free is taken, whoever has it; seats of other zones count as free. A pick that strands is refused if as many seats of its
zone strand nobody: neighbours anywhere, or others of the runs that were picked from and of the lone seats in that row.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from saleroom.domain.seating.plan import FREE, Plan


@dataclass(frozen=True, slots=True)
class Stranding:
    """What is wrong with a pick: the seats it strands, and one as large that strands none."""

    stranded: tuple[int, ...]
    suggestion: tuple[int, ...]


def strands(plan: Plan, states: bytearray, start: int, stop: int) -> bool:
    """Whether taking these neighbours out of a free run leaves a single seat to the left or right of them."""
    first = plan.is_first
    if not first[start] and states[start - 1] == FREE and (first[start - 1] or states[start - 2] != FREE):
        return True
    return not first[stop] and states[stop] == FREE and (first[stop + 1] == 1 or states[stop + 1] != FREE)


def judge(plan: Plan, states: bytearray, picked: Collection[int]) -> Stranding | None:
    """What a hand-picked set of free seats strands although it could be helped; each row is judged by itself."""
    others = bytearray(states)
    for index in picked:
        others[index] = FREE + 1
    for row in sorted({plan.row[index] for index in picked}):
        part = sorted(index for index in picked if plan.row[index] == row)
        for index in part:
            others[index] = FREE
        stranded = _singles(plan, others, part)
        better = _better(plan, others, part) if stranded else None
        if better is not None:
            return Stranding(stranded, tuple(sorted({*picked} - {*part} | {*better})))
        for index in part:
            others[index] = FREE + 1
    return None


def _singles(plan: Plan, states: bytearray, part: list[int]) -> tuple[int, ...]:
    """The seats of a row that are alone with the part taken, and were not before."""
    after = bytearray(states)
    for index in part:
        after[index] = FREE + 1
    row = plan.rows[plan.row[part[0]]]
    return tuple(index for index in row if is_alone(plan, after, index) and not is_alone(plan, states, index))


def is_alone(plan: Plan, states: bytearray, index: int) -> bool:
    """Whether a seat is free and has no free neighbour."""
    return states[index] == FREE and (
        (plan.is_first[index] == 1 or states[index - 1] != FREE) and (plan.is_first[index + 1] == 1 or states[index + 1] != FREE)
    )


def _better(plan: Plan, states: bytearray, part: list[int]) -> tuple[int, ...] | None:
    """As many seats of the same zones that strand nobody: neighbours if there are, else in the row."""
    count, zones = len(part), {plan.seats[index].zone for index in part}
    is_accessible = any(plan.seats[index].kind != "standard" for index in part)
    for zone in sorted(zones):
        if (start := unstranding(plan, states, plan.windows(zone, count, is_accessible), count)) is not None:
            return tuple(range(start, start + count))
    row = plan.rows[plan.row[part[0]]]
    near = {index for run in _runs(plan, states, row) if len(run) == 1 or not set(part).isdisjoint(run) for index in run}
    return _spread(plan, states, row, {index for index in near if plan.seats[index].zone in zones}, count)


def _runs(plan: Plan, states: bytearray, row: range) -> Iterator[range]:
    """The free runs of a row."""
    start = row.start
    for index in row:
        if plan.is_first[index] or states[index] != FREE:
            yield range(start, index)
            start = index + (states[index] != FREE)
    yield range(start, row.stop)


def unstranding(plan: Plan, states: bytearray, starts: Iterable[int], count: int) -> int | None:
    """The first of these beginnings where `count` neighbours are free and taking them strands nobody."""
    free = bytes(count)
    for start in starts:
        if states.startswith(free, start) and not strands(plan, states, start, start + count):
            return start
    return None


def _spread(plan: Plan, states: bytearray, row: range, may: Collection[int], count: int) -> tuple[int, ...] | None:
    """Any `count` seats of a row that strand nobody, the lowest first.

    From right to left: `ways[index][left]` has bit n set if n seats can be picked from there on, when a piece of `left` free
    seats (0, 1, 2 for more) has been left standing just before.
    """
    wanted = (1 << count + 1) - 1
    ways = {row.stop: (1, 0, 1)}
    for index in reversed(row):
        none, one, more = ways[index + 1]
        if plan.is_first[index + 1]:
            one, more = 0, none
        if states[index] != FREE:
            ways[index] = none, 0, none
            continue
        pick = (none << 1) & wanted if index in may else 0
        leave = none if is_alone(plan, states, index) else one
        ways[index] = leave | pick, more, more | pick
    if not ways[row.start][0] >> count & 1:
        return None
    picked: list[int] = []
    left = 0
    for index in row:
        if states[index] != FREE or plan.is_first[index]:
            left = 0
        if states[index] != FREE:
            continue
        remaining = count - len(picked)
        if index in may and remaining and left != 1 and ways[index + 1][0] >> remaining - 1 & 1:
            picked.append(index)
            left = 0
        else:
            left = min(left + 1, 2)
    return tuple(picked)
