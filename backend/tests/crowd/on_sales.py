"""An on-sale for a crowd: what is sold, who sits in its room, and the papers that are left when everything is gone."""

import asyncio
import time
from contextlib import AbstractContextManager
from typing import Any

from tests.actors import Person
from tests.concerts import a_hall, make_event
from tests.crowd.box_ledger import SalePapers, read_sale
from tests.crowd.parties import Crowd, seated

LIMIT = 6
BEAT_SECONDS = 0.35  # in which every room has told its newest state, also what another worker sold


def on_sale(organiser: Person, scale: int = 1) -> dict[str, Any]:
    """Two types in a shared quota that is smaller than both together, seats, and standing places that are held, not sold."""
    types = [
        {"seat_type": "Free", "price": 0, "available_qty": 60 // scale, "quota": "house"},
        {"seat_type": "VIP", "price": 0, "available_qty": 40 // scale, "quota": "house"},
        {"seat_type": "Seat", "price": 0, "section": "stalls"}, {"seat_type": "Standing", "price": 20, "section": "floor"},
    ]
    return make_event(
        organiser, ticket_types=types, quotas=[{"name": "house", "size": 80 // scale}], limit_per_user=LIMIT,
        hall=a_hall(rows=6 // scale, seats=10, standing=20 // scale),
    )


def rows(event: dict[str, Any], organiser: Person) -> list[list[str]]:
    """The ids of the seats of an event, row by row."""
    hall = organiser.get(f"/events/{event['id']}/seats").json()["hall"]
    return [[place["id"] for place in row["seats"]] for section in hall["sections"] for row in section["rows"]]


def sell_out(crowd: Crowd, administrator: Person, owner: str, event: dict[str, Any]) -> SalePapers:
    """From the mix to the end of the stock; then everybody leaves, and the papers are collected."""
    crowd.all_say("mixed")
    crowd.go()
    crowd.all_say("done")
    time.sleep(BEAT_SECONDS)
    crowd.go()
    transcripts = crowd.transcripts()
    orders: list[dict[str, Any]] = []
    while len(page := administrator.get(f"/admin/orders?event_id={event['id']}&limit=100&offset={len(orders)}").json()):
        orders += page
    return asyncio.run(read_sale(owner, event["id"], transcripts, orders))


def party(event: dict[str, Any], organiser: Person, tables: list[list[dict[str, Any]]], seed: int) -> AbstractContextManager[Crowd]:
    """Everybody in the room of an event."""
    return seated(event["id"], tables, seed, "tests.crowd.buyers", types=[1, 2, 3, 4], rows=rows(event, organiser))
