"""The doors of people for administrators and test environments, as the chat names them; `/users/me` stays the account's own."""

import secrets
from typing import Annotated, Final, Literal
from urllib.parse import quote
from zlib import crc32

from fastapi import APIRouter, Response
from pydantic import AfterValidator, BaseModel, Field

from saleroom.accounts import profiles
from saleroom.accounts.manager import Joining
from saleroom.accounts.profiles import NewProfile
from saleroom.accounts.users import NameTakenError
from saleroom.api.accounts_bodies import Name
from saleroom.api.auctions import WRITES, Limit, Offset
from saleroom.api.deps import House, TheHouse
from saleroom.api.fields import clean
from saleroom.api.problems import documented
from saleroom.api.talk_forms import ChatUser, PersonName, SearchText, user_json
from saleroom.api.uploads import remove_files
from saleroom.api.who import Admin, GuardedRoute, MaybePerson
from saleroom.domain.decider import RefusedError

ENSURED_MAX: Final = 100


Role = Literal["buyer", "merchant", "agent", "scanner", "admin"]
ExternalId = Annotated[str, Field(pattern=r"^[A-Za-z0-9._:-]{1,64}$")]
Avatar = Annotated[str, Field(max_length=500), AfterValidator(clean)]
Description = Annotated[str, Field(max_length=1_000), AfterValidator(clean)]

_DISC: Final = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40' fill='hsl({hue} 32% 42%)'/>"
    "<text x='20' y='27' font-family='serif' font-size='20' text-anchor='middle' fill='white'>{letter}</text></svg>"
)

router = APIRouter(route_class=GuardedRoute, tags=["people"])


class EnsuredUser(BaseModel):
    """Somebody who is to be there; what is not given is made up. `username` is what others read."""

    id: ExternalId
    role: Role = "buyer"
    username: Name | None = None
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
    return user_json(found[person_id], house.talks.people.online())


async def _id(house: House, name: str) -> int:
    found = await profiles.id_of(house.pool, name)
    if found is None:
        raise RefusedError("unknown_user")
    return found


@router.get("/users", responses=documented("malformed"))
async def list_users(
    house: TheHouse, admin: Admin, response: Response, q: SearchText = "", limit: Limit = 20, offset: Offset = 0
) -> list[ChatUser]:
    """People, the oldest account first; X-Total-Count says how many."""
    found, total = await house.accounts.table.search(q.strip(), limit, offset)
    known, online = await profiles.some(house.pool, [user.id for user in found]), house.talks.people.online()
    response.headers["X-Total-Count"] = str(total)
    return [user_json(known[user.id], online) for user in found]


@router.post("/users", status_code=201, responses=documented(*WRITES, "user_exists"))
async def create_user(house: TheHouse, admin: Admin, form: NewUser) -> ChatUser:
    """Make an account; its owner chooses a password by mail, or an administrator gives him the rest."""
    if await profiles.id_of(house.pool, form.id) is not None:
        raise RefusedError("user_exists", field="id")
    person_id = await _made(house, form, frozenset())
    await house.accounts.people.change_rights(admin.id, person_id, frozenset({form.role}), None)
    return await _shown(house, person_id)


async def _made(house: House, form: EnsuredUser, roles: frozenset[str]) -> int:
    """A new account that other systems know by `form.id`; nobody knows its password."""
    name, number = form.username or form.id, crc32(form.id.encode())
    login = f"person.{form.id.replace(':', '.')[:40]}.{number:08x}"  # names outside differ by case, names to sign in with do not
    profile = NewProfile(form.id, form.avatar or _avatar(name, number % 360), form.description)
    joining = Joining(None, login, name, secrets.token_urlsafe(32), roles, is_verified=True, profile=profile)
    return (await house.accounts.people.create_unchecked(joining)).id


def _avatar(name: str, hue: int) -> str:
    """A picture for somebody without one: the first letter of his name on a colour."""
    letter = next((sign for sign in name if sign.isascii() and sign.isalnum()), "-").upper()
    return f"data:image/svg+xml,{quote(_DISC.format(hue=hue, letter=letter), safe='')}"


@router.post("/users/ensure", responses=documented("forbidden", "unknown_user", "user_exists"))
async def ensure_users(house: TheHouse, person: MaybePerson, form: EnsuredUsers) -> list[ChatUser]:
    """For test environments (SALEROOM_TEST_USERS=1): people who are there already are left alone. It never makes administrators."""
    if not house.policy.test_users:
        raise RefusedError("forbidden")
    ids = [await _ensured(house, one) for one in form.users]
    found, online = await profiles.some(house.pool, ids), house.talks.people.online()
    return [user_json(found[one], online) for one in ids]


async def _ensured(house: House, form: EnsuredUser) -> int:
    if (known := await profiles.id_of(house.pool, form.id)) is not None:
        return known
    try:
        return await _made(house, form, frozenset({form.role}) - {"buyer", "admin"})
    except NameTakenError:
        return await _id(house, form.id)  # somebody else ensured him at the same moment


@router.get("/users/{user_id}", responses=documented("malformed", "unknown_user"))
async def read_user(house: TheHouse, admin: Admin, user_id: PersonName) -> ChatUser:
    """One person."""
    return await _shown(house, await _id(house, user_id))


@router.put("/users/{user_id}", responses=documented(*WRITES, "unknown_user"))
async def change_user(house: TheHouse, admin: Admin, user_id: PersonName, form: UserChange) -> ChatUser:
    """Change what others see of a person."""
    person_id = await _id(house, user_id)
    await house.accounts.people.show(admin.id, person_id, form.name, form.avatar, form.description)
    return await _shown(house, person_id)


@router.patch("/users/{user_id}/status", responses=documented(*WRITES, "unknown_user", "own_rights"))
async def change_status(house: TheHouse, admin: Admin, user_id: PersonName, form: StatusChange) -> ChatUser:
    """Ban somebody, or let him in again. A ban ends all his sessions at once."""
    person_id, is_active = await _id(house, user_id), form.status == "active"
    if person_id == admin.id and not is_active:
        raise RefusedError("own_rights")
    await house.accounts.people.change_rights(admin.id, person_id, None, is_active)
    house.rights_changed()
    return await _shown(house, person_id)


@router.delete("/users/{user_id}", status_code=204, responses=documented("malformed", "unknown_user", "own_rights"))
async def erase_user(house: TheHouse, admin: Admin, user_id: PersonName) -> None:
    """Erase a person; the log keeps his number and nothing else."""
    person_id = await _id(house, user_id)
    if person_id == admin.id:
        raise RefusedError("own_rights")
    names = await house.accounts.people.erase(person_id, by=admin.id)
    house.rights_changed()
    await remove_files(house, names)
