"""No module of a generated package imports itself through others, wherever one begins."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.goldens import GENERATED_CASES, GOLDEN, package_name
from tests.support.modules import ROOT

PACKAGES = [
    ROOT / "generated" / "services86",
    *(GOLDEN / case / "out" / package_name(case) for case in GENERATED_CASES),
]

Module = tuple[str, ...]


def imports(path: Path, package: Path) -> Iterator[Module]:
    """The modules that the one at `path` imports when it is imported itself."""
    place = path.relative_to(package).with_suffix("").parts
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            named = tuple(node.module.split(".")) if node.module else ()
            yield place[: len(place) - node.level] + named


def module(path: Path, package: Path) -> Module:
    parts = path.relative_to(package).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_imports_have_an_order(package: Path) -> None:
    graph = {
        module(path, package): set(imports(path, package))
        for path in package.rglob("*.py")
        if "_runtime" not in path.relative_to(package).parts
    }
    assert any("types" in name for name in graph)
    order = [*TopologicalSorter(graph).static_order()]
    assert set(graph) <= set(order)


@pytest.mark.skipif(find_spec("ruff") is None, reason="ruff is in the extra 'dev'")
def test_imports_are_sorted_and_used() -> None:
    """As import sorters have them, and `__all__` too."""
    rules = ("--isolated", "--no-cache", "--select", "I,F,RUF022")
    folders = map(str, PACKAGES)
    command = [sys.executable, "-m", "ruff", "check", "--quiet", *rules, *folders]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")
