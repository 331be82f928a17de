"""Quick replies: texts that somebody who answers keeps at hand, his own or the team's (CH-QRP)."""

from dataclasses import dataclass
from typing import Any, Final

from saleroom.eventlog.pool import Connection, Pool

OWN_MAX: Final = 200

_COLUMNS: Final = "r.id, r.owner_id, r.code, r.content, u.name AS upload_name, r.sort_order, u.kind AS upload_kind, u.filename"
_FROM: Final = "FROM public.quick_replies r LEFT JOIN public.uploads u ON u.name = r.upload_name AND u.erased_at IS NULL"
_FOR: Final = f"""
SELECT {_COLUMNS} {_FROM}
 WHERE (r.owner_id = $1 OR ($2 AND r.owner_id IS NULL))
   AND ($3 = '' OR starts_with(r.code, lower($3)) OR strpos(lower(r.content), lower($3)) > 0)
 ORDER BY (r.owner_id IS NULL), r.sort_order, r.id LIMIT 500
"""
_ONE: Final = f"SELECT {_COLUMNS} {_FROM} WHERE r.id = $1"
_ADD: Final = """
INSERT INTO public.quick_replies (owner_id, code, content, upload_name, sort_order)
SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM public.quick_replies WHERE owner_id IS NOT DISTINCT FROM $1) < $6 RETURNING id
"""
_CHANGE: Final = """
UPDATE public.quick_replies SET code = coalesce($2, code), content = coalesce($3, content), sort_order = coalesce($4, sort_order)
 WHERE id = $1
"""
_REMOVE: Final = "DELETE FROM public.quick_replies WHERE id = $1"
_ERASE: Final = "DELETE FROM public.quick_replies WHERE owner_id = $1"


@dataclass(frozen=True, slots=True)
class QuickReply:
    """A text at hand. `owner_id` None is the team's; `code` is what one types after a slash; the file goes along as its own message."""

    id: int
    owner_id: int | None
    code: str
    content: str
    upload_name: str | None
    sort_order: int
    upload_kind: str | None
    filename: str | None


async def at_hand(source: Pool | Connection, person_id: int, q: str, *, with_team: bool) -> list[QuickReply]:
    """A person's own, then the team's, whose code begins with `q` or whose text holds it."""
    return [_reply(row) for row in await source.fetch(_FOR, person_id, with_team, q)]


async def one(source: Pool | Connection, number: int) -> QuickReply | None:
    """One by its number."""
    row = await source.fetchrow(_ONE, number)
    return None if row is None else _reply(row)


async def add(
    source: Pool | Connection, owner_id: int | None, code: str, content: str, upload_name: str | None, sort_order: int
) -> int | None:
    """Keep one more; its number, or None when there are OWN_MAX already."""
    number: int | None = await source.fetchval(_ADD, owner_id, code, content, upload_name, sort_order, OWN_MAX)
    return number


async def change(source: Pool | Connection, number: int, code: str | None, content: str | None, sort_order: int | None) -> None:
    """Change what is not None."""
    await source.execute(_CHANGE, number, code, content, sort_order)


async def remove(source: Pool | Connection, number: int) -> None:
    """Keep it no longer."""
    await source.execute(_REMOVE, number)


async def erase(source: Pool | Connection, person_id: int) -> None:
    """Forget a person's own."""
    await source.execute(_ERASE, person_id)


def _reply(row: Any) -> QuickReply:
    return QuickReply(**dict(row))
