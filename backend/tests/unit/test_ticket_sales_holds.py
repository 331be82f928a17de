"""TK-HLD, TK-QTA and TK-LIM by example: who holds what until when, what the others hear, and how much one person may have."""

from dataclasses import replace
from typing import Any

import pytest

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.quotas import Answer, answer
from saleroom.domain.ticket_sales.rules import LIFE_MAX, PAYING, extended
from saleroom.domain.ticket_sales.sale import Quota
from tests.given import at
from tests.unit.on_sales import (
    ANNA,
    BERT,
    CARL,
    CREATE,
    FREE,
    ORGANIZER,
    STANDARD,
    TERMS,
    WORDS,
    bought,
    counts,
    held,
    line,
    sale,
    woken,
)

LAST_ONE = replace(TERMS, types=(replace(STANDARD, quantity=1), FREE))
FREE_LEFT = [{"ticket_type_id": 2, "seat_type": "Free", "available_qty": 4}]


@pytest.mark.parametrize(("sold", "pending", "blocked", "holding", "waiting", "answers"), [
    (60, 10, 5, 20, 3, {1: "ok", 2: "ok", 3: "ordered", 6: "reserved", 26: "ordered", 41: "gone"}),
    (60, 10, 5, 25, 0, {1: "reserved"}), (60, 10, 5, 22, 3, {1: "ordered"}), (100, 0, 0, 0, 0, {1: "gone"}),
    (80, 20, 0, 0, 0, {1: "ordered"}),
])
def test_tk_qta_the_order_of_subtraction(
    sold: int, pending: int, blocked: int, holding: int, waiting: int, answers: dict[int, Answer]
) -> None:
    quota = Quota("q", 100, blocked, waiting, [0, holding, pending, sold])
    assert {asked: answer(quota, asked) for asked in answers} == answers
    assert answer(quota, 1, is_turn=True) == ("ok" if holding < 25 and sold < 80 else answers[1])


def test_tk_hld_a_unit_is_held_until_its_time_and_free_at_it() -> None:
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0).then(held(1, ANNA, 600, line()))
    one.when(c.Grab(BERT, 1), 599).then().then_refused("reserved_may_come_back", ticket_type_id=1, left=0, alternatives=FREE_LEFT)
    one.when(c.Grab(BERT, 1), 600).then(e.OrdersLapsed((1,)), held(2, BERT, 1200, line()))
    one.when(c.Checkout(ANNA, 1), 601).then().then_refused("hold_expired", expired_at=at(600).isoformat())
    assert counts(one) == (0, 1, 0, 0)


def test_tk_hld_whoever_is_paying_keeps_his_units_for_five_minutes() -> None:
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 595).then(e.CheckoutStarted(1, 1, 45_00, at(895)))
    one.when(c.Grab(BERT, 1), 600).then().then_refused("sold_out", left=0)
    assert counts(one) == (0, 0, 1, 0)
    one.when(c.RecordPayment(1, 1, "succeeded", "p1"), 880).then(e.OrderPaid(1, 1, (e.Ticket(1, 1, 45_00),), "p1"))
    assert (counts(one), one.state.takings_minor) == ((0, 0, 0, 1), 45_00)
    one.when(c.Grab(BERT, 1), 900).then().then_refused("sold_out")


def test_tk_hld_a_payment_that_comes_late_claims_the_units_again_if_they_are_free() -> None:
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 595)
    one.when(c.RecordPayment(1, 1, "succeeded"), 900).then(
        e.OrdersLapsed((1,)), e.UnitsReclaimed(1, 1, (line(),), at(1200), True), e.OrderPaid(1, 1, (e.Ticket(1, 1, 45_00),))
    )
    assert (one.state.orders[1].status, counts(one), SALE.due_at(one.state)) == ("paid", (0, 0, 0, 1), at(100_000))


def test_tk_hld_a_payment_that_comes_too_late_is_refunded_exactly_once() -> None:
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 595).when(c.Grab(BERT, 1), 895)
    one.when(c.RecordPayment(1, 1, "succeeded", "p1"), 900).then(e.RefundIssued(1, 1, 1, 45_00, "late", "p1"))
    assert (one.state.orders[1].status, one.state.takings_minor) == ("late_refunded", 0)
    one.when(c.RecordPayment(1, 1, "succeeded", "p1"), 901).then()
    one.when(c.RecordPayment(1, 1, "refused", "p1"), 902).then()


