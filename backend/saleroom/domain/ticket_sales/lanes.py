"""Lanes (TK-QUE): who is served next, and how many are served before whom.

Two lanes a sale. Weighted k:1: while a regular request waits at the head of its lane, at most k VIP ones pass it; a lane that is
idle gives way. Strict: VIP requests first. A request's position counts over both lanes: 1 is next.
"""

from bisect import bisect_left
from collections import deque
from datetime import datetime, timedelta
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.claims import claim
from saleroom.domain.ticket_sales.limits import check_limit, check_lines, check_selling, check_size
from saleroom.domain.ticket_sales.quotas import answer, check_quotas, sold_out
from saleroom.domain.ticket_sales.sale import Queue, Sale, Waiting

WAITING_MAX: Final = 50_000  # requests in the queue
BURST_MAX: Final = 200  # requests served at one moment; keeps a commit short
BURST_PAUSE: Final = timedelta(milliseconds=100)


def next_lane(queue: Queue, terms: c.SaleTerms) -> c.Lane:
    """Whose turn it is; somebody waits."""
    if not queue.lanes["vip"]:
        return "regular"
    if not queue.lanes["regular"] or terms.lanes == "strict" or queue.passed < terms.lane_weight:
        return "vip"
    return "regular"


def place(lane: c.Lane, before: int, others: int, passed: int, weight: int | None) -> int:
    """The position of a request: 1 + those who are served before it.

    Args:
        lane: its lane.
        before: how many stand before it there.
        others: how many wait in the other lane.
        passed: VIP requests served since a regular one has been waiting at the head.
        weight: how many VIP requests may pass a regular one; None is strict.
    """
    if lane == "regular":
        return 1 + before + (others if weight is None else min(others, max(0, weight - passed) + before * weight))
    if weight is None or before < weight - passed:
        return 1 + before
    return 1 + before + min(others, 1 + (before - max(0, weight - passed)) // weight)


def position(sale: Sale, request: int) -> int | None:
    """The position of a waiting request, or None if it does not wait."""
    queue, weight = sale.queue, None if sale.terms.lanes == "strict" else sale.terms.lane_weight
    lanes: tuple[c.Lane, c.Lane] = ("vip", "regular")
    for lane, other in (lanes, (lanes[1], lanes[0])):
        for before, waiting in enumerate(queue.lanes[lane]):
            if waiting.request == request:
                return place(lane, before, len(queue.lanes[other]), queue.passed, weight)
    return None


def decide(
    sale: Sale, command: c.RequestTickets | c.LeaveQueue | c.PauseQueue | c.ResumeQueue | c.ServeQueue
) -> list[e.Fact]:
    """What somebody who waits asks for, or who directs the queue. Raises: RefusedError."""
    match command:
        case c.RequestTickets():
            return request(sale, command)
        case c.LeaveQueue():
            return leave(sale, command)
        case c.PauseQueue() | c.ResumeQueue() | c.ServeQueue():
            return direct(sale, command)


def request(sale: Sale, command: c.RequestTickets) -> list[e.Fact]:
    """A request takes its place; one that has nothing to wait for is refused at once.

    Raises:
        RefusedError: why not.
    """
    wanted = {command.type_id: command.quantity}
    check_selling(sale)
    check_lines(sale, wanted.items())
    check_size(sale, wanted)
    check_limit(sale, command.person_id, command.quantity)
    kind, queue = sale.types[command.type_id], sale.queue
    if not queue.is_paused and not queue.waiting:
        check_quotas(sale, wanted)
    elif any(answer(quota, command.quantity) == "gone" for quota in kind.quotas):
        raise sold_out(sale, command.type_id)
    if queue.waiting >= WAITING_MAX:
        raise RefusedError("queue_full", max=WAITING_MAX)
    return [e.RequestQueued(sale.requests + 1, command.person_id, command.type_id, command.quantity, kind.terms.lane)]


def leave(sale: Sale, command: c.LeaveQueue) -> list[e.Fact]:
    """A request stops waiting. Raises: RefusedError when it does not wait, or is somebody else's."""
    found = _found(sale.queue, command.request)
    if found is None:
        raise RefusedError("not_in_queue" if 1 <= command.request <= sale.requests else "unknown_request")
    lane, place = found
    if lane[place].person_id != command.person_id:
        raise RefusedError("unknown_request")
    return [e.RequestLeft(command.request, command.person_id)]


def _found(queue: Queue, request: int) -> tuple[deque[Waiting], int] | None:
    """The lane in which a request waits, and its place there; within a lane the numbers rise."""
    for lane in queue.lanes.values():
        place = bisect_left(lane, request, key=lambda one: one.request)
        if place < len(lane) and lane[place].request == request:
            return lane, place
    return None


def direct(sale: Sale, command: c.PauseQueue | c.ResumeQueue | c.ServeQueue) -> list[e.Fact]:
    """The organiser pauses, resumes or serves; what changes nothing brings no fact."""
    queue = sale.queue
    match command:
        case c.PauseQueue():
            return [] if queue.is_paused else [e.QueuePaused(command.by)]
        case c.ResumeQueue():
            return [e.QueueResumed(command.by)] if queue.is_paused else []
        case c.ServeQueue():
            count = min(command.count, queue.waiting - queue.turns)
            return [e.TurnsGiven(command.by, count)] if queue.is_paused and count > 0 else []


def due_at(sale: Sale) -> datetime | None:
    """When the next request is served."""
    queue = sale.queue
    if sale.status != "on_sale" or not queue.waiting or (queue.is_paused and not queue.turns):
        return None
    return queue.next_at


def serve(sale: Sale, at: datetime) -> e.RequestServed:
    """The next one's turn: he gets an order, or is told why not."""
    waiting = sale.queue.lanes[next_lane(sale.queue, sale.terms)][0]
    try:
        placed = claim(sale, waiting.person_id, waiting.type_id, waiting.quantity, "lane", at)
    except RefusedError as error:
        return e.RequestServed(waiting.request, waiting.person_id, None, error.refused.code)
    return e.RequestServed(waiting.request, waiting.person_id, placed)


def queued(sale: Sale, fact: e.RequestQueued, at: datetime) -> None:
    """Fold: one more waits."""
    waiting = Waiting(fact.request, fact.person_id, fact.type_id, fact.quantity)
    sale.requests = fact.request
    sale.queue.lanes[fact.lane].append(waiting)
    sale.wait(waiting, 1)
    sale.queue.next_at = max(sale.queue.next_at, at)


def served(sale: Sale, at: datetime) -> None:
    """Fold: the next one had his turn."""
    queue = sale.queue
    lane = next_lane(queue, sale.terms)
    queue.passed = queue.passed + 1 if lane == "vip" and queue.lanes["regular"] else 0
    sale.wait(queue.lanes[lane].popleft(), -1)
    if queue.is_paused:
        queue.turns -= 1
    queue.burst = queue.burst + 1 if queue.served_at == at else 1
    queue.served_at = at
    if queue.burst >= BURST_MAX:
        queue.next_at = at + BURST_PAUSE


def left(sale: Sale, fact: e.RequestLeft) -> None:
    """Fold: one fewer waits. Turns that nobody is left for are lost, so that no newcomer gets one unasked."""
    queue = sale.queue
    found = _found(queue, fact.request)
    assert found is not None
    lane, place = found
    sale.wait(lane[place], -1)
    del lane[place]
    queue.turns = min(queue.turns, queue.waiting)
    if not queue.lanes["regular"]:
        queue.passed = 0


def directed(sale: Sale, fact: e.QueuePaused | e.QueueResumed | e.TurnsGiven, at: datetime) -> None:
    """Fold: the queue is paused, goes on, or serves so many."""
    queue = sale.queue
    match fact:
        case e.QueuePaused():
            queue.is_paused, queue.turns = True, 0
        case e.QueueResumed():
            queue.is_paused, queue.turns = False, 0
        case e.TurnsGiven():
            queue.turns += fact.count
    queue.next_at = max(queue.next_at, at)


def dissolve(sale: Sale) -> None:
    """Fold: the sale is over, nobody waits any more."""
    for lane in sale.queue.lanes.values():
        while lane:
            sale.wait(lane.popleft(), -1)
    sale.queue.passed = sale.queue.turns = 0
