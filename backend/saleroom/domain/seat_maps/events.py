"""The facts of a seat map. Once written they are never changed; `TYPES` holds their numbers and schema versions."""


from saleroom.domain.seating.shape import Hall
from saleroom.domain.values import value


@value
class SeatMapDrawn:
    """A hall was kept."""

    owner_id: int
    hall: Hall


@value
class SeatMapRedrawn:
    """The hall is another one from now on."""

    by: int
    hall: Hall


@value
class SeatMapRemoved:
    """The hall is offered no longer."""

    by: int


Fact = SeatMapDrawn | SeatMapRedrawn | SeatMapRemoved

TYPES: dict[type, tuple[int, int]] = {SeatMapDrawn: (40, 1), SeatMapRedrawn: (41, 1), SeatMapRemoved: (42, 1)}
