"""The demo's concerts, as `db/demo/concerts.toml` tells: one goes on sale two minutes after each start, others are on sale all week.

Listed through the same desk as everybody's, with command ids that follow from the hour, so that listing them again adds nothing.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from saleroom.demo.catalogue import Account
from saleroom.demo.evening import demo_id
from saleroom.demo.gallery import name_of
from saleroom.demo.stage import SELLER, Stage
from saleroom.domain.ids import stream_id
from saleroom.domain.money import amount_minor
from saleroom.domain.seating.generate import form_from_json, generate
from saleroom.domain.seating.shape import Hall
from saleroom.domain.ticket_sales.commands import CreateSale, Grab, SaleTerms, SaleWords, TicketType
from saleroom.eventlog.numbers import claim_number
from saleroom.pictures.folder import address
from saleroom.projections import ticket_sales
from saleroom.projections.ticket_sales import SaleQuery

OPENS_AFTER: Final = timedelta(minutes=2)
WEEK_SECONDS: Final = 7 * 86_400
LASTS: Final = timedelta(hours=3)
EVENINGS_MAX: Final = 30  # of one concert that opens soon; a house that starts more often has enough of it


@dataclass(frozen=True, slots=True)
class Concert:
    """One concert of the file; `visitors` is how many tickets each demo bidder takes."""

    key: str
    words: SaleWords
    opens_soon: bool
    hall: Hall | None
    types: tuple[TicketType, ...]
    limit: int | None
    visitors: int


@dataclass(frozen=True, slots=True)
class Programme:
    """Who organises, and what."""

    organizer: Account
    concerts: tuple[Concert, ...]


def read(file: Path) -> Programme:
    """The programme in a file.

    Raises:
        OSError, ValueError, KeyError, RefusedError: the file cannot be read, or says something else than it should.
    """
    told = tomllib.loads(file.read_text())
    organizer = Account(told["organizer"]["username"], told["organizer"]["name"])
    return Programme(organizer, tuple(_concert(one, organizer.name) for one in told["concerts"]))


def _concert(told: dict[str, Any], organizer: str) -> Concert:
    hall = generate(form_from_json(told["hall"])) if "hall" in told else None
    description = "\n\n".join(" ".join(part.split()) for part in told["description"].split("\n\n")).strip()
    words = SaleWords(told["title"], organizer, told["location"], description, address(name_of(told["motif"])))
    types = tuple(_type(one, hall) for one in told["types"])
    return Concert(told["key"], words, told["opens"] == "soon", hall, types, told.get("limit"), told.get("visitors", 0))


def _type(told: dict[str, Any], hall: Hall | None) -> TicketType:
    price = amount_minor(told["price"], "price") if told["price"] else 0
    section = told.get("section")
    quantity = told["quantity"] if section is None else _seats_in(hall, section)
    return TicketType(told["name"], price, quantity, told.get("lane", "regular"), section)


def _seats_in(hall: Hall | None, zone_name: str) -> int:
    if hall is None:
        raise ValueError(f"there is no hall with a zone {zone_name}")
    zone = next(zone.id for zone in hall.zones if zone.name == zone_name)
    return sum(seat.zone == zone for section in hall.sections for row in section.rows for seat in row.seats)


async def put_on_sale(stage: Stage, programme: Programme, crowd: list[int]) -> None:
    """List what is missing; the one that opens soon only while no other of its kind waits for its opening."""
    await stage.ensure(programme.organizer, SELLER)
    organizer = await stage.person(programme.organizer)
    if organizer is None:
        return
    now = stage.clock()
    for place, concert in enumerate(programme.concerts):
        evenings = await _evenings(stage, organizer, concert) if concert.opens_soon else []
        if "scheduled" not in evenings and len(evenings) < EVENINGS_MAX:
            await _list(stage, organizer, concert, hours(concert, place, now, len(evenings)), crowd)


async def _evenings(stage: Stage, organizer: int, concert: Concert) -> list[str]:
    """In which states this concert is listed already, one for each evening."""
    query = SaleQuery(concert.words.title, organizer_id=organizer, starts_from=stage.clock(), limit=EVENINGS_MAX)
    rows, _ = await ticket_sales.find(stage.pool, query)
    return [row.state["status"] for row in rows]


def hours(concert: Concert, place: int, now: datetime, earlier: int) -> tuple[str, datetime, datetime]:
    """The name of this listing, when its sale opens, and when the concert is: in the evening, at least three days ahead.

    A concert that is listed `earlier` times is played again on a later evening: nobody plays twice in one hall at one hour.
    """
    week = int(now.timestamp()) // WEEK_SECONDS
    monday = datetime.fromtimestamp((week + 1) * WEEK_SECONDS, UTC)
    starts_at = monday + timedelta(days=3 + place + earlier, hours=19, minutes=30)
    if not concert.opens_soon:
        return f"{concert.key}/{week}", datetime.fromtimestamp(week * WEEK_SECONDS, UTC), starts_at
    opens_at = now.replace(second=0, microsecond=0) + OPENS_AFTER + timedelta(seconds=now.second)
    return f"{concert.key}/{now:%Y%m%d%H%M}", opens_at, starts_at


async def _list(
    stage: Stage, organizer: int, concert: Concert, hours: tuple[str, datetime, datetime], crowd: list[int]
) -> None:
    name, opens_at, starts_at = hours
    terms = SaleTerms(opens_at, starts_at, starts_at + LASTS, concert.types, limit_per_person=concert.limit)
    command_id = demo_id(f"concert/{name}")
    number = await claim_number(stage.pool, "ticket_sales", command_id)
    stream = stream_id("ticket_sales", number)
    await stage.handle.ask(stream, CreateSale(organizer, concert.words, terms, concert.hall), command_id)
    for person in crowd if concert.visitors else ():
        await stage.handle.ask(stream, Grab(person, 1, concert.visitors), demo_id(f"concert/{name}/{person}"))
