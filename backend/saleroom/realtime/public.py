"""The only gate by which a fact leaves the house: what everyone may see of it, and nothing else (RT-4).

Hidden maxima, mails and secrets cannot leave by construction: a frame is built here, field by field, from a fact. Every fact
must be placed, as a frame or as private; the match has no default, so the type checker finds one that is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, cast

import orjson

from saleroom.domain.auctions import events as e
from saleroom.domain.chat import events as talk
from saleroom.domain.ids import item_id, number_of
from saleroom.domain.money import amount_json
from saleroom.domain.ticket_sales import events as sale
from saleroom.eventlog.log import Recorded
from saleroom.projections.conversations import Message, Talk
from saleroom.realtime import frames, talk_frames


@dataclass(slots=True)
class PublicFrame:
    """An event on its way to a room, encoded once, when it is first sent: most bids of a storm are left out and never are.

    Attributes:
        seq: the version of its fact.
        is_conflatable: whether only the newest of many must be sent.
        make: its fields, without `skipped` and `server_time`.
    """

    seq: int
    is_conflatable: bool
    make: Callable[[], object]
    _text: str = ""

    @property
    def text(self) -> str:
        """Its JSON without the closing brace, so that `skipped` and `server_time` can be added without encoding again."""
        if not self._text:
            self._text = orjson.dumps(self.make()).decode()[:-1]
        return self._text

    def whole(self, now: str, skipped: int = 0) -> str:
        """The JSON text, with the server's time where the frame carries one."""
        if not self.is_conflatable:
            return self.text + "}"
        left_out = f',"skipped":{skipped}' if skipped else ""
        return f'{self.text}{left_out},"server_time":"{now}"}}'


def lot_event(stream: int, recorded: Recorded) -> PublicFrame | None:
    """The frame of a lot's fact, or None for one that is private or shows in LOT_STATUS only."""
    lot_id, fact = number_of(stream), cast(e.Fact, recorded.fact)
    match fact:
        case e.BidPlaced():
            return PublicFrame(recorded.version, True, partial(_new_bid, lot_id, recorded, fact))
        case e.LotStarted():
            started: frames.AuctionStatus = {"type": "AUCTION_STATUS", "lot_id": lot_id, "is_active": True, "seq": recorded.version}
            return _open_frame(recorded.version, started)
        case e.LotFinished():
            finished: frames.AuctionStatus = {"type": "AUCTION_STATUS", "lot_id": lot_id, "is_active": False, "seq": recorded.version}
            return _open_frame(recorded.version, finished)
        case e.LotClosed():
            price = None if fact.price_minor is None else amount_json(fact.price_minor)
            return _open_frame(recorded.version, _ended(lot_id, recorded.version, fact.outcome, (fact.winner_id, price)))
        case e.LotCancelled():
            return _open_frame(recorded.version, _ended(lot_id, recorded.version, "cancelled", (None, None)))
        case e.LotCreated() | e.LotEdited() | e.LotOpened():
            return None


def changes_status(fact: object) -> bool:
    """Whether everyone is sent a LOT_STATUS after this fact: opening, an administrator's or seller's act, the end."""
    return not isinstance(fact, e.BidPlaced)


def _open_frame(seq: int, frame: object) -> PublicFrame:
    return PublicFrame(seq, False, lambda: frame)


def _ended(lot_id: int, seq: int, outcome: frames.Outcome, winner: tuple[int | None, float | None]) -> frames.AuctionEnded:
    return {
        "type": "AUCTION_ENDED", "lot_id": lot_id, "winner_id": winner[0], "final_price": winner[1], "outcome": outcome, "seq": seq,
    }


def _new_bid(lot_id: int, recorded: Recorded, fact: e.BidPlaced) -> dict[str, Any]:
    """NEW_BID without `server_time`, which is added when it is sent."""
    return {
        "type": "NEW_BID", "seq": recorded.version, "bid": bid(lot_id, recorded), "next_min": amount_json(fact.next_min_minor),
        "end_time": fact.closes_at, "bid_count": fact.bid_count,
    }


def bid(lot_id: int, recorded: Recorded) -> frames.Bid:
    """A bid as the public history shows it: the same for everyone, live, replayed and over REST."""
    fact = cast(e.BidPlaced, recorded.fact)
    return {
        "id": recorded.version, "user_id": fact.bidder_id, "bidder_name": f"Bidder {fact.bidder_number}",
        "amount": amount_json(fact.amount_minor), "lot_id": lot_id, "created_at": recorded.at.isoformat(), "auto": fact.is_auto,
    }


def lot_figures(state: dict[str, Any]) -> dict[str, Any]:
    """The figures of a lot from its head row, as LOT_STATUS and REST name them."""
    return {
        "is_active": state["status"] == "open",
        "current_price": amount_json(state["price"]),
        "owner_id": state["leader"],
        "start_time": state["starts_at"],
        "end_time": state["closes_at"],
        "next_min": amount_json(state["next_min"]),
        "bid_count": state["bids"],
        "reserve": "none",
        "status": state["status"],
    }


def lot_status(stream: int, seq: int, state: dict[str, Any], now: datetime, *, resync: bool = False) -> str:
    """LOT_STATUS as JSON text."""
    frame: dict[str, Any] = {
        "type": "LOT_STATUS", "lot_id": number_of(stream), **lot_figures(state), "seq": seq, "server_time": now,
    }
    if resync:
        frame["resync"] = True
    return orjson.dumps(frame).decode()


def bid_history(stream: int, seq: int, bids: list[frames.Bid]) -> str:
    """BID_HISTORY as JSON text; `bids` newest first."""
    frame: frames.BidHistory = {"type": "BID_HISTORY", "lot_id": number_of(stream), "bids": bids, "seq": seq}
    return orjson.dumps(frame).decode()


def users_count(count: int) -> str:
    """USERS_COUNT as JSON text."""
    frame: frames.UsersCount = {"type": "USERS_COUNT", "count": count}
    return orjson.dumps(frame).decode()


def sale_figures(state: dict[str, Any]) -> dict[str, Any]:
    """What everyone may know of a ticket sale from its head row: its state, and what is left of each type. Takings stay inside."""
    return {
        "status": state["status"],
        "sale_start_time": state["sale_starts_at"],
        "edited": state.get("edited", 0),  # heads written before know none
        "tickets": [
            {"ticket_type_id": row[0], "seat_type": name, "available_qty": row[5]}
            for row, name in zip(state["types"], state["names"], strict=True)
        ],
    }


def changes_figures(fact: sale.Fact) -> bool:
    """Whether a fact of a ticket sale can change what everyone sees of it; who did it, and what he paid, nobody sees."""
    match fact:
        case sale.HallPlaced() | sale.SaleCreated() | sale.SaleEdited() | sale.SaleOpened() | sale.SaleEnded() | sale.SaleCancelled():
            return True
        case sale.OrderPlaced() | sale.HoldReleased() | sale.OrdersLapsed() | sale.OrdersUnwound() | sale.OrderCancelled():
            return True
        case sale.TicketCancelled() | sale.OrderPaid() | sale.UnitsReclaimed() | sale.RefundIssued():
            return True
        case sale.RequestQueued() | sale.RequestServed() | sale.RequestLeft():  # who waits has his units kept from newcomers
            return True
        case sale.CheckoutStarted() | sale.PaymentRefused():
            return False
        case sale.RefundSettled() | sale.RefundSettledByHand() | sale.RefundPaidAfterAll():
            return False
        case sale.CheckedIn() | sale.QueuePaused() | sale.QueueResumed() | sale.TurnsGiven():
            return False


def seat_counts(seq: int, state: dict[str, Any], now: datetime) -> str:
    """seat_counts as JSON text."""
    return orjson.dumps({"type": "seat_counts", **sale_figures(state), "seq": seq, "server_time": now}).decode()


def all_seats(seq: int, packed: str) -> str:
    """seats as JSON text: every seat's state, packed as in the head row."""
    frame: frames.Seats = {"type": "seats", "seq": seq, "all": packed}
    return orjson.dumps(frame).decode()


def changed_seats(seq: int, changed: list[tuple[int, int]]) -> str:
    """seats as JSON text: only the seats that changed."""
    frame: frames.Seats = {"type": "seats", "seq": seq, "changed": changed}
    return orjson.dumps(frame).decode()


