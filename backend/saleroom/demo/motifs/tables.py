"""Things on a table: a row of quiet vessels, lemons beside a jug."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from saleroom.demo.brush import Brush, drawn, painted, varnished
from saleroom.demo.canvas import Clouds, Point, Size, contrasted, filled, glow, noise, polygon, vignetted
from saleroom.demo.colour import Stops, mixed, ramp, rgb, toned
from saleroom.demo.hand import Hand


@dataclass(frozen=True, slots=True)
class Vessel:
    """Something turned on a wheel.

    Attributes:
        x, foot: the middle of its foot, in shares of the picture's width and height.
        tall: its height, in shares of the picture's height.
        profile: (height from 0 at the foot to 1, half width in shares of its height), rising.
        tones: from the shadow side to the light.
    """

    x: float
    foot: float
    tall: float
    profile: Sequence[Point]
    tones: Stops


BOTTLE = ((0, 0.15), (0.05, 0.17), (0.45, 0.175), (0.58, 0.13), (0.68, 0.055), (0.95, 0.05), (0.96, 0.07), (1, 0.07))
BOWL = ((0, 0.3), (0.04, 0.32), (0.1, 0.28), (0.3, 0.62), (0.7, 0.92), (1, 1.02))
JUG = ((0, 0.25), (0.04, 0.27), (0.2, 0.36), (0.42, 0.39), (0.62, 0.31), (0.76, 0.2), (0.88, 0.19), (1, 0.25))
VASE = ((0, 0.13), (0.04, 0.15), (0.25, 0.27), (0.5, 0.33), (0.7, 0.27), (0.85, 0.12), (0.93, 0.1), (1, 0.15))
BOX = ((0, 0.34), (0.02, 0.35), (0.97, 0.35), (1, 0.34))
FLASK = ((0, 0.2), (0.06, 0.28), (0.2, 0.32), (0.38, 0.24), (0.52, 0.085), (0.9, 0.07), (0.92, 0.1), (1, 0.1))

CREAM: Stops = ((0, "#7d6a5a"), (0.35, "#b9a48a"), (0.75, "#ece0c8"), (1, "#f8f1df"))
ROSE: Stops = ((0, "#6e4a47"), (0.4, "#a97568"), (0.8, "#d7a892"), (1, "#ecccb8"))
SLATE: Stops = ((0, "#2e3a44"), (0.4, "#52646e"), (0.8, "#8ba0a4"), (1, "#c6d2cf"))
OCHRE: Stops = ((0, "#6b4a22"), (0.4, "#a67b3a"), (0.8, "#d6ae62"), (1, "#f0d79a"))
SAGE: Stops = ((0, "#40493a"), (0.4, "#707a60"), (0.8, "#a9b192"), (1, "#d9dcc2"))
PLUM: Stops = ((0, "#2f2430"), (0.4, "#57424f"), (0.8, "#8a6f78"), (1, "#bda4a6"))
DELFT: Stops = ((0, "#4a5a78"), (0.35, "#8d9ab0"), (0.7, "#dfe2e4"), (1, "#fbfaf4"))

ROW = (
    Vessel(0.2, 0.66, 0.4, BOTTLE, CREAM),
    Vessel(0.335, 0.672, 0.24, BOX, ROSE),
    Vessel(0.45, 0.665, 0.47, BOTTLE, SLATE),
    Vessel(0.585, 0.668, 0.33, VASE, CREAM),
    Vessel(0.71, 0.662, 0.38, FLASK, PLUM),
    Vessel(0.82, 0.672, 0.27, JUG, OCHRE),
    Vessel(0.265, 0.715, 0.15, JUG, SAGE),
    Vessel(0.64, 0.72, 0.115, BOWL, DELFT),
)

TABLE_BRUSHES = (Brush(1200, 80, 24, 5, 8), Brush(3200, 48, 11, 4, 8), Brush(6500, 22, 5, 3, 7, detail=7, wander=0.15))


def quiet_vessels(hand: Hand, size: Size) -> Image.Image:
    """Bottles, a box, a bowl, in the light of an afternoon: not much happens, and one keeps looking."""
    under, flow = _room(hand, size, 0.63, (("#b5a58c", "#cfc0a4", "#a39279"), ("#cdb996", "#b79f7c")))
    for vessel in ROW:
        _shadow(under, vessel)
    for vessel in ROW:
        _turn(under, flow, vessel)
    return _finished(hand, under, flow, 0.18)


def lemons_and_jug(hand: Hand, size: Size) -> Image.Image:
    """A Delft jug, lemons and one that is cut, on a dark table."""
    width, height = size
    under, flow = _room(hand, size, 0.6, (("#20262b", "#39413f", "#161a1e"), ("#5a3d2a", "#2c1d16")))
    jug = Vessel(0.37, 0.76, 0.52, JUG, DELFT)
    cup = Vessel(0.67, 0.66, 0.19, BOWL, SLATE)
    for vessel in (jug, cup):
        _shadow(under, vessel)
    _handle(under, jug)
    for vessel in (cup, jug):
        _turn(under, flow, vessel)
    _pattern(hand, under, jug)
    for x, y, radius, tilt in ((0.57, 0.765, 0.082, 0.2), (0.74, 0.79, 0.088, -0.35), (0.645, 0.85, 0.08, 0.1), (0.17, 0.83, 0.078, 0.5)):
        _lemon(under, flow, (x * width, y * height), radius * height, tilt)
    _half_lemon(hand, under, (0.83 * width, 0.885 * height), 0.074 * height)
    return _finished(hand, under, flow, 0.3)


def _finished(hand: Hand, under: Image.Image, flow: Image.Image, dusk: float) -> Image.Image:
    """Painted over from a smaller copy, with the outlines drawn again."""
    painting = painted(under.reduce(2), flow.reduce(2), hand, under.size, TABLE_BRUSHES)
    soft = under.filter(ImageFilter.GaussianBlur(1.1))
    return varnished(vignetted(drawn(painting, soft), dusk), hand, relief=0.6)


def _room(hand: Hand, size: Size, edge: float, tones: tuple[tuple[str, str, str], tuple[str, str]]) -> tuple[Image.Image, Image.Image]:
    """A wall and a table, and the directions of their strokes."""
    width, height = size
    wall, table = tones
    stains = contrasted(noise(hand, size, Clouds(3, 3, 4, "wall")), 70, 190)
    under = toned(stains, ((0, wall[2]), (0.5, wall[0]), (1, wall[1])))
    filled(under, wall[1], glow(size, (width * 0.25, height * 0.25), (width * 0.8, height * 0.8), 1.3), 0.7)
    line = round(height * edge)
    under.paste(ramp((width, height - line), ((0, table[0]), (1, table[1]))), (0, line))
    filled(under, mixed(table[0], "#fff3dc", 0.3), glow(size, (width * 0.3, height * (edge + 0.12)), (width * 0.7, height * 0.16)), 0.4)
    flow = noise(hand, size, Clouds(4, 4, 2, "wall strokes")).point([round(60 + tone * 0.6) for tone in range(256)])
    flow.paste(4, (0, line, width, height))
    return under, flow


def _widths(vessel: Vessel, size: Size) -> list[tuple[float, float]]:
    """(y, half width) from the rim down to the foot, one a pixel, on a smooth curve through the profile."""
    tall, rows = vessel.tall * size[1], []
    for row in range(round(tall) + 1):
        share = 1 - row / tall
        at = next((n for n, place in enumerate(vessel.profile) if share <= place[0]), len(vessel.profile) - 1)
        rows.append((vessel.foot * size[1] - tall + row, _curve(vessel.profile, max(1, at), share) * tall))
    return rows


def _curve(profile: Sequence[Point], end: int, share: float) -> float:
    """Hermite's curve between a point of the profile and the one before it, with the slopes of their neighbours."""
    points = [profile[max(0, end - 2)], profile[end - 1], profile[end], profile[min(len(profile) - 1, end + 1)]]
    gap = points[2][0] - points[1][0]
    rising = (points[2][1] - points[1][1]) / gap
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else rising for a, b in ((points[0], points[2]), (points[1], points[3]))]
    slopes = [max(-3 * abs(rising), min(3 * abs(rising), slope)) for slope in slopes]
    t = (share - points[1][0]) / gap
    keep, turn = (1 + 2 * t) * (1 - t) ** 2, t * t * (3 - 2 * t)
    return keep * points[1][1] + turn * points[2][1] + gap * (t * (1 - t) ** 2 * slopes[0] + t * t * (t - 1) * slopes[1])


