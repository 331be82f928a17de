"""A callback is believed if a holder of the key sent exactly these bytes within the last minutes, and not otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleroom.payments.practice_callbacks import pause_seconds
from saleroom.payments.signature import AGE_SECONDS_MAX, derived_key, is_signed, sign

KEY = derived_key("a secret of thirty-two characters and more")
BODY = b'{"order_id": 7000001}'
NOW = 1_767_225_600


def test_what_was_signed_is_believed_for_five_minutes_either_way() -> None:
    signature = sign(KEY, BODY, NOW)
    for age in (0, AGE_SECONDS_MAX, -AGE_SECONDS_MAX):
        assert is_signed(KEY, BODY, signature, NOW + age)
    for age in (AGE_SECONDS_MAX + 1, -AGE_SECONDS_MAX - 1, 10**9):
        assert not is_signed(KEY, BODY, signature, NOW + age)


def test_the_signature_is_these_letters_for_ever() -> None:
    assert sign(KEY, BODY, NOW) == "t=1767225600,v1=4ec80298218134c6e652c3a0b68cdf5da617fdf699618269fd9acdea28a4daa7"


@given(st.binary(max_size=200))
def test_other_bytes_are_not_believed(body: bytes) -> None:
    assert is_signed(KEY, body, sign(KEY, BODY, NOW), NOW) == (body == BODY)


@given(st.text(max_size=4096))
def test_no_text_is_a_signature_by_chance(signature: str) -> None:
    assert not is_signed(KEY, BODY, signature, NOW)


@pytest.mark.parametrize("key", [b"", derived_key("another secret of thirty-two characters")])
def test_another_house_signs_otherwise(key: bytes) -> None:
    assert not is_signed(KEY, BODY, sign(key, BODY, NOW), NOW)


def test_a_time_that_was_changed_is_not_believed() -> None:
    signature = sign(KEY, BODY, NOW)
    assert not is_signed(KEY, BODY, signature.replace(f"t={NOW}", f"t={NOW + 1}"), NOW)


def test_the_house_is_told_again_after_longer_and_longer_pauses() -> None:
    assert [pause_seconds(attempts) for attempts in (1, 2, 3, 10, 11, 400)] == [1, 2, 4, 512, 600, 600]
