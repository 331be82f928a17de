"""Reported messages: which somebody complained of, what was said against each, and whether it was seen to.

Read from the acts of conversations (`projections.conversations` fills them). A message is seen to when it is hidden, or when its complaints
were put aside and none came after that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from saleroom.eventlog.pool import Connection, Pool

State = Literal["open", "hidden", "dismissed"]

_REPORTED: Final = """
FROM (
    SELECT r.conversation_id, r.seq, r.at,
           CASE WHEN m.is_hidden THEN 'hidden'
                WHEN EXISTS (SELECT FROM public.chat_acts d WHERE d.conversation_id = r.conversation_id AND d.seq = r.seq
                                AND d.act = 'dismissed' AND d.version > r.newest) THEN 'dismissed'
                ELSE 'open' END AS state
      FROM (SELECT conversation_id, seq, max(at) AS at, max(version) AS newest
              FROM public.chat_acts WHERE act = 'reported' GROUP BY conversation_id, seq) AS r
      JOIN public.messages m USING (conversation_id, seq)
) AS reported
"""
_PAGE: Final = f"""
SELECT conversation_id, seq, at, state {_REPORTED} WHERE $1::boolean IS NULL OR (state = 'open') = $1
 ORDER BY at DESC, conversation_id DESC, seq DESC LIMIT $2 OFFSET $3
"""
_TOTAL: Final = f"SELECT count(*) {_REPORTED} WHERE $1::boolean IS NULL OR (state = 'open') = $1"
_ONE: Final = f"SELECT conversation_id, seq, at, state {_REPORTED} WHERE conversation_id = $1 AND seq = $2"
_COMPLAINTS: Final = """
SELECT a.conversation_id, a.seq, a.by_id, a.told AS complaint, a.at FROM public.chat_acts a
  JOIN unnest($1::bigint[], $2::bigint[]) AS asked (conversation_id, seq) USING (conversation_id, seq)
 WHERE a.act = 'reported' ORDER BY a.version DESC
"""


@dataclass(frozen=True, slots=True)
class Reported:
    """A message that somebody complained of; `at` is the newest complaint's time."""

    conversation_id: int
    seq: int
    at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint about a message: whose, and what is wrong with it."""

    conversation_id: int
    seq: int
    by_id: int
    complaint: str
    at: datetime


async def find(source: Pool | Connection, *, is_open: bool | None, limit: int, offset: int) -> tuple[list[Reported], int]:
    """A page of reported messages, the newest complaint first, and how many there are in all; None: seen to or not."""
    rows = await source.fetch(_PAGE, is_open, limit, offset)
    total: int = await source.fetchval(_TOTAL, is_open)
    return [Reported(**dict(row)) for row in rows], total


async def one(source: Pool | Connection, conversation: int, seq: int) -> Reported | None:
    """A reported message by its place; None where nobody complained."""
    row = await source.fetchrow(_ONE, conversation, seq)
    return None if row is None else Reported(**dict(row))


async def complaints(source: Pool | Connection, reported: Sequence[Reported]) -> list[Complaint]:
    """Every complaint about some messages, the newest first."""
    found = await source.fetch(_COMPLAINTS, [one.conversation_id for one in reported], [one.seq for one in reported])
    return [Complaint(**dict(row)) for row in found]
