"""The second of an on-sale: one hot event over one and two workers, beside an echo, a naive box office and a lot; and a whole hall."""

import asyncio
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import asyncpg
import orjson

from bench.bidders import Plan, Run
from bench.grabbers import GRAB, MIXED, PAIR, Press, Pressed, successes
from bench.house import House
from bench.remote import Remote
from bench.rounds import say
from saleroom.domain.ids import stream_id
from saleroom.domain.seating.generate import HallForm, generate
from saleroom.domain.seating.shape import hall_json
from saleroom.domain.ticket_sales.events import TYPES, OrderPlaced
from tests.concerts import make_event

ROUNDS: Final = 3
SECONDS: Final = 2.0
IN_FLIGHT: Final = 4
STOCK: Final = 200_000
TYPES_ON_SALE: Final = [
    {"seat_type": "Free", "price": 0, "available_qty": STOCK}, {"seat_type": "Gone", "price": 0, "available_qty": 0},
]
HALL_SECONDS: Final = 3.0
ORDER: Final = TYPES[OrderPlaced][0]
ECHO, GRABS, GRABS_BY_TWO, GRABS_MIXED, NAIVE, BIDS = "echo", "grabs", "grabs_by_two", "grabs_mixed", "naive", "bids"

_ORDERS = "SELECT version, command_id::text, data FROM log.event WHERE stream_id = $1 AND type = $2 ORDER BY version"
_REFUSED = "SELECT command_id::text, code FROM log.refusal WHERE stream_id = $1"
_DROP_LETTERS = "DELETE FROM log.outbox WHERE stream_id = $1"
_HEAD = "SELECT version, state, log.verify_stream(stream_id) AS broken FROM log.stream WHERE stream_id = $1"


Round = dict[str, Run]  # the contestants by name, neighbours in time


@dataclass(frozen=True, slots=True)
class OnSale:
    """Everything that was measured.

    Attributes:
        seats: how many seats the hall has, all held in pairs in `seconds`.
        grabs: how many were answered over all rounds; `wrong` is what the check found of them and of the hall.
    """

    rounds: tuple[Round, ...]
    seats: int
    seconds: float
    grabs: int
    wrong: tuple[str, ...]

    @property
    def seats_per_second(self) -> float:
        return self.seats / self.seconds


def sell(house: House, bidders: Remote, grabbers: Remote, peer: Remote) -> OnSale:
    """Play all rounds, then fill a hall; after each, the log is put beside the answers."""
    rounds, wrong, grabs = list[Round](), list[str](), 0
    for n in range(1, ROUNDS + 1):
        played: Round = {ECHO: bidders.call("echo", Plan(house.echoes(), IN_FLIGHT, SECONDS))}
        for name, workers, frames in ((GRABS, 1, GRAB), (GRABS_BY_TWO, 2, GRAB), (GRABS_MIXED, 1, MIXED)):
            event = make_event(house.seller, ticket_types=TYPES_ON_SALE)
            pressed: Pressed = grabbers.call("press", Plan(house.sale_doors(event["id"], workers), IN_FLIGHT, SECONDS), frames)
            played[name] = pressed.run
            grabs += len(pressed.presses)
            wrong += asyncio.run(differences(house.database.owner, event["id"], pressed.presses))
        played[BIDS] = bidders.call("bid", Plan(house.doors(house.lot(), 1), IN_FLIGHT, SECONDS))
        played[BIDS].answers.clear()
        played[NAIVE] = peer.call("grab", SECONDS)
        rounds.append(played)
        told = "; ".join(f"{name.replace('_', ' ')} {run.per_second:,.0f}/s" for name, run in played.items())
        say(f"  on-sale, round {n} of {ROUNDS}: {told}")
    hall = hall_json(generate(HallForm("Great hall", 40, 50, aisles_after=(25,), curve=40)))
    event = make_event(house.seller, hall=hall, ticket_types=[{"seat_type": "Seat", "price": 40, "section": "Great hall"}])
    pairs: Pressed = grabbers.call("press", Plan(house.sale_doors(event["id"], 1), IN_FLIGHT, HALL_SECONDS), PAIR)
    wrong += asyncio.run(differences(house.database.owner, event["id"], pairs.presses))
    held = sum(len(press.seats) for press in pairs.presses)
    return OnSale(tuple(rounds), held, pairs.seconds_to_last, grabs, tuple(wrong))


