"""Every message on a lot's socket, in both directions, as types.

The JSON schema of these is merged into the OpenAPI document, and the TypeScript types are made from it. Amounts are numbers
with at most two decimals, times ISO 8601 with zone. `seq` is a version of the lot's stream.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

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

CLIENT_TYPES = ("NEW_BID", "GET_HISTORY", "CLOSE_AUCTION")


def schemas() -> dict[str, object]:
    """The JSON schemas of all frames by name, with references as OpenAPI writes them."""
    found: dict[str, object] = {}
    for name, adapter in (("ServerFrame", TypeAdapter(ServerFrame)), ("ClientFrame", TypeAdapter(ClientFrame))):
        schema = adapter.json_schema(ref_template="#/components/schemas/{model}")
        found |= schema.pop("$defs", {})
        found[name] = schema
    return found
