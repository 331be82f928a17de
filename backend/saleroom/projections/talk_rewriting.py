"""`saleroom rebuild conversations`: a conversation with its messages and acts, folded in memory and written anew."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from saleroom.domain.chat import events as e
from saleroom.domain.ids import stream_id
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.conversations import TABLE, act_of
from saleroom.projections.rewriting import let_loose, rewrite

KIND: Final = "chat"
TABLES: Final = {TABLE: "id", "messages": "conversation_id", "chat_acts": "conversation_id"}  # each with where the number stands

_CLEAR: Final = (
    "DELETE FROM public.messages WHERE conversation_id = $1 AND seq BETWEEN $2 AND $3",
    "DELETE FROM public.chat_acts WHERE conversation_id = $1 AND version BETWEEN $2 AND $3",
)
_CUT: Final = (
    "DELETE FROM public.messages WHERE conversation_id = $1 AND (seq > $2 OR seq < 1)",
    "DELETE FROM public.chat_acts WHERE conversation_id = $1 AND (version > $2 OR version < 1)",
)
_SAY: Final = """
INSERT INTO public.messages (conversation_id, seq, sender_id, is_staff, text_id, kind, at, is_hidden)
SELECT $1, m.* FROM unnest(
    $2::bigint[], $3::bigint[], $4::boolean[], $5::uuid[], $6::text[], $7::timestamptz[], $8::boolean[]) AS m
"""
_ACT: Final = """
INSERT INTO public.chat_acts (conversation_id, version, at, by_id, act, seq, told)
SELECT $1, a.* FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $5::text[], $6::bigint[], $7::text[]) AS a
"""
_DROP: Final = "DELETE FROM public.conversations WHERE id = $1"
_OPEN: Final = """
INSERT INTO public.conversations (id, stream_id, customer_id, with_id, about, about_id, about_seq, created_at, updated_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


@dataclass(slots=True)
class _Message:
    """A message as its columns say it."""

    seq: int
    sender_id: int
    is_staff: bool
    text_id: UUID
    kind: str
    at: datetime
    is_hidden: bool = False

    def values(self) -> tuple[int | bool | UUID | str | datetime, ...]:
        return self.seq, self.sender_id, self.is_staff, self.text_id, self.kind, self.at, self.is_hidden


@dataclass(slots=True)
class TalkBook:
    """One conversation: how it was opened, and by version what was said and what was done."""

    opened: tuple[e.ConversationOpened, datetime] | None = None
    spoken_at: datetime | None = None
    newest: int = 0
    messages: dict[int, _Message] = field(default_factory=dict)
    acts: dict[int, tuple[int, datetime, int, str, int | None, str]] = field(default_factory=dict)

    def take(self, recorded: Iterable[Recorded]) -> None:
        """As the read table takes facts in, one after the other."""
        for one in recorded:
            match one.fact:
                case e.ConversationOpened() as opened:
                    self.opened = opened, one.at
                case e.MessageSent() as sent:
                    self.spoken_at = one.at
                    self.messages[one.version] = _Message(one.version, sent.by, sent.is_staff, UUID(sent.text_id), sent.kind, one.at)
                case e.MessageHidden() as hidden:
                    self.messages[hidden.seq].is_hidden = True
            if (act := act_of(one.fact)) is not None:
                self.acts[one.version] = one.version, one.at, *act
            self.newest = one.version

    async def replace(self, connection: Connection, number: int, first: int, last: int) -> None:
        for clear in _CLEAR:
            await connection.execute(clear, number, first, last)
        versions = range(first, last + 1)
        if said := [self.messages[n].values() for n in versions if n in self.messages]:
            await connection.execute(_SAY, number, *zip(*said, strict=True))
        if done := [self.acts[n] for n in versions if n in self.acts]:
            await connection.execute(_ACT, number, *zip(*done, strict=True))

    async def finish(self, connection: Connection, number: int) -> None:
        for cut in _CUT:
            await connection.execute(cut, number, self.newest)
        await connection.execute(_DROP, number)
        if self.opened is not None:
            fact, at = self.opened
            about = (fact.context.about, fact.context.id, fact.context.seq) if fact.context else (None, None, None)
            await connection.execute(
                _OPEN, number, stream_id(KIND, number), fact.by, fact.with_id, *about, at, self.spoken_at or at, self.newest
            )


async def refill(pool: Pool, codec: Codec) -> None:
    """Write every conversation anew from the log, with its messages and acts, while the house runs."""
    async with pool.acquire() as connection:
        await let_loose(connection, KIND, TABLE)
    await rewrite(pool, codec, TalkBook, TABLES, KIND)
