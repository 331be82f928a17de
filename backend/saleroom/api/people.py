"""The doors of people for administrators and test environments, as the chat names them; `/users/me` stays the account's own."""

import secrets
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from saleroom.accounts import profiles
from saleroom.accounts.manager import Joining
from saleroom.api.accounts_bodies import Name, Username
from saleroom.api.auctions import WRITES, Limit, Offset
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.talk_forms import ChatUser, PersonName, user_json
from saleroom.api.uploads import remove_files
from saleroom.api.who import Admin, GuardedRoute, MaybePerson
from saleroom.domain.decider import RefusedError

ENSURED_MAX: Final = 100

_READ: Final = ("not_signed_in", "session_ended", "forbidden", "malformed")

Role = Literal["buyer", "merchant", "agent", "scanner", "admin"]
ExternalId = Annotated[str, Field(pattern=r"^[A-Za-z0-9._:-]{1,64}$")]
Avatar = Annotated[str, Field(max_length=500)]
Description = Annotated[str, Field(max_length=1_000)]

router = APIRouter(route_class=GuardedRoute, tags=["people"])


class EnsuredUser(BaseModel):
    """Somebody who is to be there; what is not given is made up."""

    id: ExternalId
    role: Role = "buyer"
    username: Username | None = None
    avatar: Avatar = ""
    description: Description = ""


class EnsuredUsers(BaseModel):
    """The body of `POST /users/ensure`."""

    users: Annotated[list[EnsuredUser], Field(max_length=ENSURED_MAX)]


class NewUser(EnsuredUser):
    """The body of `POST /users`: an account without a password that anybody knows."""


class UserChange(BaseModel):
    """What changes; roles are given in `/admin/users`."""

    name: Name | None = None
    avatar: Avatar | None = None
    description: Description | None = None


class StatusChange(BaseModel):
    """A banned person's sessions end at once."""

    status: Literal["active", "banned"]


async def _shown(house: House, person_id: int) -> ChatUser:
    found = await profiles.some(house.pool, [person_id])
    return user_json(found[person_id], house.talks.online())


async def _id(house: House, name: str) -> int:
    found = await profiles.id_of(house.pool, name)
    if found is None:
        raise RefusedError("unknown_user")
    return found


@router.get("/users", responses=documented(*_READ))
async def list_users(
    house: TheHouse, admin: Admin, response: Response, q: Annotated[str, Query(max_length=200)] = "", limit: Limit = 20, offset: Offset = 0
) -> list[ChatUser]:
    """People, the oldest account first; X-Total-Count says how many."""
    found, total = await house.accounts.table.search(q.strip(), limit, offset)
    known, online = await profiles.some(house.pool, [user.id for user in found]), house.talks.online()
    response.headers["X-Total-Count"] = str(total)
    return [user_json(known[user.id], online) for user in found]


@router.post("/users", status_code=201, responses=documented(*WRITES, "session_ended", "forbidden", "user_exists"))
async def create_user(house: TheHouse, admin: Admin, form: NewUser) -> ChatUser:
    """Make an account; its owner chooses a password by mail, or an administrator gives him the rest."""
    if await profiles.id_of(house.pool, form.id) is not None:
        raise RefusedError("user_exists", field="id")
    return await _shown(house, await _made(house, form, frozenset({form.role}) - {"buyer"}))


async def _made(house: House, form: EnsuredUser, roles: frozenset[str]) -> int:
    name = form.username or f"person.{form.id}".replace(":", ".")[:64]
    joining = Joining(None, name, form.username or form.id, secrets.token_urlsafe(32), roles, is_verified=True)
    made = await house.accounts.people.create_unchecked(joining)
    await profiles.name_externally(house.pool, made.id, form.id, form.avatar, form.description)
    return made.id


@router.post(
    "/users/ensure",
    responses=documented("forbidden", "foreign_origin", "malformed", "user_exists", "unsupported_media_type", "too_large"),
)
async def ensure_users(house: TheHouse, person: MaybePerson, form: EnsuredUsers) -> list[ChatUser]:
    """For test environments (SALEROOM_TEST_USERS=1): people who are there already are left alone. It never makes administrators."""
    if not house.policy.test_users:
        raise RefusedError("forbidden")
    ids = []
    for one in form.users:
        known = await profiles.id_of(house.pool, one.id)
        ids.append(known if known is not None else await _made(house, one, frozenset({one.role}) - {"buyer", "admin"}))
    found, online = await profiles.some(house.pool, ids), house.talks.online()
    return [user_json(found[one], online) for one in ids]


@router.get("/users/{user_id}", responses=documented(*_READ, "unknown_user"))
async def read_user(house: TheHouse, admin: Admin, user_id: PersonName) -> ChatUser:
    """One person."""
    return await _shown(house, await _id(house, user_id))


@router.put("/users/{user_id}", responses=documented(*WRITES, "session_ended", "forbidden", "unknown_user"))
async def change_user(house: TheHouse, admin: Admin, user_id: PersonName, form: UserChange) -> ChatUser:
    """Change what others see of a person."""
    person_id = await _id(house, user_id)
    await profiles.change(house.pool, person_id, form.name, form.avatar, form.description)
    return await _shown(house, person_id)


@router.patch("/users/{user_id}/status", responses=documented(*WRITES, "session_ended", "forbidden", "unknown_user", "own_rights"))
async def change_status(house: TheHouse, admin: Admin, user_id: PersonName, form: StatusChange) -> ChatUser:
    """Ban somebody, or let him in again. A ban ends all his sessions at once."""
    person_id, is_active = await _id(house, user_id), form.status == "active"
    if person_id == admin.id and not is_active:
        raise RefusedError("own_rights")
    await house.accounts.people.change_rights(admin.id, person_id, None, is_active)
    return await _shown(house, person_id)


@router.delete(
    "/users/{user_id}", status_code=204,
    responses=documented("not_signed_in", "session_ended", "foreign_origin", "forbidden", "malformed", "unknown_user", "own_rights"),
)
async def erase_user(house: TheHouse, admin: Admin, user_id: PersonName) -> None:
    """Erase a person; the log keeps his number and nothing else."""
    person_id = await _id(house, user_id)
    if person_id == admin.id:
        raise RefusedError("own_rights")
    await remove_files(house, await house.accounts.people.erase(person_id))
