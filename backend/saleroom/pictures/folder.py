"""The folder of stored pictures: every file is whole or not there, and a name from outside can name nothing else.

A picture's name is 32 hexadecimal digits that nobody can guess; its files are the name with the suffix of each size. Files
never change once they are written, so they may be cached for ever.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from saleroom.pictures.encode import SUFFIXES

ENDING: Final = ".webp"
_FILE: Final = re.compile(r"[0-9a-f]{32}(-800|-400)?\.webp")


def address(name: str, suffix: str = "") -> str:
    """Where a picture's file is served."""
    return f"/media/{name}{suffix}{ENDING}"


class Folder:
    """The pictures of a house.

    Args:
        place: made when the first picture comes.
    """

    def __init__(self, place: Path) -> None:
        self._place = place

    def keep(self, name: str, files: Mapping[str, bytes]) -> None:
        """Store the files of one picture, durably; all of them or none.

        Raises:
            OSError: the disk is full, or not ours to write.
        """
        self._place.mkdir(parents=True, exist_ok=True)
        try:
            for suffix, content in files.items():
                self._write(self._place / f"{name}{suffix}{ENDING}", content)
            self._sync()
        except BaseException:
            self.remove(name)
            raise

    def has(self, name: str) -> bool:
        """Whether all files of a picture are here."""
        return all((self._place / f"{name}{suffix}{ENDING}").is_file() for suffix in SUFFIXES)

    def remove(self, name: str) -> None:
        """Delete the files of a picture; again is no change."""
        for suffix in SUFFIXES:
            with suppress(FileNotFoundError):
                (self._place / f"{name}{suffix}{ENDING}").unlink()

    def find(self, file_name: str) -> Path | None:
        """The file of this name; None for one that is not here, and for every name that is not one of ours."""
        if _FILE.fullmatch(file_name) is None:
            return None
        path = self._place / file_name
        return path if path.is_file() else None

    def _write(self, path: Path, content: bytes) -> None:
        draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
        try:
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise

    def _sync(self) -> None:
        """Make the new names durable as well."""
        descriptor = os.open(self._place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
