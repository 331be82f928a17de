"""Which refusals a function of the house can end in, found by reading the code: what it names, and what those name in turn.

It looks too far rather than too short: whatever a function mentions counts as called, and a method counts as one of any class
that its module has or imports. Two things make it narrower: who decides one kind of command goes only through the branches of
that kind (`match`, `isinstance`), and a refusal that is caught and not handed on is none. What is reached through an attribute of
something that was handed in (`house.accounts`) is not seen.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parents[2] / "saleroom"
REFUSALS: Final = frozenset({"Refused", "RefusedError"})

Function = ast.FunctionDef | ast.AsyncFunctionDef
Place = tuple[str, str]  # a module, and a name in it; of a method the names of class and method with a dot


@dataclass(frozen=True)
class Module:
    """What a module defines and imports, by the names that it has there."""

    functions: dict[str, Function] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    imports: dict[str, Place] = field(default_factory=dict)


@cache
def module(name: str) -> Module | None:
    """One module of the house; None for others."""
    path = PACKAGE.parent.joinpath(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return read(path.read_text()) if name.split(".")[0] == "saleroom" and path.exists() else None


def read(source: str) -> Module:
    """A module's text."""
    found = Module()
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                found.functions[node.name] = node
            case ast.ClassDef():
                found.classes[node.name] = node
                found.functions.update({f"{node.name}.{part.name}": part for part in node.body if isinstance(part, Function)})
            case ast.ImportFrom(module=str(of)):
                found.imports.update({alias.asname or alias.name: (of, alias.name) for alias in node.names})
    return found


@dataclass
class Paths:
    """A walk from one function.

    Attributes:
        commands: the names of all classes of commands that are told apart on the way.
        command: the one that is decided; None for a walk that decides none.
        look: finds a module by its name.
        codes, seen: what was found: refusals, and every place that was come by, commands among them.
    """

    commands: frozenset[str] = frozenset()
    command: str | None = None
    look: Callable[[str], Module | None] = module
    codes: set[str] = field(default_factory=set)
    seen: set[Place] = field(default_factory=set)

    def walk(self, place: Place) -> None:
        """Follow a name wherever it is defined."""
        of, name = place
        found = self.look(of)
        if place in self.seen or found is None:
            return
        self.seen.add(place)
        if name in found.functions:
            self._function(of, found, found.functions[name])
        elif name in found.imports:
            self.walk(found.imports[name])

    def _function(self, of: str, found: Module, function: Function) -> None:
        own = {part.id for part in ast.walk(function) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        own |= {part.arg for part in ast.walk(function) if isinstance(part, ast.arg)}
        for node in self._nodes(function):
            match node:
                case ast.Call(func=ast.Name(id=kind), args=[code, *_]) if kind in REFUSALS:
                    self.codes |= _codes(code, function)
                case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in found.imports and name not in own:
                    self._through(found.imports[name], attr)
                case ast.Call(func=ast.Attribute(attr=attr)):
                    for known in ((of, name) for name in found.classes), found.imports.values():
                        self._methods(known, attr)
                case ast.Name(id=name) if name not in own:
                    self.walk((of, name))

    def _through(self, imported: Place, attr: str) -> None:
        """`attr` of something imported: of a module a name of its, of a class a method."""
        of = ".".join(imported)
        self.walk((of, attr) if self.look(of) is not None else (imported[0], f"{imported[1]}.{attr}"))

    def _methods(self, classes: Iterable[Place], attr: str) -> None:
        """A method of something is looked for in every class that the module has or imports."""
        for of, name in classes:
            self.walk((of, f"{name}.{attr}"))

    def _nodes(self, node: ast.AST) -> Iterator[ast.AST]:
        """A node and those below it that this walk comes by."""
        yield node
        below: list[Sequence[object]]
        match node:
            case ast.Match(subject=subject, cases=cases):
                below = [[subject], [case for case in cases if self._is_ours(_names(case.pattern))]]
            case ast.If() | ast.IfExp():
                below = [[node.test], *self._branches(node)]
            case ast.Try(handlers=handlers) if any(_swallows(handler) for handler in handlers):
                below = [handlers, node.orelse, node.finalbody]
            case _:
                below = [part if isinstance(part, list) else [part] for _, part in ast.iter_fields(node)]
        for parts in below:
            for part in parts:
                if isinstance(part, ast.AST):
                    yield from self._nodes(part)
                    if isinstance(part, ast.If) and self._holds(part.test) and isinstance(part.body[-1], ast.Return | ast.Raise):
                        break

    def _branches(self, node: ast.If | ast.IfExp) -> list[Sequence[ast.AST]]:
        """The branches that this walk may take."""
        branches: list[Sequence[ast.AST]] = [node.body, node.orelse] if isinstance(node, ast.If) else [[node.body], [node.orelse]]
        holds = self._holds(node.test)
        return [part for part, is_taken in zip(branches, (holds is not False, holds is not True), strict=True) if is_taken]

    def _holds(self, test: ast.expr) -> bool | None:
        """Whether a condition holds for this kind of command; None where that does not depend on it alone."""
        match test:
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]) if self.command and (names := _names(kinds)) <= self.commands:
                return self.command in names
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return None if (holds := self._holds(operand)) is None else not holds
            case ast.BoolOp(op=ast.And(), values=values) if any(self._holds(value) is False for value in values):
                return False
        return None

    def _is_ours(self, names: set[str]) -> bool:
        return self.command is None or not names or not names <= self.commands or self.command in names


def _names(node: ast.AST) -> set[str]:
    """The classes that a pattern or the second argument of `isinstance` names."""
    kinds = [part.cls for part in ast.walk(node) if isinstance(part, ast.MatchClass)] if isinstance(node, ast.pattern) else [node]
    found = [part for kind in kinds for part in ast.walk(kind)]
    modules = {id(part.value) for part in found if isinstance(part, ast.Attribute)}
    return {
        part.attr if isinstance(part, ast.Attribute) else part.id for part in found
        if isinstance(part, ast.Attribute) or (isinstance(part, ast.Name) and id(part) not in modules)
    }


def _swallows(handler: ast.ExceptHandler) -> bool:
    """Whether a refusal ends here: it is caught, and neither raised again nor looked into."""
    if handler.type is None or "RefusedError" not in _names(handler.type):
        return False
    return not any(
        isinstance(part, ast.Raise) or (isinstance(part, ast.Attribute) and part.attr == "refused")
        for line in handler.body for part in ast.walk(line)
    )


def _codes(code: ast.expr, function: Function) -> set[str]:
    """The code of a refusal; where it is a variable of the function, all that the function assigns to it."""
    match code:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp():
            return _codes(code.body, function) | _codes(code.orelse, function)
        case ast.Name(id=name):
            assigned = [
                node.value for node in ast.walk(function)
                if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
            ]
            return {found for value in assigned for found in _codes(value, function)}
    return set()
