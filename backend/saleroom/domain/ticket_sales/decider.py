"""The box office: which facts follow from a command on a sale at a time, and what the sale is after each fact.

The law of the clock: at or after `due_at` nothing else happens before the sale was opened or ended, holds have lapsed, requests
were served. So a unit is free at the moment its hold is over, whatever timer slept, and pay pressed after it is refused before
anybody is charged. `evolve` owns the state: it changes what it is given and returns it.
"""

from datetime import datetime
from typing import Final

from saleroom.domain.decider import Decider, Refused, RefusedError
from saleroom.domain.seating.plan import Plan
from saleroom.domain.ticket_sales import check_in, claims, lanes, ledger, orders, payments, terms
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.figures import summary
from saleroom.domain.ticket_sales.quotas import arrange
from saleroom.domain.ticket_sales.sale import STAGE, Sale, SeatBook

UNWOUND_MAX: Final = 500  # orders of a cancelled sale undone at one time; keeps a commit short


def decide(sale: Sale, command: c.Command, at: datetime) -> list[e.Fact] | Refused:
    """The facts of one command, or why there are none. What is due at `at` has been done before."""
    try:
        if sale.status == "none" and not isinstance(command, c.CreateSale):
            return Refused("unknown_event")
        return _decide(sale, command, at)
    except RefusedError as error:
        return error.refused


def _decide(sale: Sale, command: c.Command, at: datetime) -> list[e.Fact]:
    match command:
        case c.Grab():
            return [claims.claim(sale, command.person_id, command.type_id, command.quantity, "grab", at)]
        case c.Hold():
            return [claims.hold(sale, command, at)]
        case c.ReleaseHold() | c.Checkout() | c.CancelOrder() | c.CancelTicket():
            return _decide_order(sale, command, at)
        case c.RecordPayment():
            return payments.record_payment(sale, command, at)
        case c.RecordRefund():
            return payments.record_refund(sale, command)
        case c.SettleRefundByHand():
            return payments.settle_by_hand(sale, command)
        case c.RequestTickets() | c.LeaveQueue() | c.PauseQueue() | c.ResumeQueue() | c.ServeQueue():
            return lanes.decide(sale, command)
        case c.CheckIn():
            return check_in.check_in(sale, command, at)
        case c.CreateSale() | c.EditSale() | c.BlockSeats() | c.CancelSale():
            return _decide_terms(sale, command, at)


def _decide_order(
    sale: Sale, command: c.ReleaseHold | c.Checkout | c.CancelOrder | c.CancelTicket, at: datetime
) -> list[e.Fact]:
    match command:
        case c.ReleaseHold():
            return orders.release(sale, command)
        case c.Checkout():
            return orders.checkout(sale, command, at)
        case c.CancelOrder():
            return orders.cancel_order(sale, command, at)
        case c.CancelTicket():
            return orders.cancel_ticket(sale, command, at)


def _decide_terms(sale: Sale, command: c.CreateSale | c.EditSale | c.BlockSeats | c.CancelSale, at: datetime) -> list[e.Fact]:
    match command:
        case c.CreateSale():
            return terms.create(sale, command, at)
        case c.EditSale():
            return terms.edit(sale, command, at)
        case c.BlockSeats():
            return terms.block(sale, command)
        case c.CancelSale():
            return terms.cancel(sale, command)


def evolve(sale: Sale, fact: e.Fact, at: datetime) -> Sale:
    """The same sale after one fact that happened at `at`."""
    sale.version += 1
    match fact:
        case e.OrderPlaced() | e.HoldReleased() | e.OrdersLapsed() | e.OrdersUnwound() | e.OrderCancelled() | e.TicketCancelled():
            ledger.claims(sale, fact, at)
        case (
            e.CheckoutStarted() | e.PaymentRefused() | e.OrderPaid() | e.UnitsReclaimed() | e.RefundIssued() | e.RefundSettled()
            | e.RefundSettledByHand() | e.RefundPaidAfterAll()
        ):
            ledger.payments(sale, fact)
        case e.CheckedIn():
            check_in.moved(sale, fact, at)
        case e.RequestQueued():
            lanes.queued(sale, fact, at)
        case e.RequestServed():
            lanes.served(sale, at)
            if fact.placed is not None:
                ledger.claims(sale, fact.placed, at)
        case e.RequestLeft():
            lanes.left(sale, fact)
        case e.QueuePaused() | e.QueueResumed() | e.TurnsGiven():
            lanes.directed(sale, fact, at)
        case (
            e.HallPlaced() | e.SaleCreated() | e.SaleEdited() | e.SaleOpened() | e.SaleEnded() | e.SaleCancelled()
        ):
            _evolve_terms(sale, fact, at)
    return sale


