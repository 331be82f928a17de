"""Laws of the auctioneer that hold on every evening, whatever people ask for and whenever."""

from hypothesis import given
from hypothesis import strategies as st

from saleroom.domain.auctions import commands as c
from saleroom.domain.auctions import events as e
from saleroom.domain.auctions.decider import LOT
from saleroom.domain.decider import Refused
from tests.given import at
from tests.unit.evenings import SELLER, Evening, commands, evenings, hold

ENDED = ("sold", "unsold", "cancelled")


@given(evenings)
def test_the_price_strictly_rises_by_at_least_the_minimum_and_nobody_outbids_himself(evening: Evening) -> None:
    held, price, leader, least = hold(evening), 0, None, 0
    for recorded, state in zip(held.recorded, held.states, strict=True):
        if isinstance(recorded.fact, e.BidPlaced):
            assert recorded.fact.amount_minor > price
            assert recorded.fact.amount_minor >= least
            assert recorded.fact.bidder_id not in (leader, SELLER)
            price, leader = recorded.fact.amount_minor, recorded.fact.bidder_id
        least = state.next_min_minor


@given(evenings)
def test_a_lot_closes_once_and_nothing_follows_its_end(evening: Evening) -> None:
    facts = [recorded.fact for recorded in hold(evening).recorded]
    ends = [n for n, fact in enumerate(facts) if isinstance(fact, (e.LotClosed, e.LotCancelled))]
    assert len(ends) <= 1
    assert not ends or ends == [len(facts) - 1]


@given(evenings)
def test_a_bid_stands_between_opening_and_end_and_the_end_comes_not_before_its_time(evening: Evening) -> None:
    held, before = hold(evening), LOT.initial()
    for recorded, state in zip(held.recorded, held.states, strict=True):
        match recorded.fact:
            case e.BidPlaced():
                assert before.is_open
                assert recorded.at < before.closes_at <= state.closes_at
            case e.LotOpened():
                assert recorded.at >= before.starts_at
            case e.LotClosed():
                assert recorded.at >= before.closes_at
                assert (recorded.fact.winner_id, recorded.fact.price_minor) == (before.leader_id, before.price_minor)
        assert state.hard_end_at is None or not state.is_open or state.closes_at <= state.hard_end_at
        before = state


@given(evenings)
def test_replay_gives_the_same_lot(evening: Evening) -> None:
    held, lot = hold(evening), LOT.initial()
    for recorded, state in zip(held.recorded, held.states, strict=True):
        lot = LOT.evolve(lot, recorded.fact, recorded.at)
        assert lot == state
        assert lot.version == recorded.version
    assert hold(evening).recorded == held.recorded


@given(evenings, commands, st.integers(0, 2_000))
def test_deciding_is_deterministic_and_the_end_is_final(evening: Evening, command: c.Command, second: int) -> None:
    for state in hold(evening).states:
        assert LOT.decide(state, command, at(second)) == LOT.decide(state, command, at(second))
        if state.status in ENDED:
            assert isinstance(LOT.decide(state, command, at(second)), Refused)
            assert LOT.due_at(state) is None


@given(evenings, evenings)
def test_every_fact_fits_every_lot(evening: Evening, other: Evening) -> None:
    for state in hold(evening).states[-3:]:
        for recorded in hold(other).recorded:
            assert LOT.evolve(state, recorded.fact, recorded.at).version == state.version + 1
