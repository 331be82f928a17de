"""What a box office wants to know at a glance: the figures of one sale, how fast it sells, and whether everything adds up.

The figures are the head row's. They are held against the law of conservation: sold, pending, held and free are the size of every
type, or less where its zone, a quota that it shares, or people in the queue keep units from it. And they are held against the
orders, which are written beside it in the same transaction; one statement reads both, so they must agree.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

from saleroom.domain.ids import item_id
from saleroom.eventlog.pool import Connection, Pool

REFUNDS_SHOWN: Final = 20  # that failed, and as many of those that were settled by hand
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
_BY_HAND: Final = """
SELECT r.n, r.order_n, r.amount_minor, r.settled_at, r.settled_by, coalesce(nullif(u.name, ''), u.username) AS settled_by_name, r.note,
       r.paid_again_at
  FROM public.refunds r LEFT JOIN public.users u ON u.id = r.settled_by
 WHERE r.sale_id = $1 AND r.status IN ('settled_by_hand', 'paid_twice')
 ORDER BY coalesce(r.paid_again_at, r.settled_at) DESC, r.n DESC LIMIT $2
"""
_SUMS: Final = """
SELECT status, count(*) AS count, sum(amount_minor)::bigint AS amount_minor
  FROM public.refunds WHERE sale_id = $1 AND status IN ('failed', 'settled_by_hand', 'paid_twice') GROUP BY status
"""


@dataclass(frozen=True, slots=True)
class FailedRefund:
    """Money that the provider refused for good to send back, by the numbers that people see."""

    id: int
    order_id: int
    amount_minor: int
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class RefundByHand:
    """A refund that failed and was paid another way, as `note` says; the name of `settled_by` is None for the erased and for operators.

    `paid_again_at`: when the payment provider paid it as well, so that the money went out twice.
    """

    id: int
    order_id: int
    amount_minor: int
    settled_at: datetime
    settled_by: int
    settled_by_name: str | None
    note: str
    paid_again_at: datetime | None


Back = TypeVar("Back", FailedRefund, RefundByHand)


@dataclass(frozen=True, slots=True)
class Refunds(Generic[Back]):
    """All of a kind in a sale: how many, how much, and the newest of them."""

    count: int
    amount_minor: int
    newest: tuple[Back, ...]


Debts = tuple[Refunds[FailedRefund], Refunds[RefundByHand], tuple[int, int]]


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


async def failed_refunds(source: Pool | Connection, sale: int, limit: int = REFUNDS_SHOWN) -> Debts:
    """What a sale owes its buyers because the provider would not send it back; and what of that was paid another way since.

    The third are the count and the sum of those among the second that the provider paid as well.
    """
    sums = {row["status"]: (row["count"], row["amount_minor"]) for row in await source.fetch(_SUMS, sale)}
    failed = await source.fetch(_FAILED, sale, limit) if "failed" in sums else []
    by_hand, twice = sums.get("settled_by_hand", (0, 0)), sums.get("paid_twice", (0, 0))
    paid = await source.fetch(_BY_HAND, sale, limit) if by_hand[0] + twice[0] else []
    return (
        Refunds(*sums.get("failed", (0, 0)), tuple(FailedRefund(*_numbers(sale, row), *row[2:]) for row in failed)),
        Refunds(by_hand[0] + twice[0], by_hand[1] + twice[1], tuple(RefundByHand(*_numbers(sale, row), *row[2:]) for row in paid)),
        twice,
    )


def _numbers(sale: int, row: Any) -> tuple[int, int]:
    """Of a refund and its order, as people see them."""
    return item_id(sale, row["n"]), item_id(sale, row["order_n"])


async def unsound(source: Pool | Connection) -> int:
    """How many sales have head rows that do not add up; a metric that must be 0."""
    count: int = await source.fetchval(_WRONG_SALES)
    return count


async def paused(source: Pool | Connection) -> list[int]:
    """The sales in whose paused queue somebody waits."""
    return [row["id"] for row in await source.fetch(_PAUSED)]
