"""Check-in (TK-CHK): who may walk in or out with which ticket; whether a ticket is valid is asked before whether it was used.

Of two scans at once exactly one is let in: the other hears when and at which gate the ticket went in.
"""

from datetime import datetime

from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.sale import Sale


def check_in(sale: Sale, command: c.CheckIn, at: datetime) -> list[e.Fact]:
    """A ticket goes in or out. Raises: RefusedError with the answer of the gate."""
    issued = sale.tickets.get(command.ticket)
    if issued is None:
        raise RefusedError("unknown_ticket", ticket=command.ticket)
    if issued.revision != command.revision:
        raise RefusedError("revoked")
    if not issued.is_valid or sale.status == "cancelled":
        raise RefusedError("cancelled")
    if sale.terms.doors_open_at is not None and at < sale.terms.doors_open_at:
        raise RefusedError("wrong_time", opens_at=sale.terms.doors_open_at.isoformat())
    if command.direction == "entry" and issued.is_inside:
        assert issued.moved_at is not None
        raise RefusedError("already_in", at=issued.moved_at.isoformat(), gate=issued.gate)
    if command.direction == "exit" and not issued.is_inside:
        raise RefusedError("not_inside")
    return [e.CheckedIn(command.ticket, command.by, command.gate, command.direction, command.revision, command.device_at)]


def moved(sale: Sale, fact: e.CheckedIn, at: datetime) -> None:
    """Fold: a ticket went in or out."""
    issued = sale.tickets[fact.ticket]
    issued.is_inside, issued.moved_at, issued.gate = fact.direction == "entry", at, fact.gate
    sale.types[issued.type_id].inside += 1 if issued.is_inside else -1
