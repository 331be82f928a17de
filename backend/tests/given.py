"""`Given(lot, past).when(command, at=...).then(facts)`: the rules read as examples. Times are seconds of one evening."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID

from saleroom.domain.decider import Decider, Refused
from saleroom.domain.ids import stream_id
from saleroom.domain.sitting import Sitting

EVENING = datetime(2026, 5, 4, 18, tzinfo=UTC)
STREAM = stream_id("auctions", 7)


def at(seconds: float) -> datetime:
    """A moment of the evening."""
    return EVENING + timedelta(seconds=seconds)


@dataclass
class Asked:
    """A command with its id."""

    command: Any
    command_id: UUID
    fingerprint: bytes = bytes(16)


@dataclass
class Given:
    """A stream with a past: facts, each with its second. What follows is decided by the same sitting as in the house."""

    decider: Decider[Any, Any, Any]
    past: Sequence[tuple[float, Any]] = ()
    state: Any = field(init=False)
    version: int = field(init=False)
    facts: list[Any] = field(default_factory=list)
    answer: Any = None

    def __post_init__(self) -> None:
        self.state, self.version = self.decider.initial(), len(self.past)
        for seconds, fact in self.past:
            self.state = self.decider.evolve(self.state, fact, at(seconds))

    def when(self, command: Any, second: float) -> Self:
        """Somebody asks for something at a second; what was due is done first."""
        sitting = Sitting(self.decider, STREAM, self.state, self.version, at(second))
        asked = Asked(command, UUID(int=self.version + 1 + int(second * 1_000)))
        sitting.hear([asked])
        self.facts = [step.fact for step in sitting.steps]
        result = sitting.results[asked.command_id][1]
        self.answer = self.facts[result.start : result.stop] if isinstance(result, range) else result
        self.state, self.version = sitting.state, sitting.version + len(sitting.steps)
        return self

    def then(self, *facts: Any) -> Self:
        """Exactly these facts followed, the clock's own among them."""
        assert self.facts == list(facts)
        return self

    def then_refused(self, code: str, **facts: Any) -> Self:
        """No: with this code, and with at least these facts."""
        assert isinstance(self.answer, Refused), self.answer
        assert self.answer.code == code
        assert {name: self.answer.facts.get(name) for name in facts} == facts
        return self
