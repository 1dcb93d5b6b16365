"""The expressions that a generated module may hold, by their place."""

from __future__ import annotations

import ast
from typing import Final

from typedsoap.gate.annotations import Annotations
from typedsoap.gate.calls import Calls
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import Lookup, Names, Place, Report, Scope

_OPERATORS: Final = (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)


def _is_place(node: ast.Subscript, scope: Scope) -> bool:
    """Whether it is an item of a local sequence: `found[0]`."""
    return (
        scope.place is Place.FUNCTION
        and isinstance(node.value, ast.Name)
        and isinstance(node.slice, ast.Constant)
        and type(node.slice.value) is int
    )


def _is_one(operator: ast.cmpop, other: ast.expr) -> bool:
    """Whether a comparison asks for one of some names: `in (A, B)`."""
    if not (isinstance(operator, ast.In) and isinstance(other, ast.Tuple)):
        return False
    return bool(other.elts) and all(isinstance(name, ast.Name) for name in other.elts)


class Expressions:
    """Checks the expressions of one module."""

    def __init__(self, names: Names, annotations: Annotations, report: Report) -> None:
        self._names = names
        self._annotations = annotations
        self._report = report
        self._calls = Calls(names, self, report)

    def check(self, node: ast.expr, scope: Scope) -> None:
        """Report everything in `node` that its place does not allow."""
        match node:
            case ast.Constant(value=value):
                if isinstance(value, complex):
                    self._refuse(node, "a complex number")
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())):
                pass
            case ast.Name():
                self._name(node, scope)
            case ast.Attribute():
                self.attribute(node, scope)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                self._all(parts, scope)
            case ast.Dict(keys=keys, values=values):
                if None in keys:
                    self._report(Rule.ARGUMENTS, node, "a spread dictionary")
                self._all([key for key in keys if key is not None], scope)
                self._all(values, scope)
            case ast.Call():
                self._calls.check(node, scope)
            case ast.Subscript() if not _is_place(node, scope):
                self._annotations.check(node)
            case ast.JoinedStr():
                self._report(Rule.FORMATTED, node, "an f-string")
            case ast.Starred():
                self._report(Rule.ARGUMENTS, node, "a spread value")
            case ast.BinOp(left=left, op=ast.Add(), right=ast.Constant(value=str())):
                self.check(left, scope)
            case _ if scope.place is Place.FUNCTION:
                self._in_function(node, scope)
            case _:
                self._refuse(node, type(node).__name__)

    def _in_function(self, node: ast.expr, scope: Scope) -> None:
        match node:
            case ast.Subscript(
                value=ast.Name() as value, slice=ast.Constant(value=int())
            ):
                self._name(value, scope)
            case ast.BoolOp(values=values):
                self._all(values, scope)
            case ast.Compare(left=left, ops=operators, comparators=others):
                for operator, other in zip(operators, others, strict=True):
                    if not (
                        isinstance(operator, _OPERATORS) or _is_one(operator, other)
                    ):
                        self._refuse(node, type(operator).__name__)
                self._all([left, *others], scope)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self._all([test, body, orelse], scope)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self.check(operand, scope)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                self._all([left, right], scope)
            case _:
                self._refuse(node, type(node).__name__)

    def attribute(self, node: ast.Attribute, scope: Scope) -> None:
        """Check an attribute's name and what it is an attribute of."""
        name, owner = node.attr, node.value
        own = isinstance(owner, ast.Name) and owner.id == scope.receiver
        if name.startswith("__") or (name.startswith("_") and name.endswith("_")):
            self._report(Rule.ATTRIBUTE, node, f"the attribute {name}")
        elif name.startswith("_") and not own:
            self._report(Rule.ATTRIBUTE, node, f"the private attribute {name}")
        self.check(owner, scope)

    def _name(self, node: ast.Name, scope: Scope) -> None:
        if self._names.look_up(node.id, scope) is Lookup.UNKNOWN:
            self._report(Rule.NAME, node, f"the name {node.id}")

    def _all(self, nodes: list[ast.expr], scope: Scope) -> None:
        for node in nodes:
            self.check(node, scope)

    def _refuse(self, node: ast.expr, what: str) -> None:
        self._report(Rule.EXPRESSION, node, what)
