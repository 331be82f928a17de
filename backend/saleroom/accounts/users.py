"""The table of people: fastapi-users' database adapter on asyncpg, and every query that reads or writes a person.

Law 7: the log knows a person by id alone; mail, name and password live in this one row, which can be erased. Erasing keeps
the id. Columns that a change does not name stay as they are, so that two changes at once never undo each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import asyncpg
from fastapi_users.db import BaseUserDatabase
from fastapi_users.exceptions import UserAlreadyExists

from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Connection, Pool

ROLES: Final = ("buyer", "merchant", "agent", "scanner", "admin")

_COLUMNS: Final = (
    "id, email, username, name, hashed_password, roles, is_active, is_superuser, is_verified, "
    "mails_outbid, mails_lost, mails_away, created_at, external_id"
)

BY_ID: Final = f"SELECT {_COLUMNS} FROM public.users WHERE id = $1 AND erased_at IS NULL"
BY_ID_LOCKED: Final = f"{BY_ID} FOR UPDATE"
BY_EMAIL: Final = f"SELECT {_COLUMNS} FROM public.users WHERE lower(email) = lower($1)"
BY_USERNAME: Final = f"SELECT {_COLUMNS} FROM public.users WHERE lower(username) = lower($1)"

INSERT: Final = f"""
INSERT INTO public.users (
    email, username, name, hashed_password, roles, is_superuser, is_verified, created_at, external_id, avatar, description)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING {_COLUMNS}
"""

# NULL leaves a column alone.
UPDATE: Final = f"""
UPDATE public.users SET
    email = coalesce($2, email), username = coalesce($3, username), name = coalesce($4, name),
    hashed_password = coalesce($5, hashed_password), roles = coalesce($6, roles),
    is_active = coalesce($7, is_active), is_verified = coalesce($8, is_verified),
    mails_outbid = coalesce($9, mails_outbid), mails_lost = coalesce($10, mails_lost),
    mails_away = coalesce($11, mails_away), is_superuser = coalesce($12, is_superuser)
WHERE id = $1 AND erased_at IS NULL RETURNING {_COLUMNS}
"""
_CHANGEABLE: Final = (
    "email", "username", "name", "hashed_password", "roles", "is_active", "is_verified", "mails_outbid", "mails_lost", "mails_away",
    "is_superuser",
)

_UNIQUE: Final = {"users_email": "email", "users_username": "username", "users_external_id": "id"}  # index to field

ERASE: Final = """
UPDATE public.users SET
    email = NULL, username = NULL, name = '', hashed_password = '', roles = '{buyer}',
    external_id = NULL, avatar = '', description = '', is_active = false, is_superuser = false, is_verified = false, erased_at = $2
WHERE id = $1 AND erased_at IS NULL
"""

_FOUND: Final = """
erased_at IS NULL
AND ($1 = '' OR id::text = $1 OR strpos(lower(email), lower($1)) > 0
     OR strpos(lower(username), lower($1)) > 0 OR strpos(lower(name), lower($1)) > 0)
"""
SEARCH: Final = f"SELECT {_COLUMNS} FROM public.users WHERE {_FOUND} ORDER BY id LIMIT $2 OFFSET $3"
NAMES: Final = """
SELECT id, coalesce(nullif(name, ''), username, email) AS name FROM public.users WHERE id = ANY($1) AND erased_at IS NULL
"""
RIGHTS_CHANGED: Final = """
SELECT id, roles, is_superuser FROM public.users
 WHERE id IN (SELECT user_id FROM public.account_acts WHERE at >= $1 AND act = 'roles_changed')
"""
VERIFIED: Final = "SELECT id FROM public.users WHERE id = ANY($1) AND is_verified"
SEARCH_COUNT: Final = f"SELECT count(*) FROM public.users WHERE {_FOUND}"


@dataclass(slots=True)
class User:
    """One person's row. Not frozen, since fastapi-users' protocol asks for attributes that may be set."""

    id: int
    email: str | None
    username: str | None
    name: str
    hashed_password: str
    roles: frozenset[str]
    is_active: bool
    is_superuser: bool
    is_verified: bool
    mails_outbid: bool
    mails_lost: bool
    mails_away: bool
    created_at: datetime
    external_id: str | None

    @property
    def is_admin(self) -> bool:
        return self.is_superuser or "admin" in self.roles

    @property
    def held_roles(self) -> frozenset[str]:
        """The roles, with the administrator's also where he is one by the older mark alone."""
        return self.roles | ({"admin"} if self.is_superuser else set())

    @property
    def roles_in_order(self) -> list[str]:
        return [role for role in ROLES if role in self.roles]


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do as of now."""

    user_id: int
    roles: frozenset[str]
    is_admin: bool


class NameTakenError(RefusedError, UserAlreadyExists):
    """Somebody has this mail address, user name or name outside already; in fastapi-users' words the user already exists."""

    def __init__(self, field: str) -> None:
        super().__init__("user_exists", field=field)


