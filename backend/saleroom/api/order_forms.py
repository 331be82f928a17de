"""What an order looks like in JSON: for its buyer, for the organiser of the event and for administrators, who all see the same.

Amounts are integer cents here, as clients of this door expect. The codes of tickets are made anew for whoever may see the order,
and only where a page shows them: an office's list has none.
"""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from saleroom.api.deps import House
from saleroom.api.fields import clean
from saleroom.domain.decider import RefusedError
from saleroom.domain.ids import ITEM_MAX, NUMBER_MAX, item_parts, stream_id
from saleroom.domain.ticket_sales.refund_events import RefundReason
from saleroom.domain.ticket_sales.sale import OrderStatus, RefundStatus
from saleroom.projections import order_lists, tickets
from saleroom.projections.order_folding import AttemptStatus
from saleroom.projections.order_lists import FoundOrder
from saleroom.projections.tickets import SeatWords, TicketRow


class SeatPlace(BaseModel):
    """Where a seat is."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    section: str
    row: str
    number: str


class OrderTicket(BaseModel):
    """A ticket of an order. `qr_token` is what a gate scans; null for a cancelled one, and in lists that show no codes."""

    id: int
    qr_token: str | None
    status: str
    ticket_type: str
    ticket_type_id: int
    inside: bool
    seat: SeatPlace | None


class OrderLine(BaseModel):
    """So many tickets of one type, at the price of the moment they were claimed; `seat_ids` are those of the order's seats it is for."""

    ticket_type_id: int
    ticket_type: str
    quantity: int
    price_cents: int
    seat_ids: list[str]


class RefundAnswer(BaseModel):
    """Money that goes back, or came back: `issued`, then `succeeded` or `failed`, then perhaps `settled_by_hand` as `note` says;
    `paid_twice` where the payment provider paid that one as well.
    """

    id: int
    amount_cents: int
    status: RefundStatus
    reason: RefundReason
    note: str


class Order(BaseModel):
    """An order: `held` and `pending` until `expires_at`, then paid, or over.

    `ticket_type`, `ticket_type_id`, `ticket_price_cents` are of its first line and `qr_token` is of its first ticket. `user` is the
    buyer's name; null for an erased person. `attempts` says what became of each attempt to pay, in order. `seq` is the place of the
    order's newest fact in the event's history.
    """

    id: int
    event_id: int
    event: str
    status: OrderStatus
    ticket_type: str
    ticket_type_id: int
    qr_token: str | None
    tickets: list[OrderTicket]
    lines: list[OrderLine]
    seats: list[SeatPlace]
    ticket_price_cents: int
    discount_cents: int
    total_cents: int
    refunded_cents: int
    promo_code: str | None
    created_at: str
    expires_at: str | None
    paid_at: str | None
    checkout_url: str | None
    attempts: list[AttemptStatus]
    refunds: list[RefundAnswer]
    user: str | None
    user_id: int
    seq: int


class TicketReturned(BaseModel):
    """What became of a ticket that was given back: its order, whether its place is for sale again, and the money, if any."""

    order: Order
    ticket_id: int
    restocked: bool
    refund: RefundAnswer | None


class ReturnForm(BaseModel):
    """Why an order or a ticket is given back; shown to the buyer and to the organiser."""

    reason: Annotated[str, Field(max_length=500), AfterValidator(clean)] = ""


def order_parts(order_id: int) -> tuple[int, int]:
    """The sale of an order and its number inside it.

    Raises:
        RefusedError: unknown_order for a number that no order can have.
    """
    return _parts(order_id, "unknown_order")


def refund_parts(refund_id: int) -> tuple[int, int]:
    """The sale of a refund and its number inside it.

    Raises:
        RefusedError: unknown_refund for a number that no refund can have.
    """
    return _parts(refund_id, "unknown_refund")


def ticket_parts(ticket_id: int) -> tuple[int, int]:
    """The sale of a ticket and its number inside it.

    Raises:
        RefusedError: unknown_ticket for a number that no ticket can have.
    """
    return _parts(ticket_id, "unknown_ticket")


