"""What was done by whom, newest first: to lots, events and conversations, read from the log, and to accounts beside them.

Acts on lots and events, and whom the help desk gave a conversation by hand, are read tables of this module; acts inside conversations
are filled by `projections.conversations`. Acts on accounts are rows that `accounts.acts` writes with the act itself; here they are only
read, so that all stand in one list, in the order of one clock: every time in it is the database's. Names and titles are joined when
they are asked for; an erased person has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from saleroom.domain.auctions.events import LotCancelled, LotEdited, LotFinished, LotStarted
from saleroom.domain.help_desk.events import ConversationHanded, ConversationReturned
from saleroom.domain.ticket_sales.events import RefundSettledByHand, SaleCancelled, SaleEdited
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, Pool
from saleroom.projections.cursors import Projection

About = Literal["lot", "event", "conversation", "person"]
ActName = Literal[
    "edited", "started", "finished", "cancelled", "roles_changed", "banned", "let_in", "renamed", "erased", "reported", "hidden",
    "resolved", "reopened", "snoozed", "muted", "unmuted", "blocked", "unblocked", "assigned", "returned", "dismissed", "looked_into",
    "refund_settled",
]

_ADD = """
INSERT INTO public.{table} (stream_id, version, at, by_id, act, reason)
SELECT $1, * FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $5::text[], $6::text[])
"""
_ADD_AT_DESK = """
INSERT INTO public.desk_acts (stream_id, version, at, by_id, act, conversation_id, agent_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
"""

# Of what is done inside a conversation, only what concerns the house: complaints, blocks, and what others than its two people did.
_ACTS: Final = """
    SELECT a.at, a.act, a.by_id, 'lot' AS about, l.id, l.title, l.seller_id AS owner_id, NULL::bigint AS user_id, NULL::bigint AS seq,
           a.reason, NULL::text[] AS roles_before, NULL::text[] AS roles_after, a.version AS place
      FROM public.lot_acts a JOIN public.lots l USING (stream_id)
    UNION ALL
    SELECT a.at, a.act, a.by_id, 'event', t.id, t.title, t.organizer_id, NULL, NULL, a.reason, NULL, NULL, a.version
      FROM public.sale_acts a JOIN public.ticket_sales t USING (stream_id)
    UNION ALL
    SELECT a.at, a.act, a.by_id, 'conversation', k.id, NULL, NULL, k.customer_id, a.seq, a.told, NULL, NULL, a.version
      FROM public.chat_acts a JOIN public.conversations k ON k.id = a.conversation_id
     WHERE a.act IN ('reported', 'blocked', 'unblocked') OR a.by_id NOT IN (k.customer_id, coalesce(k.with_id, k.customer_id))
    UNION ALL
    SELECT at, act, by_id, 'conversation', conversation_id, NULL, NULL, agent_id, NULL, '', NULL, NULL, version FROM public.desk_acts
    UNION ALL
    SELECT at, act, by_id, 'person', user_id, NULL, NULL, user_id, NULL, '', roles_before, roles_after, id FROM public.account_acts
"""
_PAGE = f"""
SELECT act.at, act.act, act.by_id, coalesce(nullif(actor.name, ''), actor.username, actor.email) AS by_name,
       act.by_id IS NOT DISTINCT FROM act.owner_id AS is_owner, act.about, act.id, act.title,
       act.user_id, coalesce(nullif(person.name, ''), person.username, person.email) AS user_name,
       act.seq, act.reason, act.roles_before, act.roles_after
  FROM (SELECT * FROM ({_ACTS}) AS every
         WHERE $1::text[] IS NULL OR every.act = ANY($1) ORDER BY at DESC, about DESC, id DESC, place DESC LIMIT $2 OFFSET $3) AS act
  LEFT JOIN public.users actor ON actor.id = act.by_id
  LEFT JOIN public.users person ON person.id = act.user_id
 ORDER BY act.at DESC, act.about DESC, act.id DESC, act.place DESC
"""
_TOTAL = f"SELECT count(*) FROM ({_ACTS}) AS every WHERE $1::text[] IS NULL OR every.act = ANY($1)"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody with the right to it did to a lot, an event, a conversation or an account; names of the erased are null.

    Attributes:
        is_owner: whether it was the lot's own seller, or the event's own organiser.
        about, id: what it was done to; for a person `id` is his.
        title: of a lot or event.
        user_id: the person of the account, the customer of the conversation, or the agent whom it was given to.
        seq: of the message that was hidden or reported.
        reason: as it was given; of a report the complaint, of a snooze until when.
        roles_before, roles_after: of an act on an account.
    """

    at: datetime
    act: ActName
    by_id: int
    by_name: str | None
    is_owner: bool
    about: About
    id: int
    title: str | None
    user_id: int | None
    user_name: str | None
    seq: int | None
    reason: str
    roles_before: list[str] | None
    roles_after: list[str] | None


def _named(fact: object) -> tuple[ActName, int, str]:
    """The name of an act, who did it, and the reason given for it."""
    match fact:
        case LotEdited() | SaleEdited():
            return "edited", fact.by, ""
        case LotStarted():
            return "started", fact.by, ""
        case LotFinished():
            return "finished", fact.by, fact.reason
        case LotCancelled() | SaleCancelled():
            return "cancelled", fact.by, fact.reason
        case RefundSettledByHand():
            return "refund_settled", fact.by, fact.note
        case _:
            raise TypeError(f"{type(fact).__name__} is no act")


def _acts_of(table: str, kind: str, *facts: type) -> Projection:
    """The read table of the acts on one noun."""
    add, empty = _ADD.format(table=table), f"DELETE FROM public.{table}"

    async def apply(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
        named = [_named(one.fact) for one in recorded]
        await connection.execute(
            add, stream, [one.version for one in recorded], [one.at for one in recorded], [by for _, by, _ in named],
            [act for act, _, _ in named], [reason.replace("\x00", "") for _, _, reason in named],  # old facts may hold a NUL
        )

    async def clear(connection: Connection) -> None:
        await connection.execute(empty)

    return Projection(table, kind, frozenset(facts), apply, clear)


async def _apply_at_desk(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
    """What the desk did by itself, when a customer of an absent agent wrote, is nobody's act."""
    for one in recorded:
        match one.fact:
            case ConversationHanded(conversation, agent_id, by):
                await connection.execute(_ADD_AT_DESK, stream, one.version, one.at, by, "assigned", conversation, agent_id)
            case ConversationReturned(conversation, int(by)):
                await connection.execute(_ADD_AT_DESK, stream, one.version, one.at, by, "returned", conversation, None)


async def _clear_at_desk(connection: Connection) -> None:
    await connection.execute("DELETE FROM public.desk_acts")


LOT_ACTS: Final = _acts_of("lot_acts", "auctions", LotEdited, LotStarted, LotFinished, LotCancelled)
SALE_ACTS: Final = _acts_of("sale_acts", "ticket_sales", SaleEdited, SaleCancelled, RefundSettledByHand)
DESK_ACTS: Final = Projection(
    "desk_acts", "help_desk", frozenset({ConversationHanded, ConversationReturned}), _apply_at_desk, _clear_at_desk
)

PROJECTIONS: Final = (LOT_ACTS, SALE_ACTS, DESK_ACTS)


async def newest(
    source: Pool | Connection, names: Sequence[ActName] | None = None, *, limit: int = 20, offset: int = 0
) -> tuple[list[Act], int]:
    """A page of acts, newest first, and how many there are in all.

    Args:
        names: only these kinds of acts; None for all.
    """
    total: int = await source.fetchval(_TOTAL, names)
    rows = await source.fetch(_PAGE, names, limit, offset)
    return [Act(**dict(row)) for row in rows], total
