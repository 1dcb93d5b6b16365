"""Where the gate stands while it walks a module, and what a name means there."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from typedsoap.gate.allowed import BUILTIN_VALUES, RUNTIME_FOLDER
from typedsoap.gate.names import Definition, Kind, Module, Package, stored
from typedsoap.gate.rules import Rule

Report = Callable[[Rule, ast.AST, str], None]
"""Takes a broken rule, the place and what was found."""


class Place(Enum):
    """What a statement or an expression stands in."""

    MODULE = auto()
    CLASS = auto()
    FUNCTION = auto()


class Lookup(Enum):
    """What a name means when it is not a definition of a module."""

    LOCAL = auto()
    BUILTIN = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of a place.

    Attributes:
        bound: Names that belong to the function or class itself.
        receiver: `self` or `cls`, in a method.
        stores: Locals whose attributes may be assigned: `self` in `__init__`, and those
            that only ever hold an object which the function itself made.
    """

    place: Place
    bound: frozenset[str] = frozenset()
    receiver: str | None = None
    stores: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Names:
    """What names mean in one module."""

    package: Package
    module: Module

    def look_up(self, name: str, scope: Scope) -> Definition | Lookup:
        """What reading `name` gives."""
        if name in scope.bound:
            return Lookup.LOCAL
        if name in self.module.bindings:
            return self.package.define(self.module, name) or Lookup.UNKNOWN
        return Lookup.BUILTIN if name in BUILTIN_VALUES else Lookup.UNKNOWN

    def resolve(self, node: ast.expr, scope: Scope) -> Definition | Lookup:
        """What an expression gives, if it is a name."""
        if isinstance(node, ast.Name):
            return self.look_up(node.id, scope)
        return Lookup.UNKNOWN


MODULE_SCOPE: Final = Scope(Place.MODULE)


def is_runtime(definition: Definition) -> bool:
    """Whether it is defined in the runtime."""
    return definition.module[:1] == (RUNTIME_FOLDER,)


@dataclass(slots=True)
class _Origins:
    """Every value that a function assigns to a local; None for one unknown."""

    values: dict[str, list[ast.expr | None]] = field(default_factory=dict)

    def add(self, name: str, value: ast.expr | None) -> None:
        self.values.setdefault(name, []).append(value)

    def only(self, test: Callable[[ast.expr], bool]) -> frozenset[str]:
        return frozenset(
            name
            for name, values in self.values.items()
            if all(value is not None and test(value) for value in values)
        )


def function_scope(node: ast.FunctionDef, names: Names, *, method: bool) -> Scope:
    """The scope of a function's body."""
    arguments = node.args
    parameters = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    parameters += [a for a in (arguments.vararg, arguments.kwarg) if a is not None]
    origins = _Origins()
    for parameter in parameters:
        origins.add(parameter.arg, None)
    for statement in node.body:
        _assigned(statement, origins)
    bound = frozenset(origins.values)

    def is_new(value: ast.expr) -> bool:
        return isinstance(value, ast.Call) and _is_maker(value.func, names, bound)

    first = next(iter([*arguments.posonlyargs, *arguments.args]), None)
    receiver = first.arg if method and first and first.arg in {"self", "cls"} else None
    stores = origins.only(is_new)
    if receiver and node.name == "__init__" and origins.values[receiver] == [None]:
        stores |= {receiver}
    return Scope(
        Place.FUNCTION,
        bound,
        receiver=receiver,
        stores=stores,
    )


def _assigned(statement: ast.stmt, origins: _Origins) -> None:
    for node in ast.walk(statement):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                origins.add(name, value)
            case ast.AnnAssign(target=ast.Name(id=name), value=value):
                origins.add(name, value)
            case ast.Assign() | ast.For():
                for name in _targets(node):
                    origins.add(name, None)
            case _:
                # Kinds of statement that are refused elsewhere may bind names too.
                pass


def _targets(node: ast.Assign | ast.For) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [name for target in targets for name in stored(target)]


def _is_maker(target: ast.expr, names: Names, bound: frozenset[str]) -> bool:
    found = names.resolve(target, Scope(Place.FUNCTION, bound))
    if not isinstance(found, Definition):
        return False
    return found.kind is Kind.CLASS or (found.name == "new" and is_runtime(found))


def class_level_names(node: ast.ClassDef) -> set[str]:
    """The names that a class's body reads, but for the bodies of its methods."""
    found: set[str] = set()
    for statement in node.body:
        parts: list[ast.AST] = [statement]
        if isinstance(statement, ast.FunctionDef):
            returns = [statement.returns] if statement.returns is not None else []
            parts = [statement.args, *returns, *statement.decorator_list]
        for part in parts:
            found |= {
                name.id
                for name in ast.walk(part)
                if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)
            }
    return found
