"""An operator at the command line of a house in the tests: `saleroom COMMAND` in this process, in one of its own, or on a terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from typer.testing import CliRunner

from saleroom import cli
from saleroom.back_office.office import Office
from tests.actors import REPOSITORY, SECRET, Database, environment
from tests.ports import free_port

ANSWER_SECONDS_MAX = 30.0
AGAIN_SECONDS = 5.0  # longer than a command that heard the key takes to end


@dataclass(frozen=True)
class Told:
    """What a command said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def saleroom(database: Database, *arguments: str, typed: str = "") -> Told:
    """Run a command in this process, as `saleroom.cli` would, in a house that uses this database."""
    office = Office(REPOSITORY, database.owner, database.app, SECRET, "EUR", is_production=False, password_length_min=8)
    result = CliRunner().invoke(cli.app, arguments, input=typed, obj=lambda: office)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Told(result.exit_code, result.stdout, result.output)


def really(*arguments: str, typed: str = "", **variables: str) -> Told:
    """Run a command as an operator does, with what the environment says."""
    done = subprocess.run(
        _command(*arguments), env=_house(variables), input=typed, capture_output=True, text=True, timeout=60, cwd=REPOSITORY
    )
    return Told(done.returncode, done.stdout, done.stderr)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "saleroom.cli", *arguments]


def _house(variables: dict[str, str]) -> dict[str, str]:
    return {**environment(Database("", ""), free_port()), "SALEROOM_APP_DATABASE_URL": "", "DATABASE_URL": "", **variables}


@dataclass
class Terminal:
    """`saleroom` without arguments on a terminal of its own; what it says is read as it comes."""

    database: Database
    said: str = ""
    process: subprocess.Popen[bytes] = field(init=False)

    def __enter__(self) -> Self:
        self._mine, theirs = pty.openpty()
        house = _house({"DATABASE_URL": self.database.owner, "SALEROOM_APP_DATABASE_URL": self.database.app, "TERM": "dumb"})

        def sit_down() -> None:
            os.login_tty(theirs)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell may have started us deaf to it

        self.process = subprocess.Popen(_command(), env=house, preexec_fn=sit_down, pass_fds=(theirs,), cwd=REPOSITORY)
        os.close(theirs)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._mine)

    def type(self, text: str) -> None:
        """Press keys; a line ends with a line feed."""
        os.write(self._mine, text.encode())

    def until(self, text: str) -> str:
        """What was said up to and with these words, since the last time."""
        deadline = time.monotonic() + ANSWER_SECONDS_MAX
        while text not in self.said:
            ready, _, _ = select.select([self._mine], [], [], 0.2)
            try:
                self.said += os.read(self._mine, 65_536).decode(errors="replace").replace("\r\n", "\n") if ready else ""
            except OSError:
                raise AssertionError(f"it ended and never said {text!r}: {self.said}") from None
            assert time.monotonic() < deadline, f"it never said {text!r}: {self.said}"
        heard, _, self.said = self.said.partition(text)
        return heard + text

    def leave(self, again: str = "") -> int:
        """Wait for its end: the exit code.

        Args:
            again: a key that is pressed again where nothing happens for long, as people do. Ctrl-C in the moment between the prompt
                and the wait for a key does not end that wait: Python looks for signals before it begins, and then at the next key.
        """
        began = pressed = time.monotonic()
        while self.process.poll() is None and (now := time.monotonic()) < began + ANSWER_SECONDS_MAX:
            if again and now > pressed + AGAIN_SECONDS:
                pressed = now
                self.type(again)
            ready, _, _ = select.select([self._mine], [], [], 0.1)
            try:
                self.said += os.read(self._mine, 65_536).decode(errors="replace") if ready else ""
            except OSError:
                break
        return self.process.wait(5)
