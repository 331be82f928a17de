"""Numbers for new streams: one a creation, the same again for a retry with the same command id."""

from typing import Final
from uuid import UUID

from saleroom.eventlog.pool import Connection, Pool

_CLAIM: Final = "SELECT log.claim_number($1, $2)"


async def claim_number(source: Pool | Connection, kind: str, command_id: UUID) -> int:
    """The number of the stream that this command creates, such as 7 for `/lots/7`."""
    number: int = await source.fetchval(_CLAIM, kind, command_id)
    return number