def _turn(under: Image.Image, flow: Image.Image, vessel: Vessel) -> None:
    """Draw a vessel, lit from the left: each row takes the tones of a cylinder, the foot and rim are ellipses."""
    size = under.size
    rows, x = _widths(vessel, size), vessel.x * size[0]
    light = [
        0.16 + 0.84 * max(0.0, math.cos((u + 0.42) * 1.75)) ** 1.1 + 0.1 * max(0.0, u - 0.7)
        for u in (step / 128 - 1 for step in range(257))
    ]
    strip = Image.new("RGB", (257, 1))
    grey = Image.new("L", (257, 1))
    grey.putdata([min(255, round(255 * one)) for one in light])
    strip = toned(grey, vessel.tones)
    foot_y, foot = rows[-1]
    draw = ImageDraw.Draw(under)
    round_foot = [(foot_y + down, foot * math.sqrt(1 - (down / (foot * 0.2)) ** 2)) for down in range(1, int(foot * 0.2))]
    for y, half in [*rows, *round_foot]:
        wide = max(1, round(half * 2))
        under.paste(strip.resize((wide, 1), Image.Resampling.BILINEAR), (round(x - half), round(y)))
    left, right = [(x - half, y) for y, half in rows], [(x + half, y) for y, half in reversed(rows)]
    flow.paste(124, mask=polygon(size, [*left, *right]))
    rim_y, rim = rows[0]
    draw.ellipse([x - rim, rim_y - rim * 0.2, x + rim, rim_y + rim * 0.2], rgb(vessel.tones[-1][1]))
    draw.ellipse([x - rim * 0.86, rim_y - rim * 0.14, x + rim * 0.86, rim_y + rim * 0.16], rgb(vessel.tones[0][1]))


