"""Night and shadow: roofs under the moon, a profile cut from paper."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.canvas import Clouds, Point, Size, contrasted, disc, fade, fibrous, filled, glow, noise, paper, polygon, vignetted
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
    seas = ImageChops.multiply(contrasted(noise(hand, picture.size, Clouds(14, 11, 3, "moon")), 120, 190), disc(picture.size, moon, width * 0.092))
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
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], mixed("#f4efdc", at(NIGHT, y / picture.height), hand.between(0.1, 0.7)))


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
    filled(picture, mixed(tone, "#8fb0bf", 0.55), ImageChops.multiply(mask.reduce(2), fade(picture.size, [(0, 0), (0.62, 0), (1, 190 - 150 * row // 3)])), 0.5)
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
        draw.polygon([(x * 2, top * 2), ((x + wide * 0.22) * 2, (top - wide * 0.3) * 2), ((x + wide * 0.78) * 2, (top - wide * 0.3) * 2), ((x + wide) * 2, top * 2)], fill=255)
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
    mirrored = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((size[0], round(picture.height * 0.62))).crop((0, 0, size[0], deep))
    water = Image.new("RGB", (size[0], deep))
    for y in range(deep):
        slip = round(math.sin(y * 0.33 + math.sin(y * 0.07) * 4) * (1 + y * 0.045) + hand.around(0, 2 + y * 0.03))
        water.paste(ImageChops.offset(mirrored.crop((0, y, size[0], y + 1)), slip, 0), (0, y))
    filled(water, "#10203c", fade(water.size, [(0, 90), (1, 170)]), 0.75)
    draw = ImageDraw.Draw(water)
    for _ in range(260):
        depth = hand.between(0, 1)
        x, y = size[0] * 0.66 + hand.around(0, size[0] * (0.05 + 0.12 * depth)), depth * deep
        length = 6 + 44 * depth * hand.between(0.3, 1)
        draw.line([(x - length, y), (x + length, y)], mixed("#f7efd6", "#5f83a0", hand.between(0.1, 0.9)), round(1.5 + 2 * depth))
    draw.rectangle([0, 0, size[0], 5], fill=rgb("#0b1730"))
    return water.filter(ImageFilter.GaussianBlur(0.7))


FACE: tuple[Point, ...] = (
    (0.02, -0.62), (0.17, -0.585), (0.29, -0.5), (0.36, -0.39), (0.385, -0.28), (0.375, -0.21), (0.372, -0.165), (0.4, -0.115), (0.452, -0.025),
    (0.462, 0.0), (0.44, 0.022), (0.398, 0.032), (0.392, 0.055), (0.418, 0.092), (0.422, 0.112), (0.396, 0.132), (0.412, 0.156), (0.402, 0.185),
    (0.372, 0.205), (0.372, 0.235), (0.388, 0.275), (0.37, 0.325), (0.318, 0.352), (0.24, 0.345), (0.16, 0.335), (0.108, 0.37), (0.092, 0.46),
    (0.1, 0.56), (0.16, 0.66), (0.34, 0.76), (0.43, 0.9), (0.45, 1.1), (-0.62, 1.1), (-0.56, 0.86), (-0.4, 0.72), (-0.27, 0.62), (-0.21, 0.5),
    (-0.215, 0.36), (-0.26, 0.2), (-0.33, 0.02), (-0.37, -0.16), (-0.33, -0.38), (-0.2, -0.55), (-0.08, -0.615),
)
HAIR: tuple[Point, ...] = (
    (0.3, -0.47), (0.24, -0.6), (0.08, -0.7), (-0.12, -0.7), (-0.3, -0.6), (-0.42, -0.42), (-0.46, -0.2), (-0.44, 0.0), (-0.4, 0.16), (-0.32, 0.28),
    (-0.22, 0.3), (-0.12, 0.22), (-0.04, 0.1), (0.02, -0.03), (0.1, -0.14), (0.21, -0.24), (0.3, -0.36),
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
    for x, y, radius, colour in ((-0.33, -0.5, 0.13, "#d9573f"), (-0.17, -0.6, 0.095, "#efb64e"), (-0.45, -0.36, 0.1, "#f3e2d0"), (-0.37, -0.22, 0.072, "#d9573f"), (-0.27, -0.36, 0.065, "#efb64e")):
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
            made.append((
                0.5 * (2 * b[0] + (c[0] - a[0]) * t + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t * t + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3),
                0.5 * (2 * b[1] + (c[1] - a[1]) * t + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t * t + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3),
            ))
    return made


def _laid(picture: Image.Image, mask: Image.Image, colour: str) -> None:
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
    points = [(x + (t * math.cos(turn) - a * math.sin(turn)) * long, y + (t * math.sin(turn) + a * math.cos(turn)) * long) for t, a in outline]
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
        tone = "#%02x%02x%02x" % mixed(colour, "#fff0dd", 0.28 * ring)
        _laid(picture, polygon(picture.size, outline), tone)
    _laid(picture, disc(picture.size, centre, radius * 0.2), "#5b2a26")
