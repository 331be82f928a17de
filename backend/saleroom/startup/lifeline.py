"""Notices that the one who started us is gone, so that no process is left behind.

A supervisor that is killed with SIGKILL can tell nobody. A worker therefore calls `end_with_parent` as its first act;
the supervisor itself follows the `make` that called it, which keeps an interrupt that only make received to itself.
"""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

LOOK_SECONDS = 0.25  # a look is one system call
GRACE_SECONDS_MAX = 10.0  # as long as a worker may take to close its sockets and finish its batches


class Parent:
    """One process that we follow.

    Args:
        pid: of our parent, as `os.getppid()` says at the start.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._caught_interrupts = _catches_interrupts(pid)

    def is_gone(self) -> bool:
        return os.getppid() != self._pid

    def is_gone_or_interrupted(self) -> bool:
        """Also true for a make that was interrupted: it gives up its handler and then waits for us, telling us nothing.

        Where there is no /proc only the first half is known.
        """
        return self.is_gone() or (self._caught_interrupts is True and _catches_interrupts(self._pid) is False)


def _catches_interrupts(pid: int) -> bool | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        mask = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
        return bool(int(mask.split()[1], 16) >> (signal.SIGINT - 1) & 1)
    except (OSError, StopIteration, ValueError):
        return None


def end_with_parent(on_gone: Callable[[], None] | None = None) -> threading.Thread:
    """Watch the parent from a daemon thread; when it is gone, end this process as SIGTERM would, or at last by force.

    Args:
        on_gone: called first, in the watching thread; for a line in the log.
    """
    parent = Parent(os.getppid())

    def watch() -> None:
        while not parent.is_gone():
            time.sleep(LOOK_SECONDS)
        if on_gone is not None:
            on_gone()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE_SECONDS_MAX)
        os._exit(1)

    thread = threading.Thread(target=watch, name="lifeline", daemon=True)
    thread.start()
    return thread
