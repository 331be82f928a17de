"""TK-QUE by example: VIP and regular requests, who is served next, and whom a paused queue lets through."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales import lanes
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.sale import Sale
from tests.given import Given, at
from tests.unit.on_sales import ANNA, BERT, CARL, STAFF, TERMS, held, line, sale, woken

VIP, REGULAR = c.TicketType("VIP", 99_00, 10, "vip"), c.TicketType("Regular", 45_00, 10)
LANES = replace(TERMS, types=(VIP, REGULAR))


def queue(order: str, **changes: Any) -> Given:
    """A paused queue with requests in this order: v and r, each of a person of its own, numbered from 1."""
    one = sale(replace(LANES, **changes)).when(c.PauseQueue(STAFF), 0)
    for person, lane in enumerate(order, start=101):
        one.when(c.RequestTickets(person, 1 if lane == "v" else 2), 1)
    return one


def served(one: Given, second: float) -> list[int]:
    """The requests that are served when the queue is resumed, in order."""
    return [fact.request for fact in one.when(c.ResumeQueue(STAFF), second).facts if isinstance(fact, e.RequestServed)]


@pytest.mark.parametrize(("kind", "order", "positions"), [
    ("strict", [1, 2, 3, 4, 5, 6, 7], {5: 5, 6: 6, 7: 7, 4: 4}), ("weighted", [1, 2, 3, 5, 4, 6, 7], {5: 4, 6: 6, 7: 7, 4: 5}),
])
def test_the_worked_cases(kind: c.LaneOrder, order: list[int], positions: dict[int, int]) -> None:
    one = queue("vvvvrrr", lanes=kind)
    assert {request: lanes.position(one.state, request) for request in positions} == positions
    assert lanes.position(one.state, 99) is None
    assert served(one, 2) == order


def test_a_regular_request_that_has_been_passed_often_enough_is_next() -> None:
    one = queue("rvvvvv").when(c.ServeQueue(STAFF, 2), 2)
    assert (one.state.queue.passed, lanes.position(one.state, 1), lanes.position(one.state, 4)) == (2, 2, 1)
    assert served(one, 3) == [4, 1, 5, 6]
    assert served(queue("vvvvvvr", lane_weight=2), 2) == [1, 2, 7, 3, 4, 5, 6]


@settings(max_examples=25)
@given(st.text("vr", min_size=1, max_size=12), st.integers(0, 5), st.integers(1, 4), st.sampled_from(["weighted", "strict"]))
def test_positions_are_the_order_in_which_all_are_served(order: str, first: int, weight: int, kind: c.LaneOrder) -> None:
    one = queue(order, lanes=kind, lane_weight=weight).when(c.ServeQueue(STAFF, first), 2)
    waiting = [fact for fact in range(1, len(order) + 1) if lanes.position(one.state, fact) is not None]
    positions = {request: lanes.position(one.state, request) for request in waiting}
    assert positions == {request: place for place, request in enumerate(served(one, 3), start=1)}


def test_a_request_is_served_at_once_unless_the_queue_is_paused() -> None:
    one = sale(LANES).when(c.RequestTickets(ANNA, 2, 2), 1)
    placed = held(1, ANNA, 601, line(2, 2), via="lane")
    one.then(e.RequestQueued(1, ANNA, 2, 2, "regular"), e.RequestServed(1, ANNA, placed))
    one.when(c.PauseQueue(STAFF), 2).then(e.QueuePaused(STAFF)).when(c.PauseQueue(STAFF), 2).then()
    one.when(c.RequestTickets(BERT, 1), 3).then(e.RequestQueued(2, BERT, 1, 1, "vip"))
    assert SALE.summary(one.state)["queue"] == {"paused": True, "waiting": 1, "vip": 1, "regular": 0, "passed": 0}
    one.when(c.ServeQueue(STAFF, 5), 4).then(
        e.TurnsGiven(STAFF, 1), e.RequestServed(2, BERT, held(2, BERT, 604, line(1, 1, 99_00), via="lane"))
    )
    one.when(c.ServeQueue(STAFF), 5).then().when(c.ResumeQueue(STAFF), 6).then(e.QueueResumed(STAFF)).when(c.ResumeQueue(STAFF), 7).then()
    one.when(c.ServeQueue(STAFF), 8).then()


def test_newcomers_do_not_overtake_those_who_wait() -> None:
    one = sale(replace(LANES, types=(VIP, replace(REGULAR, quantity=3)))).when(c.PauseQueue(STAFF), 0).when(c.RequestTickets(ANNA, 2, 2), 1)
    one.when(c.Grab(BERT, 2, 2), 2).then_refused("sold_out", left=1)
    one.when(c.Grab(BERT, 2, 1), 3)
    one.when(c.RequestTickets(CARL, 2, 1), 4).when(c.ResumeQueue(STAFF), 5)
    assert one.facts[1:] == [
        e.RequestServed(1, ANNA, held(2, ANNA, 605, line(2, 2), via="lane")), e.RequestServed(2, CARL, None, "reserved_may_come_back"),
    ]


def test_a_request_that_can_never_be_met_is_refused_at_once() -> None:
    one = sale(replace(LANES, types=(replace(VIP, quantity=1, price_minor=0), REGULAR), limit_per_person=2)).when(c.Grab(ANNA, 1), 0)
    one.when(c.RequestTickets(BERT, 1), 1).then().then_refused("sold_out", left=0)
    one.when(c.PauseQueue(STAFF), 2).when(c.RequestTickets(BERT, 1), 3).then_refused("sold_out", left=0)
    one.when(c.RequestTickets(BERT, 2, 2), 4).when(c.RequestTickets(BERT, 2, 1), 5).then_refused("limit_reached", remaining=0)
    one.when(c.Grab(BERT, 2, 1), 6).then_refused("limit_reached", remaining=0)
    one.when(c.RequestTickets(BERT, 9), 7).then_refused("unknown_ticket_type")
    one.when(c.ResumeQueue(STAFF), 8).then(e.QueueResumed(STAFF), e.RequestServed(1, BERT, held(2, BERT, 608, line(2, 2), via="lane")))


@settings(max_examples=25)
@given(st.text("vr", min_size=1, max_size=12), st.integers(0, 5), st.integers(1, 12), st.sampled_from(["weighted", "strict"]))
def test_who_leaves_lets_everyone_behind_him_move_up_and_nobody_back(order: str, first: int, leaver: int, kind: c.LaneOrder) -> None:
    one = queue(order, lanes=kind).when(c.ServeQueue(STAFF, first), 2)
    before = {request: place for request in range(1, len(order) + 1) if (place := lanes.position(one.state, request)) is not None}
    if leaver not in before:
        return
    one.when(c.LeaveQueue(100 + leaver, leaver), 3).then(e.RequestLeft(leaver, 100 + leaver))
    del before[leaver]
    after = {request: lanes.position(one.state, request) for request in before}
    assert all((place or 99) <= before[request] for request, place in after.items())
    assert after == {request: place for place, request in enumerate(served(one, 4), start=1)}


def test_who_leaves_waits_for_nothing_any_more_and_only_he_may_leave() -> None:
    one = sale(replace(LANES, types=(VIP, replace(REGULAR, quantity=3)))).when(c.PauseQueue(STAFF), 0).when(c.RequestTickets(ANNA, 2, 2), 1)
    one.when(c.LeaveQueue(BERT, 1), 2).then_refused("unknown_request").when(c.LeaveQueue(ANNA, 2), 2).then_refused("unknown_request")
    one.when(c.Grab(BERT, 2, 3), 2).then_refused("sold_out", left=1)
    one.when(c.LeaveQueue(ANNA, 1), 3).then(e.RequestLeft(1, ANNA)).when(c.LeaveQueue(ANNA, 1), 4).then_refused("not_in_queue")
    assert (one.state.queue.waiting, one.state.asked, one.state.types[2].own.waiting) == (0, {}, 0)
    one.when(c.Grab(BERT, 2, 3), 5).then(held(1, BERT, 605, line(2, 3)))
    other = sale(LANES).when(c.RequestTickets(ANNA, 2), 1)
    other.when(c.LeaveQueue(ANNA, 1), 2).then_refused("not_in_queue")  # he was served at once


def test_turns_that_were_left_go_to_no_newcomer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "BURST_MAX", 1)
    one = queue("vr").when(c.ServeQueue(STAFF, 2), 2)
    assert (one.state.queue.turns, lanes.position(one.state, 2)) == (1, 1)
    one.when(c.LeaveQueue(102, 2), 2).when(c.RequestTickets(ANNA, 2), 2).then(e.RequestQueued(3, ANNA, 2, 1, "regular"))
    assert (one.state.queue.turns, lanes.due_at(one.state)) == (0, None)


def test_free_tickets_of_the_queue_are_yours_at_once() -> None:
    one = sale().when(c.RequestTickets(ANNA, 2), 1)
    assert one.facts[-1] == e.RequestServed(1, ANNA, e.OrderPlaced(1, ANNA, "lane", (line(2, 1, 0),), None, (e.Ticket(1, 2, 0),)))


def test_nobody_waits_any_more_when_the_sale_is_over() -> None:
    one = sale(replace(LANES, starts_at=at(100))).when(c.PauseQueue(STAFF), 0).when(c.RequestTickets(ANNA, 2, 2), 1)
    one.when(c.ResumeQueue(STAFF), 100).then(e.SaleEnded(), e.QueueResumed(STAFF))
    assert (one.state.queue.waiting, one.state.asked, one.state.types[2].own.waiting) == (0, {}, 0)
    other = queue("vr").when(c.CancelSale(STAFF, True), 5)
    assert (other.state.queue.waiting, SALE.due_at(other.state)) == (0, None)


def test_a_long_queue_is_served_in_bursts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "BURST_MAX", 2)
    one = queue("rrrrr")
    assert served(one, 2) == [1, 2]
    assert SALE.due_at(one.state) == at(2) + lanes.BURST_PAUSE == at(2) + timedelta(milliseconds=100)
    one.when(c.RequestTickets(ANNA, 1), 2.05).then(e.RequestQueued(6, ANNA, 1, 1, "vip"))
    assert [fact.request for fact in woken(one.state, one.version, 2.1)] == [6, 3]
    assert [fact.request for fact in woken(one.state, one.version + 2, 5)] == [4, 5]


def test_the_queue_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "WAITING_MAX", 2)
    queue("vr").when(c.RequestTickets(ANNA, 1), 5).then_refused("queue_full", max=2)


def test_an_idle_state_serves_nobody() -> None:
    assert lanes.due_at(Sale()) is None
