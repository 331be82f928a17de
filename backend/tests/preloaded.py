"""Everything that a worker imports until it is ready, read once in the process that the workers of the tests are forked from.

What was made here is set aside from the garbage collector, so that a worker that tidies up before it serves looks through its own
things only, and need not copy every page of these.
"""

import gc
from functools import cache
from importlib import import_module

import httpx

# What a worker imports only when it starts to serve: its loop, its protocols, its timers, the client of the practice till.
ON_THE_WAY = (
    "anyio._backends._asyncio", "apscheduler.executors.asyncio", "fastapi.telemetry._runtime", "httpcore", "tests.quick_passwords",
    "uvicorn.lifespan.on", "uvicorn.loops.uvloop", "uvicorn.protocols.http.httptools_impl",
)

import_module("saleroom.main")
for name in ON_THE_WAY:
    import_module(name)


def read_authorities_once() -> None:
    """httpx reads all certificate authorities of the world anew for each client, and so for each `httpx.get`: 30 ms."""
    setattr(httpx._transports.default, "create_ssl_context", cache(httpx.create_ssl_context))  # noqa: B010 - the name is imported there


read_authorities_once()
httpx.Client().close()
gc.collect()
gc.freeze()
