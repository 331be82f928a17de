"""What can wait waits while people press fast: in the worker that is pressed, and in the others that share its cores."""

from typing import Any

import pytest

from saleroom.eventlog.rush import RUSH_FACTS, RUSH_SECONDS, TELL_SECONDS, TOPIC, Rush
from saleroom.eventlog.subscription import Published


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def commit(facts: int) -> Published:
    recorded: Any = (None,) * facts
    return Published(1, recorded, facts, {}, None)


def test_a_house_that_starts_has_no_rush(clock: Clock) -> None:
    assert not Rush(lambda topic, message: None, clock).is_on()


def test_a_commit_of_many_facts_is_a_rush_for_a_second(clock: Clock) -> None:
    rush = Rush(lambda topic, message: None, clock)
    rush.committed(commit(RUSH_FACTS - 1))
    assert not rush.is_on()
    rush.committed(commit(RUSH_FACTS))
    clock.now += RUSH_SECONDS - 0.01
    assert rush.is_on()
    clock.now += 0.02
    assert not rush.is_on()


def test_the_other_workers_are_told_a_few_times_a_second(clock: Clock) -> None:
    other = Rush(lambda topic, message: None, clock)
    told: list[str] = []

    def tell(topic: str, message: dict[str, Any]) -> None:
        told.append(topic)
        other.heard(message)

    rush = Rush(tell, clock)
    for _ in range(10):
        rush.committed(commit(RUSH_FACTS))
    assert told == [TOPIC]
    assert other.is_on()
    clock.now += TELL_SECONDS
    rush.committed(commit(RUSH_FACTS))
    assert told == [TOPIC, TOPIC]
