"""Who asked for tickets through the lanes of a sale, what came of it, and how many are served before whom.

Filled in the same transaction as the facts, two statements a batch. The position is worked out by the rule that serves
(`lanes.place`), from the lanes as the head row has them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales import lanes
from saleroom.domain.ticket_sales.events import RequestLeft, RequestQueued, RequestServed
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.rewriting import rewrite

TABLE: Final = "ticket_requests"

PROJECTED: Final = frozenset({RequestQueued, RequestServed, RequestLeft})
LEFT: Final = "left_queue"  # the code of a request that was left
OWN_MAX: Final = 20  # requests of one person that are shown

_QUEUE = """
INSERT INTO public.ticket_requests (sale_id, n, person_id, type_id, quantity, lane)
SELECT $1, r.* FROM unnest($2::integer[], $3::bigint[], $4::integer[], $5::integer[], $6::text[]) AS r
ON CONFLICT DO NOTHING
"""
_SERVE = """
UPDATE public.ticket_requests r SET is_served = true, order_n = s.order_n, code = s.code
  FROM unnest($2::integer[], $3::integer[], $4::text[]) AS s (n, order_n, code)
 WHERE r.sale_id = $1 AND r.n = s.n AND NOT r.is_served
"""
_CLEAR = "DELETE FROM public.ticket_requests WHERE sale_id = $1 AND n BETWEEN $2 AND $3"
_PUT = """
INSERT INTO public.ticket_requests (sale_id, n, person_id, type_id, quantity, lane, is_served, order_n, code)
SELECT $1, r.* FROM unnest(
    $2::integer[], $3::bigint[], $4::integer[], $5::integer[], $6::text[], $7::boolean[], $8::integer[], $9::text[]) AS r
"""
_CUT = "DELETE FROM public.ticket_requests WHERE sale_id = $1 AND n > $2"
_SELECT = """
SELECT r.n, r.person_id, r.type_id, r.quantity, r.lane, r.is_served, r.order_n, r.code,
       s.state->>'status' AS sale_status, s.state->'queue' AS queue, t.terms->>'lanes' AS lanes,
       (t.terms->>'lane_weight')::integer AS weight,
       (SELECT count(*) FROM public.ticket_requests b
         WHERE b.sale_id = r.sale_id AND b.lane = r.lane AND b.n < r.n AND NOT b.is_served) AS before
  FROM public.ticket_requests r JOIN public.ticket_sales t ON t.id = r.sale_id JOIN log.stream s USING (stream_id)
"""
_ONE = f"{_SELECT} WHERE r.sale_id = $1 AND r.n = $2"
_OWN = f"{_SELECT} WHERE r.person_id = $2 AND r.sale_id = $1 ORDER BY r.is_served, r.n DESC LIMIT {OWN_MAX}"


@dataclass(frozen=True, slots=True)
class TicketRequest:
    """A request as it stands.

    Attributes:
        n: its number inside the sale.
        position: 1 is next, over both lanes; None when it does not wait any more.
        order: the number of the order that it got.
        code: why it got none; a sale that is over serves nobody.
    """

    n: int
    person_id: int
    type_id: int
    quantity: int
    position: int | None
    order: int | None
    code: str


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Fill in who queued, who was served and who left."""
    queued = [one.fact for one in recorded if isinstance(one.fact, RequestQueued)]
    served = [one.fact for one in recorded if isinstance(one.fact, RequestServed | RequestLeft)]
    if queued:
        await connection.execute(
            _QUEUE, number_of(stream), [fact.request for fact in queued], [fact.person_id for fact in queued],
            [fact.type_id for fact in queued], [fact.quantity for fact in queued], [fact.lane for fact in queued],
        )
    if served:
        orders = [fact.placed.order if isinstance(fact, RequestServed) and fact.placed else None for fact in served]
        codes = [fact.code if isinstance(fact, RequestServed) else LEFT for fact in served]
        await connection.execute(_SERVE, number_of(stream), [fact.request for fact in served], orders, codes)


@dataclass(slots=True)
class RequestBook:
    """The requests of one sale as their columns say them, by number."""

    rows: dict[int, list[Any]] = field(default_factory=dict)

    @property
    def newest(self) -> int:
        return max(self.rows, default=0)

    def take(self, recorded: Iterable[Recorded]) -> None:
        """As the read table takes facts in."""
        for one in recorded:
            match one.fact:
                case RequestQueued() as asked:
                    values = [asked.request, asked.person_id, asked.type_id, asked.quantity, asked.lane, False, None, ""]
                    self.rows[asked.request] = values
                case RequestServed() as served:
                    self.rows[served.request][5:] = [True, served.placed.order if served.placed else None, served.code]
                case RequestLeft() as left:
                    self.rows[left.request][5:] = [True, None, LEFT]
                case _:
                    pass

    async def replace(self, connection: Connection, sale: int, first: int, last: int) -> None:
        await connection.execute(_CLEAR, sale, first, last)
        if rows := [self.rows[n] for n in range(first, last + 1) if n in self.rows]:
            await connection.execute(_PUT, sale, *zip(*rows, strict=True))

    async def finish(self, connection: Connection, sale: int) -> None:
        await connection.execute(_CUT, sale, self.newest)


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every request anew from the log, while the house runs."""
    await rewrite(pool, codec, RequestBook, {"ticket_requests": "sale_id"})


async def one(source: Pool | Connection, sale: int, n: int) -> TicketRequest | None:
    """A request of a sale, with its position if it still waits; read in one statement, so that all of it belongs together."""
    row = await source.fetchrow(_ONE, sale, n)
    return None if row is None else _read(row)


async def of_person(source: Pool | Connection, sale: int, person_id: int) -> list[TicketRequest]:
    """The requests of one person in a sale: those that wait, then the newest."""
    return [_read(row) for row in await source.fetch(_OWN, sale, person_id)]


def _read(row: Any) -> TicketRequest:
    position, code = None, row["code"]
    if not row["is_served"] and row["sale_status"] in ("ended", "cancelled"):
        code = f"sale_{row['sale_status']}"
    elif not row["is_served"]:
        queue, weight = row["queue"], None if row["lanes"] == "strict" else row["weight"]
        others = queue["regular" if row["lane"] == "vip" else "vip"]
        position = lanes.place(row["lane"], row["before"], others, queue["passed"], weight)
    return TicketRequest(row["n"], row["person_id"], row["type_id"], row["quantity"], position, row["order_n"], code)
