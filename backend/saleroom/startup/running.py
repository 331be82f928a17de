"""Starts one part, reads what it says, waits until it answers, and ends it with everything it started itself."""

import asyncio
import contextlib
import os
import signal
import time
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from pathlib import Path
from urllib.parse import urlsplit

from saleroom.startup.console import Console
from saleroom.startup.leftovers import Notebook
from saleroom.startup.parts import Part

READY_SECONDS_MAX = 60.0  # a worker needs 1.5 s on an idle machine
ANSWER_SECONDS_MAX = 5.0
LOOK_SECONDS = 0.05
READ_BYTES = 65_536
LAST_LINES_SECONDS_MAX = 0.5  # a grandchild may hold the pipe open after its parent is dead


class PartProblem(Exception):
    """A part did not become ready or died; the text names it."""


class Running:
    """One started process of a part."""

    def __init__(self, part: Part, process: Process, console: Console, notebook: Notebook) -> None:
        self.part = part
        self.process = process
        self._notebook = notebook
        self._reader = asyncio.create_task(self._read(console))
        self._end = asyncio.create_task(self._wait_for_end())

    @classmethod
    async def start(cls, part: Part, console: Console, notebook: Notebook) -> "Running":
        """Start the part in a session of its own, so that Ctrl-C reaches only the supervisor.

        Raises:
            PartProblem: when its program cannot be started at all.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *part.command, cwd=part.folder, env=dict(part.environment), stdin=DEVNULL, stdout=PIPE, stderr=STDOUT,
                start_new_session=True, pass_fds=part.sockets,
            )
        except OSError as error:
            raise PartProblem(f"{part.name} cannot be started: {part.command[0]}: {error.strerror}") from None
        notebook.add(part.name, process.pid)
        return cls(part, process, console, notebook)

    async def _read(self, console: Console) -> None:
        assert self.process.stdout is not None
        rest = b""
        while chunk := await self.process.stdout.read(READ_BYTES):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                console.line(self.part.name, line.decode(errors="replace").rstrip("\r"))
            if len(rest) > READ_BYTES:
                console.line(self.part.name, rest.decode(errors="replace"))
                rest = b""
        if rest:
            console.line(self.part.name, rest.decode(errors="replace"))

    async def ended(self) -> int:
        """Wait for the end of the process and of what it started itself. The exit code, or minus the signal."""
        return await asyncio.shield(self._end)

    async def _wait_for_end(self) -> int:
        code = await self.process.wait()
        self._end_group()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._reader), LAST_LINES_SECONDS_MAX)
        self._reader.cancel()
        self._notebook.remove(self.process.pid)
        return code

    def _end_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def ready(self) -> None:
        """Wait until the part answers as it should at its address.

        Raises:
            PartProblem: when it does not in READY_SECONDS_MAX.
        """
        deadline = time.monotonic() + READY_SECONDS_MAX
        answer = "no answer"
        while time.monotonic() < deadline:
            answer = await ask(self.part.ready_url)
            if answer in self.part.ready_statuses:
                return
            await asyncio.sleep(LOOK_SECONDS)
        name, address = self.part.name, self.part.ready_url
        raise PartProblem(f"{name} did not become ready in {READY_SECONDS_MAX:.0f} s: {address} says {answer}")

    async def stop(self, hurry: asyncio.Event) -> None:
        """Ask the process to end, wait for as long as it may take or until `hurry` is set, then end it by force."""
        if not self._end.done():
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGTERM)
            hurried = asyncio.create_task(hurry.wait())
            await asyncio.wait({self._end, hurried}, timeout=self.part.stop_seconds_max, return_when=asyncio.FIRST_COMPLETED)
            hurried.cancel()
            if not self._end.done():
                self._end_group()
        await self.ended()


async def ask(address: str) -> str:
    """GET one address of this machine; the status as text, or why there is none."""
    parts = urlsplit(address)
    writer = None
    try:
        async with asyncio.timeout(ANSWER_SECONDS_MAX):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            writer.write(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
            return (await reader.readline()).decode(errors="replace").partition(" ")[2][:3] or "an empty answer"
    except (OSError, TimeoutError) as error:
        return str(error) or "nothing in time"
    finally:
        if writer is not None:
            writer.close()


async def follow(file: Path, name: str, console: Console) -> None:
    """Show every line that is added to a file from now on; runs until it is cancelled."""
    position = file.stat().st_size if file.exists() else 0
    while True:
        await asyncio.sleep(0.2)
        with contextlib.suppress(OSError):
            size = file.stat().st_size
            if size < position:
                position = 0
            if size > position:
                with file.open("rb") as log:
                    log.seek(position)
                    whole = log.read(READ_BYTES).rpartition(b"\n")
                position += len(whole[0]) + len(whole[1])
                for line in whole[0].splitlines():
                    console.line(name, line.decode(errors="replace"))
