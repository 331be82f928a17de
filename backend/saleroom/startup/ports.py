"""Says before anything is started whether this machine has the address and every port is free, and if not, what to change."""

import contextlib
import errno
import os
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

BACKLOG = 2048  # connections waiting for accept(): a crowd at the on-sale second
CONNECT_SECONDS_MAX = 0.5
LET_GO_SECONDS_MAX = 0.5  # a program that was just ended is gone a moment before all its threads, and so its ports, are
LOOK_AGAIN_SECONDS = 0.02
_LISTEN = "0A"  # the state column of /proc/net/tcp


class PortProblem(Exception):
    """A port cannot be used; the text names the port, its variable and, if known, who has it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One port a part will listen on."""

    variable: str
    port: int


def listen(host: str, port: int) -> socket.socket:
    """A listening socket that child processes may inherit.

    Raises:
        OSError: when the port or the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except BaseException:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


def check(host: str, wanted: tuple[Wanted, ...]) -> None:
    """Try the address, and then every port on it.

    Raises:
        PortProblem: names the address, or all ports that cannot be had, at once.
    """
    _check_address(host)
    faults: list[str] = []
    seen: dict[int, str] = {}
    for want in wanted:
        if want.port in seen:
            faults.append(f"{want.variable} and {seen[want.port]} are both {want.port}: give each its own port.")
        seen.setdefault(want.port, want.variable)
        fault = _lasting_fault(host, want)
        if fault:
            faults.append(fault)
    if faults:
        raise PortProblem("\n".join(faults))


def _check_address(host: str) -> None:
    try:
        listen(host, 0).close()
    except OSError as error:
        own = _own_address()
        raise PortProblem(
            f"SALEROOM_HOST={host} is no address of this machine ({error.strerror or error}). Leave it out, or use 127.0.0.1, to be reached"
            f" from this machine only; use 0.0.0.0 to be reached over every network of it{f', or {own} over one' if own else ''}."
        ) from None


def _own_address() -> str:
    """The address by which this machine goes out, if it does; nothing is sent to find it."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # reserved for documentation (RFC 5737)
        address: str = probe.getsockname()[0]
        return address
    return ""


def _lasting_fault(host: str, want: Wanted) -> str:
    """What is wrong with a port, and still is after a moment if nobody is known to have it."""
    deadline = time.monotonic() + LET_GO_SECONDS_MAX
    while (fault := _fault(host, want)) and not _holder(want.port) and time.monotonic() < deadline:
        time.sleep(LOOK_AGAIN_SECONDS)
    return fault


def _fault(host: str, want: Wanted) -> str:
    try:
        listen(host, want.port).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _taken(want)
        if error.errno == errno.EACCES:
            return f"Port {want.port} ({want.variable}) is not allowed for this user: choose one above 1023."
        return f"Port {want.port} ({want.variable}) cannot be had: {error.strerror or error}."
    # macOS lets two programs listen on the same port, one on all addresses and one on ours.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(CONNECT_SECONDS_MAX)
        return _taken(want) if probe.connect_ex((reachable(host), want.port)) == 0 else ""


def reachable(host: str) -> str:
    """The address by which this machine itself reaches a part that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)


def url(host: str, port: int) -> str:
    """The http address of a part, as seen from this machine."""
    place = reachable(host)
    return f"http://[{place}]:{port}" if ":" in place else f"http://{place}:{port}"


def _taken(want: Wanted) -> str:
    holder = _holder(want.port)
    return (
        f"Port {want.port} ({want.variable}) is taken{f' by {holder}' if holder else ''}: "
        f"stop that program, or choose another port, such as {want.variable}={want.port + 100 if want.port < 65400 else 4100}."
    )


def _holder(port: int) -> str:
    """Who listens on a port, as far as this user may see; empty when unknown."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        if not Path("/proc/net/tcp").exists():
            told = subprocess.run(
                ["lsof", "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-Fpc"], capture_output=True, text=True, timeout=5
            ).stdout.splitlines()
            fields = {line[:1]: line[1:] for line in reversed(told)}
            return f"{fields['c']} (process {fields['p']})" if "p" in fields else ""
        sockets = {f"socket:[{inode}]" for inode in _inodes(port)}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and _holds(folder / "fd", sockets):
                return f"{(folder / 'comm').read_text().strip()} (process {folder.name})"
    return ""


def _inodes(port: int) -> set[str]:
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                    found.add(fields[9])
    return found


def _holds(descriptors: Path, sockets: set[str]) -> bool:
    with contextlib.suppress(OSError):
        for descriptor in descriptors.iterdir():
            with contextlib.suppress(OSError):
                if os.readlink(descriptor) in sockets:
                    return True
    return False
