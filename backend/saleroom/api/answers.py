"""How an outcome of the log becomes an answer: the same for the socket and for REST, and the same for every retry."""

from functools import cache
from typing import Any, cast
from uuid import UUID, uuid4

import orjson
import structlog

from saleroom.api import problems
from saleroom.domain.auctions import events as e
from saleroom.domain.decider import Refused, RefusedError
from saleroom.domain.ids import number_of
from saleroom.domain.money import amount_json, amount_text
from saleroom.eventlog.log import Accepted, Outcome, Recorded
from saleroom.handle import Busy
from saleroom.realtime import frames

logger = structlog.get_logger(__name__)


def facts_json(refused: Refused) -> Refused:
    """Facts as clients get them: every `x_minor` becomes the JSON amount `x`, with `x_text` for sentences."""
    return Refused(refused.code, _as_told(refused))


def _as_told(refused: Refused) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, value in refused.facts.items():
        names = _amount_names(name)
        if names is None:
            facts[name] = value
        else:
            facts[names[0]] = None if value is None else amount_json(value)
            facts[names[1]] = "none" if value is None else amount_text(value)
    return facts


@cache
def _amount_names(fact: str) -> tuple[str, str] | None:
    """For a fact `x_minor`: the names of its JSON amount and of its text."""
    name = fact.removesuffix("_minor")
    return None if name == fact else (name, f"{name}_text")


def refusal_of(outcome: Outcome | Exception) -> Refused | None:
    """The refusal in an outcome, or None for an accepted command.

    Raises:
        Bug: as it is; it is answered as an internal error.
    """
    match outcome:
        case Accepted():
            return None
        case Refused():
            return facts_json(outcome)
        case Busy():
            return Refused("busy", {"retry_after_seconds": 1})
        case RefusedError():
            return facts_json(outcome.refused)
        case Exception():
            raise outcome


def refusal(outcome: Outcome | Exception) -> Refused:
    """The refusal to tell; a bug on our side is told as one, with the id under which it was written down."""
    try:
        refused = refusal_of(outcome)
    except Exception as error:
        correlation_id = uuid4().hex
        logger.error("bug", correlation_id=correlation_id, exc_info=error)
        return Refused("bug", {"correlation_id": correlation_id})
    assert refused is not None
    return refused


def error_frame(refused: Refused, command_id: str | None = None) -> str:
    """ERROR as JSON text, with the same code and facts as the problem document."""
    return _error(dict(refused.facts), refused.code, command_id)


def decided_error_frame(refused: Refused, command_id: str) -> str:
    """The same for a refusal as the rules gave it: what most bidders of a hot lot are told."""
    return _error(_as_told(refused), refused.code, command_id)


def _error(frame: dict[str, Any], code: str, command_id: str | None) -> str:
    """The frame that is made of some facts, in which no fact takes the place of one of its own members."""
    message = problems.sentence(code, frame)
    frame["type"], frame["message"], frame["code"] = "ERROR", message, code
    if command_id is not None:
        frame["command_id"] = command_id
    return orjson.dumps(frame).decode()


def bid_accepted(command_id: UUID | str, outcome: Accepted) -> frames.BidAccepted:
    """BID_ACCEPTED from the facts that the command brought about."""
    recorded = outcome.recorded[-1]
    fact = cast(e.BidPlaced, recorded.fact)
    return {
        "type": "BID_ACCEPTED", "command_id": str(command_id), "seq": recorded.version, "amount": amount_json(fact.amount_minor),
        "leading": True, "explain": _explain(recorded, fact), "hash": recorded.hash.hex(),
    }


def _explain(recorded: Recorded, fact: e.BidPlaced) -> str:
    end = fact.closes_at.isoformat()
    return (
        f"Your {amount_text(fact.amount_minor)} is bid number {fact.bid_count} and leads; the next bid must be at least "
        f"{amount_text(fact.next_min_minor)}. The lot closes on {end[:10]} at {end[11:19]} UTC unless bids extend it."
    )


def late_bid(stream: int, command_id: str, refused: Refused) -> frames.AuctionEnded:
    """AUCTION_ENDED for the sender of a late bid, from the facts of its refusal (already as JSON)."""
    facts = refused.facts
    return {
        "type": "AUCTION_ENDED", "lot_id": number_of(stream), "winner_id": facts["winner_id"], "final_price": facts["final_price"],
        "outcome": facts["outcome"], "seq": facts["ended_seq"], "command_id": command_id, "code": "lot_ended",
    }
