"""Demo bidders bid like people with a purse: now and then, never against themselves, and no further than their ceiling."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from saleroom.demo.bidders import QUIET_OF, TURN_SECONDS, DemoBid, Watched, ceiling_minor, thought
from saleroom.domain.auctions.rules import PRESETS

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
CROWD = (11, 12, 13, 14)
PERSON = 99


def a_lot(lot_id: int = 7, start_minor: int = 400_00, minutes: float = 15) -> Watched:
    return Watched(lot_id, start_minor, start_minor, 0, None, NOW + timedelta(minutes=minutes))


def after(lot: Watched, bidder: int, amount_minor: int) -> Watched:
    step = PRESETS["ebay-us"].increment(amount_minor)
    return replace(lot, next_min_minor=amount_minor + step, bid_count=lot.bid_count + 1, leader_id=bidder)


def evening_of(lot: Watched, crowd: tuple[int, ...] = CROWD, seconds: int = 15 * 60) -> list[tuple[int, DemoBid]]:
    """What a crowd does with a lot, turn by turn: (second, bid)."""
    bids = []
    for second in range(0, seconds, TURN_SECONDS):
        bid = thought(lot, crowd, NOW + timedelta(seconds=second))
        if bid is not None:
            assert bid.amount_minor >= lot.next_min_minor and bid.bidder_id != lot.leader_id and bid.bidder_id in crowd
            lot = after(lot, bid.bidder_id, bid.amount_minor)
            bids.append((second, bid))
    return bids


LIVELY = [number for number in range(1, 36) if number % QUIET_OF]


@pytest.mark.parametrize("lot_id", LIVELY)
def test_a_lively_lot_gets_some_bids_but_never_more_than_its_ceiling(lot_id: int) -> None:
    lot = a_lot(lot_id)
    bids = evening_of(lot)
    assert 4 <= len(bids) <= 60
    assert all(bid.amount_minor <= ceiling_minor(lot) <= 4.5 * 400_00 for _, bid in bids)


def test_the_rate_is_gentle() -> None:
    per_lot = [len(evening_of(a_lot(lot_id))) for lot_id in LIVELY]
    assert 8 <= sum(per_lot) / len(per_lot) <= 30


def test_one_lot_in_five_is_left_alone() -> None:
    assert evening_of(a_lot(QUIET_OF * 4)) == []


def test_a_quiet_house_has_no_demo_bids() -> None:
    assert evening_of(a_lot(), crowd=()) == []


def test_a_single_bidder_never_bids_against_himself() -> None:
    assert len(evening_of(a_lot(), crowd=(11,))) <= 1


def test_the_same_turn_gives_the_same_bid_to_every_worker() -> None:
    lot = a_lot()
    for second in range(600):
        assert thought(lot, CROWD, NOW + timedelta(seconds=second)) == thought(
            lot, CROWD, NOW + timedelta(seconds=second // TURN_SECONDS * TURN_SECONDS)
        )


def test_each_turn_has_an_id_of_its_own() -> None:
    ids = [bid.command_id for lot_id in LIVELY for _, bid in evening_of(a_lot(lot_id))]
    assert len(set(ids)) == len(ids)


def test_somebody_who_takes_the_lead_is_answered_within_a_minute_or_so_until_the_purses_are_empty() -> None:
    waits = []
    for lot_id in LIVELY:
        lot = after(a_lot(lot_id), PERSON, 400_00)
        seconds = [second for second in range(0, 400, TURN_SECONDS) if thought(lot, CROWD, NOW + timedelta(seconds=second))]
        waits.append(seconds[0])
    assert sorted(waits)[len(waits) // 2] <= 60
    lot = a_lot()
    beyond = after(lot, PERSON, ceiling_minor(lot))
    assert evening_of(beyond) == []


def test_a_lot_that_is_open_for_hours_gets_only_a_few_bids_an_hour() -> None:
    assert len(evening_of(a_lot(minutes=8 * 60), seconds=3600)) <= 10
