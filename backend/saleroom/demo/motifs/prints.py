"""Sheets from a press: a wave in the manner of a woodcut, a fern from a book of plants."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.canvas import Clouds, Point, Size, contrasted, disc, fade, fibrous, filled, glow, noise, paper
from saleroom.demo.colour import mixed, rgb
from saleroom.demo.hand import Hand

INK, DEEP, MIDDLE, PALE, FOAM = "#1b2f4b", "#24487a", "#4f7fae", "#9dbfd0", "#f4ecd8"


def woodcut_wave(hand: Hand, size: Size) -> Image.Image:
    """A great wave about to break over a small boat; a mountain looks on."""
    width, height = size
    picture = paper(hand, size, ((0, "#dfd0ae"), (0.5, "#eadfc2"), (1, "#f2e9d2")))
    filled(picture, "#b9b39a", fade(size, [(0, 150), (0.3, 40), (0.55, 0), (1, 0)]), 0.9)
    filled(picture, "#e5b08d", fade(size, [(0, 0), (0.38, 0), (0.62, 150), (0.7, 0), (1, 0)]), 0.6)
    filled(picture, "#c9553c", disc(size, (width * 0.8, height * 0.2), width * 0.052), 0.9)
    large = picture.resize((width * 2, height * 2), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(large)
    _mountain(draw, (width * 1.36, height * 1.34), width * 0.42)
    _swell(draw, size, 1.32, 34, (MIDDLE, PALE), 0.7)
    _wave(hand, draw, (width * 2, height * 2))
    _boat(draw, (width * 1.42, height * 1.53), width * 0.3)
    _swell(draw, size, 1.62, 52, (DEEP, MIDDLE), 0.0)
    _swell(draw, size, 1.8, 60, (INK, DEEP), 2.4)
    _spray(hand, draw, size)
    printed = large.reduce(2)
    return fibrous(_wood(hand, printed), hand, 0.05)


def _wood(hand: Hand, printed: Image.Image) -> Image.Image:
    """The grain of the block, pale where it took less ink."""
    grain = contrasted(noise(hand, printed.size, Clouds(3, 150, 2, "block")), 60, 200)
    light = Image.blend(printed, Image.new("RGB", printed.size, rgb("#efe4ca")), 0.14)
    return Image.composite(printed, light, grain)


def _mountain(draw: ImageDraw.ImageDraw, peak: Point, half: float) -> None:
    x, y = peak
    tall = half * 0.5
    slope = [(x - half + half * t, y - tall * (t**1.7)) for t in (n / 20 for n in range(21))]
    other = [(x + half - half * t, y - tall * (t**1.7)) for t in (n / 20 for n in range(20, -1, -1))]
    draw.polygon([*slope, *other], fill=rgb("#6b83a0"))
    cap = [(x - half * 0.27, y - tall * 0.59), (x, y - tall), (x + half * 0.27, y - tall * 0.59)]
    teeth = [(x + half * (0.27 - 0.06 * n), y - tall * (0.59 + (0.13 if n % 2 else 0.02))) for n in range(1, 9)]
    draw.polygon([*cap, *teeth], fill=rgb(FOAM))


def _swell(draw: ImageDraw.ImageDraw, size: Size, level: float, lift: float, tones: tuple[str, str], phase: float) -> None:
    """A long swell across the sheet with lines that follow its crest."""
    width, height = size[0] * 2, size[1] * 2
    top = [
        level * size[1] + lift * math.sin(x / width * 9 + phase) + lift * 0.5 * math.sin(x / width * 21 + phase * 2)
        for x in range(0, width + 8, 8)
    ]
    crest = [(n * 8, y) for n, y in enumerate(top)]
    draw.polygon([*crest, (width, height), (0, height)], fill=rgb(tones[0]))
    for line in range(7):
        sink = 10 + line * (16 + line * 5)
        draw.line([(x, y + sink) for x, y in crest], mixed(tones[1], tones[0], line / 8), max(3, 10 - line))
    draw.line(crest, rgb(FOAM), 9)


def _spine(t: float, size: Size) -> Point:
    """The back of the great wave: up from the left, over, and curling down."""
    width, height = size
    if t < 0.62:
        s = t / 0.62
        return width * (-0.04 + 0.4 * s**1.35), height * (0.86 - 0.66 * math.sin(s * math.pi / 2) ** 1.15)
    s = (t - 0.62) / 0.38
    angle = -math.pi / 2 + s * math.pi * 1.16
    reach = 0.185 * (1 - 0.3 * s)
    return width * (0.36 + reach * math.cos(angle) * 0.92), height * (0.2 + 0.2 + reach * math.sin(angle) * 1.08)


def _wave(hand: Hand, draw: ImageDraw.ImageDraw, size: Size) -> None:
    width, height = size
    back = [_spine(n / 160, size) for n in range(161)]
    hollow_top = back[-1]
    hollow = []
    for n in range(60):
        s = n / 59
        hollow.append(
            (
                hollow_top[0] - width * 0.155 * math.sin(s * math.pi * 0.62) + width * 0.34 * s**2.4,
                hollow_top[1] + (height * 0.86 - hollow_top[1]) * s,
            )
        )
    draw.polygon([*back, *hollow, (width * 0.6, height * 0.95), (-50, height * 0.95)], fill=rgb(DEEP))
    for band in range(9):
        share = 0.05 + band * 0.105
        line = []
        for n in range(0, 161, 3):
            bx, by = back[n]
            hx, hy = hollow[min(59, max(0, round((160 - n) / 160 * 59)))]
            pull = share * min(1.0, n / 60)
            line.append((bx + (hx - bx) * pull * 0.8, by + (hy - by) * pull * 0.62 + share * height * 0.13 * (1 - n / 160)))
        tone = (PALE, MIDDLE, INK)[band % 3]
        draw.line(line, rgb(tone), (15, 11, 8)[band % 3], joint="curve")
    draw.line([*back[:-6]], rgb(INK), 7)
    for n in range(58, 161, 3):
        _claw(hand, draw, back[n], back[min(160, n + 2)], 1.0 + 0.9 * (n - 58) / 102, size)


def _claw(hand: Hand, draw: ImageDraw.ImageDraw, at: Point, ahead: Point, large: float, size: Size) -> None:
    """Foam: scalloped lumps with small hooks that reach forward."""
    x, y = at
    heading = math.atan2(ahead[1] - y, ahead[0] - x)
    radius = size[0] * 0.0105 * large
    for _ in range(3):
        angle, far = heading - math.pi / 2 + hand.around(0, 1.2), radius * hand.between(0, 1.5)
        px, py = x + math.cos(angle) * far, y + math.sin(angle) * far
        lump = radius * hand.between(0.6, 1.1)
        draw.ellipse([px - lump - 5, py - lump - 5, px + lump + 5, py + lump + 5], fill=rgb(INK))
        draw.ellipse([px - lump, py - lump, px + lump, py + lump], fill=rgb(FOAM))
    for hook in range(2):
        angle = heading + 0.5 + hook * 0.6 + hand.around(0, 0.3)
        tip = (x + math.cos(angle) * radius * 3.1, y + math.sin(angle) * radius * 3.1)
        side = (math.cos(angle + math.pi / 2) * radius * 0.55, math.sin(angle + math.pi / 2) * radius * 0.55)
        draw.polygon([(x + side[0] * 1.5, y + side[1] * 1.5), tip, (x - side[0] * 1.5, y - side[1] * 1.5)], fill=rgb(INK))
        near = (x + math.cos(angle) * radius * 2.5, y + math.sin(angle) * radius * 2.5)
        draw.polygon([(x + side[0], y + side[1]), near, (x - side[0], y - side[1])], fill=rgb(FOAM))


def _boat(draw: ImageDraw.ImageDraw, middle: Point, long: float) -> None:
    x, y = middle
    hull = [(x + long * (t - 0.5), y - long * 0.16 * (2 * abs(t - 0.5)) ** 2.2) for t in (n / 24 for n in range(25))]
    keel = [(px + (x - px) * 0.16, py + long * 0.085) for px, py in reversed(hull)]
    draw.polygon([*hull, *keel], fill=rgb("#3b2c26"))
    draw.line(hull, rgb("#d9b98a"), 9)
    for n in range(5):
        px = x + long * (-0.26 + 0.13 * n)
        draw.ellipse([px - 13, y - 46, px + 13, y - 20], fill=rgb("#e9d6b4"))
        draw.polygon([(px - 20, y + 4), (px - 9, y - 24), (px + 13, y - 24), (px + 20, y + 4)], fill=rgb("#b5483a" if n % 2 else "#24487a"))


def _spray(hand: Hand, draw: ImageDraw.ImageDraw, size: Size) -> None:
    for _ in range(150):
        x, y = hand.around(size[0] * 1.06, size[0] * 0.5), hand.around(size[1] * 0.72, size[1] * 0.5)
        radius = hand.pick((4, 5, 6, 9))
        if y < size[1] * 1.35:
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=rgb(FOAM))


def fern_plate(hand: Hand, size: Size) -> Image.Image:
    """A fern, painted in water colour and pressed into an old book of plants; an unrolling frond beside it."""
    width, height = size
    sheet = paper(hand, size, ((0, "#dccfae"), (0.5, "#ece2c8"), (1, "#f5eedb")))
    filled(sheet, "#a98f5f", contrasted(noise(hand, size, Clouds(30, 34, 2, "foxing")), 190, 215), 0.22)
    ink = Image.new("RGB", (width * 2, height * 2), (255, 255, 255))
    draw = ImageDraw.Draw(ink)
    for root, heading, long, lean, tone in (
        ((0.5, 0.9), -1.57, 0.78, 0.1, "#3f6b3d"),
        ((0.485, 0.9), -1.95, 0.56, -0.42, "#5d8448"),
        ((0.515, 0.9), -1.2, 0.52, 0.46, "#2f5a44"),
    ):
        _frond(hand, draw, (root[0] * width * 2, root[1] * height * 2), heading, long * height * 2, lean, tone)
    _crozier(draw, (width * 1.12, height * 1.8), height * 0.34)
    for n in range(26):
        x = width + hand.around(0, width * 0.17)
        draw.line(
            [(width + hand.around(0, 22), height * 1.795), (x, height * (1.81 + hand.between(0.01, 0.07)))],
            mixed("#6b4a2f", "#b08d62", n / 26),
            5,
        )
    wash = contrasted(noise(hand, size, Clouds(7, 8, 5, "wash")), 40, 230)
    printed = ink.reduce(2)
    pale = Image.blend(printed, Image.new("RGB", size, (255, 255, 255)), 0.42)
    sheet = ImageChops.multiply(sheet, Image.composite(printed, pale, wash))
    lines = ImageDraw.Draw(sheet)
    for inset, thick in ((0.052, 3), (0.06, 1)):
        lines.rectangle([width * inset, width * inset, width * (1 - inset), height - width * inset], outline=rgb("#6d5a3c"), width=thick)
    filled(sheet, "#6b4f2a", ImageChops.invert(glow(size, (width / 2, height / 2), (width * 0.95, height * 0.8), 0.5)), 0.35)
    return fibrous(sheet.filter(ImageFilter.GaussianBlur(0.4)), hand, 0.06)


def _frond(hand: Hand, draw: ImageDraw.ImageDraw, root: Point, heading: float, long: float, lean: float, tone: str) -> None:
    """A stem that bends, and feathers to both sides which are feathered themselves."""
    x, y = root
    steps = 34
    stem = [(x, y)]
    for step in range(steps):
        turn = heading + lean * (step / steps) ** 1.5
        x, y = x + math.cos(turn) * long / steps, y + math.sin(turn) * long / steps
        stem.append((x, y))
        share = step / steps
        if share < 0.12:
            continue
        reach = long * 0.27 * math.sin(math.pi * (0.14 + 0.86 * share) ** 0.8) ** 0.9 * (1 - share * 0.25) + 12
        for side in (-1, 1):
            _feather(hand, draw, (x, y), turn + side * (1.12 - 0.35 * share), reach * hand.between(0.93, 1.05), side, tone)
    draw.line(stem, mixed(tone, "#3a2a18", 0.55), 11, joint="curve")


def _feather(hand: Hand, draw: ImageDraw.ImageDraw, root: Point, heading: float, long: float, side: int, tone: str) -> None:
    x, y = root
    count = max(4, round(long / 19))
    colour = mixed(tone, hand.pick(("#8aa95a", "#27483a", "#a8b86a")), hand.between(0, 0.4))
    for n in range(count):
        share = n / count
        turn = heading - side * 0.3 * share
        x, y = x + math.cos(turn) * long / count, y + math.sin(turn) * long / count
        blade = long * 0.12 * (1 - share) ** 0.8 + 5
        for way in (-1, 1):
            angle = turn + way * 1.0
            tip = (x + math.cos(angle) * blade, y + math.sin(angle) * blade)
            wide = (math.cos(turn) * blade * 0.3, math.sin(turn) * blade * 0.3)
            middle = ((x + tip[0]) / 2 + wide[0], (y + tip[1]) / 2 + wide[1])
            draw.polygon([(x - wide[0] * 0.7, y - wide[1] * 0.7), (x + wide[0] * 0.7, y + wide[1] * 0.7), middle, tip], fill=colour)
    draw.line([root, (x, y)], mixed(colour, "#1d2f20", 0.45), 4)


def _crozier(draw: ImageDraw.ImageDraw, root: Point, long: float) -> None:
    """A young frond, still rolled up."""
    stem = [(root[0] + long * 0.1 * math.sin(t * 1.6), root[1] - long * t) for t in (n / 30 for n in range(31))]
    cx, cy = stem[-1][0] + long * 0.14, stem[-1][1]
    curl = [
        (cx - math.cos(a) * long * 0.14 * (1 - a / 13), cy - math.sin(a) * long * 0.14 * (1 - a / 13))
        for a in (n * 0.16 for n in range(70))
    ]
    draw.line([*stem, *curl], rgb("#6f8a46"), 26, joint="curve")
    draw.line([*stem, *curl], rgb("#93a862"), 12, joint="curve")
    for n, (x, y) in enumerate([*stem, *curl]):
        if n % 2 == 0:
            draw.line([(x - 16, y + 6), (x - 25, y - 2)], rgb("#7c5a34"), 4)
