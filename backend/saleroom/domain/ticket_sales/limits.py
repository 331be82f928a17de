"""What may be asked for at all, before anybody looks at what is left: sale times, known types, sizes, and limits per person.

A limit counts over all orders of a person in the sale, what he holds, pays and has, and what he waits for in the queue (TK-LIM).
"""

from collections.abc import Iterable, Mapping
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales.sale import Sale

ORDER_MAX: Final = 10  # tickets an order, where the terms say nothing
ORDER_SEATS_MAX: Final = 4  # of them with seats
ITEMS_FULL: Final = 700_000  # orders or tickets of one sale; the units still open then fit below a million


def check_selling(sale: Sale) -> None:
    """Raises: RefusedError when no tickets can be had now."""
    match sale.status:
        case "scheduled":
            assert sale.terms.sale_starts_at is not None
            raise RefusedError("not_on_sale", opens_at=sale.terms.sale_starts_at.isoformat())
        case "ended":
            raise RefusedError("sale_ended", ended_at=sale.sells_until.isoformat())
        case "cancelled":
            raise RefusedError("sale_cancelled")
        case "none" | "on_sale":
            pass


def check_lines(sale: Sale, lines: Iterable[tuple[int, int]]) -> None:
    """Raises: RefusedError when a type is unknown or a quantity is none."""
    for type_id, quantity in lines:
        if type_id not in sale.types:
            raise RefusedError("unknown_ticket_type", ticket_type_id=type_id)
        if quantity < 1:
            raise RefusedError("malformed", field="quantity", reason="Ask for at least one ticket.")


def check_size(sale: Sale, wanted: Mapping[int, int]) -> None:
    """Raises: RefusedError when nobody may ask for so much, or so little, at once. `wanted` is type to quantity."""
    quantity = sum(wanted.values())
    if quantity < 1:
        raise RefusedError("malformed", field="lines", reason="Ask for at least one ticket or seat.")
    most = sale.terms.order_max or ORDER_MAX
    if quantity > most:
        raise RefusedError("too_many_at_once", max=most)
    if quantity > ORDER_SEATS_MAX and sale.terms.order_max is None and _seats(sale, wanted) > ORDER_SEATS_MAX:
        raise RefusedError("too_many_at_once", max=ORDER_SEATS_MAX)
    if max(len(sale.orders), len(sale.tickets), sale.requests) >= ITEMS_FULL:
        raise RefusedError("sale_is_full", max=ITEMS_FULL)


def _seats(sale: Sale, wanted: Mapping[int, int]) -> int:
    return sum(quantity for type_id, quantity in wanted.items() if sale.types[type_id].zone)


def check_limit(sale: Sale, person_id: int, quantity: int, is_turn: bool = False) -> None:
    """Raises: RefusedError when a person would have more than the limit. What he waits for counts, but for his own turn."""
    limit = sale.terms.limit_per_person
    if limit is None:
        return
    has = sale.units.get(person_id, 0) + (0 if is_turn else sale.asked.get(person_id, 0))
    if has + quantity > limit:
        raise RefusedError("limit_reached", limit=limit, remaining=max(0, limit - has))
