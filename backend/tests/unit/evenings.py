"""Random evenings of one lot: what people ask for and when, as hypothesis draws it; and the log that follows."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from saleroom.domain.auctions import commands as c
from saleroom.domain.auctions.decider import LOT
from saleroom.eventlog.log import Recorded
from tests.given import EVENING, Given, at

SELLER, ADMIN = 1, 9

words = st.builds(c.LotWords, st.sampled_from(["A still life", "Two pears"]))
terms = st.builds(
    c.LotTerms,
    start_price_minor=st.integers(1, 20_00), starts_at=st.sampled_from([None, at(0), at(50)]),
    closes_at=st.sampled_from([None, at(100), at(300)]), hard_end_at=st.sampled_from([None, at(300), at(350)]),
    increments=st.sampled_from(["ebay-us", "flat:0.01", "percent:5"]), soft_close_seconds=st.sampled_from([0, 20, 120]),
)
commands = st.one_of(
    st.builds(c.PlaceBid, st.integers(1, 5), st.integers(1, 100_00)), st.builds(c.PlaceBid, st.integers(2, 5), st.integers(1, 100_00)),
    st.builds(c.EditLot, st.just(SELLER), words, terms), st.builds(c.StartLot, st.just(ADMIN)),
    st.builds(c.FinishLot, st.just(ADMIN)), st.builds(c.CancelLot, st.just(SELLER), st.booleans()),
)
weighted = st.one_of(*[st.builds(c.PlaceBid, st.integers(1, 5), st.integers(1, 100_00))] * 4, commands)
evenings = st.tuples(terms, st.lists(st.tuples(st.integers(0, 30), weighted), max_size=25))

Evening = tuple[c.LotTerms, list[tuple[int, c.Command]]]


@dataclass
class Held:
    """An evening that was held: the log, and the state after each fact."""

    recorded: list[Recorded]
    states: list[Any]


def hold(evening: Evening) -> Held:
    """Decide an evening, one command after the other, as the house would."""
    first, asked = evening
    lot, second, held = Given(LOT), 0, Held([], [])
    for gap, command in [(0, c.CreateLot(SELLER, c.LotWords("A still life"), first)), *asked]:
        second += gap
        state = lot.state
        lot.when(command, second)
        for fact in lot.facts:
            state = LOT.evolve(state, fact, at(second))
            version = len(held.recorded) + 1
            digest = hashlib.sha256(str(version).encode()).digest()
            held.recorded.append(Recorded(version, at(second), fact, UUID(int=version), digest))
            held.states.append(state)
    return held


def seconds_of(recorded: Recorded) -> float:
    """When it happened, in seconds of the evening."""
    return (recorded.at - EVENING).total_seconds()
