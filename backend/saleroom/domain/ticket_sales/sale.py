"""A sale as it stands: its terms, quotas, seats, orders, tickets and lanes, with the steps by which units change hands.

The law of conservation (TK-QTA): in every quota free + held + pending + sold + blocked is its size, after every fact. A unit only
ever moves from one of these stages to another, in all quotas of its type and on its seat at once. The state is owned by whoever
folds: `evolve` changes it, `decide` never does.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Literal, Self

from saleroom.domain.seating.plan import Plan
from saleroom.domain.ticket_sales.commands import Lane, SaleTerms, SaleWords, TicketType
from saleroom.domain.ticket_sales.events import Line

Status = Literal["none", "scheduled", "on_sale", "ended", "cancelled"]
OrderStatus = Literal[
    "held", "pending", "paid", "cancelled", "expired", "released", "refunded", "partly_refunded", "late_refunded"
]
RefundStatus = Literal["issued", "succeeded", "failed", "settled_by_hand", "paid_twice"]

NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)

FREE, HELD, PENDING, SOLD = range(4)
STAGE: Final[dict[str, int]] = {"held": HELD, "pending": PENDING, "paid": SOLD, "partly_refunded": SOLD}  # of a live order's units
SEAT_STATE: Final = (0, 1, 1, 2)  # of a seat by the stage of its unit
BLOCKED: Final = 3  # the state of a seat that is not for sale


@dataclass(slots=True)
class Quota:
    """So many units: of one type, of a zone of the hall, or shared by name.

    Attributes:
        counts: units free, held, pending and sold.
        waiting: units that requests in the queue ask for; they are not taken, but not for newcomers either.
    """

    name: str
    size: int
    blocked: int = 0
    waiting: int = 0
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    @property
    def claimed(self) -> int:
        return self.counts[HELD] + self.counts[PENDING] + self.counts[SOLD]


@dataclass(slots=True)
class TypeOnSale:
    """A ticket type with the quotas it is in: its own first, then its zone's and the shared one.

    `zone` is set where its units are seats; `inside` counts its tickets that are in the house now.
    """

    terms: TicketType
    quotas: tuple[Quota, ...]
    zone: str | None = None
    inside: int = 0

    @property
    def own(self) -> Quota:
        return self.quotas[0]

    @property
    def left(self) -> int:
        """How many a newcomer can have: every quota must have them, and those who wait come first."""
        return max(0, min(quota.counts[FREE] - quota.waiting for quota in self.quotas))


@dataclass(slots=True)
class Order:
    """Units that one person claimed together, from the hold to the refund.

    `attempts` are open, refused or succeeded, each in its place; `paid_attempt` is the one that brought the tickets, and
    `refunded_minor` what went back of it.
    """

    order: int
    person_id: int
    status: OrderStatus
    lines: tuple[Line, ...]
    placed_at: datetime
    expires_at: datetime | None = None
    attempts: list[str] = field(default_factory=list)
    paid_attempt: int | None = None
    refunded_minor: int = 0
    tickets: tuple[int, ...] = ()

    @property
    def total_minor(self) -> int:
        return sum([line.price_minor * line.quantity for line in self.lines])

    @property
    def quantity(self) -> int:
        return sum([line.quantity for line in self.lines])

    @property
    def is_unpaid(self) -> bool:
        """Whether it holds units until its time is over."""
        return self.status in ("held", "pending")


@dataclass(slots=True)
class Issued:
    """A ticket: one unit of a paid order. `moved_at` and `gate` are of the last time it was scanned in or out."""

    ticket: int
    order: int
    type_id: int
    price_minor: int
    seat: str | None = None
    revision: int = 1
    is_valid: bool = True
    is_inside: bool = False
    moved_at: datetime | None = None
    gate: str = ""

    @property
    def line(self) -> Line:
        """The unit that it is, as a line of an order."""
        return Line(self.type_id, 1, self.price_minor, () if self.seat is None else (self.seat,))


@dataclass(slots=True)
class Refund:
    """Money on its way back."""

    order: int
    amount_minor: int
    reason: str
    status: RefundStatus = "issued"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request in its lane."""

    request: int
    person_id: int
    type_id: int
    quantity: int


@dataclass(slots=True)
class Queue:
    """Who waits for a turn.

    Attributes:
        passed: VIP requests served since a regular one has been waiting at the head of its lane.
        turns: requests that may still be served although the queue is paused.
        next_at: when the next request may be served.
        burst: how many were served at `served_at`.
    """

    lanes: dict[Lane, deque[Waiting]] = field(default_factory=lambda: {"vip": deque(), "regular": deque()})
    is_paused: bool = False
    passed: int = 0
    turns: int = 0
    next_at: datetime = NEVER
    served_at: datetime = NEVER
    burst: int = 0

    @property
    def waiting(self) -> int:
        return len(self.lanes["vip"]) + len(self.lanes["regular"])


