"""Water: the sea at dusk, a pond with lilies."""

import math
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.brush import Brush, painted, varnished
from saleroom.demo.canvas import Clouds, Size, contrasted, disc, fade, filled, glow, noise, polygon, ridge
from saleroom.demo.colour import mixed, ramp, toned
from saleroom.demo.hand import Hand

DUSK: Final = ((0.0, "#2b3557"), (0.3, "#5c5a83"), (0.52, "#b07a8c"), (0.72, "#e6a07e"), (0.88, "#f6cf96"), (1.0, "#fbe6b8"))
EVENING_SEA: Final = ((0.0, "#d9a98c"), (0.12, "#94838f"), (0.45, "#4d5876"), (1.0, "#1d2740"))


def dusk_sea(hand: Hand, size: Size) -> Image.Image:
    """The sun goes down behind a headland; one sail is still out."""
    small = (size[0] // 2, size[1] // 2)
    width, height = small
    horizon = round(height * 0.58)
    sun = (width * 0.56, horizon - height * 0.085)
    under = _evening_sky(hand, small, horizon, sun)
    under.paste(_evening_sea(hand, (width, height - horizon), sun[0]), (0, horizon))
    _headlands(hand, under, horizon)
    flow = Image.new("L", small, 6)
    flow.paste(noise(hand, (width, horizon), Clouds(3, 2, 3, "wind")).point([round(tone * 0.13) for tone in range(256)]), (0, 0))
    brushes = (Brush(1100, 120, 26, 5, 9), Brush(2800, 64, 11, 4, 9, wander=0.12), Brush(2400, 26, 5, 2, 8, detail=12, wander=0.08))
    painting = painted(under.filter(ImageFilter.GaussianBlur(0.8)), flow, hand, size, brushes)
    _sun_and_glitter(hand, painting, horizon * 2, (sun[0] * 2, sun[1] * 2))
    _sail(painting, (size[0] * 0.27, horizon * 2 + size[1] * 0.045), size[1] * 0.13)
    return varnished(painting, hand)


def _evening_sky(hand: Hand, size: Size, horizon: int, sun: tuple[float, float]) -> Image.Image:
    under = ramp(size, [(place * horizon / size[1], colour) for place, colour in DUSK])
    banks = contrasted(noise(hand, size, Clouds(2.2, 9, 4, "banks")), 118, 190)
    shadow = ImageChops.multiply(banks, fade(size, [(0, 150), (0.3, 255), (0.5, 150), (0.57, 0), (1, 0)]))
    under.paste(ramp(size, [(0, "#4a4468"), (0.35, "#7d5a7d"), (0.55, "#c97f72")]), mask=shadow)
    lit = ImageChops.multiply(
        contrasted(noise(hand, size, Clouds(3, 14, 4, "lit")), 140, 200), glow(size, sun, (size[0] * 0.6, size[1] * 0.45))
    )
    filled(under, "#ffd9a0", lit, 0.9)
    filled(under, "#ffe9bd", glow(size, sun, (size[0] * 0.34, size[1] * 0.3), 1.6), 0.85)
    return under


def _evening_sea(hand: Hand, size: Size, sun_x: float) -> Image.Image:
    sea = ramp(size, EVENING_SEA)
    ripples = contrasted(noise(hand, size, Clouds(3, 26, 3, "ripples")), 100, 180)
    filled(sea, "#16203a", ripples, 0.4)
    path = ImageChops.multiply(glow(size, (sun_x, 0), (size[0] * 0.2, size[1] * 1.1), 1.3), ImageChops.invert(ripples))
    filled(sea, "#f7c78d", path, 0.8)
    return sea


def _headlands(hand: Hand, under: Image.Image, horizon: int) -> None:
    width, _ = under.size
    for reach, rise, colour in ((0.36, 0.07, "#8a6f86"), (0.25, 0.11, "#544d6e")):
        line = ridge(hand, width, 0.02, 0.55)
        points = [
            (width - 1 - x, horizon + 1 - width * rise * max(0.0, (1 - x / (width * reach)) ** 0.7 * (0.72 + line[x] * 6)))
            for x in range(round(width * reach))
        ]
        filled(under, colour, polygon(under.size, [(width, horizon + 1), *points]))


def _sun_and_glitter(hand: Hand, painting: Image.Image, horizon: float, sun: tuple[float, float]) -> None:
    size = painting.size
    filled(painting, "#fff3d2", disc(size, sun, size[0] * 0.027).filter(ImageFilter.GaussianBlur(2)))
    draw = ImageDraw.Draw(painting)
    for _ in range(420):
        depth = hand.between(0, 1) ** 1.7
        y = horizon + 6 + depth * (size[1] - horizon)
        x = sun[0] + hand.around(0, size[0] * (0.035 + 0.15 * depth))
        length = 8 + 60 * depth * hand.between(0.4, 1)
        colour = mixed("#fff0c9", "#e79f79", hand.between(0, 1) * (0.4 + 0.6 * depth))
        draw.line([(x - length, y), (x + length, y + hand.around(0, 1.5))], colour, round(2 + 3.5 * depth))


def _sail(painting: Image.Image, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    size = painting.size
    hull = [
        (x - tall * 0.34, y - tall * 0.06),
        (x + tall * 0.36, y - tall * 0.07),
        (x + tall * 0.24, y + tall * 0.05),
        (x - tall * 0.24, y + tall * 0.05),
    ]
    main = [(x, y - tall), (x + tall * 0.07, y - tall * 0.55), (x + tall * 0.36, y - tall * 0.13), (x, y - tall * 0.12)]
    jib = [(x - tall * 0.03, y - tall * 0.86), (x - tall * 0.03, y - tall * 0.12), (x - tall * 0.3, y - tall * 0.1)]
    for points, colour in ((main, "#54435c"), (jib, "#6c526b"), (hull, "#2a2740")):
        filled(painting, colour, polygon(size, points))
    draw = ImageDraw.Draw(painting)
    draw.line([(x - 2, y - tall * 1.02), (x - 2, y)], (42, 38, 62), 4)
    for step in range(9):
        wide = tall * (0.32 - step * 0.022)
        ripple = y + tall * (0.09 + step * 0.055)
        draw.line([(x - wide + step % 3 * 9, ripple), (x + wide - step % 2 * 14, ripple)], mixed("#2f2d49", "#5a5672", step / 9), 4)


def lily_pond(hand: Hand, size: Size) -> Image.Image:
    """A pond in June: willows and sky lie in it upside down, lilies float on top."""
    small = (size[0] // 2, size[1] // 2)
    depths = contrasted(noise(hand, small, Clouds(3.4, 1.6, 4, "depths")), 66, 188)
    under = toned(depths, ((0, "#16343b"), (0.3, "#285a56"), (0.55, "#5b8f86"), (0.78, "#a9b9c4"), (1, "#e3cfd6")))
    willows = contrasted(noise(hand, small, Clouds(16, 1.3, 3, "willows")), 128, 190)
    filled(under, "#3d6b3c", ImageChops.multiply(willows, fade(small, [(0, 255), (0.55, 120), (1, 0)])), 0.75)
    filled(under, "#f0c9b4", glow(small, (small[0] * 0.6, small[1] * 0.62), (small[0] * 0.42, small[1] * 0.32), 1.2), 0.5)
    flow = noise(hand, small, Clouds(3, 3, 2, "sway")).point([round(96 + tone * 0.25) for tone in range(256)])
    painting = painted(under, flow, hand, size, (Brush(1500, 110, 22, 5, 13), Brush(3000, 70, 11, 4, 13)))
    _rafts(hand, painting)
    return varnished(painting, hand, relief=0.6)


def _rafts(hand: Hand, painting: Image.Image) -> None:
    width, height = painting.size
    draw = ImageDraw.Draw(painting)
    for _ in range(11):
        depth = hand.between(0.05, 0.97)
        x, y = hand.between(0, width), height * (0.1 + 0.86 * depth)
        spread = width * (0.05 + 0.11 * depth)
        pads = sorted((hand.around(y, spread * 0.28), hand.around(x, spread * 1.3)) for _ in range(round(9 + 9 * depth)))
        for pad_y, pad_x in pads:
            _pad(hand, draw, pad_x, pad_y, (0.35 + 0.75 * depth) * width / 34)
        for _ in range(hand.whole(1, 4)):
            _bloom(hand, draw, hand.around(x, spread), hand.around(y, spread * 0.22), (0.4 + 0.7 * depth) * width / 52)


def _pad(hand: Hand, draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    tone = mixed(hand.pick(("#4f7f52", "#6f9a5c", "#3f6f5a", "#8fae74")), "#c7d3b0", hand.between(0, 0.35))
    flat = radius * hand.between(0.3, 0.42)
    draw.ellipse([x - radius * 0.95, y - flat * 0.4, x + radius * 0.95, y + flat * 1.3], mixed(tone, "#12292d", 0.75))
    rows = max(5, round(flat / 2.4))
    for row in range(rows):
        high = (row + 0.5) / rows * 2 - 1
        half = radius * math.sqrt(1 - high * high)
        shade = mixed(tone, "#f2f0cf", hand.between(0, 0.2) + max(0.0, -high) * 0.3)
        left, right = x - half * hand.between(0.85, 1.08), x + half * hand.between(0.85, 1.08)
        draw.line(
            [(left, y + high * flat), (right, y + high * flat + hand.around(0, 2))], shade, round(flat / rows * hand.between(2.2, 3.0))
        )


def _bloom(hand: Hand, draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    colour = hand.pick(("#f6dfe2", "#eeb4c2", "#fbf3e4", "#d98aa4"))
    for ring, (reach, lift) in enumerate(((1.0, 0.1), (0.72, 0.3), (0.42, 0.42))):
        for petal in range(7 - ring):
            angle = math.pi * (petal + 0.5) / (7 - ring)
            tip = (x + math.cos(angle) * radius * reach * hand.between(0.8, 1.2), y - math.sin(angle) * radius * (0.5 + lift) * reach)
            draw.line(
                [(x, y), tip], mixed(colour, "#ffffff", hand.between(0, 0.5) + ring * 0.1), max(4, round(radius * hand.between(0.28, 0.5)))
            )
    draw.ellipse([x - radius * 0.16, y - radius * 0.45, x + radius * 0.16, y - radius * 0.2], (242, 190, 92))
