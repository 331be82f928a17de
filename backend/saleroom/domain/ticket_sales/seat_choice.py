"""Which seats an order gets: those that were picked by hand, judged by the orphan rule, and the best available for the rest."""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Literal

from saleroom.domain.decider import RefusedError
from saleroom.domain.seating.accessible import best_with_accessible, has_accessible
from saleroom.domain.seating.best_available import best_available
from saleroom.domain.seating.orphans import judge
from saleroom.domain.seating.plan import FREE, Plan
from saleroom.domain.ticket_sales.events import Line
from saleroom.domain.ticket_sales.quotas import alternatives, sold_out
from saleroom.domain.ticket_sales.sale import HELD, SEAT_STATE, Sale

Chosen = dict[int, tuple[str, ...]]  # type to the ids of its seats
Access = Literal["may", "must"]  # whether accessible and companion seats are among the best available; else they are not


def assign(sale: Sale, wanted: MutableMapping[int, int], seats: Iterable[str]) -> Chosen:
    """Which type each hand-picked seat is taken as: those of the lines, in the order in which seats and lines are named, else the
    first type that sells its zone.

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
        types = [number for number in wanted if number in selling]
        if not types:
            types = selling[:1]
            wanted[types[0]] = len(indexes)
        if sum(wanted[number] for number in types) != len(indexes):
            asked = sum(wanted[number] for number in types)
            raise RefusedError("seat_needs_its_type", zone=zone, seats=len(indexes), asked=asked)
        named = iter(indexes)
        for number in types:
            chosen[number] = _ids(sale.plan, sorted(next(named) for _ in range(wanted[number])))
    return chosen


def check_orphans(sale: Sale, seats: Iterable[str]) -> None:
    """Raises: RefusedError orphan_seat when free seats picked by hand strand another without need (TK-ORP)."""
    plan = sale.plan
    if plan is None:
        return
    stranding = judge(plan, sale.seats.states, [plan.index[seat] for seat in seats])
    if stranding is not None:
        raise RefusedError("orphan_seat", seats=[*_ids(plan, stranding.stranded)], suggestion=[*_ids(plan, stranding.suggestion)])


def find(sale: Sale, wanted: Mapping[int, int], chosen: Chosen, access: Mapping[int, Access] | None = None) -> Chosen:
    """The seats of every seated type: those chosen already, else the best available (TK-BST).

    Types of one zone are one party: the best for all of them together, divided in the order in which they were asked for.

    Raises:
        RefusedError: sold_out; what is left are seats that nobody asked for. no_wheelchair_place where one must be among them.
    """
    found, plan, access = dict(chosen), sale.plan, access or {}
    if plan is None:
        return found
    states = bytearray(sale.seats.states)
    for seats in found.values():
        for seat in seats:
            states[plan.index[seat]] = SEAT_STATE[HELD]
    zones: dict[str, list[int]] = {}
    for type_id in wanted:
        if (zone := sale.types[type_id].zone) is not None and type_id not in found:
            zones.setdefault(zone, []).append(type_id)
    for zone, types in zones.items():
        best = iter(_best(sale, plan, states, zone, {type_id: wanted[type_id] for type_id in types}, access))
        for type_id in types:
            found[type_id] = _ids(plan, [next(best) for _ in range(wanted[type_id])])
    return found


def _best(
    sale: Sale, plan: Plan, states: bytearray, zone: str, wanted: Mapping[int, int], access: Mapping[int, Access]
) -> tuple[int, ...]:
    """The best seats for all types of a zone together: an adult and a child want to sit beside each other."""
    first, count, asked = next(iter(wanted)), sum(wanted.values()), {access.get(type_id) for type_id in wanted}
    if "must" not in asked:
        best = best_available(plan, states, zone, count, is_accessible="may" in asked)
    else:
        best = best_with_accessible(plan, states, zone, count)
        if best is None and not has_accessible(plan, states, zone):
            raise RefusedError("no_wheelchair_place", ticket_type_id=first, alternatives=_with_accessible(sale, plan, states))
    if best is None:
        raise sold_out(sale, first)
    return best


def is_still_free(sale: Sale, line: Line) -> bool:
    """Whether the units of a line that were given up can be claimed just as they were: as seats of the type's zone, or without."""
    zone, plan = sale.types[line.type_id].zone, sale.plan
    if plan is None or zone is None:
        return not line.seats and zone is None
    indexes = [plan.index.get(seat) for seat in line.seats]
    return bool(indexes) and all(
        index is not None and plan.seats[index].zone == zone and sale.seats.states[index] == FREE for index in indexes
    )


def access_of(sale: Sale, lines: Iterable[Line]) -> dict[int, Access]:
    """What kind of seats an order must find again: who had a wheelchair place has one or his money, a companion may sit where he did."""
    plan, access = sale.plan, dict[int, Access]()
    for line in lines:
        kinds = {plan.seats[plan.index[seat]].kind for seat in line.seats if seat in plan.index} if plan else set()
        if kinds - {"standard"}:
            access[line.type_id] = "must" if "accessible" in kinds else "may"
    return access


def access_asked(sale: Sale, wanted: Iterable[int], chosen: Chosen) -> dict[int, Access]:
    """For who asks for a wheelchair place: the first type whose seats are found for him."""
    first = next((number for number in wanted if sale.types[number].zone is not None and number not in chosen), None)
    return {} if first is None else {first: "must"}


def _with_accessible(sale: Sale, plan: Plan, states: bytearray) -> list[dict[str, Any]]:
    """The types of which a wheelchair place is left."""
    return [
        other for other in alternatives(sale)
        if (zone := sale.types[other["ticket_type_id"]].zone) is not None and has_accessible(plan, states, zone)
    ]


def _ids(plan: Plan, indexes: Iterable[int]) -> tuple[str, ...]:
    return tuple(plan.seats[index].id for index in indexes)
