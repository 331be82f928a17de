"""The mail ledger: what the house has written and will write to people, and what became of it.

It reads the outbox itself, so it is never behind. It shows no secret of a letter and no address: whom a letter is for is a
person's id.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from saleroom.domain.ids import KINDS, NUMBER_BITS, NUMBER_MAX
from saleroom.eventlog.outbox import ERRANDS
from saleroom.eventlog.pool import Pool


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One letter.

    Attributes:
        key: names it within its stream.
        outcome: waiting, sent, no_address, unwanted or dead.
        attempts: how often it was tried so far.
        next_at: when it is tried next, for one that waits.
        done_at: when its outcome was final.
        reply: the mail server's last words, without the reader's address.
    """

    stream_id: int
    key: str
    version: int
    topic: str
    user_id: int | None
    lot_id: int | None
    title: str
    outcome: str
    attempts: int
    created_at: datetime
    next_at: datetime
    done_at: datetime | None
    reply: str


# Letters of an account say whom they are for by their stream.
_ROWS: Final = f"""
SELECT stream_id, dedupe_key AS key, version, topic, outcome, attempts, created_at, next_at, done_at, last_reply AS reply,
       coalesce(payload ->> 'title', '') AS title, (payload ->> 'lot_id')::bigint AS lot_id,
       coalesce((payload ->> 'user_id')::bigint,
                CASE WHEN stream_id >> {NUMBER_BITS} = {KINDS["accounts"]} THEN stream_id & {NUMBER_MAX} END) AS user_id
  FROM log.outbox WHERE ($1::text IS NULL OR outcome = $1) AND topic NOT IN {ERRANDS}
"""

_FOUND: Final = f"""
FROM ({_ROWS}) AS letter
WHERE $2 = '' OR strpos(lower(title), lower($2)) > 0 OR strpos(topic, lower($2)) > 0 OR strpos(lower(reply), lower($2)) > 0
   OR lot_id::text = $2 OR user_id::text = $2
"""

_PAGE: Final = f"SELECT * {_FOUND} ORDER BY created_at DESC, stream_id, key LIMIT $3 OFFSET $4"
_TOTAL: Final = f"SELECT count(*) {_FOUND}"


async def ledger(
    pool: Pool, outcome: str | None = None, q: str = "", limit: int = 20, offset: int = 0
) -> tuple[list[LedgerRow], int]:
    """A page of the ledger, newest first, and how many letters there are on all pages.

    Args:
        outcome: only letters with this outcome; None for all.
        q: part of a title, topic or reply, or the number of a lot or person.
    """
    sought = q.replace("\x00", "").strip()
    rows = await pool.fetch(_PAGE, outcome, sought, limit, offset)
    total: int = await pool.fetchval(_TOTAL, outcome, sought)
    return [LedgerRow(**dict(row)) for row in rows], total
