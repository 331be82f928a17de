"""One sitting: a batch of commands decided in order, on one state, at one time.

The law of the clock stands here for every noun: whatever is due at `at` is done before the first command and after each
one, so that no command ever meets a state whose time is over.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, Generic, NamedTuple, Protocol
from uuid import UUID

from saleroom.domain.decider import Command, Decider, Fact, Refused, State
from saleroom.domain.ids import alarm_id

DUE_STEPS_MAX: Final = 1_000  # more timed facts at once than any noun has: a due() that does not move due_at

NO_FINGERPRINT: Final = bytes(16)  # of facts that the clock brought about


class Asked(Protocol):
    """A command with the id and the fingerprint by which its answer is kept."""

    command_id: UUID
    command: Any
    fingerprint: bytes


class Step(NamedTuple, Generic[Fact]):
    """One decided fact: the command it belongs to, its place in it, and the stream's timer after it. A named tuple for its speed.

    The places of timed facts are below zero: anyone can work out the clock's command ids, and whoever takes one for a bid must
    neither stop the clock nor be given its facts as his answer.
    """

    command_id: UUID
    ordinal: int
    fingerprint: bytes
    fact: Fact
    due_at: datetime | None


class Sitting(Generic[State, Command, Fact]):
    """Decides commands one after the other.

    Args:
        decider: the rules.
        stream: the key of the stream, for the ids of timed facts.
        state: the state at `version`; the sitting owns it from now on.
        version: how many facts the stream has.
        at: the time of everything decided here.
    """

    def __init__(self, decider: Decider[State, Command, Fact], stream: int, state: State, version: int, at: datetime) -> None:
        self._decider, self._stream = decider, stream
        self.state, self.version, self.at = state, version, at
        self._due_at = decider.due_at(state)
        self.steps: list[Step[Fact]] = []
        self.refusals: list[tuple[Asked, Refused]] = []
        self.results: dict[UUID, tuple[bytes, range | Refused | Exception]] = {}

    def hear(self, asked: Iterable[Asked]) -> None:
        """Decide each command; an id heard before in this sitting is not decided again.

        A decider that breaks on one command (a bug) refuses nobody else: its exception becomes that command's result.

        Raises:
            RuntimeError: `due` does not move `due_at`.
        """
        self._do_due()
        for one in asked:
            if one.command_id in self.results:
                continue
            result = self._decide(one)
            self.results[one.command_id] = one.fingerprint, result
            if isinstance(result, range):  # only facts can make something due
                self._do_due()

    def _decide(self, one: Asked) -> range | Refused | Exception:
        try:
            decided = self._decider.decide(self.state, one.command, self.at)
        except Exception as error:
            return error
        if isinstance(decided, Refused):
            self.refusals.append((one, decided))
            return decided
        begin = len(self.steps)
        for ordinal, fact in enumerate(decided):
            self._take(one.command_id, ordinal, one.fingerprint, fact)
        return range(begin, len(self.steps))

    def _do_due(self) -> None:
        for _ in range(DUE_STEPS_MAX):
            if self._due_at is None or self._due_at > self.at:
                return
            alarm = alarm_id(self._stream, self.version + len(self.steps) + 1)
            for ordinal, fact in enumerate(self._decider.due(self.state, self.at), start=1):
                self._take(alarm, -ordinal, NO_FINGERPRINT, fact)
        raise RuntimeError(f"due() of {self._decider.kind} does not move due_at")

    def _take(self, command_id: UUID, ordinal: int, fingerprint: bytes, fact: Fact) -> None:
        self.state = self._decider.evolve(self.state, fact, self.at)
        self._due_at = self._decider.due_at(self.state)
        self.steps.append(Step(command_id, ordinal, fingerprint, fact, self._due_at))
