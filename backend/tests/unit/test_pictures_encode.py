"""What strangers upload becomes a picture of our own: upright, bounded, in three sizes, and silent about where it was taken."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from saleroom.domain.decider import RefusedError
from saleroom.pictures.encode import BYTES_MAX, reencode

PLACE = b"a place that nobody should learn"


def a_picture(kind: str, size: tuple[int, int] = (640, 480), mode: str = "RGB", **options: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, (220, 30, 30))
    picture.paste((30, 30, 220), (size[0] // 2, 0, *size))
    written = BytesIO()
    picture.convert(mode).save(written, kind, **options)
    return written.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def code_of(content: bytes) -> str:
    with pytest.raises(RefusedError) as refusal:
        reencode(content)
    return refusal.value.refused.code


KINDS = [("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB"), ("GIF", "P")]


@pytest.mark.parametrize(("kind", "mode"), KINDS)
def test_every_supported_type_becomes_webp_of_the_same_size(kind: str, mode: str) -> None:
    encoded = reencode(a_picture(kind, mode=mode))
    assert (encoded.width, encoded.height) == (640, 480)
    assert {suffix: (opened(file).format, opened(file).size) for suffix, file in encoded.files.items()} == {
        "": ("WEBP", (640, 480)), "-800": ("WEBP", (640, 480)), "-400": ("WEBP", (400, 300)),
    }


def test_a_large_picture_is_made_smaller_and_keeps_its_proportions() -> None:
    encoded = reencode(a_picture("JPEG", (4000, 3000)))
    assert [opened(file).size for file in encoded.files.values()] == [(1600, 1200), (800, 600), (400, 300)]


def test_a_very_long_picture_keeps_at_least_a_pixel_of_height() -> None:
    assert [opened(file).size for file in reencode(a_picture("PNG", (6000, 8))).files.values()] == [(1600, 2), (800, 1), (400, 1)]


def test_a_phone_held_upright_gives_an_upright_picture() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # "turn a quarter to the right to see it": red is above then
    encoded = reencode(a_picture("JPEG", exif=turned))
    assert (encoded.width, encoded.height) == (480, 640)
    above, below = (opened(encoded.files[""]).convert("RGB").getpixel((240, y)) for y in (100, 540))
    assert isinstance(above, tuple) and isinstance(below, tuple)
    assert above[0] > 180 > below[0] and below[2] > 180 > above[2]


def test_nothing_of_the_metadata_is_kept() -> None:
    told = Image.Exif()
    told[0x010E] = PLACE.decode()
    told.get_ifd(0x8825)[29] = "2026:05:01"
    told[0x8825] = {1: "N", 29: "2026:05:01"}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for content in (
        a_picture("JPEG", exif=told, comment=PLACE, icc_profile=profile),
        a_picture("PNG", exif=told, icc_profile=profile),
        a_picture("WEBP", exif=told, xmp=PLACE, icc_profile=profile),
    ):
        assert PLACE in content
        for file in reencode(content).files.values():
            assert PLACE not in file
            assert not opened(file).getexif()
            assert not {"icc_profile", "xmp", "comment"} & opened(file).info.keys()


def test_what_is_transparent_becomes_white() -> None:
    written = BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(written, "PNG")
    assert opened(reencode(written.getvalue()).files[""]).convert("RGB").getpixel((32, 32)) == (255, 255, 255)


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    written = BytesIO()
    Image.new("I;16", (64, 64), 32768).save(written, "PNG")
    grey = opened(reencode(written.getvalue()).files[""]).convert("L").getpixel((32, 32))
    assert isinstance(grey, int | float)
    assert abs(grey - 128) < 4


def test_of_an_animation_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    file = opened(reencode(written.getvalue()).files[""])
    assert getattr(file, "n_frames", 1) == 1
    first = file.convert("RGB").getpixel((32, 32))
    assert isinstance(first, tuple) and first[0] > 200


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"GIF89a", b"BM" + bytes(100), b"\x89PNG\r\n\x1a\n",
     bytes(4) + b"ftypheic" + bytes(200), b"<html><script>alert(1)</script>"],
)  # fmt: skip
def test_what_is_no_picture_of_a_known_type_is_refused(content: bytes) -> None:
    assert code_of(content) == "unsupported_media_type"


def test_the_type_is_told_by_the_content_and_a_bitmap_is_none_of_them() -> None:
    assert code_of(a_picture("BMP")) == "unsupported_media_type"
    assert code_of(a_picture("TIFF")) == "unsupported_media_type"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_a_picture_that_was_cut_off_is_malformed(kind: str) -> None:
    whole = a_picture(kind, (900, 700))
    assert code_of(whole[: len(whole) * 2 // 3]) == "malformed"


def test_more_than_ten_megabytes_are_too_large() -> None:
    assert code_of(a_picture("PNG") + bytes(BYTES_MAX)) == "too_large"


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it is very large."""
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 12_000, 40_000])
def test_a_decompression_bomb_is_refused_before_it_is_decoded(side: int) -> None:
    assert code_of(a_bomb(side, side)) == "too_many_pixels"


def test_a_tracking_dot_is_no_picture() -> None:
    assert code_of(a_picture("GIF", (1, 1), mode="L")) == "malformed"
