"""The doors of conversations: find one, begin one, read it, and what its people and the help desk may do with it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from saleroom.accounts import profiles
from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.auctions import WRITES, IdempotencyKey
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.talk_forms import (
    Assignment,
    Conversation,
    ConversationPage,
    MuteForm,
    NewConversation,
    PersonName,
    ReportForm,
    SearchText,
    SnoozeForm,
    TalkStatus,
    conversations_json,
)
from saleroom.api.talking import seen_talk, speaker_of, takes_part, talk_of
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.chat import commands as c
from saleroom.domain.decider import RefusedError
from saleroom.domain.help_desk.commands import Assign
from saleroom.domain.ids import HELP_DESK, item_parts, stream_id
from saleroom.eventlog.numbers import claim_number
from saleroom.projections import contexts, conversations
from saleroom.projections.conversations import TalkQuery

OFFSET_MAX: Final = 2**53
PAGE_MAX: Final = 100

_PAIRS: Final = UUID("3f2b1c0d-7a55-5b0e-8c11-90d2f5a6b7c8")
READS: Final = ("unknown_conversation", "malformed", "busy", "unavailable")
ACTS: Final = (*WRITES, "unknown_conversation", "forbidden")

router = APIRouter(route_class=GuardedRoute, tags=["chat"])


class Wanted(BaseModel):
    """Which conversations. For agents and administrators `scope=mine` is those they take part in, `help` the help desk's as well."""

    status: TalkStatus | None = None
    assignee: PersonName | None = None
    q: SearchText = ""
    scope: Literal["mine", "help", "all"] | None = None
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = 20
    offset: Annotated[int, Field(ge=0, le=OFFSET_MAX)] = 0


@router.get("/conversations", responses=documented("unknown_user", "malformed"))
async def list_conversations(house: TheHouse, person: SignedIn, wanted: Annotated[Wanted, Query()]) -> ConversationPage:
    """One's own conversations, the newest talk first; for agents and administrators all of them.

    The last words of two others are left out: who opens their conversation to read them is noted.
    """
    speaker, scope = speaker_of(person), wanted.scope
    query = TalkQuery(
        person.id, is_staff=speaker.is_staff and scope != "mine", sees_all=speaker.is_staff and scope not in ("mine", "help"),
        status=wanted.status,
        assignee_id=None if wanted.assignee is None else await _person(house, person, wanted.assignee), q=wanted.q.strip(),
        limit=wanted.limit, offset=wanted.offset,
    )
    found, total = await conversations.find(house.pool, query)
    closed = {talk.id for talk in found if not takes_part(talk, speaker)}
    return ConversationPage(count=total, results=await conversations_json(house, found, closed))


async def _person(house: House, person: Person, name: str) -> int:
    if name == "me":
        return person.id
    found = await profiles.id_of(house.pool, name)
    if found is None:
        raise RefusedError("unknown_user")
    return found


@router.post(
    "/conversations", status_code=201,
    responses=documented(
        *WRITES, *refusals(c.OpenConversation), "unknown_user", "unknown_order", "unknown_event",
        "unknown_conversation",
    ),
)
async def begin(house: TheHouse, person: SignedIn, form: NewConversation) -> Conversation:
    """Begin to talk: a pair has one conversation about one thing, whoever begins it and however often."""
    context = None if form.context is None else c.Context(form.context.about, form.context.id, form.context.seq)
    if context is not None:
        await contexts.check(house.pool, context.about, context.id, person.id)
    other = await _other(house, person, form, context)
    if other == person.id:
        raise RefusedError("talks_to_himself")
    return await read_talk(house, await open_talk(house, person.id, other, context))


async def _other(house: House, person: Person, form: NewConversation, context: c.Context | None) -> int | None:
    """With whom; None is the help desk."""
    if form.to == "help":
        return None
    if form.to == "seller":
        if context is None:
            raise RefusedError("malformed", field="context", reason="say about which lot or event.")
        return await contexts.seller_of(house.pool, context.about, context.id)
    names = [name for name in (form.participant1_id, form.participant2_id) if name is not None]
    people = [await _person(house, person, name) for name in names]
    if not people:
        raise RefusedError("malformed", field="participant2_id", reason="say with whom.")
    if len(people) == 2 and person.id not in people:
        raise RefusedError("not_you")
    return next((one for one in people if one != person.id), person.id)


async def open_talk(house: House, by: int, other: int | None, context: c.Context | None) -> int:
    """The conversation of two people, or of one and the help desk, about one thing: made once; its number."""
    about = f"{context.about}/{context.id}" if context else ""
    name = f"help/{by}/{about}" if other is None else f"pair/{min(by, other)}/{max(by, other)}/{about}"
    command_id = uuid5(_PAIRS, name)
    number = await claim_number(house.pool, "chat", command_id)
    if await conversations.one(house.pool, number) is None:
        try:
            await ask(house, stream_id("chat", number), c.OpenConversation(by, other, context), command_id)
        except RefusedError as error:
            if error.refused.code != "command_conflict":  # the other one began it at the same moment
                raise
    return number


async def read_talk(house: House, number: int) -> Conversation:
    """A conversation as it is now, for somebody who may see it.

    Raises:
        RefusedError: unknown_conversation.
    """
    talk = await conversations.one(house.pool, number)
    if talk is None:
        raise RefusedError("unknown_conversation")
    return (await conversations_json(house, [talk]))[0]


