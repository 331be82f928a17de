"""A judge that never condemned is no evidence: on doctored papers each broken promise is found, and by its name."""

import asyncio
import copy
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from tests.actors import Database, Person, Server, admin, make_lot
from tests.crowd.ledger import Fact, Papers, read_papers, violations
from tests.crowd.parties import finish, people, seat, seated


@pytest.fixture(scope="module")
def honest(server: Server, database: Database, seller: Person) -> Iterator[Papers]:
    """A small real evening, on which nothing went wrong."""
    lot = make_lot(seller, start_price=1)
    bidders = people(server.url, 2)
    seats = [seat(bidders[n % 2], server.url, 6) for n in range(4)] + [seat(None, server.url, 0)]
    administrator = admin(database, server.url)
    with seated(lot["id"], [seats], 1) as crowd:
        crowd.go()
        crowd.all_say("done")
        finish(administrator, lot["id"])
        transcripts = crowd.transcripts()
    yield asyncio.run(read_papers(database.owner, lot["id"], transcripts))


def _bids(papers: Papers) -> list[Fact]:
    return [fact for fact in papers.facts if fact.name == "BidPlaced"]


def _heard(papers: Papers, kind: str) -> tuple[list[dict[str, object]], int]:
    """The transcript and the place of the first frame of a kind that a command brought about, or an event."""
    for transcript in papers.transcripts:
        for at, frame in enumerate(transcript["heard"]):
            if frame["type"] == kind:
                return transcript["heard"], at
    raise AssertionError(f"nobody heard {kind}")


def lose_an_acknowledged_bid(papers: Papers) -> None:
    papers.facts.remove(_bids(papers)[-1])


def lose_the_newest_facts(papers: Papers) -> None:
    del papers.facts[-2:]


def answer_another_amount(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    heard[at]["amount"] = 999


def answer_another_hash(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    heard[at]["hash"] = "00" * 32


def never_answer(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    del heard[at]


def answer_twice_and_differently(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    heard.append({**heard[at], "seq": 1})


def tell_another_refusal(papers: Papers) -> None:
    command = next(iter(papers.refusals))
    papers.refusals[command] = "seller_may_not_bid"


def refuse_what_stands(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    heard[at] = {"type": "ERROR", "code": "bid_too_low", "command_id": heard[at]["command_id"]}


def show_an_event_twice(papers: Papers) -> None:
    heard, at = _heard(papers, "NEW_BID")
    heard.insert(at + 1, heard[at])


def leave_an_event_out(papers: Papers) -> None:
    heard, at = _heard(papers, "NEW_BID")
    del heard[at]


def show_another_price(papers: Papers) -> None:
    heard, at = _heard(papers, "NEW_BID")
    bid = heard[at]["bid"]
    assert isinstance(bid, dict)
    heard[at]["bid"] = {**bid, "amount": 777}


def show_the_bid_before_its_answer(papers: Papers) -> None:
    heard, at = _heard(papers, "BID_ACCEPTED")
    heard.append(heard.pop(at))


def hide_the_end(papers: Papers) -> None:
    heard, at = _heard(papers, "AUCTION_ENDED")
    del heard[at]


def close_twice(papers: Papers) -> None:
    closed = copy.copy(papers.facts[-1])
    closed.version += 1
    papers.facts.append(closed)
    papers.head_version += 1


def let_another_win(papers: Papers) -> None:
    papers.facts[-1].data["winner_id"] = 10_000


def take_a_low_bid(papers: Papers) -> None:
    _bids(papers)[-1].data["amount_minor"] = 1


def take_a_late_bid(papers: Papers) -> None:
    _bids(papers)[-1].at = datetime.fromisoformat(papers.facts[0].data["closes_at"])


def let_a_leader_outbid_himself(papers: Papers) -> None:
    _bids(papers)[-1].data["bidder_id"] = _bids(papers)[-2].data["bidder_id"]


def write_what_nobody_sent(papers: Papers) -> None:
    _bids(papers)[0].command_id = "00000000-0000-0000-0000-000000000001"


def turn_back_time(papers: Papers) -> None:
    papers.facts[-1].at = papers.facts[0].at.replace(year=2000)


def break_the_chain(papers: Papers) -> None:
    papers.is_chain_right = False


DOCTORED: dict[Callable[[Papers], None], str] = {
    lose_an_acknowledged_bid: "was acknowledged, and is not in the log",
    lose_the_newest_facts: "gap, or its head is another",
    answer_another_amount: "was acknowledged otherwise than it stands",
    answer_another_hash: "was acknowledged otherwise than it stands",
    never_answer: "was never answered",
    answer_twice_and_differently: "got answers that differ",
    tell_another_refusal: "the log has seller_may_not_bid",
    refuse_what_stands: "and stands in the log",
    show_an_event_twice: "a double, or out of order",
    leave_an_event_out: "and was told of 0",
    show_another_price: "otherwise than it stands in the log",
    show_the_bid_before_its_answer: "before its answer",
    hide_the_end: "never saw the end",
    close_twice: "closed 2 times",
    let_another_win: "the winner is not the highest bidder",
    take_a_low_bid: "though the least was",
    take_a_late_bid: "came after the end",
    let_a_leader_outbid_himself: "against himself",
    write_what_nobody_sent: "was sent by nobody",
    turn_back_time: "time runs backwards",
    break_the_chain: "the hash chain is broken",
}


def test_the_judge_finds_nothing_wrong_with_an_honest_evening(honest: Papers) -> None:
    assert len(_bids(honest)) > 2
    assert honest.refusals
    assert violations(honest) == []


@pytest.mark.parametrize("doctor", DOCTORED, ids=lambda doctor: doctor.__name__)
def test_the_judge_finds_what_was_doctored(honest: Papers, doctor: Callable[[Papers], None]) -> None:
    papers = copy.deepcopy(honest)
    doctor(papers)
    assert any(DOCTORED[doctor] in broken for broken in violations(papers))
