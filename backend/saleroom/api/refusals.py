"""With which codes each command can be refused: so a route documents what its command is told without a list of its own.

One row a command, of the codes that its decider has for it. `tests/house/test_refusals_documented.py` reads the deciders and fails
when a row is not what they say, and when a route hands in a command without documenting its row.
"""

from collections.abc import Mapping
from typing import Final

from saleroom.domain.auctions import commands as lots
from saleroom.domain.chat import commands as talks
from saleroom.domain.help_desk import commands as desk
from saleroom.domain.seat_maps import commands as maps
from saleroom.domain.ticket_sales import commands as sales

ANY_COMMAND: Final = ("command_conflict", "busy", "unavailable")
"""What whoever hands in any command can be told: its id was used, too many press, or the log does not answer."""

_NOT_OPEN: Final = ("unknown_lot", "not_open", "lot_ended", "lot_cancelled")
_SELLING: Final = ("unknown_event", "not_on_sale", "sale_ended", "sale_cancelled")
_CLAIMS: Final = (
    *_SELLING, "unknown_ticket_type", "malformed", "too_many_at_once", "sale_is_full", "limit_reached", "sold_out",
    "reserved_may_come_back",
)
_TERMS: Final = ("malformed", "times_in_wrong_order", "unknown_ticket_type", "unknown_seat")
_CHANGES: Final = ("unknown_event", "not_yours", "sale_cancelled")
_UNPAID: Final = ("unknown_event", "unknown_order", "not_yours", "hold_expired", "wrong_order_status")
_RETURNS: Final = ("unknown_event", "unknown_order", "not_yours", "sale_cancelled", "already_cancelled", "already_in", "refund_over")

REFUSALS: Final[Mapping[type, tuple[str, ...]]] = {
    lots.CreateLot: ("command_conflict", "malformed", "times_in_wrong_order"),
    lots.EditLot: (*_NOT_OPEN, "already_open", "has_bids", "malformed", "times_in_wrong_order"),
    lots.PlaceBid: (*_NOT_OPEN, "seller_may_not_bid", "already_leading", "bid_too_low"),
    lots.StartLot: (*_NOT_OPEN, "already_open"),
    lots.FinishLot: _NOT_OPEN,
    lots.CancelLot: (*_NOT_OPEN, "has_bids"),
    sales.CreateSale: ("command_conflict", *_TERMS),
    sales.EditSale: (*_CHANGES, *_TERMS, "sale_ended", "under_sold", "seats_not_free"),
    sales.BlockSeats: (*_CHANGES, "sale_ended", "malformed", "unknown_seat", "seats_not_free"),
    sales.CancelSale: _CHANGES,
    sales.Grab: _CLAIMS,
    sales.Hold: (*_CLAIMS, "unknown_seat", "seats_taken", "seat_needs_its_type", "orphan_seat", "no_wheelchair_place"),
    sales.ReleaseHold: _UNPAID,
    sales.Checkout: (*_UNPAID, "sale_cancelled", "too_many_at_once"),
    sales.RecordPayment: ("unknown_event", "unknown_order"),
    sales.CancelOrder: (*_RETURNS, "wrong_order_status"),
    sales.CancelTicket: (*_RETURNS, "unknown_ticket"),
    sales.RecordRefund: ("unknown_event", "unknown_refund"),
    sales.SettleRefundByHand: ("unknown_event", "unknown_refund", "not_yours", "malformed", "refund_settled", "refund_not_failed"),
    sales.RequestTickets: (*_CLAIMS, "queue_full"),
    sales.LeaveQueue: ("unknown_event", "unknown_request", "not_in_queue"),
    sales.PauseQueue: ("unknown_event",),
    sales.ResumeQueue: ("unknown_event",),
    sales.ServeQueue: ("unknown_event",),
    sales.CheckIn: ("unknown_event", "unknown_ticket", "revoked", "cancelled", "wrong_time", "already_in", "not_inside"),
    maps.DrawSeatMap: ("command_conflict",),
    maps.RedrawSeatMap: ("unknown_seat_map", "not_yours"),
    maps.RemoveSeatMap: ("unknown_seat_map", "not_yours"),
    talks.OpenConversation: ("command_conflict", "talks_to_himself"),
    talks.SendMessage: ("unknown_conversation", "blocked"),
    talks.HideMessage: ("unknown_conversation", "unknown_message", "not_yours"),
    talks.MoveCursor: ("unknown_conversation",),
    talks.Resolve: ("unknown_conversation",),
    talks.Reopen: ("unknown_conversation",),
    talks.Snooze: ("unknown_conversation", "forbidden", "conversation_resolved", "times_in_wrong_order"),
    talks.Mute: ("unknown_conversation", "forbidden"),
    talks.Block: ("unknown_conversation", "forbidden"),
    talks.Report: ("unknown_conversation", "unknown_message", "not_yours"),
    talks.DismissReport: ("unknown_conversation", "unknown_message"),
    talks.LookInto: ("unknown_conversation",),
    desk.ComeOnline: ("malformed",),
    desk.GoOffline: (),
    desk.AskHelp: ("help_desk_full",),
    desk.NoteReply: (),
    desk.Leave: (),
    desk.Assign: ("not_waiting", "assigned_meanwhile", "own_question"),
}


def refusals(*commands: type) -> tuple[str, ...]:
    """All codes that a route can be told which hands in one of these commands."""
    return tuple(dict.fromkeys((*(code for command in commands for code in REFUSALS[command]), *ANY_COMMAND)))