async def differences(address: str, event_id: int, presses: list[Press]) -> list[str]:
    """Whatever of a sale's log and its answers does not agree, and whatever was sold twice or too much, in words.

    The sale's letters are dropped then: writing thousands of them would cost whoever is measured next.
    """
    stream, connection = stream_id("ticket_sales", event_id), await asyncpg.connect(address)
    try:
        rows = await connection.fetch(_ORDERS, stream, ORDER)
        refusals = {row["command_id"]: row["code"] for row in await connection.fetch(_REFUSED, stream)}
        head = await connection.fetchrow(_HEAD, stream)
        await connection.execute(_DROP_LETTERS, stream)
    finally:
        await connection.close()
    found = []
    if head is None or head["broken"] is not None:
        found.append(f"the chain of event {event_id} is broken")
    if {row["version"]: row["command_id"] for row in rows} != successes(presses):
        found.append(f"the orders of event {event_id} are not those that were answered")
    if refusals != {press.command_id: press.code for press in presses if press.code is not None}:
        found.append(f"the stored refusals of event {event_id} are not those that were answered")
    lines: list[dict[str, Any]] = [line for row in rows for line in orjson.loads(row["data"])["lines"]]
    units, seats = sum(line["quantity"] for line in lines), [seat for line in lines for seat in line["seats"]]
    if len({line["type_id"] for line in lines}) > 1:
        found.append(f"event {event_id} sold of a type that has no tickets")
    size = orjson.loads(head["state"])["types"][0][1] if head else 0
    if units > size or len(set(seats)) < len(seats):
        found.append(f"event {event_id} sold {units} of {size}, and {len(seats) - len(set(seats))} seats twice")
    return found


def ratio(on_sale: OnSale, peer: str, grabs: str = GRABS) -> float:
    """The median over the rounds of the grabs' rate by another contestant's."""
    return median(one[grabs].per_second / one[peer].per_second for one in on_sale.rounds)


def page(on_sale: OnSale) -> list[str]:
    """The section of the results."""
    lines = ["| 50 × 4, one event | decided/s | p50 ms | p99 ms | least–most/s |", "|---|---|---|---|---|"]
    titles = {
        ECHO: "echo", GRABS: "grabs of a free ticket, 1 worker", GRABS_BY_TWO: "grabs of a free ticket, 2 workers",
        GRABS_MIXED: "grabs, three of four sold out, 1 worker",
        BIDS: "bids on a lot, three of four too low, 1 worker",
        NAIVE: "naive, 50 × 1",
    }
    for name, title in titles.items():
        runs = [one[name] for one in on_sale.rounds]
        rates, p50, p99 = [run.per_second for run in runs], median(run.p50_ms for run in runs), median(run.p99_ms for run in runs)
        lines.append(f"| {title} | {median(rates):,.0f} | {p50:.1f} | {p99:.1f} | {min(rates):,.0f}–{max(rates):,.0f} |")
    return [
        *lines, "",
        f"A hall of {on_sale.seats:,} seats is held in pairs, the best available each, in {on_sale.seconds:.2f} s: "
        f"{on_sale.seats_per_second:,.0f} seats/s.",
        *([f"- WRONG: {one}" for one in on_sale.wrong] or [
            f"{on_sale.grabs:,} answers to grabs and all of the hall agree with the log; nothing was sold twice or too much.",
        ]),
    ]
