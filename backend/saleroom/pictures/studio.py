"""Where one worker develops uploads: beside the event loop, one at a time, with a bounded queue.

Decoding takes up to a second and 200 MB, so a crowd of uploads must neither stall a bid nor fill the memory.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.pictures.encode import reencode
from saleroom.pictures.folder import Folder

WAITING_MAX: Final = 8  # uploads of at most 10 MB in memory; then `busy`


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored picture: its name, and its largest size in pixels."""

    name: str
    width: int
    height: int


class Studio:
    """Re-encodes and stores pictures.

    Args:
        folder: where the files go.
        new_name: 32 hexadecimal digits that nobody can guess, new at each call.
    """

    def __init__(self, folder: Folder, new_name: Callable[[], str]) -> None:
        self._folder, self._new_name = folder, new_name
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._waiting = 0

    async def keep(self, content: bytes, name: str | None = None) -> Kept:
        """Store an upload as a picture of our own.

        Args:
            content: the uploaded bytes.
            name: 32 hexadecimal digits, where the caller must find it again; else a new one.

        Raises:
            RefusedError: what `encode.reencode` refuses, or busy; nothing is stored then.
        """
        if self._waiting >= WAITING_MAX:
            raise RefusedError("busy", retry_after_seconds=2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._develop, content, name or self._new_name())
        finally:
            self._waiting -= 1

    def _develop(self, content: bytes, name: str) -> Kept:
        encoded = reencode(content)
        self._folder.keep(name, encoded.files)
        return Kept(name, encoded.width, encoded.height)

    async def remove(self, name: str) -> None:
        """Delete the files of a picture."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._folder.remove, name)

    def find(self, file_name: str) -> Path | None:
        """The stored file of this name, or None."""
        return self._folder.find(file_name)

    def close(self) -> None:
        """Let the thread go."""
        self._thread.shutdown(wait=False)
