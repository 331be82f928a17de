"""What the chat shows of a person beside his account: the name under which other systems know him, a picture, a line about him."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from saleroom.eventlog.pool import Connection, Pool

NUMBER_DIGITS_MAX: Final = 18  # of an account; more would not fit a bigint
RANKS: Final = ("admin", "agent", "merchant", "scanner", "buyer")  # the role that is shown is the first one held

_NAMES: Final = "SELECT id, coalesce(external_id, id::text) AS name FROM public.users WHERE id = ANY($1)"
# A name given outside may read like somebody's number; then it is the name that counts.
_ID_OF: Final = """
SELECT id FROM public.users WHERE erased_at IS NULL AND (external_id = $1 OR (external_id IS NULL AND id = $2))
 ORDER BY external_id NULLS LAST LIMIT 1
"""
_COLUMNS: Final = """
id, external_id, username, name, roles, is_superuser, avatar, description, is_active, created_at, erased_at IS NOT NULL AS is_erased
"""
_SOME: Final = f"SELECT {_COLUMNS} FROM public.users WHERE id = ANY($1)"
_CHANGE: Final = """
UPDATE public.users SET name = coalesce($2, name), avatar = coalesce($3, avatar), description = coalesce($4, description)
 WHERE id = $1 AND erased_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class NewProfile:
    """How another system names a new person, and what it shows of him."""

    external_id: str
    avatar: str
    description: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the chat shows him; of an erased one nothing but the number is left."""

    id: int
    external_id: str | None
    username: str | None
    name: str
    roles: list[str]
    is_superuser: bool
    avatar: str
    description: str
    is_active: bool
    created_at: datetime
    is_erased: bool

    @property
    def public_id(self) -> str:
        """How he is named in the chat."""
        return self.external_id or str(self.id)

    @property
    def shown_name(self) -> str:
        """What others read: never his mail address."""
        return self.name or self.username or ("somebody who left" if self.is_erased else f"Person {self.id}")

    @property
    def role(self) -> str:
        """The first of RANKS that he holds."""
        return "admin" if self.is_superuser else next((role for role in RANKS if role in self.roles), "buyer")

    @property
    def is_staff(self) -> bool:
        """Whether he answers for the help desk."""
        return self.role in ("admin", "agent")


async def public_names(source: Pool | Connection, people: Iterable[int]) -> dict[int, str]:
    """How people are named in the chat: by their external id where they have one, else by their number."""
    return {row["id"]: row["name"] for row in await source.fetch(_NAMES, list(people))}


async def id_of(source: Pool | Connection, name: str) -> int | None:
    """Whose name it is in the chat; None for nobody's."""
    number = int(name) if name.isascii() and name.isdigit() and len(name) <= NUMBER_DIGITS_MAX else None
    found: int | None = await source.fetchval(_ID_OF, name, number)
    return found


async def some(source: Pool | Connection, people: Iterable[int]) -> dict[int, Profile]:
    """The profiles of people, by id."""
    return {row["id"]: _profile(row) for row in await source.fetch(_SOME, list(people))}


async def change(source: Pool | Connection, person_id: int, name: str | None, avatar: str | None, description: str | None) -> None:
    """Change what others see; None leaves it."""
    await source.execute(_CHANGE, person_id, name, avatar, description)


def _profile(row: Any) -> Profile:
    return Profile(**dict(row))
