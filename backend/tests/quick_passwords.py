"""Argon2 at its smallest cost, for tests that are not about passwords: a hash of a house takes 100 ms and 64 MiB."""

from fastapi_users.password import PasswordHelper
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from saleroom.accounts import passwords
from saleroom.accounts.sign_in import Accounts

QUICK = PasswordHelper(PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)))


def hash_quickly(accounts: Accounts) -> None:
    """Let these accounts hash at the smallest cost."""
    accounts._passwords._helper, accounts._passwords._nobody = QUICK, QUICK.hash("nobody")


def hash_quickly_everywhere() -> None:
    """Let all accounts that this process makes from now on hash at the smallest cost."""
    setattr(passwords, "PasswordHelper", lambda: QUICK)  # noqa: B010 - the name is imported there, so it is replaced there
    passwords._hash_of_nobody.cache_clear()
