"""Runs the tiers of tests one after the other, each printing its seconds, and adds up what passed and failed.

A tier that this clone does not have is said so and counts as neither. Usage: run_tiers.py [TIER …], all by default;
`fix` and `types` are no tests but use the same programs.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BACKEND = REPOSITORY / "backend"
FRONTEND = REPOSITORY / "frontend"
TESTS = BACKEND / "tests"

HOUSE_READY_SECONDS_MAX = 90.0
HOUSE_STOP_SECONDS_MAX = 40.0
CHILD_STOP_SECONDS_MAX = 10.0
TIER_SECONDS_MAX = 420  # a tier that hangs must not hang the run; the whole has ten minutes


@dataclass(frozen=True, slots=True)
class Result:
    """What one tier or one program found."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: "Result") -> "Result":
        return Result(self.passed + other.passed, self.failed + other.failed)


class Missing(Exception):
    """This clone does not have the tier; the text says what is not there."""


def program(name: str) -> str:
    """A program of the environment that runs us."""
    return str(Path(sys.executable).with_name(name))


def run(command: list[str], folder: Path, **extra: str) -> int:
    """Run one program with its output shown; its exit code, 124 when it hung. Nothing that it started outlives it."""
    try:
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, env={**os.environ, **extra}, start_new_session=True)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}")
        return 127
    try:
        return child.wait(TIER_SECONDS_MAX)
    except subprocess.TimeoutExpired:
        print(f"{command[0]} did not end within {TIER_SECONDS_MAX} s")
        return 124
    finally:
        end_group(child)


def end_group(child: "subprocess.Popen[bytes]") -> None:
    """End a program and all of its session: kindly, so that its own houses stop, then by force."""
    for number in (signal.SIGTERM, signal.SIGKILL) if child.poll() is None else (signal.SIGKILL,):
        with contextlib.suppress(ProcessLookupError, PermissionError, subprocess.TimeoutExpired):
            os.killpg(child.pid, number)
            child.wait(CHILD_STOP_SECONDS_MAX)


def judged(command: list[str], folder: Path, **extra: str) -> Result:
    """A program that only says yes or no counts as one test."""
    print(f"  {' '.join(Path(part).name for part in command[:4])}", flush=True)
    return Result(0, 1) if run(command, folder, **extra) else Result(1, 0)


def check() -> Result:
    """Ruff, mypy and the floors; the compiler and the linter of the pages."""
    ours = [str(path) for path in (REPOSITORY / "start.py", BACKEND, REPOSITORY / "mailhog", REPOSITORY / "bench") if path.exists()]
    result = judged([program("ruff"), "check", *ours], BACKEND)
    result += judged([program("mypy")], BACKEND)
    result += judged([program("lint-imports")], BACKEND)
    if (FRONTEND / "package.json").exists():
        result += judged(["npm", "run", "--silent", "check"], FRONTEND)
    return result


def pytest(folder: str, processes: int = 1) -> Callable[[], Result]:
    """A tier that is a folder of pytest files, whole files spread over so many processes."""

    def tier() -> Result:
        if not list((TESTS / folder).glob("**/test_*.py")):
            raise Missing(f"backend/tests/{folder} has no tests")
        with tempfile.TemporaryDirectory(prefix="saleroom-tier-") as place:
            report = Path(place) / "report.xml"
            command = [program("pytest"), "-q", "--durations=5", f"--junitxml={report}", f"tests/{folder}"]
            command += ["-n", str(processes), "--dist", "loadfile"] if processes > 1 else []
            code = run(command, BACKEND)
            return counted(report, code)

    return tier


