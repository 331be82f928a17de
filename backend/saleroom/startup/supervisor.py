"""Starts a house, watches it, and takes it down in order.

Laws: nothing is started before every port is known to be free; a dead worker or Postgres is started again at most five
times in a minute; any other dead part, or the sixth time, stops everything with the reason; workers stop first and
Postgres last; one interrupt stops gracefully, the second hurries; nothing is left running.
"""

import asyncio
import contextlib
import os
import signal
import socket
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass
from typing import TypeVar

import asyncpg

from saleroom.eventlog.migrations import Applied, MigrationProblem
from saleroom.startup.console import Console
from saleroom.startup.database import Addresses, bring_up_to_date, embedded_addresses, external_addresses, shown
from saleroom.startup.leftovers import AlreadyRuns, Notebook, only_one
from saleroom.startup.lifeline import LOOK_SECONDS, Parent
from saleroom.startup.parts import Absent, Part, Plan, demo, frontend, mailbox, workers
from saleroom.startup.ports import PortProblem, check, listen, url
from saleroom.startup.postgres import Postgres, PostgresProblem
from saleroom.startup.running import PartProblem, Running, follow

RESTARTS_MAX = 5
RESTART_WINDOW_SECONDS = 60.0
POSTGRES = "Postgres"
DEMO_ACCOUNTS = (("test@gmail.com", "13"), ("demo@example.com", "Passw0rd!"), ("admin", "admin123"))
POSTGRES_LOOK_SECONDS = 0.1

T = TypeVar("T")


class HouseProblem(Exception):
    """Why the house must stop."""


@dataclass(frozen=True, slots=True)
class Death:
    """A part that ended without being asked."""

    kind: str
    name: str
    how: str
    part: Part | None
    """None for Postgres."""

    @property
    def is_curable(self) -> bool:
        return self.part is None or self.part.restarts


