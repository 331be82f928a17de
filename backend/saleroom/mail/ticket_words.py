"""The words of letters about tickets: paid, lapsed, given back, refunded; and about an event that was moved or called off. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from saleroom.domain.money import amount_text
from saleroom.mail.wording import TITLE_CHARACTERS_MAX, Letterhead, Payload, Words, Writer, hour_text, one_line


@dataclass(frozen=True, slots=True)
class _Order:
    """What letters about an order of an event have in common."""

    payload: Payload
    head: Letterhead

    @property
    def number(self) -> str:
        return f"Order {self.payload['order_id']}"

    @property
    def title(self) -> str:
        return one_line(str(self.payload["title"]), TITLE_CHARACTERS_MAX)

    @property
    def when(self) -> str:
        return hour_text(self.payload["starts_at"])

    @property
    def link(self) -> str:
        return f"{self.head.public_address}/orders/{self.payload['order_id']}"

    @property
    def event_link(self) -> str:
        return f"{self.head.public_address}/events/{self.payload['event_id']}"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The event: what, when, where."""
        doors, place = self.payload["doors_open_at"], self.line("location")
        return (
            ("Event", self.title), ("Begins", self.when), *((("Doors open", hour_text(doors)),) if doors else ()),
            *((("Place", place),) if place else ()),
        )

    @property
    def reason(self) -> tuple[tuple[str, str], ...]:
        told = self.line("reason")
        return (("Reason", told),) if told else ()

    def line(self, field: str) -> str:
        return one_line(str(self.payload.get(field) or ""), TITLE_CHARACTERS_MAX)

    def money(self, field: str = "amount_minor") -> str:
        return f"{self.head.currency} {amount_text(int(self.payload[field]))}"

    @property
    def comes_back(self) -> str:
        """What the buyer gets back, as a sentence."""
        if not self.payload["amount_minor"]:
            return "Nothing was to be paid back."
        return f"{self.money()} go back to you the way you paid; with most banks that takes a few days."


def ticket_label(ticket: Mapping[str, Any]) -> str:
    """A ticket in words: `Ticket 7000001: Stalls, Main floor, row A, seat 5`."""
    seat = ticket["seat"]
    place = [seat["section"], f"row {seat['row']}", f"seat {seat['number']}"] if seat else []
    return f"Ticket {ticket['id']}: " + ", ".join(one_line(str(part), TITLE_CHARACTERS_MAX) for part in (ticket["type"], *place))


def _ticket_row(ticket: Mapping[str, Any]) -> tuple[str, str]:
    name, _, words = ticket_label(ticket).partition(": ")
    return name, words


def _tickets(payload: Payload, head: Letterhead) -> Words:
    order, tickets = _Order(payload, head), payload["tickets"]
    count = "this ticket is" if len(tickets) == 1 else f"these {len(tickets)} tickets are"
    begun = f"{order.number} is paid" if payload["amount_minor"] else f"{order.number} is complete"
    late = {
        "": "",
        "same": " Your payment came after the time to pay was over, but your places were still free.",
        "other": " Your payment came after the time to pay was over and your places were gone, so you got the best that were left.",
    }[payload["reclaimed"]]
    paid = (("Paid", order.money()),) if payload["amount_minor"] else ()
    return Words(
        f"Your tickets: {order.title}", "Your tickets", f"{begun}, so {count} yours.{late}",
        (*order.rows, ("Order", str(payload["order_id"])), *paid, *map(_ticket_row, tickets)),
        "See your tickets", order.link,
        "Each code lets one person in, from the screen or on paper; keep it to yourself as you would a banknote. The calendar entry is"
        " enclosed.",
    )


