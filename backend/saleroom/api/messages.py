"""The doors of messages: read those of a conversation, say something, say how far one has read, take one out of sight."""

from typing import Annotated, Final, Literal
from uuid import uuid4

from fastapi import APIRouter, Query

from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey
from saleroom.api.conversations import ACTS, PAGE_MAX, READS, read_talk
from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.talk_forms import ChatMessage, Conversation, MessagePage, NewMessage, ReadForm, messages_json
from saleroom.api.talking import EVERYTHING, Speaker, mark_read, say, saying, seen_talk, speaker_of, talk_of
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.chat.commands import HideMessage
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import NUMBER_MAX, item_parts, stream_id
from saleroom.projections import conversations

PAGES_MAX: Final = 1_000_000

Page = Annotated[int, Query(ge=1, le=PAGES_MAX)]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX)]
Seq = Annotated[int, Query(ge=0, le=EVERYTHING)]

router = APIRouter(route_class=GuardedRoute, tags=["chat"])


@router.get("/conversations/{conversation_id}/messages", responses=documented(*READS))
async def list_messages(
    house: TheHouse, person: SignedIn, conversation_id: int, order: Literal["asc", "desc"] = "asc", page: Page = 1,
    page_size: PageSize = 50, after: Seq | None = None,
) -> MessagePage:
    """The messages of a page, counted from the newest, in either order; or those after a seq, oldest first."""
    talk = await seen_talk(house, person, conversation_id)
    if after is not None:
        found = await conversations.messages(house.pool, talk.id, after=after, limit=page_size)
    else:
        found = await conversations.page(house.pool, talk.id, limit=page_size, offset=(page - 1) * page_size)
        if order == "asc":
            found.reverse()
    return MessagePage(count=talk.state["messages"], results=await messages_json(house, talk, found))


@router.put("/conversations/{conversation_id}/read", responses=documented(*ACTS, "unavailable"))
async def read_all(house: TheHouse, person: SignedIn, conversation_id: int, form: ReadForm | None = None) -> Conversation:
    """Everything of a conversation up to a seq is read; without one, all of it."""
    read = form.seq if form is not None and form.seq is not None else EVERYTHING
    await mark_read(house, speaker_of(person), conversation_id, read=read)
    return await read_talk(house, conversation_id)


@router.put("/conversations/{conversation_id}/messages/read-all", responses=documented(*ACTS, "unavailable"))
async def read_all_messages(house: TheHouse, person: SignedIn, conversation_id: int) -> Conversation:
    """Everything of a conversation is read."""
    await mark_read(house, speaker_of(person), conversation_id, read=EVERYTHING)
    return await read_talk(house, conversation_id)


@router.post(
    "/messages", status_code=201,
    responses=documented(*ACTS, "not_verified", "unknown_upload", "blocked", "message_too_long", "rate_limited", "unavailable"),
)
async def send_message(
    house: TheHouse, person: SignedIn, form: NewMessage, idempotency_key: IdempotencyKey = None
) -> ChatMessage:
    """Say something. A retry with the same `client_id` (or Idempotency-Key) finds the same message."""
    if house.policy.require_verified and not person.is_verified:
        raise RefusedError("not_verified")
    house.count_bid(person.id)
    speaker = speaker_of(person)
    what = saying(form.conversation_id, form.content, form.message_type, form.client_id or idempotency_key)
    seq = await say(house, speaker, what)
    return await _one_message(house, speaker, form.conversation_id, seq)


async def _one_message(house: House, speaker: Speaker, number: int, seq: int) -> ChatMessage:
    talk = await talk_of(house, speaker, number)
    found = await conversations.of_seqs(house.pool, number, [seq])
    return (await messages_json(house, talk, list(found.values())))[0]


@router.put("/messages/{message_id}/read", responses=documented(*ACTS, "unknown_message", "unavailable"))
async def read_message(house: TheHouse, person: SignedIn, message_id: int) -> ChatMessage:
    """A message, and everything before it, is read."""
    number, seq = item_parts(message_id)
    speaker = speaker_of(person)
    await _known_message(house, speaker, number, seq)
    await mark_read(house, speaker, number, read=seq)
    return await _one_message(house, speaker, number, seq)


@router.delete("/messages/{message_id}", status_code=204, responses=documented(*ACTS, *refusals(HideMessage)))
async def hide_message(house: TheHouse, person: SignedIn, message_id: int) -> None:
    """Take one's own message out of sight, as staff any of the help desk's, as administrator any. The log keeps that it was hidden."""
    number, seq = item_parts(message_id)
    speaker = speaker_of(person)
    await _known_message(house, speaker, number, seq, sees_all=person.is_admin)
    await ask(house, stream_id("chat", number), HideMessage(person.id, speaker.is_staff, seq), uuid4())


async def _known_message(house: House, speaker: Speaker, number: int, seq: int, *, sees_all: bool = False) -> None:
    """Make sure that there is such a message, and that somebody may see it.

    Raises:
        RefusedError: unknown_message; forbidden for staff who may only read along.
    """
    try:
        if not sees_all:
            await talk_of(house, speaker, number)
    except RefusedError as error:
        if error.refused.code != "unknown_conversation":
            raise
        raise RefusedError("unknown_message") from None
    if not 1 <= number <= NUMBER_MAX or not await conversations.of_seqs(house.pool, number, [seq]):
        raise RefusedError("unknown_message")
