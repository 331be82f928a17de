"""A house counts in hundredths: a currency that is not divided so would be shown and charged wrong, so no house starts with it."""

import pytest

from saleroom.settings import load


@pytest.mark.parametrize("currency", ["JPY", "KRW", "KWD", "eur", "EURO"])
def test_a_currency_without_hundredths_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, currency: str) -> None:
    monkeypatch.setenv("SALEROOM_CURRENCY", currency)
    with pytest.raises(SystemExit, match=f"SALEROOM_CURRENCY='{currency}'"):
        load()


@pytest.mark.parametrize("currency", ["EUR", "CHF", "USD"])
def test_a_currency_of_hundredths_is_taken(monkeypatch: pytest.MonkeyPatch, currency: str) -> None:
    monkeypatch.setenv("SALEROOM_CURRENCY", currency)
    assert load().currency == currency
