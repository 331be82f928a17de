"""Laws of the box office that hold in every on-sale, whatever people ask for and whenever."""

import json
from collections import Counter
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.audit import audit
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.domain.ticket_sales.snapshot import dump, restore
from tests.given import Given, at
from tests.unit.on_sales import ANNA, BERT, CARL, SEATED, STAFF, OnSale, asked, bought, command_of, hold, on_sales, seated

few = settings(max_examples=15)


def written_and_read(sale: Sale) -> Sale:
    """What becomes of a sale on its way through a snapshot."""
    *_, restored = restore(json.loads(json.dumps(part)) for part in dump(sale))
    return restored


@few
@given(on_sales)
def test_nothing_is_lost_and_nothing_made_after_any_fact(on_sale: OnSale) -> None:
    state = SALE.initial()
    for step in hold(on_sale)[1]:
        for fact in step.facts:
            state = SALE.evolve(state, fact, step.at)
            assert audit(state) == [], fact


@few
@given(on_sales)
def test_nobody_has_more_than_the_limit_that_stood_when_he_asked(on_sale: OnSale) -> None:
    state = SALE.initial()
    for step in hold(on_sale)[1]:
        for fact in step.facts:
            before = dict(state.units)
            state = SALE.evolve(state, fact, step.at)
            limit = state.terms.limit_per_person
            for person, units in state.units.items():
                assert limit is None or units <= max(limit, before.get(person, 0))


@few
@given(on_sales)
def test_the_clock_does_what_is_due_and_nothing_else_and_in_its_time(on_sale: OnSale) -> None:
    state = SALE.initial()
    for step in hold(on_sale)[1]:
        for fact in step.facts:
            due_at = SALE.due_at(state)
            is_due = due_at is not None and due_at <= step.at
            assert (type(fact) in e.TIMED) == is_due, fact
            if isinstance(fact, e.OrdersLapsed):
                ends = [state.orders[order].expires_at for order in fact.orders]
                assert ends == sorted(end for end in ends if end is not None and end <= step.at)
            state = SALE.evolve(state, fact, step.at)
        due_at = SALE.due_at(state)
        assert due_at is None or due_at > step.at
        assert all(order.expires_at is None or order.expires_at > step.at for order in state.orders.values() if order.is_unpaid)


@few
@given(on_sales)
def test_every_payment_that_succeeded_brought_tickets_or_went_back_once(on_sale: OnSale) -> None:
    state, steps = hold(on_sale)
    succeeded: set[tuple[int, int]] = set()
    for step in steps:
        match step.command:
            case c.RecordPayment(order, attempt, "succeeded") if isinstance(step.answer, list):
                succeeded.add((order, attempt))
    facts = [fact for step in steps for fact in step.facts]
    paid = {(fact.order, fact.attempt) for fact in facts if isinstance(fact, e.OrderPaid) and fact.attempt is not None}
    back = [(fact.order, fact.attempt) for fact in facts if isinstance(fact, e.RefundIssued) and fact.reason in ("late", "duplicate")]
    assert Counter(succeeded) == Counter([*paid, *back])
    for fact in facts:
        if isinstance(fact, e.OrderPaid):
            assert len(fact.tickets) == state.orders[fact.order].quantity


@few
@given(on_sales)
def test_no_seat_is_sold_to_two_people_at_any_time(on_sale: OnSale) -> None:
    state = SALE.initial()
    for step in hold(on_sale)[1]:
        for fact in step.facts:
            state = SALE.evolve(state, fact, step.at)
        seats = [seat for order in state.orders.values() if order.is_unpaid for of in order.lines for seat in of.seats]
        seats += [issued.seat for issued in state.tickets.values() if issued.is_valid and issued.seat is not None]
        assert len(seats) == len(set(seats))


@settings(max_examples=6)
@given(on_sales)
def test_folding_the_facts_gives_the_same_sale_and_so_does_a_snapshot_of_any_moment(on_sale: OnSale) -> None:
    held, steps = hold(on_sale)
    state = SALE.initial()
    for step in steps:
        for fact in step.facts:
            state = SALE.evolve(state, fact, step.at)
        restored = written_and_read(state)
        assert restored == state
        assert (SALE.due_at(restored), SALE.summary(restored)) == (SALE.due_at(state), SALE.summary(state))
    assert state == held
    assert written_and_read(SALE.initial()) == SALE.initial()


