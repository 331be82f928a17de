"""The keys that sign the tickets of a house: made once, kept over restarts, shared by all workers and machines.

Law: at most one key is current, which an index of the table keeps, and every key that ever signed goes on to verify, so a
rotation makes no ticket worthless. The private half is stored under a key derived from the house's secret; the public half is
stored beside it in the clear. A house whose secret was changed therefore still knows its old tickets, and signs new ones with a
new key.
"""

import asyncio
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from saleroom.eventlog.pool import AWAY, Pool
from saleroom.tickets import secret as secrets_of_tickets
from saleroom.tickets.secret import Admission, Fault, Ticket, admission_of

FOLLOW_SECONDS: Final = 10.0  # after a rotation by another worker or on the command line; the old key's tickets stay good meanwhile
LOOK_AGAIN_SECONDS: Final = 1.0  # strangers can name any key; the table is asked for theirs this often at most
_NONCE_BYTES: Final = 12
_PURPOSE: Final = b"saleroom:signing_keys"

_ALL: Final = "SELECT id, public_key, private_key, created_at, retired_at FROM public.signing_keys ORDER BY id"
_ADD: Final = """
INSERT INTO public.signing_keys (id, public_key, private_key)
SELECT coalesce(max(id), 0) + 1, $1, $2 FROM public.signing_keys ON CONFLICT DO NOTHING
"""
_RETIRE: Final = "UPDATE public.signing_keys SET retired_at = clock_timestamp() WHERE id = $1 AND retired_at IS NULL"

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a gate needs to check tickets without asking the house: 32 bytes of Ed25519 under the number that tickets name."""

    id: int
    key: bytes
    created_at: datetime
    retired_at: datetime | None


class KeyRing:
    """The keys as one worker knows them; made by `open`.

    Args:
        pool: the table of keys.
        secret: the secret of the house.
        monotonic: seconds that only go on.
    """

    def __init__(self, pool: Pool, secret: str, monotonic: Callable[[], float]) -> None:
        self._pool, self._monotonic = pool, monotonic
        self._lock = AESGCM(hmac.digest(secret.encode(), _PURPOSE, "sha256"))
        self._public: dict[int, PublicKey] = {}
        self._verifiers: dict[int, Ed25519PublicKey] = {}
        self._current: tuple[int, Ed25519PrivateKey] | None = None
        self._looked_at = monotonic()
        self._looking = asyncio.Lock()

    @classmethod
    async def open(cls, pool: Pool, secret: str, monotonic: Callable[[], float]) -> Self:
        """Read the keys, and make the first one if there is none; of any number who do so at once, one makes it."""
        ring = cls(pool, secret, monotonic)
        await ring.look()
        if ring._current is None:
            await ring.rotate()
        return ring

    def token(self, ticket: Ticket) -> str:
        """The secret of a ticket, as its code shows it; a signature each time, some 50 µs."""
        assert self._current is not None
        key_id, key = self._current
        return secrets_of_tickets.sign(admission_of(ticket), key_id, key)

    async def read(self, secret: str) -> Admission | Fault:
        """What a secret admits to, or why it is none of ours; a key that another worker just made is looked up.

        A gate waits for that, a second at most, rather than turn away somebody whose ticket is good.
        """
        told = secrets_of_tickets.read(secret, self._verifiers)
        if told == "unknown_key":
            asked_at = self._monotonic()
            async with self._looking:
                if self._looked_at < asked_at:
                    await asyncio.sleep(max(0.0, self._looked_at + LOOK_AGAIN_SECONDS - self._monotonic()))
                    await self.look()
            told = secrets_of_tickets.read(secret, self._verifiers)
        return told

    @property
    def signs_with(self) -> int | None:
        """The number of the key that signs here; None before there is one."""
        return self._current[0] if self._current is not None else None

    def public_keys(self) -> list[PublicKey]:
        """Every key that verifies, oldest first."""
        return list(self._public.values())

    async def rotate(self) -> None:
        """Retire the current key, if there is one, and sign with a new one from now on. Other workers follow when they look."""
        current = next((key.id for key in self._public.values() if key.retired_at is None), None)
        made = Ed25519PrivateKey.generate()
        public = made.public_key().public_bytes_raw()
        nonce = os.urandom(_NONCE_BYTES)
        async with self._pool.acquire() as connection, connection.transaction():
            if current is not None:
                await connection.execute(_RETIRE, current)
            await connection.execute(_ADD, public, nonce + self._lock.encrypt(nonce, made.private_bytes_raw(), public))
        await self.look()

    async def follow(self) -> None:
        """Learn what others rotate, until cancelled."""
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            try:
                await self.look()
            except AWAY as error:
                logger.warning("signing_keys_not_looked_at", error=repr(error))

    async def look(self) -> None:
        """Read the table anew. Where the current key cannot be opened (a changed secret), the one that we had goes on to sign."""
        self._looked_at = self._monotonic()
        rows = await self._pool.fetch(_ALL)
        self._public = {row["id"]: PublicKey(row["id"], row["public_key"], row["created_at"], row["retired_at"]) for row in rows}
        self._verifiers = {number: Ed25519PublicKey.from_public_bytes(key.key) for number, key in self._public.items()}
        found = next((opened for row in rows if row["retired_at"] is None and (opened := self._opened(row))), None)
        self._current = found or self._current

    def _opened(self, row: Any) -> tuple[int, Ed25519PrivateKey] | None:
        stored: bytes = row["private_key"]
        try:
            raw = self._lock.decrypt(stored[:_NONCE_BYTES], stored[_NONCE_BYTES:], row["public_key"])
        except InvalidTag:
            logger.warning("signing_key_of_another_secret", key=row["id"])
            return None
        return row["id"], Ed25519PrivateKey.from_private_bytes(raw)