def _shadow(under: Image.Image, vessel: Vessel) -> None:
    """What the vessel keeps from the table, to the right of its foot."""
    size = under.size
    half = max(half for _, half in _widths(vessel, size))
    x, y = vessel.x * size[0] + half * 1.1, vessel.foot * size[1] + half * 0.05
    mask = glow(size, (x, y), (half * 2.3, half * 0.62), 0.8)
    filled(
        under,
        "#2a2024",
        ImageChops.multiply(mask, polygon(size, [(0, y - half * 0.4), (size[0], y - half * 0.4), (size[0], size[1]), (0, size[1])])),
        0.62,
    )


def _handle(under: Image.Image, vessel: Vessel) -> None:
    size = under.size
    tall, x = vessel.tall * size[1], vessel.x * size[0]
    top = vessel.foot * size[1] - tall
    draw = ImageDraw.Draw(under)
    for colour, thick, slip in (("#66728a", 0.052, 0.0), ("#c9d0d6", 0.03, -0.012)):
        box = [x + tall * (0.0 + slip), top + tall * 0.07, x + tall * (0.5 + slip), top + tall * 0.5]
        draw.arc(box, 245, 95, rgb(colour), round(tall * thick))


def _pattern(hand: Hand, under: Image.Image, vessel: Vessel) -> None:
    """Blue sprigs on the belly of the jug."""
    tall, x = vessel.tall * under.height, vessel.x * under.width
    middle = vessel.foot * under.height - tall * 0.42
    draw = ImageDraw.Draw(under)
    blue = rgb("#34569a")
    for band in (-0.2, 0.22):
        for step in range(-8, 9):
            u = step / 9
            px = x + math.sin(u * 1.3) * tall * (0.33 if band < 0 else 0.37)
            draw.ellipse([px - 6, middle + band * tall - 6, px + 6, middle + band * tall + 6], mixed(blue, "#8d9ab0", max(0, u) * 0.6))
    for step in range(11):
        u = -0.75 + step * 0.14
        px, py = x + math.sin(u * 1.35) * tall * 0.36, middle + math.sin(step * 1.7) * tall * 0.07
        for petal in range(5):
            angle = petal * math.tau / 5 + step
            far = tall * 0.035
            draw.line(
                [(px, py), (px + math.cos(angle) * far * math.cos(u), py + math.sin(angle) * far)],
                mixed(blue, "#22375f", hand.between(0, 0.6)),
                9,
            )


