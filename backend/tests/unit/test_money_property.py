"""Every amount of the house survives its way through JSON, and the quick way in agrees with the shortest decimal of the number."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from saleroom.domain.decider import RefusedError
from saleroom.domain.money import AMOUNT_MINOR_MAX, amount_json, amount_minor


@given(some.integers(1, AMOUNT_MINOR_MAX))
def test_money_every_amount_comes_back_from_json_as_it_was(minor: int) -> None:
    assert amount_minor(amount_json(minor)) == minor
    assert amount_minor(minor / 100) == minor


@given(some.floats(0.01, 10**12))
def test_money_the_quick_way_agrees_with_the_shortest_decimal(value: float) -> None:
    exact = Decimal(repr(value)) * 100
    try:
        told = amount_minor(value)
    except RefusedError as refused:
        assert refused.refused.code == "amount_too_precise"
        assert exact != exact.to_integral_value()
    else:
        assert told == exact
