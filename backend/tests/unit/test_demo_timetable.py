"""Whoever comes, at whatever hour, finds lots that end soon, lots that last, and lots to look forward to; each listed once."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from saleroom.demo import catalogue, concerts
from saleroom.demo.catalogue import Catalogue
from saleroom.demo.evening import LEFT_SECONDS_MIN, Round, on_at, timetable
from saleroom.demo.gallery import MOTIFS
from tests.actors import REPOSITORY

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
HOURS = [MONDAY + timedelta(seconds=step * 61) for step in range(24 * 60)]


@pytest.fixture(scope="module")
def evening() -> Catalogue:
    return catalogue.read(REPOSITORY / "db" / "demo" / "evening.toml")


@pytest.fixture(scope="module")
def day(evening: Catalogue) -> list[tuple[datetime, list[Round]]]:
    """What is on at every minute of a day."""
    slots = timetable(evening)
    return [(now, list(on_at(slots, now))) for now in HOURS]


def test_the_catalogue_shows_every_painting_once_and_every_work_has_something_to_say(evening: Catalogue) -> None:
    assert Counter(work.motif for work in evening.works) == Counter(MOTIFS.keys())
    assert all(len(work.words.description) > 120 and work.words.author and work.words.lot_materials for work in evening.works)
    assert len({work.words.title for work in evening.works}) == len(evening.works) >= 12
    assert len({work.picture for work in evening.works}) == len(evening.works)


def test_at_every_hour_there_is_something_on_something_ends_soon_and_something_is_to_come(day: list[tuple[datetime, list[Round]]]) -> None:
    for now, rounds in day:
        is_open = [one for one in rounds if one.opens_at <= now]
        ends_soon = [one for one in is_open if timedelta(seconds=LEFT_SECONDS_MIN) <= one.closes_at - now <= timedelta(minutes=10)]
        assert len(is_open) >= 6 and len(ends_soon) >= 2 and len(rounds) - len(is_open) >= 3
        assert 9 <= len(rounds) <= 14


def test_no_work_is_on_twice_at_once(day: list[tuple[datetime, list[Round]]]) -> None:
    for now, rounds in day:
        motifs = Counter(one.work.motif for one in rounds)
        assert max(motifs.values()) == 1, (now, motifs)


def test_a_lot_has_one_command_whoever_lists_it_and_whenever(day: list[tuple[datetime, list[Round]]]) -> None:
    told: dict[object, object] = {}
    for one in {one for _, rounds in day for one in rounds}:  # told apart by all they are, so that the same one need not list itself anew
        command = one.command(7)
        assert told.setdefault(one.command_id, command) == command
    assert len(told) == len({str(command) for command in told.values()}) > 90


def test_no_lot_is_listed_that_would_be_over_at_once(day: list[tuple[datetime, list[Round]]]) -> None:
    for now, rounds in day:
        assert all(one.closes_at - now >= timedelta(seconds=LEFT_SECONDS_MIN) for one in rounds)


def test_after_the_bidders_with_names_come_numbered_guests(evening: Catalogue) -> None:
    crowd = evening.crowd(50)
    assert crowd[:6] == evening.bidders and len({one.username for one in crowd}) == 50
    assert evening.crowd(2) == evening.bidders[:2] and evening.crowd(0) == ()


def test_a_concert_that_is_put_on_sale_at_each_start_is_played_on_another_evening_each_time() -> None:
    soon = next(one for one in concerts.read(REPOSITORY / "db" / "demo" / "concerts.toml").concerts if one.opens_soon)
    evenings = [concerts.hours(soon, 0, MONDAY, earlier)[2] for earlier in range(3)]
    assert [later - evenings[0] for later in evenings] == [timedelta(days=days) for days in range(3)]
    assert evenings[0] - MONDAY > timedelta(days=3)
