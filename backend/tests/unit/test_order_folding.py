"""Orders and refunds as read tables say what the sale itself knows of them, whatever happened, and however the facts came in batches."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from saleroom.domain.decider import Refused
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.eventlog.log import Recorded
from saleroom.projections.order_folding import PROJECTED, Book, OrderFact, needed

NOON = datetime(2030, 5, 1, 12, tzinfo=UTC)
PEOPLE = range(1, 9)
OWN_MONEY = ("given_back", "sale_cancelled")  # why money goes back that had bought something
POLICY = c.RefundPolicy(full_until=NOON + timedelta(hours=2), fee_until=NOON + timedelta(hours=4), fee_minor=250)
TERMS = c.SaleTerms(
    sale_starts_at=NOON, starts_at=NOON + timedelta(days=1), hold_seconds=60,
    types=(
        c.TicketType("Free", 0, 30), c.TicketType("Regular", 2_500, 30, refund=POLICY),
        c.TicketType("VIP", 9_900, 10, "vip", quota="house"),
    ),
    quotas=(c.SharedQuota("house", 60),),
)


class Evening:
    """A sale without a database: commands are decided, the clock moves on, and every fact is kept as the log would keep it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.sale: Sale = SALE.initial()
        self.at = NOON
        self.recorded: list[Recorded] = []
        self.do(c.CreateSale(1, c.SaleWords("Spring concert"), TERMS))

    def do(self, command: c.Command) -> None:
        """What is due, then one command, then what is due after it."""
        self._do_due()
        decided = SALE.decide(self.sale, command, self.at)
        self._take([] if isinstance(decided, Refused) else decided)
        self._do_due()

    def _do_due(self) -> None:
        while (due_at := SALE.due_at(self.sale)) is not None and due_at <= self.at:
            self._take(SALE.due(self.sale, self.at))

    def _take(self, facts: list[Any]) -> None:
        for fact in facts:
            self.recorded.append(Recorded(len(self.recorded) + 1, self.at, fact, UUID(int=0), b""))
            self.sale = SALE.evolve(self.sale, fact, self.at)

    def go_on(self, steps: int) -> None:
        """People press this and that, pay, give back; time passes."""
        for _ in range(steps):
            self.at += timedelta(seconds=self.chance.choice((0, 0, 0, 1, 5, 20, 70)))
            self.do(self._command())

    def _command(self) -> c.Command:
        chance, person, kind = self.chance, self.chance.choice(PEOPLE), self.chance.randint(1, 3)
        order = max(1, len(self.sale.orders) + 1 - chance.randint(0, 6))
        found = self.sale.orders.get(order)
        buyer, attempts = (found.person_id, len(found.attempts)) if found else (person, 0)
        ticket, attempt = chance.randint(1, len(self.sale.tickets) + 1), chance.randint(1, attempts + 1)
        commands: list[c.Command] = [
            c.Grab(person, kind, chance.randint(1, 3)), c.Hold(person, ((kind, 1), (1, 2))), c.ReleaseHold(buyer, order),
            c.Checkout(buyer, order), c.RecordPayment(order, attempt, "succeeded", "p"), c.RecordPayment(order, attempt, "refused", "p"),
            c.CancelOrder(buyer, chance.random() < 0.5, order), c.CancelTicket(2, True, ticket), c.RequestTickets(person, kind, 1),
            c.RecordRefund(chance.randint(1, len(self.sale.refunds) + 1), chance.choice(("succeeded", "failed"))),
            c.SettleRefundByHand(1, False, next((n for n, one in self.sale.refunds.items() if one.status == "failed"), 1), "cash"),
            chance.choice((c.PauseQueue(1), c.ResumeQueue(1), c.ServeQueue(1, 2))),
        ]
        return chance.choices(commands, (3, 2, 1, 4, 4, 2, 1, 1, 2, 2, 1, 1))[0]


def told(sale: Sale) -> tuple[dict[int, Any], dict[int, Any]]:
    """What the sale knows of its orders and refunds, in the words of the rows."""
    orders = {
        number: (
            order.person_id, order.status, order.lines, order.placed_at, order.expires_at if order.is_unpaid else None,
            len(list(sale.valid_tickets(order))), order.attempts, order.paid_attempt,
            sum(one.amount_minor for one in sale.refunds.values() if one.order == number and one.reason in OWN_MONEY),
        )
        for number, order in sale.orders.items()
    }
    return orders, {number: (one.order, one.amount_minor, one.reason, one.status) for number, one in sale.refunds.items()}


def rows(book: Book) -> tuple[dict[int, Any], dict[int, Any]]:
    orders = {
        n: (
            row.person_id, row.status, row.lines, row.created_at, row.expires_at, row.tickets, row.attempts, row.paid_attempt,
            row.refunded_minor,
        )
        for n, row in book.orders.items()
    }
    return orders, {n: (row.order_n, row.amount_minor, row.reason, row.status) for n, row in book.refunds.items()}


