"""Makes and reads the three kinds of signed tokens: access (a JWT), refresh, and those that travel in letters.

Each kind has its own key, derived from the house's secret, so that none can be used as another. All times come from the
given clock. A token that cannot be read, is forged or too old is simply None: whoever presents it is nobody.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal
from uuid import UUID

import jwt
from fastapi_users.jwt import JWT_ALGORITHM, generate_jwt

ACCESS_SECONDS: Final = 3600
LETTER_SECONDS: Final = 3600
TOKEN_LENGTH_MAX: Final = 2048  # ours have at most 400 characters

Purpose = Literal["verify_address", "confirm_address", "reset_password"]


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token says."""

    user_id: int
    session_id: UUID


@dataclass(frozen=True, slots=True)
class Letter:
    """What the token of a letter says. `fingerprint` is of what must not have changed since it was written."""

    user_id: int
    fingerprint: str
    address: str | None = None


class Tokens:
    """The signer of one house.

    Args:
        secret: SALEROOM_SECRET; whoever knows it can be anybody.
        clock: the time, with zone.
    """

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        self._secret = secret.encode()
        self._clock = clock

    def _key(self, kind: str) -> str:
        return hmac.new(self._secret, f"saleroom:{kind}".encode(), hashlib.sha256).hexdigest()

    def keyed_hash(self, kind: str, *parts: object) -> bytes:
        """32 bytes that tell nothing about the parts to whoever lacks the secret."""
        text = "\x1f".join(str(part) for part in parts)
        return hmac.new(self._key(kind).encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

    def access(self, user_id: int, session_id: UUID) -> str:
        """A JWT for one hour that names the person and the session."""
        return self._write("access", {"sub": str(user_id), "sid": str(session_id)}, ACCESS_SECONDS)

    def read_access(self, token: str) -> Access | None:
        said = self._read("access", token)
        try:
            return None if said is None else Access(int(said["sub"]), UUID(said["sid"]))
        except (KeyError, ValueError):
            return None

    def letter(self, purpose: Purpose, letter: Letter) -> str:
        """A token for one hour that somebody gets by mail."""
        said = {"sub": str(letter.user_id), "fgpt": letter.fingerprint}
        if letter.address is not None:
            said["address"] = letter.address
        return self._write(purpose, said, LETTER_SECONDS)

    def read_letter(self, purpose: Purpose, token: str) -> Letter | None:
        said = self._read(purpose, token)
        try:
            return None if said is None else Letter(int(said["sub"]), said["fgpt"], said.get("address"))
        except (KeyError, ValueError):
            return None

    def fingerprint(self, *parts: object) -> str:
        """Of what a letter's token depends on: when any part changes, the token is used up."""
        return self.keyed_hash("fingerprint", *parts).hex()[:32]

    def refresh(self, session_id: UUID, generation: int) -> str:
        """The refresh token of a family and generation: a signature, so the same one can be made again and none is kept."""
        return f"{session_id}.{generation}.{self.keyed_hash('refresh', session_id, generation).hex()}"

    def read_refresh(self, token: str) -> tuple[UUID, int] | None:
        """The family and the generation of a refresh token, or None when it is not one of ours."""
        head, _, _ = token[:TOKEN_LENGTH_MAX].rpartition(".")
        try:
            session, number = head.split(".")
            named = UUID(session), int(number)
        except ValueError:
            return None
        return named if hmac.compare_digest(self.refresh(*named).encode(), token.encode("utf-8", "replace")) else None

    def _write(self, kind: str, said: dict[str, Any], seconds: int) -> str:
        now = self._clock()
        times = {"iat": int(now.timestamp()), "exp": int((now + timedelta(seconds=seconds)).timestamp())}
        return generate_jwt({**said, **times, "aud": f"saleroom:{kind}"}, self._key(kind))

    def _read(self, kind: str, token: str) -> dict[str, Any] | None:
        if len(token) > TOKEN_LENGTH_MAX:
            return None
        # fastapi-users' decode_jwt would compare exp with the wall clock; here the given clock decides.
        unchecked = {"verify_exp": False, "verify_iat": False, "require": ["sub", "exp", "aud"]}
        try:
            said: dict[str, Any] = jwt.decode(
                token, self._key(kind), algorithms=[JWT_ALGORITHM], audience=f"saleroom:{kind}", options=unchecked,  # type: ignore[arg-type]
            )
        except (jwt.PyJWTError, ValueError):
            return None
        return said if self._clock().timestamp() < said["exp"] else None
