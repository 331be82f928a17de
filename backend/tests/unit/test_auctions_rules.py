"""The arithmetic of an auction: increments (AU-INC), the soft close (AU-SFT), and money as it stands in JSON."""

from datetime import timedelta
from typing import Any

import pytest

from saleroom.domain.auctions.rules import PRESETS, Ladder, extended_end, ladder, next_min
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import NUMBER_MAX, kind_of, number_of, stream_id
from saleroom.domain.money import amount_json, amount_minor, amount_text
from tests.given import at

STEPS = {
    "ebay-us": {
        1: 5, 99: 5, 100: 25, 499: 25, 500: 50, 24_99: 50, 25_00: 1_00, 99_99: 1_00, 100_00: 2_50, 249_99: 2_50, 250_00: 5_00,
        499_99: 5_00, 500_00: 10_00, 999_99: 10_00, 1_000_00: 25_00, 2_499_99: 25_00, 2_500_00: 50_00, 4_999_99: 50_00, 5_000_00: 100_00,
    },
    "trade-me": {
        1: 50, 19_99: 50, 20_00: 1_00, 199_99: 1_00, 200_00: 5_00, 999_99: 5_00, 1_000_00: 10_00, 4_999_99: 10_00, 5_000_00: 50_00,
        24_999_99: 50_00, 25_000_00: 100_00,
    },
    "gunbroker": {1: 25, 9_99: 25, 10_00: 1_00, 49_99: 1_00, 50_00: 2_00, 99_99: 2_00, 100_00: 5_00, 999_99: 5_00, 1_000_00: 25_00},
    "flat:0.01": {1: 1, 10**14: 1}, "flat:2.50": {1: 2_50, 10_000_00: 2_50},
    "percent:5": {1: 1, 19: 1, 20: 1, 39: 1, 40: 2, 99_99: 4_99, 100_00: 5_00}, "percent:0.0001": {1: 1, 10**8: 100},
    "percent:100": {7: 7},
}


@pytest.mark.parametrize(("name", "price", "step"), [(name, *pair) for name, table in STEPS.items() for pair in table.items()])
def test_au_inc_the_step_of_the_greatest_from_below_the_price(name: str, price: int, step: int) -> None:
    assert ladder(name).increment(price) == step
    assert next_min(1, price, ladder(name)) == price + step


def test_au_inc_the_first_bid_may_be_the_start_price() -> None:
    assert next_min(10_00, None, ladder("ebay-us")) == 10_00


@pytest.mark.parametrize("name", [
    "", "ebay", "flat", "flat:", "flat:0", "flat:-1", "flat:0.001", "flat:NaN", "flat:Infinity", "flat:1e20", "flat:1e999999", "percent:0",
    "percent:101", "percent:-5", "percent:0.00001", "percent:NaN", "percent:five", "steps:1",
])
def test_au_inc_a_ladder_nobody_knows_is_malformed(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        ladder(name)
    assert refused.value.refused.code == "malformed"
    assert refused.value.refused.facts["field"] == "increments"


def test_au_inc_every_preset_rises() -> None:
    for preset in PRESETS.values():
        assert list(preset.steps) == sorted(preset.steps)
        assert isinstance(preset, Ladder)


CLOSES = {
    "SC1a before the window": (479, None, 600), "SC1b at its edge": (480, None, 600), "SC1c in the last second": (599, None, 719),
    "SC3 the hard end caps": (590, 700, 700), "the hard end is behind": (599, 800, 719), "the hard end is the end": (599, 600, 600),
}


@pytest.mark.parametrize("case", CLOSES)
def test_au_sft_a_bid_in_the_window_moves_the_end(case: str) -> None:
    second, hard_end, closes = CLOSES[case]
    moved = extended_end(at(600), at(second), timedelta(seconds=120), at(hard_end) if hard_end else None)
    assert moved == at(closes)


def test_au_sft_without_a_window_nothing_moves() -> None:
    assert extended_end(at(600), at(599), timedelta(0), None) == at(600)


@pytest.mark.parametrize(("value", "minor"), [
    (1, 100), (0.01, 1), (0.1, 10), (0.29, 29), (19.99, 1999), (1e2, 100_00), (100.0, 100_00), (10**12, 10**14), (1e12, 10**14),
    (999999999999.99, 10**14 - 1), (4503599627.37, 450359962737), (1.10, 110),
])
def test_money_the_shortest_decimal_of_the_number_counts(value: float, minor: int) -> None:
    assert amount_minor(value) == minor
    assert amount_minor(amount_json(minor)) == minor


@pytest.mark.parametrize(("value", "code"), [
    (0, "amount_invalid"), (-1, "amount_invalid"), (0.0, "amount_invalid"), (-0.0, "amount_invalid"), (-0.01, "amount_invalid"),
    (None, "amount_invalid"), ("10", "amount_invalid"), (True, "amount_invalid"), ([], "amount_invalid"), ({}, "amount_invalid"),
    (0.001, "amount_too_precise"), (10.001, "amount_too_precise"), (5e-324, "amount_too_precise"), (0.1 + 0.2, "amount_too_precise"),
    (10**12 + 1, "amount_too_large"), (1e308, "amount_too_large"), (1e12 + 0.01, "amount_too_large"), (10**400, "amount_too_large"),
    (float("nan"), "malformed"), (float("inf"), "malformed"), (float("-inf"), "malformed"),
])
def test_money_what_is_no_amount_has_its_own_code(value: Any, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        amount_minor(value, "start_price")
    assert refused.value.refused.code == code
    assert refused.value.refused.facts["field"] == "start_price"


def test_money_is_read_by_people_with_two_decimals() -> None:
    assert (amount_text(123450), amount_text(5), amount_json(1000), amount_json(1050)) == ("1,234.50", "0.05", 10, 10.5)


def test_a_stream_id_says_its_noun_and_number() -> None:
    for kind in ("auctions", "accounts"):
        for number in (1, 7, NUMBER_MAX):
            assert (kind_of(stream_id(kind, number)), number_of(stream_id(kind, number))) == (kind, number)
    for number in (0, -1, NUMBER_MAX + 1):
        with pytest.raises(ValueError, match="not a number of this house"):
            stream_id("auctions", number)
