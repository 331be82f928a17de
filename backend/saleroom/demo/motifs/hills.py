"""Land: mountain ridges in mist, dunes in the low sun, a meadow of poppies."""

import math
from typing import Final

from PIL import Image, ImageChops, ImageDraw

from saleroom.demo.brush import Brush, drawn, painted, varnished
from saleroom.demo.canvas import Clouds, Size, contrasted, disc, fade, fibrous, filled, glow, noise, polygon, ridge
from saleroom.demo.colour import at, mixed, ramp, rgb
from saleroom.demo.hand import Hand

RIDGES: Final = ((0, "#dcd8cb"), (0.3, "#b4bfc0"), (0.6, "#6f8a93"), (0.85, "#33505d"), (1, "#152b36"))
RIDGE_COUNT: Final = 8


def misty_ridges(hand: Hand, size: Size) -> Image.Image:
    """Ink on paper: eight ridges, each nearer and darker than the one behind, with mist between them."""
    width, height = size
    picture = ramp(size, ((0, "#d9cfbb"), (0.35, "#ece4d2"), (0.7, "#e3dccb"), (1, "#cfcdc2")))
    centre = (width * 0.67, height * 0.24)
    filled(picture, "#fbf3df", glow(size, centre, (width * 0.34, width * 0.34), 1.5), 0.9)
    filled(picture, "#d5715a", disc(size, centre, width * 0.042), 0.88)
    mist = contrasted(noise(hand, size, Clouds(3, 5, 4, "mist")), 70, 190)
    for number in range(RIDGE_COUNT):
        near = number / (RIDGE_COUNT - 1)
        base = height * (0.36 + 0.56 * near**1.25)
        line = ridge(hand, width, height * (0.05 + 0.055 * near), 0.56, 9)
        crest = [base + line[x] + height * 0.025 * math.sin(x / width * 5 + number * 1.9) for x in range(width)]
        mask = polygon(size, [(0, height), *((x, y) for x, y in enumerate(crest)), (width, height)])
        depth = height * (0.15 - 0.02 * near)
        falling = fade(
            size,
            [
                (0, 255),
                (max(0.0, min(crest) / height), 255),
                (min(0.999, (base + depth) / height), 40 + round(175 * near)),
                (1, 40 + round(200 * near)),
            ],
        )
        filled(
            picture,
            at(RIDGES, 0.12 + 0.88 * near),
            ImageChops.multiply(mask, ImageChops.lighter(falling, mist.point([round(t * (0.2 + 0.5 * near)) for t in range(256)]))),
            0.94,
        )
        if number >= RIDGE_COUNT - 3:
            _firs(hand, picture, crest, height * (0.012 + 0.03 * (number - RIDGE_COUNT + 3)), at(RIDGES, 0.12 + 0.88 * near))
    _birds(hand, picture, (width * 0.36, height * 0.2))
    return fibrous(picture, hand, 0.05)


def _firs(hand: Hand, picture: Image.Image, crest: list[float], tall: float, colour: tuple[int, int, int]) -> None:
    """Firs along a crest, in groups, each a stack of drooping triangles."""
    size = picture.size

    def draw_all(draw: ImageDraw.ImageDraw, k: int) -> None:
        x = 0.0
        while x < size[0] - 1:
            group = 0.5 + 0.5 * math.sin(x / size[0] * 9 + tall)
            x += tall * hand.between(0.18, 0.5) / (0.25 + group)
            if x < size[0] - 1 and hand.likely(0.3 + 0.7 * group):
                _fir(draw, x * k, (crest[int(x)] + tall * 0.2) * k, tall * hand.between(0.6, 1.5) * (0.6 + 0.6 * group) * k)

    mask = Image.new("L", (size[0] * 2, size[1] * 2))
    draw_all(ImageDraw.Draw(mask), 2)
    filled(picture, colour, mask.reduce(2))


