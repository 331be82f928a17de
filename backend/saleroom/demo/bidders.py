"""How demo bidders think: whether one bids on a lot now, who, and how much. Pure.

They are people with a purse: each lot has a ceiling that follows from its number, each bidder reaches a share of it, and at the
ceiling all of them stop. Time is cut into turns; what happens in a turn follows from the lot and the turn, so that
several workers who think the same thought hand in the same command.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from saleroom.demo.evening import demo_id
from saleroom.demo.hand import Hand

TURN_SECONDS: Final = 4
CEILING: Final = (1.7, 4.5)  # times the start price
REACH_MIN: Final = 0.5  # of the ceiling: what the least wealthy bidder pays
QUIET_OF: Final = 5  # one lot in five is left alone, and may stay unsold

AT_FIRST: Final = 0.10  # a turn: about every 40 s while there are fewer than two bids
IN_BETWEEN: Final = 0.045  # about every 90 s
FOR_HOURS: Final = 0.004  # about every 17 minutes while the end is more than an hour away
NEAR_THE_END: Final = 0.2  # about every 20 s in the last minute and a half
AFTER_A_PERSON: Final = 0.28  # about 15 s after somebody who is none of them took the lead
GENEROUS: Final = 0.22  # of their bids are a round sum above the minimum

_NICE_STEPS: Final = (5_00, 10_00, 25_00, 50_00, 100_00, 250_00, 500_00, 1_000_00)


@dataclass(frozen=True, slots=True)
class Watched:
    """An open lot as a bidder sees it. Amounts in minor units."""

    lot_id: int
    start_price_minor: int
    next_min_minor: int
    bid_count: int
    leader_id: int | None
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class DemoBid:
    """A bid to be placed."""

    command_id: UUID
    bidder_id: int
    amount_minor: int


def thought(lot: Watched, crowd: Sequence[int], now: datetime) -> DemoBid | None:
    """What a crowd of bidders does about a lot in this turn; mostly nothing."""
    turn = int(now.timestamp()) // TURN_SECONDS
    hand = Hand(f"turn/{lot.lot_id}/{turn}")
    ceiling = ceiling_minor(lot)
    if not crowd or lot.next_min_minor > ceiling or not hand.likely(_eagerness(lot, crowd, now)):
        return None
    amount = _amount(hand, lot, ceiling)
    able = [bidder for place, bidder in enumerate(crowd) if bidder != lot.leader_id and _reach(lot, place) * ceiling >= amount]
    if not able:
        return None
    return DemoBid(demo_id(f"bid/{lot.lot_id}/{turn}"), hand.pick(able), amount)


def ceiling_minor(lot: Watched) -> int:
    """The most that any demo bidder pays for a lot; 0 for one that nobody of them wants."""
    if lot.lot_id % QUIET_OF == 0:
        return 0
    return round(lot.start_price_minor * Hand(f"ceiling/{lot.lot_id}").between(*CEILING))


def _reach(lot: Watched, place: int) -> float:
    """The share of the ceiling that a bidder pays; one of the crowd goes all the way."""
    return 1.0 if place == lot.lot_id % 3 else Hand(f"reach/{lot.lot_id}/{place}").between(REACH_MIN, 1)


def _eagerness(lot: Watched, crowd: Sequence[int], now: datetime) -> float:
    left = lot.closes_at - now
    if left < timedelta(seconds=90):
        return NEAR_THE_END
    if left > timedelta(hours=1):
        return FOR_HOURS
    if lot.leader_id is not None and lot.leader_id not in crowd:
        return AFTER_A_PERSON
    return AT_FIRST if lot.bid_count < 2 else IN_BETWEEN


def _amount(hand: Hand, lot: Watched, ceiling: int) -> int:
    """The minimum, or now and then the next round sum above it."""
    if not hand.likely(GENEROUS):
        return lot.next_min_minor
    step = next((step for step in _NICE_STEPS if step * 25 >= lot.next_min_minor), _NICE_STEPS[-1])
    return min(ceiling, -(-lot.next_min_minor // step) * step)
