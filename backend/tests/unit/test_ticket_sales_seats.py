"""Seats of a sale by example: picked by hand, the best available, in their zones, with the orphan rule in the claim."""

from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.decider import SALE
from tests.given import Given, at
from tests.unit.on_sales import ANNA, BERT, CARL, ORGANIZER, SEATED, STAFF, WORDS, hall, held, line, sale, seated

STALLS, REDUCED, BALCONY, PIT, TOUR = 1, 2, 3, 4, 5


def shown(one: Given) -> str:
    """The states of all seats as they are shown, row A first."""
    packed = b64decode(SALE.summary(one.state)["seats"])
    return "".join(str(packed[index >> 2] >> 2 * (index & 3) & 3) for index in range(10))


def test_picked_seats_are_held_sold_and_free_again() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A2", "A1", "A1")), 1).then(held(1, ANNA, 601, line(1, 2, 80_00, "A1 A2"), via="pick"))
    assert shown(one) == "1100000000"
    one.when(c.Checkout(ANNA, 1), 2).when(c.RecordPayment(1, 1, "succeeded"), 3)
    one.then(e.OrderPaid(1, 1, (e.Ticket(1, 1, 80_00, "A1"), e.Ticket(2, 1, 80_00, "A2"))))
    assert shown(one) == "2200000000"
    one.when(c.CancelTicket(ANNA, False, 1), 4)
    assert shown(one) == "0200000000"


def test_all_or_nothing_and_the_seats_that_failed_are_named() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A1", "A2")), 1)
    one.when(c.Hold(BERT, (), ("A2", "A3", "A1")), 2).then().then_refused("seats_taken", failed=["A2", "A1"])
    assert [other["available_qty"] for other in one.answer.facts["alternatives"]] == [3, 3, 5, 6, 3]
    one.when(c.Hold(BERT, (), ("A3", "C1")), 2).then_refused("unknown_seat", seat="C1")
    assert shown(one) == "1100000000"


def test_the_orphan_rule_is_kept_in_the_claim() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A2", "A3")), 1).then().then_refused("orphan_seat", seats=["A1"], suggestion=["A1", "A2"])
    one.when(c.Hold(ANNA, (), ("A3", "A4")), 1).then().then_refused("orphan_seat", seats=["A5"])
    assert shown(one) == "0000000000"


def test_lines_say_as_which_type_a_seat_is_sold() -> None:
    one = seated().when(c.Hold(ANNA, ((REDUCED, 1), (STALLS, 1), (TOUR, 1)), ("A1", "A2")), 1)
    one.then(held(1, ANNA, 601, line(1, 1, 80_00, "A2"), line(2, 1, 40_00, "A1"), line(5, 1, 10_00), via="pick"))
    one.when(c.Hold(BERT, ((STALLS, 1),), ("A4", "A5")), 2).then_refused("seat_needs_its_type", zone="stalls", seats=2, asked=1)
    one.when(c.Hold(BERT, ((BALCONY, 2),), ("A4", "A5")), 2)
    one.then(held(2, BERT, 602, line(1, 2, 80_00, "A4 A5"), line(3, 2, 30_00, "B1 B2"), via="pick"))


def test_who_asks_for_two_types_of_one_zone_sits_together() -> None:
    one = sale(SEATED, with_hall=hall(seats=9)).when(c.Hold(BERT, (), ("A4", "A5", "A6")), 1)
    one.when(c.Hold(ANNA, ((REDUCED, 1), (STALLS, 1))), 2)  # one by one the best would be A3 and A7
    one.then(held(2, ANNA, 602, line(1, 1, 80_00, "A3"), line(2, 1, 40_00, "A2"), via="best"))


def test_two_types_of_one_zone_share_what_is_left_of_it() -> None:
    one = seated().when(c.Hold(ANNA, ((REDUCED, 3),)), 1)
    assert [one.state.types[number].left for number in (STALLS, REDUCED, BALCONY)] == [2, 2, 5]
    one.when(c.Grab(BERT, STALLS, 3), 2).then_refused("reserved_may_come_back", ticket_type_id=STALLS, left=2)
    assert [other["ticket_type_id"] for other in one.answer.facts["alternatives"]] == [REDUCED, BALCONY, PIT, TOUR]
    one.when(c.Hold(BERT, best_available=2, type_id=STALLS), 2).then_refused("sold_out", ticket_type_id=STALLS, left=2)


def test_a_seat_that_is_picked_without_a_word_is_of_the_first_type_of_its_zone_and_says_when_that_is_gone() -> None:
    few = (replace(SEATED.types[0], quantity=1), *SEATED.types[1:])
    one = sale(replace(SEATED, types=few), with_hall=hall()).when(c.Hold(ANNA, (), ("A1",)), 1)
    one.then(held(1, ANNA, 601, line(1, 1, 80_00, "A1"), via="pick"))
    one.when(c.Hold(BERT, (), ("A2",)), 2).then_refused("reserved_may_come_back", ticket_type_id=STALLS, left=0)
    assert one.answer.facts["alternatives"][0] == {"ticket_type_id": REDUCED, "seat_type": "Reduced", "available_qty": 4}
    one.when(c.Hold(BERT, ((REDUCED, 1),), ("A2",)), 2).then(held(2, BERT, 602, line(2, 1, 40_00, "A2"), via="pick"))


