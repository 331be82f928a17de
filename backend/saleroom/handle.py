"""The one way to change anything: commands wait at their stream's desk, and each batch is locked, decided, appended, answered.

Laws kept here. One batch in flight per stream and worker, no timer: what queues meanwhile is the next batch (2). Python decides
with the database's time, read under the row lock, and the append function guards (3, 4). A command id has one effect and one
answer, from any worker and door (5). Answers, then publication, only after COMMIT (10). A connection lost during COMMIT is an
unknown outcome: the same ids are tried again until the log answers; nobody is told a failure that may not be one (11). The queue
is bounded: a full one answers `busy` before an id is used (12).
"""

import asyncio
import hashlib
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg
import structlog

from saleroom.domain.decider import Decider, Refused
from saleroom.domain.ids import alarm_id, kind_of
from saleroom.domain.sitting import Sitting
from saleroom.eventlog import log
from saleroom.eventlog.codec import Codec, canonical
from saleroom.eventlog.log import Accepted, Batch, Outcome, Recorded
from saleroom.eventlog.outbox import OutboxRow
from saleroom.eventlog.pool import Connection, Pool
from saleroom.eventlog.subscription import Published

BATCH_MAX: Final = 300  # commands a transaction; keeps the row lock under about 15 ms
QUEUE_MAX: Final = 5_000  # commands waiting at one desk; a fifth of a second of work, then `busy`
DESKS_MAX: Final = 2_000  # folded states kept in memory; the longest unused idle one goes
RETRY_SECONDS_MAX: Final = 1.0

logger = structlog.get_logger(__name__)


class Busy(Exception):
    """The desk is full or its lock cannot be had: nothing was decided, the command id is unused."""


class Bug(Exception):
    """A decider broke on a command, or the log refused what it must take; nothing was written."""


Reply = Callable[[Outcome | Exception], None]


