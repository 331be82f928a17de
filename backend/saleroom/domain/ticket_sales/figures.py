"""The figures of a sale: the small public state of its head row, which the catalogue, the detail page and live frames are made of."""

from base64 import b64encode
from typing import Any

from saleroom.domain.ticket_sales.sale import HELD, PENDING, SOLD, Sale, TypeOnSale


def summary(sale: Sale) -> dict[str, Any]:
    """Status, times, what each type has left, money and queue; under 1 kB, a third of a byte a seat, and why it was called off.

    `types` are [id, size, sold, pending, held, free, inside]: free is what a newcomer can have, by every quota of the type; `names`
    are theirs, in the same order. `edited` is the version of the last change of words or terms, or of its being called off (0: none).
    `seats` are two bits a seat (see `SeatBook`), in the hall's canonical order, as base64; null without a hall.
    """
    terms, queue = sale.terms, sale.queue
    return {
        "status": sale.status,
        "sale_starts_at": terms.sale_starts_at.isoformat() if terms.sale_starts_at else None,
        "starts_at": terms.starts_at.isoformat(),
        "ends_at": terms.ends_at.isoformat() if terms.ends_at else None,
        "types": [_figures(number, kind) for number, kind in sale.types.items()],
        "names": [kind.terms.name for kind in sale.types.values()],
        "takings": sale.takings_minor,
        "orders": sale.bought,
        "edited": sale.edited,
        "called_off_for": sale.called_off_for,
        "queue": {
            "paused": queue.is_paused, "waiting": queue.waiting, "vip": len(queue.lanes["vip"]), "regular": len(queue.lanes["regular"]),
            "passed": queue.passed,
        },
        "seats": b64encode(sale.seats.packed).decode() if sale.plan else None,
    }


def _figures(number: int, kind: TypeOnSale) -> list[int]:
    counts = kind.own.counts
    return [number, kind.own.size, counts[SOLD], counts[PENDING], counts[HELD], kind.left, kind.inside]
