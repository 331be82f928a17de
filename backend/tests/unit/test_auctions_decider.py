"""The auctioneer by example: who may bid what, when a lot opens and closes, and what an administrator and a seller may do."""

from dataclasses import replace
from typing import Any

import pytest

from saleroom.domain.auctions import commands as c
from saleroom.domain.auctions import events as e
from saleroom.domain.auctions.decider import LOT
from tests.given import Given, at

SELLER, ANNA, BERT, ADMIN = 1, 2, 3, 9
WORDS = c.LotWords("A still life")
TERMS = c.LotTerms(10_00, at(0), at(600), None, "flat:1", 120)
CREATE = c.CreateLot(SELLER, WORDS, TERMS)
LISTED = e.LotCreated(SELLER, WORDS, 10_00, at(0), at(600), None, "flat:1", 120)
OPENED = e.LotOpened(((1, 100),), 0)
SCHEDULED = replace(LISTED, starts_at=at(300))
OPEN = ((0, LISTED), (0, OPENED))


def placed(bidder: int, amount: int, number: int, count: int, closes: float, outbid: int | None = None) -> e.BidPlaced:
    return e.BidPlaced(bidder, amount, number, count, amount + 100, at(closes), outbid)


ONE_BID = (*OPEN, (10, placed(ANNA, 10_00, 1, 1, 600)))
SOLD = e.LotClosed("sold", ANNA, 10_00, 3)
UNSOLD = e.LotClosed("unsold", None, None, None)


def test_a_lot_whose_start_is_due_opens_in_its_creating_commit() -> None:
    Given(LOT).when(CREATE, 0).then(LISTED, OPENED)


def test_a_start_in_the_past_means_now_and_no_end_a_day_after() -> None:
    command = c.CreateLot(SELLER, WORDS, c.LotTerms(10_00, at(-500), None, None, "flat:1", 0))
    Given(LOT).when(command, 5).then(e.LotCreated(SELLER, WORDS, 10_00, at(5), at(5 + 86_400), None, "flat:1", 0), OPENED)
    Given(LOT).when(replace(command, terms=replace(command.terms, starts_at=None)), 5)


@pytest.mark.parametrize(("terms", "code"), [
    (replace(TERMS, closes_at=at(0)), "times_in_wrong_order"), (replace(TERMS, hard_end_at=at(599)), "times_in_wrong_order"),
    (replace(TERMS, increments="gold"), "malformed"),
])
def test_terms_that_cannot_be_are_refused(terms: c.LotTerms, code: str) -> None:
    Given(LOT).when(c.CreateLot(SELLER, WORDS, terms), 0).then_refused(code)
    Given(LOT, [(0, SCHEDULED)]).when(c.EditLot(SELLER, WORDS, terms), 0).then_refused(code)


def test_a_lot_is_created_once() -> None:
    Given(LOT, OPEN).when(CREATE, 5).then_refused("command_conflict")


def test_bids_rise_and_each_bidder_keeps_his_number() -> None:
    lot = Given(LOT, OPEN).when(c.PlaceBid(ANNA, 10_00), 10).then(placed(ANNA, 10_00, 1, 1, 600))
    lot.when(c.PlaceBid(BERT, 11_00), 11).then(placed(BERT, 11_00, 2, 2, 600, ANNA))
    lot.when(c.PlaceBid(ANNA, 20_00), 12).then(placed(ANNA, 20_00, 1, 3, 600, BERT))


def test_who_may_not_bid_is_told_why() -> None:
    lot = Given(LOT, ONE_BID)
    lot.when(c.PlaceBid(SELLER, 50_00), 11).then().then_refused("seller_may_not_bid")
    lot.when(c.PlaceBid(ANNA, 50_00), 11).then_refused("already_leading", price_minor=10_00)
    lot.when(c.PlaceBid(BERT, 10_99), 11).then_refused("bid_too_low", next_min_minor=11_00, amount_minor=10_99)