def test_tk_hld_after_a_payment_that_failed_there_are_ten_minutes_for_another() -> None:
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 500)
    one.when(c.RecordPayment(1, 1, "refused", "p1"), 590).then(e.PaymentRefused(1, 1, at(1190), "p1"))
    assert counts(one) == (0, 1, 0, 0)
    one.when(c.RecordPayment(1, 1, "refused", "p1"), 591).then()
    one.when(c.Checkout(ANNA, 1), 600).then(e.CheckoutStarted(1, 2, 45_00, at(1190)))
    one.when(c.RecordPayment(1, 2, "succeeded"), 601)
    assert (one.state.orders[1].attempts, counts(one)) == (["refused", "succeeded"], (0, 0, 0, 1))


def test_tk_hld_a_hold_never_lives_longer_than_two_hours() -> None:
    assert extended(at(0), at(7_000), at(6_999), PAYING) == at(LIFE_MAX.total_seconds())
    assert extended(at(0), at(7_200), at(7_199), PAYING) == at(7_200)
    one = sale(LAST_ONE).when(c.Grab(ANNA, 1), 0)
    for second in range(500, 7_200, 290):
        one.when(c.Checkout(ANNA, 1), second)
    assert one.state.orders[1].expires_at == at(7_200)
    one.when(c.Grab(BERT, 1), 7_200).then(e.OrdersLapsed((1,)), held(2, BERT, 7_800, line()))


def test_holds_that_end_while_the_house_sleeps_lapse_together_in_order() -> None:
    one = sale().when(c.Grab(ANNA, 1), 20).when(c.Grab(BERT, 1), 10).when(c.Grab(CARL, 1), 30).when(c.Grab(ANNA, 1), 40)
    one.when(c.ReleaseHold(CARL, 3), 45).then(e.HoldReleased(3))
    assert SALE.due_at(one.state) == at(610)
    assert woken(one.state, one.version, 635) == [e.OrdersLapsed((2, 1))]
    assert (SALE.due_at(one.state), counts(one)) == (at(640), (9, 1, 0, 0))


def test_free_tickets_are_yours_at_once_and_a_hold_of_them_with_the_checkout() -> None:
    tickets = (e.Ticket(1, 2, 0), e.Ticket(2, 2, 0))
    one = sale().when(c.Grab(ANNA, 2, 2), 1).then(e.OrderPlaced(1, ANNA, "grab", (line(2, 2, 0),), None, tickets))
    assert one.state.orders[1].status == "paid"
    one.when(c.Hold(BERT, ((2, 1),)), 2).then(held(2, BERT, 602, line(2, 1, 0), via="best"))
    one.when(c.Checkout(BERT, 2), 3).then(e.OrderPaid(2, None, (e.Ticket(3, 2, 0),)))
    assert (counts(one, 2), one.state.bought, SALE.summary(one.state)["orders"]) == ((1, 0, 0, 3), 2, 2)


def test_several_types_are_held_together_or_not_at_all() -> None:
    one = sale().when(c.Hold(ANNA, ((1, 2), (2, 1), (1, 1))), 1).then(held(1, ANNA, 601, line(1, 3), line(2, 1, 0), via="best"))
    one.when(c.Hold(BERT, ((1, 1), (2, 4))), 2).then().then_refused("reserved_may_come_back", ticket_type_id=2, left=3)
    assert counts(one) == (7, 3, 0, 0)


def test_a_shared_quota_is_claimed_with_each_of_its_types() -> None:
    early, late = c.TicketType("Early", 10_00, 5, quota="Room"), c.TicketType("Late", 20_00, 5, quota="Room")
    one = sale(replace(TERMS, types=(early, late), quotas=(c.SharedQuota("Room", 6),)))
    one.when(c.Hold(ANNA, ((1, 4), (2, 3))), 1).then().then_refused("sold_out", ticket_type_id=1, left=5)
    one.when(c.Hold(ANNA, ((1, 4), (2, 1))), 1)
    assert [figures[5] for figures in SALE.summary(one.state)["types"]] == [1, 1]
    one.when(c.Grab(BERT, 2, 2), 2).then_refused(
        "reserved_may_come_back", left=1, alternatives=[{"ticket_type_id": 1, "seat_type": "Early", "available_qty": 1}]
    )


