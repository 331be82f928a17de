"""A hall worked out for questions: every seat by its index, which seats are neighbours, and how far each is from the focal point.

Seats are neighbours within a block: an aisle ends one, and so does the row. Distances are whole millionths of a seat width, so that
every machine agrees on a tie.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from saleroom.domain.seating.shape import Hall, Seat

FREE: Final = 0  # of a seat's state; anything else is taken


@dataclass(slots=True)
class Plan:
    """A hall by index; two plans are equal if their halls are.

    Attributes:
        seats: in canonical order.
        index: seat id to its place in that order.
        rows: the indexes of each row, in canonical order.
        names: the section and row name of each seat's row, in the order of `rows`.
        is_first: 1 where a seat begins a block, and behind the last seat.
        section: the number of each seat's section.
        row: the number of each seat's row.
        capacity: places by zone: its seats, or how many may stand.
    """

    hall: Hall
    seats: tuple[Seat, ...] = field(init=False, compare=False)
    index: dict[str, int] = field(init=False, compare=False)
    rows: tuple[range, ...] = field(init=False, compare=False)
    is_first: bytes = field(init=False, compare=False)
    section: tuple[int, ...] = field(init=False, compare=False)
    row: tuple[int, ...] = field(init=False, compare=False)
    capacity: dict[str, int] = field(init=False, compare=False)
    _nearness: tuple[int, ...] = field(init=False, compare=False)  # of the first n seats together
    _windows: dict[tuple[str, int, bool], tuple[int, ...]] = field(init=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        seats: list[Seat] = []
        rows: list[range] = []
        section: list[int] = []
        for number, part in enumerate(self.hall.sections):
            for row in part.rows:
                rows.append(range(len(seats), len(seats) + len(row.seats)))
                seats.extend(row.seats)
                section.extend([number] * len(row.seats))
        self.seats, self.rows, self.section = tuple(seats), tuple(rows), tuple(section)
        self.row = tuple(number for number, row in enumerate(rows) for _ in row)
        self.index = {seat.id: index for index, seat in enumerate(seats)}
        starts = {row.start for row in rows} | {index + 1 for index, seat in enumerate(seats) if seat.aisle_after} | {len(seats)}
        self.is_first = bytes(index in starts for index in range(len(seats) + 1))
        self.capacity = {area.zone: 0 for area in self.hall.standing}
        for area in self.hall.standing:
            self.capacity[area.zone] += area.capacity
        focal, sums = self.hall.focal, [0]
        for seat in seats:
            self.capacity[seat.zone] = self.capacity.get(seat.zone, 0) + 1
            sums.append(sums[-1] + round(math.sqrt((seat.x - focal.x) ** 2 + (seat.y - focal.y) ** 2) * 1_000_000))
        self._nearness = tuple(sums)

    def is_seated(self, zone: str) -> bool:
        """Whether the places of a zone are seats."""
        return all(area.zone != zone for area in self.hall.standing)

    def cost(self, start: int, stop: int) -> int:
        """The sum of the distances of these seats to the focal point."""
        return self._nearness[stop] - self._nearness[start]

    def stretches(self, zone: str, is_accessible: bool) -> Iterator[range]:
        """The longest stretches of neighbours of one zone; accessible and companion seats only if they are asked for."""
        start = None
        for index, seat in enumerate(self.seats):
            fits = seat.zone == zone and (is_accessible or seat.kind == "standard")
            if start is not None and (not fits or self.is_first[index]):
                yield range(start, index)
                start = None
            if fits and start is None:
                start = index
        if start is not None:
            yield range(start, len(self.seats))

    def windows(self, zone: str, count: int, is_accessible: bool) -> tuple[int, ...]:
        """Where `count` neighbours of a zone can begin: the nearest to the focal point first, then by row and seat."""
        key = zone, count, is_accessible
        known = self._windows.get(key)
        if known is None:
            starts = [index for part in self.stretches(zone, is_accessible) for index in range(part.start, part.stop - count + 1)]
            known = self._windows[key] = tuple(sorted(starts, key=lambda start: (self.cost(start, start + count), start)))
        return known
