"""What the house writes to people: topic, payload and a name go in, a letter in text and HTML comes out.

Pure. All letters share one design (`templates/`). Names and titles were typed by strangers: they are cut to one line,
escaped in HTML, and a name that looks like a link is left out, so that nobody can make the house send his advertisement.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from saleroom.mail.wording import Letterhead, Payload, one_line
from saleroom.mail.words import WORDS

NAME_CHARACTERS_MAX: Final = 60  # a longer name is no greeting
SUBJECT_CHARACTERS_MAX: Final = 140  # mail programs show about 60 to 90

_LINK_LIKE: Final = re.compile(r"://|www\.|\w\.\w{2,}|@|/", re.IGNORECASE)
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a letter goes: an address and, if the person gave one, a name. Known only while it is sent."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Something that comes with a letter.

    Attributes:
        media_type: such as `image/png`, with parameters after semicolons.
        content_id: of a picture that the letter shows where it speaks of it, without angle brackets; empty for a file beside it.
        label: what the picture is, for those who cannot see it.
    """

    file_name: str
    media_type: str
    content: bytes
    content_id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter. `is_essential`: the reader cannot refuse it. `headers`: beyond subject, addresses and date."""

    subject: str
    text: str
    html: str
    headers: Mapping[str, str]
    is_essential: bool
    enclosures: tuple[Enclosure, ...] = ()


class UnknownTopicError(Exception):
    """There is no letter of this topic."""


def letter(
    topic: str, payload: Payload, name: str, head: Letterhead, unsubscribe_link: str = "", enclosures: tuple[Enclosure, ...] = ()
) -> Letter:
    """Write one letter.

    Args:
        topic: a key of `WORDS`.
        payload: what the outbox row holds; amounts in minor units.
        name: the reader's, as typed; may be empty or hostile.
        unsubscribe_link: where one click ends letters of this topic; empty for those that nobody can refuse.
        enclosures: pictures and files that come with it.

    Raises:
        UnknownTopicError: no such letter.
        KeyError: the payload lacks something.
    """
    if topic not in WORDS:
        raise UnknownTopicError(topic)
    words = WORDS[topic](payload, head)
    shown = {
        "words": words, "greeting": _greeting(name), "house": head.house, "address": head.public_address,
        "unsubscribe_link": unsubscribe_link, "pictures": [one for one in enclosures if one.content_id],
    }
    headers = {"Auto-Submitted": "auto-generated"}
    if unsubscribe_link:
        headers["List-Unsubscribe"] = f"<{unsubscribe_link}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return Letter(
        subject=one_line(words.subject, SUBJECT_CHARACTERS_MAX),
        text=_TEMPLATES.get_template("letter.txt").render(shown),
        html=_TEMPLATES.get_template("letter.html").render(shown),
        headers=headers,
        is_essential=not unsubscribe_link,
        enclosures=enclosures,
    )


def _greeting(name: str) -> str:
    shown = one_line(name, NAME_CHARACTERS_MAX)
    return f"Dear {shown}" if shown and not _LINK_LIKE.search(shown) else "Good day"


_KINDS_SHOWN: Final = {
    "outbid": "letters that tell you when you were outbid", "lost": "letters that tell you when a lot went to another bidder",
    "away": "letters that tell you when somebody wrote to you",
    "": "these letters",
}


def unsubscribe_page(state: Literal["ask", "done", "unknown"], topic: str, public_address: str) -> str:
    """The page behind a letter's unsubscribe link, in the letters' design: asks, says it is done, or does not know the link."""
    shown = {"state": state, "letters": _KINDS_SHOWN[topic], "address": public_address, "house": "Saleroom"}
    return _TEMPLATES.get_template("unsubscribe.html").render(shown)
