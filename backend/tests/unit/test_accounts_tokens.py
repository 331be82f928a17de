"""Tokens say who somebody is only if this house signed them, for this purpose, and not too long ago."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given

from saleroom.accounts.tokens import Access, Letter, Tokens
from tests.unit.strange_text import texts

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
SESSION = UUID("6f1c9a52-3d7e-4c1b-9d58-0a5b0c1d2e3f")


class Clock:
    """A clock that moves when told."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_an_access_token_names_person_and_session_for_an_hour() -> None:
    clock = Clock()
    tokens = Tokens("s" * 32, clock)
    token = tokens.access(7, SESSION)
    clock.now = NOON + timedelta(seconds=3599)
    assert tokens.read_access(token) == Access(7, SESSION)
    clock.now = NOON + timedelta(seconds=3600)
    assert tokens.read_access(token) is None


def test_no_token_passes_for_another_kind_or_in_another_house() -> None:
    tokens = Tokens("s" * 32, Clock())
    letter = Letter(7, "mark", "new@house.test")
    token = tokens.letter("confirm_address", letter)
    assert tokens.read_letter("confirm_address", token) == letter
    assert tokens.read_letter("reset_password", token) is None
    assert tokens.read_access(token) is None
    assert Tokens("t" * 32, Clock()).read_letter("confirm_address", token) is None


def test_a_refresh_token_can_be_made_again_and_differs_by_generation() -> None:
    tokens = Tokens("s" * 32, Clock())
    assert tokens.refresh(SESSION, 3) == tokens.refresh(SESSION, 3) != tokens.refresh(SESSION, 4)
    assert tokens.read_refresh(tokens.refresh(SESSION, 3)) == (SESSION, 3)


@pytest.mark.parametrize(("old", "new"), [(".3.", ".4."), ("-", ""), ("6f1c", "6F1C"), (".3.", ".03."), ("0", "1")])
def test_a_refresh_token_that_was_touched_is_none(old: str, new: str) -> None:
    tokens = Tokens("s" * 32, Clock())
    assert tokens.read_refresh(tokens.refresh(SESSION, 3).replace(old, new)) is None


@given(texts(200))
def test_no_text_that_a_stranger_makes_up_is_a_token(text: str) -> None:
    tokens = Tokens("s" * 32, Clock())
    assert tokens.read_access(text) is None
    assert tokens.read_refresh(text) is None
    assert tokens.read_letter("reset_password", text) is None
