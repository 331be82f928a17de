"""The doors of quick replies: one's own and the team's, found by `/code` or by their words."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import AfterValidator, BaseModel, Field, StrictBool

from saleroom.accounts import profiles, quick_replies, uploads
from saleroom.accounts.quick_replies import OWN_MAX, QuickReply
from saleroom.accounts.sign_in import Person
from saleroom.api.auctions import WRITES
from saleroom.api.deps import House, TheHouse
from saleroom.api.fields import clean
from saleroom.api.problems import documented
from saleroom.api.talk_forms import PersonName
from saleroom.api.talking import speaker_of
from saleroom.api.who import GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.realtime.public import upload_address

NUMBER_MAX: Final = 2**53

Code = Annotated[str, Field(pattern=r"^[a-z0-9-]{0,32}$", description="What one types after a slash.")]
Content = Annotated[str, AfterValidator(clean), Field(min_length=1, max_length=4_000)]
SortOrder = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]

router = APIRouter(route_class=GuardedRoute, tags=["chat"])


class QuickReplyForm(BaseModel):
    """A text to keep. Variables such as {name}, {lot} and {order} are filled in where it is used. `upload` is the name of one's upload."""

    content: Content
    sort_order: SortOrder = 0
    code: Code = ""
    is_team: StrictBool = False
    upload: Annotated[str, AfterValidator(clean), Field(max_length=200)] | None = None


class QuickReplyPatch(BaseModel):
    """What changes of it."""

    content: Content | None = None
    sort_order: SortOrder | None = None
    code: Code | None = None


class Reply(BaseModel):
    """A text at hand."""

    id: int
    user_id: str | None
    content: str
    sort_order: int
    code: str
    is_team: bool
    upload_url: str | None
    upload_kind: str | None
    filename: str | None


@router.get("/quick-replies/user/{user_id}", responses=documented("malformed"))
async def list_replies(
    house: TheHouse, person: SignedIn, user_id: PersonName, q: Annotated[str, Query(max_length=64), AfterValidator(clean)] = ""
) -> list[Reply]:
    """One's own, then for agents the team's; `q` is the beginning of a code or part of the text."""
    names = await profiles.public_names(house.pool, [person.id])
    if user_id not in ("me", names[person.id], str(person.id)):
        raise RefusedError("not_you")
    found = await quick_replies.at_hand(house.pool, person.id, q.removeprefix("/"), with_team=speaker_of(person).is_staff)
    return [_json(one, names[person.id]) for one in found]


@router.post("/quick-replies", status_code=201, responses=documented(*WRITES, "forbidden", "unknown_upload", "too_many_replies"))
async def keep_reply(house: TheHouse, person: SignedIn, form: QuickReplyForm) -> Reply:
    """Keep one more; the team's are kept by agents."""
    if form.is_team and not speaker_of(person).is_staff:
        raise RefusedError("forbidden")
    upload = await _own_upload(house, person, form.upload)
    owner = None if form.is_team else person.id
    number = await quick_replies.add(house.pool, owner, form.code, form.content, upload, form.sort_order)
    if number is None:
        raise RefusedError("too_many_replies", max=OWN_MAX)
    return await _shown(house, person, number)


async def _own_upload(house: House, person: Person, address: str | None) -> str | None:
    if address is None:
        return None
    found = await uploads.one(house.pool, address.rpartition("/")[2])
    if found is None or found.owner_id != person.id:
        raise RefusedError("unknown_upload")
    return found.name


async def _shown(house: House, person: Person, number: int) -> Reply:
    found = await quick_replies.one(house.pool, number)
    assert found is not None
    names = await profiles.public_names(house.pool, [person.id])
    return _json(found, names[person.id])


@router.put("/quick-replies/{reply_id}", responses=documented(*WRITES, "unknown_reply"))
async def change_reply(house: TheHouse, person: SignedIn, reply_id: int, form: QuickReplyPatch) -> Reply:
    """Change one's own, or as an agent one of the team's."""
    await _known(house, person, reply_id)
    await quick_replies.change(house.pool, reply_id, form.code, form.content, form.sort_order)
    return await _shown(house, person, reply_id)


@router.delete("/quick-replies/{reply_id}", status_code=204, responses=documented("unknown_reply", "malformed"))
async def remove_reply(house: TheHouse, person: SignedIn, reply_id: int) -> None:
    """Keep it no longer."""
    await _known(house, person, reply_id)
    await quick_replies.remove(house.pool, reply_id)


async def _known(house: House, person: Person, number: int) -> QuickReply:
    found = await quick_replies.one(house.pool, number) if 0 < number < NUMBER_MAX else None
    is_ones_own = found is not None and (found.owner_id == person.id or (found.owner_id is None and speaker_of(person).is_staff))
    if found is None or not is_ones_own:
        raise RefusedError("unknown_reply")
    return found


def _json(one: QuickReply, name: str) -> Reply:
    return Reply(
        id=one.id, user_id=name if one.owner_id else None, content=one.content, sort_order=one.sort_order, code=one.code,
        is_team=one.owner_id is None, upload_url=upload_address(one.upload_name) if one.upload_name else None,
        upload_kind=one.upload_kind, filename=one.filename,
    )
