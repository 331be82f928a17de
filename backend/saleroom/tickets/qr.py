"""Draws a ticket's secret as a QR code: SVG for pages, PNG for mail. Pure.

Always black on white with the full quiet zone of four modules, also on a dark page, as scanners at a gate want it.
"""

from io import BytesIO
from typing import Final

import segno

ERROR_CORRECTION: Final = "m"  # 15 % may be lost: a cracked screen; more would need a larger code, read more slowly
QUIET_ZONE: Final = 4  # modules, as ISO/IEC 18004 asks
PIXELS_PER_MODULE: Final = 8  # (41 + 8) * 8 = 392 pixels: sharp at 49 mm on paper, and under 2 kB

MEDIA_TYPE_SVG: Final = "image/svg+xml"
MEDIA_TYPE_PNG: Final = "image/png"

_COLOURS: Final = {"dark": "#000", "light": "#fff"}


def svg(secret: str, title: str) -> bytes:
    """A drawing that scales to any size.

    Args:
        title: what it is, for those who cannot see it; never the secret.
    """
    drawn = BytesIO()
    _code(secret).save(drawn, kind="svg", border=QUIET_ZONE, title=title, xmldecl=False, omitsize=True, nl=False, **_COLOURS)
    return drawn.getvalue().replace(b"<svg ", b'<svg role="img" shape-rendering="crispEdges" ', 1)


def png(secret: str) -> bytes:
    """A picture of one bit a pixel."""
    drawn = BytesIO()
    _code(secret).save(drawn, kind="png", border=QUIET_ZONE, scale=PIXELS_PER_MODULE, **_COLOURS)
    return drawn.getvalue()


def _code(secret: str) -> segno.QRCode:
    return segno.make_qr(secret, error=ERROR_CORRECTION, boost_error=False)
