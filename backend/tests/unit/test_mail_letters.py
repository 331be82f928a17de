"""Every letter explains its outcome in one plain sentence, in text and HTML alike, and carries nothing a stranger put in."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from saleroom.mail import ticket_words
from saleroom.mail.letters import Enclosure, Letter, UnknownTopicError, letter, unsubscribe_page
from saleroom.mail.unsubscribe import UnsubscribeLinks
from saleroom.mail.wording import Letterhead, one_line
from saleroom.mail.words import WORDS

HEAD = Letterhead("https://saleroom.example", "EUR")
LINKS = UnsubscribeLinks("s" * 32, HEAD.public_address)
LOT = {
    "lot_id": 7, "title": "Harbour at dusk", "user_id": 42,
    "closed_at": "2026-03-01T20:15:05+01:00", "closes_at": "2026-03-01T19:15:05+00:00",
    "bid_count": 12, "price_minor": 123_450, "next_min_minor": 125_950, "start_price_minor": 10_000, "bidder_number": 3,
    "was_finished": False, "reason": "", "is_seller": False,
}
ACCOUNT = {"token": "abc.def-_ghi", "good_for_seconds": 3600, "address": "new@saleroom.example"}
EVENT = {
    "event_id": 7, "title": "Water Music", "organizer": "The Lake Players", "location": "Pier 5", "user_id": 42, "order_id": 7000001,
    "doors_open_at": "2026-07-17T17:30:00+00:00", "starts_at": "2026-07-17T20:30:00+02:00", "ends_at": None,
    "amount_minor": 123_450, "reclaimed": "", "written_at": "2026-03-01T12:00:00+00:00", "expires_at": "2026-03-01T12:15:00+00:00",
    "reason": "", "by_staff": False, "is_organizer": False, "is_twice": True, "note": "bank transfer",
}
TICKET = {"id": 7000001, "n": 1, "type_id": 3, "type": "Stalls", "revision": 1, "seat": {"section": "Main", "row": "B", "number": "2"}}
TICKETS = {**EVENT, "ticket": TICKET, "tickets": [TICKET, {**TICKET, "id": 7000002, "n": 2, "seat": None}]}
TICKET_TOPICS = tuple(ticket_words.WORDS)
ACCOUNT_TOPICS = ("verify_address", "reset_password", "confirm_address")
AWAY = {"user_id": 42, "conversation_id": 14, "count": 2, "from_staff": True, "about": "lot", "about_id": 7}
EVIL = '<script>alert(1)</script>"><b>\r\nBcc: everybody@evil.example\r\n\r\nBuy now'


def write(topic: str, name: str = "Anna Keller", **other: Any) -> Letter:
    return letter(topic, {**payload_of(topic), **other}, name, HEAD, LINKS.link(42, topic))


def payload_of(topic: str) -> dict[str, Any]:
    if topic == "away":
        return AWAY
    return ACCOUNT if topic in ACCOUNT_TOPICS else TICKETS if topic in TICKET_TOPICS else LOT


class Seen(HTMLParser):
    """What a browser would find: tags, addresses, and the words between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "background", "action")]

    def handle_data(self, data: str) -> None:
        self.words += data


SENTENCES = {
    "won": "Lot 7 has closed and your bid of EUR 1,234.50 was the highest, so you have bought it at that price.",
    "lost": "Lot 7 has closed at EUR 1,234.50; that bid was higher than yours, so the lot went to another bidder and you owe"
    " nothing.",
    "sold": "Lot 7 has closed after 12 bids; Bidder 3 made the highest bid, so it is sold for EUR 1,234.50.",
    "unsold": "Lot 7 has closed and nobody had bid, so it was not sold and it stays yours.",
    "outbid": "Somebody bid EUR 1,234.50 on lot 7, so you are no longer the highest bidder.",
    "cancelled": "Lot 7 was withdrawn from the sale, so nobody wins it and your bids on it bind you no longer.",
    "tickets": "Order 7000001 is paid, so these 2 tickets are yours.",
    "turn_came": "You waited for tickets and now they are held for you, so please pay before 1 March 2026, 12:15 UTC.",
    "order_lapsed": "No payment for order 7000001 came in time, so its tickets are on sale again.",
    "order_cancelled": "Order 7000001 was given back as you asked, so its tickets let nobody in any more. EUR 1,234.50 go back to you the"
    " way you paid; with most banks that takes a few days.",
    "ticket_cancelled": "Ticket 7000001 was given back as you asked, so it lets nobody in any more. EUR 1,234.50 go back to you the way you"
    " paid; with most banks that takes a few days.",
    "late_refunded": "Your payment for order 7000001 came after the time to pay was over and no such tickets were left, so all of it,"
    " EUR 1,234.50, goes back to you.",
    "refund_issued": "Two payments came for order 7000001, so the second one, EUR 1,234.50, goes back to you.",
    "refund_failed": "EUR 1,234.50 of order 7000001 were to go back to you, but the payment provider refused for good. The organiser was"
    " told and has to pay you another way.",
    "refund_settled": "EUR 1,234.50 of order 7000001, which the payment provider had refused to send back, were paid to you another way.",
    "refund_after_all": "EUR 1,234.50 of order 7000001 were sent back to you by the payment provider after all. They were paid to you"
    " another way before, so you have them twice.",
    "event_cancelled": "Water Music does not take place, so order 7000001 is cancelled. EUR 1,234.50 go back to you the way you paid; with"
    " most banks that takes a few days.",
    "event_moved": "The time or place of Water Music has changed, so please look at what is true now.",
    "away": "The help desk wrote to you while you were away, so 2 messages wait for you.",
    "verify_address": "Somebody, we hope you, opened an account with this mail address, so please confirm that it is yours.",
    "reset_password": "Somebody, we hope you, asked for a new password for your account, so here is the link to choose one.",
    "confirm_address": "You asked to use this mail address for your account, so please confirm that it is yours.",
}


