"""TK-ORD, TK-TKT and TK-CHK by example: paying, giving back, cancelling a sale, and walking in."""

from dataclasses import replace
from typing import Any

import pytest

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.rules import refund_minor, refunds_until
from tests.given import Given, at
from tests.unit.on_sales import ANNA, BERT, FREE, ORGANIZER, STAFF, STANDARD, TERMS, bought, counts, held, line, sale, woken

POLICY = c.RefundPolicy(at(100), at(200), 5_00)
BY_POLICY = replace(TERMS, types=(replace(STANDARD, refund=POLICY), FREE))


def status(one: Given, order: int = 1) -> str:
    return str(one.state.orders[order].status)


def test_paying_twice_is_refunded_and_does_not_void_the_good_one() -> None:
    one = sale().when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1).when(c.Checkout(ANNA, 1), 2).then(
        e.CheckoutStarted(1, 2, 45_00, at(600))
    )
    one.when(c.RecordPayment(1, 2, "succeeded"), 3).then(e.OrderPaid(1, 2, (e.Ticket(1, 1, 45_00),)))
    one.when(c.RecordPayment(1, 1, "succeeded", "p1"), 4).then(e.RefundIssued(1, 1, 1, 45_00, "duplicate", "p1"))
    one.when(c.RecordPayment(1, 1, "succeeded", "p1"), 5).then()
    assert (status(one), one.state.takings_minor, one.state.tickets[1].is_valid) == ("paid", 45_00, True)


def test_of_two_attempts_one_may_fail_while_the_other_is_still_awaited() -> None:
    one = sale().when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1).when(c.Checkout(ANNA, 1), 2)
    one.when(c.RecordPayment(1, 1, "refused"), 3).then(e.PaymentRefused(1, 1, at(603)))
    assert status(one) == "pending"
    one.when(c.RecordPayment(1, 1, "succeeded"), 4).then(e.OrderPaid(1, 1, (e.Ticket(1, 1, 45_00),)))
    one.when(c.RecordPayment(1, 2, "refused"), 5).then(e.PaymentRefused(1, 2, None))


def test_a_buyer_who_gave_up_gets_his_late_payment_back() -> None:
    for giving_up in (c.ReleaseHold(ANNA, 1), c.CancelOrder(ANNA, False, 1)):
        one = sale().when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1).when(giving_up, 2)
        assert counts(one) == (10, 0, 0, 0)
        one.when(c.RecordPayment(1, 1, "succeeded"), 3).then(e.RefundIssued(1, 1, 1, 45_00, "late"))
        assert status(one) == "late_refunded"


def test_an_order_cannot_be_paid_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleroom.domain.ticket_sales.orders.ATTEMPTS_MAX", 1)
    one = sale().when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1)
    one.when(c.Checkout(ANNA, 1), 2).then_refused("too_many_at_once", max=1)


@pytest.mark.parametrize(("price", "policy", "second", "back"), [
    (45_00, POLICY, 99, 45_00), (45_00, POLICY, 100, 40_00), (45_00, POLICY, 199, 40_00), (45_00, POLICY, 200, None),
    (3_00, POLICY, 150, 0),
    (0, POLICY, 9_999, 0), (45_00, None, 499, 45_00), (45_00, None, 500, None), (45_00, c.RefundPolicy(), 0, None),
])
def test_the_refund_policy_is_full_then_less_the_fee_then_nothing(
    price: int, policy: c.RefundPolicy | None, second: int, back: int | None
) -> None:
    assert refund_minor(price, policy, at(500), at(second)) == back
    assert refunds_until(policy, at(500)) == (at(500) if policy is None else at(200) if policy is POLICY else None)


def test_a_ticket_goes_back_to_the_sale_and_its_money_to_the_buyer() -> None:
    one = bought(sale(BY_POLICY), ANNA, 2)
    one.when(c.CancelTicket(ANNA, False, 2, "ill"), 150).then(
        e.RefundIssued(1, 1, 1, 40_00, "given_back"), e.TicketCancelled(1, 2, ANNA, "ill")
    )
    assert (status(one), counts(one), one.state.takings_minor) == ("partly_refunded", (9, 0, 0, 1), 50_00)
    one.when(c.CancelTicket(ANNA, False, 2), 151).then().then_refused("already_cancelled", ticket=2)
    one.when(c.CancelTicket(ANNA, False, 1), 200).then().then_refused("refund_over", until=at(200).isoformat())
    one.when(c.CancelOrder(STAFF, True, 1, "kind"), 201).then(
        e.RefundIssued(2, 1, 1, 45_00, "given_back"), e.OrderCancelled(1, STAFF, "kind", (1,))
    )
    assert (status(one), counts(one), one.state.takings_minor) == ("refunded", (10, 0, 0, 0), 5_00)
    one.when(c.CancelOrder(ANNA, False, 1), 202).then().then_refused("already_cancelled", order=1)


