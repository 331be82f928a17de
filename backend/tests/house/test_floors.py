"""Every wall of the house stands: the contracts of the import linter are kept, and each is seen to fail on a planted violation."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[2]

PLANTED = {
    "Floors: nobody looks upstairs, strangers on one floor do not know each other": ("mail/words.py", "import saleroom.handle"),
    "The domain is pure: no clock, socket, table, setting or third party": ("domain/money.py", "import time"),
    "The nouns do not know each other": ("domain/chat/decider.py", "import saleroom.domain.auctions.rules"),
    "Seating is no noun": ("domain/seating/shape.py", "import saleroom.domain.ticket_sales.events"),
    "Only wiring, fittings, main and cli read settings": ("api/health.py", "import saleroom.settings"),
    "Only eventlog, projections, accounts, tickets and payments speak SQL": ("realtime/feed.py", "import asyncpg"),
    "Presence travels by the wake-up interface": ("realtime/presence.py", "import saleroom.eventlog.pool"),
    "No cycles": ("domain/decider.py", "import saleroom.domain.sitting"),
}


def _lint(folder: Path) -> tuple[int, dict[str, str]]:
    """The linter's exit code and its verdict on each contract."""
    lint = Path(sys.executable).parent / "lint-imports"
    environment = {"PATH": "/usr/bin", "PYTHONPATH": str(folder)}
    done = subprocess.run([lint, "--no-cache"], cwd=folder, capture_output=True, text=True, env=environment)
    return done.returncode, dict(re.findall(r"^(.+?) (KEPT|BROKEN)", done.stdout, re.M))


def test_every_contract_is_kept() -> None:
    code, verdicts = _lint(BACKEND)
    assert (code, set(verdicts.values())) == (0, {"KEPT"}), verdicts


def test_every_contract_fails_on_a_planted_violation(tmp_path: Path) -> None:
    shutil.copytree(BACKEND / "saleroom", tmp_path / "saleroom", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(BACKEND / "pyproject.toml", tmp_path)
    for file, line in PLANTED.values():
        target = tmp_path / "saleroom" / file
        target.write_text(target.read_text() + f"\n{line}\n")
    code, verdicts = _lint(tmp_path)
    assert code != 0
    assert verdicts == dict.fromkeys(PLANTED, "BROKEN")


def test_a_new_room_must_be_placed_on_a_floor(tmp_path: Path) -> None:
    shutil.copytree(BACKEND / "saleroom", tmp_path / "saleroom", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(BACKEND / "pyproject.toml", tmp_path)
    (tmp_path / "saleroom" / "attic.py").write_text('"""A room on no floor."""\n')
    code, verdicts = _lint(tmp_path)
    assert code != 0
    assert [name for name, verdict in verdicts.items() if verdict == "BROKEN"] == [next(iter(PLANTED))]
