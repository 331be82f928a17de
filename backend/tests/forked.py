"""Starts a program in a process of its own without the worker's second of imports: forked from a process that has them already.

What it is forked from has imported modules and made the doors, nothing else: no loop, socket, thread, setting or connection is
inherited. The program finds the environment and the command line that `python -m` would give it, and ends with whoever started it.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import threading
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["tests.preloaded", __name__])


class Forked:
    """A running module, with what the tests use of `subprocess.Popen`."""

    def __init__(self, module: str, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
        self._process = ForkServerProcess(target=_become, args=(module, arguments, str(folder), environment), daemon=True)
        self._process.start()
        assert self._process.pid is not None
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """The exit code, negative for a signal, or None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: it still runs.
        """
        self._process.join(timeout)
        if (code := self._process.exitcode) is None:
            raise subprocess.TimeoutExpired(self._process.name, timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        """Nothing, when it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """SIGKILL, as the kernel would."""
        self._process.kill()


def _become(module: str, arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    """In the new process: run the module as `python -m` does, the worker's with the doors that were met already."""
    from tests.preloaded import WORKER, use_doors  # most runs of tests start nothing and need not import it
    from tests.quick_passwords import hash_quickly_everywhere

    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    hash_quickly_everywhere()
    use_doors()
    sys.path.insert(0, folder)
    sys.argv = [module, *arguments]
    if module == WORKER.__name__:
        WORKER.main()
    else:
        sys.modules.pop(module, None)
        runpy.run_module(module, run_name="__main__", alter_sys=True)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
