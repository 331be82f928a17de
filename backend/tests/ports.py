"""Picks ports for what a test starts: below those that the kernel lends to outgoing connections, which could take one meanwhile.

A port belongs to the run that picked it until that run ends, also while nobody listens there: a house that is started anew on its
ports must not find one in the hands of a run beside it, not even for the moment in which that one tries it.
"""

import contextlib
import errno
import fcntl
import itertools
import os
import socket
import tempfile
from functools import cache
from pathlib import Path

LOWEST, HIGHEST = 20_000, 32_000  # Linux lends 32 768 and above, macOS 49 152 and above
STRIDE = 499  # test runs that start together begin so far from each other

_numbers = itertools.count(os.getpid() * STRIDE)
_mine: set[int] = set()


@cache
def _register(folder: str) -> int:
    """The file whose bytes stand for the ports; never closed, since that would give up every port of this process."""
    return os.open(Path(folder) / f"saleroom-test-ports-{os.getuid()}", os.O_RDWR | os.O_CREAT, 0o600)


def _claim(port: int, folder: str) -> bool:
    """Make a port ours until this process ends, unless it is another's."""
    try:
        fcntl.lockf(_register(folder), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EAGAIN):
            raise
        return False
    return True


def free_port(folder: str = tempfile.gettempdir()) -> int:
    """A loopback port that nobody listens on and that neither this run has picked before nor any run that still goes on."""
    while True:
        port = LOWEST + next(_numbers) % (HIGHEST - LOWEST)
        if port in _mine or not _claim(port, folder):
            continue
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            _mine.add(port)
            return port


def free_ports(count: int) -> list[int]:
    """So many of them."""
    return [free_port() for _ in range(count)]
