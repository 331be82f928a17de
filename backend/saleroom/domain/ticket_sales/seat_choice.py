"""Which seats an order gets: those that were picked by hand, judged by the orphan rule, and the best available for the rest."""

from collections.abc import Iterable, Mapping, MutableMapping
from itertools import islice

from saleroom.domain.decider import RefusedError
from saleroom.domain.seating.best_available import best_available
from saleroom.domain.seating.orphans import judge
from saleroom.domain.seating.plan import FREE, Plan
from saleroom.domain.ticket_sales.events import Line
from saleroom.domain.ticket_sales.quotas import alternatives, sold_out
from saleroom.domain.ticket_sales.sale import HELD, SEAT_STATE, Sale

Chosen = dict[int, tuple[str, ...]]  # type to the ids of its seats


def assign(sale: Sale, wanted: MutableMapping[int, int], seats: Iterable[str]) -> Chosen:
    """Which type each hand-picked seat is taken as: those of the lines, else the first type that sells its zone.

    Adds what the lines left out to `wanted`.

    Raises:
        RefusedError: unknown_seat, seats_taken with all that failed, or seat_needs_its_type.
    """
    zones: dict[str, list[int]] = {}
    failed = []
    for seat in seats:
        if sale.plan is None or seat not in sale.plan.index:
            raise RefusedError("unknown_seat", seat=seat)
        index = sale.plan.index[seat]
        if sale.seats.states[index] != FREE:
            failed.append(seat)
        zones.setdefault(sale.plan.seats[index].zone, []).append(index)
    if failed:
        raise RefusedError("seats_taken", failed=failed, alternatives=alternatives(sale))
    chosen: Chosen = {}
    for zone, indexes in zones.items():
        assert sale.plan is not None
        selling = [number for number, kind in sale.types.items() if kind.zone == zone]
        types = [number for number in selling if number in wanted]
        if not types:
            types = selling[:1]
            wanted[types[0]] = len(indexes)
        if sum(wanted[number] for number in types) != len(indexes):
            asked = sum(wanted[number] for number in types)
            raise RefusedError("seat_needs_its_type", zone=zone, seats=len(indexes), asked=asked)
        ids = iter([sale.plan.seats[index].id for index in sorted(indexes)])
        for number in types:
            chosen[number] = tuple(next(ids) for _ in range(wanted[number]))
    return chosen


def check_orphans(sale: Sale, seats: Iterable[str]) -> None:
    """Raises: RefusedError orphan_seat when free seats picked by hand strand another without need (TK-ORP)."""
    plan = sale.plan
    if plan is None:
        return
    stranding = judge(plan, sale.seats.states, [plan.index[seat] for seat in seats])
    if stranding is not None:
        raise RefusedError("orphan_seat", seats=[*_ids(plan, stranding.stranded)], suggestion=[*_ids(plan, stranding.suggestion)])


def find(sale: Sale, wanted: Mapping[int, int], chosen: Chosen, is_accessible: bool = False) -> Chosen:
    """The seats of every seated type: those chosen already, else the best available (TK-BST).

    Types of one zone are one party: the best for all of them together, divided in the order in which they were asked for.

    Raises:
        RefusedError: sold_out; what is left are seats that nobody asked for.
    """
    found, plan = dict(chosen), sale.plan
    if plan is None:
        return found
    parties: dict[str, list[int]] = {}
    for type_id in wanted:
        zone = sale.types[type_id].zone
        if zone is not None and type_id not in found:
            parties.setdefault(zone, []).append(type_id)
    states = bytearray(sale.seats.states)
    for zone, types in parties.items():
        for taken in found.values():
            for seat in taken:
                states[plan.index[seat]] = SEAT_STATE[HELD]
        best = best_available(plan, states, zone, sum(wanted[type_id] for type_id in types), is_accessible)
        if best is None:
            raise sold_out(sale, types[0])
        seats = iter(_ids(plan, best))
        found |= {type_id: tuple(islice(seats, wanted[type_id])) for type_id in types}
    return found


def is_still_free(sale: Sale, line: Line) -> bool:
    """Whether the units of a line that were given up can be claimed just as they were: as seats of the type's zone, or without."""
    zone, plan = sale.types[line.type_id].zone, sale.plan
    if plan is None or zone is None:
        return not line.seats and zone is None
    indexes = [plan.index.get(seat) for seat in line.seats]
    return bool(indexes) and all(
        index is not None and plan.seats[index].zone == zone and sale.seats.states[index] == FREE for index in indexes
    )


def is_accessible(sale: Sale, lines: Iterable[Line]) -> bool:
    """Whether there are accessible or companion seats among those of an order."""
    plan = sale.plan
    return plan is not None and any(
        plan.seats[plan.index[seat]].kind != "standard" for line in lines for seat in line.seats if seat in plan.index
    )


def _ids(plan: Plan, indexes: Iterable[int]) -> tuple[str, ...]:
    return tuple(plan.seats[index].id for index in indexes)
