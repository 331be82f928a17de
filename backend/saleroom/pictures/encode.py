"""Makes our own picture out of anybody's: turned upright, in sRGB, without metadata, in three sizes. Pure.

Law: nothing of the uploaded bytes is kept. The type is told by the content, the number of pixels is checked before any is
decoded, and what is stored is what this module encoded itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageCms

from saleroom.domain.decider import RefusedError

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
SUPPORTED: Final = "JPEG, PNG, WebP, GIF"
BYTES_MAX: Final = 10 * 1024 * 1024
PIXELS_MAX: Final = 50_000_000  # the largest phone picture of today; 200 MB once decoded
SIDE_MIN: Final = 8  # pixels; below is a tracking dot, no picture

SIDES: Final = (1600, 800, 400)  # pixels of the longer side; a large screen, a card on a sharp one, a row of small plates
SUFFIXES: Final = ("", "-800", "-400")
QUALITY: Final = 82  # of 100; on our own paintings 84 and more is not told apart at arm's length
METHOD: Final = 3  # of 6; 4 takes 1.6 times as long for 2 % fewer bytes
MEDIA_TYPE: Final = "image/webp"

_BEHIND_TRANSPARENCY: Final = (255, 255, 255)
_ORIENTATION: Final = 0x0112
_TURNS: Final[Mapping[int, Image.Transpose]] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}
_SRGB: Final = ImageCms.createProfile("sRGB")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One picture as it is stored: its WebP files by the suffix of their names, and the size of the largest in pixels."""

    files: Mapping[str, bytes]
    width: int
    height: int


def reencode(content: bytes) -> Encoded:
    """Our own picture out of an upload; of an animation, its first frame.

    Raises:
        RefusedError: too_large, unsupported_media_type, too_many_pixels, or malformed for a damaged picture.
    """
    if len(content) > BYTES_MAX:
        raise RefusedError("too_large", bytes_max=BYTES_MAX)
    picture = _opened(content)
    width, height = picture.size
    if width * height > PIXELS_MAX:
        raise _too_many_pixels()
    if min(width, height) < SIDE_MIN:
        raise RefusedError("malformed", field="file", reason=f"a picture needs at least {SIDE_MIN} pixels on each side.")
    try:
        return encoded(_clean(picture))
    except Exception as error:  # decoders of damaged files raise nearly anything
        raise RefusedError("malformed", field="file", reason="the picture is damaged.") from error


def encoded(picture: Image.Image) -> Encoded:
    """The stored files of a picture in RGB that holds no metadata."""
    files: dict[str, bytes] = {}
    largest = _fitted(picture, SIDES[0])
    for side, suffix in zip(SIDES, SUFFIXES, strict=True):
        written = BytesIO()
        _fitted(largest, side).save(written, "WEBP", quality=QUALITY, method=METHOD)
        files[suffix] = written.getvalue()
    return Encoded(files, *largest.size)


def _opened(content: bytes) -> Image.Image:
    """Read the header; nothing is decoded yet."""
    try:
        return Image.open(BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except Exception:  # headers of strangers' files raise nearly anything
        raise RefusedError("unsupported_media_type", supported=SUPPORTED) from None


def _too_many_pixels() -> RefusedError:
    return RefusedError("too_many_pixels", megapixels_max=PIXELS_MAX // 1_000_000)


def _clean(picture: Image.Image) -> Image.Image:
    """Small, opaque, upright and in sRGB; a new image, so that no metadata comes along."""
    turn, profile = _turn(picture), picture.info.get("icc_profile")
    picture.draft("RGB", (SIDES[0], SIDES[0]))  # JPEG decodes at a half, a quarter or an eighth where that is enough
    small = _fitted(_opaque(picture), SIDES[0])
    upright = small.transpose(turn) if turn is not None else small
    return _in_srgb(upright, profile).convert("RGB")


def _turn(picture: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # a broken EXIF block is no reason to refuse the picture
        return None


def _opaque(picture: Image.Image) -> Image.Image:
    """In a mode that can be made smaller smoothly, with white behind what is transparent."""
    if picture.mode == "CMYK":
        return picture
    if picture.mode.startswith("I"):  # sixteen bits of grey, which convert() would cut off instead of scaling
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    behind = Image.new("RGB", picture.size, _BEHIND_TRANSPARENCY)
    layer = picture.convert("RGBA")
    behind.paste(layer, mask=layer.getchannel("A"))
    return behind


def _fitted(picture: Image.Image, side: int) -> Image.Image:
    """At most `side` pixels long, never enlarged."""
    scale = side / max(picture.size)
    if scale >= 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(picture: Image.Image, profile: Any) -> Image.Image:
    """The same colours without their profile, which is metadata; a profile that cannot be read counts as none."""
    if not profile:
        return picture
    try:
        told = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, told, _SRGB, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
