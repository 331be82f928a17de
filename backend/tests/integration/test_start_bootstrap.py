"""The bootstrap installs and builds what is missing or changed, nothing else, and redoes what was left half done."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.stand_ins import REPOSITORY, is_running, wait_until

# Stands in for npm: notes what it was asked, and makes the folder that the real one makes.
NPM = """#!/bin/sh
echo "$1 $2" >> ../npm.asked
[ -z "$NPM_SLEEPS" ] || { echo $$ > ../npm.pid; sleep 60; }
[ -z "$NPM_FAILS" ] || { echo "the build is broken"; exit 1; }
if [ "$1" = ci ]; then rm -rf node_modules; mkdir node_modules; else mkdir -p .next; fi
"""


class Clone:
    """A clone with the real bootstrap, nothing to install for Python, and a stand-in npm."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.python = sys.executable if sys.prefix == sys.base_prefix else str(Path(sys.base_prefix) / "bin" / "python3")
        shutil.copy(REPOSITORY / "start.py", place)
        for path in ("saleroom/__init__.py", "saleroom/startup/__init__.py", "saleroom/startup/lifeline.py"):
            (place / "backend" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / "backend" / path, place / "backend" / path)
        for path, text in {
            "backend/requirements.txt": "", "frontend/package.json": "{}", "frontend/package-lock.json": "{}",
            "frontend/page.tsx": "one", "bin/npm": NPM,
        }.items():
            (place / path).parent.mkdir(exist_ok=True)
            (place / path).write_text(text)
        (place / "bin" / "npm").chmod(0o755)

    def command(self, *command: str) -> list[str]:
        return [self.python, str(self.place / "start.py"), "run", *(command or ("python", "-c", "print('became the command')"))]

    def environment(self, **extra: str) -> dict[str, str]:
        return {**os.environ, "PATH": f"{self.place / 'bin'}:{os.environ['PATH']}", **extra}

    def start(self, **extra: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(), env=self.environment(**extra), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
        )

    def asked(self) -> list[str]:
        """What npm was asked since the last time."""
        file = self.place / "npm.asked"
        told = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return told


@pytest.fixture(scope="module")
def clone() -> Iterator[Clone]:
    with tempfile.TemporaryDirectory(prefix="saleroom-clöne-") as place:
        yield Clone(Path(place))


def test_the_first_start_installs_and_builds_with_a_line_of_progress_for_each_step(clone: Clone) -> None:
    told = clone.start()
    assert told.returncode == 0, told.stdout + told.stderr
    assert clone.asked() == ["ci --include=dev", "run build"]
    for step in ("making .venv", "Python packages", "frontend packages (npm ci)", "frontend build (next build)"):
        assert step in told.stdout
    assert told.stdout.endswith("became the command\n")


@pytest.mark.parametrize("locale", ["C", "xx_YY.UTF-8"])
def test_a_clone_below_a_name_with_umlauts_starts_under_every_locale(clone: Clone, locale: str) -> None:
    clone.start()
    told = clone.start(LC_ALL=locale)
    assert told.returncode == 0 and told.stdout.endswith("became the command\n"), told.stderr


def test_the_second_start_does_nothing_again(clone: Clone) -> None:
    clone.start()
    clone.asked()
    assert clone.start().stdout == "became the command\n" and clone.asked() == []


def test_a_changed_page_is_built_and_nothing_is_installed(clone: Clone) -> None:
    (clone.place / "frontend" / "page.tsx").write_text("two")
    clone.start()
    assert clone.asked() == ["run build"]


def test_a_failed_build_shows_its_reason_and_is_done_again(clone: Clone) -> None:
    (clone.place / "frontend" / "page.tsx").write_text("three")
    failed = clone.start(NPM_FAILS="1")
    assert failed.returncode == 1 and "the build is broken" in failed.stdout and "became" not in failed.stdout
    clone.asked()
    assert clone.start().returncode == 0 and clone.asked() == ["run build"]


def test_an_interrupted_installation_leaves_no_process_and_is_done_again(clone: Clone) -> None:
    (clone.place / "frontend" / "package-lock.json").write_text('{"changed": true}')
    process = subprocess.Popen(clone.command(), env=clone.environment(NPM_SLEEPS="1"), stdout=subprocess.DEVNULL)
    npm = int(wait_until(lambda: _read(clone.place / "npm.pid"), "an npm at work"))
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) != 0 and not is_running(npm)
    clone.asked()
    clone.start()
    assert clone.asked() == ["ci --include=dev", "run build"]


def test_a_broken_environment_is_made_again(clone: Clone) -> None:
    (clone.place / ".venv" / "bin" / "python").unlink()
    told = clone.start()
    assert told.returncode == 0 and "making .venv" in told.stdout


def _read(file: Path) -> str:
    return file.read_text().strip() if file.exists() else ""
