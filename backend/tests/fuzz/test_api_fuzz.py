"""Whatever is sent to any door, by nobody, by a person or by an administrator: no 5xx, and no answer that is not documented.

The requests are made by schemathesis from the OpenAPI document of a running worker; the seed is printed, so that a failing run
can be had again.
"""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from saleroom.settings import Settings
from saleroom.wiring import build
from tests.actors import SECRET, Person, Server, make_lot, sign_in, sign_up

SEED = 20_260_101
SECONDS_MAX = 15  # what is left after every door was tried is used to try them again
EXAMPLES_MAX = 3
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"

# What ends the tester's own session, or the tester: tried by hand in the tests of accounts.
SUICIDAL = (
    ("DELETE", "/users/me"), ("POST", "/auth/cookie/logout"), ("DELETE", "/users/me/sessions/{session_id}"), ("PATCH", "/users/me"),
    ("PATCH", "/admin/users/{user_id}"),
)


@pytest.mark.parametrize("who", ["nobody", "a person", "an administrator"])
def test_no_request_breaks_a_door_or_gets_an_undocumented_answer(server: Server, who: str, tmp_path: Path) -> None:
    seller = sign_up(server.url)
    for _ in range(3):
        make_lot(seller)
    (tmp_path / "schemathesis.toml").write_text("[auth]\nauto-signup = false\n")  # or else nobody would open an account
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "run", f"{server.url}/openapi.json", "--checks", CHECKS,
        "--phases", "fuzzing", "-n", str(EXAMPLES_MAX), "--seed", str(SEED), "--max-time", str(SECONDS_MAX),
        "--request-timeout", "30", "--no-shrink", "--continue-on-failure", "--warnings", "off", "--suppress-health-check", "all",
    ]
    for method, path in SUICIDAL if who != "nobody" else ():
        command += ["--exclude-name", f"{method} {path}"]
    if who == "a person":
        command += ["-H", f"Authorization: Bearer {sign_up(server.url).token}"]
    if who == "an administrator":
        command += ["-H", f"Authorization: Bearer {administrator(server).token}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS_MAX + 60, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"seed {SEED}\n{done.stdout[-8000:]}\n{done.stderr[-2000:]}"
    selected, tested = re.findall(r"(?:Selected|Tested): (\d+)", done.stdout)
    assert selected == tested and int(tested) > 40, done.stdout[-2000:]
    assert server.process is not None and server.process.poll() is None


def administrator(server: Server) -> Person:
    """The demo's administrator, made as the start makes him."""
    asyncio.run(_ensure_demo(server))
    return sign_in(server.url, "admin", "admin123")


async def _ensure_demo(server: Server) -> None:
    settings = Settings(secret=SecretStr(SECRET), app_database_url=SecretStr(server.database.app), env="test")  # type: ignore[call-arg]
    worker = await build(settings)
    await worker.house.accounts.ensure_demo()
    await worker.house.pool.close()