async def _project_nothing(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """The projection of a noun without read tables that must be there at COMMIT."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A decider with what the house needs around it.

    Attributes:
        decider: the rules.
        codec: its facts as bytes.
        unknown: the refusal's code for a stream that does not exist.
        letters: (stream, state before, facts, state after, time) to the mails that follow.
        project: fills read tables in the same transaction; called for batches that hold a fact of `projected`.
    """

    decider: Decider[Any, Any, Any]
    codec: Codec
    unknown: str
    letters: Callable[[int, Any, Sequence[Any], Any, datetime], list[OutboxRow]] = lambda stream, before, facts, after, at: []
    project: Callable[[Connection, int, Sequence[Recorded]], Awaitable[None]] = _project_nothing
    projected: frozenset[type] = frozenset()


@dataclass(slots=True)
class _Waiting:
    """One command at a desk, and who is told the outcome. Without a command it only asks for what is due."""

    command_id: UUID
    command: Any
    fingerprint: bytes
    reply: Reply


@dataclass(slots=True)
class _Desk:
    """A stream as this worker knows it: the queue, and a cache of the folded state (dropped on any doubt)."""

    stream: int
    noun: Noun
    queue: deque[_Waiting] = field(default_factory=deque)
    state: Any = None
    version: int = 0
    is_cached: bool = False
    task: asyncio.Task[None] | None = None

    def forget(self) -> None:
        self.state, self.version, self.is_cached = None, 0, False


class Handle:
    """Decides every command of this worker.

    Args:
        pool: connections of the unprivileged login.
        nouns: what is known of each kind of stream.
        publish: called after COMMIT and after the answers, in version order per stream.
        reach: called at named points of the path (`before_lock`, `before_commit`, `before_answer`, `before_publish`);
            does nothing, except where a test pulls the plug there.
    """

    def __init__(
        self, pool: Pool, nouns: Mapping[str, Noun], publish: Callable[[Published], None], reach: Callable[[str], None] = lambda point: None
    ) -> None:
        self._pool, self._nouns, self._publish, self._reach = pool, nouns, publish, reach
        self._desks: dict[int, _Desk] = {}
        self._is_closing = False
        self.settled = 0
        self.batches = 0

    @property
    def desks(self) -> int:
        """Streams whose state is in memory, for metrics."""
        return len(self._desks)

    @property
    def waiting(self) -> int:
        """Commands in all queues, for metrics."""
        return sum(len(desk.queue) for desk in self._desks.values())

    def submit(self, stream: int, command: Any, command_id: UUID, reply: Reply) -> None:
        """Hand in a command; `reply` is called once, after COMMIT, with the outcome, or with Busy or Bug.

        Raises:
            Busy: the queue of this stream is full; nothing was done.
        """
        fingerprint = hashlib.sha256(type(command).__name__.encode() + canonical(command)).digest()[:16]
        self._enqueue(stream, _Waiting(command_id, command, fingerprint, reply))

    async def ask(self, stream: int, command: Any, command_id: UUID) -> Outcome:
        """Hand in a command and wait for its outcome. Cancelling the wait does not cancel the command.

        Raises:
            Busy: nothing was done.
            Bug: nothing was written.
        """
        outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

        def reply(told: Outcome | Exception) -> None:
            if outcome.done():
                return
            if isinstance(told, Exception):
                outcome.set_exception(told)
            else:
                outcome.set_result(told)

        self.submit(stream, command, command_id, reply)
        return await outcome

    def do_due(self, stream: int, then: Callable[[datetime | None], None]) -> None:
        """An alarm rang: do what is due on this stream, if anything is, and tell when the next thing is (None: nothing known).

        Never raises; while the desk is full its batches do what is due anyway.
        """

        def reply(outcome: Outcome | Exception) -> None:
            desk = self._desks.get(stream)
            then(desk.noun.decider.due_at(desk.state) if desk is not None and desk.is_cached else None)

        try:
            self._enqueue(stream, _Waiting(alarm_id(stream, 0), None, b"", reply))
        except Busy:
            then(None)

    async def drain(self) -> None:
        """Take no more commands and finish those taken."""
        self._is_closing = True
        while tasks := [desk.task for desk in self._desks.values() if desk.task is not None]:
            await asyncio.gather(*tasks, return_exceptions=True)

    def _desk(self, stream: int) -> _Desk:
        desk = self._desks.get(stream)
        if desk is None:
            if len(self._desks) >= DESKS_MAX:
                idle = next((key for key, other in self._desks.items() if other.task is None), None)
                if idle is not None:
                    del self._desks[idle]
            desk = self._desks[stream] = _Desk(stream, self._nouns[kind_of(stream)])
        return desk

    def _enqueue(self, stream: int, waiting: _Waiting) -> None:
        desk = self._desk(stream)
        if self._is_closing or len(desk.queue) >= QUEUE_MAX:
            raise Busy
        desk.queue.append(waiting)
        if desk.task is None:
            desk.task = asyncio.get_running_loop().create_task(self._work(desk))

    async def _work(self, desk: _Desk) -> None:
        """Settle batch after batch until the queue is empty. Runs in a task of its own, which nobody cancels."""
        try:
            while desk.queue:
                taken = [desk.queue.popleft() for _ in range(min(BATCH_MAX, len(desk.queue)))]
                await self._settle(desk, taken)
        finally:
            desk.task = None
            self._desks[desk.stream] = self._desks.pop(desk.stream, desk)  # the longest unused desk stands first

    async def _settle(self, desk: _Desk, taken: list[_Waiting]) -> None:
        """Get one batch into the log, whatever happens to the connection, then answer and publish."""
        failures = 0
        while True:
            try:
                answers, published = await self._transact(desk, taken)
                break
            except asyncpg.LockNotAvailableError:
                desk.forget()
                answers, published = [Busy()] * len(taken), None
                break
            except (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError, asyncpg.OperatorInterventionError) as error:
                desk.forget()
                logger.warning("log_unreachable", stream=desk.stream, commands=len(taken), error=repr(error))
                await asyncio.sleep(min(RETRY_SECONDS_MAX, 0.02 * 2**failures))
                failures += 1
            except Exception as error:
                desk.forget()
                failures += 1
                logger.exception("batch_failed", stream=desk.stream, commands=len(taken))
                if failures > 1:
                    answers, published = [Bug(repr(error))] * len(taken), None
                    break
        self.settled += len(taken)
        self.batches += 1
        self._reach("before_answer")
        for waiting, answer in zip(taken, answers):
            waiting.reply(answer)
        self._reach("before_publish")
        if published is not None:
            self._publish(published)

    async def _transact(self, desk: _Desk, taken: list[_Waiting]) -> tuple[list[Outcome | Exception], Published | None]:
        await self._catch_up(desk)
        self._reach("before_lock")
        async with self._pool.acquire() as connection:
            await connection.execute("BEGIN")
            try:
                result = await self._decide_locked(connection, desk, taken)
                self._reach("before_commit")
                await connection.execute("COMMIT")
            except BaseException:
                if not connection.is_closed():
                    await connection.execute("ROLLBACK")
                raise
        return result

    async def _catch_up(self, desk: _Desk) -> None:
        """Fold what is in the log, by pages and without the lock, so that the lock is held for the newest facts only."""
        if desk.is_cached:
            return
        decider = desk.noun.decider
        state, version = decider.initial(), 0
        while page := await log.read(self._pool, desk.stream, desk.noun.codec, after=version):
            for recorded in page:
                state = decider.evolve(state, recorded.fact, recorded.at)
            version = page[-1].version
        desk.state, desk.version, desk.is_cached = state, version, True

    async def _decide_locked(
        self, connection: Connection, desk: _Desk, taken: list[_Waiting]
    ) -> tuple[list[Outcome | Exception], Published | None]:
        noun, known = desk.noun, desk.version
        creates = any(waiting.command is not None and noun.decider.creates(waiting.command) for waiting in taken)
        ids = [waiting.command_id for waiting in taken if waiting.command is not None]
        locked = await log.lock(
            connection, desk.stream, noun.codec, kind=noun.decider.kind, known=known, commands=ids, creates=creates
        )
        if locked is None:
            return [Refused(noun.unknown)] * len(taken), None
        if locked.tail is None or locked.version < known:
            desk.forget()
            raise asyncpg.InterfaceError("the cache is too far from the head; read it again")
        state = desk.state
        for recorded in locked.tail:
            state = noun.decider.evolve(state, recorded.fact, recorded.at)
        earlier = await log.answers(connection, desk.stream, noun.codec, list(locked.taken)) if locked.taken else {}
        sitting = Sitting(noun.decider, desk.stream, state, locked.version, locked.at)
        sitting.hear(waiting for waiting in taken if waiting.command is not None and waiting.command_id not in earlier)
        new = await self._append(connection, desk, state, sitting)
        published = None
        if locked.tail or new:
            published = Published(
                desk.stream, (*locked.tail, *new), locked.version + len(new), noun.decider.summary(sitting.state),
                noun.decider.due_at(sitting.state),
            )
        desk.state, desk.version = sitting.state, locked.version + len(new)
        return [_answer(waiting, sitting, new, earlier) for waiting in taken], published

    async def _append(self, connection: Connection, desk: _Desk, before: Any, sitting: Sitting[Any, Any, Any]) -> list[Recorded]:
        """Append what the sitting decided, with the letters and read tables that go with it."""
        noun, steps = desk.noun, sitting.steps
        if not steps and not sitting.refusals:
            return []
        batch = Batch()
        for step in steps:
            batch.add(step, noun.codec.encode(step.fact))
        for waiting, refused in sitting.refusals:
            batch.refuse(waiting.command_id, waiting.fingerprint, refused)
        letters = noun.letters(desk.stream, before, [step.fact for step in steps], sitting.state, sitting.at) if steps else []
        hashes = await log.append(connection, desk.stream, sitting.version, batch, noun.decider.summary(sitting.state), letters)
        new = [
            Recorded(sitting.version + n, sitting.at, step.fact, step.command_id, chain)
            for n, (step, chain) in enumerate(zip(steps, hashes, strict=True), start=1)
        ]
        if noun.projected and any(type(step.fact) in noun.projected for step in steps):
            await noun.project(connection, desk.stream, new)
        return new


def _answer(
    waiting: _Waiting, sitting: Sitting[Any, Any, Any], new: Sequence[Recorded], earlier: Mapping[UUID, tuple[bytes, Outcome]]
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