def _fir(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float) -> None:
    for tier in range(6):
        top = foot - tall * (1 - tier * 0.15)
        half = tall * (0.035 + 0.036 * tier)
        draw.polygon([(x, top), (x + half, top + tall * 0.27), (x, top + tall * 0.21), (x - half, top + tall * 0.27)], fill=255)
    draw.line([(x, foot - tall * 0.1), (x, foot)], 255, max(1, round(tall * 0.03)))


def _birds(hand: Hand, picture: Image.Image, place: tuple[float, float]) -> None:
    mask = Image.new("L", (picture.width * 2, picture.height * 2))
    draw = ImageDraw.Draw(mask)
    for number in range(7):
        x, y = (place[0] + number * 34 + hand.around(0, 20)) * 2, (place[1] - number * 9 + hand.around(0, 26)) * 2
        wing = hand.between(16, 26)
        draw.arc([x - wing * 2, y - wing * 0.5, x, y + wing * 0.9], 200, 330, 255, 4)
        draw.arc([x, y - wing * 0.5, x + wing * 2, y + wing * 0.9], 210, 340, 255, 4)
    filled(picture, "#33454d", mask.reduce(2), 0.8)


def desert_dunes(hand: Hand, size: Size) -> Image.Image:
    """The last hour of light on dunes: warm faces, blue shadows."""
    small = (size[0] // 2, size[1] // 2)
    width, height = small
    under = ramp(small, ((0, "#6f8fa8"), (0.2, "#a9b4b6"), (0.36, "#eccfa4"), (0.42, "#f5ddb0"), (1, "#f5ddb0")))
    flow = Image.new("L", small, 8)
    for number in range(6):
        near = number / 5
        _dune(hand, under, flow, number, near, height * (0.36 + 0.5 * near**1.15))
    filled(under, "#ffe7b4", glow(small, (width * 0.12, height * 0.36), (width * 0.55, height * 0.4), 1.4), 0.5)
    brushes = (Brush(1200, 110, 24, 6, 8), Brush(3600, 74, 10, 4, 8, wander=0.12), Brush(9000, 30, 4.5, 3, 6, detail=5, wander=0.08))
    return varnished(drawn(painted(under, flow, hand, size, brushes), under, 0.7), hand, relief=0.55)


def _dune(hand: Hand, under: Image.Image, flow: Image.Image, number: int, near: float, base: float) -> None:
    """A lit face, and from the peak down a winding edge behind which lies the shadow."""
    size = under.size
    width, height = size
    peak = width * (0.72, 0.22, 0.86, 0.38, 0.66, 0.16)[number]
    rise = height * (0.09 + 0.17 * near)
    crest = [
        base
        + rise * 0.65
        - rise * math.exp(-(((x - peak) / (width * (0.2 + 0.14 * near))) ** 2))
        + rise * 0.16 * math.sin(x / width * 4.4 + number * 2.1)
        for x in range(width)
    ]
    body = polygon(size, [(0, height), *enumerate(crest), (width, height)])
    lit = at(((0, "#f0cd98"), (0.5, "#e2a566"), (1, "#c97f45")), near)
    dark = at(((0, "#c39d8a"), (0.5, "#8d5f5c"), (1, "#4e3345")), near)
    filled(under, lit, body)
    filled(under, mixed(lit, dark, 0.35), ImageChops.multiply(body, fade(size, [(0, 0), (base / height, 0), (1, 255)])))
    edge = [
        (
            peak + height * t * (0.05 + 0.42 * t) + height * 0.09 * math.sin(t * 6 + number) * t,
            crest[int(peak)] + (height * 1.05 - crest[int(peak)]) * t,
        )
        for t in (step / 30 for step in range(31))
    ]
    shaded = polygon(size, [*((x, crest[min(width - 1, int(x))]) for x in range(int(peak), width)), (width, height), *reversed(edge)])
    filled(under, dark, ImageChops.multiply(shaded, body), 0.95)
    filled(
        under,
        mixed(lit, "#fff0cf", 0.55),
        polygon(size, [(x, y) for x, y in enumerate(crest)] + [(x, y + 2 + 3 * near) for x, y in reversed(list(enumerate(crest)))]),
        0.7,
    )
    flow.paste(18, mask=body)
    flow.paste(190, mask=ImageChops.multiply(shaded, body))


def poppy_meadow(hand: Hand, size: Size) -> Image.Image:
    """A field of poppies under a high sky, put down in dabs."""
    small = (size[0] // 2, size[1] // 2)
    width, height = small
    horizon = round(height * 0.4)
    under = ramp(small, ((0, "#6d9cc4"), (0.2, "#a3c1d6"), (0.385, "#e9e3d2"), (0.4, "#93a866"), (0.62, "#8ba24f"), (1, "#4c6a2f")))
    sky = contrasted(noise(hand, small, Clouds(3, 4, 4, "sky")), 118, 185)
    filled(under, "#fdf6ea", ImageChops.multiply(sky, fade(small, [(0, 200), (0.3, 255), (0.4, 0), (1, 0)])), 0.9)
    for step, (tone, tall) in enumerate((("#8fa7a8", 0.05), ("#6c8a70", 0.035))):
        line = ridge(hand, width, height * 0.016, 0.7, 9)
        crest = [horizon - height * tall * (0.4 + 0.5 * math.sin(x / width * 4 + step * 2)) + line[x] for x in range(width)]
        filled(under, tone, polygon(small, [(0, horizon + 2), *enumerate(crest), (width, horizon + 2)]))
    flow = Image.new("L", small, 10)
    flow.paste(118, (0, round(height * 0.47), width, height))
    painting = painted(
        under, flow, hand, size, (Brush(1500, 80, 24, 5, 14), Brush(3000, 46, 11, 4, 14), Brush(1500, 20, 5, 3, 10, detail=14))
    )
    _grass_and_poppies(hand, painting, horizon * 2)
    return varnished(painting, hand, relief=0.6)


def _grass_and_poppies(hand: Hand, painting: Image.Image, horizon: int) -> None:
    width, height = painting.size
    draw = ImageDraw.Draw(painting)
    drift = noise(hand, (200, 120), Clouds(3, 4, 3, "drift")).load()
    assert drift is not None
    for step in range(5200):
        depth = (step / 5200) ** 1.6
        x, y = hand.between(0, width), horizon + 8 + depth * (height - horizon)
        tall = 6 + 58 * depth
        if hand.likely(0.58):
            colour = mixed(hand.pick(("#6f8f3e", "#3f5c28", "#a9b356", "#c9c27a")), "#2f4a25", hand.between(0, 0.6) * depth)
            draw.line([(x, y), (x + hand.around(0, tall * 0.3), y - tall * hand.between(0.5, 1))], colour, round(2 + 4 * depth))
        density = drift[min(199, int(x / width * 200)), min(119, int(depth * 119))]
        if isinstance(density, int | float) and density > 118 and hand.likely(0.5 + (density - 128) / 90):
            _poppy(hand, draw, x, y - tall * 0.6, 2.5 + 17 * depth)


def _poppy(hand: Hand, draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    red = mixed(hand.pick(("#d6382c", "#e2583a", "#b8262b", "#ee7a52")), "#f6b08a", hand.between(0, 0.25))
    for _ in range(4 if radius > 6 else 2):
        dx, dy = hand.around(0, radius * 0.8), hand.around(0, radius * 0.5)
        wide, tall = radius * hand.between(0.5, 0.9), radius * hand.between(0.35, 0.7)
        draw.ellipse(
            [x + dx - wide, y + dy - tall, x + dx + wide, y + dy + tall],
            mixed(red, hand.pick(("#ffb38f", "#8e1c26")), hand.between(0, 0.35)),
        )
    if radius > 11 and hand.likely(0.4):
        draw.ellipse([x - radius * 0.22, y - radius * 0.1, x + radius * 0.22, y + radius * 0.24], rgb("#2c1a24"))
