"""The gallery: which motifs there are, and how their pictures get into the house's folder once.

A painting's name follows from its motif and the edition of this generator, so a house that has the files paints nothing. What is
missing is painted by a few processes of their own (`python -m saleroom.demo.gallery FOLDER MOTIF …`), so that no event loop waits.
"""

import asyncio
import hashlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from saleroom.demo.canvas import Size
from saleroom.demo.hand import Hand
from saleroom.demo.motifs import cut_paper, geometry, hills, nights, prints, seas, tables, woods
from saleroom.pictures.encode import encoded
from saleroom.pictures.folder import Folder

EDITION: Final = 1  # raise it when a motif changes; old files stay for the lots that show them
PAINTERS_MAX: Final = 4  # processes; each takes a core for about a second a motif


@dataclass(frozen=True, slots=True)
class Motif:
    """How a motif is painted, and how large, in pixels."""

    paint: Callable[[Hand, Size], Image.Image]
    size: Size


MOTIFS: Final[Mapping[str, Motif]] = {
    "dusk_sea": Motif(seas.dusk_sea, (1600, 1200)),
    "lily_pond": Motif(seas.lily_pond, (1600, 1280)),
    "misty_ridges": Motif(hills.misty_ridges, (1280, 1600)),
    "desert_dunes": Motif(hills.desert_dunes, (1600, 1140)),
    "poppy_meadow": Motif(hills.poppy_meadow, (1600, 1200)),
    "quiet_vessels": Motif(tables.quiet_vessels, (1600, 1200)),
    "lemons_and_jug": Motif(tables.lemons_and_jug, (1400, 1600)),
    "birch_forest": Motif(woods.birch_forest, (1600, 1600)),
    "almond_blossom": Motif(woods.almond_blossom, (1600, 1280)),
    "colour_field": Motif(geometry.colour_field, (1280, 1600)),
    "bauhaus": Motif(geometry.bauhaus, (1346, 1600)),
    "deco_poster": Motif(geometry.deco_poster, (1120, 1600)),
    "moonlit_town": Motif(nights.moonlit_town, (1600, 1200)),
    "paper_profile": Motif(cut_paper.paper_profile, (1280, 1600)),
    "woodcut_wave": Motif(prints.woodcut_wave, (1600, 1140)),
    "fern_plate": Motif(prints.fern_plate, (1200, 1600)),
}


def name_of(motif: str) -> str:
    """The name of a motif's picture in the folder."""
    return hashlib.sha256(f"saleroom demo/{EDITION}/{motif}".encode()).hexdigest()[:32]


def paint(motif: str, folder: Folder) -> None:
    """Paint one motif and store it in its sizes."""
    chosen = MOTIFS[motif]
    folder.keep(name_of(motif), encoded(chosen.paint(Hand(motif), chosen.size)).files)


async def paint_missing(place: Path) -> int:
    """Paint what the folder does not have, and say how many pictures that were.

    Raises:
        OSError: a painter failed; it told why on its standard error.
    """
    folder = Folder(place)
    missing = [motif for motif in MOTIFS if not folder.has(name_of(motif))]
    painters = min(PAINTERS_MAX, max(1, os.cpu_count() or 1), len(missing))
    await asyncio.gather(*(_send_painter(place, missing[one::painters]) for one in range(painters)))
    return len(missing)


async def _send_painter(place: Path, motifs: Sequence[str]) -> None:
    painter = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "saleroom.demo.gallery", str(place), *motifs, stdin=asyncio.subprocess.DEVNULL
    )
    try:
        code = await painter.wait()
    except asyncio.CancelledError:
        painter.kill()
        await painter.wait()
        raise
    if code:
        raise OSError(f"the painter of {', '.join(motifs)} ended with code {code}")


if __name__ == "__main__":
    for named in sys.argv[2:]:
        paint(named, Folder(Path(sys.argv[1])))