def test_whoever_picks_says_which_seat_is_of_which_type() -> None:
    lines = (STALLS, 1), (REDUCED, 2)
    seated().when(c.Hold(ANNA, lines, ("A3", "A1", "A2")), 1).then(
        held(1, ANNA, 601, line(1, 1, 80_00, "A3"), line(2, 2, 40_00, "A1 A2"), via="pick")
    )
    mixed = ((REDUCED, 1), (BALCONY, 1), (STALLS, 2)), ("A2", "B1", "A3", "A1")
    seated().when(c.Hold(ANNA, *mixed), 1).then(
        held(1, ANNA, 601, line(1, 2, 80_00, "A1 A3"), line(2, 1, 40_00, "A2"), line(3, 1, 30_00, "B1"), via="pick")
    )


def test_two_types_of_one_zone_get_different_best_seats() -> None:
    one = seated().when(c.Hold(ANNA, ((STALLS, 2), (REDUCED, 2))), 1)
    one.then(held(1, ANNA, 601, line(1, 2, 80_00, "A1 A2"), line(2, 2, 40_00, "A3 A4"), via="best"))


def test_the_best_available_and_a_grab_take_the_same_seats() -> None:
    seated().when(c.Hold(ANNA, best_available=2, type_id=STALLS), 1).then(held(1, ANNA, 601, line(1, 2, 80_00, "A1 A2"), via="best"))
    one = seated().when(c.Grab(ANNA, STALLS, 2), 1).then(held(1, ANNA, 601, line(1, 2, 80_00, "A1 A2")))
    one.when(c.Grab(BERT, STALLS, 2), 2).then(held(2, BERT, 602, line(1, 2, 80_00, "A3 A4")))
    one.when(c.Grab(CARL, STALLS), 3).then().then_refused("sold_out", left=1)  # A5 is accessible
    one.when(c.Hold(CARL, best_available=1, type_id=STALLS, is_accessible=True), 4).then(
        held(3, CARL, 604, line(1, 1, 80_00, "A5"), via="best")
    )
    seated().when(c.RequestTickets(ANNA, BALCONY, 2), 1).then(
        e.RequestQueued(1, ANNA, BALCONY, 2, "regular"), e.RequestServed(
            1, ANNA, held(1, ANNA, 601, line(3, 2, 30_00, "B1 B2"), via="lane")
        )
    )


def test_at_most_four_seats_an_order_unless_the_terms_say_otherwise() -> None:
    seated().when(c.Hold(ANNA, best_available=5, type_id=STALLS), 1).then_refused("too_many_at_once", max=4)
    seated().when(c.Hold(ANNA, ((STALLS, 4), (PIT, 6)), is_accessible=True), 1)
    seated(order_max=5).when(c.Hold(ANNA, best_available=5, type_id=STALLS, is_accessible=True), 1).then(
        held(1, ANNA, 601, line(1, 5, 80_00, "A1 A2 A3 A4 A5"), via="best")
    )


def test_types_of_one_zone_share_its_seats_and_a_standing_zone_its_places() -> None:
    pits = replace(SEATED, types=(*SEATED.types, c.TicketType("Pit late", 25_00, 6, section="PIT")))
    one = sale(pits, 0, hall()).when(c.Hold(ANNA, ((PIT, 5),)), 1).when(c.Grab(BERT, 6, 2), 2)
    one.then().then_refused("reserved_may_come_back", left=1).when(c.Grab(BERT, 6), 3)
    assert [figures[5] for figures in SALE.summary(one.state)["types"]] == [5, 5, 5, 0, 3, 0]


def test_seats_that_nobody_sells_or_that_are_blocked_are_no_ones() -> None:
    one = seated(types=SEATED.types[:2], blocked_seats=("A3", "A3"))
    assert shown(one) == "0030033333"
    one.when(c.Hold(ANNA, (), ("A3", "B1")), 1).then_refused("seats_taken", failed=["A3", "B1"])
    assert SALE.summary(one.state)["types"][0][5] == 4
    one.when(c.EditSale(ORGANIZER, False, WORDS, SEATED), 2)
    assert shown(one) == "0000000000"


