"""Grounds and light: noise, masks, glows, paper and canvas. Everything that is soft; what has bristles is in `brush`.

Masks and noise are grey images ("L"); white is fully there.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.colour import Colour, Stops, rgb, toned
from saleroom.demo.hand import Hand

Size = tuple[int, int]
Point = tuple[float, float]

SHARP: Final = 2  # edges are drawn this many times larger and made smaller, which smooths them
WEAVE_PIXELS: Final = 4  # between two threads


@dataclass(frozen=True, slots=True)
class Clouds:
    """How noise is: cells across and down in its coarsest layer, and how many finer layers lie on it."""

    across: float
    down: float
    octaves: int = 4
    name: str = "clouds"


def noise(hand: Hand, size: Size, clouds: Clouds) -> Image.Image:
    """Soft noise around a middle grey."""
    made: Image.Image | None = None
    for octave in range(clouds.octaves):
        cells = (max(2, round(clouds.across * 2**octave)), max(2, round(clouds.down * 2**octave)))
        grid = Image.frombytes("L", cells, hand.bytes(cells[0] * cells[1], f"{clouds.name}/{octave}"))
        layer = grid.resize(size, Image.Resampling.BICUBIC)
        made = layer if made is None else Image.blend(made, layer, 0.5 ** (octave + 0.35))
    assert made is not None
    return made


def contrasted(grey: Image.Image, low: int, high: int) -> Image.Image:
    """The tones from low to high stretched from black to white."""
    return grey.point([max(0, min(255, round((tone - low) * 255 / (high - low)))) for tone in range(256)])


def shape(size: Size, draw: Callable[[ImageDraw.ImageDraw, int], None]) -> Image.Image:
    """A mask with smooth edges. `draw` is given a canvas that is larger by the factor it is told."""
    large = Image.new("L", (size[0] * SHARP, size[1] * SHARP))
    draw(ImageDraw.Draw(large), SHARP)
    return large.reduce(SHARP)


def polygon(size: Size, points: Sequence[Point]) -> Image.Image:
    """The mask of a polygon."""
    return shape(size, lambda draw, k: draw.polygon([(x * k, y * k) for x, y in points], fill=255))


def disc(size: Size, centre: Point, radius: float) -> Image.Image:
    """The mask of a disc."""
    x, y = centre
    return shape(size, lambda draw, k: draw.ellipse([(x - radius) * k, (y - radius) * k, (x + radius) * k, (y + radius) * k], fill=255))


def glow(size: Size, centre: Point, radius: Point, power: float = 1.0) -> Image.Image:
    """Light that fades from a centre to nothing at the radius (across, down)."""
    fading = Image.radial_gradient("L").point([round(255 * max(0.0, 1 - tone / 181) ** power) for tone in range(256)])
    spot = fading.resize((max(1, round(radius[0] * 2.82)), max(1, round(radius[1] * 2.82))), Image.Resampling.BICUBIC)
    made = Image.new("L", size)
    made.paste(spot, (round(centre[0] - spot.width / 2), round(centre[1] - spot.height / 2)))
    return made


def fade(size: Size, places: Sequence[tuple[float, int]], *, is_across: bool = False) -> Image.Image:
    """A mask that changes from the top down, or from left to right: (place from 0 to 1, tone), rising."""
    line = Image.new("L", (256, 1) if is_across else (1, 256))
    line.putdata([round(_between(places, step / 255)) for step in range(256)])
    return line.resize(size, Image.Resampling.BICUBIC)


def _between(places: Sequence[tuple[float, int]], at: float) -> float:
    before = places[0]
    for place in places:
        if at <= place[0]:
            width = place[0] - before[0]
            share = (at - before[0]) / width if width else 1.0
            return before[1] + (place[1] - before[1]) * share
        before = place
    return before[1]


def filled(picture: Image.Image, colour: Colour | str, mask: Image.Image, strength: float = 1.0) -> None:
    """Lay a colour over a picture where the mask is white."""
    if strength < 1:
        mask = mask.point([round(tone * strength) for tone in range(256)])
    picture.paste(rgb(colour) if isinstance(colour, str) else colour, mask=mask)


def ridge(hand: Hand, width: int, height: float, roughness: float, steps: int = 7) -> list[float]:
    """A line of hills: heights around nothing, one a pixel, by moving middles again and again."""
    heights = [hand.around(0, height), hand.around(0, height)]
    spread = height
    for _ in range(steps):
        spread *= roughness
        longer: list[float] = []
        for one, other in pairwise(heights):
            longer += [one, (one + other) / 2 + hand.around(0, spread)]
        heights = [*longer, heights[-1]]
    cells = len(heights) - 1
    made = []
    for x in range(width):
        place = x * cells / width
        low = int(place)
        share = (1 - math.cos((place - low) * math.pi)) / 2
        made.append(heights[low] + (heights[low + 1] - heights[low]) * share)
    return made


def paper(hand: Hand, size: Size, stops: Stops) -> Image.Image:
    """Old paper: stained, a little darker at its edges, with fibres."""
    stains = contrasted(noise(hand, size, Clouds(3, 3, 5, "stains")), 60, 200)
    sheet = toned(stains, stops)
    return fibrous(sheet, hand, 0.05)


def fibrous(picture: Image.Image, hand: Hand, amount: float) -> Image.Image:
    """The same on paper: light catches fibres. The amount, from 0 to 1, is how much."""
    size = picture.size
    fine = Image.frombytes("L", (size[0] // 2, size[1] // 2), hand.bytes((size[0] // 2) * (size[1] // 2), "fibres"))
    rough = fine.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
    return _textured(picture, rough, amount)


def woven(picture: Image.Image, hand: Hand, amount: float) -> Image.Image:
    """The same on canvas: threads over and under each other."""
    size = picture.size
    tile = Image.new("L", (WEAVE_PIXELS * 2, WEAVE_PIXELS * 2))
    tile.putdata([
        round(128 + 70 * math.sin(math.pi * x / WEAVE_PIXELS) * (-1) ** (y // WEAVE_PIXELS + 1) + 40 * math.sin(math.pi * y / WEAVE_PIXELS))
        for y in range(WEAVE_PIXELS * 2) for x in range(WEAVE_PIXELS * 2)
    ])
    cloth = Image.new("L", size)
    for y in range(0, size[1], tile.height):
        for x in range(0, size[0] if y == 0 else 0, tile.width):
            cloth.paste(tile, (x, y))
        if y:
            cloth.paste(cloth.crop((0, 0, size[0], tile.height)), (0, y))
    small = (size[0] // 2, size[1] // 2)
    uneven = Image.frombytes("L", small, hand.bytes(small[0] * small[1], "threads")).resize(size, Image.Resampling.BILINEAR)
    return _textured(picture, Image.blend(cloth, uneven, 0.45), amount)


def _textured(picture: Image.Image, texture: Image.Image, amount: float) -> Image.Image:
    flat = Image.new("L", picture.size, 128)
    soft = Image.blend(flat, texture, min(1.0, amount * 4))
    lit = ImageChops.soft_light(picture, Image.merge("RGB", [soft] * 3))
    return Image.blend(picture, lit, 0.9)


def vignetted(picture: Image.Image, strength: float) -> Image.Image:
    """Darker towards the corners, as light falls on a wall."""
    light = Image.radial_gradient("L").resize(picture.size, Image.Resampling.BICUBIC)
    shade = light.point([round(255 - strength * 255 * (tone / 255) ** 2.2) for tone in range(256)])
    return ImageChops.multiply(picture, Image.merge("RGB", [shade] * 3))
