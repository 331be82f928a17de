"""When an order is paid, lapses or is given back, when money goes back or an event is called off, letters and refunds follow.

Pure, and called in the transaction of the facts, so that a fact and what follows from it are written together or not at all.
Replaying mails and refunds nothing: rows come from new facts only, and a key names each row once. Everything is read from the facts
and the sale after them, since a sale's state is changed in place and nothing of it as it was before is left. A payload carries ids, the
event's own words and amounts; never a person's name or address (law 7).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from saleroom.domain.ids import item_id, number_of
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.sale import Sale
from saleroom.eventlog.outbox import OutboxRow
from saleroom.reactions.mail_tickets import IssuedTicket, TicketLetters


def letters_of(stream_id: int, before: Sale, facts: Sequence[e.Fact], after: Sale, at: datetime) -> list[OutboxRow]:
    """The letters, refunds and rounds of letters that one batch of facts on a sale brings about.

    Args:
        before: nothing is read from it.
        after: the sale after the last of the facts.
        at: when all of them happened.
    """
    number, written_at = number_of(stream_id), at.isoformat()
    event = _event(number, after)
    post = _Post(number, after, event, written_at, TicketLetters(number, event, written_at, _types(after)))
    return [row for offset, fact in enumerate(facts) for row in post.of(offset, fact)] + post.tickets.rows()


@dataclass(slots=True)
class _Post:
    """What follows from the facts of one batch, in order.

    `tickets` are the letters that bring people their tickets, gathered over the batch. `given_back` holds the refund that stands before
    the cancelling it belongs to, and `reclaimed` whether an order that was paid late got its own units again, both by order.
    """

    number: int
    sale: Sale
    event: Mapping[str, Any]
    written_at: str
    tickets: TicketLetters
    given_back: dict[int, int] = field(default_factory=dict)
    reclaimed: dict[int, str] = field(default_factory=dict)

    def of(self, offset: int, fact: e.Fact) -> Iterator[OutboxRow]:
        """What follows from one fact."""
        match fact:
            case e.OrderPlaced() | e.OrderPaid():
                self._issued(offset, fact.order, fact.tickets)
            case e.RequestServed() | e.UnitsReclaimed() | e.OrdersLapsed():
                yield from self._of_claims(offset, fact)
            case e.RefundIssued() | e.OrderCancelled() | e.TicketCancelled():
                yield from self._of_returns(offset, fact)
            case e.RefundSettled(outcome="failed"):
                yield from self._failed(offset, fact)
            case e.RefundSettledByHand():
                yield from self._settled(offset, fact)
            case e.RefundPaidAfterAll():
                yield from self._paid_after_all(offset, fact)
            case e.OrdersUnwound():
                for undone in fact.orders:
                    yield from self._unwound(offset, undone)
            case e.SaleCancelled() | e.SaleEdited():
                yield from self._of_terms(offset, fact)
            case _:
                pass

    def _of_claims(self, offset: int, fact: e.RequestServed | e.UnitsReclaimed | e.OrdersLapsed) -> Iterator[OutboxRow]:
        match fact:
            case e.RequestServed():
                if fact.placed is not None:
                    yield from self._served(offset, fact.request, fact.placed)
            case e.UnitsReclaimed():
                self.reclaimed[fact.order] = "same" if fact.is_same else "other"
            case e.OrdersLapsed():
                for order in fact.orders:
                    if self.sale.orders[order].attempts:  # else he never pressed pay, and need not be told
                        told = self._of_order(order, amount_minor=self.sale.orders[order].total_minor)
                        yield OutboxRow(f"order_lapsed.{order}", offset, "order_lapsed", told)

    def _issued(self, offset: int, order: int, tickets: Sequence[e.Ticket]) -> None:
        if tickets:
            sale = self.sale
            self.tickets.orders.append((
                offset, order, sale.orders[order].person_id, sum([ticket.price_minor for ticket in tickets]),
                self.reclaimed.pop(order, ""), [self._ticket(ticket.ticket, ticket.type_id, ticket.seat) for ticket in tickets],
            ))

    def _ticket(self, number: int, type_id: int, seat: str | None) -> IssuedTicket:
        return number, type_id, self.sale.tickets[number].revision, None if seat is None else self._seat(seat)

    def _served(self, offset: int, request: int, placed: e.OrderPlaced) -> Iterator[OutboxRow]:
        """Whoever waits in a queue may have gone away, so he is told that units are held for him now."""
        self._issued(offset, placed.order, placed.tickets)
        if placed.expires_at is not None:
            total = sum(line.price_minor * line.quantity for line in placed.lines)
            told = self._of_order(placed.order, amount_minor=total, expires_at=placed.expires_at.isoformat())
            yield OutboxRow(f"turn_came.{request}", offset, "turn_came", told)

    def _of_returns(self, offset: int, fact: e.RefundIssued | e.OrderCancelled | e.TicketCancelled) -> Iterator[OutboxRow]:
        match fact:
            case e.RefundIssued():
                yield self._refund(offset, fact.refund, fact.order, fact.attempt, fact.amount_minor, fact.reason)
                if fact.reason == "given_back":
                    self.given_back[fact.order] = fact.amount_minor
                else:
                    topic = "late_refunded" if fact.reason == "late" else "refund_issued"
                    yield OutboxRow(f"{topic}.{fact.refund}", offset, topic, self._of_order(fact.order, amount_minor=fact.amount_minor))
            case e.OrderCancelled():
                yield OutboxRow(f"order_cancelled.{fact.order}", offset, "order_cancelled", self._returned(fact))
            case e.TicketCancelled():
                issued = self.sale.tickets[fact.ticket]
                ticket = self.tickets.ticket(*self._ticket(issued.ticket, issued.type_id, issued.seat))
                told = {**self._returned(fact), "ticket": ticket}
                yield OutboxRow(f"ticket_cancelled.{fact.ticket}", offset, "ticket_cancelled", told)

    def _returned(self, fact: e.OrderCancelled | e.TicketCancelled) -> dict[str, Any]:
        return self._of_order(
            fact.order, amount_minor=self.given_back.pop(fact.order, 0), reason=fact.reason,
            by_staff=fact.by != self.sale.orders[fact.order].person_id,
        )

    def _failed(self, offset: int, fact: e.RefundSettled) -> Iterator[OutboxRow]:
        """The provider will not: the organiser has to pay another way, and the buyer must not wait for what does not come."""
        told = {"order_id": item_id(self.number, fact.order), "amount_minor": self.sale.refunds[fact.refund].amount_minor}
        organizer, buyer = self.sale.organizer_id, self.sale.orders[fact.order].person_id
        yield OutboxRow(
            f"refund_failed.{fact.refund}.organizer", offset, "refund_failed", self._to(organizer, **told, is_organizer=True)
        )
        if buyer != organizer:
            yield OutboxRow(f"refund_failed.{fact.refund}", offset, "refund_failed", self._to(buyer, **told, is_organizer=False))

    def _settled(self, offset: int, fact: e.RefundSettledByHand) -> Iterator[OutboxRow]:
        """It was paid another way: the buyer is told how, and an organiser who did not pay it himself, that he need not any more."""
        told = {"order_id": item_id(self.number, fact.order), "amount_minor": fact.amount_minor, "note": fact.note}
        organizer, buyer = self.sale.organizer_id, self.sale.orders[fact.order].person_id
        if fact.by != buyer:
            yield OutboxRow(f"refund_settled.{fact.refund}", offset, "refund_settled", self._to(buyer, **told, is_organizer=False))
        if organizer not in (fact.by, buyer):
            yield OutboxRow(
                f"refund_settled.{fact.refund}.organizer", offset, "refund_settled", self._to(organizer, **told, is_organizer=True)
            )

    def _paid_after_all(self, offset: int, fact: e.RefundPaidAfterAll) -> Iterator[OutboxRow]:
        """Both were told that it has to be paid another way: so they are told that it need not be, or that it was paid twice."""
        told = {"order_id": item_id(self.number, fact.order), "amount_minor": fact.amount_minor, "is_twice": fact.is_twice}
        organizer, buyer = self.sale.organizer_id, self.sale.orders[fact.order].person_id
        topic, key = "refund_after_all", f"refund_after_all.{fact.refund}"
        yield OutboxRow(f"{key}.organizer", offset, topic, self._to(organizer, **told, is_organizer=True))
        if buyer != organizer:
            yield OutboxRow(key, offset, topic, self._to(buyer, **told, is_organizer=False))

    def _of_terms(self, offset: int, fact: e.SaleCancelled | e.SaleEdited) -> Iterator[OutboxRow]:
        match fact:
            case e.SaleCancelled():
                if fact.by != self.sale.organizer_id:
                    told = {"is_organizer": True, "reason": fact.reason, "written_at": self.written_at}
                    yield OutboxRow("event_cancelled.organizer", offset, "event_cancelled", self._to(self.sale.organizer_id, **told))
            case e.SaleEdited():
                if self.sale.tickets:
                    told = {**self.event, "written_at": self.written_at}
                    yield OutboxRow(f"tell_holders.{self.written_at}.{offset}", offset, "tell_holders", told)

    def _unwound(self, offset: int, undone: e.Unwound) -> Iterator[OutboxRow]:
        """An order of an event that was called off; whoever held and never pressed pay need not be told by mail."""
        order = self.sale.orders[undone.order]
        if undone.refund is not None:
            yield self._refund(offset, undone.refund, undone.order, order.paid_attempt, undone.amount_minor, "sale_cancelled")
        if order.tickets or order.attempts:
            told = self._of_order(
                undone.order, amount_minor=undone.amount_minor, is_organizer=False, reason=self.sale.called_off_for,
                written_at=self.written_at,
            )
            yield OutboxRow(f"event_cancelled.{undone.order}", offset, "event_cancelled", told)

    def _refund(self, offset: int, refund: int, order: int, attempt: int | None, amount_minor: int, reason: str) -> OutboxRow:
        """Not a letter: the errand that makes the money go back."""
        told = {
            "refund": refund, "refund_id": item_id(self.number, refund), "order_id": item_id(self.number, order), "attempt": attempt,
            "amount_minor": amount_minor, "reason": reason,
        }
        return OutboxRow(f"refund.{refund}", offset, "refund", told)

    def _to(self, person_id: int, **told: Any) -> dict[str, Any]:
        return {**self.event, "user_id": person_id, **told}

    def _of_order(self, order: int, **told: Any) -> dict[str, Any]:
        return self._to(self.sale.orders[order].person_id, order_id=item_id(self.number, order), **told)

    def _seat(self, seat_id: str) -> Mapping[str, str]:
        """Where a seat is, in words."""
        plan = self.sale.plan
        assert plan is not None
        index = plan.index[seat_id]
        section = plan.hall.sections[plan.section[index]]
        row = section.rows[plan.row[index] - sum(len(earlier.rows) for earlier in plan.hall.sections[: plan.section[index]])]
        return {"id": seat_id, "section": section.name, "row": row.name, "number": plan.seats[index].number}


def _event(number: int, sale: Sale) -> dict[str, Any]:
    words, terms = sale.words, sale.terms
    return {
        "event_id": number, "title": words.title, "organizer": words.organizer, "location": words.location,
        "doors_open_at": _iso(terms.doors_open_at), "starts_at": terms.starts_at.isoformat(), "ends_at": _iso(terms.ends_at),
    }


def _types(sale: Sale) -> dict[str, str]:
    return {str(number): kind.terms.name for number, kind in sale.types.items()}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
