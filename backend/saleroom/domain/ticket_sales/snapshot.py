"""Snapshots: a folded sale as JSON and back, so that a long log need not be folded from its beginning.

Only what orders, tickets, refunds and the queue say is written; counts, seats, quotas and timers are made of it again, so a snapshot
cannot disagree with itself. It is written and read in parts, since tens of thousands of orders are half a second of work, and a
worker that is at it has others to serve.
"""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import datetime
from heapq import heappush
from itertools import islice
from typing import Any, Final, TypeVar

from saleroom.domain.seating.plan import Plan
from saleroom.domain.seating.shape import hall_from_json, hall_json
from saleroom.domain.ticket_sales.commands import RefundPolicy, SaleTerms, SaleWords, SharedQuota, TicketType
from saleroom.domain.ticket_sales.events import Line
from saleroom.domain.ticket_sales.quotas import arrange
from saleroom.domain.ticket_sales.sale import FREE, SOLD, STAGE, Issued, Order, Queue, Refund, Sale, SeatBook, Waiting

PART_ROWS: Final = 500  # some 4 ms to restore, 2 to dump

Row = TypeVar("Row")


def dump(sale: Sale) -> Iterator[dict[str, Any]]:
    """The sale as parts of JSON, its terms first; `restore` makes an equal sale of them."""
    yield {
        "status": sale.status, "version": sale.version, "organizer_id": sale.organizer_id, "words": asdict(sale.words),
        "terms": _plain(asdict(sale.terms)), "hall": hall_json(sale.plan.hall) if sale.plan else None, "requests": sale.requests,
        "unwind_at": _text(sale.unwind_at), "unwound": sale.unwound, "called_off_for": sale.called_off_for,
        "edited": sale.edited,
    }
    for tickets in _parts(sale.tickets.values()):
        yield {"tickets": [_ticket_row(issued) for issued in tickets]}
    for orders in _parts(sale.orders.values()):
        yield {"orders": [_order_row(order) for order in orders]}
    for refunds in _parts(sale.refunds.values()):
        yield {"refunds": [[refund.order, refund.amount_minor, refund.reason, refund.status] for refund in refunds]}
    queue = sale.queue
    yield {"queue": {
        "is_paused": queue.is_paused, "passed": queue.passed, "turns": queue.turns, "next_at": _text(queue.next_at),
        "served_at": _text(queue.served_at), "burst": queue.burst,
    }}
    for lane, everyone in queue.lanes.items():
        for waiting in _parts(everyone):
            yield {"lane": lane, "waiting": [[one.request, one.person_id, one.type_id, one.quantity] for one in waiting]}


def restore(parts: Iterator[dict[str, Any]]) -> Iterator[Sale]:
    """The sale that was dumped, as far as it is known after each part."""
    sale = _begin(next(parts))
    yield sale
    for part in parts:
        for row in part.get("tickets", ()):
            _restore_ticket(sale, row)
        for row in part.get("orders", ()):
            _restore_order(sale, row)
        for row in part.get("refunds", ()):
            _restore_refund(sale, row)
        if "queue" in part:
            sale.queue = _queue(part["queue"])
        for row in part.get("waiting", ()):
            waiting = Waiting(*row)
            sale.queue.lanes[part["lane"]].append(waiting)
            sale.wait(waiting, 1)
        yield sale


def _parts(rows: Collection[Row]) -> Iterator[list[Row]]:
    """The rows in lists of at most PART_ROWS."""
    left = iter(rows)
    while part := list(islice(left, PART_ROWS)):
        yield part


def _begin(dumped: dict[str, Any]) -> Sale:
    """A sale of which nobody has anything yet."""
    sale = Sale(
        status=dumped["status"], version=dumped["version"], organizer_id=dumped["organizer_id"], words=SaleWords(**dumped["words"]),
        terms=_terms(dumped["terms"]), requests=dumped["requests"], unwind_at=_time(dumped["unwind_at"]), unwound=dumped["unwound"],
        called_off_for=dumped["called_off_for"], edited=dumped["edited"],
    )
    if dumped["hall"] is not None:
        sale.plan = Plan(hall_from_json(dumped["hall"]))
        sale.seats = SeatBook.of(len(sale.plan.seats))
    if sale.status != "none":
        arrange(sale)
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
        heappush(sale.timers, (order.expires_at, number))
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


def _restore_refund(sale: Sale, row: list[Any]) -> None:
    order, amount_minor, reason, status = row
    sale.refunds[len(sale.refunds) + 1] = Refund(order, amount_minor, reason, status)
    if reason in ("given_back", "sale_cancelled"):
        sale.orders[order].refunded_minor += amount_minor
        sale.takings_minor -= amount_minor


def _queue(dumped: dict[str, Any]) -> Queue:
    """The queue while nobody waits in it."""
    return Queue(
        is_paused=dumped["is_paused"], passed=dumped["passed"], turns=dumped["turns"],
        next_at=datetime.fromisoformat(dumped["next_at"]), served_at=datetime.fromisoformat(dumped["served_at"]), burst=dumped["burst"],
    )


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
