"""Lends a folder for what nobody keeps when a run of tests is over: in memory where the machine has some to spare, else on disk.

Law: a run that was killed leaves nothing in memory for long. Who lends a folder keeps it locked, and whoever comes later takes away
those that nobody holds; a Postgres that was left in one ends by itself within a minute when its files are gone.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY, DISK = Path("/dev/shm"), Path("/var/tmp")
FREE_BYTES_MIN = 4 * 2**30  # the databases of a whole tier, WAL and all, in each of three processes
PREFIX = "saleroom-test-"
AGE_SECONDS_MIN = 60.0  # a younger one may not be locked yet


@contextmanager
def passing_folder(memory: Path | None = MEMORY, free_bytes_min: int = FREE_BYTES_MIN) -> Iterator[Path]:
    """A new folder that any user may enter, taken away at the end; without memory it is on disk."""
    place = DISK
    if memory is not None and memory.is_dir() and os.access(memory, os.W_OK | os.X_OK):
        take_away_left_ones(memory)
        place = memory if shutil.disk_usage(memory).free >= free_bytes_min else DISK
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=place, ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield Path(folder)
        finally:
            os.close(held)


def take_away_left_ones(memory: Path, age_seconds_min: float = AGE_SECONDS_MIN) -> None:
    """Remove the folders of runs that were killed."""
    for folder in memory.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # gone meanwhile, held, or another user's
            found = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if time.time() - os.fstat(found).st_mtime >= age_seconds_min:
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(found)
