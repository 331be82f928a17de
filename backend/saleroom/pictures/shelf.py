"""Where uploaded files that are no pictures lie: as they came, under names that nobody can guess, of kinds told by their content.

Law: what a file calls itself counts for nothing. A kind that is not known here is refused, and what is served is served as a
download of exactly the kind that was found.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from saleroom.domain.decider import RefusedError

SUPPORTED: Final = "PDF, plain text, ZIP, Word, Excel, PowerPoint, OpenDocument"
PLAIN: Final = "text/plain; charset=utf-8"

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_OFFICE: Final = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT: Final = re.compile(r"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A stored file: its name and its kind."""

    name: str
    media_type: str


def media_type_of(content: bytes) -> str:
    """What a file is, by what stands in it.

    Raises:
        RefusedError: unsupported_media_type, malformed for an empty one.
    """
    if not content:
        raise RefusedError("malformed", field="file", reason="the file is empty.")
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError("unsupported_media_type", supported=SUPPORTED) from None
    if _CONTROLS.search(text):
        raise RefusedError("unsupported_media_type", supported=SUPPORTED)
    return PLAIN


def _zipped(content: bytes) -> str:
    """Office documents are ZIP files that say so inside; of the rest only the list of names is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype" and archive.getinfo("mimetype").file_size < 100:
                told = archive.read("mimetype").decode("ascii", "replace")
                return told if _OPEN_DOCUMENT.fullmatch(told) else "application/zip"
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        raise RefusedError("malformed", field="file", reason="the file is damaged.") from None
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in _OFFICE.items() if any(name.startswith(folder) for name in names)), "application/zip")
    return "application/zip"


class Shelf:
    """The uploaded files of a house.

    Args:
        place: made when the first file comes.
        new_name: 32 hexadecimal digits that nobody can guess, new at each call.
    """

    def __init__(self, place: Path, new_name: Callable[[], str]) -> None:
        self._place, self._new_name = place, new_name

    def keep(self, content: bytes) -> Shelved:
        """Store a file, durably.

        Raises:
            RefusedError: what `media_type_of` refuses.
            OSError: the disk is full, or not ours to write.
        """
        media_type = media_type_of(content)
        name = self._new_name()
        self._place.mkdir(parents=True, exist_ok=True)
        draft = self._place / f".{name}.draft"
        try:
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._place / name)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        return Shelved(name, media_type)

    def find(self, name: str) -> Path | None:
        """The file of this name; None for one that is not here, and for every name that is not one of ours."""
        path = self._place / name if _NAME.fullmatch(name) else None
        return path if path is not None and path.is_file() else None

    def remove(self, name: str) -> None:
        """Delete a file; again is no change."""
        if _NAME.fullmatch(name):
            (self._place / name).unlink(missing_ok=True)
