"""Remembers which processes a house started, so that the next start can end what a killed supervisor left behind.

Laws: one supervisor a data folder (a file lock, which the kernel lifts when its holder dies); a leftover is ended only
when pid, start time and command all agree with the note, since pids are used again; never by name.
"""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

TERM_SECONDS_MAX = 5.0  # workers end by themselves within a second when the supervisor is gone
KILL_SECONDS_MAX = 5.0


class AlreadyRuns(Exception):
    """Another supervisor holds this data folder; the text names it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one process from every other that ever had its pid."""

    pid: int
    started: str
    command: str


def identify(pid: int) -> Identity | None:
    """Who has this pid now; None when nobody has, or only a dead child that was not waited for."""
    folder = Path(f"/proc/{pid}")
    try:
        if Path("/proc/self/stat").exists():
            state, *fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
            return None if state == "Z" else Identity(pid, fields[18], command)  # field 22 of proc(5): ticks since boot
        told = subprocess.run(
            ["ps", "-ww", "-o", "state=,lstart=,command=", "-p", str(pid)],
            capture_output=True, text=True, check=True, env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "/bin:/usr/bin")},
        ).stdout.split()
        return None if not told or told[0].startswith("Z") else Identity(pid, " ".join(told[1:6]), " ".join(told[6:]))
    except (OSError, ValueError, IndexError, subprocess.CalledProcessError):
        return None


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold a data folder.

    Raises:
        AlreadyRuns: when another supervisor holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 20, 0).decode().strip()
            raise AlreadyRuns(
                f"Saleroom already runs on {folder} (process {holder}): stop it, or set SALEROOM_DATA_DIR and other ports."
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def is_held(folder: Path) -> bool:
    """Whether a supervisor holds this data folder."""
    try:
        with only_one(folder):
            return False
    except AlreadyRuns:
        return True


class Notebook:
    """The file that names every process a house has started and not yet seen end."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "parts.json"
        self._running: dict[int, tuple[str, Identity]] = {}

    def add(self, name: str, pid: int) -> None:
        identity = identify(pid)
        if identity is not None:
            self._running[pid] = (name, identity)
            self._write()

    def remove(self, pid: int) -> None:
        if self._running.pop(pid, None) is not None:
            self._write()

    def _write(self) -> None:
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps([{"name": name, **asdict(identity)} for name, identity in self._running.values()], indent=1))
        new.replace(self._file)

    def end_leftovers(self) -> tuple[str, ...]:
        """End what an earlier run left; only for the holder of the folder.

        Returns:
            One line for each process that was ended.
        """
        try:
            noted = json.loads(self._file.read_text())
            earlier = [(str(note.pop("name")), Identity(**note)) for note in noted]
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return ()
        found = [(name, identity) for name, identity in earlier if identify(identity.pid) == identity]
        for number, seconds in ((signal.SIGTERM, TERM_SECONDS_MAX), (signal.SIGKILL, KILL_SECONDS_MAX)):
            _signal_all([identity for _, identity in found], number)
            deadline = time.monotonic() + seconds
            while any(identify(identity.pid) == identity for _, identity in found) and time.monotonic() < deadline:
                time.sleep(0.05)
        self._file.unlink(missing_ok=True)
        return tuple(f"stopped {name} (process {identity.pid}), left by a run that was killed" for name, identity in found)


def _signal_all(identities: list[Identity], number: signal.Signals) -> None:
    for identity in identities:
        if identify(identity.pid) == identity:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(identity.pid, number)
