"""Orders as files: those of an event for its organiser, all of them for administrators; found as in the lists of the box office."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from saleroom.api import order_files
from saleroom.api.box_office import EventId, Sought, known, office_of
from saleroom.api.deps import TheHouse
from saleroom.api.order_files import MEDIA, Format
from saleroom.api.problems import documented
from saleroom.api.who import Admin, GuardedRoute, SignedIn
from saleroom.projections import order_lists

router = APIRouter(route_class=GuardedRoute, tags=["box office"])

AsFile = Annotated[Format, Query(alias="format")]

_IS_FILE: Final[dict[str, Any]] = {"schema": {"type": "string", "format": "binary"}}
_FILE: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {media.partition(";")[0]: _IS_FILE for media in MEDIA.values()}}}


@router.get("/admin/orders/export", response_class=StreamingResponse, responses={**documented("malformed", "unknown_event"), **_FILE})
async def export_all_orders(
    house: TheHouse, admin: Admin, sought: Sought, event_id: EventId = None, kind: AsFile = "csv"
) -> StreamingResponse:
    """All orders that are looked for, as a file."""
    pages = order_lists.pages(house.pool, sought.query(known(event_id), True))
    return order_files.download(pages, kind, "orders", house.policy.currency, shows_mails=True)


@router.get(
    "/events/{event_id}/orders/export", response_class=StreamingResponse,
    responses={**documented("malformed", "not_yours", "unknown_event"), **_FILE},
)
async def export_orders_of_event(
    house: TheHouse, person: SignedIn, event_id: int, sought: Sought, kind: AsFile = "csv"
) -> StreamingResponse:
    """The orders of one's own event, as a file."""
    await office_of(house, person, event_id)
    pages = order_lists.pages(house.pool, sought.query(event_id, person.is_admin))
    name = f"orders-of-event-{event_id}"
    return order_files.download(pages, kind, name, house.policy.currency, shows_mails=person.is_admin)
