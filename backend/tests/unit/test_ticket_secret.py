"""The secret of a ticket says what was signed and nothing else, whatever text a scanner reads, and always fits the same small code."""

from base64 import b32decode, b32encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
import segno
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from saleroom.tickets.secret import SECRET_LENGTH_MAX, Admission, admission_of, read, sign

KEY: Final = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER: Final = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
KEYS: Final = {1: KEY.public_key(), 2: OTHER.public_key()}
DOORS: Final = datetime(2026, 7, 17, 17, 0, tzinfo=UTC)
TICKET: Final = Admission(7, 42, 3, 1, DOORS, DOORS + timedelta(hours=29))
GOLDEN: Final = (
    "AEAQOKQDAGIL72OSA3IK6BQDT5SJKPJTA4STWVHIAOJGPIKH2FGK26FVPXBP2TGLCW2R4ZWMOZJNAAPO2IHXZEIA3SBWZYFASFJNO426KMW5GJ4BN6XFMXUS6NPAW"
)

@dataclass(frozen=True)
class SomeEvent:
    id: int
    doors_open_at: datetime | None
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True)
class SomeTicket:
    n: int
    type_id: int
    revision: int
    event: SomeEvent


small, items, events, seconds = st.integers(0, 2**16 - 1), st.integers(0, 2**20 - 1), st.integers(0, 2**40 - 1), st.integers(0, 2**36)
moments = seconds.map(lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=n))


@st.composite
def admissions(draw: st.DrawFn) -> Admission:
    begins = draw(moments)
    return Admission(draw(events), draw(items), draw(small), draw(small), begins, begins + timedelta(seconds=draw(seconds)))


def test_the_secret_of_this_ticket_is_these_letters_for_ever() -> None:
    assert sign(TICKET, 1, KEY) == GOLDEN
    assert read(GOLDEN, KEYS) == TICKET


@given(admissions())
def test_what_was_signed_is_read(admission: Admission) -> None:
    secret = sign(admission, 1, KEY)
    assert read(secret, KEYS) == admission
    assert secret.isalnum() and secret.isascii() and secret.upper() == secret


@given(admissions(), small)
def test_every_secret_fits_the_same_code(admission: Admission, key_id: int) -> None:
    secret = sign(admission, key_id, KEY)
    assert len(secret) <= SECRET_LENGTH_MAX
    code = segno.make_qr(secret, error="m", boost_error=False, mask=0)  # the search for the best of eight takes longest and changes no size
    assert code.mode == "alphanumeric" and int(code.version) <= 6


@given(st.text(max_size=4096))
def test_any_text_is_answered_and_none_is_a_ticket(text: str) -> None:
    assert read(text, KEYS) in ("malformed", "unknown_key", "forged")


@given(st.binary(min_size=60, max_size=96))
def test_bytes_that_nobody_signed_are_no_ticket(packed: bytes) -> None:
    assert read(b32encode(b"\x01" + packed).decode().rstrip("="), KEYS) in ("malformed", "unknown_key", "forged")


@given(st.integers(0, len(GOLDEN) - 1), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_one_changed_letter_makes_it_worthless(place: int, letter: str) -> None:
    changed = GOLDEN[:place] + letter + GOLDEN[place + 1 :]
    assert changed == GOLDEN or read(changed, KEYS) in ("malformed", "unknown_key", "forged")


@pytest.mark.parametrize("years", [(None, 2026, None), (2027, 2026, 2026), (3, 2, 2), (9000, 9000, 9000)])
def test_strange_times_make_a_ticket_all_the_same(years: tuple[int | None, int, int | None]) -> None:
    doors, starts, ends = (None if year is None else datetime(year, 7, 17, tzinfo=UTC) for year in years)
    said = admission_of(SomeTicket(42, 3, 1, SomeEvent(7, doors, starts or DOORS, ends)))
    assert read(sign(said, 1, KEY), KEYS) == said
    assert said.valid_until > said.valid_from


def test_each_fault_has_its_name() -> None:
    assert read("", KEYS) == read("hello", KEYS) == read(GOLDEN.lower(), KEYS) == read(GOLDEN + "A", KEYS) == "malformed"
    assert read(GOLDEN + "=", KEYS) == read(GOLDEN[:-8], KEYS) == read("A" * 4096, KEYS) == "malformed"
    assert read(sign(TICKET, 9, KEY), KEYS) == "unknown_key"
    assert read(sign(TICKET, 2, KEY), KEYS) == "forged"
    assert read(GOLDEN, {}) == "unknown_key"


def test_a_secret_has_one_spelling() -> None:
    """The last letter holds bits that stand for nothing; they must be zero, or one ticket would have several codes."""
    spare = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if isinstance(read(GOLDEN[:-1] + letter, KEYS), Admission)]
    assert spare == [GOLDEN[-1]]


def test_a_signature_made_for_something_else_admits_nobody() -> None:
    packed = b32decode(GOLDEN + "=" * (-len(GOLDEN) % 8))
    body = packed[:-64]
    assert read(b32encode(body + KEY.sign(body)).decode().rstrip("="), KEYS) == "forged"
