"""What each module of a package binds at its top level, and what an import means."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from typedsoap.gate.allowed import BUILTIN_VALUES


class Kind(Enum):
    """What a name of a module stands for."""

    FUNCTION = auto()
    CLASS = auto()
    CONSTANT = auto()
    ALIAS = auto()
    STANDARD = auto()


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a name comes from in the end, through every import of an import.

    Attributes:
        module: The package's module as parts (`("types", "orders")`), or the standard
            module as one part.
    """

    kind: Kind
    module: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A name that an import binds.

    Attributes:
        module: The parts of the package's module, or one standard module.
        local: Whether it is the package's own.
    """

    module: tuple[str, ...]
    name: str
    local: bool


@dataclass(slots=True)
class Module:
    """One module of the package.

    Attributes:
        parts: Its place below the package; empty for the package itself.
        bindings: Its top-level names; the first binding of each.
        rebindings: Statements that bind a name again, or a listed builtin's.
    """

    path: str
    parts: tuple[str, ...]
    is_package: bool
    tree: ast.Module
    bindings: dict[str, Kind | Imported] = field(default_factory=dict)
    rebindings: list[tuple[ast.stmt, str]] = field(default_factory=list)

    def bind(self, name: str, bound: Kind | Imported, statement: ast.stmt) -> None:
        """Record that a statement binds `name`."""
        if name in self.bindings or name in BUILTIN_VALUES:
            self.rebindings.append((statement, name))
        self.bindings.setdefault(name, bound)

    def origin(self, node: ast.ImportFrom, package: str) -> tuple[str, ...] | None:
        """The package's module that an import names; None for one of elsewhere."""
        named = tuple(node.module.split(".")) if node.module else ()
        if not node.level:
            return named[1:] if named[:1] == (package,) else None
        up = node.level - self.is_package
        if up > len(self.parts):
            return None
        return self.parts[: len(self.parts) - up] + named


class Package:
    """The modules of a package, and what their names mean."""

    def __init__(self, package: str, trees: Mapping[str, ast.Module]) -> None:
        self.name = package
        self.modules = tuple(self._module(path, tree) for path, tree in trees.items())
        self._by_parts = {module.parts: module for module in self.modules}

    def define(self, module: Module, name: str) -> Definition | None:
        """What `name` stands for in `module`; None where that cannot be told."""
        return self._define(module.parts, name, frozenset())

    def imported(self, imported: Imported) -> Definition | None:
        """What an import brings."""
        return self._follow(imported, frozenset())

    def _define(
        self, parts: tuple[str, ...], name: str, seen: frozenset[tuple[object, str]]
    ) -> Definition | None:
        module = self._by_parts.get(parts)
        if module is None or (parts, name) in seen:
            return None
        bound = module.bindings.get(name)
        if isinstance(bound, Imported):
            return self._follow(bound, seen | {(parts, name)})
        return None if bound is None else Definition(bound, parts, name)

    def _follow(
        self, imported: Imported, seen: frozenset[tuple[object, str]]
    ) -> Definition | None:
        if not imported.local:
            return Definition(Kind.STANDARD, imported.module, imported.name)
        return self._define(imported.module, imported.name, seen)

    def _module(self, path: str, tree: ast.Module) -> Module:
        *folders, last = path.removesuffix(".py").split("/")
        is_package = last == "__init__"
        parts = (*folders,) if is_package else (*folders, last)
        module = Module(path, parts, is_package, tree)
        for statement in _top_level(tree.body):
            for name, bound in self._bound(module, statement):
                module.bind(name, bound, statement)
        return module

    def _bound(
        self, module: Module, statement: ast.stmt
    ) -> Iterator[tuple[str, Kind | Imported]]:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, Kind.FUNCTION
            case ast.ClassDef(name=name):
                yield name, Kind.CLASS
            case ast.Assign(targets=targets):
                yield from ((n, Kind.CONSTANT) for t in targets for n in stored(t))
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")
            ):
                # Only the runtime can import TypeAlias.
                yield name, Kind.ALIAS
            case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
                yield from ((name, Kind.CONSTANT) for name in stored(target))
            case ast.ImportFrom():
                origin = module.origin(statement, self.name)
                for alias in statement.names:
                    source = (statement.module or "",) if origin is None else origin
                    imported = Imported(source, alias.name, origin is not None)
                    yield alias.asname or alias.name, imported
            case ast.Import():
                for alias in statement.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    yield name, Imported((alias.name,), "", False)
            case _:
                pass


def _top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, with those in its top-level `if` and `try` blocks."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If):
            yield from _top_level(statement.body + statement.orelse)
        elif isinstance(statement, ast.Try):
            yield from _top_level(statement.body + statement.orelse)
            for handler in statement.handlers:
                yield from _top_level(handler.body)


def stored(node: ast.AST) -> Iterator[str]:
    """The names that anything inside `node` binds by assignment."""
    for child in ast.walk(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
