"""The conversations and their messages: who talks with whom about what, joined with the figures of the head row.

Filled in the same transaction as the facts, so that a message is there when its sender is answered. Words come from
`message_texts`, where an erased person has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final, Literal
from uuid import UUID

from saleroom.domain.chat import events as e
from saleroom.domain.ids import number_of, stream_id
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool

HiddenBy = Literal["author", "help_desk"]

TABLE: Final = "conversations"
PROJECTED: Final = frozenset(e.TYPES)

_OPEN: Final = """
INSERT INTO public.conversations (id, stream_id, customer_id, with_id, about, about_id, about_seq, created_at, updated_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) ON CONFLICT (id) DO NOTHING
"""
_TOUCH: Final = "UPDATE public.conversations SET version = $2, updated_at = coalesce($3, updated_at) WHERE id = $1 AND version < $2"
_SAY: Final = """
INSERT INTO public.messages (conversation_id, seq, sender_id, is_staff, text_id, kind, at)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
"""
_HIDE: Final = "UPDATE public.messages SET is_hidden = true WHERE conversation_id = $1 AND seq = $2"
_ACT: Final = """
INSERT INTO public.chat_acts (conversation_id, version, at, by_id, act, seq, told) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING
"""
_ASSIGNEE: Final = f"(SELECT state->'cases'->>k.id::text FROM log.stream WHERE stream_id = {stream_id('help_desk', 1)})::bigint"
_COLUMNS: Final = f"""
k.id, k.stream_id, k.customer_id, k.with_id, k.about, k.about_id, k.about_seq, k.created_at, k.updated_at, s.version, s.state,
{_ASSIGNEE} AS assignee_id
"""
_FROM: Final = "FROM public.conversations k JOIN log.stream s USING (stream_id)"
_MINE: Final = "(k.customer_id = $1 OR k.with_id = $1 OR ($2 AND k.with_id IS NULL))"
_ONE: Final = f"SELECT {_COLUMNS} {_FROM} WHERE k.id = $1"
_SOME: Final = f"SELECT {_COLUMNS} {_FROM} WHERE k.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], k.id)"
_FOUND: Final = f"""
{_FROM}
  LEFT JOIN public.users a ON a.id = k.customer_id LEFT JOIN public.users b ON b.id = k.with_id
 WHERE ($3 OR {_MINE}) AND ($4::text IS NULL OR s.state->>'status' = $4)
   AND ($5::bigint IS NULL OR {_ASSIGNEE} = $5)
   AND ($6 = '' OR k.id::text = $6 OR strpos(lower(concat_ws(' ', a.name, a.username, b.name, b.username)), lower($6)) > 0
        OR (($2 OR $3) AND strpos(lower(concat_ws(' ', a.email, b.email)), lower($6)) > 0)
        OR EXISTS (SELECT FROM public.messages m JOIN public.message_texts t ON t.id = m.text_id
                    WHERE m.conversation_id = k.id AND NOT m.is_hidden AND strpos(lower(t.content), lower($6)) > 0))
"""
_SEEN: Final = f"SELECT k.stream_id, k.customer_id, k.with_id, s.version {_FROM} WHERE {_MINE} AND ($3::bigint[] IS NULL OR k.id = ANY($3))"
_FRESH: Final = """
SELECT stream_id FROM public.conversations WHERE (customer_id = ANY($1) OR with_id = ANY($1) OR with_id IS NULL)
   AND updated_at > clock_timestamp() - $2 * interval '1 second'
"""
_MESSAGE: Final = """
SELECT m.conversation_id, m.seq, m.sender_id, m.is_staff, m.kind, m.at, m.is_hidden, coalesce(t.client_id, '') AS client_id,
       CASE WHEN m.is_hidden THEN '' ELSE coalesce(t.content, '') END AS content,
       CASE WHEN m.is_hidden THEN NULL ELSE t.upload_name END AS upload_name,
       u.media_type, u.filename, t.id IS NULL OR t.erased_at IS NOT NULL AS is_erased,
       (SELECT CASE a.by_id WHEN m.sender_id THEN 'author' ELSE 'help_desk' END FROM public.chat_acts a
         WHERE m.is_hidden AND a.conversation_id = m.conversation_id AND a.seq = m.seq AND a.act = 'hidden' LIMIT 1) AS hidden_by
  FROM public.messages m LEFT JOIN public.message_texts t ON t.id = m.text_id LEFT JOIN public.uploads u ON u.name = t.upload_name
