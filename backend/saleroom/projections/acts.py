"""What administrators and sellers did, newest first: acts on lots, read from the log, and acts on accounts beside them.

Acts on lots are a read table. Acts on accounts are rows that `accounts.acts` writes with the act itself; here they are only read,
so that both stand in one list. Names of people and titles of lots are joined when they are asked; an erased person has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, cast

from saleroom.domain.auctions.events import LotCancelled, LotEdited, LotFinished, LotStarted
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.cursors import Projection

ActName = Literal["edited", "started", "finished", "cancelled", "roles_changed", "banned", "let_in"]

_ADD = """
INSERT INTO public.lot_acts (stream_id, version, at, by_id, act, reason)
SELECT $1, * FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $5::text[], $6::text[])
"""
_CLEAR = "DELETE FROM public.lot_acts"

_ACTS: Final = """
    SELECT a.at, a.act, a.by_id, l.id AS lot_id, l.title AS lot_title, l.seller_id, NULL::bigint AS user_id, a.reason,
           NULL::text[] AS roles_before, NULL::text[] AS roles_after, a.version AS place
      FROM public.lot_acts a JOIN public.lots l USING (stream_id)
    UNION ALL
    SELECT at, act, by_id, NULL, NULL, NULL, user_id, '', roles_before, roles_after, id FROM public.account_acts
"""
_PAGE = f"""
SELECT act.at, act.act, act.by_id, coalesce(nullif(actor.name, ''), actor.username, actor.email) AS by_name,
       act.by_id IS NOT DISTINCT FROM act.seller_id AS is_seller, act.lot_id, act.lot_title,
       act.user_id, coalesce(nullif(person.name, ''), person.username, person.email) AS user_name,
       act.reason, act.roles_before, act.roles_after
  FROM (SELECT * FROM ({_ACTS}) AS every
         WHERE $1::text[] IS NULL OR every.act = ANY($1) ORDER BY at DESC, lot_id DESC, place DESC LIMIT $2 OFFSET $3) AS act
  LEFT JOIN public.users actor ON actor.id = act.by_id
  LEFT JOIN public.users person ON person.id = act.user_id
 ORDER BY act.at DESC, act.lot_id DESC, act.place DESC
"""
_TOTAL = f"SELECT count(*) FROM ({_ACTS}) AS every WHERE $1::text[] IS NULL OR every.act = ANY($1)"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody with the right to it did, to a lot or to an account.

    Attributes:
        is_seller: whether it was the lot's own seller; otherwise an administrator.
        roles_before, roles_after: of an act on an account.
    """

    at: datetime
    act: ActName
    by_id: int
    by_name: str | None
    is_seller: bool
    lot_id: int | None
    lot_title: str | None
    user_id: int | None
    user_name: str | None
    reason: str
    roles_before: list[str] | None
    roles_after: list[str] | None


def _named(fact: LotEdited | LotStarted | LotFinished | LotCancelled) -> tuple[str, str]:
    """The name of an act and the reason given for it."""
    match fact:
        case LotEdited():
            return "edited", ""
        case LotStarted():
            return "started", ""
        case LotFinished():
            return "finished", fact.reason
        case LotCancelled():
            return "cancelled", fact.reason


async def _apply(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    facts = [cast(LotEdited | LotStarted | LotFinished | LotCancelled, one.fact) for one in recorded]
    names = [_named(fact) for fact in facts]
    await connection.execute(
        _ADD, stream, [one.version for one in recorded], [one.at for one in recorded], [fact.by for fact in facts],
        [act for act, _ in names], [reason for _, reason in names],
    )


async def _clear(connection: Connection) -> None:
    await connection.execute(_CLEAR)


LOT_ACTS: Final = Projection(
    "lot_acts", "auctions", frozenset({LotEdited, LotStarted, LotFinished, LotCancelled}), _apply, _clear
)


async def newest(
    source: Pool | Connection, names: Sequence[ActName] | None = None, *, limit: int = 20, offset: int = 0
) -> tuple[list[Act], int]:
    """A page of acts, newest first, and how many there are in all.

    Args:
        names: only these kinds of acts; None for all.
    """
    total: int = await source.fetchval(_TOTAL, names)
    rows = await source.fetch(_PAGE, names, limit, offset)
    return [Act(**dict(row)) for row in rows], total
