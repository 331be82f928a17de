"""`saleroom rotate-ticket-key`: tickets are signed with a new key from now on, while every old one stays good."""

import time
from typing import Final

import typer

from saleroom.back_office.office import Office
from saleroom.eventlog.pool import Pool
from saleroom.tickets.keys import FOLLOW_SECONDS, KeyRing

NOT_OURS: Final = (
    "saleroom: the current key was stored under another secret. Set SALEROOM_SECRET to the one that the workers have; nothing was changed."
)


def rotate(office: Office) -> None:
    """Raises: SystemExit when the current key was stored under another secret."""
    before, after = office.run(lambda pool: _rotate(office, pool))
    told = f"; key {before} signs no more, and its tickets stay good" if before else ""
    typer.echo(f"tickets are signed with key {after}{told}. Workers follow within {FOLLOW_SECONDS:.0f} s.")


async def _rotate(office: Office, pool: Pool) -> tuple[int | None, int]:
    """The numbers of the key that signed until now, if there was one, and of the one that signs from now on.

    Raises:
        SystemExit: the key cannot be read with this secret, so what we make could not be read by the workers either.
    """
    ring = KeyRing(pool, office.secret, time.monotonic)
    await ring.look()
    before = next((key.id for key in ring.public_keys() if key.retired_at is None), None)
    if before is not None and ring.signs_with != before:
        raise SystemExit(NOT_OURS)
    await ring.rotate()
    assert ring.signs_with is not None
    return before, ring.signs_with
