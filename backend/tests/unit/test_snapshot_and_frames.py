"""A snapshot with the frames that follow is the newer snapshot: on every evening, cut wherever one likes.

The same evenings are written down for the pages' own stores (SALEROOM_WRITE_GOLDEN=1), and must be current.
"""

import asyncio
import json
import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from saleroom.domain.auctions import commands as c
from saleroom.domain.auctions import events as e
from saleroom.domain.auctions.decider import LOT
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.subscription import Published
from saleroom.realtime.lot_rooms import BIDS_SHOWN, LotRoom
from saleroom.realtime.members import Member
from tests.given import STREAM, at
from tests.unit.evenings import ADMIN, SELLER, Evening, Held, evenings, hold

GOLDEN = Path(__file__).resolve().parents[3] / "frontend/src/features/auctions/golden"
STATE = ("is_active", "current_price", "owner_id", "start_time", "end_time", "next_min", "bid_count", "reserve", "status")
Frames = list[dict[str, Any]]


@dataclass
class Clock:
    """Stands still unless told."""

    now: datetime = field(default_factory=lambda: at(0))

    def __call__(self) -> datetime:
        return self.now


class Ear(Member):
    """A socket that keeps what it is sent."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.frames: Frames = []

    def send(self, text: str) -> None:
        self.frames.append(json.loads(text))


def told(held: Held, after: int, to: int) -> Published:
    """What one look at the log tells: the facts after one version up to another, and the head's state."""
    state = held.states[to - 1]
    return Published(STREAM, tuple(held.recorded[after:to]), to, LOT.summary(state), LOT.due_at(state))


def newest_bids(held: Held, version: int) -> list[Recorded]:
    return [one for one in held.recorded[:version] if isinstance(one.fact, e.BidPlaced)][: -BIDS_SHOWN - 1 : -1]


def room_at(held: Held, version: int, clock: Clock) -> LotRoom:
    async def bids(version: int) -> list[Recorded]:
        return newest_bids(held, version)

    return LotRoom(STREAM, told(held, 0, version), clock, newest_bids(held, version), bids)


def joined(room: LotRoom, clock: Clock, after: int | str | None = None) -> Ear:
    ear = Ear(clock)
    room.join(ear, 1, after)
    return ear


def lived(held: Held, cut: int) -> dict[str, Frames]:
    """The snapshot at a cut, the frames of everything after it, and the snapshot of the end."""
    clock = Clock()
    room = room_at(held, cut, clock)
    ear = joined(room, clock)
    snapshot, ear.frames = ear.frames, []
    for version in range(cut, len(held.recorded)):
        clock.now += timedelta(seconds=1)
        room.publish(told(held, version, version + 1))
    newer = joined(room_at(held, len(held.recorded), clock), clock)
    return {"snapshot": snapshot, "frames": ear.frames, "newer": newer.frames}


def resumed(held: Held, cut: int) -> dict[str, Frames]:
    """The same, for one who lost the connection at the cut and came back at the end."""
    clock = Clock()
    room = room_at(held, len(held.recorded), clock)
    snapshot = joined(room_at(held, cut, clock), clock).frames
    return {"snapshot": snapshot, "frames": joined(room, clock, cut).frames, "newer": joined(room, clock).frames}


def folded(frames: Frames) -> dict[str, Any]:
    """A client as PROTOCOL describes it: events count once and in order, states replace what is not newer."""
    known: dict[str, Any] = {"seq": 0, "bids": []}
    for frame in frames:
        kind = frame["type"]
        if kind == "LOT_STATUS" and frame["seq"] >= known["seq"]:
            known |= {name: frame[name] for name in (*STATE, "seq")}
        elif kind == "BID_HISTORY" and frame["seq"] >= known["seq"]:
            known |= {"bids": frame["bids"], "seq": frame["seq"]}
        elif kind == "NEW_BID":
            assert frame["seq"] > known["seq"]
            known |= {name: frame[name] for name in ("end_time", "next_min", "bid_count", "seq")}
            known |= {"current_price": frame["bid"]["amount"], "owner_id": frame["bid"]["user_id"]}
            known["bids"] = [frame["bid"], *known["bids"]][:BIDS_SHOWN]
        elif kind in ("AUCTION_STATUS", "AUCTION_ENDED"):
            assert frame["seq"] > known["seq"]
            known |= {"is_active": frame.get("is_active", False), "seq": frame["seq"]}
    return known


@given(evenings)
def test_a_snapshot_and_the_frames_after_it_are_the_newer_snapshot_cut_at_every_seq(evening: Evening) -> None:
    held = hold(evening)
    for cut in range(1, len(held.recorded) + 1):
        for seen in (lived(held, cut), resumed(held, cut)):
            assert folded(seen["snapshot"] + seen["frames"]) == folded(seen["newer"])


