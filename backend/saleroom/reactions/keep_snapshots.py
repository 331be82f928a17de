"""When a long stream has grown by FACTS, its folded state is kept, so that a worker's first touch of it stays short.

The state is folded here from the log, beside the desks, so that none of them waits for it. A stream that is being written is left
until it rests, or has grown by HURRY_FACTS: folding it meanwhile took a fifth of the core that an on-sale needs. Several workers
may keep the same one: the newer stays, and both are right.
"""

import asyncio
from collections.abc import Mapping
from typing import Final

import orjson
import structlog

from saleroom.eventlog import log, snapshots
from saleroom.eventlog.pool import AWAY, Pool
from saleroom.eventlog.snapshots import Grown, Snapshot
from saleroom.noun import Noun, folded

FACTS: Final = 5_000  # a worker folds so many in a tenth of a second
HURRY_FACTS: Final = 100_000  # folded in two seconds
REST_SECONDS: Final = 5.0  # without a fact
SWEEP_SECONDS: Final = 15.0
STREAMS_MAX: Final = 20  # a sweep
PAUSE_SECONDS: Final = 0.02  # after each step of some 8 ms, so that a batch of people's presses meets one of them at most
GROWN: Final = Grown(FACTS, REST_SECONDS, HURRY_FACTS)

logger = structlog.get_logger(__name__)


class KeepSnapshots:
    """The keeper of one worker.

    Args:
        nouns: those whose state can be dumped are kept.
        grown: which streams are worth it.
    """

    def __init__(self, pool: Pool, nouns: Mapping[str, Noun], grown: Grown = GROWN) -> None:
        self._pool, self._grown = pool, grown
        self._nouns = [noun for noun in nouns.values() if noun.snapshots is not None]

    async def run(self) -> None:
        """Look for grown streams, sweep after sweep."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self.sweep()
            except AWAY as error:
                logger.warning("snapshots_put_off", error=repr(error))

    async def sweep(self) -> int:
        """Keep the state of every stream that has grown; how many."""
        kept = 0
        for noun in self._nouns:
            for stream in await snapshots.stale(self._pool, noun.decider.kind, noun.decider.state_version, self._grown, STREAMS_MAX):
                await self._keep(noun, stream)
                kept += 1
        return kept

    async def _keep(self, noun: Noun, stream: int) -> None:
        assert noun.snapshots is not None
        head = (await log.heads(self._pool, [stream]))[stream]  # and no further: people may write as fast as this reads
        state, version = await folded(self._pool, noun, stream, head, pause_seconds=PAUSE_SECONDS)
        parts = []
        for part in noun.snapshots.dump(state):
            parts.append(orjson.dumps(part, option=orjson.OPT_NON_STR_KEYS))
            await asyncio.sleep(PAUSE_SECONDS)  # no thread: its Python would take the interpreter from everyone for as long as it runs
        await snapshots.keep(self._pool, stream, noun.decider.state_version, Snapshot(version, tuple(parts)))
