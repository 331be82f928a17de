"""What people may ask of a seat map. Each carries the person who asks, taken from the session, never from the message."""


from saleroom.domain.seating.shape import Hall
from saleroom.domain.values import value


@value
class DrawSeatMap:
    """Keep a new hall."""

    owner_id: int
    hall: Hall


@value
class RedrawSeatMap:
    """Replace the hall. Sales that were made of it keep their own copy."""

    by: int
    is_admin: bool
    hall: Hall


@value
class RemoveSeatMap:
    """Offer the hall no longer."""

    by: int
    is_admin: bool


Command = DrawSeatMap | RedrawSeatMap | RemoveSeatMap
