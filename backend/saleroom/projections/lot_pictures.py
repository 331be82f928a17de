"""The table of lots' pictures: who shows which files, in which order. Rows that are no events.

Numbers are given once and never again, so that a repeated DELETE cannot take the next picture. A command id has one
picture: a retry finds it, also after it was removed.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Connection, Pool

PICTURES_MAX: Final = 10  # shown by one lot

OF_LOT: Final = """
(SELECT coalesce(jsonb_agg(jsonb_build_object('n', p.n, 'name', p.name, 'width', p.width, 'height', p.height) ORDER BY p.n), '[]')
   FROM public.lot_pictures p WHERE p.lot_id = l.id AND p.removed_at IS NULL)
"""
"""The pictures of the lot `l` as one column, for the query of lots."""

_LOCK: Final = "SELECT FROM public.lots WHERE id = $1 FOR NO KEY UPDATE"
_EARLIER: Final = "SELECT n, name, width, height, fingerprint FROM public.lot_pictures WHERE lot_id = $1 AND command_id = $2"
_COUNT: Final = """
SELECT coalesce(max(n), 0) AS newest, count(*) FILTER (WHERE removed_at IS NULL) AS shown FROM public.lot_pictures WHERE lot_id = $1
"""
_ADD: Final = """
INSERT INTO public.lot_pictures (lot_id, n, name, width, height, command_id, fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_REMOVE: Final = """
UPDATE public.lot_pictures SET removed_at = clock_timestamp() WHERE lot_id = $1 AND n = $2 AND removed_at IS NULL RETURNING name
"""
_IS_SHOWN: Final = "SELECT EXISTS (SELECT FROM public.lot_pictures WHERE name = $1 AND removed_at IS NULL)"


@dataclass(frozen=True, slots=True)
class LotPicture:
    """One picture of a lot: its number there, the name of its files, its largest size in pixels."""

    n: int
    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture to be shown, with the command that asks for it."""

    name: str
    width: int
    height: int
    command_id: UUID
    fingerprint: bytes


async def earlier(source: Pool | Connection, lot_id: int, command_id: UUID, fingerprint: bytes) -> LotPicture | None:
    """What this command brought about before, if it was handed in before.

    Raises:
        RefusedError: command_conflict when it had other content.
    """
    row = await source.fetchrow(_EARLIER, lot_id, command_id)
    if row is None:
        return None
    if row["fingerprint"] != fingerprint:
        raise RefusedError("command_conflict")
    return LotPicture(row["n"], row["name"], row["width"], row["height"])


async def add(pool: Pool, lot_id: int, new: NewPicture) -> LotPicture:
    """Show a picture as the last of a lot; the earlier one for a command that was here before.

    Raises:
        RefusedError: limit_reached, command_conflict.
    """
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(_LOCK, lot_id)
        known = await earlier(connection, lot_id, new.command_id, new.fingerprint)
        if known is not None:
            return known
        counted = await connection.fetchrow(_COUNT, lot_id)
        assert counted is not None
        if counted["shown"] >= PICTURES_MAX:
            raise RefusedError("limit_reached", max=PICTURES_MAX)
        n = counted["newest"] + 1
        await connection.execute(_ADD, lot_id, n, new.name, new.width, new.height, new.command_id, new.fingerprint)
    return LotPicture(n, new.name, new.width, new.height)


async def remove(source: Pool | Connection, lot_id: int, n: int) -> str | None:
    """Show a picture no longer; the name of its files, or None when the lot shows no such picture."""
    name: str | None = await source.fetchval(_REMOVE, lot_id, n)
    return name


async def is_shown(source: Pool | Connection, name: str) -> bool:
    """Whether any lot shows these files."""
    shown: bool = await source.fetchval(_IS_SHOWN, name)
    return shown


def of_column(column: list[dict[str, Any]]) -> tuple[LotPicture, ...]:
    """The pictures in a column of `OF_LOT`."""
    return tuple(LotPicture(one["n"], one["name"], one["width"], one["height"]) for one in column)
