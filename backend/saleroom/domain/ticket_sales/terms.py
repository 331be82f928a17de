"""Terms: which sales can be at all, and which changes of a running one.

An edit never refills and never takes away: sizes count what is sold, pending and held, so a smaller size is refused below
that, and a seat, zone or type that somebody has stays as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, NoReturn

from saleroom.domain.decider import RefusedError
from saleroom.domain.money import AMOUNT_MINOR_MAX
from saleroom.domain.seating.plan import Plan
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.sale import BLOCKED, FREE, Sale

TYPES_MAX: Final = 30
QUANTITY_MAX: Final = 250_000  # units of all types together
HOLD_SECONDS: Final = range(60, 7_200 + 1)
ORDER_SIZES: Final = range(1, 20 + 1)
WEIGHTS: Final = range(1, 100 + 1)


def create(sale: Sale, command: c.CreateSale, at: datetime) -> list[e.Fact]:
    """A concert is put on sale. Raises: RefusedError malformed or times_in_wrong_order."""
    if sale.status != "none":
        raise RefusedError("command_conflict")
    terms = _settled(command.terms, max(command.terms.sale_starts_at or at, at), at, ())
    plan = Plan(command.hall) if command.hall else None
    created = e.SaleCreated(command.organizer_id, command.words, _placed(terms, plan))
    return [e.HallPlaced(command.hall), created] if command.hall else [created]


def edit(sale: Sale, command: c.EditSale, at: datetime) -> list[e.Fact]:
    """Words, terms and perhaps the hall are changed. Raises: RefusedError, also when somebody has what would go."""
    _check_may(sale, command)
    if sale.status == "ended":
        raise RefusedError("sale_ended", ended_at=sale.sells_until.isoformat())
    starts_at = max(command.terms.sale_starts_at or at, at)
    if sale.status == "on_sale":  # what has begun has begun
        starts_at = sale.terms.sale_starts_at or at
    terms = _settled(command.terms, starts_at, at, sale.terms.types)
    is_new_hall = command.hall is not None and (sale.plan is None or command.hall != sale.plan.hall)
    plan = Plan(command.hall) if command.hall is not None and is_new_hall else sale.plan
    terms = _placed(terms, plan)
    _check_claimed(sale, terms, is_new_hall)
    edited = e.SaleEdited(command.by, command.words, terms)
    return [e.HallPlaced(plan.hall), edited] if plan is not None and is_new_hall else [edited]


def block(sale: Sale, command: c.BlockSeats) -> list[e.Fact]:
    """Seats leave the sale or come back. Raises: RefusedError, also when somebody holds or has one that would leave."""
    _check_may(sale, command)
    if sale.status == "ended":
        raise RefusedError("sale_ended", ended_at=sale.sells_until.isoformat())
    if sale.plan is None:
        _wrong("block", "There is no hall.")
    block = set(command.block)
    for seat in (*command.block, *command.unblock):
        if seat not in sale.plan.index:
            raise RefusedError("unknown_seat", seat=seat)
    if block & set(command.unblock):
        _wrong("unblock", "A seat is either blocked or not.")
    _check_free(sale, sale.plan, block)
    after = (set(sale.terms.blocked_seats) | block) - set(command.unblock)
    seats = tuple(sorted(after, key=sale.plan.index.__getitem__))
    return [e.SaleEdited(command.by, sale.words, replace(sale.terms, blocked_seats=seats))] if seats != sale.terms.blocked_seats else []


def cancel(sale: Sale, command: c.CancelSale) -> list[e.Fact]:
    """The concert is called off. Raises: RefusedError."""
    _check_may(sale, command)
    return [e.SaleCancelled(command.by, command.reason)]


def _check_may(sale: Sale, command: c.EditSale | c.BlockSeats | c.CancelSale) -> None:
    if command.by != sale.organizer_id and not command.is_admin:
        raise RefusedError("not_yours")
    if sale.status == "cancelled":
        raise RefusedError("sale_cancelled")


def _settled(terms: c.SaleTerms, starts_at: datetime, at: datetime, known: Sequence[c.TicketType]) -> c.SaleTerms:
    """Terms that hold by themselves: times in order, sizes within bounds, types numbered."""
    ends_at = terms.ends_at or terms.starts_at
    if (reason := _why_not_in_order(starts_at, terms, ends_at, at)) is not None:
        raise RefusedError(
            "times_in_wrong_order", reason=reason, sale_start_time=starts_at.isoformat(), start_time=terms.starts_at.isoformat(),
            end_time=ends_at.isoformat(),
        )
    _check_between("hold_seconds", terms.hold_seconds, HOLD_SECONDS)
    _check_between("lane_weight", terms.lane_weight, WEIGHTS)
    _check_between("order_max", terms.order_max or 1, ORDER_SIZES)
    if terms.limit_per_person is not None and terms.limit_per_person < 1:
        _wrong("limit_per_user", "A limit is at least 1; leave it out for none.")
    _check_types(terms)
    return replace(terms, sale_starts_at=starts_at, types=_numbered(terms.types, known))


def _why_not_in_order(sale_starts_at: datetime, terms: c.SaleTerms, ends_at: datetime, at: datetime) -> str | None:
    if ends_at < terms.starts_at:
        return "An event ends after it starts."
    if ends_at <= at:
        return "This event is over already."
    if terms.doors_open_at is not None and terms.doors_open_at > ends_at:
        return "The doors open before the event is over."
    return "Tickets go on sale before the event is over." if ends_at <= sale_starts_at else None


def _check_types(terms: c.SaleTerms) -> None:
    """Names are unique, amounts and sizes possible, and shared quotas known."""
    if len(terms.types) > TYPES_MAX or len(terms.quotas) > TYPES_MAX:
        _wrong("ticket_types", f"A sale has at most {TYPES_MAX} ticket types and as many shared quotas.")
    for names, field in ([kind.name for kind in terms.types], "ticket_types"), ([quota.name for quota in terms.quotas], "quotas"):
        if not all(name.strip() for name in names) or len({name.strip().casefold() for name in names}) < len(names):
            _wrong(field, "Every one has a name of its own.")
    if any(kind.quantity < 0 for kind in terms.types) or sum(kind.quantity for kind in terms.types) > QUANTITY_MAX:
        _wrong("available_qty", f"A sale has 0 to {QUANTITY_MAX} tickets.")
    if any(not 0 <= quota.size <= QUANTITY_MAX for quota in terms.quotas):
        _wrong("quotas", f"A shared quota has 0 to {QUANTITY_MAX} places.")
    shared = {quota.name for quota in terms.quotas}
    for kind in terms.types:
        if not 0 <= kind.price_minor <= AMOUNT_MINOR_MAX or (kind.refund is not None and kind.refund.fee_minor < 0):
            _wrong("price", "A price and a fee are 0 or more.")
        if kind.quota is not None and kind.quota not in shared:
            _wrong("quota", f"{kind.quota!r} is not among the shared quotas: {', '.join(sorted(shared)) or 'there are none'}.")


def _numbered(types: Iterable[c.TicketType], known: Sequence[c.TicketType]) -> tuple[c.TicketType, ...]:
    """The types with their numbers: those that were there keep theirs, by number or else by name; new ones are numbered on."""
    numbers: dict[int | str, int] = {kind.id: kind.id for kind in known}
    numbers |= {kind.name.casefold(): kind.id for kind in known}
    last = max((kind.id for kind in known), default=0)
    numbered: list[c.TicketType] = []
    for kind in types:
        number = numbers.get(kind.id or kind.name.strip().casefold())
        if number is None and kind.id:
            raise RefusedError("unknown_ticket_type", ticket_type_id=kind.id)
        if number is None:
            number = last = last + 1
        numbered.append(replace(kind, id=number, name=kind.name.strip()))
    if len({kind.id for kind in numbered}) < len(numbered):
        _wrong("ticket_types", "Two of them have the same id.")
    return tuple(numbered)


def _placed(terms: c.SaleTerms, plan: Plan | None) -> c.SaleTerms:
    """Terms that fit the hall: sections are zone ids, no type is larger than its zone, blocked seats are seats."""
    if plan is None:
        if terms.blocked_seats:
            _wrong("blocked_seats", "There is no hall.")
        return terms
    zones = {zone.name.casefold(): zone.id for zone in plan.hall.zones} | {zone.id.casefold(): zone.id for zone in plan.hall.zones}
    types = []
    for kind in terms.types:
        zone = zones.get(kind.section.strip().casefold()) if kind.section else None
        if kind.section and zone is None:
            names = ", ".join(zone.name for zone in plan.hall.zones)
            _wrong("section", f"{kind.section!r} is no zone of this hall; its zones are {names}.")
        if zone is not None and kind.quantity > (places := plan.capacity.get(zone, 0)):
            _wrong("available_qty", f"{kind.name} would have {kind.quantity} tickets; its zone has {places} places.")
        types.append(replace(kind, section=zone))
    for seat in terms.blocked_seats:
        if seat not in plan.index:
            raise RefusedError("unknown_seat", seat=seat)
    return replace(terms, types=tuple(types), blocked_seats=tuple(sorted(set(terms.blocked_seats), key=plan.index.__getitem__)))


def _check_claimed(sale: Sale, terms: c.SaleTerms, is_new_hall: bool) -> None:
    """Whatever is sold, pending, held or waited for stays: its type, its zone, its seat, and room for it."""
    types = {kind.id: kind for kind in terms.types}
    claimed: dict[str, int] = {}
    for number, kind in sale.types.items():
        has, after = kind.own.claimed + kind.own.waiting, types.get(number)
        if has and (after is None or (sale.plan is not None and after.section != kind.terms.section)):
            raise RefusedError("under_sold", ticket_type_id=number, sold=has, asked=0)
        if has and is_new_hall and (kind.terms.section is not None or (after and after.section)):
            raise RefusedError("under_sold", ticket_type_id=number, sold=has, asked=0)
        if after is not None and after.quantity < kind.own.claimed:
            raise RefusedError("under_sold", ticket_type_id=number, sold=kind.own.claimed, asked=after.quantity)
        if after is not None and after.quota is not None:
            claimed[after.quota] = claimed.get(after.quota, 0) + kind.own.claimed
    for quota in terms.quotas:
        if claimed.get(quota.name, 0) > quota.size:
            raise RefusedError("under_sold", quota=quota.name, sold=claimed[quota.name], asked=quota.size)
    if sale.plan is not None and not is_new_hall:
        _check_free(sale, sale.plan, terms.blocked_seats)


def _check_free(sale: Sale, plan: Plan, seats: Iterable[str]) -> None:
    """Raises: RefusedError when somebody holds or has one of these seats."""
    asked, states = sorted(plan.index[seat] for seat in seats), sale.seats.states
    taken = [plan.seats[index].id for index in asked if states[index] not in (FREE, BLOCKED)]
    if taken:
        raise RefusedError("seats_not_free", failed=taken, seats=", ".join(taken))


def _check_between(field: str, value: int, bounds: range) -> None:
    if value not in bounds:
        _wrong(field, f"A whole number of {bounds.start} to {bounds.stop - 1}.")


def _wrong(field: str, reason: str) -> NoReturn:
    raise RefusedError("malformed", field=field, reason=reason)
