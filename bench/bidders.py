"""The crowd that bids: sockets that keep some bids in flight each, as lean as Python allows.

A closed loop: a socket sends its next bid when an answer comes, so the rate is what the house takes and no more. Time counts
from handing a frame to the socket until its answer is parsed off it, queueing included. What must not disturb the
measurement (reading the answers' JSON) is done when it is over.
"""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, Final

import orjson
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

WARM_SECONDS: Final = 0.5
DRAIN_SECONDS_MAX: Final = 10.0
START_MINOR: Final = 1_000
STORED_REFUSALS: Final = frozenset({"bid_too_low", "already_leading"})

_runs = count(1)


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: which sockets, how many bids in flight on each, for how long after the warm-up."""

    urls: tuple[str, ...]
    in_flight: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the house said to one bid: its place in the log, or the code of its refusal."""

    command_id: str
    amount_minor: int
    seq: int | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a plan. The figures are those after the warm-up; the answers, kept for the check, are all.

    Every answer of the house is a decided one: an accepted bid or a stored refusal. Anything else ends the bench.
    """

    seconds: float
    answered: int
    accepted: int
    p50_ms: float
    p99_ms: float
    answers: list[Answer] = field(repr=False)

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds

    @property
    def accepted_per_second(self) -> float:
        return self.accepted / self.seconds


class _Bidder(WSListener):
    """One socket. Its answers come in the order of its bids, which the check relies upon and proves."""

    def __init__(self, crowd: "Crowd") -> None:
        self.crowd = crowd
        self.sent: deque[tuple[int, int]] = deque()  # (when, the bid's number)
        self.transport: WSTransport

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        payload = frame.get_payload_as_bytes()
        if b'"command_id"' not in payload:
            return  # a frame for everyone, or a ping
        now = time.perf_counter_ns()
        when, number = self.sent.popleft()
        crowd = self.crowd
        crowd.heard.append((now, now - when, number, payload))
        if not crowd.is_over:
            self.bid()

    def bid(self) -> None:
        number = next(self.crowd.numbers)
        self.sent.append((time.perf_counter_ns(), number))
        self.transport.send(WSMsgType.TEXT, self.crowd.text(number))


class Crowd:
    """All sockets of one run: they share a counter, so that amounts rise by a cent a bid whoever bids."""

    frame = b'{"type":"NEW_BID","amount":%d.%02d,"command_id":"%b"}'

    def __init__(self) -> None:
        self.run = next(_runs)
        self.numbers = count(0)
        self.heard: list[tuple[int, int, int, bytes]] = []
        self.is_over = False
        self.begin = self.end = 0

    def command_id(self, number: int) -> str:
        return f"{self.run:08x}-0000-4000-8000-{number:012x}"

    def text(self, number: int) -> bytes:
        """What a socket sends with this number."""
        return self.frame % (*divmod(START_MINOR + number, 100), self.command_id(number).encode())


class Bidders:
    """The process that bids."""

    async def bid(self, plan: Plan) -> Run:
        """Carry out a plan against the house."""
        crowd = await carry_out(plan, Crowd())
        answers = _answers(crowd)
        run = figures(crowd, [answer.seq is not None for answer in answers])
        run.answers.extend(answers)
        return run

    async def echo(self, plan: Plan) -> Run:
        """Carry out a plan against a server that says everything back."""
        return figures(await carry_out(plan, Crowd()), [])

    async def trickle(self, urls: tuple[str, ...], per_second: float, seconds: float, first: int) -> list[Answer]:
        """Bid at a steady rate whatever the house does, by turns on each socket, the amounts rising from number `first`."""
        crowd = Crowd()
        crowd.is_over, crowd.numbers = True, count(first)
        bidders = await _connect(crowd, urls)
        begin = time.perf_counter()
        for n in range(int(per_second * seconds)):
            await asyncio.sleep(max(0.0, begin + n / per_second - time.perf_counter()))
            bidders[n % len(bidders)].bid()
        await _leave(bidders)
        return _answers(crowd)


async def _connect(crowd: Crowd, urls: tuple[str, ...]) -> list[_Bidder]:
    bidders = [_Bidder(crowd) for _ in urls]
    for bidder, url in zip(bidders, urls, strict=True):
        await ws_connect(partial(_the, bidder), url)
    await asyncio.sleep(0.2)  # what is told on connecting is no part of the measurement
    return bidders


def _the(bidder: _Bidder) -> _Bidder:
    return bidder


async def _leave(bidders: list[_Bidder]) -> None:
    """Wait for the answers that are still due, then close."""
    for _ in range(int(DRAIN_SECONDS_MAX / 0.01)):
        if not any(bidder.sent for bidder in bidders):
            break
        await asyncio.sleep(0.01)
    for bidder in bidders:
        bidder.transport.disconnect()
    if left := sum(len(bidder.sent) for bidder in bidders):
        raise RuntimeError(f"{left} bids were never answered")


async def carry_out(plan: Plan, crowd: Crowd) -> Crowd:
    """Let a crowd press for as long as planned."""
    bidders = await _connect(crowd, plan.urls)
    for bidder in bidders:
        for _ in range(plan.in_flight):
            bidder.bid()
    await asyncio.sleep(WARM_SECONDS)
    crowd.begin = time.perf_counter_ns()
    await asyncio.sleep(plan.seconds)
    crowd.end = time.perf_counter_ns()
    crowd.is_over = True
    await _leave(bidders)
    return crowd


def figures(crowd: Crowd, accepted: Sequence[bool]) -> Run:
    """What was answered within the measured time; `accepted` says which answers were a yes, in order, none of an echo."""
    within = [crowd.begin <= now < crowd.end for now, _, _, _ in crowd.heard]
    taken = sorted(nanoseconds for (_, nanoseconds, _, _), counts in zip(crowd.heard, within, strict=True) if counts)
    yes = sum(counts and is_yes for is_yes, counts in zip(accepted, within, strict=False))
    return Run((crowd.end - crowd.begin) / 1e9, len(taken), yes, at(taken, 0.50) / 1e6, at(taken, 0.99) / 1e6, [])


def at(ordered: list[int], share: float) -> int:
    """A percentile of ordered figures: the least one that at least this share do not exceed."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def _answers(crowd: Crowd) -> list[Answer]:
    return [_answer(crowd, number, orjson.loads(payload)) for _, _, number, payload in crowd.heard]


def _answer(crowd: Crowd, number: int, told: dict[str, Any]) -> Answer:
    """One answer, read.

    Raises:
        RuntimeError: it is neither accepted nor a stored refusal, or it answers another bid than the oldest of its socket.
    """
    command_id, amount = crowd.command_id(number), START_MINOR + number
    if told["command_id"] != command_id:
        raise RuntimeError(f"{told['command_id']} was answered where {command_id} was the oldest bid of its socket")
    if told["type"] == "BID_ACCEPTED":
        return Answer(command_id, amount, told["seq"], None)
    if told.get("code") not in STORED_REFUSALS:
        raise RuntimeError(f"a bid was answered {told}")
    return Answer(command_id, amount, None, told["code"])