@given(evenings)
def test_facts_told_in_one_look_leave_the_same_figures_as_one_by_one(evening: Evening) -> None:
    held, clock = hold(evening), Clock()
    head = len(held.recorded)
    for cut in range(1, head):
        room = room_at(held, cut, clock)
        ear = joined(room, clock)
        room.publish(told(held, cut, head))
        room._flush()
        figures, fresh = folded(ear.frames), folded(joined(room, clock).frames)
        assert {name: figures[name] for name in STATE} == {name: fresh[name] for name in STATE}


A_BUSY_EVENING: Evening = (
    c.LotTerms(10_00, at(20), at(200), at(260), "ebay-us", 60),
    [
        (1, c.EditLot(SELLER, c.LotWords("Two pears"), c.LotTerms(12_00, at(30), at(200), at(260), "flat:1", 60))), (4, c.StartLot(ADMIN)),
        *[(20, c.PlaceBid(2 + n % 3, 12_00 + 1_50 * n)) for n in range(11)], (50, c.PlaceBid(2, 99_00)),
    ],
)
EVENINGS: dict[str, Evening] = {
    "a-busy-evening": A_BUSY_EVENING,
    "finished-by-an-administrator": (c.LotTerms(1_00, None, at(900), None, "flat:0.01", 0), [
        (5, c.PlaceBid(2, 1_00)), (5, c.PlaceBid(3, 1_01)), (5, c.FinishLot(ADMIN, "the hall burns")),
    ]),
    "cancelled": (c.LotTerms(1_00, None, at(900)), [(5, c.PlaceBid(2, 1_00)), (5, c.CancelLot(ADMIN, True, "a forgery"))]),
    "unsold": (c.LotTerms(1_00, None, at(100)), [(150, c.PlaceBid(2, 5_00))]),
}


async def storm() -> dict[str, Frames]:
    """Thirty bids in one instant: twenty are told, then the newest of the rest; the page asks for the history."""
    bids: list[tuple[int, c.Command]] = [(0, c.PlaceBid(2 + n % 2, 1_00 + n)) for n in range(30)]
    held, clock = hold((c.LotTerms(1_00, None, at(900), None, "flat:0.01", 0), bids)), Clock()
    room = room_at(held, 2, clock)
    ear = joined(room, clock)
    snapshot, ear.frames = ear.frames, []
    for version in range(2, len(held.recorded)):
        room.publish(told(held, version, version + 1))
    async with asyncio.timeout(5):
        while "skipped" not in ear.frames[-1]:
            await asyncio.sleep(0.001)
    ear.send(room.bid_history())
    return {"snapshot": snapshot, "frames": ear.frames, "newer": joined(room, clock).frames}


async def test_a_storm_is_told_by_its_newest_bid_and_how_many_were_left_out() -> None:
    frames = (await storm())["frames"]
    assert [frame["seq"] for frame in frames[:20]] == list(range(3, 23))
    assert (frames[20]["seq"], frames[20]["skipped"], frames[21]["type"], len(frames)) == (32, 9, "BID_HISTORY", 22)


def test_who_joins_while_bids_wait_is_told_of_fewer_that_were_left_out() -> None:
    async def late() -> tuple[Frames, Frames]:
        bids: list[tuple[int, c.Command]] = [(0, c.PlaceBid(2 + n % 2, 1_00 + n)) for n in range(30)]
        held, clock = hold((c.LotTerms(1_00, None, at(900), None, "flat:0.01", 0), bids)), Clock()
        room = room_at(held, 2, clock)
        first = joined(room, clock)
        for version in range(2, 27):
            room.publish(told(held, version, version + 1))
        second = joined(room, clock)
        for version in range(27, 32):
            room.publish(told(held, version, version + 1))
        room._flush()
        return first.frames, second.frames

    first, second = asyncio.run(late())
    assert (first[-1]["seq"], first[-1]["skipped"]) == (32, 9)
    assert (second[1]["seq"], second[-1]["seq"], second[-1]["skipped"]) == (27, 32, 4)


async def golden() -> dict[str, list[dict[str, Frames]]]:
    written = {}
    for name, evening in EVENINGS.items():
        held = hold(evening)
        cuts = range(1, len(held.recorded) + 1)
        written[f"{name}.json"] = [*(lived(held, cut) for cut in cuts), *(resumed(held, cut) for cut in cuts)]
    return {**written, "a-storm.json": [await storm()]}


async def test_the_pages_are_tested_with_the_frames_of_today() -> None:
    written = await golden()
    for name, content in written.items():
        file = GOLDEN / name
        if os.environ.get("SALEROOM_WRITE_GOLDEN"):
            file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
        assert file.exists(), f"{name} is missing: run this test with SALEROOM_WRITE_GOLDEN=1"
        if json.loads(file.read_text()) != content:
            pytest.fail(f"{name} is not current: run this test with SALEROOM_WRITE_GOLDEN=1")
