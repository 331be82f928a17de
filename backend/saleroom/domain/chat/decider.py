"""The rules of a conversation: who may speak in it, what a message changes, how far everyone has read.

A conversation is between two people, or between one, the customer, and the help desk, where any agent may answer. Its states
(CH-STA): `open`; `pending` while a customer waits for the help desk's first answer; `snoozed`; `resolved`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final, Literal

from saleroom.domain.chat import commands as c
from saleroom.domain.chat import events as e
from saleroom.domain.decider import Decider, Refused

Status = Literal["none", "open", "pending", "snoozed", "resolved"]

REST: Final = timedelta(days=14)  # without a message, and with nobody waiting for the house (CH-STA's D)
STAFF: Final = 0  # whoever answers for the help desk reads with this one cursor

_NOBODY: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything that decides.

    Attributes:
        customer_id: who opened it.
        with_id: the other person; None is the help desk.
        messages: seq to who sent it; `STAFF` for the help desk.
        reported: messages that somebody complained of, and that nobody found right since.
        delivered, read: how far messages reached whom, and were read. The help desk is `STAFF`.
        unread: messages of others above the read cursor, for both sides.
    """

    status: Status = "none"
    version: int = 0
    customer_id: int = 0
    with_id: int | None = None
    context: c.Context | None = None
    last_seq: int = 0
    last_at: datetime | None = None
    last_by: int = 0
    snoozed_until: datetime | None = None
    is_muted: bool = False
    messages: int = 0
    blocked_by: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    reported: frozenset[int] = frozenset()
    delivered: Mapping[int, int] = field(default_factory=lambda: _NOBODY)
    read: Mapping[int, int] = field(default_factory=lambda: _NOBODY)
    unread: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    senders: Mapping[int, int] = field(default_factory=lambda: _NOBODY)

    @property
    def is_help(self) -> bool:
        return self.with_id is None

    @property
    def sides(self) -> tuple[int, int]:
        """Whose cursors there are: the two people, or the customer and the help desk."""
        return self.customer_id, STAFF if self.with_id is None else self.with_id

    def side(self, person_id: int, is_staff: bool) -> int | None:
        """For whom somebody speaks here: himself, the help desk, or nobody (None)."""
        if person_id in (self.customer_id, self.with_id):
            return person_id
        return STAFF if self.is_help and is_staff else None


def decide(talk: Conversation, command: c.Command, at: datetime) -> list[e.Fact] | Refused:
    """The facts of one command, or why there are none. What is due at `at` has been done before."""
    if isinstance(command, c.OpenConversation):
        return _open(talk, command)
    if talk.status == "none":
        return Refused("unknown_conversation")
    match command:
        case c.SendMessage():
            return _send(talk, command)
        case c.HideMessage():
            return _hide(talk, command)
        case c.MoveCursor():
            return _move(talk, command)
        case c.Resolve() | c.Reopen():
            return _close_or_open(talk, command)
        case c.Snooze() | c.Mute():
            return _set_aside(talk, command, at)
        case c.Block() | c.Report() | c.DismissReport() | c.LookInto():
            return _watch_over(talk, command)


def _watch_over(talk: Conversation, command: c.Block | c.Report | c.DismissReport | c.LookInto) -> list[e.Fact] | Refused:
    match command:
        case c.Block():
            return _block(talk, command)
        case c.Report() | c.DismissReport():
            return _report(talk, command)
        case c.LookInto():  # whoever takes part, or may answer here, leaves no trace
            return [] if talk.side(command.by, is_staff=True) is not None else [e.ConversationLookedInto(command.by)]


def _open(talk: Conversation, asked: c.OpenConversation) -> list[e.Fact] | Refused:
    if talk.status != "none":
        return Refused("command_conflict")
    if asked.by == asked.with_id:
        return Refused("talks_to_himself")
    return [e.ConversationOpened(asked.by, asked.with_id, asked.context)]


def _send(talk: Conversation, message: c.SendMessage) -> list[e.Fact] | Refused:
    side = talk.side(message.by, message.is_staff)
    if side is None:
        return Refused("unknown_conversation")
    if talk.blocked_by - {side}:
        return Refused("blocked")
    facts: list[e.Fact] = [e.MessageSent(message.by, side == STAFF, str(message.text_id), message.kind)]
    if _wakes(talk, is_customers=side == talk.customer_id):
        facts.append(e.ConversationReopened(message.by, "message"))
    return facts


