"""What happens to a person: joining, proving who one is, forgetting a password, changing, leaving.

fastapi-users' manager with every slow hash in a thread, accounts without a mail address, and letters written in the same
transaction as what causes them (law 8). A letter's token is good once: it carries a fingerprint of what its use changes.
No transaction is open while a password is hashed.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.security import OAuth2PasswordRequestForm
from fastapi_users.manager import BaseUserManager, IntegerIDMixin

from saleroom.accounts import acts, message_texts, profiles, quick_replies, selling, sessions, uploads
from saleroom.accounts.passwords import Passwords
from saleroom.accounts.profiles import NewProfile
from saleroom.accounts.tokens import LETTER_SECONDS, Letter, Purpose, Tokens
from saleroom.accounts.users import NameTakenError, User, UserTable
from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Connection, Pool

PutLetter = Callable[[Connection, int, str, str, dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Joining:
    """What a registration says. At least one of email and username is given; `profile` is what another system calls him."""

    email: str | None
    username: str | None
    name: str | None
    password: str
    roles: frozenset[str] = frozenset()
    is_superuser: bool = False
    is_verified: bool = False
    profile: NewProfile | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person changes about himself; None stays as it is."""

    name: str | None = None
    username: str | None = None
    email: str | None = None
    password: str | None = None
    current_password: str | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What the manager works with."""

    pool: Pool
    passwords: Passwords
    tokens: Tokens
    clock: Callable[[], datetime]
    password_length_min: int
    put_letter: PutLetter


class PersonManager(IntegerIDMixin, BaseUserManager[User, int]):  # type: ignore[type-var]  # people without an address are welcome
    """fastapi-users' manager of this house."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(UserTable(tools.pool))
        self._tools = tools
        self._people = UserTable(tools.pool)

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[tuple[Connection, UserTable]]:
        async with self._tools.pool.acquire() as connection, connection.transaction():
            yield connection, UserTable(connection)

    async def validate_password(self, password: str, user: object = None) -> None:
        """The house's rule for a new password.

        Raises:
            RefusedError: password_too_short.
        """
        if len(password) < self._tools.password_length_min:
            raise RefusedError("password_too_short", length_min=self._tools.password_length_min)

    async def create(self, user_create: Joining, safe: bool = True, request: Request | None = None) -> User:  # type: ignore[override]
        """Add a person who asks for it, and write him a letter if he gave an address.

        Raises:
            RefusedError: password_too_short.
            NameTakenError: the mail address or user name is somebody else's.
        """
        await self.validate_password(user_create.password)
        return await self.create_unchecked(user_create)

    async def create_unchecked(self, joining: Joining) -> User:
        """Add a person without a look at the length of the password: for demo accounts, whose passwords are known anyway."""
        for field, login in (("email", joining.email), ("username", joining.username)):
            if login and await self._people.get_by_login(login):
                raise NameTakenError(field)
        row = {
            "email": joining.email, "username": joining.username, "name": joining.name or joining.username or "",
            "hashed_password": await self._tools.passwords.hash(joining.password), "roles": joining.roles,
            "is_superuser": joining.is_superuser, "is_verified": joining.is_verified, "created_at": self._tools.clock(),
            **(asdict(joining.profile) if joining.profile else {}),
        }
        async with self._transaction() as (connection, people):
            user = await people.create(row)
            if user.email and not user.is_verified:
                await self._write_verification(connection, user)
        return user

    async def find(self, login: str) -> User | None:
        """The person with this mail address or user name."""
        return await self._people.get_by_login(login)

    async def authenticate(self, credentials: OAuth2PasswordRequestForm) -> User | None:
        """The person whose mail address or user name and password these are; the same time passes whatever is wrong."""
        user = await self._people.get_by_login(credentials.username)
        fits, better = await self._tools.passwords.check(credentials.password, user.hashed_password if user else None)
        if user is None or not fits or not user.is_active:
            return None
        return await self._strengthen(user, better) if better else user

    async def _strengthen(self, user: User, better: str) -> User | None:
        """Keep the stronger hash, unless the password was changed while the old one was checked."""
        async with self._transaction() as (_, people):
            now = await people.get_locked(user.id)
            if now is None or now.hashed_password != user.hashed_password:
                return None
            return await people.update(now, {"hashed_password": better})

    async def forgot_password(self, user: User, request: Request | None = None) -> None:
        """Write the letter with which a new password can be chosen within an hour; nobody without an address gets one."""
        if not user.is_active or not user.email:
            return
        async with self._transaction() as (connection, _):
            await self._write(connection, "reset_password", Letter(user.id, self._password_mark(user)))

    async def reset_password(self, token: str, password: str, request: Request | None = None) -> User:
        """Choose a new password with the token of a letter. All sessions end.

        Raises:
            RefusedError: reset_password_bad_token when it is forged, old or used; password_too_short.
        """
        letter = self._tools.tokens.read_letter("reset_password", token)
        self._with_mark(letter, await self._people.get(letter.user_id) if letter else None)
        await self.validate_password(password)
        hashed = await self._tools.passwords.hash(password)
        async with self._transaction() as (connection, people):
            # Two uses of one token at once: the row's lock lets one change the password, which uses up the token.
            user = self._with_mark(letter, await people.get_locked(letter.user_id) if letter else None)
            changed = await people.update(user, {"hashed_password": hashed})
            await sessions.end_all(connection, user.id, self._tools.clock(), "password_changed")
        return changed

    async def request_verify(self, user: User, request: Request | None = None) -> None:
        """Write the letter that proves an address once more."""
        if user.is_active and user.email and not user.is_verified:
            async with self._transaction() as (connection, _):
                await self._write_verification(connection, user)

    async def verify(self, token: str, request: Request | None = None) -> User:
        """Confirm the address of an account, or a new address, with the token of a letter.

        Raises:
            RefusedError: verify_user_bad_token, verify_user_already_verified.
            NameTakenError: somebody else has registered the new address meanwhile.
        """
        tokens = self._tools.tokens
        letter = tokens.read_letter("confirm_address", token) or tokens.read_letter("verify_address", token)
        if letter is None:
            raise RefusedError("verify_user_bad_token")
        async with self._transaction() as (_, people):
            user = await people.get_locked(letter.user_id)
            if user is None or not user.is_active:
                raise RefusedError("verify_user_bad_token")
            if user.is_verified and letter.address in (None, user.email):
                raise RefusedError("verify_user_already_verified")
            if letter.fingerprint != (self._change_mark(user) if letter.address else self._address_mark(user)):
                raise RefusedError("verify_user_bad_token")
            return await people.update(user, {"is_verified": True, "email": letter.address})

    async def change(self, user_id: int, session_id: UUID, change: Change) -> User:
        """Change what a person says about himself. A new mail address counts when it was confirmed by a letter to it.

        Raises:
            RefusedError: wrong_password when a new password or address comes without the current one; password_too_short.
            NameTakenError: the user name or address is somebody else's.
        """
        user = await self.get(user_id)
        new_email = change.email if change.email and change.email != user.email else None
        if new_email or change.password:
            await self._prove(user, change.current_password)
        if change.password:
            await self.validate_password(change.password)
        hashed = await self._tools.passwords.hash(change.password) if change.password else None
        if new_email and (other := await self._people.get_by_email(new_email)) and other.id != user_id:
            raise NameTakenError("email")
        async with self._transaction() as (connection, people):
            fields = {"name": change.name, "username": change.username, "hashed_password": hashed}
            changed = await people.update(user, fields)
            if hashed:
                await sessions.end_all(connection, user_id, self._tools.clock(), "password_changed", but=session_id)
            if new_email:
                letter = Letter(user_id, self._change_mark(changed), new_email)
                await self._write(connection, "confirm_address", letter)
        return changed

    async def _prove(self, user: User, password: str | None) -> None:
        fits, _ = await self._tools.passwords.check(password or "", user.hashed_password)
        if not fits:
            raise RefusedError("wrong_password")

    async def get(self, id: int) -> User:
        """A person by id.

        Raises:
            RefusedError: unknown_user, also for somebody erased.
        """
        user = await self._people.get(id)
        if user is None:
            raise RefusedError("unknown_user")
        return user

    async def choose_mail(self, user_id: int, wanted: Mapping[str, bool | None]) -> User:
        """Choose which unessential letters a person gets, by topic; None stays as it is. Also for the link that unsubscribes."""
        return await self._people.update(await self.get(user_id), {f"mails_{topic}": wants for topic, wants in wanted.items()})

    async def change_rights(self, by: int, user_id: int, roles: frozenset[str] | None, is_active: bool | None) -> User:
        """What an administrator changes: roles (everyone stays a buyer), and a ban, which ends all sessions.

        Raises:
            RefusedError: unknown_user.
        """
        async with self._transaction() as (connection, people):
            user = await people.get_locked(user_id)
            if user is None:
                raise RefusedError("unknown_user")
            kept = None if roles is None else sorted(roles | {"buyer"})
            is_superuser = False if kept is not None and "admin" not in kept else None  # who is to be none is none by any mark
            changed = await people.update(user, {"roles": kept, "is_active": is_active, "is_superuser": is_superuser})
            await acts.note_roles(connection, (by, user_id), user.held_roles, changed.held_roles)
            if changed.is_active != user.is_active:
                await acts.note(connection, (by, user_id), "let_in" if changed.is_active else "banned", changed.roles)
            if is_active is False:
                await sessions.end_all(connection, user_id, self._tools.clock(), "banned")
        return changed

    async def show(self, by: int, user_id: int, name: str | None, avatar: str | None, description: str | None) -> None:
        """An administrator changes what others see of a person; None stays as it is."""
        async with self._transaction() as (connection, people):
            if (user := await people.get_locked(user_id)) is None:
                raise RefusedError("unknown_user")
            await profiles.change(connection, user_id, name, avatar, description)
            await acts.note(connection, (by, user_id), "renamed", user.roles)

    async def erase(self, user_id: int, by: int | None = None) -> list[str]:
        """Forget a person but for the id that the log knows; `by` an administrator, or by himself. The uploads whose files may go."""
        now = self._tools.clock()
        async with self._transaction() as (connection, people):
            if by is not None and (user := await people.get_locked(user_id)) is not None:
                await acts.note(connection, (by, user_id), "erased", user.roles)
            await people.erase(user_id, now)
            await sessions.end_all(connection, user_id, now, "erased")
            await sessions.forget(connection, user_id)
            await selling.forget(connection, user_id)
            await message_texts.erase(connection, user_id, now)
            await quick_replies.erase(connection, user_id)
            return await uploads.erase(connection, user_id)

    def _password_mark(self, user: User) -> str:
        return self._tools.tokens.fingerprint("password", user.id, user.hashed_password)

    def _address_mark(self, user: User) -> str:
        return self._tools.tokens.fingerprint("address", user.id, user.email)

    def _change_mark(self, user: User) -> str:
        """A change of address is void once the address or the password changed: a thief's letter dies with the reset."""
        return self._tools.tokens.fingerprint("change", user.id, user.email, user.hashed_password)

    def _with_mark(self, letter: Letter | None, user: User | None) -> User:
        if letter is None or user is None or not user.is_active or letter.fingerprint != self._password_mark(user):
            raise RefusedError("reset_password_bad_token")
        return user

    async def _write_verification(self, connection: Connection, user: User) -> None:
        await self._write(connection, "verify_address", Letter(user.id, self._address_mark(user)))

    async def _write(self, connection: Connection, purpose: Purpose, letter: Letter) -> None:
        token = self._tools.tokens.letter(purpose, letter)
        says: dict[str, Any] = {"token": token, "good_for_seconds": LETTER_SECONDS}
        if letter.address is not None:
            says["address"] = letter.address
        key = f"{purpose}:{letter.user_id}:{self._tools.tokens.fingerprint(token)[:16]}"
        await self._tools.put_letter(connection, letter.user_id, key, purpose, says)
