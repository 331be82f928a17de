"""The door of one ticket sale's channel: watch what is left, and press for it when signed in.

The answer to a press goes to its sender alone, after COMMIT. Everyone else sees a state at the next beat of the room; no
socket, slow or closed, stands between another and his answer.
"""

from typing import Any, Final

import orjson
from fastapi import APIRouter, WebSocket

from saleroom.api import answers, problems
from saleroom.api.channel import Channel, Door, Frame, command_of
from saleroom.api.sockets import serve
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import item_id, item_parts, number_of
from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales.events import HoldReleased, OrderPlaced
from saleroom.eventlog.log import Accepted, Outcome

NUMBER_MAX: Final = 1_000_000
SEATS_MAX: Final = 100
LINES_MAX: Final = 30

router = APIRouter()


@router.websocket("/ws/events/{event_id}")
async def sale_channel(websocket: WebSocket, event_id: str) -> None:
    """Watch a ticket sale, and grab, hold and release tickets when signed in."""
    await serve(websocket, SALE, event_id)


def _grab(channel: Channel, frame: Frame) -> None:
    person_id = channel.acting(frame)
    quantity = _count(frame, "quantity", 1)
    _press(channel, frame, "grab_result", c.Grab(person_id, _count(frame, "ticket_type_id"), quantity))


def _hold(channel: Channel, frame: Frame) -> None:
    person_id = channel.acting(frame)
    lines, seats = _list(frame, "lines", LINES_MAX), _list(frame, "seats", SEATS_MAX)
    if not all(isinstance(line, dict) for line in lines):
        raise RefusedError("malformed", field="lines", reason="each line is {ticket_type_id, quantity}.")
    if not all(isinstance(seat, str) for seat in seats):
        raise RefusedError("malformed", field="seats", reason="seats are the ids of seats, as text.")
    if len(set(seats)) < len(seats):
        raise RefusedError("malformed", field="seats", reason="Name each seat once.")
    if not lines and not seats:
        raise RefusedError("malformed", field="lines", reason="say lines, seats or both.")
    asked = tuple((_count(line, "ticket_type_id"), _count(line, "quantity", 1)) for line in lines)
    _press(channel, frame, "hold_result", c.Hold(person_id, asked, tuple(seats), is_accessible=_accessible(frame)))


def _best_available(channel: Channel, frame: Frame) -> None:
    person_id = channel.acting(frame)
    quantity, type_id = _count(frame, "quantity"), _count(frame, "ticket_type_id")
    asked = c.Hold(person_id, best_available=quantity, type_id=type_id, is_accessible=_accessible(frame))
    _press(channel, frame, "hold_result", asked)


def _release(channel: Channel, frame: Frame) -> None:
    person_id = channel.acting(frame)
    sale, order = item_parts(_count(frame, "order_id", most=1 << 53))
    if sale != number_of(channel.stream):
        raise RefusedError("unknown_order")
    _press(channel, frame, "release_result", c.ReleaseHold(person_id, order))


def _press(channel: Channel, frame: Frame, answer: str, command: c.Command) -> None:
    """Hand in a command, and answer with its outcome."""
    command_id, told = command_of(frame)
    channel.house.count_bid(channel.signed_in())
    stream, member = channel.stream, channel.member

    def reply(outcome: Outcome | Exception) -> None:
        fields = granted(stream, outcome) if isinstance(outcome, Accepted) else denied(answers.refusal(outcome))
        fields["type"], fields["command_id"] = answer, told
        member.send(orjson.dumps(fields).decode())

    channel.house.handle.submit(stream, command, command_id, reply)


def granted(stream: int, outcome: Accepted) -> dict[str, Any]:
    """What a success says: the order, what it costs, and until when it is held."""
    fields: dict[str, Any] = {"status": "success"}
    for recorded in outcome.recorded:
        fields["seq"], fields["hash"], fact = recorded.version, recorded.hash.hex(), recorded.fact
        if isinstance(fact, OrderPlaced):
            order_id, is_held = item_id(number_of(stream), fact.order), fact.expires_at is not None
            fields["order_id"], fields["order_status"] = order_id, "held" if is_held else "paid"
            fields["total_cents"] = sum([line.price_minor * line.quantity for line in fact.lines])
            fields["expires_at"] = fact.expires_at
            fields["checkout_url"] = f"/orders/{order_id}/checkout" if is_held else None
            fields["seats"] = [seat for line in fact.lines for seat in line.seats]
        elif isinstance(fact, HoldReleased):
            fields["order_id"], fields["order_status"] = item_id(number_of(stream), fact.order), "released"
    return fields


def denied(refused: Refused) -> dict[str, Any]:
    """What a failure says: the code, a plain sentence, the facts, and what else can be had."""
    return {
        "alternatives": [], **refused.facts, "status": "fail", "code": refused.code,
        "reason": problems.sentence(refused.code, refused.facts),
    }


def _count(frame: Frame, field: str, default: int | None = None, most: int = NUMBER_MAX) -> int:
    value = frame.get(field, default)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise RefusedError("malformed", field=field, reason=f"{field} must be a whole number of 1 to {most:,}.")
    return value


def _accessible(frame: Frame) -> bool:
    """Whether a wheelchair place must be among the seats that are found."""
    value = frame.get("accessible", False)
    if not isinstance(value, bool):
        raise RefusedError("malformed", field="accessible", reason="accessible must be true or false.")
    return value


def _list(frame: Frame, field: str, length_max: int) -> list[Any]:
    value = frame.get(field)
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > length_max:
        raise RefusedError("malformed", field=field, reason=f"{field} must be a list of at most {length_max}.")
    return value


SALE: Final = Door(
    kind="ticket_sales", unknown="unknown_event", field="action",
    handlers={"grab": _grab, "hold": _hold, "best_available": _best_available, "release": _release},
)