def test_what_cost_nothing_or_brings_nothing_back_is_cancelled_without_a_refund() -> None:
    one = sale(BY_POLICY).when(c.Grab(ANNA, 2, 2), 1)
    one.when(c.CancelTicket(ANNA, False, 1), 99_000).then(e.TicketCancelled(1, 1, ANNA, ""))
    assert status(one) == "paid"
    one.when(c.CancelOrder(ANNA, False, 1), 99_001).then(e.OrderCancelled(1, ANNA, "", (2,)))
    assert (status(one), counts(one, 2)) == ("cancelled", (4, 0, 0, 0))
    never = bought(sale(replace(TERMS, types=(replace(STANDARD, refund=c.RefundPolicy()),))))
    never.when(c.CancelOrder(ANNA, False, 1), 2).then_refused("refund_over", until=None)


@pytest.mark.parametrize(("command", "code"), [
    (c.ReleaseHold(ANNA, 1), "wrong_order_status"), (c.ReleaseHold(BERT, 1), "not_yours"), (c.ReleaseHold(ANNA, 9), "unknown_order"),
    (c.Checkout(ANNA, 1), "wrong_order_status"), (c.Checkout(BERT, 1), "not_yours"), (c.CancelOrder(BERT, False, 1), "not_yours"),
    (c.CancelOrder(BERT, False, 9), "unknown_order"), (c.CancelTicket(BERT, False, 1), "not_yours"),
    (c.CancelTicket(BERT, False, 9), "unknown_ticket"),
    (c.RecordPayment(9, 1, "succeeded"), "unknown_order"), (c.RecordPayment(1, 2, "succeeded"), "unknown_order"),
    (c.RecordPayment(1, 0, "succeeded"), "unknown_order"), (c.RecordRefund(1, "succeeded"), "unknown_refund"),
])
def test_who_may_do_what_with_a_paid_order(command: Any, code: str) -> None:
    bought(sale()).when(command, 2).then().then_refused(code)


def test_an_order_that_is_over_is_not_cancelled_again() -> None:
    one = sale().when(c.Grab(ANNA, 1), 0).when(c.CancelOrder(STAFF, True, 1), 1).then(e.OrderCancelled(1, STAFF, "", ()))
    one.when(c.CancelOrder(ANNA, False, 1), 2).then_refused("already_cancelled")
    one.when(c.Grab(ANNA, 1), 10).when(c.CancelOrder(ANNA, False, 2), 610).then(e.OrdersLapsed((2,))).then_refused(
        "wrong_order_status", order_status="expired"
    )
    one.when(c.ReleaseHold(ANNA, 2), 611).then_refused("hold_expired")


def test_a_refund_is_settled_and_a_failed_one_may_still_arrive() -> None:
    one = bought(sale()).when(c.CancelOrder(ANNA, False, 1), 2)
    one.when(c.RecordRefund(1, "failed", "r"), 3).then(e.RefundSettled(1, 1, "failed", "r")).when(c.RecordRefund(1, "failed", "r"), 4).then(
        
    )
    one.when(c.RecordRefund(1, "succeeded", "r"), 5).then(e.RefundPaidAfterAll(1, 1, 45_00, False, "r"))
    assert one.state.refunds[1].status == "succeeded"
    one.when(c.RecordRefund(1, "failed", "r"), 6).then().when(c.RecordRefund(1, "succeeded", "r"), 7).then()


def test_a_failed_refund_is_paid_by_hand_once_and_says_how() -> None:
    def settle(by: int = ORGANIZER, *, is_admin: bool = False, refund: int = 1, note: str = " bank transfer ") -> c.SettleRefundByHand:
        return c.SettleRefundByHand(by, is_admin, refund, note)

    one = bought(sale()).when(c.CancelOrder(ANNA, False, 1), 2)
    one.when(settle(), 3).then_refused("refund_not_failed", refund=1, refund_status="issued")
    one.when(c.RecordRefund(1, "failed"), 4)
    one.when(settle(ANNA), 5).then_refused("not_yours").when(settle(ANNA, refund=9), 5).then_refused("not_yours")
    one.when(settle(refund=2), 5).then_refused("unknown_refund", refund=2)
    one.when(settle(note=" \n"), 5).then_refused("malformed", field="note")
    one.when(settle(STAFF, is_admin=True), 6).then(e.RefundSettledByHand(1, 1, 45_00, STAFF, "bank transfer"))
    one.when(settle(), 7).then().then_refused("refund_settled", refund=1)
    assert (one.state.refunds[1].status, one.state.takings_minor) == ("settled_by_hand", 0)
    one.when(c.RecordRefund(1, "failed"), 8).then()


