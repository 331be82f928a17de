"""A box office for tests of its letters: what is asked of it, and the rows that follow; the facts are those it decides itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.domain.seating.shape import Hall, Row, Seat, Section, Zone
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.events import Fact
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.eventlog.outbox import OutboxRow
from saleroom.mail.letters import letter
from saleroom.mail.wording import Letterhead
from saleroom.reactions.mail_ticket_results import letters_of

STREAM = stream_id("ticket_sales", 7)
T0 = datetime(2026, 3, 1, 12, tzinfo=UTC)
CONCERT = datetime(2026, 7, 17, 17, 30, tzinfo=UTC)
ORGANIZER, ANNA, BERT, CARLA, ADMIN = 1, 42, 43, 44, 9
FREE, PAID, SEATED = 1, 2, 3
HEAD = Letterhead("https://saleroom.example", "EUR")
HALL = Hall(
    "Great hall", zones=(Zone("stalls", "Stalls"),),
    sections=(
        Section("side", "Side boxes", (Row("X", (Seat("X1", "1", 9, 1, "stalls"),)),)),
        Section("main", "Main floor", tuple(
            Row(row, tuple(Seat(f"{row}{n}", str(n), n, y, "stalls") for n in (1, 2, 3, 4))) for y, row in enumerate("AB", start=1)
        )),
    ),
)


@dataclass
class Office:
    """A box office: what is asked of it at a second, and what follows."""

    sale: Sale = field(default_factory=SALE.initial)
    second: float = 0

    def do(self, command: Any, after: float = 0) -> list[OutboxRow]:
        """The rows that a command brings about, with what the clock brought about before it."""
        self.second += after
        at = T0 + timedelta(seconds=self.second)
        facts: list[Fact] = []
        while (due_at := SALE.due_at(self.sale)) is not None and due_at <= at:
            facts += self._fold(SALE.due(self.sale, at), at)
        if command is not None:
            decided = SALE.decide(self.sale, command, at)
            assert not isinstance(decided, Refused), decided
            facts += self._fold(decided, at)
        return letters_of(STREAM, self.sale, facts, self.sale, at)

    def _fold(self, facts: Sequence[Fact], at: datetime) -> Sequence[Fact]:
        for fact in facts:
            self.sale = SALE.evolve(self.sale, fact, at)
        return facts


def office(words: c.SaleWords | None = None, **terms: Any) -> Office:
    types = (c.TicketType("Free", 0, 10), c.TicketType("Standing", 25_00, 4), c.TicketType("Stalls", 60_00, 9, section="stalls"))
    opened = Office()
    opened.do(c.CreateSale(ORGANIZER, words or c.SaleWords("Water Music", location="Pier 5"), c.SaleTerms(
        None, CONCERT, types=types, hold_seconds=600, **terms
    ), HALL))
    return opened


def paid(opened: Office, person: int = ANNA, type_id: int = PAID, quantity: int = 2) -> list[OutboxRow]:
    """A person holds, presses pay and pays."""
    opened.do(c.Grab(person, type_id, quantity))
    order = len(opened.sale.orders)
    opened.do(c.Checkout(person, order))
    return opened.do(c.RecordPayment(order, 1, "succeeded", "till-1"))


def whom(rows: list[OutboxRow]) -> dict[str, list[int]]:
    told: dict[str, list[int]] = {}
    for row in rows:
        told.setdefault(row.topic, []).append(row.payload.get("user_id", 0))
    return told


def text(row: OutboxRow) -> str:
    return " ".join(letter(row.topic, row.payload, "", HEAD).text.split())
