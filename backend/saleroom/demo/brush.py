"""Oil: an underpainting is painted over with strokes of bristles, from broad to fine, that follow the form.

The underpainting is small and only tells colours; directions come from a grey image (black and white lie flat, middle grey
upright). Fine strokes go where the underpainting has edges, so that eyes find them where a painter would have cared.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.canvas import Point, Size, woven
from saleroom.demo.colour import Colour
from saleroom.demo.hand import Hand

SHARP: Final = 2
STRANGE: Final = 60  # of 765: how different a colour must be for a stroke to stop before it
DRAWN_IN: Final = 0.3  # of its reach


@dataclass(frozen=True, slots=True)
class Brush:
    """One going-over. Length and width are in pixels of the finished picture.

    Attributes:
        count: strokes.
        bristles: lines that make one stroke, each a little lighter or darker.
        liveliness: how far, in steps of 255, a stroke's colour strays.
        detail: 0 paints everywhere, more only where the underpainting changes.
    """

    count: int
    length: float
    width: float
    bristles: int = 4
    liveliness: float = 10
    detail: int = 0
    wander: float = 0.25


OIL: Final = (
    Brush(1300, 90, 26, 5, 12),
    Brush(2600, 52, 13, 4, 10),
    Brush(4200, 24, 6, 3, 9, detail=16),
)


def painted(under: Image.Image, flow: Image.Image, hand: Hand, size: Size, brushes: Sequence[Brush] = OIL) -> Image.Image:
    """An oil painting of an underpainting.

    Args:
        under: the colours, of any size.
        flow: the directions, of the underpainting's size.
        size: of the painting, in pixels.
    """
    painting = under.resize((size[0] * SHARP, size[1] * SHARP), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(painting)
    grey = under.convert("L")
    edges = ImageChops.difference(grey, grey.filter(ImageFilter.GaussianBlur(under.width / 90))).filter(ImageFilter.MaxFilter(5))
    easel = _Easel(draw, under.load(), flow.load(), edges.load(), under.size, painting.width / under.width)
    for brush in brushes:
        _go_over(easel, hand, brush)
    return painting.reduce(SHARP)


def drawn(painting: Image.Image, under: Image.Image, strength: float = 0.85) -> Image.Image:
    """The painting with the underpainting's edges drawn into it again, so that things keep their outline."""
    grey = under.convert("L").resize((painting.width // 4, painting.height // 4), Image.Resampling.BOX)
    edges = ImageChops.difference(grey, grey.filter(ImageFilter.GaussianBlur(1.4)))
    firm = edges.point([round(min(255, max(0, tone - 3) * 16) * strength) for tone in range(256)])
    mask = firm.filter(ImageFilter.MaxFilter(11)).filter(ImageFilter.GaussianBlur(2))
    sharp = under.resize(painting.size, Image.Resampling.BICUBIC)
    return Image.composite(sharp, painting, mask.resize(painting.size, Image.Resampling.BILINEAR))


def varnished(painting: Image.Image, hand: Hand, *, relief: float = 0.5, weave: float = 0.05) -> Image.Image:
    """The paint stands up in the light from the left above, on a canvas whose threads show through."""
    raised = painting.convert("L").filter(ImageFilter.Kernel((3, 3), (2, 1, 0, 1, 0, -1, 0, -1, -2), scale=3.2, offset=128))
    lit = ImageChops.soft_light(painting, Image.merge("RGB", [raised] * 3))
    return woven(Image.blend(painting, lit, relief), hand, weave)


@dataclass(frozen=True, slots=True)
class _Easel:
    draw: ImageDraw.ImageDraw
    colours: Any
    directions: Any
    edges: Any
    size: Size
    scale: float

    def on_canvas(self, place: Point) -> Point:
        """The place, or the nearest one on the canvas."""
        return min(self.size[0] - 1, max(0.0, place[0])), min(self.size[1] - 1, max(0.0, place[1]))


def _go_over(easel: _Easel, hand: Hand, brush: Brush) -> None:
    width, height = easel.size
    for _ in range(brush.count):
        x, y = hand.between(0, width - 1), hand.between(0, height - 1)
        if brush.detail and easel.edges[x, y] < brush.detail:
            continue
        stray = hand.around(0, brush.liveliness)
        _stroke(easel, hand, brush, (x, y), _strayed(easel.colours[x, y], stray, hand.around(0, brush.liveliness / 2)))


def _strayed(colour: Colour, lighter: float, warmer: float) -> Colour:
    return (
        max(0, min(255, round(colour[0] + lighter + warmer))), max(0, min(255, round(colour[1] + lighter))),
        max(0, min(255, round(colour[2] + lighter - warmer))),
    )


def _stroke(easel: _Easel, hand: Hand, brush: Brush, middle: Point, colour: Colour) -> None:
    """Three points that follow the directions, drawn once for each bristle."""
    reach = brush.length * SHARP * hand.between(0.6, 1.2) / 2
    path = _path(easel, middle, reach, hand.around(0, brush.wander))
    (x0, y0), _, (x2, y2) = path
    away = math.atan2(y2 - y0, x2 - x0) + math.pi / 2
    dx, dy = math.cos(away), math.sin(away)
    thickness = brush.width * SHARP / brush.bristles
    for bristle in range(brush.bristles):
        offset = (bristle - (brush.bristles - 1) / 2) * thickness
        slip = hand.around(0, reach * 0.18)
        along = (math.cos(away - math.pi / 2) * slip, math.sin(away - math.pi / 2) * slip)
        points = [(px + dx * offset + along[0], py + dy * offset + along[1]) for px, py in path]
        shade = hand.around(0, brush.liveliness * 0.8)
        easel.draw.line(points, _strayed(colour, shade, 0), round(thickness * hand.between(1.05, 1.7)), joint="curve")


def _path(easel: _Easel, middle: Point, reach: float, wander: float) -> tuple[Point, ...]:
    """From behind through the middle to ahead; an end that would lie on another colour is drawn in."""
    x, y = middle
    angle = easel.directions[x, y] * math.pi / 255 + wander
    behind_angle = easel.directions[easel.on_canvas((x - math.cos(angle) * reach / easel.scale, y + math.sin(angle) * reach / easel.scale))]
    turned = behind_angle * math.pi / 255 + wander
    if math.cos(turned - angle) < 0:
        turned += math.pi
    return (
        _end(easel, middle, (-math.cos(turned) * reach, math.sin(turned) * reach)),
        (x * easel.scale, y * easel.scale),
        _end(easel, middle, (math.cos(angle) * reach, -math.sin(angle) * reach)),
    )


def _end(easel: _Easel, middle: Point, step: Point) -> Point:
    """Where a stroke ends, on the painting."""
    x, y = middle
    here, there = easel.colours[x, y], easel.colours[easel.on_canvas((x + step[0] / easel.scale, y + step[1] / easel.scale))]
    strange = sum(abs(one - other) for one, other in zip(here, there, strict=True))
    share = DRAWN_IN if strange > STRANGE else 1.0
    return x * easel.scale + step[0] * share, y * easel.scale + step[1] * share
