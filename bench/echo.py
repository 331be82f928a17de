"""The limit: the same server with the same options, saying back what it hears. `python -m bench.echo --port N`."""

import argparse
from typing import Any, cast

from fastapi import FastAPI

from saleroom import settings as configuration
from saleroom.main import serve


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answer every text with itself, and every request with 200."""
    match scope["type"]:
        case "lifespan":
            for step in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{step}.complete"})
        case "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body"})
        case "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] == "websocket.receive":
                await send({"type": "websocket.send", "text": message["text"]})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    serve(cast(FastAPI, app), configuration.load(), port=parser.parse_args().port)
