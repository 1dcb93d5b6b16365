"""Modules stay small, and know each other in one direction only."""

from __future__ import annotations

import ast
import graphlib

import pytest

from tests.support.modules import GENERATOR, ROOT, RUNTIME, Module, modules

PACKAGES = {
    "typedsoap": modules(GENERATOR, "typedsoap"),
    "runtime": modules(RUNTIME, "runtime"),
    "services86": modules(ROOT / "generated" / "services86", "services86"),
}
LONGEST = 300
HAND_WRITTEN = PACKAGES["typedsoap"] + PACKAGES["runtime"]
TESTS = [
    path
    for path in (ROOT / "tests").rglob("*.py")
    if (ROOT / "tests" / "golden") not in path.parents
]


def _graph(package: tuple[Module, ...]) -> dict[str, set[str]]:
    names = {module.name for module in package}
    return {
        module.name: {_nearest(name, names) for name in module.imports()}
        - {module.name, ""}
        for module in package
    }


def _nearest(imported: str, names: set[str]) -> str:
    """The module that `imported` is or lives in; "" for another package's."""
    if imported in names:
        return imported
    parent = imported.rpartition(".")[0]
    return parent if parent in names else ""


@pytest.mark.parametrize("package", PACKAGES)
def test_no_import_cycle(package: str) -> None:
    assert PACKAGES[package]
    graphlib.TopologicalSorter(_graph(PACKAGES[package])).prepare()


def test_modules_are_short() -> None:
    long = {
        module.name: lines
        for module in HAND_WRITTEN
        if (lines := len(module.path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_tests_are_short() -> None:
    assert len(TESTS) > 100
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in TESTS
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_modules_say_what_they_are_for() -> None:
    silent = [m.name for m in HAND_WRITTEN if ast.get_docstring(m.tree) is None]
    assert silent == []


def test_annotations_are_never_evaluated_on_import() -> None:
    evaluated = [
        module.name
        for module in HAND_WRITTEN
        if module.path.name != "__init__.py"
        and "__future__.annotations" not in module.imports()
    ]
    assert evaluated == []
