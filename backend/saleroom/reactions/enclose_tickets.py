"""When a letter about tickets is written, it encloses a QR code for each ticket, and the entry for the reader's calendar.

Made anew for each try from the row alone, so every try encloses the same bytes. Codes are signed here, at the last moment: no
secret of a ticket lies in the outbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from saleroom.eventlog.outbox import Leased
from saleroom.mail.letters import Enclosure
from saleroom.mail.ticket_words import ticket_label
from saleroom.mail.wording import TITLE_CHARACTERS_MAX, one_line
from saleroom.tickets import calendar, qr
from saleroom.tickets.calendar import Entry, Method
from saleroom.tickets.keys import KeyRing

PICTURES_MAX: Final = 40  # about 80 kB of a letter; the page of the order has the others
_ENTRIES: Final[Mapping[str, Method]] = {"tickets": "PUBLISH", "event_moved": "PUBLISH", "event_cancelled": "CANCEL"}


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    doors_open_at: datetime | None
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Ticket:
    n: int
    type_id: int
    revision: int
    event: _Event


class EncloseTickets:
    """Makes what is enclosed.

    Args:
        keys: sign the tickets.
        public_address: of the pages, without a slash at its end.
    """

    def __init__(self, keys: KeyRing, public_address: str) -> None:
        self._keys, self._address = keys, public_address
        self._host = urlsplit(public_address).hostname or "localhost"

    def __call__(self, row: Leased) -> tuple[Enclosure, ...]:
        """What belongs to the letter of a row; nothing for letters about other things."""
        method = _ENTRIES.get(row.topic)
        if method is None:
            return ()
        pictures = [self._picture(row.payload, ticket) for ticket in row.payload.get("tickets", ())[:PICTURES_MAX]]
        return (*pictures, self._entry(row, method))

    def _picture(self, payload: Mapping[str, Any], ticket: Mapping[str, Any]) -> Enclosure:
        secret = self._keys.token(_Ticket(ticket["n"], ticket["type_id"], ticket["revision"], _event(payload)))
        return Enclosure(
            f"ticket-{ticket['id']}.png", qr.MEDIA_TYPE_PNG, qr.png(secret), f"ticket-{ticket['id']}@{self._host}", ticket_label(ticket)
        )

    def _entry(self, row: Leased, method: Method) -> Enclosure:
        payload, event = row.payload, _event(row.payload)
        url = f"{self._address}/events/{event.id}"
        entry = Entry(
            calendar.uid_of(event.id, self._host), row.version, datetime.fromisoformat(payload["written_at"]), event.starts_at,
            event.ends_at, one_line(payload["title"], TITLE_CHARACTERS_MAX), one_line(payload["location"], TITLE_CHARACTERS_MAX), url, url,
        )
        return Enclosure(
            f"event-{event.id}.ics", f"{calendar.MEDIA_TYPE}; method={method}; charset=utf-8", calendar.ics(entry, method)
        )


def _event(payload: Mapping[str, Any]) -> _Event:
    starts_at = datetime.fromisoformat(payload["starts_at"])
    return _Event(payload["event_id"], _moment(payload["doors_open_at"]), starts_at, _moment(payload["ends_at"]))


def _moment(told: str | None) -> datetime | None:
    return None if told is None else datetime.fromisoformat(told)