@pytest.mark.parametrize("seed", range(12))
def test_rows_are_what_the_sale_knows(seed: int) -> None:
    evening = Evening(seed)
    evening.go_on(400)
    if seed % 2:
        evening.do(c.CancelSale(1, False, "The hall flooded."))
        evening.at += timedelta(minutes=1)
        evening.go_on(60)
    book = Book()
    book.take(evening.recorded)
    assert rows(book) == told(evening.sale)
    assert not book.missing


def test_the_evenings_have_everything_that_can_happen() -> None:
    """Else the test above would prove less than it says."""
    happened, statuses = set[type](), set[str]()
    for seed in range(12):
        evening = Evening(seed)
        evening.go_on(400)
        statuses |= {order.status for order in evening.sale.orders.values()}
        evening.do(c.CancelSale(1, False))
        happened |= {type(one.fact) for one in evening.recorded}
    assert happened >= PROJECTED
    assert statuses == {
        "held", "pending", "paid", "cancelled", "expired", "released", "refunded", "partly_refunded", "late_refunded",
    }


@pytest.mark.parametrize("seed", range(4))
def test_only_the_needed_rows_must_be_there_and_the_same_facts_again_change_nothing(seed: int) -> None:
    evening = Evening(seed)
    evening.go_on(300)
    table, chance, left = Book(), random.Random(seed), list(evening.recorded)
    while left:
        size = chance.randint(1, 60)
        batch, left = left[:size], left[size:]
        orders, refunds = needed(batch)
        assert orders <= table.orders.keys()
        book = Book({n: table.orders[n] for n in orders}, {n: table.refunds[n] for n in refunds if n in table.refunds})
        book.take(batch)
        book.take(batch)
        table.orders |= book.orders
        table.refunds |= book.refunds
    assert rows(table) == told(evening.sale)


def test_a_fact_of_an_order_that_is_not_there_is_noted_and_the_others_are_taken_in() -> None:
    placed = e.OrderPlaced(2, 7, "grab", (e.Line(1, 1, 0),), None, (e.Ticket(1, 1, 0),))
    facts: list[OrderFact] = [e.HoldReleased(1), placed, e.RefundSettled(9, 4, "succeeded"), e.OrdersLapsed((3,))]
    book = Book()
    book.take([Recorded(n, NOON, fact, UUID(int=0), b"") for n, fact in enumerate(facts, start=1)])
    assert (book.missing, list(book.orders)) == ({1, 3, 4}, [2])


def test_a_refund_that_was_paid_by_hand_says_by_whom_how_and_when() -> None:
    facts: list[OrderFact] = [
        e.OrderPlaced(1, 7, "grab", (e.Line(1, 1, 0),), None, (e.Ticket(1, 1, 0),)), e.RefundIssued(1, 1, 1, 25_00, "given_back"),
        e.RefundSettled(1, 1, "failed"), e.RefundSettledByHand(1, 1, 25_00, 9, "bank transfer"), e.RefundPaidAfterAll(1, 1, 25_00, True),
    ]
    book, recorded = Book(), [Recorded(n, NOON + timedelta(days=n), fact, UUID(int=0), b"") for n, fact in enumerate(facts, start=1)]
    book.take(recorded[:4])
    assert needed(recorded[2:3]) == needed(recorded[3:4]) == needed(recorded[4:]) == (set(), {1})
    row = book.refunds[1]
    assert (row.status, row.settled_by, row.note, row.settled_at) == ("settled_by_hand", 9, "bank transfer", NOON + timedelta(days=4))
    book.take(recorded[4:])
    assert (row.status, row.paid_again_at) == ("paid_twice", NOON + timedelta(days=5))
    assert (row.settled_by, row.note, row.settled_at) == (9, "bank transfer", NOON + timedelta(days=4))


def test_a_refund_that_arrived_after_all_is_as_one_that_arrived() -> None:
    facts: list[OrderFact] = [
        e.OrderPlaced(1, 7, "grab", (e.Line(1, 1, 0),), None, (e.Ticket(1, 1, 0),)), e.RefundIssued(1, 1, 1, 25_00, "given_back"),
        e.RefundSettled(1, 1, "failed"), e.RefundPaidAfterAll(1, 1, 25_00, False),
    ]
    book = Book()
    book.take([Recorded(n, NOON + timedelta(days=n), fact, UUID(int=0), b"") for n, fact in enumerate(facts, start=1)])
    row = book.refunds[1]
    assert (row.status, row.settled_at, row.paid_again_at) == ("succeeded", NOON + timedelta(days=4), None)


def test_facts_of_other_kinds_are_passed_over() -> None:
    book = Book()
    book.take([Recorded(1, NOON, e.QueuePaused(1), UUID(int=0), b""), Recorded(2, NOON, e.SaleOpened(), UUID(int=0), b"")])
    assert not book.orders and needed([Recorded(1, NOON, e.QueuePaused(1), UUID(int=0), b"")]) == (set(), set())