def _lemon(under: Image.Image, flow: Image.Image, centre: Point, radius: float, tilt: float) -> None:
    """A lemon: an ellipse with two tips, lit from the left above, with some of the table's brown below."""
    size = under.size
    x, y = centre
    filled(under, "#120d0c", glow(size, (x + radius * 0.5, y + radius * 0.75), (radius * 1.7, radius * 0.6), 0.9), 0.75)
    outline = []
    for step in range(72):
        angle = step * math.tau / 72
        long = (
            1.2
            + 0.22 * math.exp(-((math.remainder(angle, math.tau) / 0.2) ** 2))
            + 0.16 * math.exp(-((math.remainder(angle - math.pi, math.tau) / 0.25) ** 2))
        )
        px, py = math.cos(angle) * radius * long, math.sin(angle) * radius * 0.92
        outline.append((x + px * math.cos(tilt) - py * math.sin(tilt), y + px * math.sin(tilt) + py * math.cos(tilt)))
    body = polygon(size, outline)
    filled(under, "#a9721c", body)
    for colour, dx, dy, reach, power in (
        ("#e0a92c", -0.15, -0.1, 1.35, 0.7),
        ("#f4cf45", -0.32, -0.28, 1.0, 0.9),
        ("#fdf0a8", -0.45, -0.45, 0.5, 1.2),
    ):
        spot = glow(size, (x + radius * dx, y + radius * dy), (radius * reach * 1.2, radius * reach), power)
        filled(under, colour, ImageChops.multiply(spot, body))
    flow.paste(round((0.18 - tilt / math.pi) % 1 * 255), mask=body)


def _half_lemon(hand: Hand, under: Image.Image, centre: Point, radius: float) -> None:
    x, y = centre
    filled(under, "#120d0c", glow(under.size, (x + radius * 0.4, y + radius * 0.7), (radius * 1.8, radius * 0.6), 0.9), 0.75)
    draw = ImageDraw.Draw(under)
    for reach, colour in ((1.06, "#c98f1f"), (1.0, "#f3d154"), (0.93, "#fbf2cf"), (0.84, "#f2d668")):
        draw.ellipse([x - radius * reach, y - radius * reach * 0.86, x + radius * reach, y + radius * reach * 0.86], rgb(colour))
    for segment in range(9):
        angle = segment * math.tau / 9 + 0.2
        tip = (x + math.cos(angle) * radius * 0.86, y + math.sin(angle) * radius * 0.74)
        draw.line([(x, y), tip], rgb("#fdf6da"), 8)
        for _ in range(4):
            turn, far = angle + hand.between(0.15, 0.55), hand.between(0.3, 0.72)
            px, py = x + math.cos(turn) * radius * far, y + math.sin(turn) * radius * far * 0.86
            draw.line([(px, py), (px + math.cos(turn) * radius * 0.12, py + math.sin(turn) * radius * 0.1)], rgb("#fff3b4"), 6)
    draw.ellipse([x - 10, y - 8, x + 10, y + 8], rgb("#fdf6da"))
