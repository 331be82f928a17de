"""A whole house for the tests in a browser: everything that `make run` starts, on ports and a data folder of its own.

Two things are unlike: its passwords are hashed at the smallest cost, since at the full one they took half of the house's processor,
and nobody's rate is limited, since all its people come from one address and a quick machine would let none of them register.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_ports

READY_SECONDS_MAX = 300.0  # the demo paints at its first start
STOP_SECONDS_MAX = 40.0
PORTS = ("SALEROOM_BACKEND_PORT", "SALEROOM_FRONTEND_PORT", "SALEROOM_SMTP_PORT", "SALEROOM_MAILBOX_PORT")


@dataclass(frozen=True, slots=True)
class BrowserHouse:
    """Where its pages and its mailbox are, and the file with what it says."""

    pages: str
    mailbox: str
    log: Path


@contextlib.contextmanager
def house_for_browsers(repository: Path) -> Iterator[BrowserHouse]:
    """Start a house, and stop it at the end.

    Raises:
        RuntimeError: when it does not become ready; the text is what it said.
    """
    ports = dict(zip(PORTS, map(str, free_ports(len(PORTS))), strict=True))
    with tempfile.TemporaryDirectory(prefix="saleroom-e2e-") as made:
        place = Path(made)
        place.chmod(0o755)  # root's Postgres runs as another user, who must come in
        environment = {
            **os.environ, **ports, "SALEROOM_DATA_DIR": made, "SALEROOM_ENV": "test", "SALEROOM_TEST_USERS": "1",
            "PASSWORD_LENGTH_MIN": "6", "SALEROOM_RATE_LIMITS": "0",
        }
        log = place / "house.log"
        with log.open("w") as output:
            house = subprocess.Popen(
                [sys.executable, "-m", "tests.quick_house", "up", "--parent", str(os.getpid())],
                cwd=repository, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )
            try:
                _wait_until_ready(house, log)
                pages, mailbox = ports["SALEROOM_FRONTEND_PORT"], ports["SALEROOM_MAILBOX_PORT"]
                yield BrowserHouse(f"http://localhost:{pages}", f"http://127.0.0.1:{mailbox}", log)
            finally:
                _stop(house)


def _wait_until_ready(house: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS_MAX
    while "Saleroom is ready" not in log.read_text():
        if house.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the house did not start:\n" + log.read_text())
        time.sleep(0.1)


def _stop(house: "subprocess.Popen[bytes]") -> None:
    house.terminate()
    try:
        house.wait(STOP_SECONDS_MAX)
    except subprocess.TimeoutExpired:
        house.terminate()  # the second time hurries
        house.wait(STOP_SECONDS_MAX)
