"""The table of acts on accounts: which administrator gave or took which roles, banned, let in again, renamed or erased.

Written in the transaction of the act, and never changed: the backend's login may only add rows. Ids only, so that erasing a
person leaves nothing of him here. The time is the database's, as that of every fact of the log, so that acts of both stand in one order.
"""

from collections.abc import Iterable
from typing import Final, Literal

from saleroom.eventlog.pool import Connection

Act = Literal["banned", "let_in", "renamed", "erased"]

_ADD: Final = """
INSERT INTO public.account_acts (at, by_id, user_id, act, roles_before, roles_after) VALUES (clock_timestamp(), $1, $2, $3, $4, $5)
"""


async def note_roles(connection: Connection, people: tuple[int, int], before: Iterable[str], after: Iterable[str]) -> None:
    """Note that roles changed; nothing when they did not. `people` are who did it and to whom."""
    if set(before) != set(after):
        await connection.execute(_ADD, *people, "roles_changed", sorted(before), sorted(after))


async def note(connection: Connection, people: tuple[int, int], act: Act, roles: Iterable[str]) -> None:
    """Note an act that leaves the roles as they are. `people` are who did it and to whom."""
    kept = sorted(roles)
    await connection.execute(_ADD, *people, act, kept, kept)
