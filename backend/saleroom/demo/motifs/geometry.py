"""Nothing but form and colour: a colour field, a Bauhaus composition, an art deco poster."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.brush import Brush, painted, varnished
from saleroom.demo.canvas import Clouds, Point, Size, contrasted, disc, fade, fibrous, filled, glow, noise, paper, polygon, shape, vignetted
from saleroom.demo.colour import mixed, ramp, rgb
from saleroom.demo.hand import Hand

FIELDS = (
    (0.09, 0.07, 0.91, 0.4, "#d9622b", "#f08a3c"),
    (0.085, 0.43, 0.915, 0.55, "#5e1a24", "#85252c"),
    (0.09, 0.585, 0.91, 0.93, "#e3a83b", "#f4cd72"),
)


def colour_field(hand: Hand, size: Size) -> Image.Image:
    """Three clouds of colour that breathe on a dark red ground."""
    width, height = size
    ground = contrasted(noise(hand, size, Clouds(4, 5, 5, "ground")), 60, 200)
    picture = Image.composite(Image.new("RGB", size, rgb("#7a2024")), Image.new("RGB", size, rgb("#4d1320")), ground)
    for number, (left, top, right, bottom, deep, light) in enumerate(FIELDS):
        box = [
            (left * width, top * height),
            (right * width, top * height),
            (right * width, bottom * height),
            (left * width, bottom * height),
        ]
        for layer in range(3):
            inset, soft = layer * width * 0.006, width * (0.02 - layer * 0.006)
            inner = [(x + (inset if x < width / 2 else -inset), y + (inset if y < (top + bottom) * height / 2 else -inset)) for x, y in box]
            edge = (
                polygon(size, inner)
                .resize((width // 4, height // 4))
                .filter(ImageFilter.GaussianBlur(soft / 4))
                .resize(size, Image.Resampling.BICUBIC)
            )
            torn = noise(hand, size, Clouds(5, 6, 4, f"veil {number} {layer}"))
            rough = contrasted(ImageChops.add(edge, torn.point([(tone - 128) // 2 + 64 for tone in range(256)]), 1, -64), 70, 215)
            veil = ImageChops.multiply(rough, contrasted(torn, 20, 150))
            filled(picture, mixed(deep, light, layer / 2), veil, 0.7)
        filled(
            picture,
            mixed(light, "#fff0d0", 0.45),
            glow(size, (width * 0.46, (top + bottom) / 2 * height), (width * 0.42, (bottom - top) * height * 0.5), 1.2),
            0.28,
        )
    flow = noise(hand, (320, 400), Clouds(4, 4, 2, "sweeps")).point([round(70 + tone * 0.45) for tone in range(256)])
    brushes = (Brush(1000, 100, 34, 6, 5, wander=1.3), Brush(2400, 40, 18, 4, 5, wander=1.5))
    return vignetted(varnished(painted(picture.reduce(4), flow, hand, size, brushes), hand, relief=0.4), 0.12)


def bauhaus(hand: Hand, size: Size) -> Image.Image:
    """Circles, quarters and bars in balance; where inks overlap they darken, as on a press."""
    u = size[0] / 16
    sheet = paper(hand, size, ((0, "#e6dac0"), (0.6, "#efe6d1"), (1, "#f4ecda")))
    inks: list[tuple[str, Image.Image]] = [
        ("#d8a136", disc(size, (9.6 * u, 6.4 * u), 4.9 * u)),
        ("#c4412d", _quarter(size, (3 * u, 13.2 * u), 6.2 * u, 0)),
        ("#274b7d", _bar(size, (2.2 * u, 3 * u), (13.6 * u, 16.6 * u), 1.5 * u)),
        ("#1f1d1c", disc(size, (4.4 * u, 5 * u), 1.75 * u)),
        ("#5d8a86", _quarter(size, (13.4 * u, 12.4 * u), 3.6 * u, 2)),
        ("#c4412d", disc(size, (11.3 * u, 15.2 * u), 1.15 * u)),
        ("#1f1d1c", _bar(size, (9.2 * u, 1.4 * u), (14.6 * u, 6.8 * u), 0.34 * u)),
        ("#1f1d1c", _bar(size, (1.6 * u, 16.9 * u), (9.8 * u, 16.9 * u), 0.3 * u)),
        ("#1f1d1c", _bar(size, (1.6 * u, 17.6 * u), (7.2 * u, 17.6 * u), 0.14 * u)),
    ]
    inks += [("#274b7d", _ring(size, (9.6 * u, 6.4 * u), (5.3 + step * 0.4) * u, 0.11 * u)) for step in range(3)]
    for number, (ink, mask) in enumerate(inks):
        speckle = contrasted(noise(hand, size, Clouds(160, 200, 2, f"ink {number}")), -10, 62)
        film = Image.new("RGB", size, (255, 255, 255))
        film.paste(rgb(ink), mask=ImageChops.multiply(mask, speckle))
        sheet = ImageChops.multiply(sheet, film)
    return fibrous(sheet, hand, 0.05)


def _quarter(size: Size, corner: Point, radius: float, turn: int) -> Image.Image:
    x, y = corner
    box = (x - radius, y - radius, x + radius, y + radius)
    return shape(size, lambda draw, k: draw.pieslice([side * k for side in box], 90 * turn - 90, 90 * turn, fill=255))


def _bar(size: Size, start: Point, end: Point, thick: float) -> Image.Image:
    away = math.atan2(end[1] - start[1], end[0] - start[0]) + math.pi / 2
    dx, dy = math.cos(away) * thick / 2, math.sin(away) * thick / 2
    (x0, y0), (x1, y1) = start, end
    return polygon(size, [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)])


def _ring(size: Size, centre: Point, radius: float, thick: float) -> Image.Image:
    return ImageChops.subtract(disc(size, centre, radius), disc(size, centre, radius - thick))


GOLD = ((0, "#8a6420"), (0.3, "#d9b25c"), (0.5, "#f6e3a6"), (0.7, "#cf9f45"), (1, "#7d5819"))


def deco_poster(hand: Hand, size: Size) -> Image.Image:
    """A tower in the morning of the machine age: rays, steps and fans in gold on green and black."""
    width, height = size
    picture = ramp(size, ((0, "#0f2a2e"), (0.55, "#1c4a4c"), (0.8, "#2f6b64"), (1, "#123034")))
    gold = ramp(size, GOLD, is_across=True)
    centre = (width / 2, height * 0.71)
    rays = shape(size, lambda draw, k: _rays(draw, k, centre, height))
    picture.paste(
        ramp(size, ((0, "#1b5254"), (0.45, "#e0b765"), (0.71, "#f5dea0"), (1, "#f5dea0"))),
        mask=ImageChops.multiply(rays, fade(size, [(0, 60), (0.7, 225), (0.72, 0), (1, 0)])),
    )
    filled(picture, "#fbe9b5", glow(size, centre, (width * 0.42, width * 0.42), 1.4), 0.75)
    for number, (x, wide, tall) in enumerate(((0.13, 0.16, 0.2), (0.87, 0.17, 0.23), (0.27, 0.15, 0.31), (0.735, 0.15, 0.27))):
        _block(picture, (x * width, height * 0.78), wide * width, tall * height, "#123a3d" if number < 2 else "#0d2c30")
    _tower(picture, gold, width / 2, height * 0.78, height * 0.6)
    _fans(picture, gold, height * 0.78)
    frame = Image.new("L", size)
    draw = ImageDraw.Draw(frame)
    for inset, thick in ((0.026, 7), (0.04, 2)):
        draw.rectangle([width * inset, width * inset, width * (1 - inset), height - width * inset], outline=255, width=thick)
    picture.paste(gold, mask=frame)
    return fibrous(picture, hand, 0.045)


def _rays(draw: ImageDraw.ImageDraw, k: int, centre: Point, reach: float) -> None:
    x, y = centre[0] * k, centre[1] * k
    for number in range(-17, 18, 2):
        points = [(x, y)]
        for edge in (-0.5, 0.5):
            angle = -math.pi / 2 + (number + edge) * math.pi / 36
            points.append((x + math.cos(angle) * reach * 1.4 * k, y + math.sin(angle) * reach * 1.4 * k))
        draw.polygon(points, fill=255)


def _block(picture: Image.Image, foot: Point, wide: float, tall: float, colour: str) -> None:
    """A lesser building: three steps and rows of windows."""
    x, y = foot
    draw = ImageDraw.Draw(picture)
    for step in range(3):
        half, top = wide / 2 * (1 - 0.22 * step), y - tall * (0.72 + 0.14 * step)
        draw.rectangle([x - half, top, x + half, y], fill=rgb(colour))
        draw.rectangle([x + half * 0.45, top, x + half, y], fill=mixed(colour, "#000000", 0.22))
    for row in range(round(tall / 26) - 3):
        for column in range(-2, 3):
            px, py = x + column * wide * 0.15, y - tall * 0.68 + row * 26
            draw.rectangle([px - 4, py, px + 4, py + 11], fill=mixed("#e9c877", colour, 0.25 if (row * 7 + column * 3) % 5 < 2 else 0.86))


def _tower(picture: Image.Image, gold: Image.Image, x: float, foot: float, tall: float) -> None:
    size = picture.size
    steps = ((0.185, 0.0), (0.15, 0.34), (0.115, 0.52), (0.082, 0.66), (0.05, 0.77), (0.024, 0.86))
    draw = ImageDraw.Draw(picture)
    ribs = Image.new("L", size)
    rib_draw = ImageDraw.Draw(ribs)
    for half_share, low in steps:
        half, bottom, top = half_share * tall, foot - low * tall, foot - (low + 0.36 if half_share > 0.15 else low + 0.2) * tall
        draw.rectangle([x - half, top, x + half, foot], fill=rgb("#0a1f23"))
        draw.rectangle([x + half * 0.3, top, x + half, bottom + 2], fill=rgb("#07171b"))
        rib_draw.rectangle([x - half, top, x + half, top + 6], fill=255)
        count = max(2, round(half / 13))
        for rib in range(count + 1):
            px = x - half + rib * 2 * half / count
            rib_draw.rectangle([px - 2, top, px + 2, bottom], fill=235 if px < x + half * 0.3 else 120)
    rib_draw.polygon([(x - tall * 0.022, foot - tall * 1.05), (x, foot - tall * 1.26), (x + tall * 0.022, foot - tall * 1.05)], fill=255)
    picture.paste(gold, mask=ribs)


def _fans(picture: Image.Image, gold: Image.Image, top: float) -> None:
    """Scales of fans below, each four arcs."""
    size = picture.size
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, top, size[0], size[1]], fill=rgb("#0b2226"))
    large = Image.new("L", (size[0] * 2, size[1] * 2))
    lines = ImageDraw.Draw(large)
    radius = size[0] / 8
    row, y = 0, size[1] + radius
    rows: list[tuple[float, float]] = []
    while y > top + radius * 0.15:
        rows += [((column + (row % 2) / 2) * radius * 2, y) for column in range(-1, 6)]
        row, y = row + 1, y - radius * 0.52
    for x, y in reversed(rows):
        reach = [(x - radius) * 2, (y - radius) * 2, (x + radius) * 2, (y + radius) * 2]
        lines.pieslice(reach, 180, 360, fill=0)
        for ring, tone in ((1.0, 255), (0.8, 200), (0.6, 150), (0.4, 110), (0.2, 80)):
            part = [(x - radius * ring) * 2, (y - radius * ring) * 2, (x + radius * ring) * 2, (y + radius * ring) * 2]
            lines.arc(part, 180, 360, fill=tone, width=7)
    mask = large.reduce(2)
    mask.paste(0, (0, 0, size[0], round(top)))
    ImageDraw.Draw(mask).rectangle([0, top, size[0], top + 8], fill=255)
    picture.paste(gold, mask=mask)
