"""Which letters follow from what happens to a lot: everybody concerned gets one, nobody gets two, and none names a person."""

from datetime import UTC, datetime, timedelta
from typing import Any

from saleroom.domain.auctions.commands import LotWords
from saleroom.domain.auctions.decider import LOT, Lot
from saleroom.domain.auctions.events import BidPlaced, Fact, LotCancelled, LotClosed, LotCreated, LotFinished, LotOpened
from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import OutboxRow
from saleroom.mail.letters import letter
from saleroom.mail.wording import Letterhead
from saleroom.reactions.mail_auction_results import letters_of

STREAM = stream_id("auctions", 7)
AT = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)
END = AT + timedelta(hours=1)
SELLER, ANNA, BERT, CARLA, ADMIN = 1, 42, 43, 44, 9
CLOSED = LotClosed("sold", BERT, 150_00, 5)


def fold(*facts: Fact, lot: Lot | None = None) -> Lot:
    lot = lot or LOT.initial()
    for fact in facts:
        lot = LOT.evolve(lot, fact, AT)
    return lot


def bid(bidder: int, amount: int, count: int, outbid: int | None) -> BidPlaced:
    number = {ANNA: 1, BERT: 2, CARLA: 3}[bidder]
    return BidPlaced(bidder, amount * 100, number, count, (amount + 5) * 100, END, outbid)


LISTED = fold(LotCreated(SELLER, LotWords("Harbour at dusk"), 100_00, AT, END, None, "ebay-us", 120), LotOpened(((1, 5),), 0))
ANNA_LEADS = fold(bid(ANNA, 100, 1, None), lot=LISTED)
ALL_HAVE_BID = fold(bid(CARLA, 120, 2, ANNA), bid(BERT, 150, 3, CARLA), lot=ANNA_LEADS)


def written(before: Lot, *facts: Fact, at: datetime = AT) -> list[OutboxRow]:
    return letters_of(STREAM, before, facts, fold(*facts, lot=before), at)


def whom(rows: list[OutboxRow]) -> dict[str, list[int]]:
    told: dict[str, list[int]] = {}
    for row in rows:
        told.setdefault(row.topic, []).append(row.payload["user_id"])
    return told


def test_when_the_hammer_falls_winner_seller_and_everybody_else_who_bid_are_told() -> None:
    assert whom(written(ALL_HAVE_BID, CLOSED)) == {"won": [BERT], "sold": [SELLER], "lost": [ANNA, CARLA]}


def test_without_a_bid_only_the_seller_is_told() -> None:
    rows = written(LISTED, LotClosed("unsold", None, None, None))
    assert whom(rows) == {"unsold": [SELLER]}
    assert rows[0].payload["start_price_minor"] == 100_00


def test_the_winner_of_a_lot_with_one_bidder_leaves_no_loser() -> None:
    assert whom(written(ANNA_LEADS, LotClosed("sold", ANNA, 100_00, 3))) == {"won": [ANNA], "sold": [SELLER]}


def test_who_led_and_leads_no_more_was_outbid() -> None:
    rows = written(ANNA_LEADS, bid(BERT, 150, 2, ANNA))
    assert whom(rows) == {"outbid": [ANNA]}
    assert (rows[0].payload["price_minor"], rows[0].payload["next_min_minor"]) == (150_00, 155_00)


def test_the_first_bid_outbids_nobody() -> None:
    assert written(LISTED, bid(ANNA, 100, 1, None)) == []


def test_many_bids_at_once_make_one_letter_a_person_with_the_newest_price() -> None:
    facts = [bid(BERT, 150, 2, ANNA), bid(ANNA, 160, 3, BERT), bid(BERT, 170, 4, ANNA), bid(CARLA, 180, 5, BERT)]
    rows = written(ANNA_LEADS, *facts)
    assert whom(rows) == {"outbid": [ANNA, BERT]}
    assert {row.payload["price_minor"] for row in rows} == {180_00}
    assert {row.version_offset for row in rows} == {3}


def test_who_leads_again_at_once_gets_no_letter() -> None:
    rows = written(ANNA_LEADS, bid(BERT, 150, 2, ANNA), bid(ANNA, 160, 3, BERT))
    assert whom(rows) == {"outbid": [BERT]}


def test_within_a_minute_the_letter_has_the_same_key_and_after_it_another() -> None:
    def key(at: datetime) -> str:
        return written(ANNA_LEADS, bid(BERT, 150, 2, ANNA), at=at)[0].dedupe_key

    assert key(AT) == key(AT + timedelta(seconds=29)) != key(AT + timedelta(seconds=30))


def test_a_close_in_the_same_batch_as_a_bid_says_lost_and_not_also_outbid() -> None:
    rows = written(ANNA_LEADS, bid(BERT, 150, 2, ANNA), LotClosed("sold", BERT, 150_00, 4))
    assert whom(rows) == {"won": [BERT], "sold": [SELLER], "lost": [ANNA]}
    assert {row.version_offset for row in rows} == {1}


def test_an_administrators_finish_is_told_with_its_reason() -> None:
    rows = written(ALL_HAVE_BID, LotFinished(ADMIN, "The hall closes early"), CLOSED)
    assert {(row.payload["was_finished"], row.payload["reason"]) for row in rows} == {(True, "The hall closes early")}


def test_a_withdrawal_is_told_to_everybody_who_bid_and_to_the_seller() -> None:
    assert whom(written(ALL_HAVE_BID, LotCancelled(ADMIN, "Doubts"))) == {"cancelled": [ANNA, CARLA, BERT, SELLER]}


def test_a_seller_who_withdraws_his_own_lot_needs_no_letter() -> None:
    assert written(LISTED, LotCancelled(SELLER, "")) == []


def test_other_facts_bring_no_letters() -> None:
    assert written(fold(), LotCreated(SELLER, LotWords("Harbour"), 100, AT, END, None, "ebay-us", 0)) == []
    assert written(LISTED, LotOpened(((1, 5),), 0)) == []


def test_the_same_facts_name_the_same_letters_again() -> None:
    assert written(ALL_HAVE_BID, CLOSED) == written(ALL_HAVE_BID, CLOSED)


def every_row() -> list[OutboxRow]:
    return [
        *written(ALL_HAVE_BID, CLOSED), *written(LISTED, LotClosed("unsold", None, None, None)),
        *written(ANNA_LEADS, bid(BERT, 150, 2, ANNA)), *written(ALL_HAVE_BID, LotCancelled(ADMIN, "Doubts")),
    ]


def test_every_row_can_be_written_as_a_letter() -> None:
    for row in every_row():
        assert "lot 7" in letter(row.topic, row.payload, "", Letterhead("https://saleroom.example", "EUR")).subject.lower()


def test_keys_differ_within_a_stream_and_payloads_hold_plain_values_only() -> None:
    for rows in (written(ALL_HAVE_BID, CLOSED), written(ALL_HAVE_BID, LotCancelled(ADMIN, "Doubts"))):
        assert len({row.dedupe_key for row in rows}) == len(rows)
    plain: tuple[Any, ...] = (int, str, bool)
    assert all(isinstance(value, plain) for row in every_row() for value in row.payload.values())