@dataclass(slots=True)
class SeatBook:
    """What state each seat is in: a byte a seat to decide by, and two bits a seat to show.

    Seat i stands in byte i // 4 of `packed`, in the bits 2 * (i % 4) and up: 0 free, 1 held or pending, 2 sold, 3 blocked.
    """

    states: bytearray = field(default_factory=bytearray)
    packed: bytearray = field(default_factory=bytearray)

    @classmethod
    def of(cls, seats: int) -> Self:
        """So many free seats."""
        return cls(bytearray(seats), bytearray((seats + 3) // 4))

    def put(self, index: int, state: int) -> None:
        """A seat has this state from now on."""
        self.states[index] = state
        shift = 2 * (index & 3)
        self.packed[index >> 2] = self.packed[index >> 2] & ~(3 << shift) | state << shift


@dataclass(slots=True)
class Sale:
    """Everything that decides. Orders, tickets and refunds are kept by their number.

    Attributes:
        units: by person, the tickets he holds, pays and has (TK-LIM); `asked` those that his requests wait for.
        live: orders that hold units or valid tickets.
        bought: orders that ever were paid, or cost nothing.
        takings_minor: what was paid, less what went back.
        timers: a heap of (expires_at, order); only entries that their order agrees with count.
        unwind_at: when the next orders of a cancelled sale are undone; all up to `unwound` are.
        edited: the version of its last change of words or terms, or of its being called off; 0: none yet.
        called_off_for: why the sale was cancelled, in the words of whoever did it.
    """

    status: Status = "none"
    version: int = 0
    organizer_id: int = 0
    words: SaleWords = field(default_factory=lambda: SaleWords(""))
    terms: SaleTerms = field(default_factory=lambda: SaleTerms(NEVER, NEVER))
    types: dict[int, TypeOnSale] = field(default_factory=dict)
    quotas: tuple[Quota, ...] = ()
    plan: Plan | None = None
    seats: SeatBook = field(default_factory=SeatBook)
    orders: dict[int, Order] = field(default_factory=dict)
    tickets: dict[int, Issued] = field(default_factory=dict)
    refunds: dict[int, Refund] = field(default_factory=dict)
    requests: int = 0
    units: dict[int, int] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    queue: Queue = field(default_factory=Queue)
    live: int = 0
    bought: int = 0
    takings_minor: int = 0
    timers: list[tuple[datetime, int]] = field(default_factory=list, compare=False)
    unwind_at: datetime | None = None
    unwound: int = 0
    edited: int = 0
    called_off_for: str = ""

    @property
    def sells_until(self) -> datetime:
        """When the sale ends: with the concert, or with its start if nobody knows the end."""
        return self.terms.ends_at or self.terms.starts_at

    def move(self, line: Line, before: int, after: int) -> None:
        """Units of a line from one stage to another, in every quota and on their seats."""
        for quota in self.types[line.type_id].quotas:
            quota.counts[before] -= line.quantity
            quota.counts[after] += line.quantity
        if line.seats:
            assert self.plan is not None
            for seat in line.seats:
                self.seats.put(self.plan.index[seat], SEAT_STATE[after])

    def move_order(self, order: Order, before: int, after: int) -> None:
        """All units of an unpaid order from one stage to another."""
        for line in order.lines:
            self.move(line, before, after)

    def give_back(self, person_id: int, quantity: int) -> None:
        """A person has fewer units than before."""
        _count(self.units, person_id, -quantity)

    def have(self, person_id: int, quantity: int) -> None:
        """A person has more units than before."""
        _count(self.units, person_id, quantity)

    def wait(self, one: Waiting, sign: int) -> None:
        """A request begins (1) or stops (-1) to wait."""
        _count(self.asked, one.person_id, sign * one.quantity)
        for quota in self.types[one.type_id].quotas:
            quota.waiting += sign * one.quantity

    def valid_tickets(self, order: Order) -> Iterable[Issued]:
        """The tickets of an order that still count."""
        return (issued for number in order.tickets if (issued := self.tickets[number]).is_valid)


def _count(counts: dict[int, int], key: int, change: int) -> None:
    after = counts.get(key, 0) + change
    if after:
        counts[key] = after
    else:
        counts.pop(key, None)
