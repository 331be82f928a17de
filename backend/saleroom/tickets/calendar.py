"""Writes an event as a calendar entry (.ics, RFC 5545), which calendars add, move or strike out. Pure.

Written by ourselves: one kind of entry with ten properties is sixty lines, with bytes that never change from a library's one
version to the next. The tests have `icalendar` read every entry.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

MEDIA_TYPE: Final = "text/calendar"
LINE_BYTES_MAX: Final = 75  # RFC 5545, 3.1: without the line end

Method = Literal["PUBLISH", "CANCEL"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a calendar.

    Attributes:
        uid: the same for ever, or a moved event would stand there twice.
        sequence: greater after each change.
        written_at: when the entry came to be as it is.
        ends_at: None when nobody said; the entry then has a start only.
        url: the page of the event.
    """

    uid: str
    sequence: int
    written_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    title: str
    location: str
    description: str
    url: str


def uid_of(event_id: int, host: str) -> str:
    """The name of an event's entry, all over the world."""
    return f"event-{event_id}@{host}"


def ics(entry: Entry, method: Method = "PUBLISH") -> bytes:
    """The file: PUBLISH adds or moves the entry, CANCEL strikes it out."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Saleroom//Tickets//EN", "CALSCALE:GREGORIAN", f"METHOD:{method}",
        "BEGIN:VEVENT", f"UID:{_text(entry.uid)}", f"SEQUENCE:{entry.sequence}", f"DTSTAMP:{_time(entry.written_at)}",
        f"DTSTART:{_time(entry.starts_at)}", *([f"DTEND:{_time(entry.ends_at)}"] if entry.ends_at else []),
        f"SUMMARY:{_text(entry.title)}", *_told("LOCATION", entry.location), *_told("DESCRIPTION", entry.description),
        f"URL:{entry.url}", f"STATUS:{'CANCELLED' if method == 'CANCEL' else 'CONFIRMED'}", "END:VEVENT", "END:VCALENDAR",
    ]
    return b"".join(_folded(line.encode("utf-8", "replace")) + b"\r\n" for line in lines)


def _told(name: str, text: str) -> list[str]:
    return [f"{name}:{_text(text)}"] if text.strip() else []


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Strangers' text as one value: what has a meaning is escaped, control characters are gone."""
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in one_kind if sign == "\n" or (sign >= " " and sign != "\x7f"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: bytes) -> bytes:
    """A long line in parts of at most 75 bytes, cut between characters; the rest of each begins with a space."""
    parts = []
    room = LINE_BYTES_MAX
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:  # within a character
            cut -= 1
        parts.append(line[:cut])
        line, room = line[cut:], LINE_BYTES_MAX - 1
    return b"\r\n ".join([*parts, line])
