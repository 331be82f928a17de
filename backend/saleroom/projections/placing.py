"""Orders that were just placed, and the tickets they brought at once: written in the statement that appends their facts.

At the second of an on-sale a batch is little else. Two trips to Postgres are spared while the sale is locked, and rows that can only
be new are put without looking for older ones. What becomes of them later is written by `orders` and `tickets`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import orjson

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales.events import OrderPlaced
from saleroom.domain.ticket_sales.sale import NEVER
from saleroom.eventlog import log
from saleroom.eventlog.log import Beside
from saleroom.eventlog.pool import Connection
from saleroom.projections.order_folding import placed
from saleroom.projections.tickets import issued_by

FACTS: Final = frozenset({OrderPlaced})

_PLACE: Final = "public.place_orders($7, $8, $9, $10)"


async def warm_up(connection: Connection) -> None:
    """Prepare the statement of every batch of a rush while no lock is held (see `log.warm_up`)."""
    await log.warm_up_append(connection, _call(0, NEVER, [], []))


def beside(stream: int, version: int, facts: Sequence[Any], at: datetime) -> Beside | None:
    """The rows of the orders that a batch places; None where it places none.

    Args:
        version: of the stream before the first of the facts.
        at: when all of them happened.
    """
    orders, tickets = [], []
    for n, fact in enumerate(facts, start=version + 1):
        if type(fact) is OrderPlaced:
            row = placed(fact, at, n)
            orders.append((
                row.n, row.person_id, row.status, row.via, orjson.dumps(row.lines).decode(), row.expires_at, row.version, row.tickets,
                row.quantity, row.total_minor,
            ))
            tickets += issued_by(fact)
    return _call(number_of(stream), at, orders, tickets) if orders else None


def _call(sale: int, at: datetime, orders: list[tuple[Any, ...]], tickets: list[tuple[int, int, int, str | None]]) -> Beside:
    return Beside(_PLACE, (sale, at, orders, tickets))
