"""Turns passwords into argon2 hashes and checks them, in threads.

One hash takes about 100 ms and 64 MiB; on the event loop it would stall every bid of the worker. argon2 lets go of the
interpreter's lock while it computes. Somebody unknown costs the same as a wrong password, so time tells nothing.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final, TypeVar

from fastapi_users.password import PasswordHelper

from saleroom.domain.decider import RefusedError

THREADS_MAX: Final = 2  # more would only take processors from the bids
WAITING_MAX: Final = 64  # about 3 s of waiting; the next one is told `busy`

Result = TypeVar("Result")


@cache
def _hash_of_nobody() -> str:
    return PasswordHelper().hash("nobody has this password")


class Passwords:
    """The password helper of fastapi-users off the event loop, with a bounded queue."""

    def __init__(self) -> None:
        self._helper = PasswordHelper()
        self._nobody = _hash_of_nobody()
        self._threads = ThreadPoolExecutor(THREADS_MAX, thread_name_prefix="passwords")
        self._waiting = 0

    async def hash(self, password: str) -> str:
        """The hash to keep.

        Raises:
            RefusedError: busy when WAITING_MAX others are waiting.
        """
        return await self._away(lambda: self._helper.hash(password))

    async def check(self, password: str, hashed: str | None) -> tuple[bool, str | None]:
        """Whether the password fits, and a stronger hash to keep from now on where the old one is out of date.

        Args:
            password: as typed.
            hashed: what is kept, or None when there is no such person: false then, after the same time.

        Raises:
            RefusedError: busy when WAITING_MAX others are waiting.
        """
        fits, better = await self._away(lambda: self._helper.verify_and_update(password, hashed or self._nobody))
        return (fits, better) if hashed else (False, None)

    async def _away(self, work: Callable[[], Result]) -> Result:
        if self._waiting >= WAITING_MAX:
            raise RefusedError("busy")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Let the threads go; what they compute is finished first."""
        self._threads.shutdown(wait=False)
