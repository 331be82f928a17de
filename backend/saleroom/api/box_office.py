"""The box office: an event's orders and figures for its organiser, and all orders for administrators."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import AfterValidator, BaseModel, Field

from saleroom.accounts.sign_in import Person
from saleroom.api.asking import ask
from saleroom.api.auctions import IdempotencyKey, Limit, Offset
from saleroom.api.channel import command_id_of
from saleroom.api.deps import House, TheHouse
from saleroom.api.event_answers import QueueLengths, lengths_json
from saleroom.api.fields import clean
from saleroom.api.order_forms import Order, order_json, orders_json, refund_parts, sale_stream
from saleroom.api.orders import TOTAL, Status
from saleroom.api.problems import documented
from saleroom.api.refusals import refusals
from saleroom.api.who import Admin, GuardedRoute, SignedIn
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import item_id
from saleroom.domain.ticket_sales.commands import SettleRefundByHand
from saleroom.projections import box_office, order_lists
from saleroom.projections.order_lists import OrderQuery
from saleroom.realtime import frames

router = APIRouter(route_class=GuardedRoute, tags=["box office"])

EventId = Annotated[int | None, Query(description="Only orders of this event.")]
Words = Annotated[str, Query(max_length=200, description="The number of an order or buyer, part of a name, or words of the event.")]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which orders are looked for."""

    status: Status = None
    q: Words = ""

    def query(self, sale_id: int | None, knows_mails: bool, limit: int = 20, offset: int = 0) -> OrderQuery:
        """The query for these orders, of one event or of all."""
        statuses = tuple(self.status) if self.status else None
        return OrderQuery(sale_id=sale_id, statuses=statuses, q=self.q, knows_mails=knows_mails, limit=limit, offset=offset)


Sought = Annotated[Filter, Depends()]


class OfficeType(BaseModel):
    """A ticket type at a glance. `free` is what a newcomer can have; it is less than the rest of `size` where a zone, a shared
    quota or people in the queue keep tickets from him.
    """

    id: int
    name: str
    size: int
    sold: int
    pending: int
    held: int
    free: int
    checked_in: int


class FailedRefund(BaseModel):
    """A refund that the payment provider refused for good: the organiser has to pay it another way."""

    refund_id: int
    order_id: int
    amount_cents: int
    failed_at: datetime


class FailedRefunds(BaseModel):
    """How many refunds failed, how much money that is, and the newest 20 of them, newest first."""

    count: int
    amount_cents: int
    newest: list[FailedRefund]


class RefundByHand(BaseModel):
    """A refund that failed and was paid another way: how, when and by whom. The name is null for an erased person and for an operator
    of the house, whose number is 0. `paid_again_at`: when the payment provider paid it as well; null where it did not.
    """

    refund_id: int
    order_id: int
    amount_cents: int
    note: str
    settled_at: datetime
    settled_by: int
    settled_by_name: str | None
    paid_again_at: datetime | None


class RefundsByHand(BaseModel):
    """How many failed refunds were paid another way, how much money that is, and the newest 20 of them, newest first.

    `paid_twice_count` and `paid_twice_cents` are of those among them that the payment provider paid as well.
    """

    count: int
    amount_cents: int
    paid_twice_count: int
    paid_twice_cents: int
    newest: list[RefundByHand]


class SettleForm(BaseModel):
    """How a failed refund was paid back, such as by bank transfer; its buyer reads it."""

    note: Annotated[str, Field(max_length=500), AfterValidator(clean)]


class OfficeAnswer(BaseModel):
    """A sale at a glance. `audit_ok`: the figures add up and agree with the orders, counted anew for this answer."""

    seq: int
    status: frames.SaleStatus
    types: list[OfficeType]
    takings_cents: int
    orders: int
    rate_per_minute: float
    audit_ok: bool
    queue: QueueLengths
    failed_refunds: FailedRefunds
    refunds_by_hand: RefundsByHand


def known(event_id: int | None) -> int | None:
    """A number that an event can have.

    Raises:
        RefusedError: unknown_event.
    """
    if event_id is not None:
        sale_stream(event_id)
    return event_id


