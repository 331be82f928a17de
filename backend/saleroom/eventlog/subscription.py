"""How workers hear of each other's commits: wake-ups that carry no truth, and what a commit makes known.

Law 10: LISTEN first, then catch up, then live. A wake-up only says "these streams are so long now"; it may be lost, doubled or
late, since a poll of the watched heads finds the same. Wake-ups are coalesced: one NOTIFY per 10 ms and worker, on a
connection of its own, never inside an append (a NOTIFY there would serialise all lots at commit).
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

import orjson
import structlog

from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import AWAY, connect

CHANNEL: Final = "saleroom"
COALESCE_SECONDS: Final = 0.010
PAYLOAD_BYTES_MAX: Final = 7_500  # Postgres takes less than 8,000
STREAMS_PER_NOTE: Final = 170  # as many ids and versions of at most 19 digits stay under the payload's bound
RECONNECT_SECONDS: Final = 0.5
PENDING_MAX: Final = 10_000  # streams waiting to be told while the connection is away; the poll finds the rest

logger = structlog.get_logger(__name__)


Heads = Mapping[int, int]
"""Streams with the version of their newest fact, as a wake-up tells them."""


@dataclass(frozen=True, slots=True)
class Published:
    """What one transaction, or one look at the log, makes known: contiguous facts up to the head, and the head's state."""

    stream: int
    recorded: tuple[Recorded, ...]
    version: int
    state: dict[str, Any]
    due_at: datetime | None


class Wakeup(Protocol):
    """The interface between workers: Postgres NOTIFY by default, a broker where several machines serve."""

    def announce(self, stream: int, version: int) -> None:
        """Tell the other workers that a stream has facts up to a version. Never waits, never fails."""

    def tell(self, topic: str, message: dict[str, Any]) -> None:
        """Send a small message (presence) to the other workers; may be lost."""

    async def run(self, on_streams: Callable[[Heads], None], on_message: Callable[[str, dict[str, Any]], None]) -> None:
        """Listen until cancelled; after a reconnect `on_streams({})` says that something may have been missed."""


class PostgresWakeup:
    """Wake-ups over LISTEN and NOTIFY, on two connections of their own.

    Args:
        address: the worker's database address.
        worker: a name that tells this worker from the others; its own notes are not handed back to it.
    """

    def __init__(self, address: str, worker: str) -> None:
        self._address, self._worker = address, worker
        self._heads: dict[int, int] = {}
        self._messages: list[tuple[str, dict[str, Any]]] = []
        self._wake = asyncio.Event()

    def announce(self, stream: int, version: int) -> None:
        if len(self._heads) < PENDING_MAX:
            self._heads[stream] = max(version, self._heads.get(stream, 0))
            self._wake.set()

    def tell(self, topic: str, message: dict[str, Any]) -> None:
        if len(self._messages) < PENDING_MAX:
            self._messages.append((topic, message))
            self._wake.set()

    async def run(self, on_streams: Callable[[Heads], None], on_message: Callable[[str, dict[str, Any]], None]) -> None:
        def heard(connection: object, pid: int, channel: str, payload: object) -> None:
            note = orjson.loads(str(payload))
            if note["w"] == self._worker:
                return
            if "s" in note:
                on_streams(dict(note["s"]))
            else:
                on_message(note["t"], note["m"])

        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen(heard, on_streams))
            group.create_task(self._send())

    async def _listen(self, heard: Callable[..., None], on_streams: Callable[[Heads], None]) -> None:
        while True:
            lost = asyncio.Event()
            try:
                connection = await connect(self._address)
            except AWAY:
                await asyncio.sleep(RECONNECT_SECONDS)
                continue
            try:
                connection.add_termination_listener(lambda _connection, lost=lost: lost.set())
                await connection.add_listener(CHANNEL, heard)
                on_streams({})
                await lost.wait()
                logger.warning("wakeups_lost")
            except AWAY:
                await asyncio.sleep(RECONNECT_SECONDS)
            finally:
                connection.terminate()

    async def _send(self) -> None:
        connection: Any = None
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                notes = self._take_notes()
                try:
                    if connection is None or connection.is_closed():
                        connection = await connect(self._address)
                        await connection.execute("SET synchronous_commit = off")
                    for note in notes:
                        await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, note.decode())
                except AWAY:
                    await asyncio.sleep(RECONNECT_SECONDS)
                await asyncio.sleep(COALESCE_SECONDS)
        finally:
            if connection is not None:
                connection.terminate()

    def _take_notes(self) -> list[bytes]:
        """Everything waiting, cut into notes below the payload's bound; a message over it is dropped with a line in the log."""
        heads, self._heads = sorted(self._heads.items()), {}
        messages, self._messages = self._messages, []
        notes = [
            orjson.dumps({"w": self._worker, "s": heads[at : at + STREAMS_PER_NOTE]})
            for at in range(0, len(heads), STREAMS_PER_NOTE)
        ]
        for topic, message in messages:
            note = orjson.dumps({"w": self._worker, "t": topic, "m": message})
            if len(note) <= PAYLOAD_BYTES_MAX:
                notes.append(note)
            else:
                logger.error("wakeup_too_large", topic=topic, bytes=len(note))
        return notes
