"""Every fact has its place: a number in the log, the clock's mark where it is timed, and a decision of what the public sees of it."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from saleroom.domain.auctions import events as lots
from saleroom.domain.chat import events as talks
from saleroom.domain.help_desk import events as desk
from saleroom.domain.seat_maps import events as maps
from saleroom.domain.ticket_sales import events as sales
from saleroom.nouns import NOUNS
from saleroom.realtime import public

MIGRATIONS = Path(__file__).resolve().parents[3] / "db" / "migrations"
TIMED = {lots.LotOpened, lots.LotClosed} | sales.TIMED | talks.TIMED | desk.TIMED
GATES = {"lot_event": lots.TYPES, "changes_figures": sales.TYPES, "talk_event": talks.TYPES}  # seat maps and the desk have no rooms


def placed_facts(source: str, function: str) -> set[str]:
    """The classes that a function's match names one by one."""
    tree = ast.parse(source)
    body = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function)
    patterns = [node.cls for node in ast.walk(body) if isinstance(node, ast.MatchClass)]
    return {pattern.attr for pattern in patterns if isinstance(pattern, ast.Attribute)}


def names(types: dict[type, tuple[int, int]]) -> set[str]:
    return {fact.__name__ for fact in types}


@pytest.mark.parametrize("gate", GATES)
def test_every_fact_of_a_room_is_placed_at_the_public_gate(gate: str) -> None:
    assert placed_facts(inspect.getsource(public), gate) == names(GATES[gate])


def test_a_fact_that_is_not_placed_is_found() -> None:
    forgetful = inspect.getsource(public).replace("e.LotCreated() | e.LotEdited() | e.LotOpened()", "e.LotCreated() | e.LotOpened()")
    assert names(lots.TYPES) - placed_facts(forgetful, "lot_event") == {"LotEdited"}


def test_the_log_knows_every_fact_by_the_same_number_and_which_are_timed() -> None:
    sql = "\n".join(file.read_text() for file in sorted(MIGRATIONS.glob("*.sql")))
    rows = {name: (int(number), timed == "true") for number, name, timed in re.findall(r"\((\d+), '(\w+)', (true|false)\)", sql)}
    every = lots.TYPES | sales.TYPES | maps.TYPES | talks.TYPES | desk.TYPES
    assert rows == {fact.__name__: (number, fact in TIMED) for fact, (number, _) in every.items()}
    assert {number for noun in NOUNS.values() for number, _ in noun.codec.types.values()} == {number for number, _ in every.values()}
