"""How many tickets of several types can be had together, where types share the places of a zone, or a quota.

Each of two types may have five left, and both together five as well. A ticket takes one of its zone and one of its quota, so the most
there are is the largest flow from zones through types to quotas; there are a few dozen of each at most.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Node = tuple[str, str | int]

_BEGIN: Final[Node] = ("begin", 0)
_END: Final[Node] = ("end", 0)


@dataclass(frozen=True, slots=True)
class Left:
    """So many of a type, in a zone and a quota or in none."""

    free: int
    zone: str | None = None
    quota: str | None = None


def together(types: Iterable[Left], zones: Mapping[str, int], quotas: Mapping[str, int]) -> int:
    """The most tickets of all these types.

    Args:
        zones, quotas: what is left of each that is shared; one that is not named here binds nobody.
    """
    room: defaultdict[Node, defaultdict[Node, int]] = defaultdict(lambda: defaultdict(int))
    for number, kind in enumerate(types):
        zone, has = _place("zone", kind.zone, zones) or (("zone of", number), kind.free)
        quota, may = _place("quota", kind.quota, quotas) or (("quota of", number), kind.free)
        room[zone][quota] += kind.free
        room[_BEGIN][zone], room[quota][_END] = has, may
    total = 0
    while way := _way(room):
        amount = min(room[start][stop] for start, stop in pairwise(way))
        for start, stop in pairwise(way):
            room[start][stop] -= amount
            room[stop][start] += amount
        total += amount
    return total


def _place(what: str, name: str | None, left: Mapping[str, int]) -> tuple[Node, int] | None:
    """The zone or quota that a type shares, and how many may pass there; None when none binds it."""
    return None if name is None or name not in left else ((what, name), max(0, left[name]))


def _way(room: Mapping[Node, Mapping[Node, int]]) -> list[Node]:
    """A shortest way with room on it from begin to end; empty when there is none."""
    came: dict[Node, Node] = {_BEGIN: _BEGIN}
    waiting = deque([_BEGIN])
    while waiting and _END not in came:
        here = waiting.popleft()
        for there, left in room[here].items():
            if left > 0 and there not in came:
                came[there] = here
                waiting.append(there)
    if _END not in came:
        return []
    way = [_END]
    while way[-1] != _BEGIN:
        way.append(came[way[-1]])
    return way[::-1]
