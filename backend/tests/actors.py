"""Who acts in the tests: a Postgres, workers in processes of their own, and people with sockets.

Everything is real: the server is uvicorn on a free loopback port, in a process of its own, stopped by its own pid.
"""

import asyncio
import http.client
import itertools
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import asyncpg
import httpx
import websockets

from saleroom.eventlog.migrations import migrate
from saleroom.startup.postgres import Postgres
from saleroom.startup.secret import with_login
from tests.forked import Forked
from tests.passing_folders import MEMORY, passing_folder
from tests.ports import free_port

REPOSITORY = Path(__file__).resolve().parents[2]
SECRET = "a secret for tests, of at least 32 characters"
APP_PASSWORD = "saleroom-app-in-tests"
READY_SECONDS_MAX = 30.0

_names = itertools.count(1)


@dataclass
class Database:
    """One migrated database of the test cluster: the owner's address and the unprivileged login's."""

    owner: str
    app: str


@dataclass
class Cluster:
    """A Postgres for a test session; every database is a copy of one migrated template."""

    postgres: Postgres
    has_template: bool = False

    def database(self) -> Database:
        """A fresh, migrated, empty database."""
        return asyncio.run(self._database()) if not _loop_runs() else _in_thread(self._database)

    async def _database(self) -> Database:
        admin = await asyncpg.connect(self.postgres.address())
        try:
            if not self.has_template:
                await admin.execute("CREATE DATABASE template_saleroom")
                await migrate(self.postgres.address("template_saleroom"), REPOSITORY / "db", app_password=APP_PASSWORD)
                self.has_template = True
            name = f"test_{next(_names)}_{uuid.uuid4().hex[:8]}"
            await admin.execute(f"CREATE DATABASE {name} TEMPLATE template_saleroom STRATEGY file_copy")  # a fifth of writing it to the WAL
            await admin.execute(f"GRANT CONNECT ON DATABASE {name} TO saleroom_app")
        finally:
            await admin.close()
        owner = self.postgres.address(name)
        return Database(owner, with_login(owner, "saleroom_app", APP_PASSWORD))


def _loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _in_thread(make: Any) -> Any:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(make())).result()


IN_MEMORY = ("fsync=off", "scram_iterations=1", "max_wal_size=256MB")
"""A server that nobody kills waits for no disk and needs little space; its logins, a thousand in a tier, are cheap to both sides."""


@contextmanager
def running_cluster(*, is_in_memory: bool = False) -> Iterator[Cluster]:
    """A Postgres in a folder of its own, stopped at the end. It is on disk with fsync on, as in a house, unless told otherwise."""
    with passing_folder(MEMORY if is_in_memory else None) as folder:
        postgres = Postgres(folder, options=IN_MEMORY if is_in_memory else ())
        postgres.start()
        try:
            yield Cluster(postgres)
        finally:
            postgres.hurry()  # nobody needs the data any more, so nothing is written down at the end
            postgres.stop()


