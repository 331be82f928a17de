"""The secret of a ticket: what it admits to, signed, as a text that fits a small QR code and an address. Pure.

A secret is 1 byte of version, seven numbers as varints and 64 bytes of Ed25519, in base32 without padding: some 125 characters and
never more than 152, all of the QR code's alphanumeric alphabet, so that every secret fits a code of 41 by 41 modules at error
correction M. (base64url is a sixth shorter, but such a secret just fits the same code and a longer one needs the next larger;
base45 saves a twentieth and does not stand in an address.) One secret has one spelling.

Whoever holds the public keys can check a secret without asking the house. What happened since it was signed (a cancelled
order, a newer revision, somebody inside already) only the log knows.
"""

import re
from base64 import b32decode, b32encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

VERSION: Final = 1
SIGNATURE_BYTES: Final = 64
SECRET_LENGTH_MAX: Final = 154  # what a QR code of version 6-M holds
GRACE: Final = timedelta(days=1)  # an event that runs late; whoever can ask the house hears its newest times

_ALPHABET: Final = re.compile(r"[A-Z2-7]+")
_PURPOSE: Final = b"saleroom ticket\x00"  # so that a signature made for something else is none of a ticket
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERS_MAX: Final = (2**16, 2**40, 2**20, 2**16, 2**16, 2**38, 2**38)  # key, event, ticket, type, revision, seconds

Fault = Literal["malformed", "unknown_key", "forged"]
"""Why a text is no ticket of this house: no secret at all, signed by a key we do not know, or not signed by the key it names."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What a ticket says.

    Attributes:
        event: the number of the event.
        ticket: the number of the ticket within the event.
        type_id: the number of its type within the event.
        revision: counts up with every change of holder or type; only the newest is good.
        valid_from, valid_until: when a gate that cannot ask the house may let it in; whole seconds.
    """

    event: int
    ticket: int
    type_id: int
    revision: int
    valid_from: datetime
    valid_until: datetime


class Event(Protocol):
    """What is asked of an event, by its number and newest times."""

    @property
    def id(self) -> int: ...
    @property
    def doors_open_at(self) -> datetime | None: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime | None: ...


class Ticket(Protocol):
    """What is asked of a ticket; `n` is its number within the event."""

    @property
    def n(self) -> int: ...
    @property
    def type_id(self) -> int: ...
    @property
    def revision(self) -> int: ...
    @property
    def event(self) -> Event: ...


def admission_of(ticket: Ticket) -> Admission:
    """What a ticket says as things stand: good from when the doors open until a day after the end."""
    event = ticket.event
    begins = max(_EPOCH, event.doors_open_at or _EPOCH)
    return Admission(
        event.id, ticket.n, ticket.type_id, ticket.revision, begins, max(begins, event.ends_at or event.starts_at) + GRACE
    )


def sign(admission: Admission, key_id: int, key: Ed25519PrivateKey) -> str:
    """The secret; the same for the same admission and key, whenever it is made.

    Raises:
        ValueError: a number is negative or too large, or the validity ends before it begins.
    """
    begins, lasts = _seconds(admission.valid_from - _EPOCH), _seconds(admission.valid_until - admission.valid_from)
    numbers = (key_id, admission.event, admission.ticket, admission.type_id, admission.revision, begins, lasts)
    body = bytes([VERSION]) + b"".join(map(_varint, numbers, _NUMBERS_MAX))
    return b32encode(body + key.sign(_PURPOSE + body)).decode().rstrip("=")


def read(secret: str, keys: Mapping[int, Ed25519PublicKey]) -> Admission | Fault:
    """What a secret admits to, or why it is none of ours. Never raises, whatever the text."""
    parts = _taken_apart(secret)
    if parts is None:
        return "malformed"
    body, signature, (key_id, event, ticket, type_id, revision, begins, lasts) = parts
    key = keys.get(key_id)
    if key is None:
        return "unknown_key"
    try:
        key.verify(signature, _PURPOSE + body)
        valid_from = _EPOCH + timedelta(seconds=begins)
        return Admission(event, ticket, type_id, revision, valid_from, valid_from + timedelta(seconds=lasts))
    except (InvalidSignature, OverflowError):
        return "forged"


def _seconds(span: timedelta) -> int:
    return span // timedelta(seconds=1)


def _taken_apart(secret: str) -> tuple[bytes, bytes, tuple[int, ...]] | None:
    """The signed bytes, the signature and the numbers; None for what `sign` cannot have written."""
    if len(secret) > SECRET_LENGTH_MAX or not _ALPHABET.fullmatch(secret):
        return None
    try:
        packed = b32decode(secret + "=" * (-len(secret) % 8))
    except ValueError:
        return None
    if b32encode(packed).decode().rstrip("=") != secret:  # spare bits that are not zero: a second spelling
        return None
    body, signature = packed[:-SIGNATURE_BYTES], packed[-SIGNATURE_BYTES:]
    numbers = _numbers(body[1:])
    return (body, signature, numbers) if body[:1] == bytes([VERSION]) and numbers is not None else None


def _varint(number: int, below: int) -> bytes:
    """Seven bits a byte, the lowest first; the upper bit says that more follow."""
    if not 0 <= number < below:
        raise ValueError(f"{number} does not fit a ticket")
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def _numbers(packed: bytes) -> tuple[int, ...] | None:
    numbers: list[int] = []
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            numbers.append(number)
            number = shift = 0
    is_whole = shift == 0 and len(numbers) == len(_NUMBERS_MAX)
    return tuple(numbers) if is_whole and all(number < below for number, below in zip(numbers, _NUMBERS_MAX, strict=True)) else None
