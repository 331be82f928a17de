"""Every noun of the house: its rules, how its facts are written, what follows from them, and what its rooms tell.

A new noun enters here, and in wiring not at all unless it needs something made for it.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from saleroom.domain.auctions.decider import LOT
from saleroom.domain.auctions.events import TYPES as LOT_TYPES
from saleroom.domain.chat.decider import CONVERSATION
from saleroom.domain.chat.events import TYPES as CONVERSATION_TYPES
from saleroom.domain.help_desk.decider import HELP_DESK
from saleroom.domain.help_desk.events import TYPES as HELP_DESK_TYPES
from saleroom.domain.seat_maps.decider import SEAT_MAP
from saleroom.domain.seat_maps.events import TYPES as SEAT_MAP_TYPES
from saleroom.domain.ticket_sales.decider import SALE
from saleroom.domain.ticket_sales.events import TYPES as SALE_TYPES
from saleroom.domain.ticket_sales.snapshot import dump, restore
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection
from saleroom.noun import Noun, Snapshots
from saleroom.projections import (
    acts,
    conversations,
    lots,
    order_folding,
    orders,
    placing,
    seat_maps,
    ticket_requests,
    ticket_sales,
    tickets,
)
from saleroom.projections.bidders import BIDDERS
from saleroom.reactions import mail_auction_results, mail_ticket_results, tell_help_desk
from saleroom.realtime.lot_rooms import open_lot_room
from saleroom.realtime.rooms import RoomKind
from saleroom.realtime.sale_rooms import open_sale_room

Project = Callable[[Connection, int, Sequence[Recorded]], Awaitable[None]]


def _each(*tables: tuple[Project, frozenset[type]]) -> dict[str, Any]:
    """Several read tables, filled one after the other in the same transaction, each where a batch holds a fact that it is made of."""

    async def project(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
        facts = {type(one.fact) for one in recorded}
        for fill, projected in tables:
            if not projected.isdisjoint(facts):
                await fill(connection, stream, recorded)

    return {"project": project, "projected": frozenset().union(*(projected for _, projected in tables))}


AUCTIONS: Final = Noun(
    LOT, Codec(LOT_TYPES), unknown="unknown_lot", letters=mail_auction_results.letters_of, project=lots.project, projected=lots.PROJECTED,
)
TICKET_SALES: Final = Noun(
    SALE, Codec(SALE_TYPES), unknown="unknown_event", letters=mail_ticket_results.letters_of,
    snapshots=Snapshots(dump, restore), beside=placing.beside, beside_facts=placing.FACTS,
    **_each(
        (ticket_sales.project, ticket_sales.PROJECTED), (orders.project, order_folding.PROJECTED),
        (tickets.project, tickets.PROJECTED), (ticket_requests.project, ticket_requests.PROJECTED),
    ),
)
SEAT_MAPS: Final = Noun(
    SEAT_MAP, Codec(SEAT_MAP_TYPES), unknown="unknown_seat_map", project=seat_maps.project, projected=seat_maps.PROJECTED,
)
CHAT: Final = Noun(
    CONVERSATION, Codec(CONVERSATION_TYPES), unknown="unknown_conversation", letters=tell_help_desk.rows_of,
    project=conversations.project, projected=conversations.PROJECTED,
)
DESK: Final = Noun(HELP_DESK, Codec(HELP_DESK_TYPES), unknown="unknown_conversation")

NOUNS: Final = {noun.decider.kind: noun for noun in (AUCTIONS, TICKET_SALES, SEAT_MAPS, CHAT, DESK)}

CODECS: Final = {kind: noun.codec for kind, noun in NOUNS.items()}

PROJECTIONS: Final = (BIDDERS, *acts.PROJECTIONS)

ROOMS: Final = {
    "auctions": RoomKind(AUCTIONS.codec, AUCTIONS.unknown, open_lot_room),
    "ticket_sales": RoomKind(TICKET_SALES.codec, TICKET_SALES.unknown, open_sale_room),
}
