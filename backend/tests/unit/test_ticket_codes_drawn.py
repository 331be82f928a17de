"""A drawn code is read again by an ordinary reader, from the picture in a letter and from the drawing on a page."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from saleroom.tickets import qr
from tests.unit.test_ticket_secret import GOLDEN

EVIL = '</title><script>alert(1)</script>"&'
SVG = "{http://www.w3.org/2000/svg}"


def decoded(picture: Image.Image) -> str:
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return str(found[0].text)


def drawn(svg: bytes) -> Image.Image:
    """The drawing as pixels, eight a module: rows of strokes on white, as the path says."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = (int(part) for part in root.attrib["viewBox"].split())
    picture = Image.new("L", (width * 8, height * 8), 255)
    pen, x, y = ImageDraw.Draw(picture), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", root.findall(f"{SVG}path")[-1].attrib["d"]):
        parts = [float(part) for part in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            pen.rectangle((x * 8, (y - 0.5) * 8, (x + parts[0]) * 8 - 1, (y + 0.5) * 8 - 1), fill=0)
            x += parts[0]
        else:
            x, y = (parts[0], parts[1]) if command == "M" else (x + parts[0], y + parts[1])
    return picture


def test_the_picture_is_read_again() -> None:
    picture = Image.open(BytesIO(qr.png(GOLDEN)))
    assert decoded(picture.convert("L")) == GOLDEN
    assert picture.size == (392, 392)


def test_the_drawing_is_read_again() -> None:
    assert decoded(drawn(qr.svg(GOLDEN, "A ticket"))) == GOLDEN


@pytest.mark.parametrize("turn", [90, 180, 17])
def test_a_picture_that_is_turned_small_and_scratched_is_read_again(turn: int) -> None:
    picture = Image.open(BytesIO(qr.png(GOLDEN))).convert("L")
    ImageDraw.Draw(picture).line((150, 120, 260, 300), fill=128, width=8)
    assert decoded(picture.resize((200, 200)).rotate(turn, expand=True, fillcolor=255)) == GOLDEN


def test_the_quiet_zone_is_four_modules_of_white() -> None:
    picture = Image.open(BytesIO(qr.png(GOLDEN))).convert("L")
    dark = picture.point(lambda grey: 255 - grey).getbbox()
    assert dark == (32, 32, 392 - 32, 392 - 32)


def test_a_hostile_title_stays_a_title() -> None:
    root = ElementTree.fromstring(qr.svg(GOLDEN, EVIL))
    assert [element.tag for element in root.iter()].count(f"{SVG}title") == 1
    assert root.findtext(f"{SVG}title") == EVIL
    assert (root.attrib["role"], root.attrib["shape-rendering"]) == ("img", "crispEdges")
    assert not any("script" in element.tag for element in root.iter())


def test_the_same_secret_is_the_same_bytes() -> None:
    assert qr.png(GOLDEN) == qr.png(GOLDEN) and qr.svg(GOLDEN, "A") == qr.svg(GOLDEN, "A")
    assert GOLDEN.encode() not in qr.svg(GOLDEN, "A ticket")


def test_it_is_small() -> None:
    assert len(qr.png(GOLDEN)) < 2_000 and len(qr.svg(GOLDEN, "A ticket")) < 8_000