def counted(report: Path, code: int) -> Result:
    """The numbers of a junit report; a run that failed without a failed test (a crash) counts one failure."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return Result(0, 1)
    total, skipped, failed = 0, 0, 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        skipped += int(suite.get("skipped", 0) or 0)
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return Result(max(0, total - skipped - failed), max(failed, 1 if code else 0))


def frontend_units() -> Result:
    """vitest."""
    if not (FRONTEND / "package.json").exists():
        raise Missing("there is no frontend")
    with tempfile.TemporaryDirectory(prefix="saleroom-tier-") as place:
        report = Path(place) / "report.xml"
        code = run(["npx", "vitest", "run", "--reporter=default", "--reporter=junit", f"--outputFile.junit={report}"], FRONTEND)
        return counted(report, code)


@contextlib.contextmanager
def whole_house(place: Path) -> Iterator[tuple[str, str]]:
    """A house on free ports with a data folder of its own; yields the addresses of its pages and its mailbox.

    Raises:
        RuntimeError: when it does not become ready; what it said is printed.
    """
    names = ("SALEROOM_BACKEND_PORT", "SALEROOM_FRONTEND_PORT", "SALEROOM_SMTP_PORT", "SALEROOM_MAILBOX_PORT")
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in names]
        ports = {name: str(one.getsockname()[1]) for name, one in zip(names, sockets, strict=True)}
    environment = {
        **os.environ, **ports, "SALEROOM_DATA_DIR": str(place), "PASSWORD_LENGTH_MIN": "6", "SALEROOM_TEST_USERS": "1",
        "SALEROOM_ENV": "test",
    }
    log = (place / "house.log").open("w+")
    house = subprocess.Popen(
        [sys.executable, "-m", "saleroom.cli", "up", "--parent", str(os.getpid())],
        cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL,
        stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
    )
    try:
        deadline = time.monotonic() + HOUSE_READY_SECONDS_MAX
        while "Saleroom is ready" not in (place / "house.log").read_text():
            if house.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the house did not start:\n" + (place / "house.log").read_text())
            time.sleep(0.1)
        yield f"http://localhost:{ports['SALEROOM_FRONTEND_PORT']}", f"http://127.0.0.1:{ports['SALEROOM_MAILBOX_PORT']}"
    finally:
        house.terminate()
        try:
            house.wait(HOUSE_STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            house.terminate()  # the second time hurries
            house.wait(HOUSE_STOP_SECONDS_MAX)
        log.close()


def e2e() -> Result:
    """Playwright with a real browser on a whole house."""
    if not list((FRONTEND / "e2e").glob("*.config.ts")):
        raise Missing("there is no frontend/e2e")
    with tempfile.TemporaryDirectory(prefix="saleroom-e2e-") as made:
        place = Path(made)
        place.chmod(0o755)  # root's Postgres runs as another user, who must come in
        report = place / "report.xml"
        try:
            with whole_house(place) as (pages, mailbox):
                config = next((FRONTEND / "e2e").glob("*.config.ts"))
                code = run(
                    ["npx", "playwright", "test", "-c", str(config), "--reporter=list,junit"], FRONTEND,
                    E2E_BASE_URL=pages, E2E_MAILBOX_URL=mailbox,
                    PLAYWRIGHT_JUNIT_OUTPUT_NAME=str(report), PLAYWRIGHT_JUNIT_OUTPUT_FILE=str(report),
                )
        except RuntimeError as problem:
            print(problem)
            return Result(0, 1)
        if code:
            print("what the house said last:\n" + "\n".join((place / "house.log").read_text().splitlines()[-40:]))
        return counted(report, code)


def fix() -> Result:
    """Let the linters repair what they can."""
    result = judged([program("ruff"), "check", "--fix", str(REPOSITORY / "start.py"), str(BACKEND)], BACKEND)
    return result + judged(["npx", "eslint", ".", "--fix"], FRONTEND)


def types() -> Result:
    """Export the OpenAPI document with the socket frames and make the TypeScript types from it."""
    with tempfile.TemporaryDirectory(prefix="saleroom-types-") as place:
        document = Path(place) / "openapi.json"
        with document.open("wb") as to:
            if subprocess.run([sys.executable, "-m", "saleroom.cli", "openapi"], cwd=REPOSITORY, stdout=to).returncode:
                return Result(0, 1)
        return judged(["npm", "run", "types"], FRONTEND, SALEROOM_OPENAPI=str(document))


TIERS: dict[str, Callable[[], Result]] = {
    "check": check,
    "unit": pytest("unit"),
    "house": pytest("house"),
    "integration": pytest("integration", processes=2),  # it waits as long as it works
    "crowd": pytest("crowd"),
    "fuzz": pytest("fuzz"),
    "frontend": frontend_units,
    "e2e": e2e,
}
TOOLS: dict[str, Callable[[], Result]] = {"fix": fix, "types": types}


def main(asked: list[str]) -> int:
    """Run what was asked; the exit code is 1 when anything failed or nothing was run."""
    known = {**TIERS, **TOOLS}
    if unknown := [name for name in asked if name not in known]:
        print(f"no such tier: {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that every `finally` on the way out is taken
    whole, lines = Result(), []
    for name in asked or TIERS:
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        try:
            result = known[name]()
            line = f"{name:<12} {result.passed:5} passed {result.failed:5} failed {time.monotonic() - began:8.1f} s"
            whole += result
        except Missing as missing:
            line = f"{name:<12} not run: {missing}"
        lines.append(line)
        print(line, flush=True)
    print("\n" + "\n".join(lines))
    print(f"\n{whole.passed} passed, {whole.failed} failed")
    return 1 if whole.failed or not whole.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
