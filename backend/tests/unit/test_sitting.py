"""What is due is done first, for every noun: shown with a decider that only counts, and rings every ten seconds."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from saleroom.domain.decider import Decider, Refused
from saleroom.domain.ids import alarm_id
from saleroom.domain.sitting import NO_FINGERPRINT, Sitting
from tests.given import STREAM, Asked, at


@dataclass(frozen=True)
class Bell:
    """Rings at `next_at`; `heard` is everything that happened, in order."""

    next_at: datetime | None = None
    heard: tuple[str, ...] = ()


def evolve(bell: Bell, fact: str, moment: datetime) -> Bell:
    rung = bell.next_at + timedelta(seconds=10) if fact == "ring" and bell.next_at else bell.next_at
    return replace(bell, heard=(*bell.heard, fact), next_at=rung)


def decide(bell: Bell, command: str, moment: datetime) -> list[str] | Refused:
    if command == "no":
        return Refused("not_open")
    if command == "break":
        raise ZeroDivisionError("a bug")
    return [command, command] if command == "twice" else [command] * (command != "nothing")


BELL: Decider[Bell, str, str] = Decider(
    kind="auctions", initial=Bell, decide=decide, evolve=evolve, due_at=lambda bell: bell.next_at, due=lambda bell, moment: ["ring"],
    creates=lambda command: False, summary=lambda bell: {}, state_version=1,
)


def asked(*commands: str) -> list[Asked]:
    return [Asked(command, UUID(int=n)) for n, command in enumerate(commands, start=1)]


def sit(*commands: str, second: float = 0, next_at: float | None = None) -> Sitting[Any, Any, Any]:
    sitting = Sitting(BELL, STREAM, Bell(at(next_at) if next_at is not None else None), 5, at(second))
    sitting.hear(asked(*commands))
    return sitting


def test_everything_that_is_due_is_done_before_the_first_command_and_without_any() -> None:
    assert sit("a", second=25, next_at=5).state.heard == ("ring", "ring", "ring", "a")
    assert sit(second=5, next_at=5).state.heard == ("ring",)
    assert sit("a", second=4.999, next_at=5).state.heard == ("a",)


def test_the_clocks_facts_carry_the_clocks_ids_on_places_no_command_has() -> None:
    sitting = sit("twice", second=16, next_at=5)
    assert [(step.command_id, step.ordinal) for step in sitting.steps] == [
        (alarm_id(STREAM, 6), -1), (alarm_id(STREAM, 7), -1), (UUID(int=1), 0), (UUID(int=1), 1),
    ]
    assert sitting.steps[0].fingerprint == NO_FINGERPRINT
    assert [step.due_at for step in sitting.steps] == [at(15), at(25), at(25), at(25)]


def test_an_id_heard_twice_is_decided_once_and_a_refusal_is_kept() -> None:
    sitting = Sitting(BELL, STREAM, Bell(), 5, at(0))
    sitting.hear([*asked("a", "no"), *asked("a", "no")])
    assert sitting.state.heard == ("a",)
    assert [refused.code for _, refused in sitting.refusals] == ["not_open"]


def test_a_decider_that_breaks_on_one_command_refuses_nobody_else() -> None:
    sitting = sit("a", "break", "nothing", "b")
    assert sitting.state.heard == ("a", "b")
    results = [sitting.results[UUID(int=n)][1] for n in range(1, 5)]
    assert isinstance(results[1], ZeroDivisionError)
    assert (results[0], results[2], results[3]) == (range(1), range(1, 1), range(1, 2))


def test_a_clock_that_never_moves_on_is_a_bug_and_not_an_endless_loop() -> None:
    stuck = replace(BELL, evolve=lambda bell, fact, moment: bell)
    with pytest.raises(RuntimeError, match="does not move due_at"):
        Sitting(stuck, STREAM, Bell(at(0)), 5, at(1)).hear([])
