"""The table of favourites: the lots that a person has starred. Rows of convenience, no facts."""

from typing import Final

from saleroom.eventlog.pool import Connection, Pool

FAVORITES_MAX: Final = 1_000  # a person; enough for any catalogue

_ADD = "INSERT INTO public.favorites (user_id, lot_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
_REMOVE = "DELETE FROM public.favorites WHERE user_id = $1 AND lot_id = $2"
_OF_PERSON = "SELECT lot_id FROM public.favorites WHERE user_id = $1 ORDER BY added_at DESC, lot_id DESC LIMIT $2"


async def add(source: Pool | Connection, user_id: int, lot_id: int) -> None:
    """Star a lot; again is no change."""
    await source.execute(_ADD, user_id, lot_id)


async def remove(source: Pool | Connection, user_id: int, lot_id: int) -> None:
    """Take the star away; again is no change."""
    await source.execute(_REMOVE, user_id, lot_id)


async def of_person(source: Pool | Connection, user_id: int) -> list[int]:
    """The starred lots of a person, newest first."""
    return [row["lot_id"] for row in await source.fetch(_OF_PERSON, user_id, FAVORITES_MAX)]
