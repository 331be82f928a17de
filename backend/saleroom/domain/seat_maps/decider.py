"""The drawer of halls: who may draw, change and remove a seat map."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from saleroom.domain.decider import Decider, Refused
from saleroom.domain.seat_maps import commands as c
from saleroom.domain.seat_maps import events as e
from saleroom.domain.seating.shape import Hall


@dataclass(frozen=True, slots=True)
class SeatMap:
    """A hall and whose it is; without a hall it was never drawn, or is removed."""

    version: int = 0
    owner_id: int = 0
    hall: Hall | None = None


def decide(seat_map: SeatMap, command: c.Command, at: datetime) -> list[e.Fact] | Refused:
    """The facts of one command, or why there are none."""
    if isinstance(command, c.DrawSeatMap):
        return Refused("command_conflict") if seat_map.version else [e.SeatMapDrawn(command.owner_id, command.hall)]
    if seat_map.hall is None:
        return Refused("unknown_seat_map")
    if command.by != seat_map.owner_id and not command.is_admin:
        return Refused("not_yours")
    match command:
        case c.RedrawSeatMap():
            return [e.SeatMapRedrawn(command.by, command.hall)] if command.hall != seat_map.hall else []
        case c.RemoveSeatMap():
            return [e.SeatMapRemoved(command.by)]


def evolve(seat_map: SeatMap, fact: e.Fact, at: datetime) -> SeatMap:
    """The seat map after one fact."""
    version = seat_map.version + 1
    match fact:
        case e.SeatMapDrawn():
            return SeatMap(version, fact.owner_id, fact.hall)
        case e.SeatMapRedrawn():
            return replace(seat_map, version=version, hall=fact.hall)
        case e.SeatMapRemoved():
            return replace(seat_map, version=version, hall=None)


def summary(seat_map: SeatMap) -> dict[str, Any]:
    """The small public state of the head row."""
    hall = seat_map.hall
    return {
        "status": "removed" if hall is None else "drawn",
        "name": hall.name if hall else "",
        "owner": seat_map.owner_id,
        "seats": sum(len(row.seats) for section in hall.sections for row in section.rows) if hall else 0,
        "standing": sum(area.capacity for area in hall.standing) if hall else 0,
    }


SEAT_MAP = Decider(
    kind="seat_maps", initial=SeatMap, decide=decide, evolve=evolve, due_at=lambda seat_map: None, due=lambda seat_map, at: [],
    creates=lambda command: isinstance(command, c.DrawSeatMap), summary=summary, state_version=1,
)