def _wakes(talk: Conversation, *, is_customers: bool) -> bool:
    """Whether a message reopens: the customer's unless he is muted; the other side's only what was resolved (CH-STA)."""
    if is_customers:
        return talk.status in ("resolved", "snoozed") and not talk.is_muted
    return talk.status == "resolved"


def _hide(talk: Conversation, hide: c.HideMessage) -> list[e.Fact] | Refused:
    side, sender = talk.side(hide.by, hide.is_staff), talk.senders.get(hide.seq)
    if (side is None and not hide.is_staff) or sender is None:
        return Refused("unknown_message")
    if sender != side and not hide.is_staff:
        return Refused("not_yours")
    return [] if hide.seq in talk.hidden else [e.MessageHidden(hide.by, hide.seq)]


def _move(talk: Conversation, move: c.MoveCursor) -> list[e.Fact] | Refused:
    """A cursor beyond the newest message stands at it; one that would go back stays, and nothing is written."""
    side = talk.side(move.by, is_staff=True)
    if side is None:
        return Refused("unknown_conversation")
    read = max(talk.read.get(side, 0), min(move.read, talk.last_seq))
    delivered = max(talk.delivered.get(side, 0), read, min(move.delivered, talk.last_seq))
    if read == talk.read.get(side, 0) and delivered == talk.delivered.get(side, 0):
        return []
    return [e.CursorMoved(side, delivered, read)]


def _close_or_open(talk: Conversation, command: c.Resolve | c.Reopen) -> list[e.Fact] | Refused:
    if talk.side(command.by, command.is_staff) is None:
        return Refused("unknown_conversation")
    if isinstance(command, c.Resolve):
        return [] if talk.status == "resolved" else [e.ConversationResolved(command.by)]
    return [e.ConversationReopened(command.by, "asked")] if talk.status in ("resolved", "snoozed") else []


def _set_aside(talk: Conversation, command: c.Snooze | c.Mute, at: datetime) -> list[e.Fact] | Refused:
    if not command.is_staff or not talk.is_help:
        return Refused("forbidden")
    if isinstance(command, c.Mute):
        return [] if command.is_muted == talk.is_muted else [e.ConversationMuted(command.by, command.is_muted)]
    if talk.status == "resolved":
        return Refused("conversation_resolved")
    if command.until is not None and command.until <= at:
        return Refused("times_in_wrong_order", {"start_time": at.isoformat(), "end_time": command.until.isoformat()})
    return [e.ConversationSnoozed(command.by, command.until)]


def _block(talk: Conversation, block: c.Block) -> list[e.Fact] | Refused:
    if talk.side(block.by, is_staff=False) is None:
        return Refused("unknown_conversation")
    if talk.is_help:
        return Refused("forbidden")
    return [] if (block.by in talk.blocked_by) == block.is_blocked else [e.PersonBlocked(block.by, block.is_blocked)]


def _report(talk: Conversation, command: c.Report | c.DismissReport) -> list[e.Fact] | Refused:
    """Each complaint is kept, also of the same person; one that is put aside may be followed by another."""
    sender = talk.senders.get(command.seq)
    if sender is None:
        return Refused("unknown_message")
    if isinstance(command, c.DismissReport):
        return [e.ReportDismissed(command.by, command.seq)] if command.seq in talk.reported else []
    side = talk.side(command.by, command.is_staff)
    if side is None and not command.is_staff:
        return Refused("unknown_conversation")
    if sender == side:
        return Refused("not_yours")
    return [e.MessageReported(command.by, command.seq, command.complaint)]


def evolve(talk: Conversation, fact: e.Fact, at: datetime) -> Conversation:
    """The conversation after one fact that happened at `at`."""
    talk = replace(talk, version=talk.version + 1)
    match fact:
        case e.ConversationOpened():
            return replace(
                talk, status="open" if fact.with_id is not None else "pending", customer_id=fact.by, with_id=fact.with_id,
                context=fact.context, last_at=at,
            )
        case e.MessageSent():
            return _after_message(talk, fact, at)
        case e.MessageHidden():
            unread = {side: tuple(seq for seq in seqs if seq != fact.seq) for side, seqs in talk.unread.items()}
            return replace(talk, hidden=talk.hidden | {fact.seq}, unread=MappingProxyType(unread))
        case e.CursorMoved():
            left = tuple(seq for seq in talk.unread.get(fact.person_id, ()) if seq > fact.read)
            return replace(
                talk, delivered=_with(talk.delivered, fact.person_id, fact.delivered), read=_with(talk.read, fact.person_id, fact.read),
                unread=MappingProxyType({**talk.unread, fact.person_id: left}),
            )
        case e.ConversationResolved() | e.ConversationRested() | e.ConversationReopened() | e.SnoozeEnded() | e.ConversationSnoozed():
            return _in_status(talk, fact)
        case e.ConversationMuted() | e.PersonBlocked() | e.MessageReported() | e.ReportDismissed() | e.ConversationLookedInto():
            return _watched_over(talk, fact)


