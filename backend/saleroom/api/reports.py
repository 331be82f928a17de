"""The doors of reported messages, for administrators: the list, one with what was said around it, and putting a complaint aside.

Whatever else is done about one has its own door: a message is hidden in `messages`, a customer muted in `conversations`, a person banned
in `people`. The list shows the message that somebody put before the house; what was said around it is read along, and noted.
"""

from collections.abc import Sequence
from typing import Annotated, Final, Literal
from uuid import uuid4

from fastapi import APIRouter, Query
from pydantic import BaseModel

from saleroom.accounts import profiles
from saleroom.api.asking import ask
from saleroom.api.auctions import Limit, Offset
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.talk_forms import ChatMessage, ChatUser, Conversation, Faces, conversations_json, messages_json
from saleroom.api.talking import seen_talk
from saleroom.api.who import Admin, GuardedRoute
from saleroom.domain.chat import commands as c
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import NUMBER_MAX, item_parts, stream_id
from saleroom.projections import conversations, reports
from saleroom.projections.reports import Reported, State

BEFORE_MAX: Final = 10
AFTER_MAX: Final = 5


router = APIRouter(route_class=GuardedRoute, tags=["administration"])


class Complaint(BaseModel):
    """What somebody found wrong with a message."""

    by: ChatUser
    complaint: c.Complaint
    created_at: float


class Report(BaseModel):
    """A message that was complained of, the newest complaint first; `state` is `open` until it is hidden or put aside.

    `is_sender_banned`: whoever wrote it is shut out of the house already, or has left it.
    """

    message: ChatMessage
    conversation: Conversation
    complaints: list[Complaint]
    state: State
    is_sender_banned: bool


class Reports(BaseModel):
    """A page of reports, and how many there are in all."""

    items: list[Report]
    total: int


class ReportInContext(Report):
    """A report with what was said around the message, oldest first."""

    around: list[ChatMessage]


@router.get("/admin/reports", responses=documented("malformed"))
async def list_reports(
    house: TheHouse, admin: Admin, limit: Limit = 20, offset: Offset = 0,
    state: Annotated[Literal["open", "settled"] | None, Query(description="Only those that wait, or only those seen to.")] = None,
) -> Reports:
    """Messages that somebody complained of, the newest complaint first."""
    found, total = await reports.find(house.pool, is_open=None if state is None else state == "open", limit=limit, offset=offset)
    return Reports(items=await _shown(house, found), total=total)


@router.get("/admin/reports/{message_id}", responses=documented("malformed", *refusals(c.LookInto), "unknown_message"))
async def read_report(house: TheHouse, admin: Admin, message_id: int) -> ReportInContext:
    """One of them with what was said around it."""
    found = await _reported(house, message_id)
    talk = await seen_talk(house, admin, found.conversation_id)
    (report,) = await _shown(house, [found])
    around = await conversations.around(house.pool, talk.id, found.seq, before=BEFORE_MAX, after=AFTER_MAX)
    return ReportInContext(**report.model_dump(), around=await messages_json(house, talk, around))


@router.post("/admin/reports/{message_id}/dismiss", responses=documented("malformed", *refusals(c.DismissReport)))
async def dismiss(house: TheHouse, admin: Admin, message_id: int) -> Report:
    """Nothing is wrong with it. Another complaint brings it back."""
    found = await _reported(house, message_id)
    await ask(house, stream_id("chat", found.conversation_id), c.DismissReport(admin.id, found.seq), uuid4())
    (report,) = await _shown(house, [await _reported(house, message_id)])
    return report


async def _reported(house: House, message_id: int) -> Reported:
    number, seq = item_parts(message_id)
    found = await reports.one(house.pool, number, seq) if 1 <= number <= NUMBER_MAX else None
    if found is None:
        raise RefusedError("unknown_message")
    return found


async def _shown(house: House, found: Sequence[Reported]) -> list[Report]:
    told = await reports.complaints(house.pool, found)
    faces = await Faces.of(house, [one.by_id for one in told])
    shown = []
    for one in found:
        talk = await conversations.one(house.pool, one.conversation_id)
        words = await conversations.of_seqs(house.pool, one.conversation_id, [one.seq])
        assert talk is not None
        sender_id = words[one.seq].sender_id
        (message,) = await messages_json(house, talk, list(words.values()))
        (conversation,) = await conversations_json(house, [talk], {talk.id})
        shown.append(Report(
            message=message, conversation=conversation, state=one.state,
            is_sender_banned=not (await profiles.some(house.pool, [sender_id]))[sender_id].is_active,
            complaints=[
                Complaint(by=faces.user(each.by_id), complaint=each.complaint, created_at=each.at.timestamp())  # type: ignore[arg-type]
                for each in told if (each.conversation_id, each.seq) == (one.conversation_id, one.seq)
            ],
        ))
    return shown
