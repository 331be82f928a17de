"""The one way to change anything: commands wait at their stream's desk, and each batch is locked, decided, appended, answered.

Laws kept here. One batch is written per stream and worker, no timer: what queues meanwhile is the next batch (2). Python decides
with the database's time, read under the row lock, and the append function guards (3, 4). A command id has one effect and one
answer, from any worker and door (5). Answers, then publication, only after COMMIT (10). A connection lost during COMMIT is an
unknown outcome: the same ids are tried again until the log answers; nobody is told a failure that may not be one (11). The queue
is bounded: a full one answers `busy` before an id is used (12).
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import structlog

from saleroom.desk import BATCH_MAX, Bug, Desk, Flight, Reply, Settled, TooFarBehindError, Waiting
from saleroom.domain.ids import alarm_id, kind_of
from saleroom.eventlog.codec import canonical
from saleroom.eventlog.log import Outcome
from saleroom.eventlog.pool import UNKNOWN_OUTCOME, LockNotAvailable, Pool
from saleroom.eventlog.subscription import Published
from saleroom.noun import Noun, folded

QUEUE_MAX: Final = 5_000  # commands waiting at one desk; a fifth of a second of work, then `busy`
DESKS_MAX: Final = 2_000  # folded states kept in memory; the longest unused idle one goes
RETRY_SECONDS_MAX: Final = 1.0
TELL_SECONDS: Final = 0.005  # the longest that answers wait for the next batch to be on its way

logger = structlog.get_logger(__name__)


class Busy(Exception):
    """The desk is full or its lock cannot be had: nothing was decided, the command id is unused."""


def _nothing_to_tell() -> None:
    """There was no batch before this one."""


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
        self._desks: dict[int, Desk] = {}
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
        self._enqueue(stream, Waiting(command_id, command, fingerprint, reply))

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

    async def summary_at(self, stream: int, version: int) -> dict[str, Any]:
        """The small state of a stream as it was after so many facts, folded from the log: for looking back, never for deciding."""
        summary: dict[str, Any] = self._nouns[kind_of(stream)].decider.summary(await self.state_at(stream, version))
        return summary

    async def state_at(self, stream: int, version: int) -> Any:
        """The whole state of a stream as it was after so many facts, folded from the log: for looking back, never for deciding."""
        state, _ = await folded(self._pool, self._nouns[kind_of(stream)], stream, version)
        return state

    def do_due(self, stream: int, then: Callable[[datetime | None], None]) -> None:
        """An alarm rang: do what is due on this stream, if anything is, and tell when the next thing is (None: nothing known).

        Never raises; while the desk is full its batches do what is due anyway.
        """

        def reply(outcome: Outcome | Exception) -> None:
            desk = self._desks.get(stream)
            then(desk.noun.decider.due_at(desk.state) if desk is not None and desk.is_cached else None)

        try:
            self._enqueue(stream, Waiting(alarm_id(stream, 0), None, b"", reply))
        except Busy:
            then(None)

    async def answered(self, stream: int, commands: Iterable[UUID]) -> None:
        """Wait while one of these commands is in a batch of this worker that is not answered yet, though its facts may stand in the log.

        Whoever reads the log beside this path waits here before he shows what he read, so that an answer comes first.
        """
        desk = self._desks.get(stream)
        for flight in list(desk.flights) if desk is not None else ():
            if not flight.ids.isdisjoint(commands):
                await flight.is_answered.wait()

    def brings(self, stream: int, version: int) -> bool:
        """Whether a batch of this worker that is on its way will publish everything up to a version of the stream."""
        desk = self._desks.get(stream)
        return desk is not None and bool(desk.flights) and desk.bringing >= version

    async def drain(self) -> None:
        """Take no more commands and finish those taken."""
        self._is_closing = True
        while tasks := [desk.task for desk in self._desks.values() if desk.task is not None]:
            await asyncio.gather(*tasks, return_exceptions=True)

    def _desk(self, stream: int) -> Desk:
        desk = self._desks.get(stream)
        if desk is None:
            if len(self._desks) >= DESKS_MAX:
                idle = next((key for key, other in self._desks.items() if other.task is None), None)
                if idle is not None:
                    del self._desks[idle]
            desk = self._desks[stream] = Desk(stream, self._nouns[kind_of(stream)])
        return desk

    def _enqueue(self, stream: int, waiting: Waiting) -> None:
        desk = self._desk(stream)
        if self._is_closing or len(desk.queue) >= QUEUE_MAX:
            raise Busy
        desk.queue.append(waiting)
        if desk.task is None:
            desk.task = asyncio.get_running_loop().create_task(self._work(desk))

    async def _work(self, desk: Desk) -> None:
        """Settle batch after batch until the queue is empty. Runs in a task of its own, which nobody cancels.

        While Postgres writes a batch, the one before it, which is committed, is answered: otherwise either of them would stand idle.
        """
        tell = _nothing_to_tell
        try:
            while desk.queue:
                taken = [desk.queue.popleft() for _ in range(min(BATCH_MAX, len(desk.queue)))]
                later = asyncio.get_running_loop().call_later(TELL_SECONDS, tell)
                try:
                    tell_this = await self._settle(desk, taken, tell)
                finally:
                    later.cancel()
                    tell()
                tell = tell_this
                if desk.shared_for or not desk.queue:  # no batch follows, or it waits for another worker's first
                    tell()
        finally:
            desk.task = None
            self._desks[desk.stream] = self._desks.pop(desk.stream, desk)  # the longest unused desk stands first

    async def _settle(self, desk: Desk, taken: list[Waiting], meanwhile: Callable[[], None]) -> Callable[[], None]:
        """Get one batch into the log, and return what answers and publishes it; a second call of that does nothing."""
        flight = Flight(frozenset(waiting.command_id for waiting in taken))
        desk.flights.append(flight)
        settled = await self._insist(desk, taken, meanwhile)
        self.settled += len(taken)
        self.batches += 1

        def tell() -> None:
            if flight.is_answered.is_set():
                return
            self._reach("before_answer")
            for waiting, answer in zip(taken, settled.answers, strict=True):
                self._tell(waiting, answer)
            desk.flights.remove(flight)
            flight.is_answered.set()
            self._reach("before_publish")
            if settled.published is not None:
                self._publish(settled.published)

        return tell

    @staticmethod
    def _tell(waiting: Waiting, answer: Outcome | Exception) -> None:
        try:
            waiting.reply(answer)
        except Exception:  # one door that breaks on its answer must not keep the others from theirs
            logger.exception("answer_not_told", command=type(waiting.command).__name__)

    async def _insist(self, desk: Desk, taken: list[Waiting], meanwhile: Callable[[], None]) -> Settled:
        """Try until the log answers. Once a COMMIT may have got through, only the log can tell: then no failure is reported."""
        desk.may_stand = False
        failures = bugs = 0
        while True:
            try:
                return await desk.settle(self._pool, taken, self._reach, meanwhile)
            except LockNotAvailable:
                desk.forget()
                if not desk.may_stand:
                    return Settled([Busy()] * len(taken), None)
            except (*UNKNOWN_OUTCOME, TooFarBehindError) as error:
                desk.forget()
                logger.warning("log_unreachable", stream=desk.stream, commands=len(taken), error=repr(error))
                await asyncio.sleep(min(RETRY_SECONDS_MAX, 0.02 * 2 ** min(failures, 10)))
                failures += 1
            except Exception as error:
                desk.forget()
                logger.exception("batch_failed", stream=desk.stream, commands=len(taken))
                bugs += 1
                if bugs > 1 and not desk.may_stand:
                    return Settled([Bug(repr(error))] * len(taken), None)
                await asyncio.sleep(min(RETRY_SECONDS_MAX, 0.02 * 2 ** min(bugs, 10)))
