"""Best available (TK-BST): which seats somebody gets who asks for so many and does not care which.

The steps, in this order, each with the least sum of distances to the focal point, ties by row, then by the lowest seat:
(1) neighbours that strand no single seat; (2) neighbours; (3) parts in one section, nobody alone if it can be helped: fewest
singles, then fewest parts; (4) the same across sections. Standing places have no order and are counted elsewhere (5). Accessible
and companion seats are left alone unless they may be taken; who needs one is served in `accessible`.
"""

from collections.abc import Sequence
from heapq import nsmallest

from saleroom.domain.seating.orphans import strands
from saleroom.domain.seating.plan import FREE, Plan

Choice = tuple[int, int, int, tuple[int, ...]]  # singles, parts, sum of distances, seats: the least is the best


def best_available(plan: Plan, states: bytearray, zone: str, count: int, is_accessible: bool = False) -> tuple[int, ...] | None:
    """The best `count` free seats of a zone by their indexes, or None if there are not so many."""
    free, stranding = bytes(count), None
    for start in plan.windows(zone, count, is_accessible):
        if states.startswith(free, start):
            if not strands(plan, states, start, start + count):
                return tuple(range(start, start + count))
            if stranding is None:
                stranding = start
    if stranding is not None:
        return tuple(range(stranding, stranding + count))
    return _scattered(plan, _free_runs(plan, states, zone, is_accessible), count)


def _free_runs(plan: Plan, states: bytearray, zone: str, is_accessible: bool) -> list[range]:
    """The longest runs of free neighbours, in canonical order."""
    runs = []
    for part in plan.stretches(zone, is_accessible):
        start = part.start
        while start < part.stop:
            stop = start
            while stop < part.stop and states[stop] == FREE:
                stop += 1
            if stop > start:
                runs.append(range(start, stop))
            start = stop + 1
    return runs


def _scattered(plan: Plan, runs: list[range], count: int) -> tuple[int, ...] | None:
    """Parts of runs that are all too short: in the section where it goes best, else across sections."""
    sections: dict[int, list[range]] = {}
    for run in runs:
        sections.setdefault(plan.section[run.start], []).append(run)
    choices = [choice for section in sections.values() if (choice := _fewest_parts(plan, section, count))]
    if not choices and (anywhere := _fewest_parts(plan, runs, count)):
        choices = [anywhere]
    return min(choices)[3] if choices else None


def _fewest_parts(plan: Plan, runs: Sequence[range], count: int) -> Choice | None:
    """The best way to make up `count` seats of parts, at most one of each run.

    Two parts of one run are never better than one as long as both. Of each length only the `count` nearest parts matter:
    the others of a choice can spoil at most count - 1 of them.
    """
    if sum(map(len, runs)) < count:
        return None
    parts: dict[int, list[tuple[int, int, int]]] = {}  # run to (length, cost, start)
    for length in range(1, count):
        nearest = (
            (*min((plan.cost(start, start + length), start) for start in range(run.start, run.stop - length + 1)), number)
            for number, run in enumerate(runs) if len(run) >= length
        )
        for cost, start, number in nsmallest(count, nearest):
            parts.setdefault(number, []).append((length, cost, start))
    best: list[Choice | None] = [(0, 0, 0, ()), *[None] * count]
    for number in sorted(parts):
        before = best.copy()
        for length, cost, start in parts[number]:
            for have in range(count - length + 1):
                if (known := before[have]) is None:
                    continue
                seats = (*known[3], *range(start, start + length))
                choice = known[0] + (length == 1), known[1] + 1, known[2] + cost, seats
                if (other := best[have + length]) is None or choice < other:
                    best[have + length] = choice
    return best[count]
