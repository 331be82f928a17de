"""The development mailbox: takes every letter over SMTP, delivers none, and shows them on a page and as MailHog's REST.

    python mailhog/mailbox.py --host 127.0.0.1 --smtp-port 1025 --http-port 8025
"""

import argparse
import asyncio
import secrets
import signal
import socket
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import uvicorn
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as SmtpEnvelope
from letterbox import MESSAGE_BYTES_MAX, Envelope, Letterbox, Stored
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

PAGE: Final = Path(__file__).parent / "page"
LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 500

HEADERS: Final = {
    # Letters are shown in a sandboxed frame that inherits this: no script, nothing foreign, whatever a letter says.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self';"
        " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Postman:
    """aiosmtpd's handler: every letter goes into the box."""

    def __init__(self, box: Letterbox) -> None:
        self._box = box

    async def handle_DATA(self, server: SMTP, session: Session, envelope: SmtpEnvelope) -> str:
        data = envelope.original_content or b""
        stored = self._box.put(
            Envelope(session.host_name or "", envelope.mail_from or "", tuple(envelope.rcpt_tos), data)
        )
        return f"250 Ok: kept as {stored.id}"


def _number(request: Request, name: str, default: int, maximum: int) -> int:
    text = request.query_params.get(name, "")
    return min(int(text), maximum) if text.isascii() and text.isdigit() and len(text) < 10 else default


def _listed(request: Request, found: list[Stored]) -> Response:
    """MailHog's page of messages."""
    start = _number(request, "start", 0, 10**9)
    items = [stored.mailhog() for stored in found[start : start + _number(request, "limit", LIMIT_DEFAULT, LIMIT_MAX)]]
    return JSONResponse({"total": len(found), "count": len(items), "start": start, "items": items}, headers=HEADERS)


def _unknown() -> Response:
    return JSONResponse({"detail": "There is no such letter."}, 404, headers=HEADERS)


class Doors:
    """The HTTP side: MailHog's REST, and the page with its own light list."""

    def __init__(self, box: Letterbox) -> None:
        self._box = box

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/", partial(self._file, name="index.html", media_type="text/html")),
                Route("/page.css", partial(self._file, name="page.css", media_type="text/css")),
                Route("/page.js", partial(self._file, name="page.js", media_type="text/javascript")),
                Route("/favicon.svg", partial(self._file, name="favicon.svg", media_type="image/svg+xml")),
                Route("/page/letters", self._summaries),
                Route("/api/v1/messages", self._all, methods=["GET", "DELETE"]),
                Route("/api/v1/messages/{id}", self._one, methods=["GET", "DELETE"]),
                Route("/api/v1/messages/{id}/download", self._download),
                Route("/api/v2/messages", self._messages),
                Route("/api/v2/search", self._search),
            ]
        )

    async def _file(self, request: Request, name: str, media_type: str) -> Response:
        return FileResponse(PAGE / name, media_type=media_type, headers=HEADERS)

    async def _summaries(self, request: Request) -> Response:
        """The list of the page; 304 while nothing changed."""
        query = request.query_params.get("q", "")
        tag = f'"{self._box.version}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={**HEADERS, "ETag": tag})
        found = self._box.found("containing", query) if query else self._box.newest_first()
        letters = [stored.summary() for stored in found]
        return JSONResponse({"total": len(self._box.newest_first()), "letters": letters}, headers={**HEADERS, "ETag": tag})

    async def _all(self, request: Request) -> Response:
        if request.method == "DELETE":
            self._box.clear()
            return Response(status_code=200, headers=HEADERS)
        return JSONResponse([stored.mailhog() for stored in self._box.newest_first()], headers=HEADERS)

    async def _one(self, request: Request) -> Response:
        id = request.path_params["id"]
        if request.method == "DELETE":
            return Response(status_code=200, headers=HEADERS) if self._box.remove(id) else _unknown()
        stored = self._box.get(id)
        return JSONResponse(stored.mailhog(), headers=HEADERS) if stored else _unknown()

    async def _download(self, request: Request) -> Response:
        stored = self._box.get(request.path_params["id"])
        if stored is None:
            return _unknown()
        return Response(
            stored.envelope.data, media_type="message/rfc822",
            headers={**HEADERS, "Content-Disposition": 'attachment; filename="letter.eml"'},
        )

    async def _messages(self, request: Request) -> Response:
        return _listed(request, self._box.newest_first())

    async def _search(self, request: Request) -> Response:
        kind, query = request.query_params.get("kind", "containing"), request.query_params.get("query", "")
        if kind not in ("from", "to", "containing"):
            return JSONResponse({"detail": "kind is one of: from, to, containing."}, 400, headers=HEADERS)
        return _listed(request, self._box.found(kind, query))


def _bound(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        SystemExit: the port is taken, in words.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        raise SystemExit(f"The mailbox cannot listen on {host} port {port}: {error.strerror}.") from None
    return listening


async def serve(smtp: socket.socket, http: socket.socket) -> None:
    """Take and show letters until SIGINT or SIGTERM."""
    clock = partial(datetime.now, UTC)  # noqa: TID251  # a program of its own: this is where its clock comes in
    box = Letterbox(clock, lambda: f"{secrets.token_hex(10)}@mailbox")
    loop = asyncio.get_running_loop()
    taking = partial(
        SMTP, Postman(box), data_size_limit=MESSAGE_BYTES_MAX, enable_SMTPUTF8=True, hostname="mailbox", ident="Saleroom mailbox",
        loop=loop,
    )
    postbox = await loop.create_server(taking, sock=smtp)
    web = uvicorn.Server(
        uvicorn.Config(Doors(box).app(), log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1)
    )
    try:
        await web.serve(sockets=[http])
    finally:
        postbox.close()


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description="The development mailbox.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--smtp-port", type=int, default=1025, help="letters come in here")
    parser.add_argument("--http-port", type=int, default=8025, help="the page and REST")
    return parser.parse_args()


def main() -> None:
    told = _arguments()
    smtp, http = _bound(told.host, told.smtp_port), _bound(told.host, told.http_port)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)  # uvicorn stops on them and then raises them once more
    asyncio.run(serve(smtp, http))


if __name__ == "__main__":
    main()
