"""What a box office wants to know at a glance: the figures of one sale, how fast it sells, and whether everything adds up.

The figures are the head row's. They are held against the law of conservation: sold, pending, held and free are the size of every
type, or less where its zone, a quota that it shares, or people in the queue keep units from it. And they are held against the
orders, which are written beside it in the same transaction; one statement reads both, so they must agree.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from saleroom.domain.ids import item_id
from saleroom.eventlog.pool import Connection, Pool

FAILED_SHOWN: Final = 20
MINUTES: Final = 5  # over which the rate is counted, less while a sale is younger

_WRONG_TYPE: Final = """
SELECT FROM jsonb_array_elements(s.state->'types') AS figures (f)
  JOIN jsonb_array_elements(t.types) AS terms (told) ON told->'id' = f->0
  CROSS JOIN LATERAL (SELECT (f->>1)::bigint AS size, (f->>2)::bigint AS sold, (f->>3)::bigint AS pending,
                             (f->>4)::bigint AS held, (f->>5)::bigint AS free) AS n
 WHERE least(n.sold, n.pending, n.held, n.free) < 0 OR n.sold + n.pending + n.held + n.free > n.size
    OR (n.sold + n.pending + n.held + n.free < n.size AND told->>'section' IS NULL AND told->>'quota' IS NULL
        AND (s.state->'queue'->>'waiting')::bigint = 0)
"""
_OFFICE: Final = f"""
SELECT s.version, s.state - 'seats' AS state, t.organizer_id, t.types, o.sold, o.pending, o.held, NOT EXISTS ({_WRONG_TYPE}) AS adds_up,
       o.lately / least({MINUTES}, greatest(1, extract(epoch FROM clock_timestamp() - t.sale_starts_at) / 60))::float8 AS rate
  FROM public.ticket_sales t JOIN log.stream s USING (stream_id),
       LATERAL (SELECT coalesce(sum(tickets), 0) AS sold,
                       coalesce(sum(quantity) FILTER (WHERE status = 'pending'), 0) AS pending,
                       coalesce(sum(quantity) FILTER (WHERE status = 'held'), 0) AS held,
                       coalesce(sum(quantity) FILTER (WHERE paid_at > clock_timestamp() - interval '{MINUTES} minutes'), 0) AS lately
                  FROM public.orders WHERE sale_id = t.id) AS o
 WHERE t.id = $1
"""
_WRONG_SALES: Final = f"""
SELECT count(*) FROM public.ticket_sales t JOIN log.stream s USING (stream_id) WHERE EXISTS ({_WRONG_TYPE})
"""
_PAUSED: Final = """
SELECT t.id FROM public.ticket_sales t JOIN log.stream s USING (stream_id)
 WHERE s.state->>'status' = 'on_sale' AND (s.state->'queue'->>'paused')::boolean AND (s.state->'queue'->>'waiting')::integer > 0
 ORDER BY t.id
"""


_FAILED: Final = """
SELECT n, order_n, amount_minor, settled_at FROM public.refunds WHERE sale_id = $1 AND status = 'failed' ORDER BY n DESC LIMIT $2
"""
_FAILED_ALL: Final = """
SELECT count(*) AS count, coalesce(sum(amount_minor), 0)::bigint AS amount_minor
  FROM public.refunds WHERE sale_id = $1 AND status = 'failed'
"""


@dataclass(frozen=True, slots=True)
class FailedRefund:
    """Money that the provider refused for good to send back, by the numbers that people see."""

    id: int
    order_id: int
    amount_minor: int
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class FailedRefunds:
    """All of a sale: how many, how much, and the newest of them."""

    count: int
    amount_minor: int
    newest: tuple[FailedRefund, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """One sale at a glance.

    Attributes:
        state: its head row at `version`, without seats.
        type_names: by the numbers of its types.
        rate_per_minute: tickets sold a minute, over the last minutes.
        is_sound: whether the figures add up, and agree with the orders.
    """

    organizer_id: int
    state: dict[str, Any]
    version: int
    type_names: dict[int, str]
    rate_per_minute: float
    is_sound: bool


async def office(source: Pool | Connection, sale: int) -> Office | None:
    """The figures of one sale; None for an unknown one."""
    row = await source.fetchrow(_OFFICE, sale)
    if row is None:
        return None
    told = [sum(kind[place] for kind in row["state"]["types"]) for place in (2, 3, 4)]
    return Office(
        row["organizer_id"], row["state"], row["version"], {kind["id"]: kind["name"] for kind in row["types"]},
        round(float(row["rate"]), 1), row["adds_up"] and told == [row["sold"], row["pending"], row["held"]],
    )


async def failed_refunds(source: Pool | Connection, sale: int, limit: int = FAILED_SHOWN) -> FailedRefunds:
    """What a sale owes its buyers because the provider would not send it back."""
    found = await source.fetchrow(_FAILED_ALL, sale)
    assert found is not None
    rows = await source.fetch(_FAILED, sale, limit) if found["count"] else []
    newest = (FailedRefund(item_id(sale, row["n"]), item_id(sale, row["order_n"]), row["amount_minor"], row["settled_at"]) for row in rows)
    return FailedRefunds(found["count"], found["amount_minor"], tuple(newest))


async def unsound(source: Pool | Connection) -> int:
    """How many sales have head rows that do not add up; a metric that must be 0."""
    count: int = await source.fetchval(_WRONG_SALES)
    return count


async def paused(source: Pool | Connection) -> list[int]:
    """The sales in whose paused queue somebody waits."""
    return [row["id"] for row in await source.fetch(_PAUSED)]
