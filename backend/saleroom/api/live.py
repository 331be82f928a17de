"""The door of one lot's channel: watch it, and bid on it when signed in.

A bid's answer goes to its sender after COMMIT, before anyone sees its NEW_BID.
"""

from typing import Final

import orjson
from fastapi import APIRouter, WebSocket

from saleroom.api import answers
from saleroom.api.channel import Channel, Door, Frame, command_of
from saleroom.api.sockets import serve
from saleroom.domain.auctions.commands import FinishLot, PlaceBid
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.money import amount_minor
from saleroom.eventlog.log import Accepted, Outcome
from saleroom.realtime.lot_rooms import LotRoom

router = APIRouter()


@router.websocket("/ws/lots/{lot_id}")
async def lot_channel(websocket: WebSocket, lot_id: str) -> None:
    """Watch a lot, and bid on it when signed in."""
    await serve(websocket, LOT, lot_id)


def _new_bid(channel: Channel, frame: Frame) -> None:
    person_id = channel.acting(frame)
    command_id, told = command_of(frame)
    if frame.get("max_amount") is not None:
        raise RefusedError("not_supported", field="max_amount")
    amount = amount_minor(frame.get("amount"))
    channel.house.count_bid(person_id)
    stream, member = channel.stream, channel.member

    def reply(outcome: Outcome | Exception) -> None:
        if isinstance(outcome, Accepted):
            member.send(orjson.dumps(answers.bid_accepted(told, outcome)).decode())
        elif isinstance(outcome, Refused) and outcome.code != "lot_ended":
            member.send(answers.decided_error_frame(outcome, told))
        elif isinstance(outcome, Refused):
            member.send(orjson.dumps(answers.late_bid(stream, told, answers.refusal(outcome))).decode())
        else:
            member.send(answers.error_frame(answers.refusal(outcome), told))

    channel.house.handle.submit(stream, PlaceBid(person_id, amount), command_id, reply)


def _get_history(channel: Channel, frame: Frame) -> None:
    assert isinstance(channel.room, LotRoom)
    channel.send(channel.room.bid_history())


def _close_auction(channel: Channel, frame: Frame) -> None:
    person_id = channel.signed_in()
    if not channel.member.is_admin:
        raise RefusedError("forbidden")
    command_id, told = command_of(frame)

    def reply(outcome: Outcome | Exception) -> None:
        if not isinstance(outcome, Accepted):
            channel.error(answers.refusal(outcome), told)

    channel.house.handle.submit(channel.stream, FinishLot(person_id), command_id, reply)


LOT: Final = Door(
    kind="auctions", unknown="unknown_lot", field="type",
    handlers={"NEW_BID": _new_bid, "GET_HISTORY": _get_history, "CLOSE_AUCTION": _close_auction},
)
