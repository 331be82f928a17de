"""What the log says, put beside what people were told: the judge of the crowd tests.

`violations` knows the promises of the house and lists every one that was broken; an empty list is the verdict "all kept".
It is pure, so that it can be shown to fail on doctored papers.
"""

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import asyncpg

from saleroom.domain.ids import stream_id

NAMES = {
    1: "LotCreated", 2: "LotEdited", 3: "LotStarted", 4: "LotOpened", 5: "BidPlaced", 6: "LotFinished", 7: "LotClosed", 8: "LotCancelled",
}
FRAMES = {"LotStarted": "AUCTION_STATUS", "BidPlaced": "NEW_BID", "LotFinished": "AUCTION_STATUS", "LotClosed": "AUCTION_ENDED"}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOT_DECIDED = ("busy", "unavailable")  # told without using up the id


@dataclass
class Fact:
    """One row of the log."""

    version: int
    command_id: str
    ordinal: int
    name: str
    at: datetime
    data: dict[str, Any]
    hash: str


@dataclass
class Papers:
    """The log of one lot, and the transcripts of everyone who was there."""

    stream: int
    facts: list[Fact]
    refusals: dict[str, str]
    head_version: int
    first_bad_version: int | None
    is_chain_right: bool
    transcripts: list[dict[str, Any]] = field(default_factory=list)


async def read_papers(address: str, lot_id: int, transcripts: list[dict[str, Any]]) -> Papers:
    """The papers of a lot."""
    papers, _ = await read_log(address, stream_id("auctions", lot_id), NAMES)
    return replace(papers, transcripts=transcripts)


async def read_log(address: str, stream: int, names: Mapping[int, str]) -> tuple[Papers, dict[str, Any]]:
    """Read the log of a stream with the owner's eyes, and compute its hash chain again, here; also the state in its head row."""
    connection = await asyncpg.connect(address)
    try:
        rows = await connection.fetch("SELECT * FROM log.event WHERE stream_id = $1 ORDER BY version", stream)
        refusals = await connection.fetch("SELECT command_id, code FROM log.refusal WHERE stream_id = $1", stream)
        head = await connection.fetchrow("SELECT version, head_hash, state::text AS state FROM log.stream WHERE stream_id = $1", stream)
        bad = await connection.fetchval("SELECT log.verify_stream($1)", stream)
    finally:
        await connection.close()
    assert head is not None
    facts = [
        Fact(
            row["version"], str(row["command_id"]), row["ordinal"], names[row["type"]], row["at"], json.loads(row["data"]),
            row["hash"].hex(),
        )
        for row in rows
    ]
    hashes = chain(stream, rows)
    is_right = [row["hash"] for row in rows] == hashes and head["head_hash"] == hashes[-1]
    papers = Papers(stream, facts, {str(row["command_id"]): row["code"] for row in refusals}, head["version"], bad, is_right)
    return papers, json.loads(head["state"])


def chain(stream: int, rows: list[Any]) -> list[bytes]:
    """The hash after every fact, computed from the columns alone: SHA-256 over the one before and the fact."""
    hashes, last = [], bytes(32)
    for row in rows:
        micros = (row["at"] - EPOCH) // (datetime.resolution)
        numbers = [(stream, 8), (row["version"], 8)]
        small = [(row["ordinal"], 2), (row["type"], 2), (row["schema_version"], 2), (micros, 8)]
        text = last + b"".join(number.to_bytes(size, "big", signed=True) for number, size in numbers)
        text += uuid.UUID(str(row["command_id"])).bytes
        text += b"".join(number.to_bytes(size, "big", signed=True) for number, size in small)
        last = hashlib.sha256(text + row["fingerprint"] + row["data"]).digest()
        hashes.append(last)
    return hashes


def violations(papers: Papers) -> list[str]:
    """Every broken promise, in words."""
    return [
        *log_is_whole(papers), *_auction_is_right(papers), *_answers_agree(papers),
        *(broken for n, one in enumerate(papers.transcripts) for broken in _watcher_agrees(papers, n, one)),
    ]


def log_is_whole(papers: Papers) -> list[str]:
    """Gapless, in time, unbroken, and every command once."""
    broken = []
    if [fact.version for fact in papers.facts] != list(range(1, papers.head_version + 1)):
        broken.append("the versions of the log have a gap, or its head is another")
    if any(later.at < earlier.at for earlier, later in pairwise(papers.facts)):
        broken.append("time runs backwards in the log")
    if papers.first_bad_version is not None or not papers.is_chain_right:
        broken.append(f"the hash chain is broken (Postgres says at {papers.first_bad_version})")
    ids = Counter((fact.command_id, fact.ordinal) for fact in papers.facts)
    broken += [f"command {command} has two effects" for (command, _), count in ids.items() if count > 1]
    return broken


