"""Who is asking: signing in and out, staying signed in, and telling from a token who presents it.

Every sign-in is a session row and every access token names it, so that a session that ended ends everywhere: at the next
request over REST, and within a second on open sockets, whose workers poll `ended_sessions`. Rights are read with every
request, never from the token.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from fastapi.security import OAuth2PasswordRequestForm

from saleroom.accounts import sessions
from saleroom.accounts.limits import SlowLimits
from saleroom.accounts.manager import Joining, PersonManager, PutLetter, Tools
from saleroom.accounts.passwords import Passwords
from saleroom.accounts.sessions import Device, Session
from saleroom.accounts.tokens import Tokens
from saleroom.accounts.users import NameTakenError, Rights, User, UserTable
from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Pool

DEMO = (
    Joining("test@gmail.com", None, "Test Bidder", "13", is_verified=True),
    Joining("demo@example.com", None, "Demo Bidder", "Passw0rd!", is_verified=True),
    Joining(None, "admin", "Administrator", "admin123", frozenset({"admin"}), is_superuser=True, is_verified=True),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, with the rights of this moment."""

    id: int
    session_id: UUID
    roles: frozenset[str]
    is_superuser: bool
    is_verified: bool

    @property
    def is_admin(self) -> bool:
        return self.is_superuser or "admin" in self.roles


@dataclass(frozen=True, slots=True)
class SignedInUser:
    """What a sign-in gives: the tokens to hand out, and who it is."""

    user: User
    access_token: str
    refresh_token: str | None


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a refresh gives: a new access token, and the one refresh token that is good from now on."""

    access_token: str
    refresh_token: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to and which of the unessential ones he wants."""

    email: str | None
    name: str
    wants_outbid: bool
    wants_lost: bool
    wants_away: bool


async def _no_favorites(user_id: int) -> list[int]:
    return []


