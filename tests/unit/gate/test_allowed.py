"""The gate's lists are no longer than what the templates and the runtime need."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.support.modules import ROOT, RUNTIME
from typedsoap.gate import allowed

_GENERATED = (ROOT / "generated", *sorted((ROOT / "tests" / "golden").glob("*/out")))
NODES = tuple(
    node
    for folder in _GENERATED
    for path in sorted(folder.rglob("*.py"))
    if allowed.RUNTIME_FOLDER not in path.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
)


def _called() -> Iterator[ast.expr]:
    return (node.func for node in NODES if isinstance(node, ast.Call))


def _named(names: frozenset[str]) -> set[str]:
    return {node.id for node in NODES if isinstance(node, ast.Name)} & names


def _methods(names: frozenset[str]) -> set[str]:
    return {f.attr for f in _called() if isinstance(f, ast.Attribute)} & names


def test_standard_names() -> None:
    imported = {
        (node.module, alias.name)
        for node in NODES
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    listed = {
        (m, name) for m, names in allowed.STANDARD_NAMES.items() for name in names
    }
    assert listed - imported == set()


def test_names() -> None:
    for names in (
        # Of a failure rule without a detail, which no golden case has.
        allowed.BUILTIN_TYPES - {"object"},
        allowed.CONSTRUCTORS,
        allowed.DECORATORS,
        allowed.FACTORIES,
        allowed.STANDARD_BASES,
        allowed.STANDARD_CALLS,
        allowed.SPECIAL_ASSIGNMENTS,
    ):
        assert names - _named(names) == set()
    called = {function.id for function in _called() if isinstance(function, ast.Name)}
    assert allowed.BUILTIN_CALLS.keys() - called == set()


def test_methods() -> None:
    for names in (allowed.METHODS, allowed.OWN_METHODS, allowed.SUPER_METHODS):
        assert names - _methods(names) == set()
    defined = {node.name for node in NODES if isinstance(node, ast.FunctionDef)}
    assert allowed.SPECIAL_METHODS - defined == set()


def test_modules_of_the_runtime() -> None:
    imported = {
        name
        for path in sorted(RUNTIME.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
    }
    assert imported == allowed.RUNTIME_MODULES | allowed.RUNTIME_NAMES.keys()


def test_names_of_modules_of_the_runtime() -> None:
    for module, names in allowed.RUNTIME_NAMES.items():
        imported = {
            alias.name
            for path in sorted(RUNTIME.glob("*.py"))
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module == module
            for alias in node.names
        }
        assert imported == names


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=aliases):
            return [alias.name for alias in aliases]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []
