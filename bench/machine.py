"""On what was measured: the machine, the commit, the Postgres; and what a process uses of them."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from bench import REPOSITORY


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used so far; zero where the kernel has no /proc."""

    cpu_seconds: float
    resident_bytes: int


@dataclass(frozen=True, slots=True)
class Machine:
    """Everything a reader needs to compare."""

    at: datetime
    cpu: str
    cores: int
    memory_gib: float
    kernel: str
    python: str
    commit: str
    is_clean: bool
    postgres: str
    fsync: str
    synchronous_commit: str
    load_before: float
    niceness: int


def usage(pid: int) -> Usage:
    """CPU time and resident memory of a process."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return Usage(0.0, 0)
    fields = stat.read_text().rpartition(")")[2].split()
    ticks, pages = int(fields[11]) + int(fields[12]), int(fields[21])
    return Usage(ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE"))


async def describe(address: str, load_before: float) -> Machine:
    """The machine as it is, with the Postgres at an address."""
    connection = await asyncpg.connect(address)
    try:
        now = await connection.fetchval("SELECT clock_timestamp()")
        told = {name: await connection.fetchval(f"SHOW {name}") for name in ("server_version", "fsync", "synchronous_commit")}
    finally:
        await connection.close()
    return Machine(
        at=now.astimezone(UTC), cpu=_cpu(), cores=os.cpu_count() or 0,
        memory_gib=round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30, 1),
        kernel=f"{platform.system()} {platform.release()}", python=platform.python_version(),
        commit=_git("rev-parse", "--short=12", "HEAD"), is_clean=not _git("status", "--porcelain", "--", "backend", "db", "bench"),
        postgres=told["server_version"], fsync=told["fsync"], synchronous_commit=told["synchronous_commit"],
        load_before=round(load_before, 2), niceness=os.nice(0),
    )


def _cpu() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text().splitlines() if known.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor())


def _git(*arguments: str) -> str:
    """What git says, or nothing where this is no clone."""
    try:
        return subprocess.run(["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