"""
_MESSAGES: Final = f"{_MESSAGE} WHERE m.conversation_id = $1 AND m.seq > $2 ORDER BY m.seq LIMIT $3"
_OLDER: Final = f"{_MESSAGE} WHERE m.conversation_id = $1 ORDER BY m.seq DESC LIMIT $2 OFFSET $3"
_BEFORE: Final = f"{_MESSAGE} WHERE m.conversation_id = $1 AND m.seq <= $2 ORDER BY m.seq DESC LIMIT $3"
_NEWEST: Final = f"{_MESSAGE} JOIN unnest($1::bigint[], $2::bigint[]) AS w(id, at_seq) ON m.conversation_id = w.id AND m.seq = w.at_seq"
_OF_SEQS: Final = f"{_MESSAGE} WHERE m.conversation_id = $1 AND m.seq = ANY($2)"


_UNREAD: Final = """
SELECT k.id AS conversation_id, k.about, k.about_id, side.person_id, (s.state->'unread'->>side.place)::integer AS count,
       (s.state->'read'->>side.place)::bigint AS read, (s.state->>'last_by')::bigint = 0 AS from_staff
  FROM public.conversations k JOIN log.stream s USING (stream_id)
 CROSS JOIN LATERAL (VALUES (k.customer_id, 0), (k.with_id, 1)) AS side (person_id, place)
 WHERE k.updated_at BETWEEN clock_timestamp() - interval '1 day' AND clock_timestamp() - $1 * interval '1 second'
   AND side.person_id IS NOT NULL AND (s.state->'unread'->>side.place)::integer > 0
   AND NOT EXISTS (SELECT FROM log.outbox o WHERE o.stream_id = k.stream_id
                    AND o.dedupe_key = 'away.' || side.person_id || '.' || (s.state->'read'->>side.place))
"""
_UPLOAD: Final = """
SELECT u.name FROM public.uploads u WHERE u.name = $1 AND u.kind = $3 AND u.erased_at IS NULL
   AND (u.owner_id = $2 OR ($4 AND EXISTS (SELECT FROM public.quick_replies r WHERE r.upload_name = $1 AND r.owner_id IS NULL)))
