"""Concerts for tests: an event on sale now, a small hall, and what people do with them over REST."""

import uuid
from typing import Any

import httpx

from tests.actors import Person

PAST = "2020-01-01T00:00:00Z"
FAR = "2090-01-01T20:00:00Z"


def a_concert(**fields: Any) -> dict[str, Any]:
    """The body of an event that is on sale now: 10 free tickets, unless told otherwise."""
    free = {"seat_type": "Regular", "price": 0, "available_qty": 10}
    return {"title": "An evening of songs", "sale_start_time": PAST, "start_time": FAR, "ticket_types": [free], **fields}


def make_event(organiser: Person, **fields: Any) -> dict[str, Any]:
    """Put a concert on sale."""
    answer = organiser.post("/events", a_concert(**fields))
    assert answer.status_code == 201, answer.text
    event: dict[str, Any] = answer.json()
    return event


def a_hall(rows: int = 2, seats: int = 6, standing: int = 20) -> dict[str, Any]:
    """A hall of rows A, B … in the zone Stalls, with seats A1, A2 …, and a standing area in the zone Floor."""
    names = [chr(ord("A") + row) for row in range(rows)]
    return {
        "name": "Small hall", "focal": {"x": 0, "y": 0}, "zones": [{"id": "stalls", "name": "Stalls"}, {"id": "floor", "name": "Floor"}],
        "sections": [{"id": "main", "name": "Main floor", "rows": [
            {"name": name, "seats": [
                {"id": f"{name}{n}", "number": str(n), "x": n - (seats + 1) / 2, "y": depth + 1, "zone": "stalls"}
                for n in range(1, seats + 1)
            ]} for depth, name in enumerate(names)
        ]}],
        "standing": [{"id": "front", "name": "Front", "zone": "floor", "capacity": standing, "x": -3, "y": -4, "width": 6, "height": 3}],
    }


def make_seated_event(organiser: Person, **fields: Any) -> dict[str, Any]:
    """A concert in a small hall: seats for 40, standing places for 20."""
    types = [{"seat_type": "Seat", "price": 40, "section": "Stalls"}, {"seat_type": "Standing", "price": 20, "section": "floor"}]
    return make_event(organiser, **{"hall": a_hall(), "ticket_types": types, **fields})


def grab(person: Person, event: dict[str, Any], type_id: int = 1, quantity: int = 1, **headers: str) -> httpx.Response:
    """Press the button of a ticket type."""
    return person.post(f"/events/{event['id']}/tickets?ticket_type_id={type_id}&quantity={quantity}", **headers)


def hold(person: Person, event: dict[str, Any], body: dict[str, Any], **headers: str) -> httpx.Response:
    """Hold tickets."""
    return person.post(f"/events/{event['id']}/holds", body, **headers)


def send(person: Person, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
    """Any other request of a person, with a JSON body if there is one."""
    return httpx.request(method, person.base + path, json=body, headers={**person.headers, **headers}, timeout=30)


def left(person: Person, event: dict[str, Any]) -> list[int]:
    """How many tickets of each type are left."""
    return [kind["available_qty"] for kind in person.get(f"/events/{event['id']}").json()["ticket_types"]]


def key() -> dict[str, str]:
    """The header of a press: a fresh id."""
    return {"Idempotency-Key": str(uuid.uuid4())}