def _turn_came(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    return Words(
        f"It is your turn: {order.title}", "It is your turn",
        f"You waited for tickets and now they are held for you, so please pay before {hour_text(payload['expires_at'])}.",
        (*order.rows, ("Order", str(payload["order_id"])), ("To pay", order.money())), "Pay now", order.link,
        "After that time they go to whoever comes next.",
    )


def _order_lapsed(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    return Words(
        f"{order.number} was not paid in time: {order.title}", "The time to pay is over",
        f"No payment for {order.number.lower()} came in time, so its tickets are on sale again.",
        (*order.rows, ("Order", str(payload["order_id"])), ("Amount", order.money())), "See what is left", order.event_link,
        "If you did pay and the payment is still on its way, you get the same tickets or the best that are left, or else all of your"
        " money back.",
    )


def _order_cancelled(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    who = "was cancelled by the box office" if payload["by_staff"] else "was given back as you asked"
    return Words(
        f"{order.number} is cancelled: {order.title}", "Your order is cancelled",
        f"{order.number} {who}, so its tickets let nobody in any more. {order.comes_back}",
        (*order.rows, ("Order", str(payload["order_id"])), *order.reason), "See your order", order.link,
        "Codes that you have printed or passed on are worthless from now on.",
    )


def _ticket_cancelled(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    who = "was cancelled by the box office" if payload["by_staff"] else "was given back as you asked"
    row = _ticket_row(payload["ticket"])
    return Words(
        f"A ticket of order {payload['order_id']} is cancelled: {order.title}", "One ticket is cancelled",
        f"{row[0]} {who}, so it lets nobody in any more. {order.comes_back}",
        (*order.rows, row, *order.reason), "See your order", order.link,
        "The other tickets of this order stay as they are.",
    )


def _late_refunded(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    return Words(
        f"Your money comes back: {order.title}", "The payment came too late",
        f"Your payment for {order.number.lower()} came after the time to pay was over and no such tickets were left, so all of it,"
        f" {order.money()}, goes back to you.",
        (*order.rows, ("Order", str(payload["order_id"])), ("Refund", order.money())), "See your order", order.link,
        "You have no tickets from this order. With most banks the money takes a few days.",
    )


def _refund_issued(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    return Words(
        f"You paid twice, so {order.money()} come back: {order.title}", "You paid twice",
        f"Two payments came for {order.number.lower()}, so the second one, {order.money()}, goes back to you.",
        (*order.rows, ("Order", str(payload["order_id"])), ("Refund", order.money())), "See your order", order.link,
        "Your tickets are not touched by this. With most banks the money takes a few days.",
    )


def _refund_failed(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    rows = (*order.rows, ("Order", str(payload["order_id"])), ("Refund", order.money()))
    if payload["is_organizer"]:
        return Words(
            f"A refund failed: {order.title}", "A refund failed",
            f"{order.money()} of {order.number.lower()} could not be sent back: the payment provider refused for good. Please pay the"
            " buyer another way.", rows, "See the box office", f"{order.event_link}/office",
            "The buyer was told, and can write to you from the page of the event.",
        )
    return Words(
        f"Your refund failed: {order.title}", "Your money could not be sent back",
        f"{order.money()} of {order.number.lower()} were to go back to you, but the payment provider refused for good. The organiser was"
        " told and has to pay you another way.", rows, "See your order", order.link,
        "If you hear nothing within a few days, write to the organiser from the page of the event.",
    )


def _refund_settled(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    rows = (*order.rows, ("Order", str(payload["order_id"])), ("Refund", order.money()), ("Paid by", order.line("note")))
    if payload["is_organizer"]:
        return Words(
            f"A failed refund is settled: {order.title}", "A failed refund is settled",
            f"The house noted that {order.money()} of {order.number.lower()} were paid back to the buyer another way, so you need not pay"
            " them any more.", rows, "See the box office", f"{order.event_link}/office", "The buyer was told how.",
        )
    return Words(
        f"Your money was paid back: {order.title}", "Your money was paid back",
        f"{order.money()} of {order.number.lower()}, which the payment provider had refused to send back, were paid to you another way.",
        rows, "See your order", order.link,
        "If the money does not come within a few days, write to the organiser from the page of the event.",
    )


def _refund_after_all(payload: Payload, head: Letterhead) -> Words:
    order, is_twice = _Order(payload, head), payload["is_twice"]
    rows = (*order.rows, ("Order", str(payload["order_id"])), ("Refund", order.money()))
    if payload["is_organizer"]:
        office = "See the box office", f"{order.event_link}/office"
        if is_twice:
            return Words(
                f"A refund was paid twice: {order.title}", "A refund was paid twice",
                f"{order.money()} of {order.number.lower()} were paid back to the buyer another way, and now the payment provider, which"
                " had refused, says that it has paid them as well.", rows, *office,
                "The buyer was told; agree with them on how one of the two payments comes back.",
            )
        return Words(
            f"A refund arrived after all: {order.title}", "A refund arrived after all",
            f"The payment provider, which had refused, now says that it has paid {order.money()} of {order.number.lower()} back, so you"
            " need not pay them any more.", rows, *office,
            "If you have paid the buyer another way already, agree with them on how that comes back. The buyer was told.",
        )
    twice = " They were paid to you another way before, so you have them twice." if is_twice else ""
    return Words(
        f"{'Your money was paid twice' if is_twice else 'Your money comes back after all'}: {order.title}",
        "Your money was paid twice" if is_twice else "Your money comes back after all",
        f"{order.money()} of {order.number.lower()} were sent back to you by the payment provider after all.{twice}", rows,
        "See your order", order.link,
        "Please agree with the organiser on how one of the two payments goes back; you can write from the page of the event." if is_twice
        else "With most banks the money takes a few days.",
    )


def _event_cancelled(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    if payload["is_organizer"]:
        return Words(
            f"Your event was called off: {order.title}", "Your event was called off",
            "The house called off your event, so nobody can buy tickets for it any more and every order is refunded.",
            (*order.rows, *order.reason), "See the event", order.event_link, "Everybody who holds a ticket is told.",
        )
    return Words(
        f"Called off: {order.title}", "The event is called off",
        f"{order.title} does not take place, so {order.number.lower()} is cancelled. {order.comes_back}",
        (*order.rows, ("Order", str(payload["order_id"])), *order.reason), "See your order", order.link,
        "The enclosed calendar entry strikes the event out of your calendar.",
    )


def _event_moved(payload: Payload, head: Letterhead) -> Words:
    order = _Order(payload, head)
    return Words(
        f"Changed: {order.title}", "The event has changed",
        f"The time or place of {order.title} has changed, so please look at what is true now.", order.rows,
        "See the event", order.event_link, "Your tickets stay good. The enclosed calendar entry takes the place of the one before.",
    )


WORDS: Final[Mapping[str, Writer]] = {
    "tickets": _tickets, "turn_came": _turn_came, "order_lapsed": _order_lapsed, "order_cancelled": _order_cancelled,
    "ticket_cancelled": _ticket_cancelled, "late_refunded": _late_refunded, "refund_issued": _refund_issued,
    "refund_failed": _refund_failed, "refund_settled": _refund_settled, "refund_after_all": _refund_after_all,
    "event_cancelled": _event_cancelled, "event_moved": _event_moved,
}
