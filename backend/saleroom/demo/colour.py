"""Colours as painters mix them: in OKLab, where half way between blue and yellow is no grey and steps look even.

The formulas are Björn Ottosson's (2020). A colour is sRGB, three whole numbers from 0 to 255, or text such as `#c8553d`.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PIL import Image

Colour = tuple[int, int, int]
Stops = Sequence[tuple[float, str]]
"""A gradient: places from 0 to 1, rising, each with its colour."""

TONES: Final = 256


@lru_cache(maxsize=1024)
def rgb(text: str) -> Colour:
    """The colour of `#rrggbb`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _linear(value: float) -> float:
    value /= 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _stored(value: float) -> int:
    value = min(1.0, max(0.0, value))
    return round(255 * (value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))


@lru_cache(maxsize=4096)
def lab(colour: Colour) -> tuple[float, float, float]:
    """The colour in OKLab: lightness from 0 to 1, then green to red and blue to yellow."""
    red, green, blue = (_linear(value) for value in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_lab(lightness: float, a: float, b: float) -> Colour:
    """The nearest sRGB colour."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _stored(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _stored(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _stored(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def mixed(one: str | Colour, other: str | Colour, share: float) -> Colour:
    """The first colour with a share, from 0 to 1, of the other."""
    here, there = (lab(rgb(colour) if isinstance(colour, str) else colour) for colour in (one, other))
    lightness, a, b = (first + (second - first) * share for first, second in zip(here, there, strict=True))
    return from_lab(lightness, a, b)


def gradient(stops: Stops, steps: int = TONES) -> list[Colour]:
    """A gradient in so many even steps."""
    return [at(stops, step / (steps - 1)) for step in range(steps)]


def at(stops: Stops, place: float) -> Colour:
    """The colour of a gradient at a place from 0 to 1."""
    before = stops[0]
    for stop in stops:
        if place <= stop[0]:
            width = stop[0] - before[0]
            return mixed(before[1], stop[1], (place - before[0]) / width if width else 1)
        before = stop
    return rgb(before[1])


def toned(grey: Image.Image, stops: Stops) -> Image.Image:
    """A grey image in the colours of a gradient: black takes the first, white the last."""
    colours = gradient(stops)
    return Image.merge("RGB", [grey.point([colour[channel] for colour in colours]) for channel in range(3)])


def ramp(size: tuple[int, int], stops: Stops, *, is_across: bool = False) -> Image.Image:
    """A gradient from the top down, or from left to right."""
    colours = gradient(stops, 512)
    line = Image.new("RGB", (512, 1) if is_across else (1, 512))
    line.putdata(colours)
    return line.resize(size, Image.Resampling.BICUBIC)
