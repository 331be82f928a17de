"""Prepares this clone with nothing but Python, Node, git and make, then becomes the command it was given.

Usage: python3 start.py NEED COMMAND [ARGUMENT …], where NEED is one of backend, run, check or test (see NEEDS).
Laws: nothing is installed or built again that did not change (a stamp of the content hash is written when a step is
whole, so a half-finished one is redone); only the standard library is used; no process outlives an interrupted step.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"

PYTHON_MIN = (3, 11)
NODE_MIN = 20
HEARTBEAT_SECONDS = 10  # how often a long step tells that it lives when the output is no terminal
TAIL_LINES_MAX = 40  # of a failed step's output; the cause stands at its end
CHILD_STOP_SECONDS_MAX = 5

NEEDS = {
    "backend": ("locked packages",),
    "run": ("locked packages", "frontend packages", "frontend build"),
    "check": ("development packages", "frontend packages"),
    "test": ("development packages", "frontend packages", "frontend build"),
}

# What changes without changing what is built: left out of the build's hash.
NOT_BUILT = {"node_modules", ".next", "e2e", "test-results", "playwright-report", ".saleroom-stamp", "next-env.d.ts"}


class Problem(Exception):
    """The machine or a step is not as it must be; the text says what to do."""


def digest(*parts: object) -> str:
    """One hash over texts and the contents of files and folders; where the clone lies is part of it."""
    whole = hashlib.sha256(str(ROOT).encode())
    for part in parts:
        files = [part] if isinstance(part, Path) and part.is_file() else sorted(walk(part)) if isinstance(part, Path) else []
        for file in files:
            whole.update(str(file).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
        if not isinstance(part, Path):
            whole.update(str(part).encode() + b"\0")
    return whole.hexdigest()


def walk(folder: Path) -> list[Path]:
    """Every file below a folder that a build could read."""
    found = []
    for here, folders, names in os.walk(str(folder)):
        folders[:] = [name for name in folders if name not in NOT_BUILT]
        found += [Path(here, name) for name in names if name not in NOT_BUILT and not re.search(r"\.test\.|\.tsbuildinfo$", name)]
    return [path for path in found if path.is_file()]


def is_stamped(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def tell(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)
    sys.stdout.flush()


class Steps:
    """Runs commands one after the other, each with one line of progress and its seconds."""

    def __init__(self) -> None:
        from saleroom.startup.lifeline import Parent  # our own, without third parties; needs PYTHON_MIN

        self.make = Parent(os.getppid()) if os.environ.get("MAKELEVEL") else None
        self.child: subprocess.Popen[bytes] | None = None
        self.is_terminal = sys.stdout.isatty()

    def run(self, title: str, command: list[str], folder: Path = ROOT, extra: dict[str, str] | None = None) -> None:
        """Run one command quietly.

        Raises:
            Problem: with the end of its output, when it fails.
        """
        began = told = time.monotonic()
        back = "\r" if self.is_terminal else ""
        tell(f"  {title + ' …':<44}", end="" if self.is_terminal else "\n")
        with tempfile.TemporaryFile() as output:
            self.child = subprocess.Popen(
                command, cwd=str(folder), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                env={**os.environ, **(extra or {})}, start_new_session=True,
            )
            while self.child.poll() is None:
                time.sleep(0.1)
                if self.make is not None and self.make.is_gone_or_interrupted():
                    raise KeyboardInterrupt
                if self.is_terminal:
                    tell(f"\r  {title + ' …':<44} {time.monotonic() - began:6.1f} s", end="")
                elif time.monotonic() - told > HEARTBEAT_SECONDS:
                    told = time.monotonic()
                    tell(f"  {title:<44} {told - began:6.1f} s …")
            seconds, code, self.child = time.monotonic() - began, self.child.returncode, None
            if code:
                output.seek(0)
                last = output.read().decode(errors="replace").splitlines()[-TAIL_LINES_MAX:]
                raise Problem("\n    ".join([f"{title} failed ({' '.join(command[:4])}):", *last]))
        tell(f"{back}  {title:<44} {seconds:6.1f} s  ")

    def stop(self) -> None:
        """End the step that runs, with everything it started."""
        if self.child is None:
            return
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.child.pid, number)
                self.child.wait(CHILD_STOP_SECONDS_MAX)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


def make_environment(steps: Steps) -> None:
    """Make .venv, or make it again when it is broken, half made or of another Python."""
    whole = subprocess.run(
        [str(PYTHON), "-c", "import pip, sys; print(sys.version_info[:2])"], capture_output=True, text=True, check=False
    ) if PYTHON.exists() else None
    if whole is not None and whole.returncode == 0 and whole.stdout.strip() == str(sys.version_info[:2]):
        return
    try:
        import ensurepip  # noqa: F401  Debian ships it apart, in python3-venv
        steps.run("making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    except ImportError:
        uv = shutil.which("uv")
        if not uv:
            raise Problem(
                "this Python has no ensurepip, so it can make no environment.\n"
                "  Debian and Ubuntu: apt install python3-venv"
            ) from None
        steps.run("making .venv", [uv, "venv", "--seed", "--clear", "--python", sys.executable, str(VENV)])


def install_packages(steps: Steps, lock: str, title: str) -> None:
    """Install one lock file with hashes and put our own package on the path."""
    stamp = VENV / (".stamp-" + lock)
    wanted = digest(BACKEND / lock, sys.version_info[:3], "saleroom.pth, relative")
    if is_stamped(stamp, wanted) and PYTHON.exists():
        return
    make_environment(steps)
    stamp.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check"]
    steps.run(title, [*pip, "-r", str(BACKEND / lock)])
    # A path file instead of an editable install: building one would download a build system without a hash. The path in it is a
    # relative one, since Python reads the file in the locale's encoding: under LC_ALL=C a clone below /home/jürgen would not start.
    for packages in VENV.glob("lib/python3.*/site-packages"):
        (packages / "saleroom.pth").write_text(os.path.relpath(BACKEND, packages) + "\n")
    command = VENV / "bin" / "saleroom"
    command.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m saleroom.cli "$@"\n')
    command.chmod(0o755)
    stamp.write_text(wanted)


def node_version() -> str:
    try:
        told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        raise Problem(f"Node is missing: install Node {NODE_MIN} or newer.") from None
    if int(told.lstrip("v").split(".")[0]) < NODE_MIN or not shutil.which("npm"):
        raise Problem(f"Node {NODE_MIN} or newer with npm is needed; `node --version` says {told}.")
    return told


NPM = {
    "NEXT_TELEMETRY_DISABLED": "1", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    "npm_config_audit": "false", "npm_config_fund": "false",
}


def frontend_lock(node: str) -> str:
    return digest(FRONTEND / "package.json", FRONTEND / "package-lock.json", FRONTEND / ".npmrc", node)


def install_frontend(steps: Steps) -> None:
    stamp, wanted = FRONTEND / "node_modules" / ".saleroom-stamp", frontend_lock(node_version())
    if not is_stamped(stamp, wanted):
        stamp.unlink(missing_ok=True)
        steps.run("frontend packages (npm ci)", ["npm", "ci", "--include=dev"], FRONTEND, NPM)
        stamp.write_text(wanted)


def build_frontend(steps: Steps) -> None:
    stamp, wanted = FRONTEND / ".next" / ".saleroom-stamp", digest(FRONTEND, frontend_lock(node_version()))
    if not is_stamped(stamp, wanted):
        stamp.unlink(missing_ok=True)
        steps.run("frontend build (next build)", ["npm", "run", "build"], FRONTEND, {**NPM, "NODE_ENV": "production"})
        stamp.write_text(wanted)


def prepare(need: str, steps: Steps) -> None:
    """Bring the clone to what a command needs; one at a time, whoever comes second waits."""
    with Path(__file__).open() as myself:
        try:
            fcntl.flock(myself, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("  waiting: another start is installing here")
            fcntl.flock(myself, fcntl.LOCK_EX)
        for what in NEEDS[need]:
            if what.startswith("frontend") and not (FRONTEND / "package-lock.json").exists():
                tell(f"  {what}: left out, there is no frontend/package-lock.json")
            elif what == "locked packages":
                install_packages(steps, "requirements.txt", "Python packages")
            elif what == "development packages":
                install_packages(steps, "requirements-dev.txt", "Python packages for development")
            elif what == "frontend packages":
                install_frontend(steps)
            else:
                build_frontend(steps)


def become(command: list[str]) -> None:
    """Turn into the command: same pid, so that signals and the terminal reach it directly."""
    program = [str(PYTHON), "-m", "saleroom.cli"] if command[0] == "saleroom" else [str(VENV / "bin" / command[0])]
    os.execv(program[0], [*program, *command[1:]])


def main() -> int:
    need, command = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 2 else ("", [])
    if need not in NEEDS:
        tell(__doc__)
        return 2
    if sys.version_info < PYTHON_MIN:
        for minor in range(19, PYTHON_MIN[1] - 1, -1):
            other = shutil.which(f"python3.{minor}")
            if other:
                os.execv(other, [other, *sys.argv])
        tell(f"Python {PYTHON_MIN[0]}.{PYTHON_MIN[1]} or newer is needed; this is {sys.version.split()[0]}.")
        return 1
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.path.insert(0, str(BACKEND))
    steps = Steps()
    try:
        prepare(need, steps)
    except Problem as problem:
        tell(f"\nSaleroom cannot start: {problem}")
        return 1
    except KeyboardInterrupt:
        tell("\nStopped; the next start goes on from here.")
        return 130
    finally:
        steps.stop()
    become(command)
    return 0


if __name__ == "__main__":
    sys.exit(main())