def test_a_late_payment_gets_the_same_seats_or_others_of_the_type() -> None:
    def lapsed(**changes: Any) -> Given:
        return seated(**changes).when(c.Hold(ANNA, (), ("A1", "A2")), 0).when(c.Checkout(ANNA, 1), 1).when(c.PauseQueue(STAFF), 600)

    lapsed().when(c.RecordPayment(1, 1, "succeeded"), 601).then(
        e.UnitsReclaimed(1, 1, (line(1, 2, 80_00, "A1 A2"),), at(901), True),
        e.OrderPaid(1, 1, (e.Ticket(1, 1, 80_00, "A1"), e.Ticket(2, 1, 80_00, "A2"))),
    )
    one = lapsed().when(c.Hold(BERT, (), ("A1",)), 601).when(c.RecordPayment(1, 1, "succeeded"), 602)
    one.then(
        e.UnitsReclaimed(1, 1, (line(1, 2, 80_00, "A2 A3"),), at(902), False),
        e.OrderPaid(1, 1, (e.Ticket(1, 1, 80_00, "A2"), e.Ticket(2, 1, 80_00, "A3"))),
    )
    taken = lapsed().when(c.Grab(BERT, STALLS, 3), 601).then(held(2, BERT, 1201, line(1, 3, 80_00, "A1 A2 A3")))
    taken.when(c.RecordPayment(1, 1, "succeeded"), 602).then(e.RefundIssued(1, 1, 1, 160_00, "late"))
    assert shown(taken) == "1110000000"


def test_who_asks_for_a_wheelchair_place_gets_one_or_is_told_that_none_is_left() -> None:
    one = seated().when(c.Hold(ANNA, best_available=2, type_id=STALLS, is_accessible=True), 1)
    one.then(held(1, ANNA, 601, line(1, 2, 80_00, "A4 A5"), via="best"))
    one.when(c.Hold(BERT, best_available=1, type_id=STALLS, is_accessible=True), 2).then().then_refused(
        "no_wheelchair_place", ticket_type_id=STALLS
    )
    assert [other["seat_type"] for other in one.answer.facts["alternatives"]] == ["Balcony"]
    one.when(c.Hold(BERT, best_available=4, type_id=BALCONY, is_accessible=True), 3)
    one.when(c.Hold(CARL, best_available=1, type_id=BALCONY, is_accessible=True), 4).then_refused("no_wheelchair_place", alternatives=[])
    one.when(c.Hold(CARL, ((STALLS, 1), (PIT, 1)), is_accessible=True), 5).then_refused("no_wheelchair_place", alternatives=[])
    one.when(c.Hold(CARL, ((PIT, 1),), is_accessible=True), 6).then(held(3, CARL, 606, line(4, 1, 20_00), via="best"))


def test_one_wheelchair_place_is_enough_for_an_order_of_several_kinds() -> None:
    lines = (REDUCED, 1), (STALLS, 2)
    seated().when(c.Hold(ANNA, lines, is_accessible=True), 1).then(
        held(1, ANNA, 601, line(1, 2, 80_00, "A4 A5"), line(2, 1, 40_00, "A3"), via="best")
    )


def test_a_late_payment_brings_a_wheelchair_place_again_or_the_money() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A5",)), 0).when(c.Checkout(ANNA, 1), 1).when(c.Hold(BERT, (), ("A5",)), 600)
    one.when(c.RecordPayment(1, 1, "succeeded"), 601).then(e.RefundIssued(1, 1, 1, 80_00, "late"))


def test_accessible_seats_are_found_again_for_those_who_had_them() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A5",)), 0).when(c.Checkout(ANNA, 1), 1).when(c.Grab(BERT, STALLS, 4), 600)
    one.when(c.RecordPayment(1, 1, "succeeded"), 601)
    assert one.facts[0] == e.UnitsReclaimed(1, 1, (line(1, 1, 80_00, "A5"),), at(901), True)
    other = seated().when(c.Hold(ANNA, (), ("A4", "A5")), 0).when(c.Checkout(ANNA, 1), 1).when(c.Hold(BERT, (), ("A4",)), 600)
    other.then_refused("orphan_seat")
    other.when(c.Hold(BERT, (), ("A4", "A3")), 601).then_refused("orphan_seat")


@pytest.mark.parametrize(("sections", "seats"), [((None, "balcony"), ""), (("balcony", "stalls"), "B1 B2")])
def test_a_type_that_moved_in_the_meantime_is_reclaimed_where_it_is_now(sections: tuple[str | None, str], seats: str) -> None:
    one = seated().when(c.Hold(ANNA, (), ("A1", "A2")), 0).when(c.Checkout(ANNA, 1), 1)
    moved = tuple(replace(kind, section=section) for kind, section in zip(SEATED.types, sections, strict=False))
    one.when(c.EditSale(ORGANIZER, False, WORDS, replace(SEATED, types=moved)), 700)
    one.when(c.RecordPayment(1, 1, "succeeded"), 701)
    reclaimed = one.facts[0]
    assert isinstance(reclaimed, e.UnitsReclaimed) and not reclaimed.is_same
    assert bool(reclaimed.lines[0].seats) == bool(seats)
    assert all(seat.startswith("B") for seat in reclaimed.lines[0].seats)


def test_a_seat_of_a_hall_that_was_replaced_is_not_reclaimed() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A1", "A2")), 0).when(c.Checkout(ANNA, 1), 1)
    one.when(c.EditSale(ORGANIZER, False, WORDS, SEATED, hall(prefix="New.")), 700)
    one.when(c.RecordPayment(1, 1, "succeeded"), 701).then(
        e.UnitsReclaimed(1, 1, (line(1, 2, 80_00, "New.A1 New.A2"),), at(1001), False), one.facts[1]
    )
