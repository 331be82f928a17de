"""The best seats with a wheelchair place among them (TK-BST, for who asks for one).

One wheelchair place is taken and no more than needed, since there are few; the others sit beside it where there is room. The steps
are those of the best available: (1) neighbours that strand no single seat; (2) neighbours; (3) as many as can beside the
wheelchair place, and the best available for the rest, so that nobody sits alone if it can be helped.
"""

from saleroom.domain.seating.best_available import best_available
from saleroom.domain.seating.orphans import strands
from saleroom.domain.seating.plan import FREE, Plan


def has_accessible(plan: Plan, states: bytearray, zone: str) -> bool:
    """Whether a wheelchair place of a zone is free."""
    return any(seat.kind == "accessible" and seat.zone == zone and states[index] == FREE for index, seat in enumerate(plan.seats))


def best_with_accessible(plan: Plan, states: bytearray, zone: str, count: int) -> tuple[int, ...] | None:
    """The best `count` free seats of a zone by their indexes, a wheelchair place among them; None if there are not such."""
    if (beside := _neighbours(plan, states, zone, count)) is not None:
        return beside
    for part in sorted(range(1, count), key=lambda size: ((size == 1) + (count - size == 1), -size)):
        first = _neighbours(plan, states, zone, part)
        if first is None:
            continue
        taken = bytearray(states)
        for index in first:
            taken[index] = FREE + 1
        rest = best_available(plan, taken, zone, count - part) or best_available(plan, taken, zone, count - part, is_accessible=True)
        if rest is not None:
            return tuple(sorted((*first, *rest)))
    return None


def _neighbours(plan: Plan, states: bytearray, zone: str, count: int) -> tuple[int, ...] | None:
    """Free neighbours with a wheelchair place: stranding nobody, then with the fewest wheelchair places, then the nearest."""
    free, found = bytes(count), []
    for start in plan.windows(zone, count, is_accessible=True):
        if states.startswith(free, start):
            places = sum(plan.seats[index].kind == "accessible" for index in range(start, start + count))
            if places:
                found.append((strands(plan, states, start, start + count), places, plan.cost(start, start + count), start))
    return tuple(range(min(found)[3], min(found)[3] + count)) if found else None
