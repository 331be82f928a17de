"""A fact's bytes never change: those of every fact and schema version ever written lie here, and are read and written as they are.

SALEROOM_WRITE_GOLDEN=1 writes the file for facts that are new; what was there once is never rewritten.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from saleroom.domain.auctions import events as e
from saleroom.domain.auctions.commands import LotWords
from saleroom.eventlog.codec import Codec, canonical
from tests.given import at
from tests.unit.evenings import Evening, evenings, hold

GOLDEN = Path(__file__).parent / "golden" / "auctions.json"
CODEC = Codec(e.TYPES)
WORDS = LotWords("Stilleben mit Äpfeln", "Öl auf Holz", "J. Müller", "oil, wood", "Spring sale", "/media/a.jpg")

FACTS: list[Any] = [
    e.LotCreated(1, WORDS, 10_00, at(0), at(600), at(900), "ebay-us", 120),
    e.LotCreated(1, WORDS, 10_00, at(0.000001), at(600), None, "flat:0.01", 0),
    e.LotEdited(1, WORDS, 10_00, at(0), at(600), None, "percent:5", 120),
    e.LotStarted(9), e.LotOpened(((1, 5), (1_00, 25)), 0), e.LotOpened((), 50_000),
    e.BidPlaced(2, 10_00, 1, 1, 11_00, at(600)), e.BidPlaced(3, 11_00, 2, 2, 12_00, at(600), 2, True),
    e.LotFinished(9, "the hall burns"), e.LotClosed("sold", 3, 11_00, 4), e.LotClosed("unsold", None, None, None),
    e.LotCancelled(9, "a forgery"),
]


def golden() -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(GOLDEN.read_text()) if GOLDEN.exists() else []
    if os.environ.get("SALEROOM_WRITE_GOLDEN"):
        for fact in FACTS:
            number, version, data = CODEC.encode(fact)
            line = {"fact": type(fact).__name__, "type": number, "schema_version": version, "bytes": data.decode()}
            if line not in lines:
                lines.append(line)
        GOLDEN.write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n")
    return lines


@pytest.mark.parametrize("line", golden(), ids=lambda line: f"{line['fact']}-{line['schema_version']}")
def test_the_bytes_of_every_fact_ever_written_are_still_read(line: dict[str, Any]) -> None:
    fact = CODEC.decode(line["type"], line["schema_version"], line["bytes"].encode())
    assert type(fact).__name__ == line["fact"]
    if line["schema_version"] == CODEC.types[type(fact)][1]:
        assert CODEC.encode(fact) == (line["type"], line["schema_version"], line["bytes"].encode())


def test_every_fact_has_its_golden_bytes() -> None:
    assert {(line["type"], line["schema_version"]) for line in golden()} >= set(e.TYPES.values())
    assert {type(fact) for fact in FACTS} == set(e.TYPES)


@given(evenings)
def test_every_fact_of_every_evening_comes_back_as_it_went(evening: Evening) -> None:
    for recorded in hold(evening).recorded:
        assert CODEC.decode(*CODEC.encode(recorded.fact)) == recorded.fact


def test_an_older_shape_is_lifted_step_by_step_and_a_newer_one_is_refused() -> None:
    lifted = Codec({e.LotStarted: (3, 3)}, {(3, 1): lambda old: {"who": old["user"]}, (3, 2): lambda old: {"by": old["who"]}})
    assert lifted.decode(3, 1, b'{"user":9}') == lifted.decode(3, 2, b'{"who":9}') == lifted.decode(3, 3, b'{"by":9}') == e.LotStarted(9)
    with pytest.raises(ValueError, match="knows up to 3"):
        lifted.decode(3, 4, b"{}")
    with pytest.raises(ValueError, match="unknown to this program"):
        lifted.decode(99, 1, b"{}")


def test_what_json_cannot_hold_is_never_written() -> None:
    with pytest.raises(TypeError):
        canonical({"x": object()})
