"""The form of annotations and of other types: nothing in them can run.

Nothing evaluates an annotation on import, but `typing.get_type_hints` does later, with
strings inside of it as well.
"""

from __future__ import annotations

import ast

from typedsoap.gate.allowed import BUILTIN_TYPES
from typedsoap.gate.names import Definition, Kind
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import MODULE_SCOPE, Lookup, Names, Report


class Annotations:
    """Checks the types of one module."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names = names
        self._report = report

    def check(self, node: ast.expr) -> None:
        """Report everything in `node` that is no plain type."""
        match node:
            case ast.Constant(value=None):
                pass
            case ast.Constant(value=str(text)):
                self._forward(node, text)
            case ast.Name():
                self._name(node)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                self.check(left)
                self.check(right)
            case ast.Subscript(value=value, slice=inner):
                self._name(value)
                if self._is_literal(value):
                    values = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                    for item in values:
                        self._literal(item)
                else:
                    self.arguments(inner)
            case _:
                self._refuse(node, f"{type(node).__name__} in a type")

    def _forward(self, node: ast.expr, text: str) -> None:
        """A type as a string: what it would be evaluated to is held to the same rule."""
        try:
            inner = ast.parse(text, mode="eval", feature_version=(3, 11)).body
        except (SyntaxError, ValueError, MemoryError):
            self._refuse(node, f"{text!a} in a type")
        else:
            for part in ast.walk(inner):
                ast.copy_location(part, node)
            self.check(inner)

    def arguments(self, node: ast.expr) -> None:
        """Report everything between the brackets of a type that is no plain type."""
        match node:
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                for part in parts:
                    self.arguments(part)
            case ast.Constant() if node.value is Ellipsis:
                pass
            case _:
                self.check(node)

    def _name(self, node: ast.expr) -> None:
        found = self._names.resolve(node, MODULE_SCOPE)
        if isinstance(found, Definition):
            # A constant could hold text, which would be evaluated as a type.
            known = found.kind in {Kind.CLASS, Kind.ALIAS, Kind.STANDARD}
        else:
            known = found is Lookup.BUILTIN and ast.unparse(node) in BUILTIN_TYPES
        if not known:
            self._refuse(node, f"{ast.unparse(node)!a} is no type")

    def _is_literal(self, node: ast.expr) -> bool:
        found = self._names.resolve(node, MODULE_SCOPE)
        return found == Definition(Kind.STANDARD, ("typing",), "Literal")

    def _literal(self, node: ast.expr) -> None:
        """Report what is no plain value; text in `Literal` is never evaluated."""
        match node:
            case ast.Constant(value=str() | int()):
                pass
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())):
                pass
            case ast.Attribute(
                value=ast.Name() as owner, attr=name
            ) if not name.startswith("_") and self._is_class(owner):
                pass  # a member of an enumeration
            case _:
                self._refuse(node, "no plain value in a Literal")

    def _is_class(self, node: ast.Name) -> bool:
        found = self._names.resolve(node, MODULE_SCOPE)
        return isinstance(found, Definition) and found.kind is Kind.CLASS

    def _refuse(self, node: ast.expr, what: str) -> None:
        self._report(Rule.ANNOTATION, node, what)
