"""Who asks the command line for help waits for that alone: no page of help brings the house, its database or its web server with it."""

import subprocess
import sys
from pathlib import Path

from saleroom.back_office import commands, upkeep
from saleroom.eventlog import outbox

BACKEND = Path(__file__).resolve().parents[2]
SLOW = {"asyncio", "asyncpg", "fastapi", "pydantic_settings", "starlette", "uvicorn"}
NEEDED = {"saleroom", "saleroom.cli", "saleroom.back_office", "saleroom.back_office.commands"}

EVERY_PAGE = """
import contextlib, io
from typer.main import get_command
from saleroom.cli import app

saleroom = get_command(app)
assert {"up", "openapi", "verify"} <= set(saleroom.commands)
for words in [], *([name] for name in saleroom.commands):
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
        saleroom([*words, "--help"], prog_name="saleroom")
    assert " ".join(["Usage: saleroom", *words]) in said.getvalue(), words
"""


def brought(program: str) -> set[str]:
    """What a program of Python's has imported in the end of what is slow, and of what is ours."""
    program += "\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=BACKEND, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split() if name in SLOW or name.split(".")[0] == "saleroom"}


def test_no_page_of_help_imports_more_than_the_command_line_itself() -> None:
    assert brought(EVERY_PAGE) == NEEDED


def test_a_neighbour_that_is_imported_too_early_is_seen() -> None:
    assert brought("import saleroom.main") > SLOW


def test_what_help_names_is_what_there_is() -> None:
    assert outbox.OUTCOMES == commands.OUTCOMES
    assert upkeep.read_tables() == commands.READ_TABLES
