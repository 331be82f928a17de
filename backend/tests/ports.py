"""Picks ports for what a test starts: below those that the kernel lends to outgoing connections, which could take one meanwhile."""

import contextlib
import itertools
import os
import socket

LOWEST, HIGHEST = 20_000, 32_000  # Linux lends 32 768 and above, macOS 49 152 and above
STRIDE = 499  # test runs that start together begin so far from each other

_numbers = itertools.count(os.getpid() * STRIDE)


def free_port() -> int:
    """A loopback port that nobody listens on and that this run has not picked before."""
    while True:
        port = LOWEST + next(_numbers) % (HIGHEST - LOWEST)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def free_ports(count: int) -> list[int]:
    """So many of them."""
    return [free_port() for _ in range(count)]