def environment(database: Database, port: int, **more: str) -> dict[str, str]:
    """What a worker of the tests is told."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("SALEROOM_")},
        "PYTHONPATH": f"{REPOSITORY / 'backend'}", "SALEROOM_ENV": "test", "SALEROOM_SECRET": SECRET,
        "SALEROOM_APP_DATABASE_URL": database.app, "SALEROOM_BACKEND_PORT": str(port), "SALEROOM_DEMO": "1",
        "SALEROOM_RATE_LIMITS": "0", "SALEROOM_LOG_LEVEL": "warning", **more,
    }


@dataclass
class Server:
    """One worker in a process of its own, forked unless it is to be measured as a house starts it."""

    database: Database
    module: str = "saleroom.main"
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    is_forked: bool = True
    process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start and wait until it is ready."""
        told, arguments = environment(self.database, self.port, **self.settings), ["--port", str(self.port)]
        if self.is_forked:
            self.process = Forked(self.module, arguments, REPOSITORY, told)
        else:
            command = [sys.executable, "-m", self.module, *arguments]
            self.process = subprocess.Popen(command, cwd=REPOSITORY, env=told, start_new_session=True)
        deadline = time.monotonic() + READY_SECONDS_MAX
        while not self._is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the worker did not get ready (exit code {self.process.poll()})")
            time.sleep(0.02)
        return self

    def _is_ready(self) -> bool:
        """Ask as plainly as can be: a client of httpx costs more than a worker takes to answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1)
        try:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """SIGKILL, as the kernel would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """SIGTERM, then wait."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


@dataclass
class Person:
    """Somebody signed in: a bearer token and an id."""

    id: int
    token: str
    base: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return httpx.post(self.base + path, json=body, headers={**self.headers, **headers}, timeout=30)

    def patch(self, path: str, body: Any) -> httpx.Response:
        return httpx.patch(self.base + path, json=body, headers=self.headers, timeout=30)

    def get(self, path: str) -> httpx.Response:
        return httpx.get(self.base + path, headers=self.headers, timeout=30)


def sign_up(base: str, name: str | None = None) -> Person:
    """Register somebody new and sign in."""
    name = name or f"u{uuid.uuid4().hex[:12]}"
    made = httpx.post(f"{base}/auth/register", json={"username": name, "password": "correct horse"}, timeout=30)
    assert made.status_code == 201, made.text
    return sign_in(base, name, "correct horse")


def sign_in(base: str, name: str, password: str) -> Person:
    """Sign in with a bearer token."""
    answer = httpx.post(f"{base}/auth/login", json={"username": name, "password": password}, timeout=30)
    assert answer.status_code == 200, answer.text
    return Person(answer.json()["user"]["id"], answer.json()["access_token"], base)


def make_lot(seller: Person, **fields: Any) -> dict[str, Any]:
    """List a lot that is open now, with an increment of a cent and no soft close, unless told otherwise."""
    body = {"title": "A still life", "start_price": 10, "increments": "flat:0.01", "soft_close_seconds": 0, **fields}
    answer = seller.post("/lots", body)
    assert answer.status_code == 201, answer.text
    lot: dict[str, Any] = answer.json()
    return lot


class Watcher:
    """A socket in a lot's room that keeps every frame it saw."""

    def __init__(self, base: str, lot_id: int, person: Person | None = None, after: int | None = None, **headers: str) -> None:
        parts = (f"token={person.token}" if person else "", f"after={after}" if after is not None else "")
        query = "&".join(part for part in parts if part)
        self.url = f"{base.replace('http', 'ws')}/ws/lots/{lot_id}?{query}"
        self.headers = headers
        self.frames: list[dict[str, Any]] = []

    async def __aenter__(self) -> Self:
        self.socket = await websockets.connect(
            self.url, additional_headers=self.headers, max_size=2**24, max_queue=None, ping_interval=None
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def next(self, seconds: float = 10) -> dict[str, Any]:
        """The next frame."""
        async with asyncio.timeout(seconds):
            frame: dict[str, Any] = json.loads(await self.socket.recv())
        self.frames.append(frame)
        return frame

    async def until(self, kind: str, seconds: float = 10, **fields: Any) -> dict[str, Any]:
        """Read on until a frame of this type, with these fields, comes."""
        async with asyncio.timeout(seconds):
            while True:
                frame = await self.next(seconds)
                if frame["type"] == kind and all(frame.get(name) == value for name, value in fields.items()):
                    return frame

    async def say(self, message: Any) -> None:
        """Send a frame; text and bytes go as they are."""
        await self.socket.send(message if isinstance(message, (str, bytes)) else json.dumps(message))

    async def bid(self, amount: float, command_id: str | None = None) -> str:
        """Press the button: send NEW_BID with a fresh command id."""
        command_id = command_id or str(uuid.uuid4())
        await self.say({"type": "NEW_BID", "amount": amount, "command_id": command_id})
        return command_id


def admin(database: Database, base: str) -> Person:
    """Somebody new whom the owner of the database made an administrator."""
    person = sign_up(base)

    async def promote() -> None:
        connection = await asyncpg.connect(database.owner)
        await connection.execute("UPDATE public.users SET is_superuser = true WHERE id = $1", person.id)
        await connection.close()

    _in_thread(promote) if _loop_runs() else asyncio.run(promote())
    return person


def code(answer: httpx.Response) -> tuple[int, str | None]:
    """The status of an answer, and its code if it is a problem."""
    return answer.status_code, answer.json().get("code")
