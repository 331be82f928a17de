"""What every noun of the house is made of: commands, facts, and the two pure functions between them.

`decide(state, command, at)` says which facts follow, or why none; `evolve(state, fact, at)` says what the world is after
one of them. A decider reads no clock: `at` is the database's time under the stream's lock, and is the time of the facts.
`due` gives the timed facts (a lot opens, a lot closes) that the clock itself brings about at `due_at`.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from typing import Any, Generic, TypeVar

from saleroom.domain.values import value

State = TypeVar("State")
Command = TypeVar("Command")
Fact = TypeVar("Fact")

Facts = Mapping[str, Any]


@value
class Refused:
    """The rules say no. Expected, answered with the code and the facts, and the same again for the same command id.

    `code` is one of the table in `api/problems.py`; `facts` are JSON values that explain it, such as the next minimum.
    """

    code: str
    facts: Facts = field(default_factory=dict)


class RefusedError(Exception):
    """A `Refused` on its way up through code that answers otherwise with a value."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.refused = Refused(code, facts)


@value
class Decider(Generic[State, Command, Fact]):
    """One noun's rules, handed as plain functions to `handle`.

    Attributes:
        kind: the noun, as in `log.stream.kind`.
        initial: the state of a stream without facts.
        decide: the facts that a command brings about at a time, or its refusal.
        evolve: the state after one fact that happened at a time. Total: every fact ever written fits every state. It may own
            the state that it is given, change it and return it: whoever folds keeps no older one, and drops a state whose facts
            may not stand in the log.
        due_at: when the clock will next bring something about, or None.
        due: the timed facts of a state whose `due_at` has come; at least one then.
        creates: whether a command may begin a new stream.
        summary: the small public state (JSON, under 1 kB) for the stream's head row.
        state_version: changes when the shape of a stored snapshot does.
    """

    kind: str
    initial: Callable[[], State]
    decide: Callable[[State, Command, datetime], list[Fact] | Refused]
    evolve: Callable[[State, Fact, datetime], State]
    due_at: Callable[[State], datetime | None]
    due: Callable[[State, datetime], list[Fact]]
    creates: Callable[[Command], bool]
    summary: Callable[[State], dict[str, Any]]
    state_version: int
