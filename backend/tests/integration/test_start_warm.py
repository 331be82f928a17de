"""Whoever presses first at a worker that says it is ready waits no longer than the next one: its routes are made already."""

from collections import Counter
from typing import Any

import fastapi.routing
import httpx
import pytest

from saleroom import settings
from saleroom.main import create_app
from saleroom.wiring import build
from tests.actors import Database, environment
from tests.ports import free_port

MADE_HERE = fastapi.routing._IncludedRouter._build_effective_context


async def test_every_route_is_made_before_the_worker_is_ready(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Counter[str]()

    def counting(router: Any, route: Any) -> Any:
        made[getattr(route, "path", "")] += 1
        return MADE_HERE(router, route)

    monkeypatch.setattr(fastapi.routing._IncludedRouter, "_build_effective_context", counting)
    for name, value in environment(database, free_port()).items():
        monkeypatch.setenv(name, value)
    app = create_app(lambda: build(settings.load()))
    async with app.router.lifespan_context(app):
        before = made.copy()
        assert {"/events/{event_id}", "/lots/{lot_id}", "/ws/events/{event_id}", "/orders/{order_id}/cancel"} <= before.keys()
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://house") as client:
            assert (await client.get("/ready")).status_code == 200
            assert (await client.get("/events/7")).json()["code"] == "unknown_event"
            assert (await client.post("/orders/7/cancel")).status_code == 401
        assert made == before
