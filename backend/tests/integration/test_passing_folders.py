"""A run of tests that was killed leaves nothing in memory for long, and nobody takes away what another still holds."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.actors import REPOSITORY
from tests.passing_folders import passing_folder, take_away_left_ones

OTHER_RUN = """
import sys
from pathlib import Path
from tests.passing_folders import passing_folder
with passing_folder(Path(sys.argv[1]), 0) as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_the_folder_of_a_killed_run_is_taken_away_and_that_of_a_living_one_is_not(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OTHER_RUN, str(tmp_path)]
    with passing_folder(tmp_path, 0) as ours:
        other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY / "backend")
        with other:
            assert other.stdout is not None
            theirs = Path(other.stdout.readline().strip())
            assert ours.parent == theirs.parent == tmp_path
            take_away_left_ones(tmp_path, 0.0)
            assert ours.is_dir() and theirs.is_dir()
            other.send_signal(signal.SIGKILL)
        take_away_left_ones(tmp_path)
        assert theirs.is_dir(), "it is so young that its run may be about to lock it"
        take_away_left_ones(tmp_path, 0.0)
        assert ours.is_dir() and not theirs.exists()
    assert not ours.exists()
