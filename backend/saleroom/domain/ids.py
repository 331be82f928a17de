"""How the numbers people see (lot 7) and the keys of the log (stream ids) belong together.

A stream id is one bigint: the kind in the upper bits, the number in the lower forty. It fits a JavaScript number, sorts
by kind, and says without a look-up what it is.
"""

from typing import Final
from uuid import UUID, uuid5

NUMBER_BITS: Final = 40
NUMBER_MAX: Final = (1 << NUMBER_BITS) - 1

KINDS: Final = {"auctions": 1, "ticket_sales": 2, "seat_maps": 3, "chat": 4, "accounts": 5, "help_desk": 6}
_NAMES: Final = {code: kind for kind, code in KINDS.items()}


def stream_id(kind: str, number: int) -> int:
    """The key of a stream in the log.

    Raises:
        ValueError: the number is not in 1..NUMBER_MAX.
    """
    if not 1 <= number <= NUMBER_MAX:
        raise ValueError(f"{kind} {number} is not a number of this house")
    return (KINDS[kind] << NUMBER_BITS) + number


def number_of(stream: int) -> int:
    """The number people see, such as 7 in `/lots/7`."""
    return stream & NUMBER_MAX


def kind_of(stream: int) -> str:
    """The noun that a stream belongs to."""
    return _NAMES[stream >> NUMBER_BITS]


ITEMS: Final = 1_000_000
ITEM_MAX: Final = ITEMS - 1  # orders, tickets, requests or refunds of one sale


def item_id(number: int, item: int) -> int:
    """What people see of the `item`th order, ticket, request or refund of a sale: order 1 of sale 7 is 7000001.

    Raises:
        ValueError: the item is not in 1..ITEM_MAX.
    """
    if not 1 <= item <= ITEM_MAX:
        raise ValueError(f"{item} is not an item of a sale")
    return number * ITEMS + item


def item_parts(item: int) -> tuple[int, int]:
    """The sale's number and the number inside it; what is no item of any sale has a 0 in it."""
    return divmod(item, ITEMS)


HELP_DESK: Final = stream_id("help_desk", 1)  # the one help desk of the house

_ALARM_NAMESPACE: Final = UUID("5f1d9f0e-6f0b-5c55-9d67-2b1a2f1f5a11")


def alarm_id(stream: int, version: int) -> UUID:
    """The command id of a timed fact: the same whoever's clock brings it about."""
    return uuid5(_ALARM_NAMESPACE, f"{stream}/{version}")
