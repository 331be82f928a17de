"""Cut paper: a woman's profile with flowers in her hair, sheet laid on sheet."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.canvas import Point, Size, disc, fibrous, filled, paper, polygon
from saleroom.demo.colour import Colour, mixed, rgb
from saleroom.demo.hand import Hand

FACE: tuple[Point, ...] = (
    (0.02, -0.62),
    (0.17, -0.585),
    (0.29, -0.5),
    (0.36, -0.39),
    (0.385, -0.28),
    (0.375, -0.21),
    (0.372, -0.165),
    (0.4, -0.115),
    (0.452, -0.025),
    (0.462, 0.0),
    (0.44, 0.022),
    (0.398, 0.032),
    (0.392, 0.055),
    (0.418, 0.092),
    (0.422, 0.112),
    (0.396, 0.132),
    (0.412, 0.156),
    (0.402, 0.185),
    (0.372, 0.205),
    (0.372, 0.235),
    (0.388, 0.275),
    (0.37, 0.325),
    (0.318, 0.352),
    (0.24, 0.345),
    (0.16, 0.335),
    (0.108, 0.37),
    (0.092, 0.46),
    (0.1, 0.56),
    (0.16, 0.66),
    (0.34, 0.76),
    (0.43, 0.9),
    (0.45, 1.1),
    (-0.62, 1.1),
    (-0.56, 0.86),
    (-0.4, 0.72),
    (-0.27, 0.62),
    (-0.21, 0.5),
    (-0.215, 0.36),
    (-0.26, 0.2),
    (-0.33, 0.02),
    (-0.37, -0.16),
    (-0.33, -0.38),
    (-0.2, -0.55),
    (-0.08, -0.615),
)
HAIR: tuple[Point, ...] = (
    (0.3, -0.47),
    (0.24, -0.6),
    (0.08, -0.7),
    (-0.12, -0.7),
    (-0.3, -0.6),
    (-0.42, -0.42),
    (-0.46, -0.2),
    (-0.44, 0.0),
    (-0.4, 0.16),
    (-0.32, 0.28),
    (-0.22, 0.3),
    (-0.12, 0.22),
    (-0.04, 0.1),
    (0.02, -0.03),
    (0.1, -0.14),
    (0.21, -0.24),
    (0.3, -0.36),
)


def paper_profile(hand: Hand, size: Size) -> Image.Image:
    """A woman's profile cut from coloured paper, flowers in her hair, layer on layer with soft shadows between."""
    width, height = size
    picture = paper(hand, size, ((0, "#e3d3bb"), (0.5, "#efe3cf"), (1, "#f6eee0")))
    middle, unit = (width * 0.47, height * 0.5), width * 0.62
    for reach, colour in ((0.475, "#c96f52"), (0.44, "#e0a184"), (0.4, "#f0c7a8")):
        _laid(picture, disc(size, (width / 2, height * 0.46), width * reach), colour)
    for number in range(9):
        _leaf(hand, picture, middle, unit, number)
    placed = [[(middle[0] + x * unit, middle[1] + y * unit) for x, y in _smooth(outline)] for outline in (FACE, HAIR)]
    _laid(picture, polygon(size, placed[0]), "#27424c")
    _laid(picture, polygon(size, placed[1]), "#1b2d38")
    bun = disc(size, (middle[0] - 0.47 * unit, middle[1] - 0.34 * unit), unit * 0.185)
    _laid(picture, bun, "#1b2d38")
    for x, y, radius, colour in (
        (-0.33, -0.5, 0.13, "#d9573f"),
        (-0.17, -0.6, 0.095, "#efb64e"),
        (-0.45, -0.36, 0.1, "#f3e2d0"),
        (-0.37, -0.22, 0.072, "#d9573f"),
        (-0.27, -0.36, 0.065, "#efb64e"),
    ):
        _flower(hand, picture, (middle[0] + x * unit, middle[1] + y * unit), radius * unit, colour)
    earring = disc(size, (middle[0] - 0.06 * unit, middle[1] + 0.22 * unit), unit * 0.026)
    _laid(picture, earring, "#efb64e")
    return fibrous(picture, hand, 0.06)


def _smooth(outline: Sequence[Point]) -> list[Point]:
    """A closed curve through points (Catmull and Rom's)."""
    made, count = [], len(outline)
    for n in range(count):
        a, b, c, d = (outline[(n + k - 1) % count] for k in range(4))
        for step in range(8):
            t = step / 8
            made.append(
                (
                    0.5
                    * (
                        2 * b[0]
                        + (c[0] - a[0]) * t
                        + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t * t
                        + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3
                    ),
                    0.5
                    * (
                        2 * b[1]
                        + (c[1] - a[1]) * t
                        + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t * t
                        + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3
                    ),
                )
            )
    return made


def _laid(picture: Image.Image, mask: Image.Image, colour: Colour | str) -> None:
    """Lay a sheet of paper on top: its shadow falls to the right below, its upper edge catches light."""
    small = mask.resize((mask.width // 4, mask.height // 4)).filter(ImageFilter.GaussianBlur(3)).resize(mask.size, Image.Resampling.BICUBIC)
    shadow = Image.new("L", mask.size)
    shadow.paste(small, (9, 13))
    filled(picture, "#1a1416", shadow, 0.42)
    filled(picture, mixed(colour, "#ffffff", 0.25), mask)
    filled(picture, colour, ImageChops.multiply(mask, ImageChops.offset(mask, 2, 3)))


def _leaf(hand: Hand, picture: Image.Image, middle: Point, unit: float, number: int) -> None:
    angle = math.radians(150 + number * 24)
    x, y = middle[0] + 0.02 * unit + math.cos(angle) * unit * 0.56, middle[1] - 0.1 * unit + math.sin(angle) * unit * 0.6
    outline = []
    for step in range(25):
        t = step / 24
        outline.append((t, 0.17 * math.sin(math.pi * t) ** 0.8))
    outline += [(t, -across) for t, across in reversed(outline)]
    long, turn = unit * hand.between(0.3, 0.42), angle + hand.around(0, 0.4)
    points = [
        (x + (t * math.cos(turn) - a * math.sin(turn)) * long, y + (t * math.sin(turn) + a * math.cos(turn)) * long) for t, a in outline
    ]
    _laid(picture, polygon(picture.size, points), hand.pick(("#5f8272", "#84a083", "#3f6a66", "#a9b68c")))
    ImageDraw.Draw(picture).line([points[0], points[24]], rgb("#e9dcc4"), 3)


def _flower(hand: Hand, picture: Image.Image, centre: Point, radius: float, colour: str) -> None:
    for ring, share in enumerate((1.0, 0.66)):
        turn, petals = hand.between(0, 1), 8 - 2 * ring
        outline = []
        for step in range(160):
            angle = step * math.tau / 160
            far = radius * share * (0.72 + 0.28 * abs(math.cos(petals * angle / 2 + turn)) ** 0.6)
            outline.append((centre[0] + math.cos(angle) * far, centre[1] + math.sin(angle) * far))
        tone = mixed(colour, "#fff0dd", 0.28 * ring)
        _laid(picture, polygon(picture.size, outline), tone)
    _laid(picture, disc(picture.size, centre, radius * 0.2), "#5b2a26")
