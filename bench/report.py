"""What came out: ratios and targets, as a page for people and as JSON with every round's figures."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench import REPOSITORY, on_sale
from bench.bidders import Run
from bench.fan_out import WATCHERS, Hall, Watched
from bench.machine import Machine
from bench.on_sale import OnSale
from bench.punctual import Delays, Punctual
from bench.rounds import ECHO, ENTRIES, NAIVE, ONE, TWO, Entry, Played

RESULTS: Final = REPOSITORY / "bench" / "results"

METHOD: Final = """\
- Client, server and database share the cores above. The load comes from one process of its own (picows, uvloop), the same for
  the house and the echo; the peer and its clients are one process without sockets between them, which favours it.
- The echo is a plain ASGI application: it pays for uvicorn's queue, task and parser, which the house's own sockets leave out
  (`startup/socket_protocol.py`). An echo that takes the same short way says back about 1.5 times as many.
- A closed loop: each of the 50 sockets keeps its bids in flight and sends the next when an answer comes, so p50 and p99 are
  those of a full house, queueing included; they are no latencies at a chosen rate.
- Decided means accepted or refused by the rules with the refusal stored; both are durable (after COMMIT) before the answer.
- Ratios are taken within a round; the median over the rounds counts. 50 × 4 is 50 sockets with 4 bids in flight each.
- Delay is counted from the bid's time in the log, which is read under the row lock before deciding, so it holds the COMMIT.
- A grab that gets its ticket writes an order, a ticket and a letter with its fact, a bid its fact alone, and a refusal is one row
  of either. So grabs and bids are put beside each other with as many refusals among them: of the bids on a hot lot three of four
  come too low. The naive box office sells to everybody and writes the order and the ticket. The letters of a sale are dropped
  after its run, so that the next contestant does not share the machine with whoever writes them.
