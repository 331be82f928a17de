"""What a house consists of: each part's command, what it is told, how it shows that it is ready.

Law: only workers are told secrets; the pages and the mailbox get an environment without them.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from saleroom.startup.ports import Wanted, url

SECRETS = ("SALEROOM_SECRET", "DATABASE_URL", "SALEROOM_APP_DATABASE_URL", "SALEROOM_SMTP_PASSWORD")
WORKER_STOP_SECONDS_MAX = 10.0  # a batch takes 10 ms; this is for slow sockets that are told 1012
WORKER = "saleroom.main"
STOP_SECONDS_MAX = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What an operator asked for, as plain values (the settings, read once by the command line)."""

    repository: Path
    data_dir: Path
    host: str
    backend_port: int
    frontend_port: int
    smtp_port: int
    mailbox_port: int
    workers: int
    trusted_proxies: tuple[str, ...]
    address: str
    backend_url: str
    database_url: str
    app_database_url: str
    secret: str
    runs_mailbox: bool
    runs_frontend: bool
    shows_demo: bool
    loads_demo: bool
    """Whether the start loads the demo."""
    password_length_min: int = 8

    @property
    def wanted_ports(self) -> tuple[Wanted, ...]:
        """Every port that must be free, with its variable."""
        wanted = [Wanted("SALEROOM_BACKEND_PORT", self.backend_port)]
        if self.runs_frontend:
            wanted.append(Wanted("SALEROOM_FRONTEND_PORT", self.frontend_port))
        if self.runs_mailbox:
            wanted.append(Wanted("SALEROOM_SMTP_PORT", self.smtp_port))
            wanted.append(Wanted("SALEROOM_MAILBOX_PORT", self.mailbox_port))
        return tuple(wanted)


@dataclass(frozen=True, slots=True)
class Part:
    """One process of the house."""

    kind: str
    """Parts of one kind share the count of restarts."""
    name: str
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    ready_url: str
    ready_statuses: tuple[str, ...] = ("200",)
    stop_seconds_max: float = STOP_SECONDS_MAX
    restarts: bool = False
    sockets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """A part that this clone does not have."""

    name: str
    file: Path


def mailbox(plan: Plan) -> Part | Absent:
    """The development mailbox."""
    program = plan.repository / "mailhog" / "mailbox.py"
    if not program.exists():
        return Absent("mailbox", program)
    ports = ("--smtp-port", str(plan.smtp_port), "--http-port", str(plan.mailbox_port))
    command = (sys.executable, str(program), "--host", plan.host, *ports)
    ready = url(plan.host, plan.mailbox_port) + "/api/v2/messages"
    return Part("mailbox", "mailbox", command, plan.repository, _without_secrets(), ready)


def frontend(plan: Plan) -> Part | Absent:
    """The pages, already built."""
    folder = plan.repository / "frontend"
    if not (folder / "server.mjs").exists():
        return Absent("frontend", folder / "server.mjs")
    environment = _without_secrets() | {
        "SALEROOM_BACKEND_URL": plan.backend_url or url(plan.host, plan.backend_port),
        "SALEROOM_HOST": plan.host,
        "SALEROOM_FRONTEND_PORT": str(plan.frontend_port),
        "SALEROOM_TRUSTED_PROXIES": ",".join(plan.trusted_proxies),
        "NODE_ENV": "production",
        "NEXT_TELEMETRY_DISABLED": "1",
    }
    # A page that needs no backend, which starts at the same time: the catalogue would wait for it and print what went wrong.
    ready = url(plan.host, plan.frontend_port) + "/sign-in"
    return Part(
        "frontend", "frontend", ("node", "server.mjs"), folder, environment, ready, ready_statuses=("200", "302", "303", "307", "308"),
    )


def workers(plan: Plan, app_address: str, listener: int) -> tuple[Part, ...] | Absent:
    """The backend's workers on one listening socket.

    Args:
        app_address: of the unprivileged login.
        listener: the descriptor of the listening socket that all of them inherit.
    """
    program = plan.repository / "backend" / "saleroom" / "main.py"
    if not program.exists():
        return Absent("backend", program)
    return tuple(
        Part(
            "worker", f"worker {number}", (sys.executable, "-m", WORKER, "--fd", str(listener)), plan.repository,
            worker_environment(plan, app_address), url(plan.host, plan.backend_port) + "/ready",
            stop_seconds_max=WORKER_STOP_SECONDS_MAX, restarts=True, sockets=(listener,),
        )
        for number in range(1, plan.workers + 1)
    )


def worker_environment(plan: Plan, app_address: str) -> dict[str, str]:
    """What a worker, or the demo's loader, is told."""
    return _importing(plan, dict(os.environ)) | {
        "SALEROOM_APP_DATABASE_URL": app_address,
        "SALEROOM_SECRET": plan.secret,
        "SALEROOM_DEMO": str(int(plan.shows_demo)),
        "PASSWORD_LENGTH_MIN": str(plan.password_length_min),
        "PYTHONUNBUFFERED": "1",
    }


def demo(plan: Plan, app_address: str) -> Part:
    """Loads the demo evening and ends."""
    command = (sys.executable, "-m", "saleroom.cli", "demo")
    return Part("demo", "demo", command, plan.repository, worker_environment(plan, app_address), "")


def _without_secrets() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in SECRETS} | {"PYTHONUNBUFFERED": "1"}


def _importing(plan: Plan, environment: dict[str, str]) -> dict[str, str]:
    """Our own package first on the path, however this Python was set up."""
    rest = environment.get("PYTHONPATH", "")
    backend = str(plan.repository / "backend")
    return environment | {"PYTHONPATH": f"{backend}{os.pathsep}{rest}" if rest else backend}
