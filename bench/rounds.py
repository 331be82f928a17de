"""The rounds: every contestant for two seconds, again and again, so that a noisy machine disturbs all alike.

A ratio is taken within a round, between neighbours in time; what counts is its median over the rounds.
"""

import asyncio
import sys
from dataclasses import dataclass
from typing import Final

from bench import check
from bench.bidders import Plan, Run
from bench.house import House, stream
from bench.remote import Remote

ROUNDS: Final = 5
SECONDS: Final = 2.0

ECHO, ONE, TWO, NAIVE = "echo", "1 worker", "2 workers", "naive"


@dataclass(frozen=True, slots=True)
class Entry:
    """One contestant of a round; `in_flight` is per socket, and always one for the peer's connections."""

    name: str
    in_flight: int

    @property
    def title(self) -> str:
        return f"{self.name}, 50 × {self.in_flight}"


ENTRIES: Final = (
    Entry(ECHO, 4), Entry(ONE, 4), Entry(TWO, 4), Entry(NAIVE, 1), Entry(ECHO, 1), Entry(ONE, 1), Entry(TWO, 1),
)

Round = dict[Entry, Run]


@dataclass(frozen=True, slots=True)
class Played:
    """All rounds, and what the check found wrong in any of their lots."""

    rounds: tuple[Round, ...]
    answers: int
    wrong: tuple[str, ...]


def say(text: str) -> None:
    """One line of progress or result, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def play(house: House, bidders: Remote, peer: Remote) -> Played:
    """Play all rounds, checking each lot's log against its answers after its run."""
    rounds, wrong, answers = list[Round](), list[str](), 0
    for n in range(1, ROUNDS + 1):
        played: Round = {}
        for entry in ENTRIES:
            lot = house.lot() if entry.name in (ONE, TWO) else 0
            run = _run(house, bidders, peer, entry, lot)
            if lot:
                answers += len(run.answers)
                wrong += [f"{entry.title}: {one}" for one in asyncio.run(check.differences(house.database.owner, stream(lot), run.answers))]
                run.answers.clear()
            played[entry] = run
        rounds.append(played)
        told = "; ".join(f"{entry.title} {run.per_second:,.0f}/s" for entry, run in played.items())
        say(f"  round {n} of {ROUNDS}: {told}")
    return Played(tuple(rounds), answers, tuple(wrong))


def _run(house: House, bidders: Remote, peer: Remote, entry: Entry, lot: int) -> Run:
    run: Run
    match entry.name:
        case "naive":
            run = peer.call("bid", SECONDS)
        case "echo":
            run = bidders.call("echo", Plan(house.echoes(), entry.in_flight, SECONDS))
        case _:
            run = bidders.call("bid", Plan(house.doors(lot, 1 if entry.name == ONE else 2), entry.in_flight, SECONDS))
    return run
