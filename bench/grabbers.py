"""The crowd at an on-sale: sockets that keep some presses in flight each, as lean as the bidders; their frames alone are others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from bench.bidders import Crowd, Plan, Run, carry_out, figures

Frames = tuple[bytes, ...]  # pressed in turn
GRAB: Final = (b'{"action":"grab","ticket_type_id":1,"command_id":"%b"}',)
GRAB_OTHER: Final = (b'{"action":"grab","ticket_type_id":2,"command_id":"%b"}',)
MIXED: Final = (*GRAB, *GRAB_OTHER * 3)  # as many of them refused as of the bids on a hot lot
PAIR: Final = (b'{"action":"best_available","ticket_type_id":1,"quantity":2,"command_id":"%b"}',)
STORED_REFUSALS: Final = frozenset({"sold_out", "reserved_may_come_back"})


@dataclass(frozen=True, slots=True)
class Press:
    """What the house said to one press: its place in the log and its seats, or the code of its refusal."""

    command_id: str
    seq: int | None
    code: str | None
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of a plan: the figures, and all answers.

    Attributes:
        seconds_to_last: from the first press to the last success.
    """

    run: Run
    presses: list[Press] = field(repr=False)
    seconds_to_last: float


class _Buyers(Crowd):
    """All sockets of one run; the presses take turns with the frames."""

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self.frames = frames

    def text(self, number: int) -> bytes:
        return self.frames[number % len(self.frames)] % self.command_id(number).encode()


class Grabbers:
    """The process that presses."""

    async def press(self, plan: Plan, frames: Frames) -> Pressed:
        """Carry out a plan against the house."""
        crowd = await carry_out(plan, _Buyers(frames))
        presses = [_press(crowd, number, orjson.loads(payload)) for _, _, number, payload in crowd.heard]
        got = [(now, now - taken) for (now, taken, _, _), press in zip(crowd.heard, presses, strict=True) if press.seq is not None]
        seconds = (max(now for now, _ in got) - min(began for _, began in got)) / 1e9 if got else 0.0
        return Pressed(figures(crowd, [press.seq is not None for press in presses]), presses, seconds)


def _press(crowd: Crowd, number: int, told: dict[str, Any]) -> Press:
    """One answer, read.

    Raises:
        RuntimeError: it is neither a success nor a stored refusal, or it answers another press than the oldest of its socket.
    """
    command_id = crowd.command_id(number)
    if told["command_id"] != command_id:
        raise RuntimeError(f"{told['command_id']} was answered where {command_id} was the oldest press of its socket")
    if told.get("status") == "success":
        return Press(command_id, told["seq"], None, tuple(told["seats"]))
    if told.get("code") not in STORED_REFUSALS:
        raise RuntimeError(f"a press was answered {told}")
    return Press(command_id, None, told["code"], ())


def successes(presses: Sequence[Press]) -> dict[int, str]:
    """The command ids of presses that got something, by their places in the log."""
    return {press.seq: press.command_id for press in presses if press.seq is not None}
