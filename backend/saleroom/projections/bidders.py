"""Who has bid on which lot: one row a lot and person, which answers "my bids" and "what I won".

Whether somebody leads, was outbid, has won or lost is not kept: it is joined from the lot's head row when it is asked, so it
is never stale, and neither is the amount of whoever leads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, cast

from saleroom.domain.auctions.events import BidPlaced
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.cursors import Projection

Standing = Literal["leading", "outbid", "won", "lost", "cancelled"]

_ADD = """
INSERT INTO public.bidders (stream_id, user_id, highest_minor, bid_count, last_bid_at)
SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[])
ON CONFLICT (stream_id, user_id) DO UPDATE SET
    highest_minor = greatest(bidders.highest_minor, excluded.highest_minor),
    bid_count = bidders.bid_count + excluded.bid_count, last_bid_at = excluded.last_bid_at
"""
_CLEAR = "DELETE FROM public.bidders"

_OF_PERSON: Final = """
FROM (
    SELECT l.id AS lot_id, b.bid_count, b.last_bid_at,
           CASE WHEN (s.state->>'leader')::bigint = b.user_id THEN greatest(b.highest_minor, (s.state->>'price')::bigint)
                ELSE b.highest_minor END AS highest_minor,
           CASE s.state->>'status'
               WHEN 'cancelled' THEN 'cancelled'
               WHEN 'open' THEN CASE WHEN (s.state->>'leader')::bigint = b.user_id THEN 'leading' ELSE 'outbid' END
               WHEN 'sold' THEN CASE WHEN (s.state->>'leader')::bigint = b.user_id THEN 'won' ELSE 'lost' END
               ELSE 'lost' END AS standing
      FROM public.bidders b JOIN public.lots l USING (stream_id) JOIN log.stream s USING (stream_id)
     WHERE b.user_id = $1
) AS bidder
WHERE $2::text IS NULL OR standing = $2
"""
_PAGE = f"SELECT * {_OF_PERSON} ORDER BY last_bid_at DESC, lot_id DESC LIMIT $3 OFFSET $4"
_TOTAL = f"SELECT count(*) {_OF_PERSON}"


@dataclass(frozen=True, slots=True)
class LotBidder:
    """What one person did on one lot, and how he stands on it now.

    Attributes:
        highest_minor: his highest bid, in minor units.
        bid_count: how many bids of the lot are his.
    """

    lot_id: int
    highest_minor: int
    bid_count: int
    last_bid_at: datetime
    standing: Standing


@dataclass(slots=True)
class _Tally:
    """The bids of one person in one page of facts."""

    highest_minor: int
    bid_count: int
    last_bid_at: datetime


async def _apply(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    tallies: dict[int, _Tally] = {}
    for one in recorded:
        bid = cast(BidPlaced, one.fact)
        tally = tallies.get(bid.bidder_id)
        if tally is None:
            tally = tallies[bid.bidder_id] = _Tally(0, 0, one.at)
        tally.highest_minor = max(tally.highest_minor, bid.amount_minor)
        tally.bid_count += 1
        tally.last_bid_at = one.at
    await connection.execute(
        _ADD, stream, list(tallies), [tally.highest_minor for tally in tallies.values()],
        [tally.bid_count for tally in tallies.values()], [tally.last_bid_at for tally in tallies.values()],
    )


async def _clear(connection: Connection) -> None:
    await connection.execute(_CLEAR)


BIDDERS: Final = Projection("bidders", "auctions", frozenset({BidPlaced}), _apply, _clear)


async def of_person(
    source: Pool | Connection, user_id: int, standing: Standing | None = None, *, limit: int = 20, offset: int = 0
) -> tuple[list[LotBidder], int]:
    """A page of the lots that a person has bid on, his newest bid first, and how many there are in all.

    Args:
        source: within a REPEATABLE READ transaction the standings fit what else is read there.
        standing: only lots on which he stands so; None for all.
    """
    total: int = await source.fetchval(_TOTAL, user_id, standing)
    rows = await source.fetch(_PAGE, user_id, standing, limit, offset)
    return [LotBidder(**dict(row)) for row in rows], total
