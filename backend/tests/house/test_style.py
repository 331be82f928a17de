"""The guide is a test: sizes, names, first sentences, and where SQL may stand; each rule is shown once to fail."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[2]
FORBIDDEN = {"utils", "helpers", "common", "core", "base", "misc", "service", "data", "process"}
MODULE_LINES_MAX = 300
FUNCTION_LINES_MAX = 60
PARAMETERS_MAX = 7  # self aside; keyword-only ones of a constructor read well
SQL_FLOORS = {"eventlog", "projections", "accounts", "tickets", "payments", "startup"}
SQL = re.compile(r"^\s*(SELECT|INSERT INTO|UPDATE \w|DELETE FROM|WITH \w+ AS)\b")


def modules() -> list[Path]:
    return sorted((BACKEND / "saleroom").rglob("*.py"))


def faults(name: str, source: str, floor: str) -> Iterator[str]:
    """What a module breaks, each as one sentence."""
    tree = ast.parse(source)
    lines = source.count("\n")
    if name in FORBIDDEN:
        yield f"{name} is a forbidden name"
    if lines > MODULE_LINES_MAX:
        yield f"{lines} lines"
    told = ast.get_docstring(tree)
    if not told or not told.split("\n\n")[0].rstrip().endswith((".", ":")) or len(told.split("\n")[0]) < 20:
        yield "does not open with a sentence that says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > FUNCTION_LINES_MAX:
                yield f"{node.name} has {length} lines"
            given = [part.arg for part in (*node.args.args, *node.args.kwonlyargs) if part.arg not in ("self", "cls")]
            if len(given) > PARAMETERS_MAX and not node.decorator_list:
                yield f"{node.name} has {len(given)} parameters"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value) and floor not in SQL_FLOORS:
            yield f"SQL outside its floors in line {node.lineno}"


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(BACKEND)))
def test_a_module_keeps_the_rules_of_the_house(module: Path) -> None:
    floor = module.relative_to(BACKEND / "saleroom").parts[0]
    assert list(faults(module.stem, module.read_text(), floor)) == []


def test_each_rule_is_seen_to_fail() -> None:
    long_function = "def long() -> None:\n" + "    print()\n" * 61
    many = "def many(a, b, c, d, e, f, g, h) -> None: ...\n"
    source = long_function + many + 'ROWS = "SELECT 1"\n' + "# more\n" * 240
    assert list(faults("utils", source, "api")) == [
        "utils is a forbidden name", "304 lines", "does not open with a sentence that says what it is for",
        "long has 62 lines", "many has 8 parameters", "SQL outside its floors in line 64",
    ]