@few
@given(on_sales, st.lists(asked, min_size=1, max_size=5))
def test_deciding_changes_nothing_and_is_deterministic(on_sale: OnSale, more: list[int]) -> None:
    state, steps = hold(on_sale)
    before, at = deepcopy(state), steps[-1].at
    for number in more:
        command = command_of(state, on_sale[0][1], number)
        assert SALE.decide(state, command, at) == SALE.decide(state, command, at)
    assert state == before


def one_with_everything() -> Given:
    """A sale in a hall with something of everything."""
    types = *SEATED.types[:4], replace(SEATED.types[4], lane="vip")
    one = bought(seated(types=types), ANNA, 2).when(c.Hold(BERT, (), ("B1", "B2")), 2).when(c.Checkout(BERT, 2), 3)
    one.when(c.Grab(CARL, 4, 2), 4).when(c.Grab(BERT, 4), 4).when(c.Checkout(BERT, 4), 4).when(c.ReleaseHold(BERT, 4), 4)
    one.when(c.RecordPayment(4, 1, "succeeded"), 4)
    one.when(c.CancelTicket(ANNA, False, 2), 5).when(c.CheckIn(STAFF, 1), 6)
    for person, type_id in ((CARL, 5), (BERT, 5), (ANNA, 4)):
        one.when(c.PauseQueue(STAFF), 7).when(c.RequestTickets(person, type_id), 8)
    return one.when(c.ServeQueue(STAFF), 9)


def test_a_snapshot_with_something_of_everything_is_the_sale_itself() -> None:
    tour = replace(SEATED.types[4], refund=c.RefundPolicy(at(100), None, 1), quota="all")
    terms = replace(SEATED, quotas=(c.SharedQuota("all", 9),), types=(*SEATED.types[:4], tour))
    one = one_with_everything().when(c.EditSale(STAFF, True, c.SaleWords("Another"), terms), 10)
    restored = written_and_read(one.state)
    assert restored == one.state
    assert audit(restored) == []
    one.when(c.CancelSale(STAFF, True), 11)
    assert written_and_read(one.state) == one.state != restored


def spoilt(change: str) -> Sale:
    """Such a sale, with one thing of it changed behind its back."""
    state: Sale = one_with_everything().state
    assert audit(state) == []
    exec(change, {"sale": state, "types": state.types, "orders": state.orders})
    return state


@pytest.mark.parametrize(("change", "said"), [
    ("types[1].own.counts[0] += 1", "Quota Stalls"), ("types[5].own.waiting = 0", "waited for"),
    ("types[1].quotas[1].counts[3] += 1", "at stage 3"),
    ("types[3].own.counts[0] -= 5; types[3].own.counts[1] += 5", "its orders have"), ("del types[4]", "Type 4 has orders"),
    ("orders[2].lines = orders[2].lines * 2", "has 2 owners"), ("sale.seats.states[0] = 1", "Seat A1"),
    ("sale.seats.packed[0] = 0", "shown as 0"),
    ("types[1].zone = None", "Type 1 has a unit"), ("sale.live += 1", "live orders"), ("sale.units[2] += 1", "People have"),
    ("sale.asked.clear()", "People wait"), ("types[1].inside += 1", "inside"), ("orders[2].attempts[0] = 'succeeded'", "1 payments"),
    ("orders[1].refunded_minor = 0", "went back"), ("sale.takings_minor += 1", "Takings"), ("orders[1].tickets = (1,)", "for 2 units"),
    ("orders[1].tickets = ()", "has no tickets"), ("orders[1].status = 'refunded'", "has valid tickets"),
    ("sale.bought = 0", "counted as bought"),
    ("sale.timers.clear()", "nothing ends it"), ("sale.refunds.clear()", "by its refunds 0"),
    ("sale.tickets[9] = sale.tickets[2]", "tickets exist"),
])
def test_the_audit_sees_whatever_does_not_add_up(change: str, said: str) -> None:
    assert any(said in fault for fault in audit(spoilt(change))), audit(spoilt(change))


def test_an_empty_sale_adds_up() -> None:
    assert audit(Given(SALE).state) == []
