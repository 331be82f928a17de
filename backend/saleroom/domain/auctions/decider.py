"""The auctioneer: which facts follow from a command on a lot at a time, and what the lot is after each fact.

The law of the close: at or after `due_at` nothing else happens before the lot was opened or closed, whoever asks. So a
late bid meets a closed lot whatever scheduler slept, and an administrator's finish only moves the end to now: there is one
way to close, and exactly one `LotClosed`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from saleroom.domain.auctions import commands as c
from saleroom.domain.auctions import events as e
from saleroom.domain.auctions.rules import Ladder, extended_end, ladder, next_min
from saleroom.domain.decider import Decider, Refused, RefusedError

Status = Literal["none", "scheduled", "open", "sold", "unsold", "cancelled"]

DURATION_DEFAULT = timedelta(days=1)

NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Lot(NamedTuple):
    """Everything that decides: terms, price, leader, and who has bid in which order.

    A named tuple, because a bid makes a new one: 1 us, where replacing two of twenty fields of a frozen dataclass takes 4.
    """

    status: Status = "none"
    version: int = 0
    seller_id: int = 0
    words: c.LotWords = c.LotWords("")
    start_price_minor: int = 0
    starts_at: datetime = NEVER
    closes_at: datetime = NEVER
    hard_end_at: datetime | None = None
    increments: str = ""
    soft_close: timedelta = timedelta(0)
    ladder: Ladder = Ladder(((1, 1),))
    price_minor: int | None = None
    leader_id: int | None = None
    leading_version: int | None = None
    ended_version: int | None = None
    bid_count: int = 0
    next_min_minor: int = 0
    bidders: Mapping[int, int] = MappingProxyType({})

    @property
    def is_open(self) -> bool:
        return self.status == "open"


def decide(lot: Lot, command: c.Command, at: datetime) -> list[e.Fact] | Refused:
    """The facts of one command, or why there are none. What is due at `at` has been done before."""
    match command:
        case c.PlaceBid():
            return _place_bid(lot, command, at)
        case c.CreateLot():
            return _create(lot, command, at)
        case c.EditLot():
            return _edit(lot, command, at)
        case c.StartLot():
            return _start(lot, command)
        case c.FinishLot():
            return _finish(lot, command)
        case c.CancelLot():
            return _cancel(lot, command)


def _place_bid(lot: Lot, bid: c.PlaceBid, at: datetime) -> list[e.Fact] | Refused:
    if lot.status != "open":
        return _is_not_open(lot)
    if bid.bidder_id == lot.seller_id:
        return Refused("seller_may_not_bid")
    if bid.bidder_id == lot.leader_id:
        return Refused("already_leading", {"amount_minor": bid.amount_minor, "price_minor": lot.price_minor})
    if bid.amount_minor < lot.next_min_minor:
        return Refused("bid_too_low", {"amount_minor": bid.amount_minor, "next_min_minor": lot.next_min_minor})
    return [
        e.BidPlaced(
            bidder_id=bid.bidder_id,
            amount_minor=bid.amount_minor,
            bidder_number=lot.bidders.get(bid.bidder_id, len(lot.bidders) + 1),
            bid_count=lot.bid_count + 1,
            next_min_minor=next_min(lot.start_price_minor, bid.amount_minor, lot.ladder),
            closes_at=extended_end(lot.closes_at, at, lot.soft_close, lot.hard_end_at),
            outbid_id=lot.leader_id,
        )
    ]


def _is_not_open(lot: Lot) -> Refused:
    match lot.status:
        case "scheduled":
            return Refused("not_open", {"opens_at": lot.starts_at.isoformat()})
        case "cancelled":
            return Refused("lot_cancelled")
        case "sold" | "unsold":
            return Refused("lot_ended", {
                "ended_at": lot.closes_at.isoformat(), "outcome": lot.status, "winner_id": lot.leader_id,
                "final_price_minor": lot.price_minor, "ended_seq": lot.ended_version,
            })
        case "none" | "open":
            return Refused("unknown_lot")


def _settled(terms: c.LotTerms, at: datetime) -> c.LotTerms:
    """The terms with every time filled in: a start in the past is now, no end is a day after the start.

    Raises:
        RefusedError: times_in_wrong_order, or malformed increments.
    """
    ladder(terms.increments)
    starts_at = at if terms.starts_at is None else max(terms.starts_at, at)
    closes_at = starts_at + DURATION_DEFAULT if terms.closes_at is None else terms.closes_at
    if closes_at <= starts_at or (terms.hard_end_at is not None and terms.hard_end_at < closes_at):
        raise RefusedError("times_in_wrong_order", start_time=starts_at.isoformat(), end_time=closes_at.isoformat())
    return replace(terms, starts_at=starts_at, closes_at=closes_at)


def _create(lot: Lot, create: c.CreateLot, at: datetime) -> list[e.Fact] | Refused:
    if lot.status != "none":
        return Refused("command_conflict")
    try:
        terms = _settled(create.terms, at)
    except RefusedError as error:
        return error.refused
    assert terms.starts_at and terms.closes_at
    return [
        e.LotCreated(
            create.seller_id, create.words, terms.start_price_minor, terms.starts_at, terms.closes_at,
            terms.hard_end_at, terms.increments, terms.soft_close_seconds,
        )
    ]


def _edit(lot: Lot, edit: c.EditLot, at: datetime) -> list[e.Fact] | Refused:
    if lot.status not in ("scheduled", "open"):
        return _is_not_open(lot)
    if lot.bid_count:
        return Refused("has_bids", {"bid_count": lot.bid_count})
    words, terms = _edited(lot, edit)
    if lot.is_open and edit.fields is not None and _moves_the_start(lot, terms, at):
        return Refused("already_open")
    if lot.is_open:  # an open lot has started: its start and its frozen ladder stay
        terms = replace(terms, starts_at=lot.starts_at, increments=lot.increments)
        if terms.closes_at is None or terms.closes_at <= at or (terms.hard_end_at and terms.hard_end_at < terms.closes_at):
            return Refused("times_in_wrong_order", {"start_time": at.isoformat()})
    else:
        try:
            terms = _settled(terms, at)
        except RefusedError as error:
            return error.refused
    assert terms.starts_at and terms.closes_at
    return [
        e.LotEdited(
            edit.by, words, terms.start_price_minor, terms.starts_at, terms.closes_at,
            terms.hard_end_at, terms.increments, terms.soft_close_seconds,
        )
    ]


def _edited(lot: Lot, edit: c.EditLot) -> tuple[c.LotWords, c.LotTerms]:
    """The fields that an edit means, over what the lot is by now."""
    if edit.fields is None:
        return edit.words, edit.terms
    terms = c.LotTerms(
        lot.start_price_minor, lot.starts_at, lot.closes_at, lot.hard_end_at, lot.increments, int(lot.soft_close.total_seconds())
    )
    words_meant: dict[str, Any] = {name: getattr(edit.words, name) for name in edit.fields if hasattr(edit.words, name)}
    terms_meant: dict[str, Any] = {name: getattr(edit.terms, name) for name in edit.fields if hasattr(edit.terms, name)}
    return replace(lot.words, **words_meant), replace(terms, **terms_meant)


def _moves_the_start(lot: Lot, terms: c.LotTerms, at: datetime) -> bool:
    """Whether an open lot is to start later, or to have another ladder than the one that froze when it opened."""
    return terms.increments != lot.increments or (terms.starts_at is not None and terms.starts_at > at)


def _start(lot: Lot, start: c.StartLot) -> list[e.Fact] | Refused:
    if lot.status == "open":
        return Refused("already_open")
    return [e.LotStarted(start.by)] if lot.status == "scheduled" else _is_not_open(lot)


def _finish(lot: Lot, finish: c.FinishLot) -> list[e.Fact] | Refused:
    return [e.LotFinished(finish.by, finish.reason)] if lot.is_open else _is_not_open(lot)


def _cancel(lot: Lot, cancel: c.CancelLot) -> list[e.Fact] | Refused:
    if lot.status not in ("scheduled", "open"):
        return _is_not_open(lot)
    if lot.bid_count and not cancel.is_admin:
        return Refused("has_bids", {"bid_count": lot.bid_count})
    return [e.LotCancelled(cancel.by, cancel.reason)]


def evolve(lot: Lot, fact: e.Fact, at: datetime) -> Lot:
    """The lot after one fact that happened at `at`."""
    version = lot.version + 1
    match fact:
        case e.BidPlaced():
            bidders = lot.bidders
            if fact.bidder_id not in bidders:
                bidders = MappingProxyType({**bidders, fact.bidder_id: fact.bidder_number})
            return lot._replace(
                version=version, price_minor=fact.amount_minor, leader_id=fact.bidder_id, leading_version=version,
                bid_count=fact.bid_count, next_min_minor=fact.next_min_minor, closes_at=fact.closes_at, bidders=bidders,
            )
        case e.LotCreated() | e.LotEdited():
            return lot._replace(
                version=version, status="scheduled" if lot.status == "none" else lot.status,
                seller_id=fact.seller_id if isinstance(fact, e.LotCreated) else lot.seller_id, words=fact.words,
                start_price_minor=fact.start_price_minor, next_min_minor=fact.start_price_minor, starts_at=fact.starts_at,
                closes_at=fact.closes_at, hard_end_at=fact.hard_end_at, increments=fact.increments,
                soft_close=timedelta(seconds=fact.soft_close_seconds),
            )
        case e.LotStarted():
            return lot._replace(version=version, starts_at=at)
        case e.LotOpened():
            return lot._replace(version=version, status="open", ladder=Ladder(fact.ladder_steps, fact.ladder_percent_e4))
        case e.LotFinished():
            return lot._replace(version=version, closes_at=at)
        case e.LotClosed():
            return lot._replace(version=version, status=fact.outcome, ended_version=version)
        case e.LotCancelled():
            return lot._replace(version=version, status="cancelled", ended_version=version)


def due_at(lot: Lot) -> datetime | None:
    """When the clock next does something: open a scheduled lot, close an open one."""
    match lot.status:
        case "scheduled":
            return lot.starts_at
        case "open":
            return lot.closes_at
        case _:
            return None


def due(lot: Lot, at: datetime) -> list[e.Fact]:
    """The timed fact of a lot whose `due_at` has come."""
    if lot.status == "scheduled":
        frozen = ladder(lot.increments)
        return [e.LotOpened(frozen.steps, frozen.percent_e4)]
    if lot.leader_id is None:
        return [e.LotClosed("unsold", None, None, None)]
    return [e.LotClosed("sold", lot.leader_id, lot.price_minor, lot.leading_version)]


def summary(lot: Lot) -> dict[str, Any]:
    """The small public state of the head row: what the catalogue and the detail page show as figures."""
    return {
        "status": lot.status,
        "price": lot.price_minor if lot.price_minor is not None else lot.start_price_minor,
        "start_price": lot.start_price_minor,
        "next_min": lot.next_min_minor,
        "leader": lot.leader_id,
        "bids": lot.bid_count,
        "starts_at": lot.starts_at.isoformat(),
        "closes_at": lot.closes_at.isoformat(),
        "hard_end_at": lot.hard_end_at.isoformat() if lot.hard_end_at else None,
        "increments": lot.increments,
        "soft_close": int(lot.soft_close.total_seconds()),
    }


LOT = Decider(
    kind="auctions", initial=Lot, decide=decide, evolve=evolve, due_at=due_at, due=due,
    creates=lambda command: isinstance(command, c.CreateLot), summary=summary, state_version=1,
)
