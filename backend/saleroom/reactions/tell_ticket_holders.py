"""When an event is moved, everybody who holds a ticket of it is written to.

The edit writes one row, not a letter a holder: a large house would keep its sale locked for seconds. The round is made here,
some hundred letters at a time, each named by the edit and the person, so that a round which was cut short goes on without
telling anybody twice. Whether anything was moved is told by the log: the terms before the edit stand there.
"""

from typing import Any, Final

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales.events import SaleCreated, SaleEdited
from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.outbox import Leased, OutboxRow, put_all
from saleroom.eventlog.pool import Pool
from saleroom.projections import tickets

LETTERS_AT_ONCE: Final = 500


class TellTicketHolders:
    """Makes rounds of letters; called by `Errands`.

    Args:
        pool: the log and the tickets.
        codec: of ticket sales.
    """

    def __init__(self, pool: Pool, codec: Codec) -> None:
        self._pool, self._codec = pool, codec

    async def __call__(self, row: Leased) -> str:
        """One round; how many were written to."""
        if not await self._was_moved(row.stream_id, row.version):
            return "neither time nor place was changed"
        sale, after, count = number_of(row.stream_id), 0, 0
        while people := await tickets.holders(self._pool, sale, after, LETTERS_AT_ONCE):
            letters = [
                OutboxRow(f"event_moved.{row.version}.{person}", 0, "event_moved", {**row.payload, "user_id": person}) for person in people
            ]
            await put_all(self._pool, row.stream_id, row.version, letters)
            after, count = people[-1], count + len(people)
        return f"{count} holders are written to"

    async def _was_moved(self, stream: int, version: int) -> bool:
        edited = await self._newest(stream, SaleEdited, version + 1)
        earlier = await self._newest(stream, SaleEdited, version) or await self._newest(stream, SaleCreated, version)
        return edited is None or earlier is None or _time_and_place(edited) != _time_and_place(earlier)

    async def _newest(self, stream: int, fact: type, before: int) -> Any:
        found = await log.newest_of_type(self._pool, stream, self._codec, fact, before=before, limit=1)
        return found[0].fact if found else None


def _time_and_place(fact: SaleCreated | SaleEdited) -> tuple[Any, ...]:
    return fact.words.location, fact.terms.doors_open_at, fact.terms.starts_at, fact.terms.ends_at
