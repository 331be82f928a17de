"""Calendars read our entries: an event at its time and place, moved when it is moved, struck out when it is called off."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from saleroom.tickets.calendar import Entry, Method, ics, uid_of

BEGINS = datetime(2026, 7, 17, 19, 30, tzinfo=timezone(timedelta(hours=2)))
ENTRY = Entry(
    uid_of(7, "saleroom.example"), 12, datetime(2026, 3, 1, 12, tzinfo=UTC), BEGINS, BEGINS + timedelta(hours=3),
    "Händel; Water Music, on the lake", "Pier 5,\nHafen\\Nord", "Bring a blanket.", "https://saleroom.example/events/7",
)
texts = st.text(max_size=300)


def understood(entry: Entry, method: Method = "PUBLISH") -> Any:
    calendar: Any = icalendar.Calendar.from_ical(ics(entry, method))
    assert calendar["METHOD"] == method
    [event] = calendar.walk("VEVENT")
    return event


def said(text: str) -> str:
    """A text as an entry can hold it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or (sign >= " " and sign != "\x7f"))


def test_an_event_is_understood() -> None:
    event = understood(ENTRY)
    assert (event.start, event.end) == (BEGINS, BEGINS + timedelta(hours=3))
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("event-7@saleroom.example", 12, "CONFIRMED")
    assert event["DTSTAMP"].dt == ENTRY.written_at
    assert (event["SUMMARY"], event["LOCATION"]) == (ENTRY.title, ENTRY.location)
    assert event["URL"] == ENTRY.url


def test_a_called_off_event_is_struck_out_under_the_same_name() -> None:
    event = understood(ENTRY, "CANCEL")
    assert (event["STATUS"], event["UID"]) == ("CANCELLED", "event-7@saleroom.example")


def test_the_bytes_are_these() -> None:
    plain = Entry("event-7@h", 3, BEGINS, BEGINS, None, "Concert", "", "", "https://h/events/7")
    assert ics(plain) == (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Saleroom//Tickets//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
        b"BEGIN:VEVENT\r\nUID:event-7@h\r\nSEQUENCE:3\r\nDTSTAMP:20260717T173000Z\r\nDTSTART:20260717T173000Z\r\n"
        b"SUMMARY:Concert\r\nURL:https://h/events/7\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@given(texts, texts, texts)
def test_strangers_words_come_back_as_they_are_and_bring_no_lines_of_their_own(title: str, location: str, description: str) -> None:
    entry = Entry("event-7@h", 3, BEGINS, BEGINS, None, title, location, description, "https://h/events/7")
    event = understood(entry)
    assert event["SUMMARY"] == said(title)
    assert event.get("LOCATION", "") == (said(location) if location.strip() else "")
    assert len(list(event.keys())) <= 9


@given(texts)
def test_no_line_is_longer_than_calendars_allow_and_no_letter_is_cut(title: str) -> None:
    written = ics(Entry("event-7@h", 3, BEGINS, BEGINS, None, title, title, "", "https://h/events/7"))
    assert written.endswith(b"\r\n")
    for line in written[:-2].split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line
        line.decode()
