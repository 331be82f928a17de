"""An on-sale for a crowd: what is sold, who sits in its room, and the papers that are left when everything is gone."""

import asyncio
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import asyncpg

from saleroom.domain.ids import stream_id
from saleroom.domain.ticket_sales.audit import audit
from saleroom.domain.ticket_sales.decider import SALE
from tests.actors import Database, Person
from tests.concerts import a_hall, make_event
from tests.crowd.box_ledger import SalePapers, read_sale
from tests.crowd.parties import Crowd, seated
from tests.sale_watchers import facts_of

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


def one_row(organiser: Person, seats: int, guests: int, limit: int) -> dict[str, Any]:
    """One row of seats and nothing else, sold as two types: one that is paid and so held first, and a few free ones."""
    types = [
        {"seat_type": "Seat", "price": 40, "section": "stalls"},
        {"seat_type": "Guest", "price": 0, "section": "stalls", "available_qty": guests},
    ]
    return make_event(organiser, ticket_types=types, limit_per_user=limit, hall={**a_hall(rows=1, seats=seats), "standing": []})


def rows(event: dict[str, Any], organiser: Person) -> list[list[str]]:
    """The ids of the seats of an event, row by row; none without a hall."""
    hall = organiser.get(f"/events/{event['id']}/seats").json()["hall"] or {"sections": []}
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


@dataclass(frozen=True)
class Buttons:
    """What a crowd presses: types that are grabbed in the end, those that are held as well, and the buttons of the mix.

    A button is `grab`, `best` (best available), `pick` (seats by hand) or `lines` (several types at once).
    """

    types: tuple[int, ...] = (1, 2, 3, 4)
    held_types: tuple[int, ...] = (3, 4)
    mix: tuple[str, ...] = ("grab", "grab", "best", "pick", "lines")


def party(
    event: dict[str, Any], organiser: Person, tables: list[list[dict[str, Any]]], seed: int, buttons: Buttons = Buttons()
) -> AbstractContextManager[Crowd]:
    """Everybody in the room of an event."""
    return seated(
        event["id"], tables, seed, "tests.crowd.buyers", rows=rows(event, organiser), types=buttons.types,
        held_types=buttons.held_types, buttons=buttons.mix,
    )


_UNWRITTEN = "SELECT count(*) FROM log.outbox WHERE stream_id = $1 AND topic = 'ticket_letters' AND done_at IS NULL"
_WRITTEN = "SELECT dedupe_key FROM log.outbox WHERE stream_id = $1 AND topic = 'tickets'"


async def unsound_seqs(database: Database, event_id: int) -> list[tuple[int, list[str]]]:
    """The house's own audit of a sale after every one of its facts: where something did not add up, and what."""
    sale, found = SALE.initial(), list[tuple[int, list[str]]]()
    for one in await facts_of(database, event_id):
        sale = SALE.evolve(sale, one.fact, one.at)
        if wrong := audit(sale):
            found.append((one.version, wrong))
    return found


async def letters_with_tickets(database: Database, event_id: int) -> list[str]:
    """The keys of a sale's letters with tickets, once none of them waits in an errand any more."""
    connection, stream = await asyncpg.connect(database.owner), stream_id("ticket_sales", event_id)
    try:
        while await connection.fetchval(_UNWRITTEN, stream):
            await asyncio.sleep(0.1)
        return [row["dedupe_key"] for row in await connection.fetch(_WRITTEN, stream)]
    finally:
        await connection.close()
