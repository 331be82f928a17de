"""The letters that bring people their tickets: a row of the outbox each, or one row for all of them where many are issued at once.

At the second of an on-sale a row a letter would be a third of what Postgres has to write while the sale is locked, and letters can
wait. So a batch that issues the tickets of many orders leaves one errand, in the transaction of its facts, and `WriteTicketLetters`
makes the letters of it soon after: the same rows, with the same keys and versions, so that none is written twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from saleroom.domain.ids import item_id, number_of
from saleroom.eventlog.outbox import Leased, OutboxRow, put_all
from saleroom.eventlog.pool import Pool

TOGETHER_MIN: Final = 16  # orders of one batch; fewer are no rush, and their letters are written at once
TOPIC: Final = "ticket_letters"


IssuedTicket = tuple[int, int, int, Mapping[str, str] | None]
"""A ticket as its letter tells it: number, type, revision, and where its seat is, in words. Plain, so that it is JSON as it stands."""

IssuedOrder = tuple[int, int, int, int, str, list[IssuedTicket]]
"""An order whose tickets were issued, as its letter tells it.

Which fact of its batch issued them, counted from 0; its number; whose it is; the amount in minor units; whether an order that was
paid late got its own units again (same, other, or empty where nothing was late); its tickets.
"""


@dataclass(slots=True)
class TicketLetters:
    """The letters that one batch of facts brings about.

    Attributes:
        sale: the number of the sale.
        event: what every letter says of the event.
        types: what the ticket types are called, by their numbers as text.
    """

    sale: int
    event: Mapping[str, Any]
    written_at: str
    types: Mapping[str, str]
    orders: list[IssuedOrder] = field(default_factory=list)

    def rows(self) -> list[OutboxRow]:
        """A row a letter, or one errand for all of them."""
        if len(self.orders) < TOGETHER_MIN:
            return self.letters()
        told = {"event": self.event, "written_at": self.written_at, "types": self.types, "letters": self.orders}
        return [OutboxRow(f"{TOPIC}.{self.orders[0][1]}", 0, TOPIC, told)]

    def letters(self) -> list[OutboxRow]:
        """A row a letter."""
        return [self._letter(*issued) for issued in self.orders]

    def _letter(
        self, offset: int, order: int, person_id: int, amount_minor: int, reclaimed: str, tickets: Iterable[IssuedTicket]
    ) -> OutboxRow:
        told = {
            **self.event, "user_id": person_id, "order_id": item_id(self.sale, order), "amount_minor": amount_minor,
            "reclaimed": reclaimed, "tickets": [self.ticket(*ticket) for ticket in tickets], "written_at": self.written_at,
        }
        return OutboxRow(f"tickets.{order}", offset, "tickets", told)

    def ticket(self, n: int, type_id: int, revision: int, seat: Mapping[str, str] | None) -> dict[str, Any]:
        """What a letter says of a ticket."""
        return {
            "id": item_id(self.sale, n), "n": n, "type_id": type_id, "type": self.types[str(type_id)], "revision": revision, "seat": seat,
        }


class WriteTicketLetters:
    """Makes the letters of a batch from its errand; called by `Errands`, any number of times with one effect."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def __call__(self, row: Leased) -> str:
        """All letters of one errand; how many those are."""
        told = row.payload
        letters = TicketLetters(number_of(row.stream_id), told["event"], told["written_at"], told["types"], told["letters"])
        await put_all(self._pool, row.stream_id, row.version, letters.letters())
        return f"{len(letters.orders)} letters are written"
