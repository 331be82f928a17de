"""Whoever asks a door finds in its description every code that it can answer: those of the rules, and those of the door itself."""

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from saleroom.api.refusals import REFUSALS
from saleroom.api.who import GuardedRoute
from saleroom.main import DOORS, create_app
from saleroom.nouns import NOUNS
from saleroom.settings import load
from saleroom.wiring import build
from tests.house.refusal_paths import Module, Paths, Place, module, read

# What the reading of the code finds and nobody is ever told, with the reason.
NEVER = {
    ("Grab", "no_wheelchair_place"),  # a grab cannot ask for one
}
AS_ANSWERS = {"/tickets/checkin/{qr_token:path}"}  # a gate is told these codes in an answer of 200
ROUTES = [route for door in DOORS for route in door.router.routes if isinstance(route, GuardedRoute) and route.include_in_schema]

Look = Callable[[str], Module | None]


def commands_of(kind: str) -> dict[str, type]:
    """Every command of a noun by its name."""
    found: tuple[type, ...] = get_args(importlib.import_module(f"saleroom.domain.{kind}.commands").Command)
    return {command.__name__: command for command in found}


def decided(kind: str, command: str, look: Look = module) -> set[str]:
    """The codes that a decider has for a command, as its code reads."""
    paths = Paths(frozenset(commands_of(kind)), command, look)
    paths.walk((f"saleroom.domain.{kind}.decider", "decide"))
    return paths.codes - {code for name, code in NEVER if name == command}


@pytest.mark.parametrize(("kind", "command"), [(kind, name) for kind in NOUNS for name in commands_of(kind)])
def test_the_table_has_for_every_command_the_codes_of_its_decider(kind: str, command: str) -> None:
    assert set(REFUSALS[commands_of(kind)[command]]) == decided(kind, command)


def answered(endpoint: Place, look: Look = module) -> set[str]:
    """The codes that a path function can answer: its own, those of what it calls, and those of the commands that it hands in."""
    table = {(command.__module__, command.__name__): codes for command, codes in REFUSALS.items()}
    paths = Paths(look=look)
    paths.walk(endpoint)
    handed_in = {code for place in paths.seen for code in table.get(place, ()) if (place[1], code) not in NEVER}
    return paths.codes | handed_in


def told(document: dict[str, Any], route: GuardedRoute) -> set[str]:
    """The codes that the OpenAPI document names at a route."""
    path = document["paths"][route.path.replace(":path}", "}")]
    operations = [path[method.lower()] for method in route.methods or ()]
    return {code for one in operations for answer in one["responses"].values() for code in re.findall(r"`(\w+)`", answer["description"])}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(lambda: build(load())).openapi()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{'/'.join(sorted(route.methods))} {route.path}")
def test_a_route_documents_every_code_that_it_can_answer(document: dict[str, Any], route: GuardedRoute) -> None:
    if route.path not in AS_ANSWERS:
        assert answered((route.endpoint.__module__, route.endpoint.__qualname__)) - told(document, route) == set()


def test_what_a_route_answers_before_its_door_is_asked_is_documented(document: dict[str, Any]) -> None:
    (bid,) = (route for route in ROUTES if route.path == "/lots/{lot_id}/bids" and "POST" in (route.methods or ()))
    guards = {"not_signed_in", "session_ended", "not_you", "foreign_origin", "malformed", "unsupported_media_type", "too_large"}
    assert guards <= told(document, bid)
    (finish,) = (route for route in ROUTES if route.path == "/lots/{lot_id}/finish")
    assert "forbidden" in told(document, finish)


def planted(of: str, before: str, after: str) -> Look:
    """The house with one line of one module changed."""

    def look(name: str) -> Module | None:
        known = module(name)
        if name != of or known is None:
            return known
        source = inspect.getsource(importlib.import_module(name))
        assert source.count(before) == 1
        return read(source.replace(before, after))

    return look


def test_a_new_refusal_of_a_decider_is_found() -> None:
    line = "    if bid.bidder_id == lot.seller_id:\n"
    look = planted("saleroom.domain.auctions.decider", line, f'    if lot.bid_count > 9:\n        return Refused("has_bids")\n{line}')
    assert decided("auctions", "PlaceBid", look) - set(REFUSALS[commands_of("auctions")["PlaceBid"]]) == {"has_bids"}
    assert decided("auctions", "StartLot", look) == decided("auctions", "StartLot")


def test_a_new_refusal_of_a_door_and_a_new_command_are_found() -> None:
    place = ("saleroom.api.auctions", "start_lot")
    line = "    await ask(house, lot_stream(lot_id), StartLot("
    look = planted(place[0], line, f'    raise RefusedError("own_rights")\n{line}')
    assert answered(place, look) - answered(place) == {"own_rights"}
    look = planted(place[0], line, line.replace("StartLot", "CancelLot"))
    assert answered(place, look) - answered(place) == {"has_bids"}


def test_what_is_caught_and_what_is_for_another_command_is_no_refusal() -> None:
    source = """
from saleroom.domain.decider import Refused, RefusedError
def decide(state, command, at):
    if isinstance(command, Begin):
        return Refused("a")
    code = "b" if state else "c"
    match command:
        case Stop():
            return Refused(code)
        case Go() | Wait():
            return go(state)
def go(state):
    try:
        return hidden(state)
    except RefusedError:
        pass
    raise RefusedError("d" if state else "e")
def hidden(state):
    raise RefusedError("f")
"""
    def codes(command: str) -> Iterator[str]:
        paths = Paths(frozenset({"Begin", "Stop", "Go", "Wait"}), command, {"rules": read(source)}.get)
        paths.walk(("rules", "decide"))
        yield from sorted(paths.codes)

    assert {name: [*codes(name)] for name in ("Begin", "Stop", "Go")} == {"Begin": ["a"], "Stop": ["b", "c"], "Go": ["d", "e"]}
