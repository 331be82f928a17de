"""Money is an integer number of minor units; this file is the only way in from JSON and the only way out.

JSON carries amounts as numbers with at most two decimals. The shortest decimal that names the double counts
(`Decimal(repr(x))`), so 1e2 is 100 and 0.1 is exactly 10 minor units.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from saleroom.domain.decider import RefusedError

MINOR_PER_MAJOR: Final = 100
AMOUNT_MINOR_MAX: Final = 10**12 * MINOR_PER_MAJOR

_INFINITIES: Final = (float("inf"), float("-inf"))


def amount_minor(value: object, field: str = "amount") -> int:
    """Read an amount from parsed JSON.

    Args:
        value: what the JSON held; a finite number of 0.01 to 10^12 with at most two decimals is right.
        field: the name told in the refusal.

    Raises:
        RefusedError: amount_invalid (not a number, or below 0.01), amount_too_precise, amount_too_large.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise RefusedError("amount_invalid", field=field)
    if isinstance(value, int):
        if value > AMOUNT_MINOR_MAX // MINOR_PER_MAJOR:
            raise RefusedError("amount_too_large", field=field, maximum=AMOUNT_MINOR_MAX // MINOR_PER_MAJOR)
        if value < 1:
            raise RefusedError("amount_invalid", field=field, minimum=0.01)
        return value * MINOR_PER_MAJOR
    if value != value or value in _INFINITIES:
        raise RefusedError("malformed", field=field)
    if value > AMOUNT_MINOR_MAX // MINOR_PER_MAJOR:
        raise RefusedError("amount_too_large", field=field, maximum=AMOUNT_MINOR_MAX // MINOR_PER_MAJOR)
    if value <= 0:
        raise RefusedError("amount_invalid", field=field, minimum=0.01)
    nearest = round(value * MINOR_PER_MAJOR)
    if nearest / MINOR_PER_MAJOR == value:  # exact up to the maximum: 15 digits name a double uniquely
        return nearest
    minor = Decimal(repr(value)) * MINOR_PER_MAJOR
    if minor != minor.to_integral_value():
        raise RefusedError("amount_too_precise", field=field, decimals_max=2)
    return int(minor)


def amount_json(minor: int) -> float | int:
    """The JSON number of an amount: whole amounts without a fraction, others with the shortest decimal."""
    whole, rest = divmod(minor, MINOR_PER_MAJOR)
    return whole if rest == 0 else minor / MINOR_PER_MAJOR


@lru_cache(1024)  # the same few amounts are told to many: a price to all who were below it
def amount_text(minor: int) -> str:
    """An amount as people read it in plain sentences: 1,234.50."""
    return f"{minor // MINOR_PER_MAJOR:,}.{minor % MINOR_PER_MAJOR:02d}"