def _evolve_terms(sale: Sale, fact: e.TermsFact, at: datetime) -> None:
    match fact:
        case e.HallPlaced():
            sale.plan = Plan(fact.hall)
            sale.seats = SeatBook.of(len(sale.plan.seats))
        case e.SaleCreated() | e.SaleEdited():
            sale.words, sale.terms = fact.words, fact.terms
            if isinstance(fact, e.SaleCreated):
                sale.status, sale.organizer_id = "scheduled", fact.organizer_id
            else:
                sale.edited = sale.version
            arrange(sale)
        case e.SaleOpened():
            sale.status = "on_sale"
        case e.SaleEnded():
            sale.status = "ended"
            lanes.dissolve(sale)
        case e.SaleCancelled():
            sale.status, sale.unwind_at, sale.called_off_for, sale.edited = "cancelled", at, fact.reason, sale.version
            lanes.dissolve(sale)


def due_at(sale: Sale) -> datetime | None:
    """When the clock next does something: open or end the sale, let holds lapse, serve the queue, undo a cancelled sale."""
    if sale.status == "cancelled":
        return sale.unwind_at if sale.live else None
    soonest = sale.timers[0][0] if sale.timers else None
    if sale.status == "on_sale":
        for at in (sale.sells_until, lanes.due_at(sale)):
            if at is not None and (soonest is None or at < soonest):
                soonest = at
    elif sale.status == "scheduled" and (opens_at := sale.terms.sale_starts_at) is not None:
        soonest = opens_at if soonest is None else min(soonest, opens_at)
    return soonest


def due(sale: Sale, at: datetime) -> list[e.Fact]:
    """The next timed fact of a sale whose `due_at` has come. Nobody is served whose turn comes when the sale is over."""
    if sale.status == "cancelled":
        return [_unwound(sale)]
    if lapsed := _lapsed(sale, at):
        return [e.OrdersLapsed(lapsed)]
    if sale.status == "scheduled":
        return [e.SaleOpened()]
    return [e.SaleEnded()] if sale.sells_until <= at else [lanes.serve(sale, at)]


def _lapsed(sale: Sale, at: datetime) -> tuple[int, ...]:
    """The unpaid orders whose time is over, in the order in which it was; only so much of the heap is looked at."""
    timers, found, below = sale.timers, set[tuple[datetime, int]](), [0]
    while below:
        place = below.pop()
        if place < len(timers) and timers[place][0] <= at:
            expires_at, number = timers[place]
            if sale.orders[number].is_unpaid and sale.orders[number].expires_at == expires_at:
                found.add(timers[place])
            below += (2 * place + 1, 2 * place + 2)
    return tuple(number for _, number in sorted(found))


def _unwound(sale: Sale) -> e.OrdersUnwound:
    """The next live orders of a cancelled sale, with the refund of each that was paid."""
    unwound: list[e.Unwound] = []
    refund = len(sale.refunds)
    for number in range(sale.unwound + 1, len(sale.orders) + 1):
        order = sale.orders[number]
        if order.status not in STAGE:
            continue
        amount = sum(issued.price_minor for issued in sale.valid_tickets(order))
        refund += amount > 0
        unwound.append(e.Unwound(number, order.person_id, refund if amount else None, amount))
        if len(unwound) == UNWOUND_MAX:
            break
    return e.OrdersUnwound(tuple(unwound))


SALE: Final = Decider(
    kind="ticket_sales", initial=Sale, decide=decide, evolve=evolve, due_at=due_at, due=due,
    creates=lambda command: isinstance(command, c.CreateSale), summary=summary, state_version=3,
)