@router.get("/conversations/{conversation_id}", responses=documented(*READS))
async def read_conversation(house: TheHouse, person: SignedIn, conversation_id: int) -> Conversation:
    """One conversation that one may see; staff may see all, and are noted where they take no part."""
    return await _visible(house, person, conversation_id)


@router.get("/conversations/{conversation_id}/detail", responses=documented(*READS))
async def read_detail(house: TheHouse, person: SignedIn, conversation_id: int) -> Conversation:
    """The same as without `/detail`."""
    return await _visible(house, person, conversation_id)


async def _visible(house: House, person: Person, number: int) -> Conversation:
    talk = await seen_talk(house, person, number)
    return (await conversations_json(house, [talk]))[0]


async def _act(house: House, person: Person, number: int, make: Callable[[int, bool], Any], key: str | None = None) -> Conversation:
    """Somebody who takes part in a conversation does something with it."""
    speaker = speaker_of(person)
    talk = await talk_of(house, speaker, number)
    await ask(house, talk.stream_id, make(person.id, speaker.is_staff), command_id_of(key))
    return await read_talk(house, number)


@router.post("/conversations/{conversation_id}/resolve", responses=documented(*ACTS, *refusals(c.Resolve)))
async def resolve(house: TheHouse, person: SignedIn, conversation_id: int, idempotency_key: IdempotencyKey = None) -> Conversation:
    """Nothing more is owed."""
    return await _act(house, person, conversation_id, c.Resolve, idempotency_key)


@router.post("/conversations/{conversation_id}/reopen", responses=documented(*ACTS, *refusals(c.Reopen)))
async def reopen(house: TheHouse, person: SignedIn, conversation_id: int, idempotency_key: IdempotencyKey = None) -> Conversation:
    """Something is owed after all."""
    return await _act(house, person, conversation_id, c.Reopen, idempotency_key)


@router.post("/conversations/{conversation_id}/snooze", responses=documented(*ACTS, *refusals(c.Snooze)))
async def snooze(house: TheHouse, person: SignedIn, conversation_id: int, form: SnoozeForm | None = None) -> Conversation:
    """Staff set it aside until a time, or until the customer writes."""
    until = None if form is None or form.until is None else datetime.fromtimestamp(form.until, UTC)
    return await _act(house, person, conversation_id, lambda by, is_staff: c.Snooze(by, is_staff, until))


@router.post("/conversations/{conversation_id}/mute", responses=documented(*ACTS, *refusals(c.Mute)))
async def mute(house: TheHouse, person: SignedIn, conversation_id: int, form: MuteForm | None = None) -> Conversation:
    """Staff let the customer's messages reopen it no more, or again."""
    return await _act(house, person, conversation_id, lambda by, is_staff: c.Mute(by, is_staff, form is None or form.is_on))


@router.post("/conversations/{conversation_id}/block", responses=documented(*ACTS, *refusals(c.Block)))
async def block(house: TheHouse, person: SignedIn, conversation_id: int, form: MuteForm | None = None) -> Conversation:
    """A participant takes no messages from the other any more, or takes them again."""
    return await _act(house, person, conversation_id, lambda by, is_staff: c.Block(by, form is None or form.is_on))


@router.post("/conversations/{conversation_id}/report", responses=documented(*ACTS, *refusals(c.Report, c.LookInto)))
async def report(house: TheHouse, person: SignedIn, conversation_id: int, form: ReportForm) -> Conversation:
    """Tell the house that a message is not right; administrators find it among the reports."""
    number, seq = item_parts(form.message_id)
    talk = await seen_talk(house, person, conversation_id)
    if number != conversation_id:
        raise RefusedError("unknown_message")
    await ask(house, talk.stream_id, c.Report(person.id, speaker_of(person).is_staff, seq, form.complaint), uuid4())
    return await read_talk(house, conversation_id)


@router.post("/conversations/{conversation_id}/assign", responses=documented(*ACTS, *refusals(Assign), "unknown_user"))
async def assign(house: TheHouse, person: SignedIn, conversation_id: int, form: Assignment) -> Conversation:
    """Staff give a conversation of the help desk to an agent by hand, or back into the queue."""
    speaker = speaker_of(person)
    if not speaker.is_staff:
        raise RefusedError("forbidden")
    talk = await talk_of(house, speaker, conversation_id)
    if talk.with_id is not None:
        raise RefusedError("forbidden")
    agent = None if form.assignee_id is None else await _agent(house, person, form.assignee_id)
    expected = talk.assignee_id
    if "expected" in form.model_fields_set:
        expected = None if form.expected is None else await _person(house, person, form.expected)
    await ask(house, HELP_DESK, Assign(person.id, conversation_id, agent, expected), uuid4())
    return await read_talk(house, conversation_id)


async def _agent(house: House, person: Person, name: str) -> int:
    """Somebody who answers for the help desk.

    Raises:
        RefusedError: unknown_user; malformed for everybody else.
    """
    found = await _person(house, person, name)
    if not (await profiles.some(house.pool, [found]))[found].is_staff:
        raise RefusedError("malformed", field="assignee_id", reason="assignee_id is an agent or administrator.")
    return found
