"""What a generated module may import."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

from typedsoap.gate.allowed import RUNTIME_FOLDER, STANDARD_NAMES
from typedsoap.gate.names import Definition, Imported, Kind
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import MODULE_SCOPE, Names, Report

_LATER: Final = frozenset(
    Definition(Kind.FUNCTION, (RUNTIME_FOLDER, "exports"), name)
    for name in ("call_lazily", "export_lazily")
)


class Imports:
    """Checks the imports of one module."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names = names
        self._report = report

    def first(self, body: Sequence[ast.stmt]) -> None:
        """Report a module that does not begin by postponing its annotations."""
        match body[:1]:
            case [ast.ImportFrom(module="__future__", level=0)]:
                pass
            case _:
                place = body[0] if body else ast.Pass(lineno=1, col_offset=0)
                self._report(Rule.FUTURE, place, "no postponed annotations")

    def check(self, node: ast.ImportFrom) -> None:
        """Report imported names that are neither listed nor the package's own."""
        origin = self._names.module.origin(node, self._names.package.name)
        shown = "." * node.level + (node.module or "")
        if origin is None and node.level:
            self._refuse(node, f"{shown} is outside of the package")
            return
        for alias in node.names:
            if alias.asname is not None and alias.asname.startswith("_"):
                self._refuse(node, f"{alias.name} under the name {alias.asname}")
            source = (node.module or "",) if origin is None else origin
            imported = Imported(source, alias.name, origin is not None)
            if not self._is_listed(self._names.package.imported(imported)):
                self._refuse(node, f"{alias.name} of {shown}")

    def type_checking(self, node: ast.If) -> None:
        """Check an `if TYPE_CHECKING:`, which holds imports and nothing else.

        A package may say in `else:` what it imports later instead.
        """
        flag = Definition(Kind.STANDARD, ("typing",), "TYPE_CHECKING")
        other = node.orelse and not self._is_lazy_export(node)
        if self._names.resolve(node.test, MODULE_SCOPE) != flag or other:
            self._report(Rule.STATEMENT, node, "If in a module")
        for statement in node.body:
            if isinstance(statement, ast.ImportFrom):
                self.check(statement)
            else:
                what = f"{type(statement).__name__} under TYPE_CHECKING"
                self._report(Rule.STATEMENT, statement, what)

    def _is_lazy_export(self, node: ast.If) -> bool:
        """Whether `else:` offers just what the checker is told, each from its module."""
        imports = [line for line in node.body if isinstance(line, ast.ImportFrom)]
        told = {
            alias.name: "." * line.level + (line.module or "")
            for line in imports
            for alias in line.names
        }
        match node.orelse:
            case [
                ast.Expr(
                    value=ast.Call(
                        func=ast.Name() as function,
                        args=[ast.Name(id="__name__"), ast.Dict() as origins],
                        keywords=[],
                    )
                )
            ]:
                offered = [
                    (key.value, value.value)
                    for key, value in zip(origins.keys, origins.values, strict=True)
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Constant)
                ]
                return (
                    self._names.resolve(function, MODULE_SCOPE) in _LATER
                    and len(offered) == len(origins.keys)
                    and offered == list(told.items())
                )
            case _:
                return False

    def _is_listed(self, found: Definition | None) -> bool:
        if found is None:
            return False
        if found.kind is Kind.STANDARD:
            return found.name in STANDARD_NAMES.get(found.module[0], ())
        return not found.name.startswith("_")

    def _refuse(self, node: ast.ImportFrom, what: str) -> None:
        self._report(Rule.IMPORT, node, f"an import of {what!a}")