def _auction_is_right(papers: Papers) -> list[str]:
    broken, price, least, leader = [], 0, papers.facts[0].data["start_price_minor"], None
    closes_at = datetime.fromisoformat(papers.facts[0].data["closes_at"])
    for fact in papers.facts:
        if fact.name == "LotFinished":
            closes_at = fact.at
        if fact.name != "BidPlaced":
            continue
        amount = fact.data["amount_minor"]
        if amount <= price or amount < least:
            broken.append(f"bid {fact.version} of {amount} stands after {price}, though the least was {least}")
        if fact.at >= closes_at:
            broken.append(f"bid {fact.version} came after the end")
        if fact.data["bidder_id"] == leader:
            broken.append(f"bid {fact.version} is its bidder against himself")
        price, least, leader = amount, fact.data["next_min_minor"], fact.data["bidder_id"]
        closes_at = datetime.fromisoformat(fact.data["closes_at"])
    closed = [fact for fact in papers.facts if fact.name == "LotClosed"]
    if len(closed) != 1 or papers.facts[-1] is not closed[0]:
        broken.append(f"the lot closed {len(closed)} times, or something follows its end")
    elif (closed[0].data["winner_id"], closed[0].data["price_minor"]) != (leader, price or None):
        broken.append("the winner is not the highest bidder at his bid")
    elif closed[0].at < closes_at:
        broken.append("the lot closed early")
    return broken


def _answers_agree(papers: Papers) -> list[str]:
    """Every command got an answer, every answer is what the log says, and nothing stands there that nobody sent."""
    broken = []
    facts = {fact.command_id: fact for fact in papers.facts if fact.name == "BidPlaced"}
    sent: set[str] = set()
    for transcript in papers.transcripts:
        sent |= transcript["commands"].keys()
        answers: dict[str, list[dict[str, Any]]] = {}
        for frame in transcript["heard"]:
            if frame.get("command_id") and frame.get("code") not in NOT_DECIDED:
                answers.setdefault(frame["command_id"], []).append(frame)
        for command, made in transcript["commands"].items():
            got = answers.get(command, [])
            if not got:
                broken.append(f"command {command} was never answered")
            if len(got) > made["sent"] or any(answer != got[0] for answer in got):
                broken.append(f"command {command} got answers that differ, or too many")
            broken += [fault for answer in got[:1] if (fault := _answer_is_wrong(papers, transcript, command, answer, facts.get(command)))]
    broken += [f"bid {fact.version} was sent by nobody" for command, fact in facts.items() if command not in sent]
    return broken


def _answer_is_wrong(papers: Papers, transcript: dict[str, Any], command: str, answer: dict[str, Any], fact: Fact | None) -> str | None:
    if answer["type"] == "BID_ACCEPTED":
        if fact is None:
            return f"command {command} was acknowledged, and is not in the log"
        told = (answer["seq"], round(answer["amount"] * 100), answer["hash"])
        if told != (fact.version, fact.data["amount_minor"], fact.hash) or fact.data["bidder_id"] != transcript["person"]:
            return f"command {command} was acknowledged otherwise than it stands in the log"
        return None
    if fact is not None:
        return f"command {command} was refused ({answer['code']}), and stands in the log"
    if papers.refusals.get(command) != answer["code"]:
        return f"command {command} was told {answer['code']}, the log has {papers.refusals.get(command)}"
    return None


def _watcher_agrees(papers: Papers, n: int, transcript: dict[str, Any]) -> list[str]:
    """What one socket saw: each event once, in order, as it stands in the log; what is left out is counted."""
    broken: list[str] = []
    by_version = {fact.version: fact for fact in papers.facts}
    public = [fact.version for fact in papers.facts if fact.name in FRAMES]
    last: int | None = None
    accepted: set[str] = set()
    for frame in transcript["heard"]:
        kind = frame["type"]
        if kind == "BID_ACCEPTED":
            accepted.add(frame["command_id"])
        elif kind == "LOT_STATUS" and (last is None or frame.get("resync")):
            last = frame["seq"]
        elif kind in FRAMES.values() and "command_id" not in frame:
            assert last is not None
            missed = sum(last < version < frame["seq"] for version in public) if frame["seq"] - last > 1 else 0
            if frame["seq"] <= last:
                broken.append(f"watcher {n} saw event {frame['seq']} after {last}: a double, or out of order")
            elif missed != frame.get("skipped", 0):
                broken.append(f"watcher {n} missed {missed} events before {frame['seq']} and was told of {frame.get('skipped', 0)}")
            last = max(last, frame["seq"])
            broken += _event_is_wrong(n, frame, by_version.get(frame["seq"]))
            fact = by_version.get(frame["seq"])
            mine = transcript["commands"].get(fact.command_id) if fact else None
            if fact and mine and mine["sent"] == 1 and fact.command_id not in accepted:
                broken.append(f"watcher {n} saw his bid {frame['seq']} before its answer")
    if not transcript["saw_end"] or last != public[-1]:
        broken.append(f"watcher {n} never saw the end")
    return broken


def _event_is_wrong(n: int, frame: dict[str, Any], fact: Fact | None) -> list[str]:
    if fact is None or FRAMES.get(fact.name) != frame["type"]:
        return [f"watcher {n} saw a {frame['type']} at {frame['seq']}, where the log has none"]
    if frame["type"] == "NEW_BID":
        shown = (frame["bid"]["user_id"], round(frame["bid"]["amount"] * 100), frame["bid_count"], round(frame["next_min"] * 100))
        stands = tuple(fact.data[name] for name in ("bidder_id", "amount_minor", "bid_count", "next_min_minor"))
        return [] if shown == stands else [f"watcher {n} saw bid {frame['seq']} otherwise than it stands in the log"]
    if frame["type"] == "AUCTION_ENDED" and frame["winner_id"] != fact.data["winner_id"]:
        return [f"watcher {n} was told another winner"]
    return []