@router.get("/admin/orders", responses=documented("malformed", "unknown_event"))
async def list_all_orders(
    house: TheHouse, admin: Admin, response: Response, sought: Sought, event_id: EventId = None, limit: Limit = 20, offset: Offset = 0
) -> list[Order]:
    """All orders, newest first, without the codes of tickets."""
    return await _page(house, response, sought.query(known(event_id), True, limit, offset))


@router.get("/events/{event_id}/orders", responses=documented("malformed", "not_yours", "unknown_event"))
async def list_orders_of_event(
    house: TheHouse, person: SignedIn, response: Response, event_id: int, sought: Sought, limit: Limit = 20, offset: Offset = 0
) -> list[Order]:
    """The orders of one's own event, newest first, without the codes of tickets and without mail addresses."""
    await office_of(house, person, event_id)
    return await _page(house, response, sought.query(event_id, person.is_admin, limit, offset))


@router.get("/events/{event_id}/office", responses=documented("malformed", "not_yours", "unknown_event"))
async def read_office(house: TheHouse, person: SignedIn, event_id: int) -> OfficeAnswer:
    """The figures of one's own event: what is sold, held and free of each type, money, how fast it sells, and refunds that failed."""
    found = await office_of(house, person, event_id)
    state, (failed, by_hand, twice) = found.state, await box_office.failed_refunds(house.pool, event_id)
    names = ("id", "size", "sold", "pending", "held", "free", "checked_in")
    return OfficeAnswer(
        seq=found.version, status=state["status"],
        types=[OfficeType(name=found.type_names.get(kind[0], ""), **dict(zip(names, kind, strict=True))) for kind in state["types"]],
        takings_cents=state["takings"], orders=state["orders"], rate_per_minute=found.rate_per_minute, audit_ok=found.is_sound,
        queue=lengths_json(state), failed_refunds=_failed(failed), refunds_by_hand=_by_hand(by_hand, *twice),
    )


def _failed(told: box_office.Refunds[box_office.FailedRefund]) -> FailedRefunds:
    newest = [
        FailedRefund(refund_id=one.id, order_id=one.order_id, amount_cents=one.amount_minor, failed_at=one.failed_at)
        for one in told.newest
    ]
    return FailedRefunds(count=told.count, amount_cents=told.amount_minor, newest=newest)


def _by_hand(told: box_office.Refunds[box_office.RefundByHand], twice_count: int, twice_minor: int) -> RefundsByHand:
    newest = [
        RefundByHand(
            refund_id=one.id, order_id=one.order_id, amount_cents=one.amount_minor, note=one.note, settled_at=one.settled_at,
            settled_by=one.settled_by, settled_by_name=one.settled_by_name, paid_again_at=one.paid_again_at,
        )
        for one in told.newest
    ]
    return RefundsByHand(
        count=told.count, amount_cents=told.amount_minor, paid_twice_count=twice_count, paid_twice_cents=twice_minor, newest=newest
    )


@router.post("/refunds/{refund_id}/settle", responses=documented(*refusals(SettleRefundByHand), "unknown_order"))
async def settle_refund(
    house: TheHouse, person: SignedIn, refund_id: int, form: SettleForm, idempotency_key: IdempotencyKey = None
) -> Order:
    """Note that a refund which failed was paid another way, and how: the organiser or an administrator, once. No money moves by this."""
    sale, n = refund_parts(refund_id)
    command = SettleRefundByHand(person.id, person.is_admin, n, form.note)
    accepted = await ask(house, sale_stream(sale), command, command_id_of(idempotency_key))
    return await order_json(house, item_id(sale, accepted.recorded[0].fact.order))


async def office_of(house: House, person: Person, event_id: int) -> box_office.Office:
    """The figures of an event, for those who may see them.

    Raises:
        RefusedError: unknown_event, or not_yours for who is neither its organiser nor an administrator.
    """
    sale_stream(event_id)
    found = await box_office.office(house.pool, event_id)
    if found is None:
        raise RefusedError("unknown_event")
    if not person.is_admin and person.id != found.organizer_id:
        raise RefusedError("not_yours")
    return found


async def _page(house: House, response: Response, query: OrderQuery) -> list[Order]:
    found, total = await order_lists.find(house.pool, query)
    response.headers[TOTAL] = str(total)
    return await orders_json(house, found, shows_codes=False, shows_mails=query.knows_mails)
