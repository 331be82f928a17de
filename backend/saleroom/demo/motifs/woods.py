"""Trees: birches in autumn, a blossoming branch before the sky."""

import math

from PIL import Image, ImageDraw, ImageFilter

from saleroom.demo.brush import Brush, painted, varnished
from saleroom.demo.canvas import Clouds, Size, contrasted, fade, filled, glow, noise
from saleroom.demo.colour import at, mixed, rgb, toned
from saleroom.demo.hand import Hand

LEAVES = ("#e8a33a", "#f2c14e", "#d9752b", "#b9501f", "#f7dd8a", "#8f8a3a", "#c7902f")
FLOOR = ("#a8481f", "#c9682a", "#7c3a1c", "#de9a3c", "#59421f", "#8a6b2a")


def birch_forest(hand: Hand, size: Size) -> Image.Image:
    """A birch wood in October; between the trunks everything is leaves."""
    small = (size[0] // 2, size[1] // 2)
    width, height = small
    deep = contrasted(noise(hand, small, Clouds(5, 5, 4, "deep")), 70, 190)
    under = toned(deep, ((0, "#3d4a3f"), (0.4, "#7c7a3f"), (0.7, "#c9913b"), (1, "#f0d08a")))
    filled(under, "#f6e6b4", glow(small, (width * 0.55, height * 0.3), (width * 0.5, height * 0.4), 1.3), 0.75)
    filled(under, "#7a4322", fade(small, [(0, 0), (0.66, 0), (0.78, 235), (1, 255)]))
    flow = noise(hand, small, Clouds(5, 5, 2, "turns"))
    painting = painted(under, flow, hand, size, (Brush(1500, 60, 24, 5, 16), Brush(3200, 30, 12, 3, 18)))
    draw = ImageDraw.Draw(painting)
    _dabs(hand, draw, size, 3000, 0.5)
    for depth in (0.0, 0.3, 0.62, 1.0):
        for place in _places(hand, depth):
            _trunk(hand, draw, size, place * size[0], depth)
        _dabs(hand, draw, size, round(1000 - 450 * depth), 0.6 + 0.7 * depth)
    _floor(hand, draw, size)
    return varnished(painting, hand, relief=0.55)


def _places(hand: Hand, depth: float) -> list[float]:
    count = round(15 - 11 * depth)
    return [(number + 0.5 + hand.around(0, 0.42)) / count for number in range(count)]


def _dabs(hand: Hand, draw: ImageDraw.ImageDraw, size: Size, count: int, large: float) -> None:
    """Leaves, denser towards the top."""
    for _ in range(count):
        x, y = hand.between(0, size[0]), size[1] * hand.between(0, 1) ** 1.5 * 0.74
        length, angle = 15 * large * hand.between(0.6, 1.3), hand.around(0.5, 1.0)
        tone = mixed(hand.pick(LEAVES), "#fff4d0", hand.between(0, 0.3))
        draw.line([(x, y), (x + math.cos(angle) * length, y + math.sin(angle) * length)], tone, round(9 * large))


def _trunk(hand: Hand, draw: ImageDraw.ImageDraw, size: Size, x: float, depth: float) -> None:
    """White bark in short strokes across, dark on the right, with eyes and scars."""
    width, height = size
    foot, half = height * (0.69 + 0.26 * depth), width * (0.0045 + 0.0165 * depth)
    lean, bend = hand.around(0, width * 0.03), hand.around(0, width * 0.012)
    haze = 0.62 * (1 - depth)
    y = foot
    while y > -20:
        share = y / foot
        middle = x + lean * (1 - share) + bend * math.sin(share * 5)
        thick = half * (0.72 + 0.28 * share) * (1.25 if share > 0.97 else 1)
        for part in range(6):
            u = (part + 0.5) / 3 - 1
            tone = at(
                ((0, "#fbf6e6"), (0.45, "#e4ddd0"), (0.75, "#a8a2a4"), (1, "#6a6672")),
                min(1, max(0, 0.36 + u * 0.5 + hand.around(0, 0.16))),
            )
            px = middle + u * thick
            draw.line(
                [(px - thick * 0.24, y + hand.around(0, 2)), (px + thick * 0.24, y + hand.around(0, 3))],
                mixed(tone, "#d9b56a", haze),
                max(3, round(6 + 3 * depth)),
            )
        if hand.likely(0.06 + 0.09 * depth):
            left, right = middle - thick * hand.between(0.2, 1), middle + thick * hand.between(-0.2, 0.8)
            draw.line(
                [(left, y), ((left + right) / 2, y + 3 * depth), (right, y)],
                mixed("#241d22", "#c9a05a", haze),
                max(2, round(hand.between(2, 10) * (0.3 + depth))),
            )
        y -= 5 + 2 * depth


def _floor(hand: Hand, draw: ImageDraw.ImageDraw, size: Size) -> None:
    for step in range(2600):
        depth = step / 2600
        x, y = hand.between(0, size[0]), size[1] * (0.7 + 0.31 * depth)
        if hand.likely(0.45 + 0.4 * (1 - depth)):
            length = 12 + 26 * depth
            tone = mixed(hand.pick(FLOOR), "#f0c070", hand.between(0, 0.35))
            angle = hand.around(0, 0.5)
            draw.line([(x - length, y), (x + math.cos(angle) * length, y + math.sin(angle) * length * 0.6)], tone, round(5 + 7 * depth))


def almond_blossom(hand: Hand, size: Size) -> Image.Image:
    """Blossoming branches against the blue, seen lying in the grass."""
    small = (size[0] // 2, size[1] // 2)
    sky = contrasted(noise(hand, small, Clouds(3, 3, 4, "sky")), 60, 200)
    under = toned(sky, ((0, "#3f8a98"), (0.5, "#6fb3b4"), (1, "#a9d3c6")))
    flow = noise(hand, small, Clouds(3, 3, 2, "sky strokes"))
    painting = painted(under, flow, hand, size, (Brush(1500, 70, 22, 5, 9), Brush(2600, 44, 11, 4, 9)))
    draw = ImageDraw.Draw(painting)
    tips: list[tuple[float, float, float]] = []
    width, height = size
    for start, heading, thick in (
        ((-20, height * 0.9), -0.5, 30),
        ((width * 0.3, height + 20), -1.1, 34),
        ((width + 20, height * 0.72), -2.75, 22),
    ):
        _branch(hand, draw, start, heading, thick, tips)
    for x, y, large in tips:
        _blossom(hand, draw, x, y, large)
    return varnished(painting.filter(ImageFilter.GaussianBlur(0.4)), hand, relief=0.6)


def _branch(
    hand: Hand, draw: ImageDraw.ImageDraw, start: tuple[float, float], heading: float, thick: float, tips: list[tuple[float, float, float]]
) -> None:
    """A crooked branch that forks until it is thin; blossoms sit along the thin parts."""
    x, y = start
    while thick > 3:
        length = 26 + thick * 1.5
        heading += hand.around(0, 0.34)
        nx, ny = x + math.cos(heading) * length, y + math.sin(heading) * length
        draw.line([(x, y), (nx, ny)], rgb("#3f3a35"), round(thick + 5))
        draw.line(
            [(x - thick * 0.14, y - thick * 0.14), (nx - thick * 0.14, ny - thick * 0.14)],
            mixed("#7c6a58", "#a58f74", hand.between(0, 1)),
            round(thick * 0.8),
        )
        draw.line(
            [(x - thick * 0.25, y - thick * 0.25), (nx - thick * 0.25, ny - thick * 0.25)],
            mixed("#b7a68a", "#d9cdb0", hand.between(0, 1)),
            max(2, round(thick * 0.24)),
        )
        if thick < 17 and hand.likely(0.62):
            tips.append((nx + hand.around(0, 26), ny + hand.around(0, 26), hand.between(0.7, 1.25)))
        if hand.likely(0.34):
            _branch(hand, draw, (nx, ny), heading + hand.pick((-1, 1)) * hand.between(0.45, 0.95), thick * 0.66, tips)
        x, y, thick = nx, ny, thick * 0.915
    tips.append((x, y, hand.between(0.5, 0.9)))


def _blossom(hand: Hand, draw: ImageDraw.ImageDraw, x: float, y: float, large: float) -> None:
    radius = 27 * large
    if hand.likely(0.2):
        draw.ellipse(
            [x - radius * 0.35, y - radius * 0.45, x + radius * 0.35, y + radius * 0.3], mixed("#e6a3ad", "#ffffff", hand.between(0, 0.5))
        )
        return
    turn, squash = hand.between(0, 1), hand.between(0.72, 1)
    for layer, shade in ((1.12, "#9fb8b4"), (1.0, "#fbf3ea")):
        for petal in range(5):
            angle = turn + petal * math.tau / 5
            px, py = x + math.cos(angle) * radius * 0.55 * layer, y + math.sin(angle) * radius * 0.55 * squash * layer
            wide = radius * 0.48 * layer
            tone = mixed(shade, hand.pick(("#f3cdd0", "#ffffff", "#f7e3d3")), hand.between(0, 0.7)) if layer == 1.0 else rgb(shade)
            draw.ellipse([px - wide, py - wide * squash, px + wide, py + wide * squash], tone)
    for _ in range(7):
        angle, far = hand.between(0, math.tau), radius * hand.between(0.1, 0.42)
        draw.line([(x, y), (x + math.cos(angle) * far, y + math.sin(angle) * far)], rgb("#c98a5b"), 3)
    draw.ellipse([x - radius * 0.13, y - radius * 0.13, x + radius * 0.13, y + radius * 0.13], rgb("#b5433f"))
