"""On-sales for the tests of ticket sales: one with paid, free, VIP and seated types, and random ones as hypothesis draws them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from saleroom.domain.seating.shape import Hall, Kind, Point, Row, Seat, Section, Standing, Zone
from saleroom.domain.sitting import Sitting
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.sale import Sale
from tests.given import STREAM, Asked, Given, at

ORGANIZER, ANNA, BERT, CARL, STAFF = 1, 2, 3, 4, 9
WORDS = c.SaleWords("A night")
STANDARD, FREE = c.TicketType("Standard", 45_00, 10), c.TicketType("Free", 0, 4)
TERMS = c.SaleTerms(at(0), at(100_000), None, (STANDARD, FREE), hold_seconds=600)
CREATE = c.CreateSale(ORGANIZER, WORDS, TERMS)


def hall(rows: tuple[str, ...] = ("A", "B"), seats: int = 5, prefix: str = "") -> Hall:
    """Row A is in the stalls, the others in the balcony; the last seat of each is accessible. People stand in the pit."""
    def row(letter: str, y: int) -> Row:
        kinds: list[Kind] = ["accessible" if number == seats else "standard" for number in range(1, seats + 1)]
        zone = "stalls" if letter == "A" else "balcony"
        return Row(letter, tuple(Seat(f"{prefix}{letter}{n}", str(n), n, y, zone, kind) for n, kind in enumerate(kinds, start=1)))

    return Hall(
        "Hall", Point((seats + 1) / 2, 0), (Zone("stalls", "Stalls"), Zone("balcony", "Balcony"), Zone("pit", "Pit"), Zone("box", "Box")),
        (Section("main", "Main", tuple(row(letter, y) for y, letter in enumerate(rows, start=1))),), (Standing("pit", "Pit", "pit", 6),),
    )


SEATED = replace(TERMS, types=(
    c.TicketType("Stalls", 80_00, 5, section="Stalls"), c.TicketType("Reduced", 40_00, 5, section="STALLS"),
    c.TicketType("Balcony", 30_00, 5, section="balcony"), c.TicketType("Pit", 20_00, 6, section="pit"), c.TicketType("Tour", 10_00, 3),
))


def sale(terms: c.SaleTerms = TERMS, second: float = 0, with_hall: Hall | None = None) -> Given:
    """A sale that was created at a second, and opened if it was time."""
    return Given(SALE).when(c.CreateSale(ORGANIZER, WORDS, terms, with_hall), second)


def seated(**changes: Any) -> Given:
    """A sale in a hall of two rows of five seats."""
    return sale(replace(SEATED, **changes), 0, hall())


def line(type_id: int = 1, quantity: int = 1, price_minor: int = 45_00, seats: str = "") -> e.Line:
    return e.Line(type_id, quantity, price_minor, tuple(seats.split()))


def held(order: int, person: int, expires: float, *lines: e.Line, via: e.Via = "grab") -> e.OrderPlaced:
    return e.OrderPlaced(order, person, via, lines, at(expires))


def bought(one: Given, person: int = ANNA, quantity: int = 1, second: float = 1, type_id: int = 1) -> Given:
    """Somebody grabs and pays at once."""
    one.when(c.Grab(person, type_id, quantity), second)
    order = len(one.state.orders)
    one.when(c.Checkout(person, order), second)
    return one.when(c.RecordPayment(order, 1, "succeeded", "pay"), second)


def counts(one: Given, type_id: int = 1) -> tuple[int, int, int, int]:
    """Free, held, pending and sold units of a type."""
    free, holding, pending, sold = one.state.types[type_id].own.counts
    return free, holding, pending, sold


def terms_of(number: int) -> c.SaleTerms:
    """Terms by number: five types over seats, standing room and none, some in a shared quota, so small that everything runs out."""
    def one_of(*choices: Any) -> Any:
        nonlocal number
        number, place = divmod(number, len(choices))
        return choices[place]

    return replace(
        SEATED, sale_starts_at=one_of(at(0), at(0), at(5)), starts_at=one_of(at(50_000), at(50_000), at(2_000)),
        limit_per_person=one_of(None, None, 3, 5), hold_seconds=one_of(600, 60), lanes=one_of("weighted", "strict"),
        blocked_seats=one_of((), ("B1",)), quotas=(c.SharedQuota("all", one_of(20, 14, 8)),),
        types=tuple(
            replace(kind, quantity=one_of(kind.quantity, 3), price_minor=one_of(kind.price_minor, 0), lane=one_of("regular", "vip"),
                    quota=one_of(None, "all"))
            for kind in SEATED.types
        ),
    )


DO = [
    "grab", "grab", "pick", "pick", "best", "lines", "checkout", "checkout", "checkout", "pay", "pay", "pay", "release", "cancel_order",
    "cancel_ticket", "refund", "settle", "request", "request", "leave", "block", "pause", "resume", "serve", "scan", "scan", "edit",
]
GAPS = [0, 0, 0, 0, 1, 1, 5, 61, 301, 601]
terms = st.integers(0, 2**32).map(lambda number: terms_of(number * 2_654_435_761 % 2**32))
ASKED = len(GAPS) * len(DO) * 12**3
asked = st.integers(0, ASKED - 1).map(lambda number: number * 251_861 % ASKED)  # small numbers are drawn most, and must not be alike
on_sales = st.tuples(st.tuples(terms, terms), st.lists(asked, min_size=8, max_size=45), st.sampled_from([None, None, 1, 900]))

OnSale = tuple[tuple[c.SaleTerms, c.SaleTerms], list[int], int | None]


def command_of(state: Sale, terms: c.SaleTerms, number: int) -> c.Command:
    """What a number asks for in a sale as it stands: mostly something of the newest orders, mostly by their owner.

    Where there is nothing yet to pay, give back or scan, tickets are grabbed.
    """
    number, a = divmod(number, 12)
    number, b = divmod(number, 12)
    place, n = divmod(number, 12)
    do = DO[place % len(DO)]
    if do in ("checkout", "pay", "release", "cancel_order", "refund", "settle") and not state.orders:
        do = "grab"
    if do in ("cancel_ticket", "scan") and not state.tickets:
        do = "pay" if state.orders else "grab"
    if do == "pay" and state.orders and not state.orders[max(1, len(state.orders) - a % 5)].attempts:
        do = "checkout"
    person, type_id, quantity = 2 + a % 4, 1 + b % 5, 1 + n % 3
    order_number = max(1, len(state.orders) - a % 5)
    order = state.orders.get(order_number)
    owner = order.person_id if order and b else person
    attempt = 1 + b % max(1, len(order.attempts)) if order else 1
    ticket = max(1, len(state.tickets) - a % 5)
    holder = state.orders[state.tickets[ticket].order].person_id if ticket in state.tickets else person
    commands: dict[str, c.Command] = {
        "grab": c.Grab(person, type_id, quantity),
        "pick": c.Hold(person, (), tuple(f"{'AB'[a % 2]}{1 + (b + seat) % 5}" for seat in range(quantity))),
        "best": c.Hold(person, best_available=quantity, type_id=type_id, is_accessible=a > 5),
        "lines": c.Hold(person, ((type_id, quantity), (1 + n % 5, 1))),
        "checkout": c.Checkout(owner, order_number),
        "pay": c.RecordPayment(order_number, attempt, "refused" if n % 4 == 3 else "succeeded"),
        "release": c.ReleaseHold(owner, order_number), "cancel_order": c.CancelOrder(owner, n > 8, order_number),
        "cancel_ticket": c.CancelTicket(holder, n > 8, ticket),
        "refund": c.RecordRefund(max(1, len(state.refunds) - a % 3), "failed" if n % 2 else "succeeded"),
        "settle": c.SettleRefundByHand(ORGANIZER, False, max(1, len(state.refunds) - a % 3), "cash"),
        "request": c.RequestTickets(person, type_id, quantity), "pause": c.PauseQueue(STAFF), "resume": c.ResumeQueue(STAFF),
        "block": c.BlockSeats(ORGANIZER, False, (f"{'AB'[a % 2]}{1 + b % 5}",), (f"{'AB'[b % 2]}{1 + a % 5}",) if n % 2 else ()),
        "leave": _leaving(state, a), "serve": c.ServeQueue(STAFF, quantity),
        "scan": c.CheckIn(STAFF, ticket, 1, "North", "exit" if n % 3 == 2 else "entry"),
        "edit": c.EditSale(ORGANIZER, False, WORDS, terms, (None, None, hall(), hall(seats=6))[n % 4]),
    }
    return commands[do]


def _leaving(state: Sale, a: int) -> c.LeaveQueue:
    """Mostly somebody who waits; now and then a request of somebody else, or one that has had its turn."""
    waiting = [one for lane in state.queue.lanes.values() for one in lane]
    if not waiting or a > 9:
        return c.LeaveQueue(2 + a % 4, a % 3)
    return c.LeaveQueue(waiting[a % len(waiting)].person_id, waiting[a % len(waiting)].request)


@dataclass
class Step:
    """One command of an on-sale: when, and what followed."""

    at: datetime
    command: c.Command
    facts: list[Any]
    answer: Any


def hold(on_sale: OnSale) -> tuple[Sale, list[Step]]:
    """Decide an on-sale, one command after the other, as the house would; perhaps it is cancelled in the end.

    Last of all everybody presses pay, and every payment that was ever begun is told to have succeeded.
    """
    (first, other), asked, cancelled = on_sale
    one, second, steps = Given(SALE), 0, list[Step]()

    def ask(gap: int, command: c.Command) -> None:
        nonlocal second
        second += gap
        one.when(command, second)
        steps.append(Step(at(second), command, one.facts, one.answer))

    ask(0, c.CreateSale(ORGANIZER, WORDS, first, hall()))
    for number in asked:
        number, gap = divmod(number, len(GAPS))
        ask(GAPS[gap], command_of(one.state, other, number))
    if cancelled is not None:
        ask(cancelled, c.CancelSale(ORGANIZER, False))
    for order in list(one.state.orders.values()):
        ask(0, c.Checkout(order.person_id, order.order))
        for attempt in range(1, len(order.attempts) + 1):
            ask(0, c.RecordPayment(order.order, attempt, "succeeded"))
    return one.state, steps


def woken(state: Sale, version: int, second: float) -> list[Any]:
    """What the clock alone brings about at a second."""
    sitting = Sitting(SALE, STREAM, state, version, at(second))
    sitting.hear(list[Asked]())
    return [step.fact for step in sitting.steps]
