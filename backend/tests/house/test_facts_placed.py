"""Every fact has its place: a number in the log, the clock's mark where it is timed, and a decision of what the public sees of it."""

import ast
import inspect
import re
from pathlib import Path

from saleroom.domain.auctions import events
from saleroom.realtime import public

MIGRATIONS = Path(__file__).resolve().parents[3] / "db" / "migrations"
TIMED = {"LotOpened", "LotClosed"}


def placed_facts(source: str, function: str) -> set[str]:
    """The classes that a function's match names one by one."""
    tree = ast.parse(source)
    body = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function)
    patterns = [node.cls for node in ast.walk(body) if isinstance(node, ast.MatchClass)]
    return {pattern.attr for pattern in patterns if isinstance(pattern, ast.Attribute)}


def facts() -> set[str]:
    return {fact.__name__ for fact in events.TYPES}


def test_every_fact_of_a_lot_is_placed_at_the_public_gate() -> None:
    assert placed_facts(inspect.getsource(public), "lot_event") == facts()


def test_a_fact_that_is_not_placed_is_found() -> None:
    forgetful = inspect.getsource(public).replace("e.LotCreated() | e.LotEdited() | e.LotOpened()", "e.LotCreated() | e.LotOpened()")
    assert facts() - placed_facts(forgetful, "lot_event") == {"LotEdited"}


def test_the_log_knows_every_fact_by_the_same_number_and_which_are_timed() -> None:
    sql = "\n".join(file.read_text() for file in sorted(MIGRATIONS.glob("*.sql")))
    rows = {name: (int(number), timed == "true") for number, name, timed in re.findall(r"\((\d+), '(\w+)', (true|false)\)", sql)}
    assert rows == {fact.__name__: (number, fact.__name__ in TIMED) for fact, (number, _) in events.TYPES.items()}
