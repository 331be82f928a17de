"""The link that ends letters works for the person it was made for, for the letters it names, and for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleroom.mail.unsubscribe import UnsubscribeLinks, Unwanted
from tests.unit.strange_text import texts

LINKS = UnsubscribeLinks("s" * 32, "https://saleroom.example")


@given(st.integers(1, 2**40 - 1), st.sampled_from(["outbid", "lost", "away"]))
def test_a_token_says_what_it_was_made_for(user_id: int, topic: str) -> None:
    assert LINKS.read(LINKS.token(user_id, topic)) == Unwanted(user_id, topic)


def test_the_link_passes_through_the_frontend_to_the_backend() -> None:
    assert LINKS.link(42, "outbid").startswith("https://saleroom.example/api/unsubscribe/42.outbid.")


@pytest.mark.parametrize("topic", ["won", "sold", "verify_address"])
def test_letters_that_everybody_needs_have_no_link(topic: str) -> None:
    assert LINKS.link(42, topic) == ""
    assert LINKS.read(LINKS.token(42, topic)) is None


def test_nobody_can_turn_his_link_into_another_ones() -> None:
    signature = LINKS.token(42, "outbid").rpartition(".")[2]
    assert LINKS.read(f"43.outbid.{signature}") is None
    assert LINKS.read(f"42.lost.{signature}") is None
    assert UnsubscribeLinks("t" * 32, "https://saleroom.example").read(f"42.outbid.{signature}") is None


@given(texts(200))
def test_no_other_text_is_a_token(text: str) -> None:
    assert LINKS.read(text) is None
