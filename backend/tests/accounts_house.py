"""A house with nothing but its accounts, on a real Postgres, for the tests of who is asking.

The clock is the test's own and moves only when told. Two houses on one database are two workers.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from types import SimpleNamespace
from typing import Annotated, Any, Literal, cast

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Request
from pydantic import BaseModel

from saleroom.accounts.sign_in import Accounts, Person
from saleroom.api import accounts as doors
from saleroom.api.deps import Policy
from saleroom.api.problems import documented, install
from saleroom.api.who import GuardedRoute, MaybePerson, client_address, roles
from saleroom.domain.ids import stream_id
from saleroom.eventlog.pool import Connection, Pool, open_pool
from tests.actors import Database
from tests.quick_passwords import hash_quickly

SECRET = "a secret of thirty-two characters and more"
PASSWORD = "correct horse"
OURS = "http://localhost:3000"

_numbers = count(1)

PUT_LETTER = """
INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload) VALUES ($1, $2, 0, $3, $4) ON CONFLICT DO NOTHING
"""
LETTERS = "SELECT topic, payload FROM log.outbox WHERE stream_id = $1 ORDER BY created_at"


async def put_letter(connection: Connection, user_id: int, dedupe_key: str, topic: str, payload: dict[str, Any]) -> None:
    await connection.execute(PUT_LETTER, stream_id("accounts", user_id), dedupe_key, topic, payload)


@dataclass(slots=True)
class Clock:
    """The time of a test."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


class Ticket(BaseModel):
    """What a scanner sends."""

    code: str


probes = APIRouter(route_class=GuardedRoute)


@probes.get("/open")
async def open_to_all(person: MaybePerson) -> int | None:
    return person.id if person else None


@probes.post("/scan", responses=documented("not_signed_in", "forbidden", "malformed"))
async def scan(person: Annotated[Person, roles("scanner")], body: Ticket) -> Literal["scanned"]:
    return "scanned"


@probes.get("/address")
async def address(request: Request) -> str:
    return client_address(request)


@dataclass(slots=True)
class Worker:
    """One worker: its accounts and its application."""

    accounts: Accounts
    app: FastAPI
    clock: Clock
    pool: Pool

    def client(self, peer: str = "127.0.0.1", **headers: str) -> httpx.AsyncClient:
        """A browser or program of its own, with its own cookies."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(peer, 50_000))
        return httpx.AsyncClient(transport=transport, base_url="http://localhost:8000", headers=headers)

    async def tokens(self, user_id: int, topic: str) -> list[str]:
        """The tokens of the letters written to somebody, oldest first."""
        rows = await self.pool.fetch(LETTERS, stream_id("accounts", user_id))
        return [row["payload"]["token"] for row in rows if row["topic"] == topic]


def policy(**changes: Any) -> Policy:
    plain: dict[str, Any] = {
        "is_production": False, "public_address": OURS, "origins": frozenset({OURS, "http://127.0.0.1:8000"}),
        "trusted_proxies": ("127.0.0.1", "10.0.0.0/8"), "rate_limits": False, "currency": "EUR", "password_length_min": 6,
        "sellers_need_approval": False, "require_verified": False, "test_users": False,
        "file_bytes_max": 10 * 1024 * 1024,
    }
    return Policy(**{**plain, **changes})


def worker(pool: Pool, clock: Clock, **changes: Any) -> Worker:
    """A worker on this database."""
    rules = policy(**changes)
    accounts = Accounts(
        pool, secret=SECRET, is_production=rules.is_production, password_length_min=rules.password_length_min, clock=clock,
        put_letter=put_letter,
    )
    hash_quickly(accounts)
    app = FastAPI(redirect_slashes=False)
    install(app)
    app.include_router(doors.router)
    app.include_router(probes)
    app.state.house = SimpleNamespace(policy=rules, pool=pool, clock=clock, accounts=accounts, rights_changed=lambda: None)
    return Worker(accounts, app, clock, pool)


def name() -> str:
    """A user name that no other test has."""
    return f"person-{next(_numbers)}"


async def joined(client: httpx.AsyncClient, **body: Any) -> dict[str, Any]:
    """Register somebody: by a new user name unless told otherwise."""
    told = {"password": PASSWORD, **(body or {"username": name()})}
    answer = await client.post("/auth/register", json=told)
    assert answer.status_code == 201, answer.text
    return cast(dict[str, Any], answer.json())


async def signed_in(client: httpx.AsyncClient, login: str, password: str = PASSWORD) -> dict[str, str]:
    """Sign in as a program does; the header to send from now on."""
    answer = await client.post("/auth/login", data={"username": login, "password": password})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@pytest.fixture(scope="module", name="accounts_pool")
async def pool_of_the_app(database: Database) -> AsyncIterator[Pool]:
    """The unprivileged login's connections to a fresh database."""
    pool = await open_pool(database.app)
    yield pool
    await pool.close()


@pytest.fixture(name="one")
def the_only_worker(accounts_pool: Pool) -> Worker:
    """The only worker of a house without limits."""
    return worker(accounts_pool, Clock())