def test_there_is_a_sentence_for_every_kind_of_letter() -> None:
    assert SENTENCES.keys() == WORDS.keys()


@pytest.mark.parametrize("topic", WORDS)
def test_a_letter_explains_the_outcome_in_text_and_in_html(topic: str) -> None:
    written = write(topic)
    assert SENTENCES[topic] in " ".join(written.text.split())
    assert SENTENCES[topic] in unescape(written.html)


@pytest.mark.parametrize("topic", WORDS)
def test_text_and_html_lead_to_the_same_place(topic: str) -> None:
    written = write(topic)
    link = WORDS[topic](payload_of(topic), HEAD).link
    assert link in written.text.splitlines()
    assert link in Seen(written.html).addresses


@pytest.mark.parametrize("topic", WORDS)
def test_a_letter_fetches_nothing_from_anywhere(topic: str) -> None:
    seen = Seen(write(topic).html)
    assert not {"img", "script", "link", "iframe", "object", "form"} & set(seen.tags)
    assert all(address.startswith(HEAD.public_address) for address in seen.addresses)
    assert "url(" not in write(topic).html and "@import" not in write(topic).html


def test_the_links_of_accounts_are_those_of_the_pages() -> None:
    assert "https://saleroom.example/verify/abc.def-_ghi" in write("verify_address").text
    assert "https://saleroom.example/reset-password/abc.def-_ghi" in write("reset_password").text
    assert "https://saleroom.example/confirm-email/abc.def-_ghi" in write("confirm_address").text


@pytest.mark.parametrize("topic", WORDS)
def test_only_letters_that_nobody_needs_can_be_refused(topic: str) -> None:
    written = write(topic)
    assert written.is_essential == (topic not in ("outbid", "lost", "away"))
    assert ("List-Unsubscribe" in written.headers) is not written.is_essential
    if not written.is_essential:
        link = LINKS.link(42, topic)
        assert written.headers["List-Unsubscribe"] == f"<{link}>"
        assert written.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert link in written.text and link in Seen(written.html).addresses


@pytest.mark.parametrize("topic", WORDS)
def test_a_hostile_name_brings_neither_headers_nor_markup(topic: str) -> None:
    written = write(topic, name=EVIL)
    for value in (written.subject, *written.headers.values()):
        assert "\n" not in value and "\r" not in value
    assert "script" not in Seen(written.html).tags and "b" not in Seen(written.html).tags
    assert "everybody@evil.example" not in written.text


@pytest.mark.parametrize("topic", sorted(WORDS.keys() - set(ACCOUNT_TOPICS)))
def test_a_hostile_title_stays_one_line_of_plain_words(topic: str) -> None:
    written = write(topic, title=EVIL)
    assert "\n" not in written.subject and "\r" not in written.subject
    assert len(written.subject) <= 140
    assert "script" not in Seen(written.html).tags and "b" not in Seen(written.html).tags
    assert not re.search(r"^Bcc:", written.text, re.MULTILINE)


def test_a_hostile_reason_is_escaped_too() -> None:
    for topic in ("order_cancelled", "ticket_cancelled", "event_cancelled"):
        assert "script" not in Seen(write(topic, reason=EVIL, location=EVIL).html).tags
    for_organizer = write("refund_settled", note=EVIL, is_organizer=True)
    assert "script" not in Seen(write("refund_settled", note=EVIL).html).tags + Seen(for_organizer.html).tags
    assert "script" not in Seen(write("cancelled", reason=EVIL).html).tags
    assert "script" not in Seen(write("won", was_finished=True, reason=EVIL).html).tags


