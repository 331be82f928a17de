"""What somebody signed in may do with his own account: read and change it, leave, end devices, choose which letters to get."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path

from saleroom.accounts.limits import LOGIN_PER_ACCOUNT, VERIFY_PER_ACCOUNT
from saleroom.accounts.manager import Change
from saleroom.accounts.users import User
from saleroom.api.accounts_bodies import (
    MailPreferences,
    MailPreferencesChange,
    OwnAccount,
    ProfileChange,
    SessionAnswer,
)
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.uploads import remove_files
from saleroom.api.who import GuardedRoute, SignedIn

router = APIRouter(tags=["accounts"], route_class=GuardedRoute)


async def _own_account(house: House, user: User) -> OwnAccount:
    return OwnAccount.of(user, favorite_lots=await house.accounts.favorites_of(user.id))


@router.get("/users/me")
async def read_me(person: SignedIn, house: TheHouse) -> OwnAccount:
    """Your own account."""
    return await _own_account(house, await house.accounts.people.get(person.id))


@router.patch("/users/me", responses=documented("wrong_password", "user_exists", "password_too_short", "rate_limited", "busy"))
async def change_me(person: SignedIn, body: ProfileChange, house: TheHouse) -> OwnAccount:
    """Change your account. A new mail address counts once you follow its letter; a new password ends your other sessions."""
    if house.policy.rate_limits and (body.password or body.email):
        await house.accounts.limits.count(LOGIN_PER_ACCOUNT, str(person.id))
    if house.policy.rate_limits and body.email:
        await house.accounts.limits.count(VERIFY_PER_ACCOUNT, str(person.id))
    change = Change(body.name, body.username, body.email, body.password, body.current_password)
    return await _own_account(house, await house.accounts.people.change(person.id, person.session_id, change))


@router.delete("/users/me", status_code=204)
async def erase_me(person: SignedIn, house: TheHouse) -> None:
    """Leave: your name, addresses and password are erased and all your sessions end. The log keeps your number alone."""
    await remove_files(house, await house.accounts.people.erase(person.id))


@router.get("/users/me/sessions")
async def read_sessions(person: SignedIn, house: TheHouse) -> list[SessionAnswer]:
    """The devices you are signed in on, at most 100, the newest use first."""
    return [SessionAnswer.of(session, person.session_id) for session in await house.accounts.devices(person.id)]


@router.delete("/users/me/sessions", status_code=204)
async def end_other_sessions(person: SignedIn, house: TheHouse) -> None:
    """Sign out on all devices but this one."""
    await house.accounts.end_other_devices(person)


@router.delete("/users/me/sessions/{session_id}", status_code=204, responses=documented("unknown_session", "malformed"))
async def end_session(person: SignedIn, session_id: Annotated[UUID, Path()], house: TheHouse) -> None:
    """Sign out on one device."""
    await house.accounts.end_device(person.id, session_id)


@router.get("/users/me/mail-preferences")
async def read_mail_preferences(person: SignedIn, house: TheHouse) -> MailPreferences:
    """Which letters you get besides the essential ones."""
    return _preferences(await house.accounts.people.get(person.id))


@router.patch("/users/me/mail-preferences")
async def change_mail_preferences(person: SignedIn, body: MailPreferencesChange, house: TheHouse) -> MailPreferences:
    """Choose which letters you get besides the essential ones."""
    return _preferences(await house.accounts.people.choose_mail(person.id, body.model_dump()))


def _preferences(user: User) -> MailPreferences:
    return MailPreferences(outbid=user.mails_outbid, lost=user.mails_lost, away=user.mails_away)
