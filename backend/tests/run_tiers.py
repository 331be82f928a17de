"""Runs the tiers of tests one after the other, each printing its seconds, and adds up what passed and failed.

What failed is named once more at the very end, since whoever keeps only the last lines of a run needs them most; and so is a test
in the browser that passed only when it was tried again (in CI it may, once): it is a race that somebody must look into.
A tier that this clone does not have is said so and counts as neither. Usage: run_tiers.py [TIER …], all by default;
`fix` and `types` are no tests but use the same programs.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import BinaryIO

from tests.browser_house import BrowserHouse, house_for_browsers
from tests.reports import Result, counted

REPOSITORY = Path(__file__).resolve().parents[2]
BACKEND = REPOSITORY / "backend"
FRONTEND = REPOSITORY / "frontend"
TESTS = BACKEND / "tests"

CHILD_STOP_SECONDS_MAX = 10.0
TIER_SECONDS_MAX = 900  # only so that a tier that hangs does not hang the run


_running: dict[int, "subprocess.Popen[bytes]"] = {}
"""The program of each thread."""


class Missing(Exception):
    """This clone does not have the tier; the text says what is not there."""


def environment() -> dict[str, str]:
    """What a tier is told: what we were, except to throw away compiled modules, which has each of its processes compile the house anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def program(name: str) -> str:
    """A program of the environment that runs us."""
    return str(Path(sys.executable).with_name(name))


def run(command: list[str], folder: Path, output: BinaryIO | None = None, /, **extra: str) -> int:
    """Run one program, its output shown or kept; its exit code, 124 when it hung. Nothing that it started outlives it."""
    try:
        child = _running[threading.get_ident()] = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output and subprocess.STDOUT,
            env={**environment(), **extra}, start_new_session=True,
        )
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
        del _running[threading.get_ident()]


def end_group(child: "subprocess.Popen[bytes]") -> None:
    """End a program and all of its session: kindly, so that its own houses stop, then by force."""
    for number in (signal.SIGTERM, signal.SIGKILL) if child.poll() is None else (signal.SIGKILL,):
        with contextlib.suppress(ProcessLookupError, PermissionError, subprocess.TimeoutExpired):
            os.killpg(child.pid, number)
            child.wait(CHILD_STOP_SECONDS_MAX)


def judged(command: list[str], folder: Path, **extra: str) -> Result:
    """A program that only says yes or no counts as one test."""
    print(f"  {said(command)}", flush=True)
    return Result(0, 1, (said(command),)) if run(command, folder, **extra) else Result(1, 0)


def said(command: list[str]) -> str:
    """A program with its first words, without the folders it is found in."""
    return " ".join(Path(part).name for part in command[:4])


