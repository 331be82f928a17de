"""What happens to every request before a route is chosen: the alias below /api, slashes at the end, the size of bodies.

Paths answer at the root and below /api, with and without a slash at the end, never by redirect; so the path is rewritten
here, once, for REST and sockets. A body over its bound is refused before it is read into memory: what still comes of it is passed
over, so that its sender reads why and can go on with the same connection. Who asked before sending (Expect) is told at once.
"""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saleroom.api.problems import problem
from saleroom.domain.decider import Refused

BODY_BYTES_MAX: Final = 1024 * 1024
UPLOAD_BYTES_MAX: Final = 11 * 1024 * 1024  # a picture or file of 10 MB in its multipart clothes
POSTERS_BYTES_MAX: Final = 22 * 1024 * 1024  # two pictures of 10 MB, with the words of an event
FILE_BYTES_MAX: Final = 10 * 1024 * 1024  # what is told of a form: one file in it is what is too large
DISCARDED_BYTES_MAX: Final = 64 * 1024 * 1024  # beyond it the connection is cut

ALIAS: Final = "/api"


class Paths:
    """ASGI middleware: rewrites the path, answers HEAD as GET without its body, then bounds the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        scope["path"] = canonical_path(scope["path"])
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # the server, whose own scope says HEAD, leaves the body out
        await _bounded(self._app, scope, receive, send, _bytes_max(scope))


def canonical_path(path: str) -> str:
    """The path that routes know: without the alias and without a slash at its end."""
    if path == ALIAS or path.startswith(ALIAS + "/"):
        path = path[len(ALIAS) :]
    return path.rstrip("/") or "/"


def _bytes_max(scope: Scope) -> int:
    if not dict(scope["headers"]).get(b"content-type", b"").startswith(b"multipart/"):
        return BODY_BYTES_MAX
    return POSTERS_BYTES_MAX if scope["path"].startswith("/events") else UPLOAD_BYTES_MAX


async def _bounded(app: ASGIApp, scope: Scope, receive: Receive, send: Send, bytes_max: int) -> None:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    if not length.isdigit() or int(length) > bytes_max:
        await _refuse(scope, receive, send, bytes_max)
        return
    read, has_answered = 0, False

    async def bounded_receive() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > bytes_max and not has_answered:
            raise _TooLarge
        return message

    async def watched_send(message: Message) -> None:
        nonlocal has_answered
        has_answered = True
        await send(message)

    try:
        await app(scope, bounded_receive, watched_send)
    except _TooLarge:
        if not has_answered:
            await _refuse(scope, receive, send, bytes_max)


async def _refuse(scope: Scope, receive: Receive, send: Send, bytes_max: int) -> None:
    waits = dict(scope["headers"]).get(b"expect", b"").lower() == b"100-continue"
    is_whole = not waits and await _discard(receive)
    refused = Refused("too_large", {"bytes_max": min(bytes_max, FILE_BYTES_MAX)})
    await problem(refused, {} if is_whole else {"Connection": "close"})(scope, receive, send)


async def _discard(receive: Receive) -> bool:
    """Pass over what is still being sent, up to a bound: a peer that is cut off while it sends never reads why. True: that was all."""
    read = 0
    while read <= DISCARDED_BYTES_MAX:
        message = await receive()
        read += len(message.get("body", b""))
        if not message.get("more_body", False):
            return bool(message["type"] == "http.request")
    return False


class _TooLarge(BaseException):
    """The body went over its bound while it was read; passes every `except Exception` on its way out."""
