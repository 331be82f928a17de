"""A fact's bytes never change: those of every fact and schema version ever written lie here, and are read and written as they are.

SALEROOM_WRITE_GOLDEN=1 writes the files for facts that are new; what was there once is never rewritten.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from saleroom.domain.seat_maps import events as maps
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.eventlog.codec import Codec
from tests.given import at
from tests.unit.on_sales import SEATED, WORDS, OnSale, hall, hold, on_sales

HALL = hall(("A",), 2)
TERMS = c.SaleTerms(
    at(0), at(900), at(1800), (c.TicketType("Stalls", 80_00, 2, "vip", "stalls", "Room", c.RefundPolicy(at(100), at(200), 5_00), 1),),
    (c.SharedQuota("Room", 5),), 4, at(800), 600, 2, "strict", 3, ("A1",),
)
LINES = (e.Line(1, 2, 80_00, ("A1", "A2")), e.Line(2, 1, 0))
HELD = e.OrderPlaced(1, 7, "pick", LINES, at(600))
SALE_FACTS: list[Any] = [
    e.HallPlaced(HALL), e.SaleCreated(1, WORDS, TERMS), e.SaleCreated(1, WORDS, SEATED), e.SaleEdited(1, WORDS, TERMS), e.SaleOpened(),
    e.SaleEnded(),
    e.SaleCancelled(1, "Régen"), e.OrdersUnwound((e.Unwound(1, 7, 1, 80_00), e.Unwound(2, 8, None, 0))), HELD,
    e.OrderPlaced(2, 7, "grab", (e.Line(2, 1, 0),), None, (e.Ticket(1, 2, 0),)), e.HoldReleased(1), e.OrdersLapsed((1, 2)),
    e.CheckoutStarted(1, 1, 160_00, at(900)), e.PaymentRefused(1, 1, at(900), "pay_1"), e.PaymentRefused(1, 1, None),
    e.OrderPaid(1, 2, (e.Ticket(2, 1, 80_00, "A1"), e.Ticket(3, 1, 80_00, "A2"), e.Ticket(4, 2, 0)), "pay_2"),
    e.UnitsReclaimed(1, 2, LINES, at(900), False), e.OrderCancelled(1, 7, "ill", (2, 3)), e.TicketCancelled(1, 2, 7, ""),
    e.RefundIssued(1, 1, 2, 80_00, "given_back"), e.RefundIssued(2, 1, 1, 160_00, "late", "pay_1"),
    e.RefundSettled(1, 1, "succeeded", "re_1"), e.RefundSettledByHand(1, 1, 80_00, 9, "Überweisung"),
    e.RefundPaidAfterAll(1, 1, 80_00, True, "re_1"),
    e.CheckedIn(2, 9, "North", "entry", 1, at(850)), e.CheckedIn(2, 9, "", "exit", 1, None), e.RequestQueued(1, 7, 1, 2, "vip"),
    e.RequestServed(1, 7, HELD), e.RequestServed(2, 8, None, "sold_out"), e.QueuePaused(9), e.QueueResumed(9), e.TurnsGiven(9, 3),
    e.RequestLeft(1, 7),
]
MAP_FACTS: list[Any] = [maps.SeatMapDrawn(1, HALL), maps.SeatMapRedrawn(1, hall(("A", "B"), 1)), maps.SeatMapRemoved(9)]

NOUNS = {"ticket_sales": (Codec(e.TYPES), SALE_FACTS), "seat_maps": (Codec(maps.TYPES), MAP_FACTS)}


def golden(noun: str) -> list[dict[str, Any]]:
    file = Path(__file__).parent / "golden" / f"{noun}.json"
    lines: list[dict[str, Any]] = json.loads(file.read_text()) if file.exists() else []
    if os.environ.get("SALEROOM_WRITE_GOLDEN"):
        codec, facts = NOUNS[noun]
        for fact in facts:
            number, version, data = codec.encode(fact)
            line = {"fact": type(fact).__name__, "type": number, "schema_version": version, "bytes": data.decode()}
            if line not in lines:
                lines.append(line)
        file.write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n")
    return lines


@pytest.mark.parametrize("noun", NOUNS)
def test_the_bytes_of_every_fact_ever_written_are_still_read(noun: str) -> None:
    codec = NOUNS[noun][0]
    for line in golden(noun):
        fact = codec.decode(line["type"], line["schema_version"], line["bytes"].encode())
        assert type(fact).__name__ == line["fact"]
        if line["schema_version"] == codec.types[type(fact)][1]:
            assert codec.encode(fact) == (line["type"], line["schema_version"], line["bytes"].encode())


@pytest.mark.parametrize("noun", NOUNS)
def test_every_fact_has_its_golden_bytes(noun: str) -> None:
    codec, facts = NOUNS[noun]
    assert {(line["type"], line["schema_version"]) for line in golden(noun)} >= set(codec.types.values())
    assert {type(fact) for fact in facts} == set(codec.types)
    assert {line["bytes"] for line in golden(noun)} >= {codec.encode(fact)[2].decode() for fact in facts}


@settings(max_examples=10)
@given(on_sales)
def test_every_fact_of_every_on_sale_comes_back_as_it_went(on_sale: OnSale) -> None:
    codec = NOUNS["ticket_sales"][0]
    for step in hold(on_sale)[1]:
        for fact in step.facts:
            assert codec.decode(*codec.encode(fact)) == fact


def test_only_the_clock_brings_timed_facts_about() -> None:
    assert {fact.__name__ for fact in e.TIMED} == {"SaleOpened", "SaleEnded", "OrdersLapsed", "OrdersUnwound", "RequestServed"}
    assert e.TYPES.keys() >= e.TIMED
    numbers = [number for number, _ in e.TYPES.values()]
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= {*range(20, 40), *range(50, 70)}
    assert {number for number, _ in maps.TYPES.values()} <= {*range(40, 50)}
