"""Whether this worker lives, can serve, and how it is doing: /health, /ready, /metrics."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from starlette.requests import HTTPConnection

from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.talking import desk_state
from saleroom.api.who import GuardedRoute, client_address, identify
from saleroom.domain.decider import RefusedError
from saleroom.eventlog import log
from saleroom.eventlog.pool import AWAY
from saleroom.projections import box_office

LOOPBACK: Final = ("127.0.0.1", "::1")

router = APIRouter(tags=["health"], route_class=GuardedRoute)


@router.get("/health")
async def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready", responses=documented("unavailable"))
async def ready(house: TheHouse) -> dict[str, str]:
    """The process answers and reaches its log."""
    try:
        await log.database_time(house.pool)
    except AWAY:
        raise RefusedError("unavailable", retry_after_seconds=1) from None
    return {"status": "ready"}


async def _may_look(connection: HTTPConnection) -> None:
    """Metrics are for this machine and for administrators."""
    if client_address(connection) in LOOPBACK:
        return
    person = await identify(connection)
    if person is None:
        raise RefusedError("not_signed_in")
    if not person.is_admin:
        raise RefusedError("forbidden")


@router.get("/metrics", response_class=PlainTextResponse, responses=documented("not_signed_in", "forbidden"))
async def metrics(house: TheHouse, _: Annotated[None, Depends(_may_look)]) -> PlainTextResponse:
    """Figures of this worker in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Figures(house, await _counted(house)))
    return PlainTextResponse(generate_latest(registry).decode(), media_type="text/plain; version=0.0.4")


async def _counted(house: House) -> dict[str, tuple[str, int]]:
    """What the database counts; nothing while it does not answer, for the other figures are told all the same."""
    try:
        unsound, desk = await box_office.unsound(house.pool), await desk_state(house)
    except AWAY:
        return {}
    return {
        "saleroom_unsound_sales": ("Ticket sales whose figures do not add up; more than 0 is an alarm", unsound),
        "saleroom_help_waiting": ("Conversations in the queue of the help desk", len(desk["queue"])),
        "saleroom_agents_online": ("Agents who take conversations", sum(is_online for _, is_online in desk["agents"].values())),
    }


class _Figures:
    """Reads the figures when they are asked for."""

    def __init__(self, house: House, counted: dict[str, tuple[str, int]]) -> None:
        self._house, self._counted = house, counted

    def collect(self) -> list[GaugeMetricFamily]:
        house = self._house
        figures = {
            "saleroom_sockets": ("Open sockets in rooms", house.hub.sockets),
            "saleroom_rooms": ("Open rooms", house.hub.rooms),
            "saleroom_desks": ("Streams whose state is in memory", house.handle.desks),
            "saleroom_commands_waiting": ("Commands in the queues of all desks", house.handle.waiting),
            "saleroom_commands_decided": ("Commands settled since the start", house.handle.settled),
            "saleroom_batches": ("Transactions of the log since the start", house.handle.batches),
            **self._counted,
        }
        return [GaugeMetricFamily(name, text, value=value) for name, (text, value) in figures.items()]
