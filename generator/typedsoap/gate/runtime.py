"""Rules over the runtime's modules, which are copied and not rendered.

They are the same in every package, so that a process judges each of them once.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from typedsoap.gate.allowed import RUNTIME_MODULES, RUNTIME_NAMES, RUNTIME_REFUSED
from typedsoap.gate.rules import Finding, Rule
from typedsoap.gate.text import parse

# More than the runtime has modules; changed copies must not fill the memory.
_KEPT: Final = 256


def copy_findings(
    copies: Mapping[str, str], originals: Mapping[str, str]
) -> Iterator[Finding]:
    """Copies that differ from the tool's own modules, and what is too much or missing."""
    for path in sorted(copies.keys() | originals.keys()):
        if path not in originals:
            yield Finding(path, 1, Rule.RUNTIME, "no module of the runtime")
        elif path not in copies:
            yield Finding(path, 1, Rule.RUNTIME, "a missing module of the runtime")
        elif copies[path] != originals[path]:
            yield Finding(path, 1, Rule.RUNTIME, "a changed module of the runtime")


@lru_cache(_KEPT)
def parse_copy(path: str, text: str) -> ast.Module | Finding:
    """The tree of a copy, which nobody may change, or why there is none."""
    return parse(path, text)


@lru_cache(_KEPT)
def content_findings(path: str, text: str) -> tuple[Finding, ...]:
    """Imports and builtins that even the runtime has no business with."""
    tree = parse_copy(path, text)
    return () if isinstance(tree, Finding) else tuple(_contents(path, tree))


def _contents(path: str, tree: ast.Module) -> Iterator[Finding]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                imported = [alias.name for alias in aliases]
            case ast.ImportFrom(level=0, module=str(module), names=aliases) if (
                module in RUNTIME_NAMES
            ):
                for name in {alias.name for alias in aliases} - RUNTIME_NAMES[module]:
                    what = f"an import of {module}.{name}"
                    yield Finding(path, node.lineno, Rule.IMPORT, what)
                continue
            case ast.ImportFrom(level=0, module=str(module)):
                imported = [module]
            case ast.Name(id=name) if name in RUNTIME_REFUSED:
                yield Finding(path, node.lineno, Rule.NAME, f"the name {name}")
                continue
            case _:
                continue
        for module in imported:
            if module not in RUNTIME_MODULES:
                what = f"an import of {module}"
                yield Finding(path, node.lineno, Rule.IMPORT, what)
