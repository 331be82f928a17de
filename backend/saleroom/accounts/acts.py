"""The table of acts on accounts: which administrator gave or took which roles, banned, or let in again.

Written in the transaction of the act, and never changed: the backend's login may only add rows. Ids only, so that erasing a
person leaves nothing of him here.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from saleroom.eventlog.pool import Connection

_ADD: Final = """
INSERT INTO public.account_acts (at, by_id, user_id, act, roles_before, roles_after) VALUES ($1, $2, $3, $4, $5, $6)
"""


async def note_roles(
    connection: Connection, at: datetime, people: tuple[int, int], before: Iterable[str], after: Iterable[str]
) -> None:
    """Note that roles changed; nothing when they did not. `people` are who did it and to whom."""
    if set(before) != set(after):
        await connection.execute(_ADD, at, *people, "roles_changed", sorted(before), sorted(after))


async def note_ban(connection: Connection, at: datetime, people: tuple[int, int], roles: Iterable[str], *, is_banned: bool) -> None:
    """Note that somebody was banned, or let in again. `people` are who did it and to whom."""
    kept = sorted(roles)
    await connection.execute(_ADD, at, *people, "banned" if is_banned else "let_in", kept, kept)
