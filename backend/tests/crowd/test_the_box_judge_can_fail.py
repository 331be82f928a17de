"""A judge of on-sales that never condemned is no evidence: on doctored papers each broken promise is found, and by its name."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.actors import Database, Person, Server, admin
from tests.crowd.box_ledger import SalePapers, violations
from tests.crowd.ledger import Fact
from tests.crowd.on_sales import LIMIT, on_sale, party, sell_out
from tests.crowd.parties import people, seat


@pytest.fixture(scope="module")
def honest(server: Server, database: Database, seller: Person) -> Iterator[SalePapers]:
    """A small real on-sale, at which nothing went wrong."""
    event, buyers = on_sale(seller, 6), people(server.url, 8)
    seats = [seat(buyers[n % 8], server.url, 8) for n in range(10)] + [seat(None, server.url, 0)]
    with party(event, seller, [seats], 3) as crowd:
        crowd.go()
        yield sell_out(crowd, admin(database, server.url), database.owner, event)


def _facts(papers: SalePapers, name: str) -> list[Fact]:
    return [fact for fact in papers.facts if fact.name == name]


def _standing(papers: SalePapers, of: Callable[[dict[str, Any]], bool]) -> list[Fact]:
    """The orders of a kind that were not given up."""
    released = {fact.data["order"] for fact in _facts(papers, "HoldReleased")}
    return [fact for fact in _facts(papers, "OrderPlaced") if fact.data["order"] not in released and of(fact.data["lines"][0])]


def _heard(papers: SalePapers, is_it: Callable[[dict[str, Any]], bool]) -> tuple[list[dict[str, Any]], int]:
    """The transcript and the place of the first frame of some kind."""
    for transcript in papers.transcripts:
        for at, frame in enumerate(transcript["heard"]):
            if is_it(frame):
                return transcript["heard"], at
    raise AssertionError("nobody heard such a frame")


def _success(papers: SalePapers) -> tuple[list[dict[str, Any]], int]:
    return _heard(papers, lambda frame: frame.get("order_status") == "paid")


def lose_an_acknowledged_order(papers: SalePapers) -> None:
    papers.facts.remove(_standing(papers, lambda line: True)[-1])


def lose_the_newest_fact(papers: SalePapers) -> None:
    del papers.facts[-1]


def sell_one_more(papers: SalePapers) -> None:
    _standing(papers, lambda line: line["type_id"] == 1)[-1].data["lines"][0]["quantity"] += 1


def sell_a_seat_twice(papers: SalePapers) -> None:
    first, *_, last = _standing(papers, lambda line: bool(line["seats"]))
    last.data["lines"][0]["seats"] = first.data["lines"][0]["seats"][:1]


def pass_the_limit(papers: SalePapers) -> None:
    for fact in _standing(papers, lambda line: True)[: LIMIT + 1]:
        fact.data["person_id"] = 1


def keep_some_back(papers: SalePapers) -> None:
    papers.facts[-1].data["lines"] = []


def give_back_twice(papers: SalePapers) -> None:
    released = copy.deepcopy(_facts(papers, "HoldReleased")[0])
    released.version = papers.head_version = papers.head_version + 1
    papers.facts.append(released)


def number_an_order_otherwise(papers: SalePapers) -> None:
    _facts(papers, "OrderPlaced")[0].data["order"] = 700


def count_otherwise_in_the_head(papers: SalePapers) -> None:
    papers.head["types"][0][2] -= 1


def show_another_hall_in_the_head(papers: SalePapers) -> None:
    papers.head["seats"] = "A" * len(papers.head["seats"])


def hide_an_order(papers: SalePapers) -> None:
    papers.orders.pop()


def show_an_order_as_given_up(papers: SalePapers) -> None:
    next(order for order in papers.orders if order["status"] == "paid")["status"] = "released"


def show_an_order_of_another(papers: SalePapers) -> None:
    papers.orders[0]["user_id"] += 1


def never_answer(papers: SalePapers) -> None:
    heard, at = _success(papers)
    del heard[at]


def answer_twice_and_differently(papers: SalePapers) -> None:
    heard, at = _success(papers)
    heard.append({**heard[at], "order_id": 1})


def answer_another_order(papers: SalePapers) -> None:
    heard, at = _success(papers)
    heard[at]["order_id"] += 1


def answer_another_hash(papers: SalePapers) -> None:
    heard, at = _success(papers)
    heard[at]["hash"] = "00" * 32


def answer_somebody_else(papers: SalePapers) -> None:
    heard, at = _success(papers)
    other = next(one["heard"] for one in papers.transcripts if one["heard"] is not heard)
    other.append(heard[at])


def refuse_what_stands(papers: SalePapers) -> None:
    heard, at = _success(papers)
    heard[at] = {"type": "grab_result", "status": "fail", "code": "sold_out", "command_id": heard[at]["command_id"]}


def tell_another_refusal(papers: SalePapers) -> None:
    papers.refusals[next(iter(papers.refusals))] = "sale_ended"


def offer_what_is_not_to_be_had(papers: SalePapers) -> None:
    heard, at = _heard(papers, lambda frame: frame.get("status") == "fail")
    heard[at]["alternatives"] = [{"ticket_type_id": 2, "available_qty": 0}]


def give_something_else(papers: SalePapers) -> None:
    fact = _standing(papers, lambda line: line["quantity"] == 1 and not line["seats"])[-1]
    fact.data["lines"][0]["quantity"] = 0


def write_what_nobody_sent(papers: SalePapers) -> None:
    _facts(papers, "OrderPlaced")[0].command_id = "00000000-0000-0000-0000-000000000001"


def show_another_count(papers: SalePapers) -> None:
    heard, at = _heard(papers, lambda frame: frame["type"] == "seat_counts")
    heard[at]["tickets"][0]["available_qty"] += 1


def show_an_older_state(papers: SalePapers) -> None:
    states = [frame for frame in papers.transcripts[0]["heard"] if frame["type"] == "seat_counts"]
    papers.transcripts[0]["heard"].append(states[0])


def show_another_seat(papers: SalePapers) -> None:
    heard, at = _heard(papers, lambda frame: "changed" in frame)
    heard[at]["changed"][0][1] ^= 3


def hide_the_end(papers: SalePapers) -> None:
    heard = papers.transcripts[-1]["heard"]
    last = max(at for at, frame in enumerate(heard) if frame["type"] == "seat_counts")
    del heard[last:]


def break_the_chain(papers: SalePapers) -> None:
    papers.is_chain_right = False


DOCTORED: dict[Callable[[SalePapers], None], str] = {
    lose_an_acknowledged_order: "was acknowledged, and is not in the log",
    lose_the_newest_fact: "gap, or its head is another",
    sell_one_more: "is oversold at",
    sell_a_seat_twice: "has 2 owners",
    pass_the_limit: " units at ",
    keep_some_back: "were left, though everyone pressed",
    give_back_twice: "is given back twice",
    number_an_order_otherwise: "order 700 stands where 1 is next",
    count_otherwise_in_the_head: "the log says otherwise",
    show_another_hall_in_the_head: "the head row's seats",
    hide_an_order: "REST shows other orders",
    show_an_order_as_given_up: "is released in REST",
    show_an_order_of_another: "stands otherwise in REST",
    never_answer: "was never answered",
    answer_twice_and_differently: "got answers that differ",
    answer_another_order: "was acknowledged otherwise than it stands",
    answer_another_hash: "was acknowledged otherwise than it stands",
    answer_somebody_else: "the answer to another's command",
    refuse_what_stands: "and stands in the log",
    tell_another_refusal: "the log has sale_ended",
    offer_what_is_not_to_be_had: "not in the event's order or not to be had",
    give_something_else: "got something else than it asked for",
    write_what_nobody_sent: "was pressed for by nobody",
    show_another_count: "saw {1:",
    show_an_older_state: "saw state",
    show_another_seat: "saw other seats",
    hide_the_end: "never saw the end",
    break_the_chain: "the hash chain is broken",
}


def test_the_judge_finds_nothing_wrong_with_an_honest_on_sale(honest: SalePapers) -> None:
    assert len(_facts(honest, "OrderPlaced")) > 10 and _facts(honest, "HoldReleased")
    assert honest.refusals
    assert violations(honest) == []


@pytest.mark.parametrize("doctor", DOCTORED, ids=lambda doctor: doctor.__name__)
def test_the_judge_finds_what_was_doctored(honest: SalePapers, doctor: Callable[[SalePapers], None]) -> None:
    papers = copy.deepcopy(honest)
    doctor(papers)
    assert any(DOCTORED[doctor] in broken for broken in violations(papers)), violations(papers)