def test_a_scheduled_lot_takes_no_bid_and_opens_with_the_first_command_after_its_start() -> None:
    lot = Given(LOT, [(0, SCHEDULED)])
    lot.when(c.PlaceBid(ANNA, 10_00), 299).then().then_refused("not_open", opens_at=at(300).isoformat())
    lot.when(c.PlaceBid(ANNA, 10_00), 300).then(OPENED, placed(ANNA, 10_00, 1, 1, 600))


def test_a_late_bid_closes_the_lot_and_is_refused() -> None:
    Given(LOT, ONE_BID).when(c.PlaceBid(BERT, 99_00), 600).then(SOLD).then_refused(
        "lot_ended", outcome="sold", winner_id=ANNA, final_price_minor=10_00, ended_seq=4
    )
    Given(LOT, OPEN).when(c.PlaceBid(BERT, 99_00), 10_000).then(UNSOLD).then_refused("lot_ended", outcome="unsold", winner_id=None)


def test_a_lot_nobody_touched_opens_and_closes_at_once_when_the_house_wakes() -> None:
    Given(LOT, [(0, SCHEDULED)]).when(c.PlaceBid(ANNA, 10_00), 700).then(OPENED, UNSOLD).then_refused("lot_ended")


def test_sc1_the_soft_close_moves_the_end_bid_by_bid_until_nobody_bids() -> None:
    lot = Given(LOT, OPEN)
    for n, (second, closes) in enumerate([(479, 600), (480, 600), (599, 719), (718, 838)], start=1):
        bidder, other = ((ANNA, BERT), (BERT, ANNA))[(n + 1) % 2]
        lot.when(c.PlaceBid(bidder, 1_000 * n), second).then(
            placed(bidder, 1_000 * n, 1 if bidder == ANNA else 2, n, closes, other if n > 1 else None)
        )
    lot.when(c.PlaceBid(ANNA, 99_00), 838).then_refused("lot_ended", ended_at=at(838).isoformat())


def test_sc2_refused_bids_move_nothing() -> None:
    lot = Given(LOT, ONE_BID)
    lot.when(c.PlaceBid(BERT, 1), 590).then().then_refused("bid_too_low")
    lot.when(c.PlaceBid(ANNA, 90_00), 595).then().then_refused("already_leading")
    lot.when(c.PlaceBid(BERT, 20_00), 599).then(placed(BERT, 20_00, 2, 2, 719, ANNA))


def test_sc3_the_hard_end_is_never_passed() -> None:
    lot = Given(LOT, [(0, replace(LISTED, hard_end_at=at(700))), (0, OPENED)])
    for n, second in enumerate((590, 695, 699)):
        lot.when(c.PlaceBid((ANNA, BERT)[n % 2], 10_00 + 1_00 * n), second)
        assert lot.state.closes_at == at(700)
    lot.when(c.PlaceBid(BERT, 99_00), 700).then_refused("lot_ended")


def test_an_administrator_starts_and_finishes() -> None:
    lot = Given(LOT, [(0, SCHEDULED)]).when(c.StartLot(ADMIN), 100).then(e.LotStarted(ADMIN), OPENED)
    lot.when(c.StartLot(ADMIN), 101).then_refused("already_open")
    lot.when(c.PlaceBid(ANNA, 10_00), 110)
    closed = e.LotClosed("sold", ANNA, 10_00, 4)
    lot.when(c.FinishLot(ADMIN, "fire"), 120).then(e.LotFinished(ADMIN, "fire"), closed)
    assert lot.state.closes_at == at(120)
    for command in (c.FinishLot(ADMIN), c.StartLot(ADMIN), c.CancelLot(ADMIN, True), c.EditLot(SELLER, WORDS, TERMS)):
        lot.when(command, 121).then().then_refused("lot_ended")


def test_cancelling_is_the_sellers_before_the_first_bid_and_the_administrators_always() -> None:
    Given(LOT, [(0, SCHEDULED)]).when(c.CancelLot(SELLER, False), 5).then(e.LotCancelled(SELLER, ""))
    lot = Given(LOT, ONE_BID)
    lot.when(c.CancelLot(SELLER, False), 11).then_refused("has_bids", bid_count=1)
    lot.when(c.CancelLot(ADMIN, True, "a forgery"), 11).then(e.LotCancelled(ADMIN, "a forgery"))
    lot.when(c.PlaceBid(BERT, 50_00), 12).then().then_refused("lot_cancelled")
    lot.when(c.PlaceBid(BERT, 50_00), 700).then().then_refused("lot_cancelled")


