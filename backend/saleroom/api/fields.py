"""Fields as bodies carry them, the same at every door: times, amounts, lines of text, and text that can be kept.

Times without a zone are UTC. Amounts are read by `domain.money`, so that strings, negative numbers and three decimals get their own codes.
"""

from datetime import UTC, datetime
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from saleroom.domain.decider import RefusedError
from saleroom.domain.money import amount_minor

YEAR_MAX: Final = 9000  # a date that calendars and clients still understand
AMOUNTS: Final = ("amount_invalid", "amount_too_precise", "amount_too_large")  # what is told of a field that is no amount


def _is_text_time(value: object) -> object:
    is_time = value is None or isinstance(value, datetime) or (isinstance(value, str) and "-" in value[1:])
    if not is_time:  # a text without a date in it would be read as seconds since 1970
        raise ValueError("a time is ISO 8601 text, such as 2026-05-01T18:00:00Z")
    return value


def _can_be_seen(text: str) -> str:
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise ValueError("nothing of it can be seen")
    return text


Time = Annotated[datetime, BeforeValidator(_is_text_time)]
Title = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_can_be_seen)]
Line = Annotated[str, Field(max_length=200)]
Address = Annotated[str, Field(max_length=500, pattern=r"^($|/|https?://)")]
Amount = Annotated[Any, WithJsonSchema({"type": "number", "minimum": 0.01, "maximum": 10**12, "multipleOf": 0.01})]
Price = Annotated[Any, WithJsonSchema({"type": "number", "minimum": 0, "maximum": 10**12, "multipleOf": 0.01})]


def utc(value: datetime | None, field: str) -> datetime | None:
    """A time in UTC.

    Raises:
        RefusedError: malformed, for a year that clients do not understand.
    """
    if value is None:
        return None
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    try:
        if 1 < value.year <= YEAR_MAX:
            return value.astimezone(UTC)
    except (OverflowError, ValueError):
        pass
    raise RefusedError("malformed", field=field, reason=f"{field} must be a time between the years 2 and {YEAR_MAX}.")


def clean(text: str) -> str:
    """Text that Postgres and JSON can hold: no NUL, no lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def price_minor(value: object, field: str) -> int:
    """Read a price from parsed JSON: an amount, or 0 for what costs nothing.

    Raises:
        RefusedError: the amount's codes.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and value == 0:
        return 0
    try:
        return amount_minor(value, field)
    except RefusedError as error:
        if error.refused.code != "amount_invalid":
            raise
        raise RefusedError("amount_invalid", field=field, minimum=0, allowed="0 or a number of at least 0.01") from None
