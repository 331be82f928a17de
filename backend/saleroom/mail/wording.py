"""What the words of all letters have in common: their shape, the letterhead, and how strangers' text and times are put. Pure."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

TITLE_CHARACTERS_MAX: Final = 120  # keeps a table on a phone readable

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the house's public address (no slash at its end) and its currency."""

    public_address: str
    currency: str
    house: str = "Saleroom"


@dataclass(frozen=True, slots=True)
class Words:
    """What one kind of letter says, before it is set in the house's design.

    Attributes:
        sentence: one plain sentence that explains the outcome.
        facts: rows of a small table.
        action, link: the label of the one button and its address.
        note: what else the reader should know.
        passages: headed texts that somebody wrote to the reader, in lines.
    """

    subject: str
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    action: str
    link: str
    note: str
    passages: tuple[tuple[str, str], ...] = ()


Writer = Callable[[Payload, Letterhead], Words]


def one_line(text: str, characters_max: int) -> str:
    """Strangers' text as one bounded line: no control, format or direction characters, no line ends."""
    visible = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs"))
    spaced = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in visible)
    line = " ".join(spaced.split())
    return line if len(line) <= characters_max else line[: characters_max - 3].rstrip() + "..."


def in_lines(text: str, characters_max: int, lines_max: int) -> str:
    """Strangers' text that keeps its lines, bounded, each of them as `one_line` makes it; not more than one empty line at once."""
    lines = [one_line(line, characters_max) for line in text[:characters_max].splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept[:lines_max]).strip("\n")


def time_text(iso: str) -> str:
    """A moment to the second, for ends that were decided by seconds."""
    moment = datetime.fromisoformat(iso).astimezone(UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M:%S} UTC"


def hour_text(iso: str) -> str:
    """A moment to the minute, for what people arrange to meet at."""
    moment = datetime.fromisoformat(iso).astimezone(UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"