class Supervisor:
    """One house on one machine.

    Args:
        plan: what to start.
        console: where everything is shown.
        parent: a make to follow: when it is gone or was interrupted, the house stops.
    """

    def __init__(self, plan: Plan, console: Console, parent: Parent | None = None) -> None:
        self._plan = plan
        self._console = console
        self._parent = parent
        self._notebook = Notebook(plan.data_dir)
        self._postgres: Postgres | None = None
        self._postgres_starts: asyncio.Task[None] | None = None
        self._listener: socket.socket | None = None
        self._running: dict[str, Running] = {}
        self._deaths: asyncio.Queue[Death] = asyncio.Queue()
        self._watchers: set[asyncio.Task[None]] = set()
        self._restarts: dict[str, deque[float]] = defaultdict(deque)
        self._asked, self._hurry = asyncio.Event(), asyncio.Event()
        self._is_stopping = False

    async def run(self) -> int:
        """Start, watch until asked to stop or until something cannot go on, stop. Returns the exit code."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._on_signal)
        if self._parent is not None:
            self._watch(self._follow(self._parent))
        try:
            with only_one(self._plan.data_dir):
                try:
                    await self._until_asked(self._start())
                    await self._until_asked(self._watch_deaths())
                    return 0
                except (HouseProblem, PartProblem, PortProblem, PostgresProblem, MigrationProblem, OSError) as problem:
                    self._console.say(f"\nSaleroom stops: {problem}")
                    return 1
                finally:
                    await self._stop()
        except AlreadyRuns as problem:
            self._console.say(str(problem))
            return 1

    def _on_signal(self) -> None:
        if self._asked.is_set():
            self._hurry.set()
            if self._postgres is not None and self._is_stopping:
                self._postgres.hurry()
        self._asked.set()

    async def _follow(self, parent: Parent) -> None:
        while not parent.is_gone_or_interrupted():  # noqa: ASYNC110  nobody tells us
            await asyncio.sleep(LOOK_SECONDS)
        self._asked.set()

    def _watch(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)

    async def _until_asked(self, work: Awaitable[None]) -> None:
        """Do the work, but give it up when asked to stop; its problem is ours."""
        task, asked = asyncio.ensure_future(work), asyncio.create_task(self._asked.wait())
        await asyncio.wait({task, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not task.done():
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    # Starting

    async def _start(self) -> None:
        began = time.monotonic()
        plan, say = self._plan, self._console.say
        for line in await asyncio.to_thread(self._notebook.end_leftovers):
            say(line)
        check(plan.host, plan.wanted_ports)
        self._listener = listen(plan.host, plan.backend_port)
        addresses = await self._step(POSTGRES, self._start_database())
        applied = await self._step("migrations", self._migrate(addresses))
        if applied.names:
            say(f"    applied {', '.join(applied.names)}")
        backend = workers(plan, addresses.app, self._listener.fileno())
        wanted: list[Part | Absent] = [backend] if isinstance(backend, Absent) else list(backend)
        wanted += [mailbox(plan)] if plan.runs_mailbox else []
        wanted += [frontend(plan)] if plan.runs_frontend else []
        works = [self._step(part.name, self._bring_up(part)) for part in wanted if isinstance(part, Part)]
        if plan.loads_demo:
            works.append(self._step("demo", self._load_demo(demo(plan, addresses.app))))
        await _all_or_none(works)
        for part in wanted:
            if isinstance(part, Absent):
                say(f"  {part.name}: left out, there is no {part.file.relative_to(plan.repository)}")
        say(greeting(plan, time.monotonic() - began))

    async def _step(self, title: str, work: Awaitable[T]) -> T:
        began = time.monotonic()
        done = await work
        self._console.say(f"  {title:<44} {time.monotonic() - began:6.1f} s")
        return done

    async def _start_database(self) -> Addresses:
        plan = self._plan
        if plan.database_url:
            return external_addresses(plan.database_url, plan.app_database_url, plan.secret)
        self._postgres = await asyncio.to_thread(Postgres, plan.data_dir)
        await self._start_postgres(self._postgres)
        return await embedded_addresses(self._postgres, plan.secret)

    async def _start_postgres(self, postgres: Postgres) -> None:
        """Start the embedded server in a thread; a stop that comes meanwhile waits for that thread."""
        self._postgres_starts = asyncio.ensure_future(asyncio.to_thread(postgres.start))
        await asyncio.shield(self._postgres_starts)
        self._watch(self._report_postgres_death(postgres))

    async def _migrate(self, addresses: Addresses) -> Applied:
        try:
            return await bring_up_to_date(addresses, self._plan.repository / "db")
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise HouseProblem(f"the database at {shown(addresses.owner)} cannot be used: {error}") from error

    async def _bring_up(self, part: Part) -> None:
        running = self._running[part.name] = await Running.start(part, self._console, self._notebook)
        ready, ended = asyncio.create_task(running.ready()), asyncio.create_task(running.ended())
        try:
            await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
            if not ready.done():
                raise PartProblem(f"{part.name} {_how(ended.result())} before it was ready; what it said is above.")
            ready.result()
        finally:
            ready.cancel()
            ended.cancel()
        self._watch(self._report_death(running))

    async def _load_demo(self, part: Part) -> None:
        running = self._running[part.name] = await Running.start(part, self._console, self._notebook)
        code = await running.ended()
        if code:
            raise PartProblem(f"the demo could not be loaded: its loader {_how(code)}; what it said is above.")

    # Watching

    async def _report_death(self, running: Running) -> None:
        code = await running.ended()
        if not self._is_stopping:
            part = running.part
            self._deaths.put_nowait(Death(part.kind, f"{part.name} (process {running.process.pid})", _how(code), part))

    async def _report_postgres_death(self, postgres: Postgres) -> None:
        child = postgres.process
        while child is not None and child.poll() is None:  # noqa: ASYNC110  it was not started by this loop
            await asyncio.sleep(POSTGRES_LOOK_SECONDS)
        if child is not None and not self._is_stopping:
            self._deaths.put_nowait(Death(POSTGRES, f"{POSTGRES} (process {child.pid})", _how(child.returncode), None))

    async def _watch_deaths(self) -> None:
        if self._postgres is not None:
            self._watch(follow(self._postgres.log, "postgres", self._console))
        while True:
            death = await self._deaths.get()
            if not death.is_curable:
                raise HouseProblem(f"{death.name} {death.how}.")
            recent = self._restarts[death.kind]
            while recent and time.monotonic() - recent[0] > RESTART_WINDOW_SECONDS:
                recent.popleft()
            if len(recent) >= RESTARTS_MAX:
                raise HouseProblem(f"{death.name} {death.how}; this was the {RESTARTS_MAX + 1}th time within a minute.")
            recent.append(time.monotonic())
            self._console.say(f"{death.name} {death.how}: starting it again ({len(recent)} of {RESTARTS_MAX} in a minute)")
            if death.part is not None:
                running = self._running[death.part.name] = await Running.start(death.part, self._console, self._notebook)
                self._watch(self._report_death(running))
            elif self._postgres is not None:
                await self._start_postgres(self._postgres)

    # Stopping

    async def _stop(self) -> None:
        """Workers first, so that each finishes its batches on a living database; Postgres last."""
        began, self._is_stopping = time.monotonic(), True
        if self._running or self._postgres is not None:
            self._console.say("stopping (press Ctrl-C again to hurry) …")
        for kind in ("demo", "worker", "frontend", "mailbox"):
            ending = [running for running in self._running.values() if running.part.kind == kind]
            await asyncio.gather(*(running.stop(self._hurry) for running in ending))
        if self._listener is not None:
            self._listener.close()
        if self._postgres_starts is not None:
            await asyncio.wait({self._postgres_starts})
        if self._postgres is not None:
            if self._hurry.is_set():
                self._postgres.hurry()
            await asyncio.to_thread(self._postgres.stop)
        for task in tuple(self._watchers):
            task.cancel()
        if self._running or self._postgres is not None:
            self._console.say(f"stopped in {time.monotonic() - began:.1f} s")


async def _all_or_none(works: list[Coroutine[None, None, None]]) -> None:
    """Do all at once; the first problem gives up the others."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _how(code: int) -> str:
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended by itself with code {code}"


def greeting(plan: Plan, seconds: float) -> str:
    """What the operator needs once everything answers."""
    lines = [f"\nSaleroom is ready after {seconds:.1f} s.\n"]
    if plan.runs_frontend:
        lines.append(f"  pages      {plan.address}")
    lines.append(f"  backend    {url(plan.host, plan.backend_port)}   (REST and sockets; /docs explains them)")
    if plan.runs_mailbox:
        lines.append(f"  mailbox    {url(plan.host, plan.mailbox_port)}   (all mail of this house; SMTP on {plan.smtp_port})")
    lines.append(f"  database   {shown(plan.database_url) if plan.database_url else f'embedded, below {plan.data_dir}'}")
    if plan.shows_demo:
        lines += ["", "  demo accounts   " + "   ".join(f"{name} / {password}" for name, password in DEMO_ACCOUNTS)]
    return "\n".join([*lines, "", f"Stop with Ctrl-C, or: kill {os.getpid()}", ""])