@pytest.mark.parametrize(("command", "code", "facts"), [
    (c.Grab(ANNA, 7), "unknown_ticket_type", {"ticket_type_id": 7}), (c.Grab(ANNA, 1, 0), "malformed", {"field": "quantity"}),
    (c.Grab(ANNA, 1, 11), "too_many_at_once", {"max": 10}), (c.Hold(ANNA), "malformed", {"field": "lines"}),
    (c.Hold(ANNA, ((1, 6), (2, 5))), "too_many_at_once", {"max": 10}), (c.Hold(ANNA, ((1, -1),)), "malformed", {"field": "quantity"}),
    (c.Hold(ANNA, best_available=2), "unknown_ticket_type", {"ticket_type_id": 0}),
    (c.Hold(ANNA, (), ("A1",)), "unknown_seat", {"seat": "A1"}),
])
def test_what_cannot_be_asked_for(command: Any, code: str, facts: dict[str, Any]) -> None:
    sale().when(command, 1).then().then_refused(code, **facts)


def test_the_order_maximum_of_the_terms_counts() -> None:
    sale(replace(TERMS, order_max=2)).when(c.Grab(ANNA, 1, 3), 1).then_refused("too_many_at_once", max=2)
    sale(replace(TERMS, order_max=12, types=(replace(STANDARD, quantity=20),))).when(c.Grab(ANNA, 1, 12), 1).then(
        held(1, ANNA, 601, line(1, 12))
    )


def test_tk_lim_a_limit_counts_over_all_orders_of_a_person() -> None:
    one = bought(sale(replace(TERMS, limit_per_person=4)), ANNA, 2)
    one.when(c.Grab(ANNA, 1), 2).when(c.Grab(ANNA, 1, 2), 3).then().then_refused("limit_reached", limit=4, remaining=1)
    one.when(c.Grab(BERT, 1, 2), 3)
    one.when(c.Grab(ANNA, 2), 4).when(c.Grab(ANNA, 2), 5).then_refused("limit_reached", remaining=0)


def test_tk_lim_what_is_given_back_may_be_had_again() -> None:
    one = bought(sale(replace(TERMS, limit_per_person=1)), ANNA)
    one.when(c.Grab(ANNA, 1), 2).then_refused("limit_reached", limit=1, remaining=0)
    one.when(c.CancelTicket(ANNA, False, 1), 3)
    one.when(c.Grab(ANNA, 1), 4).then(held(2, ANNA, 604, line())).when(c.Grab(ANNA, 1), 604).then(
        e.OrdersLapsed((2,)), held(3, ANNA, 1204, line())
    )
    one.when(c.ReleaseHold(ANNA, 3), 605).when(c.Grab(ANNA, 1), 606).then(held(4, ANNA, 1206, line()))


def test_tk_lim_a_late_payment_does_not_break_the_limit() -> None:
    one = sale(replace(TERMS, limit_per_person=1)).when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1)
    bought(one, ANNA, second=700).when(c.RecordPayment(1, 1, "succeeded"), 701).then(e.RefundIssued(1, 1, 1, 45_00, "late"))


def test_nothing_is_sold_before_the_sale_opens_nor_after_it_ends() -> None:
    one = sale(replace(TERMS, sale_starts_at=at(50), starts_at=at(100), ends_at=at(200)))
    one.when(c.Grab(ANNA, 1), 49.9).then().then_refused("not_on_sale", opens_at=at(50).isoformat())
    one.when(c.Grab(ANNA, 1), 50).then(e.SaleOpened(), held(1, ANNA, 650, line()))
    one.when(c.Grab(ANNA, 1), 200).then(e.SaleEnded()).then_refused("sale_ended", ended_at=at(200).isoformat())
    one.when(c.RequestTickets(ANNA, 1), 201).then_refused("sale_ended")
    one.when(c.Checkout(ANNA, 1), 202).when(c.RecordPayment(1, 1, "succeeded"), 203).then(e.OrderPaid(1, 1, (e.Ticket(1, 1, 45_00),)))
    sale(replace(TERMS, sale_starts_at=at(50), starts_at=at(100))).when(c.Grab(ANNA, 1), 101).then(e.SaleOpened(), e.SaleEnded())


def test_a_sale_whose_start_is_due_opens_in_its_creating_commit() -> None:
    one = sale(replace(TERMS, sale_starts_at=None), 5)
    settled = replace(TERMS, sale_starts_at=at(5), types=(replace(STANDARD, id=1), replace(FREE, id=2)))
    one.then(e.SaleCreated(ORGANIZER, WORDS, settled), e.SaleOpened())
    one.when(CREATE, 6).then_refused("command_conflict")
    assert SALE.creates(CREATE) and not SALE.creates(c.PauseQueue(1))


def test_a_sale_is_full_before_its_numbers_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleroom.domain.ticket_sales.limits.ITEMS_FULL", 1)
    sale().when(c.Grab(ANNA, 1), 1).when(c.Grab(BERT, 1), 2).then_refused("sale_is_full", max=1)
