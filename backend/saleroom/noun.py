"""What a noun is to the house: its rules, with all that is needed to write its facts, and to know a stream of it again."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from saleroom.domain.decider import Decider
from saleroom.eventlog import log, snapshots
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Beside, Recorded
from saleroom.eventlog.outbox import OutboxRow
from saleroom.eventlog.pool import Connection, Pool

Letters = Callable[[int, Any, Sequence[Any], Any, datetime], list[OutboxRow]]


async def _project_nothing(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """The projection of a noun without read tables that must be there at COMMIT."""


@dataclass(frozen=True, slots=True)
class Snapshots:
    """How a noun's state is written down and read again: in parts of a few milliseconds each, since a worker serves others between them.

    Attributes:
        dump: the parts, each of them JSON.
        restore: the state as far as it is known after each part, whole after the last.
    """

    dump: Callable[[Any], Iterator[dict[str, Any]]]
    restore: Callable[[Iterator[dict[str, Any]]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A decider with what the house needs around it.

    Attributes:
        decider: the rules.
        codec: its facts as bytes.
        unknown: the refusal's code for a stream that does not exist.
        letters: (stream, state before, facts, state after, time) to the mails that follow.
        project: fills read tables in the same transaction; called for batches that hold a fact of `projected`.
        beside: (stream, version before, facts, time) to the rows that facts of `beside_facts` put into read tables in the very
            statement of their append; `project` is not given those facts.
        snapshots: for a noun whose streams grow long; None folds from the first fact.
    """

    decider: Decider[Any, Any, Any]
    codec: Codec
    unknown: str
    letters: Letters = lambda stream, before, facts, after, at: []
    project: Callable[[Connection, int, Sequence[Recorded]], Awaitable[None]] = _project_nothing
    projected: frozenset[type] = frozenset()
    beside: Callable[[int, int, Sequence[Any], datetime], Beside | None] = lambda stream, version, facts, at: None
    beside_facts: frozenset[type] = frozenset()
    snapshots: Snapshots | None = None


async def folded(
    pool: Pool, noun: Noun, stream: int, through: int | None = None, *, pause_seconds: float = 0.0
) -> tuple[Any, int]:
    """The state of a stream as the log has it now, or as it was after `through` facts, and its version; from a snapshot on.

    However long the stream is, no step of it keeps the worker from others for more than some ten milliseconds.

    Args:
        pause_seconds: after each step, for who is in no hurry: a batch of others waits for one step, not for one at each of its own.
    """
    decider = noun.decider
    state, version = decider.initial(), 0
    kept = await snapshots.newest(pool, stream, decider.state_version) if noun.snapshots is not None else None
    if noun.snapshots is not None and kept is not None and (through is None or kept.version <= through):
        version = kept.version
        for state in noun.snapshots.restore(map(orjson.loads, kept.parts)):  # noqa: B007  the last one is whole
            await asyncio.sleep(pause_seconds)
    while page := await log.read(pool, stream, noun.codec, after=version):
        for recorded in page if through is None else page[: max(0, through - version)]:
            state = decider.evolve(state, recorded.fact, recorded.at)
            version = recorded.version
        if version < page[-1].version:
            break
        await asyncio.sleep(pause_seconds)
    return state, version
