"""Bids and frames are limited by token buckets: so many at once after a rest, then so many a second, in bounded memory."""

import pytest

from saleroom.accounts.limits import BIDS, FRAMES, Buckets, Rate
from saleroom.domain.decider import RefusedError


class Seconds:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("rate", [BIDS, FRAMES])
def test_the_burst_passes_at_once_and_then_the_rate(rate: Rate) -> None:
    clock = Seconds()
    buckets = Buckets(rate, clock)
    assert [buckets.seconds_to_wait(1) for _ in range(rate.burst)] == [0.0] * rate.burst
    assert buckets.seconds_to_wait(1) == pytest.approx(1 / rate.per_second)
    clock.now += 1
    passed = sum(buckets.seconds_to_wait(1) == 0 for _ in range(rate.burst))
    assert passed == rate.per_second


def test_one_key_never_takes_from_another() -> None:
    buckets = Buckets(Rate(1, 1), Seconds())
    assert (buckets.seconds_to_wait("a"), buckets.seconds_to_wait("b")) == (0.0, 0.0)
    assert buckets.seconds_to_wait("a") > 0


def test_a_refusal_says_after_how_many_seconds_to_come_again_and_coming_then_works() -> None:
    clock = Seconds()
    buckets = Buckets(Rate(0.25, 1), clock)
    buckets.take("a")
    with pytest.raises(RefusedError) as refused:
        buckets.take("a")
    assert (refused.value.refused.code, refused.value.refused.facts) == ("rate_limited", {"retry_after_seconds": 4})
    clock.now += 4
    buckets.take("a")


def test_the_memory_is_bounded_and_forgets_who_knocked_longest_ago() -> None:
    buckets = Buckets(Rate(1, 1), Seconds(), buckets_max=3)
    for key in ("a", "b", "c", "a", "d"):  # a knocked again, so b is the oldest
        buckets.seconds_to_wait(key)
    assert len(buckets) == 3
    assert buckets.seconds_to_wait("a") > 0
    assert buckets.seconds_to_wait("b") == 0
    buckets.forget("b")
    assert len(buckets) == 2
