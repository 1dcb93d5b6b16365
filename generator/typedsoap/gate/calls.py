"""What a generated module may call."""

from __future__ import annotations

import ast
from typing import Protocol

from typedsoap.gate.allowed import (
    BUILTIN_CALLS,
    CONSTRUCTORS,
    FACTORIES,
    METHODS,
    OWN_METHODS,
    STANDARD_CALLS,
    SUPER_METHODS,
)
from typedsoap.gate.names import Definition, Kind
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import (
    MODULE_SCOPE,
    Lookup,
    Names,
    Place,
    Report,
    Scope,
    is_runtime,
)


class ExpressionCheck(Protocol):
    """Checks the expressions inside a call."""

    def check(self, node: ast.expr, scope: Scope) -> None:
        """Report everything in `node` that its place does not allow."""


class Calls:
    """Checks the calls of one module."""

    def __init__(
        self, names: Names, expressions: ExpressionCheck, report: Report
    ) -> None:
        self._names = names
        self._expressions = expressions
        self._report = report

    def check(self, node: ast.Call, scope: Scope) -> None:
        """Report a target that is not listed, and arguments that are not plain."""
        if not isinstance(node.func, ast.Attribute):
            self._function(node, scope)
        elif scope.place is Place.FUNCTION:
            self._method(node.func, scope)
        else:
            self._report(Rule.CALL, node, "a method outside of a function")
        for argument in node.args:
            self._expressions.check(argument, scope)
        for keyword in node.keywords:
            if keyword.arg is None:
                self._report(Rule.ARGUMENTS, node, "a spread mapping")
            elif keyword.arg == "default_factory":
                self._factory(keyword.value)
            self._expressions.check(keyword.value, scope)

    def _function(self, node: ast.Call, scope: Scope) -> None:
        found = self._names.resolve(node.func, scope)
        if isinstance(found, Definition):
            known = self._is_callable(found)
            name = found.name
        else:
            name = ast.unparse(node.func)
            known = found is Lookup.BUILTIN and name in BUILTIN_CALLS
        at_once = scope.place is not Place.FUNCTION
        if not known or (at_once and name not in CONSTRUCTORS):
            self._report(Rule.CALL, node, f"a call of {ast.unparse(node.func)!a}")
        elif found is Lookup.BUILTIN and (
            node.keywords or len(node.args) != BUILTIN_CALLS[name]
        ):
            self._report(Rule.ARGUMENTS, node, f"{name} with other arguments")

    def _is_callable(self, found: Definition) -> bool:
        if found.kind is Kind.STANDARD:
            return found.name in STANDARD_CALLS
        if is_runtime(found) and found.name.islower():
            # The runtime assigns some of its functions: `read_int = _INT.read`.
            return True
        return found.kind in {Kind.FUNCTION, Kind.CLASS}

    def _method(self, target: ast.Attribute, scope: Scope) -> None:
        name, owner = target.attr, target.value
        is_own = name in OWN_METHODS and is_receivers(owner, scope)
        is_inherited = name in SUPER_METHODS and self._is_super(owner, scope)
        if not (name in METHODS or is_own or is_inherited):
            self._report(Rule.METHOD, target, f"the method {name}")
        self._expressions.check(owner, scope)

    def _is_super(self, node: ast.expr, scope: Scope) -> bool:
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "super"
            and self._names.look_up("super", scope) is Lookup.BUILTIN
        )

    def _factory(self, node: ast.expr) -> None:
        found = self._names.resolve(node, MODULE_SCOPE)
        if not (found is Lookup.BUILTIN and ast.unparse(node) in FACTORIES):
            what = f"{ast.unparse(node)!a} as a default factory"
            self._report(Rule.CALL, node, what)


def is_receivers(node: ast.expr, scope: Scope) -> bool:
    """Whether it is a method's own object, or an attribute of that."""
    if isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id == scope.receiver
