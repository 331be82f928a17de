"""The pictures that come with a sale's form: the cover and the drawing of its seats, kept before the sale is decided.

A picture's name follows from what was sent and by which command, so a retry names the same pictures, is the same command and is
given the same answer. What is refused leaves no files.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from uuid import UUID

from saleroom.domain.decider import RefusedError
from saleroom.pictures.folder import address
from saleroom.pictures.studio import Studio

PARTS: Final = ("image", "seat_map")  # the fields of the form
UNDECIDED: Final = frozenset({"busy", "unavailable"})  # a retry may still be taken, and shows these pictures


@dataclass(frozen=True, slots=True)
class Posters:
    """Pictures by the field that they were sent in: where each is served, and the names of those that were not there before."""

    addresses: Mapping[str, str]
    new: tuple[str, ...] = ()

    @property
    def cover_image(self) -> str:
        """Where the cover is served; empty when none was sent."""
        return self.addresses.get("image", "")

    @property
    def seat_map_url(self) -> str:
        """Where the drawing of the seats is served; empty when none was sent."""
        return self.addresses.get("seat_map", "")


async def keep(studio: Studio, contents: Mapping[str, bytes], command_id: UUID, told: bytes) -> Posters:
    """Store the pictures of one command.

    Args:
        studio: develops and stores them.
        contents: what was uploaded, by field.
        command_id: of the command that shows them.
        told: everything else that the command says, with whose it is.

    Raises:
        RefusedError: what `Studio.keep` refuses; nothing is stored then.
    """
    addresses: dict[str, str] = {}
    new: list[str] = []
    for part, content in contents.items():
        name = hashlib.sha256(b"/".join((b"poster", part.encode(), command_id.bytes, told, content))).hexdigest()[:32]
        addresses[part] = address(name)
        if studio.find(PurePosixPath(addresses[part]).name) is not None:
            continue
        try:
            await studio.keep(content, name)
        except RefusedError:
            await drop(studio, Posters({}, tuple(new)))
            raise
        new.append(name)
    return Posters(addresses, tuple(new))


async def drop(studio: Studio, posters: Posters) -> None:
    """Take pictures away that no sale shows, since the one that should was refused."""
    for name in posters.new:
        await studio.remove(name)