class Accounts:
    """The accounts of one house.

    Args:
        pool: the database.
        secret: SALEROOM_SECRET; signs every token.
        is_production: refuses demo accounts.
        password_length_min: the shortest password that may be chosen, in characters.
        clock: the time, with zone; every lifetime is counted by it.
        put_letter: writes a letter into the outbox within the given connection's transaction; the same key twice is one letter.
        favorites_of: the ids of the lots that a person has starred.
    """

    def __init__(
        self, pool: Pool, *, secret: str, is_production: bool, password_length_min: int, clock: Callable[[], datetime],
        put_letter: PutLetter, favorites_of: Callable[[int], Awaitable[list[int]]] = _no_favorites,
    ) -> None:
        self._pool = pool
        self._clock = clock
        self._is_production = is_production
        self._passwords = Passwords()
        self._tokens = Tokens(secret, clock)
        self.limits = SlowLimits(pool, self._tokens, clock)
        self.people = PersonManager(Tools(pool, self._passwords, self._tokens, clock, password_length_min, put_letter))
        self.table = UserTable(pool)
        self.favorites_of = favorites_of

    async def identify(self, token: str | None, cookie: str | None) -> Person | None:
        """Who presents this bearer token, or else this cookie.

        Returns:
            The person, or None for no token, and for one that is forged or out of date.

        Raises:
            RefusedError: session_ended for a good token whose session was revoked, or whose holder was banned or erased.
        """
        said = self._tokens.read_access(token or cookie or "")
        if said is None:
            return None
        holder = await sessions.find(self._pool, said.session_id, self._clock())
        if holder is None or not holder.is_live or holder.user_id != said.user_id:
            raise RefusedError("session_ended")
        return Person(holder.user_id, said.session_id, holder.roles, holder.is_superuser, holder.is_verified)

    async def ended_sessions(self, since: datetime) -> set[UUID]:
        """Sessions that were revoked or expired since then, for the sockets that hold them.

        Some from shortly before `since` come again, so that a poll that starts where the last one did misses none.
        """
        return await sessions.ended_since(self._pool, since, self._clock())

    async def changed_rights(self, since: datetime) -> list[Rights]:
        """Everybody whose roles changed since then, for his open sockets; some from shortly before come again, as above."""
        return await self.table.changed_rights(since - timedelta(seconds=sessions.LATE_SECONDS))

    async def sign_in(self, login: str, password: str, device: Device, *, is_renewable: bool) -> SignedInUser:
        """Begin a session.

        Args:
            login: a mail address or a user name, in any case.
            password: as typed.
            device: where from.
            is_renewable: with a refresh token, for 30 days; without, for the hour of the access token (and a day for a socket).

        Raises:
            RefusedError: login_bad_credentials, the same for an unknown person, a wrong password and somebody banned.
        """
        user = await self.people.authenticate(OAuth2PasswordRequestForm(username=login, password=password))
        session = None
        if user is not None:
            checked = (user.id, user.hashed_password)
            session = await sessions.start(self._pool, checked, device, self._clock(), is_renewable=is_renewable)
        if user is None or session is None:
            raise RefusedError("login_bad_credentials")
        refresh = self._tokens.refresh(session, 0) if is_renewable else None
        return SignedInUser(user, self._tokens.access(user.id, session), refresh)

    async def refresh(self, token: str | None) -> Renewed:
        """Stay signed in: a new access token and the next refresh token of the family.

        Raises:
            RefusedError: not_signed_in without a token or with a forged one; session_ended when the family is over, also
                because this token was used before the last ten seconds.
        """
        said = self._tokens.read_refresh(token or "")
        if said is None:
            raise RefusedError("not_signed_in")
        async with self._pool.acquire() as connection, connection.transaction():
            family = await sessions.rotate(connection, *said, self._clock)
        if family is None:
            raise RefusedError("session_ended")
        return Renewed(self._tokens.access(family.user_id, said[0]), self._tokens.refresh(said[0], family.generation))

    async def sign_out(self, access: str | None, refresh: str | None) -> None:
        """End every session that these tokens name; without one there is nothing to end."""
        said = self._tokens.read_access(access or "")
        family = self._tokens.read_refresh(refresh or "")
        for session_id in ({said.session_id} if said else set()) | ({family[0]} if family else set()):
            await sessions.end(self._pool, session_id, self._clock(), "signed_out")

    async def devices(self, user_id: int) -> list[Session]:
        """Where a person is signed in, newest use first."""
        return await sessions.listed(self._pool, user_id, self._clock())

    async def end_device(self, user_id: int, session_id: UUID) -> None:
        """End one session of this person.

        Raises:
            RefusedError: unknown_session, also for somebody else's.
        """
        if not await sessions.end(self._pool, session_id, self._clock(), "device_removed", of=user_id):
            raise RefusedError("unknown_session")

    async def end_other_devices(self, person: Person) -> None:
        """End all sessions of this person but the one that asks."""
        await sessions.end_all(self._pool, person.id, self._clock(), "device_removed", but=person.session_id)

    async def addressee(self, user_id: int) -> Addressee | None:
        """Whom a letter to this person goes to, or None when he was erased."""
        user = await self.table.get(user_id)
        return None if user is None else Addressee(user.email, user.name, user.mails_outbid, user.mails_lost, user.mails_away)

    async def create_admin(self, username: str | None, email: str | None, password: str) -> User:
        """Make an administrator, from the command line.

        Raises:
            RefusedError: password_too_short.
            NameTakenError: the user name or address is taken.
        """
        joining = Joining(email, username, None, password, frozenset({"admin"}), is_superuser=True, is_verified=True)
        return await self.people.create(joining)

    async def ensure_demo(self) -> None:
        """Make the demo accounts that are missing; safe to call from every worker at once.

        Raises:
            RuntimeError: in production, where accounts with known passwords are never made.
        """
        if self._is_production:
            raise RuntimeError("demo accounts have known passwords and are never made in production")
        for joining in DEMO:
            try:
                await self.people.create_unchecked(joining)
            except NameTakenError:
                continue

    async def prune(self) -> None:
        """Delete what is long over: limits and sessions. Once an hour is enough."""
        await self.limits.prune()
        await sessions.prune(self._pool, self._clock())

    def close(self) -> None:
        """Let the threads go that hash passwords."""
        self._passwords.close()