def test_a_seller_edits_until_the_first_bid_and_an_open_lot_keeps_start_and_ladder() -> None:
    words, terms = c.LotWords("Two pears"), replace(TERMS, start_price_minor=5_00, increments="flat:9", closes_at=at(900))
    edited = e.LotEdited(SELLER, words, 5_00, at(0), at(900), None, "flat:9", 120)
    later = replace(terms, starts_at=at(400))
    Given(LOT, [(0, SCHEDULED)]).when(c.EditLot(SELLER, words, later), 5).then(replace(edited, starts_at=at(400)))
    lot = Given(LOT, OPEN).when(c.EditLot(SELLER, words, replace(terms, starts_at=at(50))), 5).then(replace(edited, increments="flat:1"))
    lot.when(c.PlaceBid(ANNA, 5_00), 6).then(placed(ANNA, 5_00, 1, 1, 900))
    lot.when(c.EditLot(SELLER, words, terms), 7).then_refused("has_bids", bid_count=1)


def test_an_edit_of_some_fields_leaves_what_another_edit_changed_meanwhile() -> None:
    first = c.EditLot(SELLER, c.LotWords("Two pears"), replace(TERMS, closes_at=at(900)), ("closes_at", "title"))
    seen_before = replace(WORDS, author="A. Painter"), replace(TERMS, start_price_minor=5_00)
    second = c.EditLot(SELLER, *seen_before, ("author", "start_price_minor"))
    edited = e.LotEdited(SELLER, replace(WORDS, title="Two pears"), 10_00, at(0), at(900), None, "flat:1", 120)
    lot = Given(LOT, OPEN).when(first, 5).then(edited)
    lot.when(second, 6).then(replace(edited, words=replace(edited.words, author="A. Painter"), start_price_minor=5_00))


@pytest.mark.parametrize(("terms", "fields"), [
    (replace(TERMS, starts_at=at(50)), ("starts_at",)), (replace(TERMS, increments="flat:9"), ("increments", "starts_at")),
])
def test_an_open_lot_is_not_asked_to_start_later_or_with_another_ladder(terms: c.LotTerms, fields: tuple[str, ...]) -> None:
    Given(LOT, OPEN).when(c.EditLot(SELLER, WORDS, terms, fields), 5).then_refused("already_open")


def test_an_open_lot_takes_its_own_start_and_ladder_back_as_they_are() -> None:
    lot = Given(LOT, OPEN).when(c.EditLot(SELLER, WORDS, replace(TERMS, starts_at=at(0)), ("increments", "starts_at")), 5)
    lot.then(e.LotEdited(SELLER, WORDS, 10_00, at(0), at(600), None, "flat:1", 120))


@pytest.mark.parametrize("terms", [
    replace(TERMS, closes_at=None), replace(TERMS, closes_at=at(5)), replace(TERMS, hard_end_at=at(599)),
])
def test_an_open_lot_cannot_be_edited_to_an_end_that_is_over(terms: c.LotTerms) -> None:
    Given(LOT, OPEN).when(c.EditLot(SELLER, WORDS, terms), 5).then().then_refused("times_in_wrong_order")


COMMANDS: list[Any] = [
    c.PlaceBid(ANNA, 1), c.EditLot(SELLER, WORDS, TERMS), c.StartLot(ADMIN), c.FinishLot(ADMIN), c.CancelLot(ADMIN, True),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_nothing_happens_to_a_lot_that_is_not_there(command: Any) -> None:
    Given(LOT).when(command, 5).then().then_refused("unknown_lot")
    assert LOT.creates(command) is False
    assert LOT.creates(CREATE) is True


def test_the_summary_tells_the_price_of_a_lot_without_bids_as_its_start() -> None:
    assert LOT.summary(Given(LOT, OPEN).state)["price"] == 10_00
    assert LOT.summary(Given(LOT, [(0, replace(LISTED, hard_end_at=at(700)))]).state)["hard_end_at"] == at(700).isoformat()
