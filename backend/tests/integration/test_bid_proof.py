"""Whoever kept the receipt of his bid can compute it anew from what the house shows him; nobody is shown another's."""

import base64
import hashlib
import json
import struct
import uuid
from typing import Any

import asyncpg
import httpx
import pytest

from tests.actors import REPOSITORY, Database, Person, Server, make_lot

GOLDEN = REPOSITORY / "frontend" / "src" / "features" / "auctions" / "proof" / "proof.golden.json"


def computed(proof: dict[str, Any]) -> str:
    """The hash of a proof, from the words of the protocol and not from our own SQL."""
    covered = (
        bytes.fromhex(proof["previous_hash"]) + struct.pack(">qq", proof["stream_id"], proof["seq"]) + uuid.UUID(proof["command_id"]).bytes
        + struct.pack(">hhhq", proof["ordinal"], proof["type"], proof["schema_version"], proof["at_micros"])
        + bytes.fromhex(proof["fingerprint"]) + base64.b64decode(proof["fact"])
    )
    return hashlib.sha256(covered).hexdigest()


def bid(person: Person, lot: dict[str, Any], amount: float) -> dict[str, Any]:
    answer = person.post(f"/lots/{lot['id']}/bids", {"amount": amount})
    assert answer.status_code == 200, answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


def proof_of(person: Person, lot: dict[str, Any], seq: int) -> httpx.Response:
    return person.get(f"/lots/{lot['id']}/bids/{seq}/proof")


def code(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def test_a_receipt_can_be_computed_anew_from_the_proof_of_ones_own_bid(seller: Person, anna: Person, bert: Person) -> None:
    lot = make_lot(seller)
    kept = [bid(anna, lot, 10), bid(bert, lot, 20), bid(anna, lot, 30)]
    shown = [proof_of(person, lot, receipt["seq"]).json() for person, receipt in zip((anna, bert, anna), kept, strict=True)]
    for receipt, proof in zip(kept, shown, strict=True):
        assert computed(proof) == proof["hash"] == receipt["hash"]
        assert (proof["lot_id"], proof["seq"], proof["command_id"]) == (lot["id"], receipt["seq"], receipt["command_id"])
    assert [proof["previous_hash"] for proof in shown[1:]] == [receipt["hash"] for receipt in kept[:-1]]
    fact = json.loads(base64.b64decode(shown[2]["fact"]))
    assert (fact["bidder_id"], fact["amount_minor"], fact["bid_count"]) == (anna.id, 3_000, 3)


def test_the_proof_is_for_the_bidder_alone(server: Server, seller: Person, anna: Person, bert: Person, administrator: Person) -> None:
    lot = make_lot(seller)
    seq = bid(anna, lot, 10)["seq"]
    assert code(httpx.get(f"{server.url}/lots/{lot['id']}/bids/{seq}/proof", timeout=10)) == (401, "not_signed_in")
    for other in (bert, seller, administrator):
        assert code(proof_of(other, lot, seq)) == (403, "forbidden")


@pytest.mark.parametrize(("seq", "status", "told"), [
    (1, 404, "unknown_bid"), (2, 404, "unknown_bid"), (999, 404, "unknown_bid"), (0, 404, "unknown_bid"), (-1, 404, "unknown_bid"),
    (2**70, 404, "unknown_bid"), ("head", 422, "malformed"),
])
def test_what_is_no_bid_has_no_proof(seller: Person, anna: Person, seq: Any, status: int, told: str) -> None:
    lot = make_lot(seller)
    bid(anna, lot, 10)
    assert code(proof_of(anna, lot, seq)) == (status, told)
    assert code(proof_of(anna, {"id": 999_999}, 3)) == (404, "unknown_lot")


async def _rewrite(database: Database, statement: str, *arguments: object) -> None:
    """What only somebody with the owner's login and bad intentions can do."""
    connection = await asyncpg.connect(database.owner)
    try:
        await connection.execute("SET session_replication_role = replica")
        assert not (await connection.execute(statement, *arguments)).endswith(" 0")
    finally:
        await connection.close()


async def test_a_bid_that_was_changed_or_taken_away_does_not_fit_its_receipt(
    database: Database, seller: Person, anna: Person
) -> None:
    lot = make_lot(seller)
    receipt = bid(anna, lot, 10)
    stream = proof_of(anna, lot, receipt["seq"]).json()["stream_id"]
    cheaper = "UPDATE log.event SET data = convert_to(replace(convert_from(data, 'UTF8'), ':1000,', ':1001,'), 'UTF8') WHERE stream_id = $1"
    await _rewrite(database, cheaper + " AND version = $2", stream, receipt["seq"])
    assert computed(proof_of(anna, lot, receipt["seq"]).json()) != receipt["hash"]
    await _rewrite(database, "DELETE FROM log.event WHERE stream_id = $1 AND version = $2", stream, receipt["seq"])
    assert code(proof_of(anna, lot, receipt["seq"])) == (404, "unknown_bid")


async def test_a_history_that_was_written_anew_before_a_bid_does_not_fit_its_receipt(
    database: Database, seller: Person, anna: Person, bert: Person
) -> None:
    lot = make_lot(seller)
    first, receipt = bid(bert, lot, 10), bid(anna, lot, 20)
    stream = proof_of(anna, lot, receipt["seq"]).json()["stream_id"]
    await _rewrite(
        database, "UPDATE log.event SET at = at + interval '1 ms', hash = sha256(hash) WHERE stream_id = $1 AND version = $2",
        stream, first["seq"],
    )
    assert computed(proof_of(anna, lot, receipt["seq"]).json()) != receipt["hash"]


def test_the_proof_that_the_pages_are_tested_with_is_one_of_a_real_log() -> None:
    golden = json.loads(GOLDEN.read_text())
    assert computed(golden["proof"]) == golden["proof"]["hash"] == golden["receipt"]["hash"]
