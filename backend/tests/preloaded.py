"""Everything that a worker imports and makes until it is ready, done once in the process that the workers of the tests are forked from.

What was made here is set aside from the garbage collector, so that a worker that tidies up before it serves looks through its own
things only, and need not copy every page of these.
"""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from functools import cache
from importlib import import_module
from typing import Any

import httpx
from fastapi import FastAPI

from saleroom import main
from saleroom.wiring import Worker

# What a worker imports only when it starts to serve: its loop, its protocols, its timers, the client of the practice till.
ON_THE_WAY = (
    "anyio._backends._asyncio", "apscheduler.executors.asyncio", "fastapi.telemetry._runtime", "httpcore", "tests.quick_passwords",
    "uvicorn.lifespan.on", "uvicorn.loops.uvloop", "uvicorn.protocols.http.httptools_impl",
)

WORKER = main
Make = Callable[[], Coroutine[Any, Any, Worker]]


class DoorsMet:
    """An application that has met its doors, without a house; the worker that starts in a fork of this process moves in."""

    def __init__(self) -> None:
        self._make: Make | None = None
        self._app = main.create_app(self._house)
        asyncio.run(main._meet_every_door(self._app))

    async def _house(self) -> Worker:
        assert self._make is not None
        return await self._make()

    def create_app(self, make: Make) -> FastAPI:
        """What `main.create_app` would make; there is one to a process."""
        assert self._make is None
        self._make = make
        return self._app


def read_authorities_once() -> None:
    """httpx reads all certificate authorities of the world anew for each client, and so for each `httpx.get`: 30 ms."""
    setattr(httpx._transports.default, "create_ssl_context", cache(httpx.create_ssl_context))  # noqa: B010 - the name is imported there
    httpx.Client().close()


for name in ON_THE_WAY:
    import_module(name)
read_authorities_once()
DOORS = DoorsMet()
gc.collect()
gc.freeze()


def use_doors() -> None:
    """Let the worker of this process have the doors that were met already."""
    setattr(main, "create_app", DOORS.create_app)  # noqa: B010 - `main.main` looks it up there
