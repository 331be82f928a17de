"""The shortest password of a house: 8, what the operator says, and 6 under `make run` where he says nothing."""

from pathlib import Path

import pytest

from saleroom.cli import plan_of
from saleroom.settings import REPOSITORY, Settings
from saleroom.startup.parts import worker_environment

SECRET = "s" * 32


def told(monkeypatch: pytest.MonkeyPatch, make_says: int, **variables: str) -> str:
    """What the workers of a house with these variables are told."""
    for name in ("PASSWORD_LENGTH_MIN", "SALEROOM_ENV"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"SALEROOM_SECRET": SECRET, **variables}.items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)  # type: ignore[call-arg]  # aliases hide the defaults from the type checker
    return worker_environment(plan_of(settings, password_length_min=make_says), "")["PASSWORD_LENGTH_MIN"]


def test_without_a_word_it_is_eight_and_six_under_make_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 0) == "8"
    assert told(monkeypatch, 6) == "6"


def test_what_the_operator_says_counts_more_than_make(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 6, PASSWORD_LENGTH_MIN="12") == "12"


def test_production_never_takes_makes_word(monkeypatch: pytest.MonkeyPatch) -> None:
    production = {"SALEROOM_ENV": "production", "DATABASE_URL": "postgresql://x", "SALEROOM_PUBLIC_URL": "https://saleroom.example"}
    assert told(monkeypatch, 6, **production) == "8"


def test_make_run_says_six() -> None:
    recipe = next(line for line in Path(REPOSITORY / "Makefile").read_text().splitlines() if "saleroom up" in line)
    assert recipe.endswith("--password-length-min 6")