def _user(row: asyncpg.Record | None) -> User | None:
    return None if row is None else User(**{**row, "roles": frozenset(row["roles"])})


class UserTable(BaseUserDatabase[User, int]):  # type: ignore[type-var]  # the protocol wants an address; people without one are welcome
    """fastapi-users' adapter.

    Args:
        where: the pool for single statements, or a connection to take part in its transaction.
    """

    def __init__(self, where: Pool | Connection) -> None:
        self._where = where

    async def get(self, id: int) -> User | None:
        return _user(await self._where.fetchrow(BY_ID, id))

    async def get_locked(self, id: int) -> User | None:
        """The row, locked until the end of the transaction that this table was made in."""
        return _user(await self._where.fetchrow(BY_ID_LOCKED, id))

    async def get_by_email(self, email: str) -> User | None:
        return _user(await self._where.fetchrow(BY_EMAIL, email))

    async def get_by_login(self, login: str) -> User | None:
        """The person who signs in by this mail address or user name, whatever its case."""
        return _user(await self._where.fetchrow(BY_EMAIL if "@" in login else BY_USERNAME, login))

    async def create(self, create_dict: dict[str, Any]) -> User:
        """Add a person.

        Raises:
            NameTakenError: two registrations may race; the unique index lets one through.
        """
        values = (
            create_dict.get("email"), create_dict.get("username"), create_dict.get("name", ""), create_dict["hashed_password"],
            sorted({"buyer", *create_dict.get("roles", ())}), create_dict.get("is_superuser", False),
            create_dict.get("is_verified", False), create_dict["created_at"], create_dict.get("external_id"),
            create_dict.get("avatar", ""), create_dict.get("description", ""),
        )
        return await self._written(INSERT, *values)

    async def update(self, user: User, update_dict: dict[str, Any]) -> User:
        """Change the named columns only.

        Raises:
            NameTakenError: the new mail address or user name is somebody else's.
            RefusedError: unknown_user when the person was erased meanwhile.
        """
        unknown = update_dict.keys() - set(_CHANGEABLE)
        if unknown:
            raise ValueError(f"a person has no changeable {', '.join(sorted(unknown))}")
        return await self._written(UPDATE, user.id, *(update_dict.get(column) for column in _CHANGEABLE))

    async def _written(self, query: str, *values: object) -> User:
        try:
            user = _user(await self._where.fetchrow(query, *values))
        except asyncpg.UniqueViolationError as error:
            raise NameTakenError(_UNIQUE[str(error.constraint_name)]) from error
        if user is None:
            raise RefusedError("unknown_user")
        return user

    async def erase(self, user_id: int, at: datetime) -> None:
        """Forget everything about a person but the id."""
        await self._where.execute(ERASE, user_id, at)

    async def names(self, user_ids: Iterable[int]) -> dict[int, str]:
        """How administrators call these people: by name, else user name, else mail address. Erased ones have no name."""
        return {row["id"]: row["name"] for row in await self._where.fetch(NAMES, list(user_ids))}

    async def changed_rights(self, since: datetime) -> list[Rights]:
        """The rights of everybody to whom an administrator gave or took a role since then."""
        return [
            Rights(row["id"], frozenset(row["roles"]), row["is_superuser"] or "admin" in row["roles"])
            for row in await self._where.fetch(RIGHTS_CHANGED, since)
        ]

    async def verified(self, user_ids: Iterable[int]) -> set[int]:
        """Which of these people confirmed their mail address."""
        return {row["id"] for row in await self._where.fetch(VERIFIED, list(user_ids))}

    async def search(self, text: str, limit: int, offset: int) -> tuple[list[User], int]:
        """People whose id is, or whose mail, user name or name contains `text`, oldest first, and how many there are."""
        rows = await self._where.fetch(SEARCH, text, limit, offset)
        total: int = await self._where.fetchval(SEARCH_COUNT, text)
        return [user for row in rows if (user := _user(row))], total
