"""Every message on a socket, in both directions, as types: first a lot's, then a ticket sale's.

The JSON schema of these is merged into the OpenAPI document, and the TypeScript types are made from it. Amounts are numbers
with at most two decimals, times ISO 8601 with zone. `seq` is a version of the lot's or the sale's stream.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from saleroom.realtime.talk_frames import TalkClientFrame, TalkServerFrame

Outcome = Literal["sold", "unsold", "cancelled"]
Status = Literal["scheduled", "open", "sold", "unsold", "cancelled"]
Reserve = Literal["none", "not_met", "met"]


class Bid(TypedDict):
    """One bid of the public history; `id` is its seq. `bidder_name` is "Bidder n" by order of first bids."""

    id: int
    user_id: int
    bidder_name: str
    amount: float
    lot_id: int
    created_at: str
    auto: bool


class NewBid(TypedDict):
    """An event: a bid stands. `skipped` counts the public events left out since the last frame (conflation)."""

    type: Literal["NEW_BID"]
    seq: int
    bid: Bid
    next_min: float
    end_time: str
    bid_count: int
    server_time: str
    skipped: NotRequired[int]


class BidAccepted(TypedDict):
    """The answer to one bid, after COMMIT and before its NEW_BID; `hash` is the chain's head after it, to keep as proof."""

    type: Literal["BID_ACCEPTED"]
    command_id: str
    seq: int
    amount: float
    leading: bool
    explain: str
    hash: str


class BidHistory(TypedDict):
    """A state: the newest bids, newest first, at most 20."""

    type: Literal["BID_HISTORY"]
    lot_id: int
    bids: list[Bid]
    seq: int


class LotStatus(TypedDict):
    """A state: the lot's figures at `seq`. `resync` says that missed events are not sent one by one."""

    type: Literal["LOT_STATUS"]
    lot_id: int
    is_active: bool
    current_price: float
    owner_id: int | None
    start_time: str
    end_time: str
    seq: int
    next_min: float
    bid_count: int
    reserve: Reserve
    status: Status
    server_time: str
    resync: NotRequired[bool]


class UsersCount(TypedDict):
    """Open sockets of the room over all workers."""

    type: Literal["USERS_COUNT"]
    count: int


class AuctionStatus(TypedDict):
    """An event: an administrator started or finished the lot."""

    type: Literal["AUCTION_STATUS"]
    lot_id: int
    is_active: bool
    seq: int


class AuctionEnded(TypedDict):
    """An event: the hammer fell, or the lot was cancelled. A late bid gets it too, alone, with its command id and code."""

    type: Literal["AUCTION_ENDED"]
    lot_id: int
    winner_id: int | None
    final_price: float | None
    outcome: Outcome
    seq: int
    command_id: NotRequired[str]
    code: NotRequired[Literal["lot_ended"]]


class Error(TypedDict):
    """A refusal or a fault, to its sender alone; further facts stand beside these fields."""

    type: Literal["ERROR"]
    message: str
    code: str
    command_id: NotRequired[str]


class PlaceBidFrame(TypedDict):
    """Client: bid. `command_id` is made at the press and kept for every retry."""

    type: Literal["NEW_BID"]
    amount: float
    user_id: NotRequired[int]
    max_amount: NotRequired[float]
    command_id: NotRequired[str]


class GetHistory(TypedDict):
    """Client: send BID_HISTORY again."""

    type: Literal["GET_HISTORY"]


class CloseAuction(TypedDict):
    """Client, administrators only: finish the lot now."""

    type: Literal["CLOSE_AUCTION"]
    command_id: NotRequired[str]


ServerFrame = Annotated[
    NewBid | BidAccepted | BidHistory | LotStatus | UsersCount | AuctionStatus | AuctionEnded | Error,
    Field(discriminator="type"),
]
ClientFrame = Annotated[PlaceBidFrame | GetHistory | CloseAuction, Field(discriminator="type")]


class TicketsLeft(TypedDict):
    """How many tickets of a type can be had now."""

    ticket_type_id: int
    seat_type: str
    available_qty: int


