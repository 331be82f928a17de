"""The table of what sellers tell those who won their lots: how to collect a lot, and how to pay.

Texts of the account, so a change counts for every lot of the seller, also for those sold before. Shown to the seller and to the
winner of one of his lots, to nobody else; erased with the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Connection, Pool

TEXT_CHARACTERS_MAX: Final = 2_000  # an address, opening hours and a bank account fit several times

_OF: Final = "SELECT user_id, collection_text, payment_text FROM public.selling WHERE user_id = ANY($1)"
# The share lock waits for an erasure in flight, so that nothing is written for somebody who has left.
_PUT: Final = """
INSERT INTO public.selling (user_id, collection_text, payment_text)
SELECT id, coalesce($2, ''), coalesce($3, '') FROM public.users WHERE id = $1 AND erased_at IS NULL FOR SHARE
ON CONFLICT (user_id) DO UPDATE SET
    collection_text = coalesce($2, selling.collection_text), payment_text = coalesce($3, selling.payment_text)
RETURNING collection_text, payment_text
"""
_FORGET: Final = "DELETE FROM public.selling WHERE user_id = $1"


@dataclass(frozen=True, slots=True)
class SellingTexts:
    """What a seller tells the winner; empty when he has written nothing."""

    collection_text: str = ""
    payment_text: str = ""


async def of_sellers(source: Pool | Connection, seller_ids: Sequence[int]) -> dict[int, SellingTexts]:
    """The texts of those sellers who have written some."""
    rows = await source.fetch(_OF, seller_ids)
    return {row["user_id"]: SellingTexts(row["collection_text"], row["payment_text"]) for row in rows}


async def of_seller(source: Pool | Connection, seller_id: int) -> SellingTexts:
    """The texts of one seller."""
    return (await of_sellers(source, [seller_id])).get(seller_id, SellingTexts())


async def write(source: Pool | Connection, seller_id: int, collection_text: str | None, payment_text: str | None) -> SellingTexts:
    """Change one's own texts; None stays as it is.

    Raises:
        RefusedError: unknown_user for somebody who was erased meanwhile.
    """
    row = await source.fetchrow(_PUT, seller_id, collection_text, payment_text)
    if row is None:
        raise RefusedError("unknown_user")
    return SellingTexts(row["collection_text"], row["payment_text"])


async def forget(connection: Connection, seller_id: int) -> None:
    """Erase what somebody wrote, when he leaves."""
    await connection.execute(_FORGET, seller_id)