def test_a_provider_who_pays_what_was_paid_by_hand_is_believed_and_it_is_known_to_be_paid_twice() -> None:
    one = bought(sale()).when(c.CancelOrder(ANNA, False, 1), 2).when(c.RecordRefund(1, "failed"), 3)
    one.when(c.SettleRefundByHand(ORGANIZER, False, 1, "cash"), 4).when(c.RecordRefund(1, "succeeded"), 5)
    one.then(e.RefundPaidAfterAll(1, 1, 45_00, True))
    assert one.state.refunds[1].status == "paid_twice"
    one.when(c.SettleRefundByHand(ORGANIZER, False, 1, "cash"), 6).then_refused("refund_settled", refund=1)
    one.when(c.RecordRefund(1, "succeeded"), 7).then().when(c.RecordRefund(1, "failed"), 8).then()


def test_cancelling_a_sale_undoes_and_refunds_every_order() -> None:
    one = bought(bought(sale(), ANNA, 2), BERT).when(c.Grab(BERT, 2), 2).when(c.Grab(ANNA, 1), 3).when(c.Grab(BERT, 1), 4)
    one.when(c.CancelTicket(ANNA, False, 1), 5).when(c.CheckIn(STAFF, 2), 5).when(c.Checkout(BERT, 5), 6).when(c.ReleaseHold(ANNA, 4), 7)
    one.when(c.CancelSale(BERT, False), 8).then_refused("not_yours")
    one.when(c.CancelSale(ORGANIZER, False, "rain"), 9).then(e.SaleCancelled(ORGANIZER, "rain"), e.OrdersUnwound((
        e.Unwound(1, ANNA, 2, 45_00), e.Unwound(2, BERT, 3, 45_00), e.Unwound(3, BERT, None, 0), e.Unwound(5, BERT, None, 0),
    )))
    assert [status(one, order) for order in range(1, 6)] == ["refunded", "refunded", "cancelled", "released", "cancelled"]
    assert (counts(one), one.state.takings_minor, one.state.units, SALE.due_at(one.state)) == ((10, 0, 0, 0), 0, {}, None)
    one.when(c.RecordPayment(5, 1, "succeeded"), 10).then(e.RefundIssued(4, 5, 1, 45_00, "late"))
    for command in (c.CancelSale(STAFF, True), c.Grab(ANNA, 1), c.EditSale(STAFF, True, c.SaleWords(""), TERMS), c.RequestTickets(ANNA, 1)):
        one.when(command, 11).then_refused("sale_cancelled")
    one.when(c.CheckIn(STAFF, 2), 12).then_refused("cancelled")


def test_a_large_sale_is_undone_some_orders_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleroom.domain.ticket_sales.decider.UNWOUND_MAX", 2)
    one = sale(replace(TERMS, sale_starts_at=at(0)))
    for person in range(2, 7):
        bought(one, person)
    one.when(c.Grab(ANNA, 1), 2).when(c.Checkout(ANNA, 6), 3)
    one.when(c.CancelSale(STAFF, True), 10)
    assert [one.state.orders[order].status for order in range(1, 7)] == ["refunded", "refunded", "paid", "paid", "paid", "pending"]
    assert SALE.due_at(one.state) == at(11)
    one.when(c.CancelOrder(STAFF, True, 3), 10.1).then_refused("sale_cancelled")
    one.when(c.Checkout(ANNA, 6), 10.2).then_refused("sale_cancelled")
    one.when(c.CheckIn(STAFF, 5), 10.3).then_refused("cancelled")
    one.when(c.RecordPayment(6, 1, "succeeded"), 10.4).then(e.RefundIssued(3, 6, 1, 45_00, "late"))
    assert woken(one.state, one.version, 11) == [e.OrdersUnwound((e.Unwound(3, 4, 4, 45_00), e.Unwound(4, 5, 5, 45_00)))]
    assert woken(one.state, one.version + 1, 12) == [e.OrdersUnwound((e.Unwound(5, 6, 6, 45_00),))]
    assert (SALE.due_at(one.state), one.state.takings_minor) == (None, 0)


