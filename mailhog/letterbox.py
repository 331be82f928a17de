"""The letters that the development mailbox holds: in memory only, bounded, newest first, shown in MailHog's shape.

Beside MailHog's fields (raw, as they came over the wire) every message carries `Decoded`: subject, text and HTML as people
read them.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Final

MESSAGES_MAX: Final = 500  # then the oldest goes
BYTES_MAX: Final = 64 * 1024 * 1024  # of all letters together; then the oldest goes
MESSAGE_BYTES_MAX: Final = 10 * 1024 * 1024  # told to clients as SIZE; larger ones are refused
SNIPPET_CHARACTERS_MAX: Final = 140
SENTENCE_CHARACTERS_MIN: Final = 50


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the SMTP conversation said: who hands in, for whom, and the bytes."""

    helo: str
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Stored:
    """One letter in the box, and the message parsed from it."""

    id: str
    envelope: Envelope
    created: datetime
    message: EmailMessage

    @property
    def subject(self) -> str:
        return _words(self.message, "subject")

    def body(self, kind: str) -> str:
        """The first part of a kind, `plain` or `html`, as text; empty when there is none."""
        for part in self.message.walk():
            if part.get_content_type() == f"text/{kind}" and not part.get_filename():
                raw = part.get_payload(decode=True)
                return (raw if isinstance(raw, bytes) else b"").decode(_charset(part), "replace")
        return ""

    def summary(self) -> dict[str, Any]:
        """A row of the list on the page."""
        return {
            "id": self.id, "subject": self.subject, "from": _words(self.message, "from") or self.envelope.sender,
            "to": _words(self.message, "to") or ", ".join(self.envelope.recipients), "created": self.created.isoformat(),
            "snippet": self._snippet(),
        }

    def _snippet(self) -> str:
        """The first paragraph that is long enough to be a sentence, and not a letterhead or a greeting."""
        paragraphs = [" ".join(part.split()) for part in self.body("plain").replace("\r\n", "\n").split("\n\n")]
        told = next((part for part in paragraphs if len(part) >= SENTENCE_CHARACTERS_MIN), " ".join(paragraphs))
        return told[:SNIPPET_CHARACTERS_MAX]

    def mailhog(self) -> dict[str, Any]:
        """The message as MailHog's API shows it, with our `Decoded`."""
        text = self.envelope.data.decode("utf-8", "replace").replace("\r\n", "\n")
        head, _, body = text.partition("\n\n")
        content = {
            "Headers": _headers(self.message), "Body": body.replace("\n", "\r\n"), "Size": len(self.envelope.data), "MIME": None,
        }
        parts = [_part(part) for part in self.message.iter_parts()] if self.message.is_multipart() else None
        return {
            "ID": self.id, "From": _path(self.envelope.sender), "To": [_path(to) for to in self.envelope.recipients],
            "Content": content, "Created": self.created.isoformat(), "MIME": {"Parts": parts} if parts else None,
            "Raw": {
                "From": self.envelope.sender, "To": list(self.envelope.recipients),
                "Data": text.replace("\n", "\r\n"), "Helo": self.envelope.helo,
            },
            "Decoded": {
                "Subject": self.subject, "From": _words(self.message, "from"), "To": _words(self.message, "to"),
                "Text": self.body("plain"), "HTML": self.body("html"), "Headers": f"{head}\n",
            },
        }

    def matches(self, kind: str, query: str) -> bool:
        """MailHog's search: `from` and `to` look at addresses, `containing` at everything, as read and as sent."""
        sought = query.lower()
        match kind:
            case "from":
                return sought in f"{self.envelope.sender} {_words(self.message, 'from')}".lower()
            case "to":
                return sought in f"{' '.join(self.envelope.recipients)} {_words(self.message, 'to')}".lower()
            case _:
                raw = self.envelope.data.decode("utf-8", "replace")
                return any(sought in text.lower() for text in (self.subject, self.body("plain"), self.body("html"), raw))


class Letterbox:
    """All letters. `version` changes whenever the box does.

    Args:
        clock: the time, with zone.
        new_id: a new name for a letter, such as `a3f…@mailbox`.
    """

    def __init__(self, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self._clock, self._new_id = clock, new_id
        self._stored: OrderedDict[str, Stored] = OrderedDict()
        self._bytes = 0
        self.version = 0

    def put(self, envelope: Envelope) -> Stored:
        message = message_from_bytes(envelope.data, policy=policy.default)
        stored = Stored(self._new_id(), envelope, self._clock(), message)
        self._stored[stored.id] = stored
        self._bytes += len(envelope.data)
        self.version += 1
        while len(self._stored) > MESSAGES_MAX or (self._bytes > BYTES_MAX and len(self._stored) > 1):
            self.remove(next(iter(self._stored)))
        return stored

    def get(self, id: str) -> Stored | None:
        return self._stored.get(id)

    def remove(self, id: str) -> bool:
        stored = self._stored.pop(id, None)
        if stored is None:
            return False
        self._bytes -= len(stored.envelope.data)
        self.version += 1
        return True

    def clear(self) -> None:
        self._stored.clear()
        self._bytes = 0
        self.version += 1

    def newest_first(self) -> list[Stored]:
        return list(reversed(self._stored.values()))

    def found(self, kind: str, query: str) -> list[Stored]:
        return [stored for stored in self.newest_first() if stored.matches(kind, query)]


def _words(message: EmailMessage, header: str) -> str:
    """A header as people read it; a broken one is shown as far as it can be."""
    try:
        return str(message.get(header, "") or "")
    except (ValueError, IndexError, AttributeError):  # the standard parser stumbles over some broken headers
        return ""


def _charset(part: Any) -> str:
    named = part.get_content_charset() or "utf-8"
    try:
        "".encode(named)
    except LookupError:
        return "utf-8"
    return str(named)


def _headers(message: Any) -> dict[str, list[str]]:
    headers: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        headers.setdefault(name, []).append(" ".join(str(value).split()))
    return headers


def _part(part: Any) -> dict[str, Any]:
    whole = part.as_bytes().decode("utf-8", "replace")
    body = whole.partition("\n\n")[2]
    inner = [_part(each) for each in part.iter_parts()] if part.is_multipart() else None
    return {"Headers": _headers(part), "Body": body, "Size": len(body), "MIME": {"Parts": inner} if inner else None}


def _path(address: str) -> dict[str, Any]:
    mailbox, _, domain = address.rpartition("@")
    return {"Relays": None, "Mailbox": mailbox, "Domain": domain, "Params": ""}
