"""The project's own modules as syntax trees, for tests that hold the architecture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator" / "typedsoap"
RUNTIME = ROOT / "templates" / "runtime"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file.

    Attributes:
        name: Its dotted name, beginning with the package that `modules` was asked for.
        package: The dotted name that relative imports count from.
    """

    name: str
    package: str
    path: Path
    tree: ast.Module

    def imports(self) -> Iterator[str]:
        """The absolute dotted name of everything imported, at any depth of the code.

        `from a import b` gives `a.b`: whether b is a module only the folder can tell.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from (f"{origin}.{alias.name}" for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parents = self.package.split(".")
        kept = parents[: len(parents) - node.level + 1]
        return ".".join([*kept, node.module] if node.module else kept)


def modules(folder: Path, package: str) -> tuple[Module, ...]:
    """Every Python file below `folder`, the root of the import package `package`."""
    return tuple(
        _module(path, folder, package) for path in sorted(folder.rglob("*.py"))
    )


def _module(path: Path, folder: Path, package: str) -> Module:
    parts = [package, *path.relative_to(folder).with_suffix("").parts]
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    parent = name if is_package else name.rpartition(".")[0]
    return Module(name, parent, path, ast.parse(path.read_bytes(), str(path)))
