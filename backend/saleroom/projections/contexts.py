"""What a conversation hangs on: whether there is such a lot, event or order, who sells it, and who may talk about it."""

from typing import Final

from saleroom.domain.chat.commands import About
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_parts
from saleroom.eventlog.pool import Connection, Pool

_SELLER_OF_LOT: Final = "SELECT seller_id FROM public.lots WHERE id = $1"
_ORGANIZER: Final = "SELECT organizer_id FROM public.ticket_sales WHERE id = $1"
_BUYER: Final = "SELECT person_id FROM public.orders WHERE sale_id = $1 AND n = $2"
_UNKNOWN: Final[dict[About, str]] = {"lot": "unknown_lot", "event": "unknown_event", "order": "unknown_order"}


async def check(source: Pool | Connection, about: About, number: int, person_id: int) -> None:
    """Somebody wants to talk about a thing.

    Raises:
        RefusedError: there is no such lot, event or order; an order of another person is none either.
    """
    if about == "order":
        sale, n = item_parts(number)
        buyer = await source.fetchval(_BUYER, sale, n)
        if buyer != person_id and await source.fetchval(_ORGANIZER, sale) != person_id:
            raise RefusedError("unknown_order")
    else:
        await seller_of(source, about, number)


async def seller_of(source: Pool | Connection, about: About, number: int) -> int:
    """Who sells a lot, or organises the event of an order.

    Raises:
        RefusedError: unknown_lot, unknown_event, unknown_order.
    """
    if about == "lot":
        found: int | None = await source.fetchval(_SELLER_OF_LOT, number)
    else:
        found = await source.fetchval(_ORGANIZER, number if about == "event" else item_parts(number)[0])
    if found is None:
        raise RefusedError(_UNKNOWN[about])
    return found
