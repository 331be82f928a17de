"""When a lot closes, is withdrawn or finds a higher bid, letters follow: which, to whom, and with what figures.

Pure, and called in the transaction of the facts, so that a fact and its letters are written together or not at all.
Replaying mails nothing: letters come from new facts only, and a key names each letter once. A payload carries ids, the
lot's own words and amounts; never a person's name or address (law 7).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from saleroom.domain.auctions.decider import Lot
from saleroom.domain.auctions.events import BidPlaced, Fact, LotCancelled, LotClosed, LotFinished
from saleroom.domain.ids import number_of
from saleroom.eventlog.outbox import OutboxRow


def letters_of(stream_id: int, before: Lot, facts: Sequence[Fact], after: Lot, at: datetime) -> list[OutboxRow]:
    """The letters that one batch of facts on a lot brings about.

    Args:
        before, after: the lot before the first and after the last of the facts.
        at: when all of them happened.
    """
    for offset, fact in enumerate(facts):
        match fact:
            case LotClosed():
                finished = next((earlier for earlier in facts[:offset] if isinstance(earlier, LotFinished)), None)
                return _of_the_close(_common(stream_id, after), offset, fact, after, finished)
            case LotCancelled():
                return _of_the_withdrawal(_common(stream_id, after), offset, fact, after)
            case _:
                pass
    return _of_higher_bids(stream_id, before, facts, after, at)


def _common(stream_id: int, lot: Lot) -> dict[str, Any]:
    return {"lot_id": number_of(stream_id), "title": lot.words.title}


def _of_the_close(
    common: dict[str, Any], offset: int, closed: LotClosed, lot: Lot, finished: LotFinished | None
) -> list[OutboxRow]:
    payload = {
        **common, "closed_at": lot.closes_at.isoformat(), "bid_count": lot.bid_count,
        "was_finished": finished is not None, "reason": finished.reason if finished else "",
    }
    if closed.winner_id is None:
        unsold = {**payload, "user_id": lot.seller_id, "start_price_minor": lot.start_price_minor}
        return [OutboxRow(f"unsold.{lot.seller_id}", offset, "unsold", unsold)]
    payload["price_minor"] = closed.price_minor
    sold = {**payload, "user_id": lot.seller_id, "bidder_number": lot.bidders[closed.winner_id]}
    rows = [
        OutboxRow(f"won.{closed.winner_id}", offset, "won", {**payload, "user_id": closed.winner_id, "seller_id": lot.seller_id}),
        OutboxRow(f"sold.{lot.seller_id}", offset, "sold", sold),
    ]
    losers = [bidder for bidder in lot.bidders if bidder != closed.winner_id]
    return rows + [OutboxRow(f"lost.{loser}", offset, "lost", {**payload, "user_id": loser}) for loser in losers]


def _of_the_withdrawal(common: dict[str, Any], offset: int, cancelled: LotCancelled, lot: Lot) -> list[OutboxRow]:
    """To everybody who bid, and to the seller unless it was he who withdrew the lot."""
    payload = {**common, "reason": cancelled.reason}
    rows = [
        OutboxRow(f"cancelled.{bidder}", offset, "cancelled", {**payload, "user_id": bidder, "is_seller": False})
        for bidder in lot.bidders
    ]
    if cancelled.by != lot.seller_id:
        told = {**payload, "user_id": lot.seller_id, "is_seller": True}
        rows.append(OutboxRow(f"cancelled.{lot.seller_id}", offset, "cancelled", told))
    return rows


def _of_higher_bids(stream_id: int, before: Lot, facts: Sequence[Fact], after: Lot, at: datetime) -> list[OutboxRow]:
    """To everybody who led and leads no more: one a batch, and by its key one a minute, with the price as it stands."""
    bids = [(offset, fact) for offset, fact in enumerate(facts) if isinstance(fact, BidPlaced)]
    if not bids:
        return []
    newest = bids[-1][0]
    led = dict.fromkeys(leader for leader in (before.leader_id, *(bid.bidder_id for _, bid in bids)) if leader is not None)
    minute = int(at.timestamp()) // 60
    payload = {
        **_common(stream_id, after), "price_minor": after.price_minor, "next_min_minor": after.next_min_minor,
        "closes_at": after.closes_at.isoformat(),
    }
    return [
        OutboxRow(f"outbid.{leader}.{minute}", newest, "outbid", {**payload, "user_id": leader})
        for leader in led if leader != after.leader_id
    ]
