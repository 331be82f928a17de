"""The doors of mail: the ledger for administrators, and the one click that ends letters which nobody needs (RFC 8058).

The link in a letter works without signing in, since its token says who clicks. Opening it changes nothing, as mail programs
look at links before people do; only the button there, or a mail program's own one-click POST, does.
"""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse

from saleroom.api.deps import House, TheHouse
from saleroom.api.problems import documented
from saleroom.api.who import Admin, GuardedRoute
from saleroom.domain.decider import RefusedError
from saleroom.mail.letters import unsubscribe_page
from saleroom.projections import mail_ledger

router = APIRouter(tags=["mail"], route_class=GuardedRoute)

_OFFSET_MAX: Final = 2**63 - 1
_PAGE_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    # With no-referrer the browser would call the origin of our own button "null", and whoever is signed in would be refused.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_NOT_OURS: Final[dict[int | str, dict[str, Any]]] = {
    404: {"description": "A link that this house did not make", "content": {"text/html": {}}},
}

Outcome = Literal["waiting", "sent", "no_address", "unwanted", "dead"]


class LedgerLetter(BaseModel):
    """A letter and what became of it. `user_id` is whom it is for; `reply` are the mail server's last words."""

    model_config = ConfigDict(from_attributes=True)

    stream_id: int
    key: str
    version: int
    topic: str
    user_id: int | None
    lot_id: int | None
    title: str
    outcome: Outcome
    attempts: int
    created_at: datetime
    next_at: datetime
    done_at: datetime | None
    reply: str


class LedgerPage(BaseModel):
    """A page of the ledger, newest first, and the number of letters on all pages."""

    items: list[LedgerLetter]
    total: int


Token = Annotated[str, Path(max_length=200)]


@router.get("/admin/mail", responses=documented("malformed"))
async def read_ledger(
    admin: Admin, house: TheHouse, outcome: Outcome | None = None, q: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20, offset: Annotated[int, Query(ge=0, le=_OFFSET_MAX)] = 0,
) -> LedgerPage:
    """The mail ledger: by outcome, and by title, topic, reply, lot or person."""
    rows, total = await mail_ledger.ledger(house.pool, outcome, q, limit, offset)
    return LedgerPage(items=[LedgerLetter.model_validate(row) for row in rows], total=total)


@router.get("/unsubscribe/{token}", response_class=HTMLResponse, responses={**documented("malformed"), **_NOT_OURS})
async def ask_to_unsubscribe(token: Token, house: TheHouse) -> HTMLResponse:
    """The page behind the link of a letter: it asks, and changes nothing."""
    unwanted = house.unsubscribe_links.read(token)
    return _page(house, "ask", unwanted.topic) if unwanted else _page(house, "unknown")


@router.post("/unsubscribe/{token}", response_class=HTMLResponse, responses={**documented("malformed"), **_NOT_OURS})
async def unsubscribe(token: Token, house: TheHouse) -> HTMLResponse:
    """No more letters of this kind for the person of the token; the same again as often as it is asked."""
    unwanted = house.unsubscribe_links.read(token)
    if unwanted is None:
        return _page(house, "unknown")
    try:
        await house.accounts.people.choose_mail(unwanted.user_id, {unwanted.topic: False})
    except RefusedError as error:
        if error.refused.code != "unknown_user":
            raise
        # an erased person gets no letters anyway
    return _page(house, "done", unwanted.topic)


def _page(house: House, state: Literal["ask", "done", "unknown"], topic: str = "") -> HTMLResponse:
    html = unsubscribe_page(state, topic, house.policy.public_address)
    return HTMLResponse(html, 404 if state == "unknown" else 200, _PAGE_HEADERS)
