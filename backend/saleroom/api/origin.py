"""Whose page is asking: the check of the Origin header against our own addresses.

A browser sends our cookies along with what a foreign page asks for, but it also says which page asked. So an unsafe method
that comes with a cookie, and every WebSocket handshake, must come from a page of ours or from no page at all (no Origin:
not a browser). The configured addresses count, never the Host header, which a proxy may have changed.
"""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from saleroom.api.deps import house
from saleroom.domain.decider import RefusedError

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
COOKIES: Final = ("auth", "refresh")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def _normal(origin: str) -> str:
    """An origin as browsers write it: lower case, without a default port and without a slash at its end."""
    try:
        parts = urlsplit(origin.strip().lower().rstrip("/"))
        port = parts.port
    except ValueError:
        return origin
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}" + ("" if port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f":{port}")


def is_foreign(connection: HTTPConnection) -> bool:
    """Whether a page asks that is none of ours. `null`, which a sandboxed page sends, is foreign; no Origin is not."""
    told = connection.headers.get("origin")
    if told is None:
        return False
    origins = house(connection).policy.origins
    return told not in origins and _normal(told) not in {_normal(origin) for origin in origins}


def check_origin(connection: HTTPConnection) -> None:
    """Refuse an unsafe method that a foreign page sends with one of our cookies.

    Raises:
        RefusedError: foreign_origin.
    """
    if connection.scope.get("method") in SAFE_METHODS or not any(name in connection.cookies for name in COOKIES):
        return
    refuse_foreign(connection)


def refuse_foreign(connection: HTTPConnection) -> None:
    """Refuse a foreign page, cookie or not: for the doors that set cookies, or a page could sign its visitor in as its owner.

    Raises:
        RefusedError: foreign_origin.
    """
    if is_foreign(connection):
        raise RefusedError("foreign_origin")
