"""What was sold before anybody came: a few lots with a real history, bid for within seconds when the demo is first loaded.

Nobody can write a bid into the past, since the database's clock is the time of every fact; so these sales are short instead.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from saleroom.demo.catalogue import Work
from saleroom.demo.evening import demo_id
from saleroom.demo.hand import Hand
from saleroom.demo.stage import Stage
from saleroom.domain.auctions.commands import CreateLot, LotTerms, PlaceBid
from saleroom.domain.auctions.events import BidPlaced
from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.eventlog.numbers import claim_number
from saleroom.projections import lots

PAST_SALES: Final = 3
OPEN_SECONDS: Final = 6.0
SOFT_CLOSE_SECONDS: Final = 2  # so that the last bid comes in time on a slow machine too
BIDS: Final = (7, 12)
PAUSE_SECONDS: Final = (0.15, 0.6)
GUEST_BIDS: Final = {0: (2, -1), 1: (1, 4), 2: ()}
"""Which bids (from 0; -1 is the last) the guest places in which sale: he wins one, loses one, and misses one."""


async def hold(stage: Stage, which: int, work: Work, crowd: Sequence[int], guest: int | None) -> None:
    """Hold one past sale, unless it was held before.

    Args:
        which: 0, 1 or 2.
        crowd: the bidders, besides the guest; the first two are the sellers, who stay away from their own lots.
        guest: a demo account that has won and lost before, so that its personal area is not empty.
    """
    sellers, bidders = crowd[:2], crowd[2:]
    number = await claim_number(stage.pool, "auctions", demo_id(f"past/{which}"))
    if await lots.one(stage.pool, number) is not None:
        return
    closes_at = stage.clock() + timedelta(seconds=OPEN_SECONDS)
    terms = LotTerms(work.start_price_minor, None, closes_at, soft_close_seconds=SOFT_CLOSE_SECONDS)
    listed = await stage.list_lot(work, CreateLot(sellers[work.seller], work.words, terms), demo_id(f"past/{which}"))
    if listed is None:
        return
    closes_at = await _bid(stage, which, number, work.start_price_minor, _order(which, bidders, guest)) or closes_at
    await stage.pause(max(0.0, (closes_at - stage.clock()).total_seconds()) + 0.05)
    stage.handle.do_due(stream_id("auctions", number), lambda due_at: None)


def _order(which: int, bidders: Sequence[int], guest: int | None) -> list[int]:
    """Who bids, one after the other; nobody twice in a row."""
    hand = Hand(f"past/{which}")
    count = hand.whole(*BIDS)
    places = {place % count for place in GUEST_BIDS[which]} if guest is not None else set()
    order: list[int] = []
    for place in range(count):
        if guest is not None and place in places:
            order.append(guest)
        else:
            order.append(hand.pick([bidder for bidder in bidders if not order or bidder != order[-1]]))
    return order


async def _bid(stage: Stage, which: int, number: int, start_minor: int, order: Sequence[int]) -> datetime | None:
    """Place the bids; when the sale ends after the last of them."""
    hand, next_min, closes_at = Hand(f"past/{which}/amounts"), start_minor, None
    for place, bidder in enumerate(order):
        amount = next_min + (hand.whole(0, 3) * 500 if hand.likely(0.3) else 0)
        outcome = await stage.handle.ask(stream_id("auctions", number), PlaceBid(bidder, amount), demo_id(f"past/{which}/{place}"))
        if isinstance(outcome, Refused):
            return closes_at
        placed = next(one.fact for one in outcome.recorded if isinstance(one.fact, BidPlaced))
        next_min, closes_at = placed.next_min_minor, placed.closes_at
        await stage.pause(hand.between(*PAUSE_SECONDS))
    return closes_at
