"""What administrators may do with other people's accounts: find them, give and take roles, ban."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query

from saleroom.api.accounts_bodies import Account, ListedAccount, ListedAccounts, Login, RightsChange
from saleroom.api.deps import TheHouse
from saleroom.api.problems import documented
from saleroom.api.who import Admin, GuardedRoute
from saleroom.domain.decider import RefusedError

router = APIRouter(tags=["administration"], route_class=GuardedRoute)

_ID_MAX: Final = 2**40 - 1

Searched = Annotated[Login | None, Query(description="Part of a mail address or name, or an id")]


@router.get("/admin/users", responses=documented("malformed"))
async def list_users(
    admin: Admin, house: TheHouse, q: Searched = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20, offset: Annotated[int, Query(ge=0, le=_ID_MAX)] = 0,
) -> ListedAccounts:
    """People, the oldest account first."""
    found, total = await house.accounts.table.search(q or "", limit, offset)
    return ListedAccounts(items=[ListedAccount.of(user, created_at=user.created_at) for user in found], total=total)


@router.patch("/admin/users/{user_id}", responses=documented("unknown_user", "own_rights"))
async def change_rights(
    admin: Admin, user_id: Annotated[int, Path(ge=1, le=_ID_MAX)], body: RightsChange, house: TheHouse,
) -> Account:
    """Give or take roles, ban or let in again. A ban ends all sessions at once. Nobody locks himself out."""
    roles = None if body.roles is None else frozenset[str](body.roles)
    if user_id == admin.id and (body.is_active is False or (roles is not None and "admin" not in roles)):
        raise RefusedError("own_rights")
    changed = await house.accounts.people.change_rights(admin.id, user_id, roles, body.is_active)
    house.rights_changed()
    return Account.of(changed)
