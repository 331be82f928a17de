"""Log = answers: what bidders were told is what the log holds, nothing less and nothing more."""

from collections.abc import Sequence
from typing import Final

import asyncpg
import orjson

from bench.bidders import Answer
from saleroom.domain.auctions.events import TYPES, BidPlaced

BID: Final = TYPES[BidPlaced][0]

_EVENTS = "SELECT version, command_id::text, type, data FROM log.event WHERE stream_id = $1 ORDER BY version"
_REFUSALS = "SELECT command_id::text, code FROM log.refusal WHERE stream_id = $1"
_HEAD = "SELECT version, (state->>'price')::bigint AS price, log.verify_stream(stream_id) AS broken FROM log.stream WHERE stream_id = $1"


async def differences(address: str, stream: int, answers: Sequence[Answer]) -> list[str]:
    """Whatever of a lot's log and its answers does not agree, in words; empty when all is well."""
    connection = await asyncpg.connect(address)
    try:
        events = await connection.fetch(_EVENTS, stream)
        refusals = {row["command_id"]: row["code"] for row in await connection.fetch(_REFUSALS, stream)}
        head = await connection.fetchrow(_HEAD, stream)
    finally:
        await connection.close()
    found = []
    if [row["version"] for row in events] != list(range(1, len(events) + 1)):
        found.append("the versions are not contiguous")
    if head is None or head["version"] != len(events) or head["broken"] is not None:
        found.append(f"the head is {head} with {len(events)} facts")
    stored = {
        row["version"]: (row["command_id"], orjson.loads(row["data"])["amount_minor"]) for row in events if row["type"] == BID
    }
    told = {answer.seq: (answer.command_id, answer.amount_minor) for answer in answers if answer.seq is not None}
    if stored != told:
        found.append(f"{len(told.items() - stored.items())} accepted answers are not in the log, "
                     f"{len(stored.items() - told.items())} bids of the log have no answer")
    if refusals != {answer.command_id: answer.code for answer in answers if answer.code is not None}:
        found.append("the stored refusals are not those that were answered")
    highest = max((amount for _, amount in told.values()), default=None)
    if head is not None and highest is not None and head["price"] != highest:
        found.append(f"the price is {head['price']}, the highest accepted bid {highest}")
    return found