def shown_message(recorded: Recorded) -> int | None:
    """The seq of the message whose words `talk_event` needs for a fact; None where it needs none."""
    match recorded.fact:
        case talk.MessageSent():
            return recorded.version
        case talk.MessageHidden():
            return recorded.fact.seq
        case _:
            return None


def talk_event(number: int, recorded: Recorded, words: Message | None, names: Mapping[int, str]) -> str | None:
    """The frame of a conversation's fact, or None for one that shows in the state of the conversation only.

    `words` belong to the message that was sent or hidden; one that was hidden since, or whose writer was erased, is told without them.
    """
    fact = cast(talk.Fact, recorded.fact)
    match fact:
        case talk.MessageSent():
            assert words is not None
            return orjson.dumps(talk_message(words, names)).decode()
        case talk.MessageHidden():
            hidden: talk_frames.Hidden = {
                "type": "hidden", "conversation_id": number, "id": item_id(number, fact.seq), "seq": fact.seq,
                "hidden_by": None if words is None else words.hidden_by,
            }
            return orjson.dumps(hidden).decode()
        case talk.CursorMoved():
            read: talk_frames.Read = {
                "type": "read", "conversation_id": number, "reader_id": person_name(fact.person_id, names), "seq": fact.read,
                "delivered": fact.delivered, "timestamp": recorded.at.timestamp(),
            }
            return orjson.dumps(read).decode()
        case talk.ConversationOpened() | talk.ConversationResolved() | talk.ConversationReopened() | talk.ConversationSnoozed():
            return None
        case talk.SnoozeEnded() | talk.ConversationRested() | talk.ConversationMuted() | talk.PersonBlocked() | talk.MessageReported():
            return None
        case talk.ReportDismissed() | talk.ConversationLookedInto():
            return None


def talk_message(words: Message, names: Mapping[int, str]) -> talk_frames.TalkMessage:
    """A message as everybody in the conversation gets it."""
    return {
        "type": "message", "conversation_id": words.conversation_id, "sender_id": person_name(words.sender_id, names),
        "is_staff": words.is_staff, "content": words.content if words.upload_name is None else upload_address(words.upload_name),
        "message_type": cast(talk_frames.MessageType, words.kind), "filename": words.filename, "timestamp": words.at.timestamp(),
        "id": item_id(words.conversation_id, words.seq), "seq": words.seq, "client_id": words.client_id,
    }


def upload_address(name: str) -> str:
    """Where an uploaded file of a conversation is fetched."""
    return f"/media/private/{name}"


def person_name(person_id: int, names: Mapping[int, str]) -> str:
    """How somebody is named outside; the help desk, whoever answers, by one name."""
    return names.get(person_id, str(person_id)) if person_id else "help-desk"


def talk_state(of: Talk, position: int | None, names: Mapping[int, str]) -> str:
    """conversation as JSON text. Mutes, blocks and complaints stay inside."""
    frame: talk_frames.ConversationState = {
        "type": "conversation", "conversation_id": of.id, "status": of.state["status"],
        "assignee_id": None if of.assignee_id is None else person_name(of.assignee_id, names), "position": position,
        "participant1_id": person_name(of.customer_id, names), "participant2_id": person_name(of.with_id or 0, names),
        "seq": of.version,
    }
    return orjson.dumps(frame).decode()


def unread(number: int, count: int, now: datetime) -> str:
    """unread as JSON text."""
    frame: talk_frames.Unread = {"type": "unread", "conversation_id": number, "count": count, "timestamp": now.timestamp()}
    return orjson.dumps(frame).decode()


def typing(name: str, number: int, is_typing: bool) -> str:
    """typing as JSON text."""
    frame: talk_frames.Typing = {"type": "typing", "user_id": name, "conversation_id": number, "is_typing": is_typing}
    return orjson.dumps(frame).decode()


def user_status(name: str, now: datetime, *, is_online: bool) -> str:
    """status as JSON text."""
    frame: talk_frames.UserStatus = {
        "type": "status", "user_id": name, "status": "online" if is_online else "offline", "timestamp": now.timestamp(),
    }
    return orjson.dumps(frame).decode()


def online_users(names: list[str], roles: list[str], now: datetime) -> str:
    """online_users as JSON text."""
    frame: talk_frames.OnlineUsers = {"type": "online_users", "users": names, "roles": roles, "timestamp": now.timestamp()}
    return orjson.dumps(frame).decode()
