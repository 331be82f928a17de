"""One desk a stream: the commands that wait there, the state as this worker knows it, and how one batch gets into the log.

The law of a batch: one transaction, its first statement the row lock; Python decides with the database's time read under that
lock, and the append function guards (laws 2, 3, 4). Ids that were used before get the answer they got then (law 5).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import structlog

from saleroom.domain.decider import Refused
from saleroom.domain.sitting import Sitting
from saleroom.eventlog import log
from saleroom.eventlog.log import Accepted, Batch, Outcome, Recorded
from saleroom.eventlog.pool import Borrowed, Connection, Pool
from saleroom.eventlog.subscription import Published
from saleroom.noun import Noun, folded

BATCH_MAX: Final = 100  # commands a transaction: one half of a crowd is written while the other is answered; 300 took a tenth less
GATHERED_MAX: Final = 300  # where the lock is waited for anyway; keeps it under about 15 ms
SHARED_BATCHES: Final = 16

logger = structlog.get_logger(__name__)


class Bug(Exception):
    """A decider broke on a command, or the log refused what it must take; nothing was written."""


class TooFarBehindError(Exception):
    """The cached state is too far from the head to fold the rest under the lock: read it by pages, then try again."""


Reply = Callable[[Outcome | Exception], None]


@dataclass(slots=True)
class Waiting:
    """One command at a desk, and who is told the outcome. Without a command it only asks for what is due."""

    command_id: UUID
    command: Any
    fingerprint: bytes
    reply: Reply


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a batch: the answer to each command in order, and what is to be published, if anything."""

    answers: list[Outcome | Exception]
    published: Published | None


