"""Claims: who gets which units, decided in one step over limits, quotas, seats and the orphan rule; all of them or none."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import seat_choice
from saleroom.domain.ticket_sales.events import Line, OrderPlaced, Ticket, Via
from saleroom.domain.ticket_sales.limits import check_limit, check_lines, check_selling, check_size
from saleroom.domain.ticket_sales.quotas import check_quotas
from saleroom.domain.ticket_sales.rules import held_until
from saleroom.domain.ticket_sales.sale import Order, Sale


def hold(sale: Sale, command: c.Hold, at: datetime) -> OrderPlaced:
    """Lines, hand-picked seats and the best available, held together.

    Raises:
        RefusedError: why nothing of it was claimed.
    """
    check_selling(sale)
    lines = [*command.lines]
    if command.best_available is not None:
        lines.append((command.type_id or 0, command.best_available))
    check_lines(sale, lines)
    wanted = Counter[int]()
    for type_id, quantity in lines:
        wanted[type_id] += quantity
    seats = tuple(dict.fromkeys(command.seats))
    chosen = seat_choice.assign(sale, wanted, seats)
    check_size(sale, wanted)
    check_limit(sale, command.person_id, wanted.total())
    check_quotas(sale, wanted)
    seat_choice.check_orphans(sale, seats)
    access = seat_choice.access_asked(sale, wanted, chosen) if command.is_accessible else {}
    found = seat_choice.find(sale, wanted, chosen, access)
    return _placed(sale, command.person_id, "pick" if seats else "best", _lines(sale, wanted, found), at)


def claim(sale: Sale, person_id: int, type_id: int, quantity: int, via: Via, at: datetime) -> OrderPlaced:
    """Units of one type for one person; what costs nothing is paid at once. `via` lane: it is his turn.

    Raises:
        RefusedError: why he does not get them.
    """
    check_selling(sale)
    wanted, is_turn = {type_id: quantity}, via == "lane"
    check_lines(sale, wanted.items())
    check_size(sale, wanted)
    check_limit(sale, person_id, quantity, is_turn)
    check_quotas(sale, wanted, is_turn)
    return _placed(sale, person_id, via, _lines(sale, wanted, seat_choice.find(sale, wanted, {})), at)


def reclaim(sale: Sale, order: Order) -> tuple[tuple[Line, ...], bool] | None:
    """The units of an order that lapsed, at its old prices: (the same, True), else (the best available, False), else None."""
    wanted = {line.type_id: line.quantity for line in order.lines}
    if not wanted.keys() <= sale.types.keys():
        return None
    try:
        check_limit(sale, order.person_id, order.quantity)
        check_quotas(sale, wanted)
        if all(seat_choice.is_still_free(sale, line) for line in order.lines):
            return order.lines, True
        found = seat_choice.find(sale, wanted, {}, seat_choice.access_of(sale, order.lines))
    except RefusedError:
        return None
    return tuple(Line(line.type_id, line.quantity, line.price_minor, found.get(line.type_id, ())) for line in order.lines), False


def tickets_of(sale: Sale, lines: Iterable[Line]) -> tuple[Ticket, ...]:
    """The tickets that an order of these lines brings, numbered on."""
    tickets: list[Ticket] = []
    for line in lines:
        for seat in line.seats or (None,) * line.quantity:
            tickets.append(Ticket(len(sale.tickets) + len(tickets) + 1, line.type_id, line.price_minor, seat))
    return tuple(tickets)


def _lines(sale: Sale, wanted: Mapping[int, int], seats: seat_choice.Chosen) -> tuple[Line, ...]:
    """The lines of an order at today's prices, by type."""
    return tuple([
        Line(number, wanted[number], sale.types[number].terms.price_minor, seats.get(number, ())) for number in sorted(wanted)
    ])


def _placed(sale: Sale, person_id: int, via: Via, lines: tuple[Line, ...], at: datetime) -> OrderPlaced:
    number = len(sale.orders) + 1
    if via in ("grab", "lane") and not any(line.price_minor for line in lines):
        return OrderPlaced(number, person_id, via, lines, None, tickets_of(sale, lines))
    return OrderPlaced(number, person_id, via, lines, held_until(at, sale.terms.hold_seconds))
