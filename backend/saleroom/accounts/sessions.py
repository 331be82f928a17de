"""The table of sessions: a row for every sign-in, which is at once a device and a family of refresh tokens.

A refresh token is good once. The one just used gets the same successor again for GRACE_SECONDS (two tabs at once, an answer
that was lost); anything older means that somebody keeps a copy, and the whole family ends. Ends are rows, never deletions,
so that every worker hears of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

from saleroom.eventlog.pool import Connection, Pool

GRACE_SECONDS: Final = 10
RENEWABLE_DAYS: Final = 30
UNRENEWABLE_HOURS: Final = 24  # without a refresh token: how long a socket may outlive its one-hour cookie
KEPT_DAYS: Final = 7  # ended rows, for the operator's eyes
LATE_SECONDS: Final = 5  # workers' clocks may differ, and a commit comes after its timestamp
LISTED_MAX: Final = 100

Reason = Literal["signed_out", "device_removed", "password_changed", "banned", "erased", "token_reused"]

# Only for the password that was checked and for somebody not banned meanwhile: the share lock waits for a reset in flight.
START: Final = """
INSERT INTO public.sessions (user_id, is_renewable, device, address, created_at, rotated_at, expires_at)
SELECT u.id, $3, $4, $5, $6, $6, $7 FROM public.users u WHERE u.id = $1 AND u.hashed_password = $2 AND u.is_active FOR SHARE
RETURNING id
"""
FIND: Final = """
SELECT s.user_id, s.expires_at, s.ended_at, u.roles, u.is_active, u.is_superuser, u.is_verified
FROM public.sessions s JOIN public.users u ON u.id = s.user_id WHERE s.id = $1
"""
LOCK: Final = """
SELECT user_id, generation, is_renewable, rotated_at, expires_at, ended_at FROM public.sessions WHERE id = $1 FOR UPDATE
"""
ROTATE: Final = "UPDATE public.sessions SET generation = generation + 1, rotated_at = $2, expires_at = $3 WHERE id = $1"
END: Final = """
UPDATE public.sessions SET ended_at = $2, ended_because = $3
WHERE id = $1 AND ended_at IS NULL AND user_id = coalesce($4, user_id) RETURNING id
"""
END_ALL: Final = """
UPDATE public.sessions SET ended_at = $2, ended_because = $3
WHERE user_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $4
"""
FORGET: Final = "UPDATE public.sessions SET device = '', address = '' WHERE user_id = $1"
LIST: Final = """
SELECT id, device, address, created_at, rotated_at, expires_at FROM public.sessions
WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY rotated_at DESC LIMIT $3
"""
ENDED_SINCE: Final = """
SELECT id FROM public.sessions WHERE ended_at >= $1
UNION SELECT id FROM public.sessions WHERE expires_at >= $1 AND expires_at <= $2 AND ended_at IS NULL
"""
PRUNE: Final = "DELETE FROM public.sessions WHERE ended_at < $1 OR expires_at < $1"


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody signs in from, for the list of devices."""

    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class Session:
    """One live row of somebody's list of devices."""

    id: UUID
    device: str
    address: str
    created_at: datetime
    rotated_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """The session that a token names, and the rights of its holder as they are now."""

    user_id: int
    is_live: bool
    roles: frozenset[str]
    is_superuser: bool
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Family:
    """A family of refresh tokens after one of them was presented: who it belongs to and the generation that is good now."""

    user_id: int
    generation: int


async def start(pool: Pool, user: tuple[int, str], device: Device, now: datetime, *, is_renewable: bool) -> UUID | None:
    """Begin a session.

    Args:
        pool: where to write.
        user: the id, and the password hash that was just checked.
        device: where from.
        now: the time of the sign-in.
        is_renewable: whether it gets refresh tokens.

    Returns:
        The session's id, or None when the password changed or the person was banned in the meantime.
    """
    life = timedelta(days=RENEWABLE_DAYS) if is_renewable else timedelta(hours=UNRENEWABLE_HOURS)
    session: UUID | None = await pool.fetchval(
        START, *user, is_renewable, device.agent[:200], device.address[:64], now, now + life
    )
    return session


async def find(pool: Pool, session_id: UUID, now: datetime) -> Holder | None:
    """Who holds this session: the one indexed query of every request."""
    row = await pool.fetchrow(FIND, session_id)
    if row is None:
        return None
    is_live = row["ended_at"] is None and now < row["expires_at"] and row["is_active"]
    return Holder(row["user_id"], is_live, frozenset(row["roles"]), row["is_superuser"], row["is_verified"])


async def rotate(connection: Connection, session_id: UUID, generation: int, clock: Callable[[], datetime]) -> Family | None:
    """Answer a refresh token. The caller's transaction commits whatever comes back: None may mean that the family ended here.

    Returns:
        The family with the good generation, or None when it is over: ended, expired, or a token came that was used before.
    """
    row = await connection.fetchrow(LOCK, session_id)
    now = clock()  # after the lock: of two tabs at once, the second waits here for the first
    if row is None or row["ended_at"] is not None or now >= row["expires_at"] or not row["is_renewable"]:
        return None
    if generation == row["generation"]:
        await connection.execute(ROTATE, session_id, now, now + timedelta(days=RENEWABLE_DAYS))
        return Family(row["user_id"], generation + 1)
    if generation == row["generation"] - 1 and now - row["rotated_at"] <= timedelta(seconds=GRACE_SECONDS):
        return Family(row["user_id"], row["generation"])
    await end(connection, session_id, now, "token_reused")
    return None


async def end(where: Pool | Connection, session_id: UUID, now: datetime, reason: Reason, of: int | None = None) -> bool:
    """End one session; false when it is over already or is not that of the person `of`."""
    return await where.fetchval(END, session_id, now, reason, of) is not None


async def end_all(where: Pool | Connection, user_id: int, now: datetime, reason: Reason, but: UUID | None = None) -> None:
    """End all sessions of a person, but perhaps the one that asks."""
    await where.execute(END_ALL, user_id, now, reason, but)


async def forget(connection: Connection, user_id: int) -> None:
    """Erase where a person signed in from, also in sessions that are over."""
    await connection.execute(FORGET, user_id)


async def listed(pool: Pool, user_id: int, now: datetime) -> list[Session]:
    """The live sessions of a person, newest use first, at most LISTED_MAX."""
    return [Session(**row) for row in await pool.fetch(LIST, user_id, now, LISTED_MAX)]


async def ended_since(pool: Pool, since: datetime, now: datetime) -> set[UUID]:
    """Sessions that ended or expired since then, and some from LATE_SECONDS before, so that no poll misses one."""
    rows = await pool.fetch(ENDED_SINCE, since - timedelta(seconds=LATE_SECONDS), now)
    return {row["id"] for row in rows}


async def prune(pool: Pool, now: datetime) -> None:
    """Delete what has been over for KEPT_DAYS."""
    await pool.execute(PRUNE, now - timedelta(days=KEPT_DAYS))