ADVERTISEMENTS = ["", "   ", "Win at www.evil.example", "http://evil.example", "free-coins.example", "a@evil.example"]


@pytest.mark.parametrize("name", ADVERTISEMENTS)
def test_a_name_that_is_none_or_an_advertisement_is_not_greeted(name: str) -> None:
    assert "Good day," in write("verify_address", name=name).text


@pytest.mark.parametrize("name", ["Anna Keller", "Zoë O'Brien-Müller", "J. R. Tolkien", "王小明"])
def test_a_name_is_greeted_as_its_owner_writes_it(name: str) -> None:
    written = write("won", name=name)
    assert f"Dear {name}," in written.text
    assert f"Dear {name}," in Seen(written.html).words


def test_direction_marks_and_long_names_are_cut() -> None:
    assert one_line("a\u202eb\u200bc\td", 20) == "abc d"
    assert one_line("bell\x07and\x00null\x1b[31m", 40) == "bell and null [31m"
    assert one_line("x" * 80, 60) == "x" * 57 + "..."


def test_an_early_end_says_so_and_why() -> None:
    text = " ".join(write("lost", was_finished=True, reason="The painting was damaged").text.split())
    assert "The house ended lot 7 early (The painting was damaged) at EUR 1,234.50" in text


def test_the_seller_of_a_withdrawn_lot_is_told_that_it_was_his() -> None:
    text = " ".join(write("cancelled", is_seller=True, reason="Doubts").text.split())
    assert "Lot 7, your own lot, was withdrawn by the house" in text and "Doubts" in text


def test_times_are_shown_in_utc() -> None:
    assert "1 March 2026, 19:15:05 UTC" in write("won").text


def test_an_unknown_kind_of_letter_is_an_error() -> None:
    with pytest.raises(UnknownTopicError):
        letter("birthday", {}, "Anna", HEAD)


PICTURE = Enclosure("ticket-7000001.png", "image/png", b"png", "ticket-7000001@h", 'Ticket 7000001: "Stalls" <b>')


def test_a_picture_is_shown_where_the_letter_speaks_of_it_and_named_in_the_text() -> None:
    written = letter("tickets", TICKETS, "Anna", HEAD, enclosures=(PICTURE, Enclosure("event-7.ics", "text/calendar", b"")))
    seen = Seen(written.html)
    assert seen.tags.count("img") == 1 and "cid:ticket-7000001@h" in seen.addresses and "b" not in seen.tags
    assert "[ticket-7000001.png] Ticket 7000001" in written.text and "event-7.ics" not in written.text
    assert written.enclosures[0] is PICTURE


def test_the_times_of_an_event_are_told_to_the_minute_and_doors_only_if_they_are_known() -> None:
    assert "17 July 2026, 18:30 UTC" in write("tickets").text and "Doors open" in write("tickets").text
    assert "Doors open" not in write("tickets", doors_open_at=None).text


def test_the_page_behind_the_link_asks_before_it_does_anything() -> None:
    assert '<form method="post">' in unsubscribe_page("ask", "outbid", HEAD.public_address)
    assert "<form" not in unsubscribe_page("done", "lost", HEAD.public_address)
    assert "Nothing was changed" in unsubscribe_page("unknown", "", HEAD.public_address)


SELLER_TOLD = {
    "payment_text": "Bank transfer within five days:\nDE00 1234\n\n\nReference: the lot",
    "collection_text": "  Weekdays, ten to six  \n",
}


def test_the_winner_reads_how_to_pay_and_collect_in_the_sellers_own_lines() -> None:
    written = write("won", **SELLER_TOLD)
    paying = "Payment:\n  Bank transfer within five days:\n  DE00 1234\n\n  Reference: the lot\n\n"
    assert paying + "Collection:\n  Weekdays, ten to six\n\n" in written.text
    words = " ".join(Seen(written.html).words.split())
    assert "Payment Bank transfer within five days: DE00 1234 Reference: the lot Collection Weekdays, ten to six" in words


def test_a_seller_who_wrote_nothing_is_not_quoted() -> None:
    assert "Payment" not in write("won", payment_text="", collection_text=" \n ").text
    assert "As soon as he has written down how to pay" in write("won").text.replace("\n", " ")


def test_a_sellers_words_bring_no_tags_no_headers_and_no_end_of_paper() -> None:
    written = write("won", payment_text=EVIL, collection_text="x\n" * 5_000)
    assert "script" not in Seen(written.html).tags and "<script>" in Seen(written.html).words
    assert written.text.count("\n  x") == 60
