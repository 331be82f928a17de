"""Writes a read table anew from the log, in place and beside the workers, so that in the end it is what a fresh one would be.

Of tables with many rows a stream (`rewrite`) a stream is folded in memory without its lock; then its rows are replaced a page at a
time, each page under the lock and after what was appended meanwhile. Where few facts make one row (`rewrite_rows`), it is made under
the lock. So every row is true when it is written, and what comes later is projected over a true row. A row that the facts know
nothing of is gone afterwards.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Final, Protocol

from saleroom.domain.ids import KINDS, NUMBER_BITS, kind_of, number_of
from saleroom.eventlog import audit, log
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool

KIND: Final = "ticket_sales"
PAGE: Final = 1_000  # rows replaced while a stream is locked: some 30 ms, like a full batch
VERSION_MAX: Final = 2**63 - 1

_DROP_STRAY: Final = """
DELETE FROM public.{table} t
 WHERE NOT EXISTS (SELECT FROM log.stream s WHERE s.kind = $1 AND s.version > 0 AND s.stream_id - $2 = t.{key})
"""
_LET_LOOSE: Final = "UPDATE public.{table} SET stream_id = -id WHERE stream_id - $1 <> id"


class Book(Protocol):
    """The rows of one stream, folded in memory; they are numbered from 1."""

    def take(self, recorded: Iterable[Recorded]) -> None:
        """Take facts in, in order; facts of other kinds are passed over."""

    @property
    def newest(self) -> int:
        """The number of the newest row; 0: there is none."""

    async def replace(self, connection: Connection, number: int, first: int, last: int, /) -> None:
        """Write the rows of these numbers as the facts say, and take away what else stands there; `number` is the stream's."""

    async def finish(self, connection: Connection, number: int, /) -> None:
        """Take away rows beyond the newest, and write what is not numbered."""


async def rewrite(pool: Pool, codec: Codec, new_book: Callable[[], Book], tables: Mapping[str, str], kind: str = KIND) -> None:
    """Every stream of a kind, one after the other, once the rows that are of no stream are gone.

    Args:
        tables: each with the column in which the stream's number stands.
    """
    async with pool.acquire() as connection:
        for table, key in tables.items():
            await drop_stray(connection, kind, table, key)
    async for stream in audit.streams(pool):
        if kind_of(stream) == kind:
            await _rewrite(pool, codec, stream, new_book())


async def _rewrite(pool: Pool, codec: Codec, stream: int, book: Book) -> None:
    number, version, written = number_of(stream), 0, 0
    while True:
        while page := await log.read(pool, stream, codec, after=version):
            book.take(page)
            version = page[-1].version
        async with pool.acquire() as connection, connection.transaction():
            locked = await log.lock(connection, stream, codec, kind=kind_of(stream), known=version, commands=[], creates=False)
            if locked is None:
                return
            if locked.tail is None:
                continue
            book.take(locked.tail)
            version = locked.version
            await book.replace(connection, number, written + 1, written + PAGE)
            written += PAGE
            if written >= book.newest:
                await book.finish(connection, number)
                return


Write = Callable[[Connection, int, Sequence[Recorded]], Awaitable[None]]


async def rewrite_rows(pool: Pool, codec: Codec, kind: str, table: str, facts: Iterable[type], write: Write) -> None:
    """A table with one row a stream, at its `id` and `stream_id`.

    Args:
        facts: the classes that make a row; few of a stream are of these, since they are read under its lock.
        write: makes a stream's row what these facts say, whatever stood there.
    """
    wanted = tuple(facts)
    async with pool.acquire() as connection, connection.transaction():
        await drop_stray(connection, kind, table)
        await let_loose(connection, kind, table)
    async for stream in audit.streams(pool):
        if kind_of(stream) != kind:
            continue
        async with pool.acquire() as connection, connection.transaction():
            await log.hold(connection, stream, kind)
            found, after = list[Recorded](), 0
            while page := await log.read_of_types(connection, stream, codec, wanted, after=after, through=VERSION_MAX, limit=log.PAGE):
                found += page
                after = page[-1].version
            await write(connection, stream, found)


async def drop_stray(connection: Connection, kind: str, table: str, key: str = "id") -> None:
    """Take away the rows whose number (in the column `key`) is that of no stream of this kind with facts."""
    await connection.execute(_DROP_STRAY.format(table=table, key=key), kind, KINDS[kind] << NUMBER_BITS)


async def let_loose(connection: Connection, kind: str, table: str) -> None:
    """Take the rows that stand at another number's stream away from there, so that they are in nobody's way until they are put right."""
    await connection.execute(_LET_LOOSE.format(table=table), KINDS[kind] << NUMBER_BITS)