@dataclass(slots=True)
class Flight:
    """The ids of one batch on its way into the log, until `is_answered` is set."""

    ids: frozenset[UUID]
    is_answered: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Desk:
    """A stream as this worker knows it: the queue, and a cache of the folded state (dropped on any doubt).

    `flights` are the batches that are not answered yet: the one that is written, and the one before it while it is told;
    `may_stand` says that a COMMIT of the former was sent. `shared_for` so many batches more this stream counts as one that another
    worker writes too. `begun` is a connection whose open transaction, still without a statement, waits for the next batch.
    `bringing` is how far the batch that was locked last will tell those who watch.
    """

    stream: int
    noun: Noun
    queue: deque[Waiting] = field(default_factory=deque)
    state: Any = None
    version: int = 0
    is_cached: bool = False
    task: asyncio.Task[None] | None = None
    flights: list[Flight] = field(default_factory=list)
    may_stand: bool = False
    shared_for: int = 0
    bringing: int = 0
    begun: Borrowed | None = None

    def forget(self) -> None:
        self.state, self.version, self.is_cached, self.bringing = None, 0, False, 0

    async def settle(self, pool: Pool, taken: list[Waiting], reach: Callable[[str], None], meanwhile: Callable[[], None]) -> Settled:
        """Lock, decide, append and commit one batch. `meanwhile` is called while Postgres appends it, if anything is appended.

        Raises:
            LockNotAvailable: nothing was decided.
            UNKNOWN_OUTCOME, TooFarBehindError: try the same batch again; `forget` first.
        """
        await self._catch_up(pool)
        reach("before_lock")
        connection = await self._begin(pool)
        try:
            if self.shared_for:
                await self._gather(connection, taken)
            settled = await self._decide_locked(connection, taken, meanwhile)
            reach("before_commit")
            self.may_stand = True
            await self._commit(pool, connection)
        except BaseException:
            await _roll_back(pool, connection)
            raise
        return settled

    async def _begin(self, pool: Pool) -> Borrowed:
        """A connection with an open transaction: the one that the batch before this left, or a new one."""
        connection, self.begun = self.begun, None
        if connection is None:
            connection = await pool.acquire()
            try:
                await connection.execute("BEGIN")
            except BaseException:
                await _roll_back(pool, connection)
                raise
        return connection

    async def _commit(self, pool: Pool, connection: Borrowed) -> None:
        """Commit; where the next batch waits already and nobody else for a connection, its transaction begins in the same trip."""
        if self.queue and (pool.get_idle_size() or pool.get_size() < pool.get_max_size()):
            await connection.execute("COMMIT AND CHAIN")
            self.begun = connection
        else:
            await connection.execute("COMMIT")
            await pool.release(connection)

    async def _gather(self, connection: Connection, taken: list[Waiting]) -> None:
        """Where another worker writes the same stream: wait for the lock first, and take along what came meanwhile.

        A batch that was closed before the wait would be a small one, and the two workers would hand the lock to and fro for little.
        """
        await log.hold(connection, self.stream, self.noun.decider.kind)
        while self.queue and len(taken) < GATHERED_MAX:
            taken.append(self.queue.popleft())
        self.flights[-1].ids = frozenset(waiting.command_id for waiting in taken)

    async def _catch_up(self, pool: Pool) -> None:
        """Fold what is in the log, by pages and without the lock, so that the lock is held for the newest facts only."""
        if not self.is_cached:
            self.state, self.version = await folded(pool, self.noun, self.stream)
            self.is_cached = True

    async def _decide_locked(self, connection: Connection, taken: list[Waiting], meanwhile: Callable[[], None]) -> Settled:
        noun, known = self.noun, self.version
        creates = not known and any(waiting.command is not None and noun.decider.creates(waiting.command) for waiting in taken)
        ids = [waiting.command_id for waiting in taken if waiting.command is not None]
        locked = await log.lock(
            connection, self.stream, noun.codec, kind=noun.decider.kind, known=known, commands=ids, creates=creates
        )
        if locked is None:
            return Settled([Refused(noun.unknown)] * len(taken), None)
        if locked.tail is None or locked.version < known:
            self.forget()
            raise TooFarBehindError(f"at {known}, the head is {locked.version}")
        self.shared_for = SHARED_BATCHES if locked.tail else max(0, self.shared_for - 1)
        state, self.bringing = self.state, locked.version
        for recorded in locked.tail:
            state = noun.decider.evolve(state, recorded.fact, recorded.at)
        earlier = await log.answers(connection, self.stream, noun.codec, list(locked.taken)) if locked.taken else {}
        sitting = Sitting(noun.decider, self.stream, state, locked.version, locked.at)
        sitting.hear(waiting for waiting in taken if waiting.command is not None and waiting.command_id not in earlier)
        new = await self._append(connection, state, sitting, meanwhile)
        published = None
        if locked.tail or new:
            published = Published(
                self.stream, (*locked.tail, *new), locked.version + len(new), noun.decider.summary(sitting.state),
                noun.decider.due_at(sitting.state),
            )
        self.state, self.version = sitting.state, locked.version + len(new)
        return Settled([_answer(waiting, sitting, new, earlier) for waiting in taken], published)

    async def _append(
        self, connection: Connection, before: Any, sitting: Sitting[Any, Any, Any], meanwhile: Callable[[], None]
    ) -> list[Recorded]:
        """Append what the sitting decided, with the letters and read tables that go with it."""
        noun, steps = self.noun, sitting.steps
        if not steps and not sitting.refusals:
            return []
        batch = Batch()
        for step in steps:
            batch.add(step, noun.codec.encode(step.fact))
        for waiting, refused in sitting.refusals:
            batch.refuse(waiting.command_id, waiting.fingerprint, refused)
        facts = [step.fact for step in steps]
        letters = noun.letters(self.stream, before, facts, sitting.state, sitting.at) if steps else []
        beside = noun.beside(self.stream, sitting.version, facts, sitting.at)
        asyncio.get_running_loop().call_soon(meanwhile)  # runs when the statement is on its way
        hashes = await log.append(
            connection, self.stream, sitting.version, batch, noun.decider.summary(sitting.state), letters, beside
        )
        new = [
            Recorded(sitting.version + n, sitting.at, step.fact, step.command_id, chain)
            for n, (step, chain) in enumerate(zip(steps, hashes, strict=True), start=1)
        ]
        projected = noun.projected - noun.beside_facts
        if any(type(fact) in projected for fact in facts):
            await noun.project(connection, self.stream, [one for one in new if type(one.fact) not in noun.beside_facts])
        return new


async def _roll_back(pool: Pool, connection: Borrowed) -> None:
    """Undo what is not committed, and give the connection back, whatever became of it."""
    try:
        if not connection.is_closed():
            await connection.execute("ROLLBACK")
    finally:
        await pool.release(connection)


def _answer(
    waiting: Waiting, sitting: Sitting[Any, Any, Any], new: Sequence[Recorded], earlier: Mapping[UUID, tuple[bytes, Outcome]]
) -> Outcome | Exception:
    """The outcome of one command: its own, or the one its id got before; a taken id with other content is a conflict."""
    if waiting.command is None:
        return Accepted(())
    if waiting.command_id in earlier:
        fingerprint, outcome = earlier[waiting.command_id]
        return outcome if fingerprint == waiting.fingerprint else Refused("command_conflict")
    fingerprint, result = sitting.results[waiting.command_id]
    if fingerprint != waiting.fingerprint:
        return Refused("command_conflict")
    match result:
        case range():
            return Accepted(tuple(new[result.start : result.stop]))
        case Refused():
            return result
        case Exception():
            logger.error("decider_broke", command=type(waiting.command).__name__, exc_info=result)
            return Bug(repr(result))
