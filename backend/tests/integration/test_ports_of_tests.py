"""A port that a test run picked is nobody else's until that run ends, also while nobody listens there."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ports
from tests.actors import REPOSITORY

OTHER_RUN = """
import itertools, sys
from tests import ports
ports._numbers = itertools.count(7)
print(ports.free_port(sys.argv[1]), flush=True)
sys.stdin.read()
"""


def test_a_run_that_begins_at_the_same_number_picks_another_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", OTHER_RUN, str(tmp_path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY / "backend")
    with other:
        assert other.stdout is not None and other.stdin is not None
        theirs = int(other.stdout.readline())
        for _ in range(2):
            monkeypatch.setattr(ports, "_numbers", itertools.count(7))
            assert ports.free_port(str(tmp_path)) != theirs
        other.stdin.close()
    monkeypatch.setattr(ports, "_numbers", itertools.count(7))
    assert ports.free_port(str(tmp_path)) == theirs, "the run is over, and nobody listens"