- An end is heard late by the time from the lot's end_time to AUCTION_ENDED at a watcher; a revocation by the time from sending the
  logout to `session_ended` at its socket. Beside both, 10 bids/s on another lot; half the sockets sit at either worker.
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured in one run."""

    machine: Machine
    played: Played
    hall: Hall
    punctual: Punctual
    on_sale: OnSale


@dataclasses.dataclass(frozen=True, slots=True)
class Target:
    """A ratio that must be reached, or a time that must not be exceeded."""

    name: str
    figure: float
    bound: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        return self.figure <= self.bound if self.unit else self.figure >= self.bound

    @property
    def line(self) -> str:
        aim = f"at most {self.bound:,.0f}" if self.unit else f"to reach {self.bound:.2f}"
        figure = f"{self.figure:,.0f}{self.unit}" if self.unit else f"{self.figure:.2f}"
        return f"{self.name}: {figure}, {aim}: {'met' if self.is_met else 'NOT MET'}"


def targets(results: Results) -> tuple[Target, ...]:
    """What the house promises of itself."""
    return (*_ratios(results.played), *_times(results.punctual), *_grabs(results.on_sale))


def _times(punctual: Punctual) -> tuple[Target, ...]:
    def target(name: str, delays: Delays, at_most: float) -> Target:
        return Target(f"{name} ({delays.count} times, p50 {delays.p50_ms:.0f} ms), p99", delays.p99_ms, at_most, " ms")

    return (
        target("from a lot's end to AUCTION_ENDED at a watcher", punctual.ends, 250),
        target("from revoking a session to its socket's being told", punctual.revocations, 1_000),
    )


def _grabs(sold: OnSale) -> tuple[Target, ...]:
    """Of free tickets of one event, at 50 × 4; beside bids, as many of them refused as of the bids."""
    return (
        Target("grabs by 1 worker ÷ naive box office", on_sale.ratio(sold, on_sale.NAIVE), 10),
        Target("grabs ÷ bids by 1 worker, three of four refused of both", on_sale.ratio(sold, on_sale.BIDS, on_sale.GRABS_MIXED), 0.6),
    )


def _ratios(played: Played) -> tuple[Target, ...]:
    """Of decided bids, at 50 × 4."""
    return (
        Target("decided by 1 worker ÷ naive peer", ratio(played, Entry(ONE, 4), Entry(NAIVE, 1)), 10),
        Target("decided by 1 worker ÷ raw echo", ratio(played, Entry(ONE, 4), Entry(ECHO, 4)), 0.30),
        Target("decided by 2 workers ÷ by 1 worker", ratio(played, Entry(TWO, 4), Entry(ONE, 4)), 0.8),
    )


def ratio(played: Played, above: Entry, below: Entry) -> float:
    """The median over the rounds of one contestant's rate by another's."""
    return median(one[above].per_second / one[below].per_second for one in played.rounds)


def _median(played: Played, entry: Entry, figure: Callable[[Run], float]) -> float:
    return median(figure(one[entry]) for one in played.rounds)


def page(results: Results) -> str:
    """The results as Markdown."""
    machine, played, hall = results.machine, results.played, results.hall
    lines = [
        "# Bench", "", f"{machine.at:%Y-%m-%d %H:%M} UTC, commit {machine.commit}{'' if machine.is_clean else ' with local changes'}.", "",
        f"{machine.cpu}, {machine.cores} cores, {machine.memory_gib} GiB, {machine.kernel}, Python {machine.python}, "
        f"Postgres {machine.postgres} with fsync={machine.fsync}, synchronous_commit={machine.synchronous_commit}. "
        f"Load of the machine before the start: {machine.load_before}; niceness of the bench: {machine.niceness}.",
        "", "## One hot lot", "",
        "| | decided/s | accepted/s | p50 ms | p99 ms | least–most/s |", "|---|---|---|---|---|---|",
    ]
    for entry in ENTRIES:
        rates = [one[entry].per_second for one in played.rounds]
        accepted = "" if entry.name == ECHO else f"{_median(played, entry, lambda run: run.accepted_per_second):,.0f}"
        lines.append(
            f"| {entry.title} | {median(rates):,.0f} | {accepted} | {_median(played, entry, lambda run: run.p50_ms):.1f} "
            f"| {_median(played, entry, lambda run: run.p99_ms):.1f} | {min(rates):,.0f}–{max(rates):,.0f} |"
        )
    lines += ["", *(f"- {target.line}" for target in _ratios(played))]
    lines += [f"- at 50 × 1: {ratio(played, Entry(ONE, 1), Entry(NAIVE, 1)):.2f} × naive, "
              f"{ratio(played, Entry(ONE, 1), Entry(ECHO, 1)):.2f} × echo, 2 workers {ratio(played, Entry(TWO, 1), Entry(ONE, 1)):.2f} × 1"]
    lines += ["", f"## {WATCHERS:,} watchers of one lot", "", *_hall(hall), ""]
    lines += ["## The clock", "", *(f"- {target.line}" for target in _times(results.punctual)), ""]
    lines += ["## On sale", "", *on_sale.page(results.on_sale), "", *(f"- {target.line}" for target in _grabs(results.on_sale))]
    lines += [
        f"- grabs by 1 worker ÷ raw echo: {on_sale.ratio(results.on_sale, on_sale.ECHO):.2f}",
        f"- where every grab gets its ticket, and of the bids every fourth is taken: grabs ÷ bids "
        f"{on_sale.ratio(results.on_sale, on_sale.BIDS):.2f}",
        f"- grabs by 2 workers ÷ by 1 worker: {on_sale.ratio(results.on_sale, on_sale.GRABS, on_sale.GRABS_BY_TWO):.2f}", "",
    ]
    lines += ["## Log = answers", "", *_check(played, hall)]
    return "\n".join([*lines, "", "## How to read this", "", METHOD])


def _hall(hall: Hall) -> list[str]:
    def line(name: str, one: Watched) -> str:
        return (f"| {name} | {one.seen.per_second:,.0f} | {one.seen.p50_ms:.1f} | {one.seen.p99_ms:.1f} | {one.worker_cpu_share:.0%} |")

    return [
        "| | deliveries/s | delay p50 ms | delay p99 ms | worker's core |", "|---|---|---|---|---|",
        line("10 bids/s in the same worker", hall.calm), line("10 bids/s in another worker", hall.next_door),
        line("50 × 4 bids in flight, at most 20 frames/s a socket", hall.stormy),
        line("300 bids/s, that bound lifted", hall.unbounded), "",
        f"While they watched, 50 × 4 bidders got {hall.bidding.per_second:,.0f} decided/s (p50 {hall.bidding.p50_ms:.1f}, "
        f"p99 {hall.bidding.p99_ms:.1f} ms).",
        f"An idle socket costs the worker {hall.bytes_per_idle_socket / 1024:.1f} KiB.",
    ]


def _check(played: Played, hall: Hall) -> list[str]:
    if wrong := (*played.wrong, *hall.wrong):
        return [f"- WRONG: {one}" for one in wrong]
    return [f"{played.answers:,} answers over {2 * 2 * len(played.rounds)} lots agree with the log: ids, amounts, refusals, "
            "contiguous versions, an unbroken hash chain, the price is the highest accepted bid."]


def write(results: Results) -> Path:
    """Write both files; the path of the JSON."""
    machine, played, hall = results.machine, results.played, results.hall
    RESULTS.mkdir(exist_ok=True)
    content: dict[str, Any] = {
        "machine": {**dataclasses.asdict(machine), "at": machine.at.isoformat()},
        "targets": [{**dataclasses.asdict(target), "is_met": target.is_met} for target in targets(results)],
        "rounds": [{entry.title: _figures(run) for entry, run in one.items()} for one in played.rounds],
        "hall": {**dataclasses.asdict(hall), "bidding": _figures(hall.bidding)},
        "clock": dataclasses.asdict(results.punctual),
        "on_sale": {
            "rounds": [{name: _figures(run) for name, run in one.items()} for one in results.on_sale.rounds],
            "seats": results.on_sale.seats, "seats_per_second": round(results.on_sale.seats_per_second),
        },
        "checked_answers": played.answers, "wrong": [*played.wrong, *hall.wrong, *results.on_sale.wrong],
    }
    path = RESULTS / f"{machine.at:%Y-%m-%d}-{machine.commit or 'no-commit'}.json"
    path.write_text(json.dumps(content, indent=1) + "\n")
    (RESULTS / "latest.md").write_text(page(results))
    return path


def _figures(run: Run) -> dict[str, float]:
    return {
        "answered_per_second": round(run.per_second, 1), "accepted_per_second": round(run.accepted_per_second, 1),
        "p50_ms": round(run.p50_ms, 2), "p99_ms": round(run.p99_ms, 2),
    }