"""
_LOOKED_INTO: Final = """
SELECT EXISTS (SELECT FROM public.chat_acts WHERE conversation_id = $1 AND by_id = $2 AND act = 'looked_into' AND at >= $3)
"""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with the figures of its head row (`state`, see `domain.chat.decider.summary`) at `version`."""

    id: int
    stream_id: int
    customer_id: int
    with_id: int | None
    about: str | None
    about_id: int | None
    about_seq: int | None
    created_at: datetime
    updated_at: datetime
    version: int
    state: dict[str, Any]
    assignee_id: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A conversation as a live socket needs it: whose it is, and how far it is."""

    stream_id: int
    customer_id: int
    with_id: int | None
    version: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A person who has not read `count` messages of a conversation after seq `read`; `from_staff`: the last is the help desk's."""

    conversation_id: int
    about: str | None
    about_id: int | None
    person_id: int
    count: int
    read: int
    from_staff: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its words; hidden and erased ones have none. `hidden_by`: who took a hidden one away, null of others."""

    conversation_id: int
    seq: int
    sender_id: int
    is_staff: bool
    kind: str
    at: datetime
    is_hidden: bool
    client_id: str
    content: str
    upload_name: str | None
    media_type: str | None
    filename: str | None
    is_erased: bool
    hidden_by: HiddenBy | None


@dataclass(frozen=True, slots=True)
class TalkQuery:
    """Which conversations: of a person, with those of the help desk for staff, or all of them."""

    person_id: int
    is_staff: bool = False
    sees_all: bool = False
    status: str | None = None
    assignee_id: int | None = None
    q: str = ""
    limit: int = 20
    offset: int = 0


async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """Take in new facts of one conversation, in order."""
    number = number_of(stream)
    for one in recorded:
        fact, is_talk = one.fact, False
        match fact:
            case e.ConversationOpened(by, with_id, context):
                about = (context.about, context.id, context.seq) if context else (None, None, None)
                await connection.execute(_OPEN, number, stream, by, with_id, *about, one.at, one.version)
            case e.MessageSent():
                is_talk = True
                await connection.execute(_SAY, number, one.version, fact.by, fact.is_staff, UUID(fact.text_id), fact.kind, one.at)
            case e.MessageHidden():
                await connection.execute(_HIDE, number, fact.seq)
        if (act := act_of(fact)) is not None:
            await connection.execute(_ACT, number, one.version, one.at, *act)
        await connection.execute(_TOUCH, number, one.version, one.at if is_talk else None)


def act_of(fact: e.Fact) -> tuple[int, str, int | None, str] | None:
    """Who did what with which message, for the audit page; None for talk itself and for what the clock does."""
    match fact:
        case e.MessageHidden():
            return fact.by, "hidden", fact.seq, ""
        case e.MessageReported():
            return fact.by, "reported", fact.seq, fact.complaint
        case e.ConversationResolved():
            return fact.by, "resolved", None, ""
        case e.ConversationReopened(because="asked"):
            return fact.by, "reopened", None, ""
        case e.ConversationSnoozed():
            return fact.by, "snoozed", None, fact.until.isoformat() if fact.until else ""
        case e.ConversationMuted():
            return fact.by, "muted" if fact.is_muted else "unmuted", None, ""
        case e.PersonBlocked():
            return fact.by, "blocked" if fact.is_blocked else "unblocked", None, ""
        case e.ReportDismissed():
            return fact.by, "dismissed", fact.seq, ""
        case e.ConversationLookedInto():
            return fact.by, "looked_into", None, ""
        case _:
            return None


async def one(source: Pool | Connection, number: int) -> Talk | None:
    """A conversation by its number."""
    row = await source.fetchrow(_ONE, number)
    return None if row is None else Talk(**dict(row))


async def some(source: Pool | Connection, numbers: Sequence[int]) -> list[Talk]:
    """These conversations, in this order; those that are not there are left out."""
    return [Talk(**dict(row)) for row in await source.fetch(_SOME, list(numbers))]


async def find(source: Pool | Connection, query: TalkQuery) -> tuple[list[Talk], int]:
    """A page of conversations, the newest talk first, and how many there are in all."""
    arguments = (query.person_id, query.is_staff, query.sees_all, query.status, query.assignee_id, query.q)
    total: int = await source.fetchval(f"SELECT count(*) {_FOUND}", *arguments)
    rows = await source.fetch(
        f"SELECT {_COLUMNS} {_FOUND} ORDER BY k.updated_at DESC, k.id DESC LIMIT $7 OFFSET $8", *arguments, query.limit, query.offset
    )
    return [Talk(**dict(row)) for row in rows], total


async def seen_by(
    source: Pool | Connection, person_id: int, *, is_staff: bool, numbers: Sequence[int] | None = None
) -> list[Seen]:
    """Every conversation that a person may see (of some, when `numbers` is given)."""
    return [Seen(**dict(row)) for row in await source.fetch(_SEEN, person_id, is_staff, numbers)]


async def fresh(source: Pool | Connection, people: Sequence[int], seconds: float) -> list[int]:
    """Streams of conversations of some people, and of the help desk, in which somebody spoke within some seconds."""
    return [row["stream_id"] for row in await source.fetch(_FRESH, people, seconds)]


async def messages(source: Pool | Connection, number: int, *, after: int, limit: int) -> list[Message]:
    """The messages after a seq, oldest first."""
    return [Message(**dict(row)) for row in await source.fetch(_MESSAGES, number, after, limit)]


async def page(source: Pool | Connection, number: int, *, limit: int, offset: int) -> list[Message]:
    """A page of messages, newest first."""
    return [Message(**dict(row)) for row in await source.fetch(_OLDER, number, limit, offset)]


async def around(source: Pool | Connection, number: int, seq: int, *, before: int, after: int) -> list[Message]:
    """The message at a seq with those around it, oldest first."""
    earlier = [Message(**dict(row)) for row in await source.fetch(_BEFORE, number, seq, before + 1)]
    return [*reversed(earlier), *await messages(source, number, after=seq, limit=after)]


async def of_seqs(source: Pool | Connection, number: int, seqs: Sequence[int]) -> dict[int, Message]:
    """Some messages of a conversation, by seq."""
    return {row["seq"]: Message(**dict(row)) for row in await source.fetch(_OF_SEQS, number, seqs)}


async def newest(source: Pool | Connection, talks: Sequence[Talk]) -> dict[int, Message]:
    """The last message of each of some conversations, by the conversation's number."""
    rows = await source.fetch(_NEWEST, [talk.id for talk in talks], [talk.state["last_seq"] for talk in talks])
    return {row["conversation_id"]: Message(**dict(row)) for row in rows}


async def upload_of(source: Pool | Connection, name: str, owner_id: int, kind: str, *, is_staff: bool) -> str | None:
    """The name of an upload of this kind, if it is this person's or, for staff, goes along with one of the team's quick replies."""
    found: str | None = await source.fetchval(_UPLOAD, name, owner_id, kind, is_staff)
    return found


async def was_looked_into(source: Pool | Connection, number: int, person_id: int, day: date) -> bool:
    """Whether it is noted already that somebody read along, on this day or after it (UTC)."""
    is_noted: bool = await source.fetchval(_LOOKED_INTO, number, person_id, datetime.combine(day, time(), UTC))
    return is_noted


async def unread_longer_than(source: Pool | Connection, seconds: float) -> list[Unread]:
    """Who has not read for so long what he was written within the last day, and got no letter about it since he read last."""
    return [Unread(**dict(row)) for row in await source.fetch(_UNREAD, seconds)]