SaleStatus = Literal["scheduled", "on_sale", "ended", "cancelled"]


class SeatCounts(TypedDict):
    """A state: what is left of each type, in the event's order; at most ten a second.

    `edited` is the seq of the last change of words, prices or times, or of its being called off (0: none): whoever knows the event as
    of before reads it again.
    """

    type: Literal["seat_counts"]
    tickets: list[TicketsLeft]
    status: SaleStatus
    sale_start_time: str
    edited: int
    seq: int
    server_time: str


class Seats(TypedDict):
    """A state: what became of the seats of the hall, in its own order. 0 free, 1 held, 2 sold, 3 not for sale.

    `all` packs four seats a byte, the first in the lowest two bits, in base64; `changed` holds [index, state] pairs.
    """

    type: Literal["seats"]
    seq: int
    all: NotRequired[str]
    changed: NotRequired[list[tuple[int, int]]]


class GrabResult(TypedDict):
    """The answer to one grab, hold, best_available or release, after COMMIT, to its sender alone.

    On success the order, with the ids of its seats and what it costs; one of a paid type is `held` until `expires_at`. On failure
    the code, a plain sentence, the facts that belong to the code beside these fields, and what else can be had.
    """

    type: Literal["grab_result", "hold_result", "release_result"]
    status: Literal["success", "fail"]
    command_id: str
    seq: NotRequired[int]
    order_id: NotRequired[int]
    order_status: NotRequired[str]
    total_cents: NotRequired[int]
    expires_at: NotRequired[str | None]
    checkout_url: NotRequired[str | None]
    seats: NotRequired[list[str]]
    code: NotRequired[str]
    reason: NotRequired[str]
    alternatives: NotRequired[list[TicketsLeft]]
    hash: NotRequired[str]


class Grab(TypedDict):
    """Client: one or more tickets of a type, whichever."""

    action: Literal["grab"]
    ticket_type_id: int
    quantity: NotRequired[int]
    command_id: NotRequired[str]


class LineAsked(TypedDict):
    """So many of a type."""

    ticket_type_id: int
    quantity: int


class HoldUnits(TypedDict):
    """Client: hold tickets of types, picked seats, or both. `accessible`: a wheelchair place is among the seats that nobody picked."""

    action: Literal["hold"]
    lines: NotRequired[list[LineAsked]]
    seats: NotRequired[list[str]]
    accessible: NotRequired[bool]
    command_id: NotRequired[str]


class BestAvailable(TypedDict):
    """Client: hold the best seats together. `accessible`: a wheelchair place is among them."""

    action: Literal["best_available"]
    ticket_type_id: int
    quantity: int
    accessible: NotRequired[bool]
    command_id: NotRequired[str]


class ReleaseHold(TypedDict):
    """Client: give held tickets back."""

    action: Literal["release"]
    order_id: int
    command_id: NotRequired[str]


SaleServerFrame = Annotated[SeatCounts | Seats | GrabResult | Error, Field(discriminator="type")]
SaleClientFrame = Annotated[Grab | HoldUnits | BestAvailable | ReleaseHold, Field(discriminator="action")]


def schemas() -> dict[str, object]:
    """The JSON schemas of all frames by name, with references as OpenAPI writes them."""
    found: dict[str, object] = {}
    adapters: dict[str, TypeAdapter[Any]] = {
        "ServerFrame": TypeAdapter(ServerFrame), "ClientFrame": TypeAdapter(ClientFrame),
        "SaleServerFrame": TypeAdapter(SaleServerFrame), "SaleClientFrame": TypeAdapter(SaleClientFrame),
        "TalkServerFrame": TypeAdapter(TalkServerFrame | Error), "TalkClientFrame": TypeAdapter(TalkClientFrame),
    }
    for name, adapter in adapters.items():
        schema = adapter.json_schema(ref_template="#/components/schemas/{model}")
        found |= schema.pop("$defs", {})
        found[name] = schema
    return found
