"""Quotas (TK-QTA): what is left of them, why a claim cannot be met, and how ticket types and the hall make them.

Counting and claiming are one decision: a unit is claimed in its type's own quota, in its zone's and in the shared one at once, or
in none. Units that somebody holds may come back; that is another answer than sold out.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales.sale import BLOCKED, FREE, HELD, PENDING, SOLD, Quota, Sale, TypeOnSale

Answer = Literal["gone", "ordered", "reserved", "ok"]

WORST_FIRST: Final = ("gone", "ordered", "reserved", "ok")
ALL_OK: Final = {"ok"}


def answer(quota: Quota, asked: int = 1, is_turn: bool = False) -> Answer:
    """Whether a quota has as many units as are asked for, and if not, who has them.

    They are subtracted in the order of pretix: sold, pending, blocked, held, waiting. Whoever's turn it is in the queue does
    not wait behind others.
    """
    left = quota.size - quota.counts[SOLD]
    if left < asked:
        return "gone"
    left -= quota.counts[PENDING] + quota.blocked
    if left < asked:
        return "ordered"
    left -= quota.counts[HELD]
    if left < asked:
        return "reserved"
    if not is_turn:
        left -= quota.waiting
    return "ordered" if left < asked else "ok"


def check_quotas(sale: Sale, wanted: Mapping[int, int], is_turn: bool = False) -> None:
    """Raises: RefusedError when not every quota can meet what is asked for, as type to quantity."""
    asked: dict[int, int] = {}
    for type_id, quantity in wanted.items():
        for quota in sale.types[type_id].quotas:
            asked[id(quota)] = asked.get(id(quota), 0) + quantity
    for type_id in wanted:
        answers = {answer(quota, asked[id(quota)], is_turn) for quota in sale.types[type_id].quotas}
        if answers != ALL_OK:
            raise sold_out(sale, type_id, min(answers, key=WORST_FIRST.index))


def sold_out(sale: Sale, type_id: int, worst: Answer = "gone") -> RefusedError:
    """No: so many are left of the type, and these others can be had."""
    code = "reserved_may_come_back" if worst == "reserved" else "sold_out"
    return RefusedError(code, ticket_type_id=type_id, left=sale.types[type_id].left, alternatives=alternatives(sale, type_id))


def alternatives(sale: Sale, besides: int | None = None) -> list[dict[str, Any]]:
    """The types of which something is left, in the event's order, but for the one that was asked for."""
    return [
        {"ticket_type_id": number, "seat_type": kind.terms.name, "available_qty": kind.left}
        for number, kind in sale.types.items() if number != besides and kind.left
    ]


def arrange(sale: Sale) -> None:
    """Make types, quotas and the states of seats anew from terms and hall; what is claimed and who waits is carried over."""
    terms, plan, before = sale.terms, sale.plan, sale.types
    capacity = plan.capacity if plan else {}
    sold = {kind.section for kind in terms.types if kind.section is not None and kind.section in capacity}
    blocked = {seat.id: seat.zone for seat in plan.seats if seat.id in set(terms.blocked_seats)} if plan else {}
    zones = {zone: Quota(zone, capacity[zone], sum(of == zone for of in blocked.values())) for zone in sorted(sold)}
    shared = {quota.name: Quota(quota.name, quota.size) for quota in terms.quotas}
    sale.types = {}
    for kind in terms.types:
        own = Quota(kind.name, kind.quantity)
        quotas = [own]
        if kind.section in zones:
            quotas.append(zones[kind.section])
        if kind.quota is not None:
            quotas.append(shared[kind.quota])
        is_seated = plan is not None and kind.section in zones and plan.is_seated(kind.section)
        sale.types[kind.id] = TypeOnSale(kind, tuple(quotas), kind.section if is_seated else None)
        if kind.id in before:
            old = before[kind.id]
            sale.types[kind.id].inside = old.inside
            _carry(quotas, old)
    sale.quotas = (*(kind.own for kind in sale.types.values()), *zones.values(), *shared.values())
    for quota in sale.quotas:
        quota.counts[FREE] = quota.size - quota.blocked - quota.claimed
    if plan:
        for index, seat in enumerate(plan.seats):
            is_for_sale = seat.zone in sold and seat.id not in blocked
            state = sale.seats.states[index]
            sale.seats.put(index, (0 if state == BLOCKED else state) if is_for_sale else BLOCKED)


def _carry(quotas: Iterable[Quota], old: TypeOnSale) -> None:
    for quota in quotas:
        quota.waiting += old.own.waiting
        for stage in (HELD, PENDING, SOLD):
            quota.counts[stage] += old.own.counts[stage]