def _parts(item: int, unknown: str) -> tuple[int, int]:
    number, n = item_parts(item)
    if not (1 <= number <= NUMBER_MAX and 1 <= n <= ITEM_MAX):
        raise RefusedError(unknown)
    return number, n


def sale_stream(number: int) -> int:
    """The stream of a sale's number.

    Raises:
        RefusedError: unknown_event for a number that no sale can have.
    """
    try:
        return stream_id("ticket_sales", number)
    except ValueError:
        raise RefusedError("unknown_event") from None


async def found_order(house: House, order_id: int) -> FoundOrder:
    """An order by the number that people see.

    Raises:
        RefusedError: unknown_order.
    """
    found = await order_lists.one(house.pool, *order_parts(order_id))
    if found is None:
        raise RefusedError("unknown_order")
    return found


async def order_json(house: House, order_id: int) -> Order:
    """An order with the codes of its tickets, for those who may see it; the caller has made sure of that.

    Raises:
        RefusedError: unknown_order.
    """
    return (await orders_json(house, [await found_order(house, order_id)]))[0]


async def orders_json(house: House, found: Sequence[FoundOrder], *, shows_codes: bool = True, shows_mails: bool = False) -> list[Order]:
    """Several orders, with two queries for all of them.

    Args:
        shows_codes: whether each ticket's code is made; a signature each.
        shows_mails: whether a buyer without a name is called by his mail address.
    """
    issued = await tickets.of_orders(house.pool, [one.id for one in found if one.order.paid_at is not None])
    seats = await order_lists.seats(house.pool, found)
    return [
        _order(
            one, [_ticket(house, ticket, shows_codes) for ticket in issued.get(one.id, ())],
            [seats.get((one.sale_id, seat), SeatWords(seat, "", "", seat)) for line in one.order.lines for seat in line.seats], shows_mails,
        )
        for one in found
    ]


def _order(one: FoundOrder, shown: list[OrderTicket], seats: list[SeatWords], shows_mails: bool) -> Order:
    order, first = one.order, one.order.lines[0]
    lines = [
        OrderLine(
            ticket_type_id=line.type_id, ticket_type=one.type_names.get(line.type_id, ""), quantity=line.quantity,
            price_cents=line.price_minor, seat_ids=list(line.seats),
        )
        for line in order.lines
    ]
    is_unpaid = order.status in ("held", "pending")
    return Order(
        id=one.id, event_id=one.sale_id, event=one.title, status=order.status, ticket_type=lines[0].ticket_type,
        ticket_type_id=first.type_id, qr_token=shown[0].qr_token if shown else None, tickets=shown, lines=lines,
        seats=[SeatPlace.model_validate(seat) for seat in seats], ticket_price_cents=first.price_minor, discount_cents=0,
        total_cents=order.total_minor, refunded_cents=order.refunded_minor, promo_code=None, created_at=order.created_at.isoformat(),
        expires_at=order.expires_at.isoformat() if order.expires_at else None,
        paid_at=order.paid_at.isoformat() if order.paid_at else None, checkout_url=checkout_url(one.id) if is_unpaid else None,
        attempts=order.attempts,
        refunds=[
            RefundAnswer(id=back.id, amount_cents=back.amount_minor, status=back.status, reason=back.reason, note=back.note)
            for back in one.refunds
        ],
        user=one.buyer_name or (one.buyer_email if shows_mails else None), user_id=order.person_id, seq=order.version,
    )


def checkout_url(order_id: int) -> str:
    """The page where an order is paid."""
    return f"/orders/{order_id}/checkout"


def _ticket(house: House, ticket: TicketRow, shows_codes: bool) -> OrderTicket:
    return OrderTicket(
        id=ticket.id, qr_token=house.ticket_codes.token(ticket) if shows_codes and ticket.status == "valid" else None, status=ticket.status,
        ticket_type=ticket.type_name, ticket_type_id=ticket.type_id, inside=ticket.is_inside,
        seat=None if ticket.seat is None else SeatPlace.model_validate(ticket.seat),
    )
