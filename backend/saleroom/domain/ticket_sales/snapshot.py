"""Snapshots: a folded sale as JSON and back, so that a long log need not be folded from its beginning.

Only what orders, tickets, refunds and the queue say is written; counts, seats, quotas and timers are made of it again, so a snapshot
cannot disagree with itself.
"""

from collections import deque
from dataclasses import asdict
from datetime import datetime
from heapq import heapify
from typing import Any

from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import hall_from_json, hall_json
from saleroom.domain.ticket_sales.commands import RefundPolicy, SaleTerms, SaleWords, SharedQuota, TicketType
from saleroom.domain.ticket_sales.events import Line
from saleroom.domain.ticket_sales.quotas import arrange
from saleroom.domain.ticket_sales.sale import FREE, SOLD, STAGE, Issued, Order, Queue, Refund, Sale, SeatBook, Waiting


def dump(sale: Sale) -> dict[str, Any]:
    """The sale as a JSON value; `restore` makes an equal sale of it."""
    queue = sale.queue
    return {
        "status": sale.status, "version": sale.version, "organizer_id": sale.organizer_id, "words": asdict(sale.words),
        "terms": _plain(asdict(sale.terms)), "hall": hall_json(sale.plan.hall) if sale.plan else None,
        "orders": [_order_row(order) for order in sale.orders.values()],
        "tickets": [_ticket_row(issued) for issued in sale.tickets.values()],
        "refunds": [[refund.order, refund.amount_minor, refund.reason, refund.status] for refund in sale.refunds.values()],
        "requests": sale.requests,
        "queue": {
            "lanes": {
                lane: [[one.request, one.person_id, one.type_id, one.quantity] for one in waiting] for lane, waiting in queue.lanes.items()
            },
            "is_paused": queue.is_paused, "passed": queue.passed, "turns": queue.turns, "next_at": _text(queue.next_at),
            "served_at": _text(queue.served_at), "burst": queue.burst,
        },
        "unwind_at": _text(sale.unwind_at), "unwound": sale.unwound,
    }


def restore(dumped: dict[str, Any]) -> Sale:
    """The sale that was dumped."""
    sale = Sale(
        status=dumped["status"], version=dumped["version"], organizer_id=dumped["organizer_id"], words=SaleWords(**dumped["words"]),
        terms=_terms(dumped["terms"]), requests=dumped["requests"], unwind_at=_time(dumped["unwind_at"]), unwound=dumped["unwound"],
    )
    if dumped["hall"] is not None:
        sale.plan = Plan(hall_from_json(dumped["hall"]))
        sale.seats = SeatBook.of(len(sale.plan.seats))
    if sale.status != "none":
        arrange(sale)
    for row in dumped["tickets"]:
        _restore_ticket(sale, row)
    for row in dumped["orders"]:
        _restore_order(sale, row)
    for number, (order, amount_minor, reason, status) in enumerate(dumped["refunds"], start=1):
        sale.refunds[number] = Refund(order, amount_minor, reason, status)
        if reason in ("given_back", "sale_cancelled"):
            sale.orders[order].refunded_minor += amount_minor
            sale.takings_minor -= amount_minor
    heapify(sale.timers)
    _restore_queue(sale, dumped["queue"])
    return sale


def _order_row(order: Order) -> list[Any]:
    lines = [[line.type_id, line.quantity, line.price_minor, *line.seats] for line in order.lines]
    return [
        order.order, order.person_id, order.status, lines, _text(order.placed_at), _text(order.expires_at), order.attempts,
        order.paid_attempt, order.tickets,
    ]


def _restore_order(sale: Sale, row: list[Any]) -> None:
    number, person_id, status, rows, placed_at, expires_at, attempts, paid_attempt, tickets = row
    lines = tuple(Line(type_id, quantity, price_minor, tuple(seats)) for type_id, quantity, price_minor, *seats in rows)
    placed = datetime.fromisoformat(placed_at)
    order = Order(number, person_id, status, lines, placed, _time(expires_at), [*attempts], paid_attempt, 0, tuple(tickets))
    sale.orders[number] = order
    sale.bought += bool(tickets)
    if paid_attempt is not None:
        sale.takings_minor += order.total_minor
    if status not in STAGE:
        return
    sale.live += 1
    if order.is_unpaid:
        sale.move_order(order, FREE, STAGE[status])
        sale.have(person_id, order.quantity)
        assert order.expires_at is not None
        sale.timers.append((order.expires_at, number))
    for issued in sale.valid_tickets(order):
        sale.move(issued.line, FREE, SOLD)
        sale.have(person_id, 1)


def _ticket_row(issued: Issued) -> list[Any]:
    return [
        issued.ticket, issued.order, issued.type_id, issued.price_minor, issued.seat, issued.revision, issued.is_valid, issued.is_inside,
        _text(issued.moved_at), issued.gate,
    ]


def _restore_ticket(sale: Sale, row: list[Any]) -> None:
    number, order, type_id, price_minor, seat, revision, is_valid, is_inside, moved_at, gate = row
    issued = Issued(number, order, type_id, price_minor, seat, revision, is_valid, is_inside, _time(moved_at), gate)
    sale.tickets[issued.ticket] = issued
    if issued.is_inside:
        sale.types[issued.type_id].inside += 1


def _restore_queue(sale: Sale, dumped: dict[str, Any]) -> None:
    queue = sale.queue = Queue(
        is_paused=dumped["is_paused"], passed=dumped["passed"], turns=dumped["turns"],
        next_at=datetime.fromisoformat(dumped["next_at"]), served_at=datetime.fromisoformat(dumped["served_at"]), burst=dumped["burst"],
    )
    for lane in queue.lanes:
        queue.lanes[lane] = deque(Waiting(*row) for row in dumped["lanes"][lane])
        for waiting in queue.lanes[lane]:
            sale.wait(waiting, 1)


def _terms(dumped: dict[str, Any]) -> SaleTerms:
    times = {name: _time(dumped[name]) for name in ("sale_starts_at", "ends_at", "doors_open_at")}
    types = [
        TicketType(**{**kind, "refund": None if kind["refund"] is None else _policy(kind["refund"])}) for kind in dumped["types"]
    ]
    return SaleTerms(**{
        **dumped, **times, "starts_at": datetime.fromisoformat(dumped["starts_at"]), "types": tuple(types),
        "quotas": tuple(SharedQuota(**quota) for quota in dumped["quotas"]), "blocked_seats": tuple(dumped["blocked_seats"]),
    })


def _policy(dumped: dict[str, Any]) -> RefundPolicy:
    return RefundPolicy(_time(dumped["full_until"]), _time(dumped["fee_until"]), dumped["fee_minor"])


def _plain(value: Any) -> Any:
    """Nested JSON with times as texts."""
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case tuple() | list():
            return [_plain(one) for one in value]
        case datetime():
            return value.isoformat()
        case _:
            return value


def _text(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None
