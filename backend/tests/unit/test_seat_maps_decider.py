"""Seat maps by example: who draws, changes and removes one; its facts keep their bytes."""

from dataclasses import replace

from saleroom.domain.seat_maps import commands as c
from saleroom.domain.seat_maps import events as e
from saleroom.domain.seat_maps.decider import SEAT_MAP
from saleroom.domain.seating.generate import HallForm, generate
from tests.given import Given, at

OWNER, OTHER = 1, 2
HALL = generate(HallForm("Club", 2, 3, standing=10))
LARGER = generate(HallForm("Club", 3, 3))
DRAWN = e.SeatMapDrawn(OWNER, HALL)


def test_a_seat_map_is_drawn_once() -> None:
    Given(SEAT_MAP).when(c.DrawSeatMap(OWNER, HALL), 0).then(DRAWN).when(c.DrawSeatMap(OWNER, HALL), 1).then_refused("command_conflict")
    assert SEAT_MAP.creates(c.DrawSeatMap(OWNER, HALL)) and not SEAT_MAP.creates(c.RemoveSeatMap(OWNER, True))


def test_its_owner_and_administrators_change_and_remove_it() -> None:
    seat_map = Given(SEAT_MAP, [(0, DRAWN)])
    seat_map.when(c.RedrawSeatMap(OTHER, False, LARGER), 1).then().then_refused("not_yours")
    seat_map.when(c.RedrawSeatMap(OWNER, False, LARGER), 2).then(e.SeatMapRedrawn(OWNER, LARGER))
    seat_map.when(c.RedrawSeatMap(OWNER, False, LARGER), 3).then()
    seat_map.when(c.RemoveSeatMap(OTHER, False), 4).then_refused("not_yours")
    seat_map.when(c.RemoveSeatMap(OTHER, True), 5).then(e.SeatMapRemoved(OTHER))
    for command in (c.RedrawSeatMap(OWNER, False, HALL), c.RemoveSeatMap(OWNER, False)):
        seat_map.when(command, 6).then().then_refused("unknown_seat_map")


def test_the_summary_counts_seats_and_places() -> None:
    seat_map = Given(SEAT_MAP, [(0, DRAWN)])
    assert SEAT_MAP.summary(seat_map.state) == {"status": "drawn", "name": "Club", "owner": OWNER, "seats": 6, "standing": 10}
    assert SEAT_MAP.summary(replace(seat_map.state, hall=None))["status"] == "removed"
    assert (SEAT_MAP.due_at(seat_map.state), SEAT_MAP.due(seat_map.state, at(0))) == (None, [])