def kept(command: list[str], folder: Path) -> Result:
    """The same, its output shown whole when it is over, since others run beside it."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as output:
        code = run(command, folder, output)
        output.seek(0)
        told = output.read().decode(errors="replace")
    print(f"  {said(command)} ({time.monotonic() - began:.1f} s)\n{told}", end="", flush=True)
    return Result(0, 1, (said(command),)) if code else Result(1, 0)


def check() -> Result:
    """Ruff, mypy and the floors; the compiler and the linter of the pages: as many at once as there are processors."""
    ours = [str(path) for path in (REPOSITORY / "start.py", BACKEND, REPOSITORY / "mailhog", REPOSITORY / "bench") if path.exists()]
    programs: list[tuple[list[str], Path]] = [([program("mypy")], BACKEND)]
    if (FRONTEND / "package.json").exists():
        programs += [(["npm", "run", "--silent", f"check:{part}"], FRONTEND) for part in ("lint", "types")]
    programs += [([program("lint-imports")], BACKEND), ([program("ruff"), "check", *ours], BACKEND)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        try:
            return sum(threads.map(lambda one: kept(*one), programs), Result())
        except BaseException:  # the run is stopped: nobody waits for the others
            threads.shutdown(wait=False, cancel_futures=True)
            for child in list(_running.values()):
                end_group(child)
            raise


def pytest(folder: str, processes: int = 1) -> Callable[[], Result]:
    """A tier that is a folder of pytest files, whole files spread over so many processes."""

    def tier() -> Result:
        if not list((TESTS / folder).glob("**/test_*.py")):
            raise Missing(f"backend/tests/{folder} has no tests")
        with tempfile.TemporaryDirectory(prefix="saleroom-tier-") as place:
            report = Path(place) / "report.xml"
            command = [program("pytest"), "-q", "--durations=5", f"--junitxml={report}", f"tests/{folder}"]
            command += ["-n", str(processes), "--dist", "loadfile", "--no-loadscope-reorder"] if processes > 1 else []
            code = run(command, BACKEND)
            return counted(report, code)

    return tier


def frontend_units() -> Result:
    """vitest."""
    if not (FRONTEND / "package.json").exists():
        raise Missing("there is no frontend")
    with tempfile.TemporaryDirectory(prefix="saleroom-tier-") as place:
        report = Path(place) / "report.xml"
        code = run(["npx", "vitest", "run", "--reporter=default", "--reporter=junit", f"--outputFile.junit={report}"], FRONTEND)
        return counted(report, code)


_open = contextlib.ExitStack()


@cache
def house() -> BrowserHouse:
    """The house that all browser tests of a run are guests of; it is closed when the run ends.

    Raises:
        RuntimeError: when it does not become ready.
    """
    return _open.enter_context(house_for_browsers(REPOSITORY))


def playwright(project: str, workers: int) -> Callable[[], Result]:
    """A tier that is a project of Playwright's, with a real browser on a whole house."""

    def tier() -> Result:
        if not list((FRONTEND / "e2e").glob("*.config.ts")):
            raise Missing("there is no frontend/e2e")
        try:
            there = house()
        except RuntimeError as problem:
            print(problem)
            return Result(0, 1, ("the house for the browsers did not start",))
        with tempfile.TemporaryDirectory(prefix="saleroom-tier-") as place:
            report = str(Path(place) / "report.xml")
            config = next((FRONTEND / "e2e").glob("*.config.ts"))
            code = run(
                ["npx", "playwright", "test", "-c", str(config), f"--project={project}", "--reporter=list,junit"], FRONTEND,
                E2E_WORKERS=os.environ.get("E2E_WORKERS", str(workers)), E2E_BASE_URL=there.pages, E2E_MAILBOX_URL=there.mailbox,
                PLAYWRIGHT_JUNIT_OUTPUT_NAME=report, PLAYWRIGHT_JUNIT_OUTPUT_FILE=report,
                PLAYWRIGHT_JUNIT_INCLUDE_RETRIES="1",
            )
            if code:
                print("what the house said last:\n" + "\n".join(there.log.read_text().splitlines()[-40:]))
            return counted(Path(report), code)

    return tier


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
    "unit": pytest("unit", processes=2),
    "house": pytest("house"),
    "integration": pytest("integration", processes=3),  # it waits about as long as it works
    "crowd": pytest("crowd"),
    "fuzz": pytest("fuzz"),
    "frontend": frontend_units,
    "browser": playwright("people", workers=3),  # people wait for each other
    "pages": playwright("pages", workers=2),
}
TOOLS: dict[str, Callable[[], Result]] = {"fix": fix, "types": types}


def main(asked: list[str]) -> int:
    """Run what was asked; the exit code is 1 when anything failed or nothing was run."""
    known = {**TIERS, **TOOLS}
    if unknown := [name for name in asked if name not in known]:
        print(f"no such tier: {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that every `finally` on the way out is taken
    with _open:
        return run_all(asked or list(TIERS))


def run_all(names: list[str]) -> int:
    """One tier after the other, each with its line."""
    known = {**TIERS, **TOOLS}
    whole, lines, failures, unsteady = Result(), list[str](), list[str](), list[str]()
    for name in names:
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        try:
            result = known[name]()
            line = f"{name:<12} {result.passed:5} passed {result.failed:5} failed {time.monotonic() - began:8.1f} s"
            whole += result
            failures += [f"{name}: {failure}" for failure in result.failures]
            unsteady += [f"{name}: {failure}" for failure in result.unsteady]
        except Missing as missing:
            line = f"{name:<12} not run: {missing}"
        lines.append(line)
        print(line, flush=True)
    print("\n" + "\n".join(lines))
    for title, named in (("passed only when tried again", unsteady), ("failed", failures)):
        if named:
            print(f"\n{title}:\n" + "\n".join(named))
    print(f"\n{whole.passed} passed, {whole.failed} failed")
    return 1 if whole.failed or not whole.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
