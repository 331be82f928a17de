"""Night: the roofs of an old town under the moon, and all of it once more in the river."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.canvas import Clouds, Point, Size, contrasted, disc, fade, fibrous, filled, glow, noise, vignetted
from saleroom.demo.colour import at, mixed, ramp, rgb
from saleroom.demo.hand import Hand

NIGHT = ((0, "#0d1733"), (0.4, "#1d3158"), (0.7, "#375a80"), (0.9, "#6f93a6"), (1, "#9db7b8"))
STREETS = ((0, "#6d8fa6"), (0.35, "#3f6285"), (0.7, "#223f63"), (1, "#101f3b"))


def moonlit_town(hand: Hand, size: Size) -> Image.Image:
    """An old town at night: four rows of gables, lit windows, a large moon, and all of it once more in the river."""
    width, height = size
    bank = round(height * 0.76)
    picture = ramp((width, bank), NIGHT)
    moon = (width * 0.66, height * 0.27)
    _stars(hand, picture, moon)
    filled(picture, "#c9d9dc", glow(picture.size, moon, (width * 0.42, width * 0.42), 2.0), 0.75)
    clouds = contrasted(noise(hand, picture.size, Clouds(2.2, 8, 4, "night clouds")), 122, 200)
    filled(picture, "#f7efd6", disc(picture.size, moon, width * 0.092))
    seas = ImageChops.multiply(
        contrasted(noise(hand, picture.size, Clouds(14, 11, 3, "moon")), 120, 190), disc(picture.size, moon, width * 0.092)
    )
    filled(picture, "#d3cdb8", seas, 0.75)
    filled(picture, "#7d9bb0", ImageChops.multiply(clouds, fade(picture.size, [(0, 120), (0.4, 230), (0.8, 0), (1, 0)])), 0.55)
    for row in range(4):
        _row(hand, picture, row, bank)
    whole = Image.new("RGB", size)
    whole.paste(picture, (0, 0))
    whole.paste(_river(hand, picture, size, bank), (0, bank))
    return vignetted(fibrous(whole, hand, 0.05), 0.25)


def _stars(hand: Hand, picture: Image.Image, moon: Point) -> None:
    draw = ImageDraw.Draw(picture)
    for _ in range(240):
        x, y = hand.between(0, picture.width), picture.height * 0.7 * hand.between(0, 1) ** 1.4
        if math.dist((x, y), moon) > picture.width * 0.15:
            radius = hand.pick((1, 1, 1, 2, 2, 3)) * 0.8
            draw.ellipse(
                [x - radius, y - radius, x + radius, y + radius], mixed("#f4efdc", at(NIGHT, y / picture.height), hand.between(0.1, 0.7))
            )


def _row(hand: Hand, picture: Image.Image, row: int, bank: int) -> None:
    """Houses side by side; the nearer the row, the larger, darker and the more awake."""
    near, width = row / 3, picture.width
    tone = at(STREETS, 0.1 + 0.9 * near)
    mask = Image.new("L", (width * 2, bank * 2))
    draw = ImageDraw.Draw(mask)
    lights: list[tuple[float, float, float]] = []
    x = -hand.between(10, 60)
    while x < width:
        wide = width * (0.045 + 0.05 * near) * hand.between(0.7, 1.4)
        top = bank - bank * (0.4 - 0.235 * near) * hand.between(0.78, 1.12)
        _house(hand, draw, x, wide, top, bank)
        count = max(1, round(wide / (width * (0.018 + 0.012 * near))))
        for column in range(count):
            y = top + wide * 0.28
            while y < bank - wide * 0.2:
                if hand.likely(0.1 + 0.2 * near):
                    lights.append((x + wide * (column + 0.5) / count, y, width * (0.0032 + 0.0042 * near)))
                y += width * (0.02 + 0.014 * near)
        x += wide
    if row in (1, 2):
        _church(draw, width * (0.3 if row == 1 else 0.12), bank, bank * (0.62 if row == 1 else 0.44), width * (0.016 if row == 1 else 0.02))
    filled(picture, tone, mask.reduce(2))
    filled(
        picture,
        mixed(tone, "#8fb0bf", 0.55),
        ImageChops.multiply(mask.reduce(2), fade(picture.size, [(0, 0), (0.62, 0), (1, 190 - 150 * row // 3)])),
        0.5,
    )
    _windows(hand, picture, lights)


def _house(hand: Hand, draw: ImageDraw.ImageDraw, x: float, wide: float, top: float, bank: int) -> None:
    box = [x * 2, top * 2, (x + wide + 1) * 2, bank * 2]
    draw.rectangle(box, fill=255)
    kind = hand.whole(0, 3)
    peak = top - wide * hand.between(0.35, 0.75)
    if kind == 0:
        for step in range(4):
            inset = wide * step * 0.12
            draw.rectangle([(x + inset) * 2, (top - wide * 0.13 * (step + 1)) * 2, (x + wide - inset) * 2, top * 2], fill=255)
    elif kind < 3:
        draw.polygon([(x * 2 - 4, top * 2), ((x + wide / 2) * 2, peak * 2), ((x + wide) * 2 + 4, top * 2)], fill=255)
    else:
        draw.polygon(
            [
                (x * 2, top * 2),
                ((x + wide * 0.22) * 2, (top - wide * 0.3) * 2),
                ((x + wide * 0.78) * 2, (top - wide * 0.3) * 2),
                ((x + wide) * 2, top * 2),
            ],
            fill=255,
        )
    if hand.likely(0.6):
        px = x + wide * hand.between(0.15, 0.3)
        draw.rectangle([px * 2, (top - wide * 0.5) * 2, (px + wide * 0.1) * 2, top * 2], fill=255)


def _church(draw: ImageDraw.ImageDraw, x: float, bank: int, tall: float, half: float) -> None:
    top = bank - tall
    draw.rectangle([(x - half) * 2, top * 2, (x + half) * 2, bank * 2], fill=255)
    draw.polygon([((x - half * 1.2) * 2, top * 2), (x * 2, (top - tall * 0.34) * 2), ((x + half * 1.2) * 2, top * 2)], fill=255)
    draw.line([(x * 2, (top - tall * 0.4) * 2), (x * 2, (top - tall * 0.3) * 2)], 255, 4)


def _windows(hand: Hand, picture: Image.Image, lights: Sequence[tuple[float, float, float]]) -> None:
    shine, panes = Image.new("L", picture.size), Image.new("L", picture.size)
    around, inside = ImageDraw.Draw(shine), ImageDraw.Draw(panes)
    for x, y, half in lights:
        bright = hand.whole(150, 255)
        around.ellipse([x - half * 3, y - half * 2.6, x + half * 3, y + half * 4], fill=bright // 3)
        inside.rectangle([x - half, y - half * 1.4, x + half, y + half * 1.4], fill=bright)
        inside.line([(x, y - half * 1.4), (x, y + half * 1.4)], bright // 3, 2)
    filled(picture, "#f2a65a", shine.filter(ImageFilter.GaussianBlur(7)), 0.8)
    filled(picture, "#ffd78f", panes)


def _river(hand: Hand, picture: Image.Image, size: Size, bank: int) -> Image.Image:
    """The town upside down, darker, torn by ripples that grow towards us."""
    deep = size[1] - bank
    mirrored = (
        picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((size[0], round(picture.height * 0.62))).crop((0, 0, size[0], deep))
    )
    water = Image.new("RGB", (size[0], deep))
    for y in range(deep):
        slip = round(math.sin(y * 0.33 + math.sin(y * 0.07) * 4) * (1 + y * 0.045) + hand.around(0, 2 + y * 0.03))
        water.paste(ImageChops.offset(mirrored.crop((0, y, size[0], y + 1)), slip, 0), (0, y))
    filled(water, "#10203c", fade(water.size, [(0, 90), (1, 170)]), 0.75)
    draw = ImageDraw.Draw(water)
    for _ in range(260):
        depth = hand.between(0, 1)
        x, down = size[0] * 0.66 + hand.around(0, size[0] * (0.05 + 0.12 * depth)), depth * deep
        length = 6 + 44 * depth * hand.between(0.3, 1)
        draw.line([(x - length, down), (x + length, down)], mixed("#f7efd6", "#5f83a0", hand.between(0.1, 0.9)), round(1.5 + 2 * depth))
    draw.rectangle([0, 0, size[0], 5], fill=rgb("#0b1730"))
    return water.filter(ImageFilter.GaussianBlur(0.7))
