"""The ASGI application: which doors there are, and how one worker serves them.

`python -m saleroom.main --fd N` serves an inherited listening socket (what the supervisor does, so that any number of workers
share one port); `--port N` listens itself.
"""

import argparse
import gc
import json
import logging
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import fastapi_swagger
import structlog
import uvicorn
from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from saleroom import settings as configuration
from saleroom.api import (
    accounts,
    administration,
    auctions,
    box_office,
    conversations,
    events,
    favorites,
    health,
    help_desk,
    house_seats,
    live,
    live_sales,
    live_talks,
    mail,
    messages,
    order_exports,
    orders,
    payments,
    people,
    personal,
    persons_things,
    pictures,
    problems,
    queueing,
    quick_replies,
    reports,
    seat_maps,
    ticketing,
    tickets,
    uploads,
)
from saleroom.api.paths import Paths
from saleroom.realtime import frames
from saleroom.settings import Settings
from saleroom.startup.lifeline import end_with_parent
from saleroom.startup.quiet_addresses import keep_queries_quiet
from saleroom.startup.socket_protocol import SocketProtocol
from saleroom.wiring import Worker, build, living

FRAME_BYTES_CLOSE: Final = 1024 * 1024  # a longer frame closes the socket with 1009
BACKLOG: Final = 2048
STOP_SECONDS_MAX: Final = 8
GC_THRESHOLD: Final = (20_000, 20, 20)  # what a bid makes is gone before so much is there: it need not be looked through

DOORS: Final = (
    health, accounts, auctions, favorites, pictures, personal, administration, mail, events, house_seats, seat_maps, ticketing, queueing,
    orders, order_exports, box_office, tickets, payments, conversations, messages, help_desk, persons_things, quick_replies, uploads,
    reports, people, live, live_sales, live_talks,
)

ABOUT: Final = "Lots under the hammer and tickets on sale, on an append-only log. Amounts are numbers with two decimals, times ISO 8601."


def create_app(make: Callable[[], Coroutine[Any, Any, Worker]]) -> FastAPI:
    """The application of one worker.

    Args:
        make: builds the worker's house when the server starts.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        worker = await make()
        await _meet_every_door(app)
        gc.collect()
        gc.set_threshold(*GC_THRESHOLD)
        gc.freeze()  # what lives as long as the worker is not looked at again: p99 of a hot lot 64-72 ms without, 21-38 ms with
        app.state.house = worker.house
        async with living(worker):
            yield

    app = FastAPI(
        title="Saleroom", version="0.1.0", description=ABOUT, lifespan=lifespan, redirect_slashes=False, docs_url=None, redoc_url=None,
    )
    problems.install(app)
    for door in DOORS:
        app.include_router(door.router)
    _serve_docs(app)
    _describe_frames(app)
    app.add_middleware(Paths)
    return app


async def _meet_every_door(app: FastAPI) -> None:
    """Look for a path that nobody has, through every door: FastAPI makes its routes when they are looked at first, 0.2 s of them."""
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": "/nowhere",
        "raw_path": b"/nowhere", "query_string": b"", "root_path": "", "headers": [], "client": None, "server": None,
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        """Nobody listens."""

    await app(scope, receive, send)


def _serve_docs(app: FastAPI) -> None:
    """The documentation page, with its assets from here: no page fetches anything foreign."""
    assets = Path(str(fastapi_swagger.__file__)).parent / "resources"
    app.mount("/docs/assets", StaticFiles(directory=assets))

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="openapi.json", title="Saleroom", swagger_js_url="docs/assets/swagger-ui-bundle.js",
            swagger_css_url="docs/assets/swagger-ui.css", swagger_favicon_url="docs/assets/favicon-32x32.png",
        )


def _describe_frames(app: FastAPI) -> None:
    """Put the socket's messages into the OpenAPI document, for the TypeScript types."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        document = make()
        document.setdefault("components", {}).setdefault("schemas", {}).update(frames.schemas())
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def print_openapi() -> None:
    """The OpenAPI document, with the sockets' frames, as sorted JSON; needs no database."""
    app = create_app(lambda: build(configuration.load()))
    sys.stdout.write(json.dumps(app.openapi(), indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def serve(app: FastAPI, settings: Settings, *, fd: int | None = None, port: int | None = None) -> None:
    """Serve until SIGTERM or SIGINT."""
    uvicorn.run(
        app, fd=fd, host=settings.host, port=port or settings.backend_port, loop="uvloop", http="httptools", ws=SocketProtocol,
        ws_per_message_deflate=False, ws_max_size=FRAME_BYTES_CLOSE, backlog=BACKLOG, access_log=False, server_header=False,
        proxy_headers=False, timeout_graceful_shutdown=STOP_SECONDS_MAX, log_level=settings.log_level, lifespan="on",
    )


def configure_logging(level: str) -> None:
    """One line an event; tracebacks without local variables, which may hold what people typed, addresses without tokens."""
    keep_queries_quiet()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
    )


def main() -> None:
    """The worker's command line."""
    parser = argparse.ArgumentParser(prog="python -m saleroom.main", description="Serve one backend worker.")
    parser.add_argument("--fd", type=int, help="an inherited listening socket")
    parser.add_argument("--port", type=int, help="a port to listen on")
    arguments = parser.parse_args()
    settings = configuration.load()
    configure_logging(settings.log_level)
    if arguments.fd is not None:
        end_with_parent()
    serve(create_app(lambda: build(settings)), settings, fd=arguments.fd, port=arguments.port)


if __name__ == "__main__":
    main()
