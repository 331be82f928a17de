"""Writes a read table of a sale anew from the log, in place and beside the workers, so that in the end it is what a fresh one would be.

A sale is folded in memory without its lock; then its rows are replaced a page at a time, each page under the lock and after what was
appended meanwhile. So every row is true when it is written, and what comes later is projected over a true row. A row that the facts
know nothing of is gone afterwards.
"""

from collections.abc import Callable, Iterable
from typing import Final, Protocol

from saleroom.domain.ids import kind_of, number_of
from saleroom.eventlog import audit, log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool

KIND: Final = "ticket_sales"
PAGE: Final = 1_000  # rows replaced while a sale is locked: some 30 ms, like a full batch


class Book(Protocol):
    """The rows of one sale, folded in memory; they are numbered from 1."""

    def take(self, recorded: Iterable[Recorded]) -> None:
        """Take facts in, in order; facts of other kinds are passed over."""

    @property
    def newest(self) -> int:
        """The number of the newest row; 0: there is none."""

    async def replace(self, connection: Connection, sale: int, first: int, last: int) -> None:
        """Write the rows of these numbers as the facts say, and take away what else stands there."""

    async def finish(self, connection: Connection, sale: int) -> None:
        """Take away rows beyond the newest, and write what is not numbered."""


async def rewrite(pool: Pool, codec: Codec, new_book: Callable[[], Book]) -> None:
    """Every sale, one after the other."""
    async for stream in audit.streams(pool):
        if kind_of(stream) == KIND:
            await _rewrite(pool, codec, stream, new_book())


async def _rewrite(pool: Pool, codec: Codec, stream: int, book: Book) -> None:
    sale, version, written = number_of(stream), 0, 0
    while True:
        while page := await log.read(pool, stream, codec, after=version):
            book.take(page)
            version = page[-1].version
        async with pool.acquire() as connection, connection.transaction():
            locked = await log.lock(connection, stream, codec, kind=KIND, known=version, commands=[], creates=False)
            if locked is None:
                return
            if locked.tail is None:
                continue
            book.take(locked.tail)
            version = locked.version
            await book.replace(connection, sale, written + 1, written + PAGE)
            written += PAGE
            if written >= book.newest:
                await book.finish(connection, sale)
                return
