"""When facts are committed, the read tables beside the log take them in; any number of workers may fill.

A commit of this worker wakes the filler, which takes its facts from memory where they join on to what the table has read, since
reading them back costs a worker more than deciding them did. A sweep each second finds what others left behind, so a lost wake-up
or a killed worker costs a second and never a fact. What a fact brings about is there exactly once (see `projections.cursors`). A fact that
cannot be read or applied stops its stream in its projection, and is told in the log each time it is tried again; it is never
passed over, since a read table with a hole would be a lie. Other streams and projections go on.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

import structlog

from saleroom.domain.ids import kind_of
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import UNKNOWN_OUTCOME, LockNotAvailable, Pool
from saleroom.eventlog.subscription import Published
from saleroom.projections import cursors
from saleroom.projections.cursors import PAGE, Projection

SWEEP_SECONDS: Final = 1.0
COALESCE_SECONDS: Final = 0.2  # commits meanwhile are one pass: a hot lot costs at most 5 small transactions a second
STREAMS_PER_SWEEP: Final = 1_000
PAGES_PER_VISIT: Final = 10  # of one stream, before the others have their turn
NEWS_MAX: Final = 10_000  # streams remembered from commits; the sweep finds the rest
FRESH_MAX: Final = 20_000  # facts remembered from commits, over all streams: some 20 MB; the log has the rest
TRY_AGAIN_SECONDS: Final = 60.0  # after a fact that could not be applied: long enough not to drown the log

AWAY_FOR_A_MOMENT: Final = (*UNKNOWN_OUTCOME, LockNotAvailable)  # no fault of a fact; the cursor knows what was kept

logger = structlog.get_logger(__name__)


class FillProjections:
    """The filler of one worker.

    Args:
        pool: connections of the unprivileged login.
        projections: the read tables.
        codecs: of each noun, how its facts are written.
    """

    def __init__(self, pool: Pool, projections: Sequence[Projection], codecs: Mapping[str, Codec]) -> None:
        self._pool, self._projections, self._codecs = pool, tuple(projections), codecs
        self._facts = {kind: frozenset[type]().union(*(p.facts for p in projections if p.kind == kind)) for kind in codecs}
        self._news: dict[int, list[Recorded]] = {}
        self._fresh = 0
        self._woken = asyncio.Event()
        self._stopped: dict[tuple[str, int], float] = {}

    @property
    def stopped(self) -> list[tuple[str, int]]:
        """Projections and streams that wait before a fact which could not be applied."""
        return list(self._stopped)

    def heard(self, published: Published) -> None:
        """A commit of this worker: fill soon, if a read table is made of such facts. Never waits, never fails."""
        facts = self._facts.get(kind_of(published.stream), frozenset())
        is_known = published.stream in self._news
        if not is_known and (len(self._news) >= NEWS_MAX or not any(type(recorded.fact) in facts for recorded in published.recorded)):
            return
        self._remember(self._news.setdefault(published.stream, []), published.recorded)
        self._woken.set()

    def _remember(self, fresh: list[Recorded], recorded: Sequence[Recorded]) -> None:
        """Keep the newest facts of a stream without a gap; with one, or when there are too many, only those after it."""
        if fresh and recorded and (recorded[0].version != fresh[-1].version + 1 or self._fresh >= FRESH_MAX):
            self._fresh -= len(fresh)
            fresh.clear()
        if self._fresh < FRESH_MAX:
            fresh.extend(recorded)
            self._fresh += len(recorded)

    async def run(self) -> None:
        """Fill until cancelled; a page under way is rolled back then, and anybody's next one."""
        loop = asyncio.get_running_loop()
        sweep_at = loop.time()
        while True:
            try:
                if loop.time() >= sweep_at:
                    sweep_at = loop.time() + SWEEP_SECONDS
                    await self.sweep()
                else:
                    await self._fill_news()
            except AWAY_FOR_A_MOMENT as error:
                logger.warning("projections_behind", error=repr(error))
                sweep_at = loop.time() + SWEEP_SECONDS
            await self._rest(sweep_at - loop.time())

    async def sweep(self) -> int:
        """Fill what is behind, whoever wrote it. How many streams were, over all projections.

        Raises:
            OSError, asyncpg.InterfaceError, asyncpg.PostgresError: Postgres is away for a moment.
        """
        news, now, found = self._forget_news(), asyncio.get_running_loop().time(), 0
        self._stopped = {place: until for place, until in self._stopped.items() if until > now}
        for projection in self._projections:
            waiting = [stream for name, stream in self._stopped if name == projection.name]
            streams = await cursors.behind(self._pool, projection, waiting, STREAMS_PER_SWEEP)
            for stream in streams:
                await self._fill(projection, stream, news.get(stream, ()))
            found += len(streams)
        return found

    async def _fill_news(self) -> None:
        for stream, fresh in self._forget_news().items():
            for projection in self._projections:
                if projection.kind == kind_of(stream) and (projection.name, stream) not in self._stopped:
                    await self._fill(projection, stream, fresh)

    def _forget_news(self) -> dict[int, list[Recorded]]:
        news, self._news, self._fresh = self._news, {}, 0
        return news

    async def _rest(self, seconds: float) -> None:
        """Wait for a commit of this worker or until the next sweep, then a moment for what comes with it."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._woken.wait()
        except TimeoutError:
            return
        self._woken.clear()
        await asyncio.sleep(COALESCE_SECONDS)

    async def _fill(self, projection: Projection, stream: int, fresh: Sequence[Recorded] = ()) -> None:
        """Some pages of one stream. A page that fails is taken fact by fact, so that all before the wrong one are in."""
        try:
            for _ in range(PAGES_PER_VISIT):
                if not await self._page(projection, stream, fresh):
                    return
        except AWAY_FOR_A_MOMENT:
            raise
        except Exception as error:
            await self._stop(projection, stream, error)

    async def _page(self, projection: Projection, stream: int, fresh: Sequence[Recorded]) -> bool:
        codec = self._codecs[projection.kind]
        try:
            return await cursors.fill(self._pool, projection, codec, stream, PAGE, fresh)
        except AWAY_FOR_A_MOMENT:
            raise
        except Exception:
            while await cursors.fill(self._pool, projection, codec, stream, 1):
                pass
            return False

    async def _stop(self, projection: Projection, stream: int, error: Exception) -> None:
        self._stopped[projection.name, stream] = asyncio.get_running_loop().time() + TRY_AGAIN_SECONDS
        version = await cursors.version_of(self._pool, projection, stream)
        logger.error("projection_stopped", projection=projection.name, stream=stream, after_version=version, exc_info=error)


async def catch_up(filler: FillProjections) -> list[tuple[str, int]]:
    """Fill until nothing is behind, beside workers that fill too. What stopped before a wrong fact; empty: all is in."""
    while await filler.sweep():  # noqa: ASYNC110  # another worker may hold what is left
        await asyncio.sleep(COALESCE_SECONDS)
    return filler.stopped