def _watched_over(talk: Conversation, fact: e.WatchFact) -> Conversation:
    match fact:
        case e.ConversationMuted():
            return replace(talk, is_muted=fact.is_muted)
        case e.PersonBlocked():
            return replace(talk, blocked_by=talk.blocked_by | {fact.by} if fact.is_blocked else talk.blocked_by - {fact.by})
        case e.MessageReported():
            return replace(talk, reported=talk.reported | {fact.seq})
        case e.ReportDismissed():
            return replace(talk, reported=talk.reported - {fact.seq})
        case e.ConversationLookedInto():
            return talk


def _in_status(talk: Conversation, fact: e.StatusFact) -> Conversation:
    match fact:
        case e.ConversationResolved() | e.ConversationRested():
            return replace(talk, status="resolved", snoozed_until=None)
        case e.ConversationReopened() | e.SnoozeEnded():
            return replace(talk, status="open", snoozed_until=None)
        case e.ConversationSnoozed():
            return replace(talk, status="snoozed", snoozed_until=fact.until)


def _after_message(talk: Conversation, sent: e.MessageSent, at: datetime) -> Conversation:
    """One's own message is read by oneself, and with it everything before; for the other side it is unread."""
    side, seq = STAFF if sent.is_staff else sent.by, talk.version
    other = next(one for one in talk.sides if one != side)
    unread = MappingProxyType({**talk.unread, side: (), other: (*talk.unread.get(other, ()), seq)})
    return replace(
        talk, status="open" if talk.status == "pending" and sent.is_staff else talk.status, last_seq=seq, last_at=at, last_by=side,
        messages=talk.messages + 1, senders=_with(talk.senders, seq, side), delivered=_with(talk.delivered, side, seq),
        read=_with(talk.read, side, seq), unread=unread,
    )


def _with(cursors: Mapping[int, int], key: int, value: int) -> Mapping[int, int]:
    return MappingProxyType({**cursors, key: value})


def due_at(talk: Conversation) -> datetime | None:
    """When the clock next does something: end a snooze, or let a conversation rest that waits for nobody of the house."""
    if talk.status == "snoozed":
        return talk.snoozed_until
    if talk.status == "open" and talk.is_help and talk.last_at is not None and talk.last_by == STAFF and talk.messages:
        return talk.last_at + REST
    return None


def due(talk: Conversation, at: datetime) -> list[e.Fact]:
    """The timed fact of a conversation whose `due_at` has come."""
    return [e.SnoozeEnded() if talk.status == "snoozed" else e.ConversationRested()]


def summary(talk: Conversation) -> dict[str, Any]:
    """The small state of the head row: what lists of conversations show as figures."""
    context = talk.context
    return {
        "status": talk.status, "customer": talk.customer_id, "with": talk.with_id,
        "context": None if context is None else [context.about, context.id, context.seq],
        "last_seq": talk.last_seq, "last_at": talk.last_at.isoformat() if talk.last_at else None, "last_by": talk.last_by,
        "messages": talk.messages, "is_muted": talk.is_muted, "blocked_by": sorted(talk.blocked_by),
        "read": [talk.read.get(side, 0) for side in talk.sides], "delivered": [talk.delivered.get(side, 0) for side in talk.sides],
        "unread": [len(talk.unread.get(side, ())) for side in talk.sides],
        "snoozed_until": talk.snoozed_until.isoformat() if talk.snoozed_until else None,
    }


CONVERSATION = Decider(
    kind="chat", initial=Conversation, decide=decide, evolve=evolve, due_at=due_at, due=due,
    creates=lambda command: isinstance(command, c.OpenConversation), summary=summary, state_version=1,
)