def test_tk_chk_of_two_scans_one_is_let_in_and_the_other_hears_when_and_where() -> None:
    one = bought(sale())
    scanned = e.CheckedIn(1, STAFF, "North", "entry", 1, at(49))
    one.when(c.CheckIn(STAFF, 1, 1, "North", "entry", at(49)), 50).then(scanned)
    one.when(c.CheckIn(STAFF, 1, 1, "South"), 51).then().then_refused("already_in", at=at(50).isoformat(), gate="North")
    assert SALE.summary(one.state)["types"][0][6] == 1
    one.when(c.CheckIn(STAFF, 1, 1, "South", "exit"), 60).then(e.CheckedIn(1, STAFF, "South", "exit", 1, None))
    one.when(c.CheckIn(STAFF, 1, 1, "South", "exit"), 61).then_refused("not_inside")
    one.when(c.CheckIn(STAFF, 1, 1, "North"), 62).then(e.CheckedIn(1, STAFF, "North", "entry", 1, None))


def test_tk_chk_whether_a_ticket_is_valid_comes_before_whether_it_was_used() -> None:
    one = bought(sale(replace(TERMS, doors_open_at=at(40))), ANNA, 2)
    one.when(c.CheckIn(STAFF, 9), 30).then_refused("unknown_ticket")
    one.when(c.CheckIn(STAFF, 1), 39.9).then_refused("wrong_time", opens_at=at(40).isoformat())
    one.when(c.CheckIn(STAFF, 1), 40).then(e.CheckedIn(1, STAFF, "", "entry", 1, None))
    one.when(c.CheckIn(STAFF, 1, 2), 41).then_refused("revoked")
    one.when(c.CancelTicket(ANNA, False, 2), 41).when(c.CheckIn(STAFF, 2), 42).then_refused("cancelled")


def test_a_ticket_that_went_in_stays_used() -> None:
    one = bought(sale(), ANNA, 2).when(c.CheckIn(STAFF, 1, 1, "North"), 50).when(c.CheckIn(STAFF, 1, 1, "South", "exit"), 51)
    for command in (c.CancelTicket(ANNA, False, 1), c.CancelTicket(STAFF, True, 1), c.CancelOrder(ANNA, False, 1)):
        one.when(command, 52).then().then_refused("already_in", ticket=1, at=at(51).isoformat(), gate="South")
    one.when(c.CancelTicket(ANNA, False, 2), 53)
    assert status(one) == "partly_refunded"


def test_nothing_happens_to_a_sale_that_is_not_there() -> None:
    for command in (c.Grab(ANNA, 1), c.PauseQueue(STAFF), c.CancelSale(STAFF, True), c.CheckIn(STAFF, 1)):
        Given(SALE).when(command, 1).then().then_refused("unknown_event")
    assert SALE.due_at(SALE.initial()) is None


def test_a_seller_of_several_types_reclaims_each_at_its_old_price() -> None:
    one = sale().when(c.Hold(ANNA, ((1, 1), (2, 1))), 0).then(held(1, ANNA, 600, line(), line(2, 1, 0), via="best")).when(
        c.Checkout(ANNA, 1), 1
    )
    dearer = replace(TERMS, types=(replace(STANDARD, price_minor=99_00), replace(FREE, quantity=9)))
    one.when(c.EditSale(ORGANIZER, False, c.SaleWords("A night"), dearer), 700)
    one.when(c.RecordPayment(1, 1, "succeeded"), 701).then(
        e.UnitsReclaimed(1, 1, (line(), line(2, 1, 0)), at(1001), True), e.OrderPaid(1, 1, (e.Ticket(1, 1, 45_00), e.Ticket(2, 2, 0)))
    )
    assert one.state.takings_minor == 45_00


def test_units_of_a_type_that_is_gone_are_not_reclaimed() -> None:
    one = sale().when(c.Grab(ANNA, 1), 0).when(c.Checkout(ANNA, 1), 1)
    one.when(c.EditSale(ORGANIZER, False, c.SaleWords("A night"), replace(TERMS, types=(FREE,))), 700)
    one.when(c.RecordPayment(1, 1, "succeeded"), 701).then(e.RefundIssued(1, 1, 1, 45_00, "late"))
