"""The statements that a generated module may hold, by their place."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from typedsoap.gate.allowed import SPECIAL_ASSIGNMENTS
from typedsoap.gate.annotations import Annotations
from typedsoap.gate.declarations import Declarations
from typedsoap.gate.expressions import Expressions
from typedsoap.gate.imports import Imports
from typedsoap.gate.names import stored
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import (
    MODULE_SCOPE,
    Names,
    Place,
    Report,
    Scope,
    class_level_names,
    function_scope,
)


class Statements:
    """Checks the statements of one module."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names = names
        self._report = report
        self._annotations = Annotations(names, report)
        self._expressions = Expressions(names, self._annotations, report)
        self._imports = Imports(names, report)
        self._declarations = Declarations(names, self._annotations, report)

    def module(self) -> None:
        """Check the whole module."""
        body = _without_docstring(self._names.module.tree.body)
        self._imports.first(body)
        for statement in body:
            match statement:
                case ast.ImportFrom():
                    self._imports.check(statement)
                case ast.If():
                    self._imports.type_checking(statement)
                case ast.Assign() | ast.AnnAssign():
                    self._assignment(statement, MODULE_SCOPE)
                case ast.ClassDef():
                    self._class(statement)
                case ast.FunctionDef():
                    self._function(statement, method=False)
                case _:
                    self._refuse(statement, "a module")
        for statement, name in self._names.module.rebindings:
            self._report(Rule.REBINDING, statement, f"another binding of {name}")

    def _class(self, node: ast.ClassDef) -> None:
        self._declarations.class_head(node)
        members = [(name, member) for member in node.body for name in _bound(member)]
        scope = Scope(Place.CLASS, frozenset(name for name, _ in members))
        # What the class's own body reads must mean there what it means to the module.
        seen = class_level_names(node)
        for name, member in members:
            if name in seen:
                self._report(Rule.REBINDING, member, f"another binding of {name}")
            seen.add(name)
        for statement in _without_docstring(node.body):
            match statement:
                case ast.FunctionDef():
                    self._function(statement, method=True)
                case ast.Assign() | ast.AnnAssign():
                    self._assignment(statement, scope)
                case _:
                    self._refuse(statement, "a class")

    def _function(self, node: ast.FunctionDef, *, method: bool) -> None:
        self._declarations.function_head(node, method=method)
        scope = function_scope(node, self._names, method=method)
        self._block(_without_docstring(node.body), scope)

    def _block(self, body: Sequence[ast.stmt], scope: Scope) -> None:
        for statement in body:
            match statement:
                case ast.Assign() | ast.AnnAssign():
                    self._assignment(statement, scope)
                case ast.If(test=test, body=then, orelse=orelse):
                    self._value(test, scope)
                    self._block([*then, *orelse], scope)
                case ast.For(target=target, iter=values, body=inner, orelse=[]):
                    self._target(target, scope)
                    self._value(values, scope)
                    self._block(inner, scope)
                case ast.Return(value=value):
                    self._value(value, scope)
                case ast.Expr(value=ast.Call() as call):
                    self._value(call, scope)
                case ast.Expr(value=ast.Constant(value=value)) if value is Ellipsis:
                    pass
                case _:
                    self._refuse(statement, "a function")

    def _assignment(self, node: ast.Assign | ast.AnnAssign, scope: Scope) -> None:
        if isinstance(node, ast.AnnAssign):
            self._annotations.check(node.annotation)
            self._target(node.target, scope)
        elif len(node.targets) == 1:
            self._target(node.targets[0], scope)
        else:
            self._report(Rule.STORE, node, "several targets")
        self._value(node.value, scope)

    def _value(self, node: ast.expr | None, scope: Scope) -> None:
        if node is not None:
            self._expressions.check(node, scope)

    def _target(self, node: ast.expr, scope: Scope) -> None:
        match node:
            case ast.Name(id=name):
                in_module = scope.place is Place.MODULE
                if not (in_module and name in SPECIAL_ASSIGNMENTS):
                    in_class = scope.place is Place.CLASS
                    self._declarations.bound_name(node, name, in_class=in_class)
            case ast.Tuple(elts=parts) if scope.place is Place.FUNCTION:
                for part in parts:
                    self._target(part, scope)
            case ast.Attribute(value=ast.Name(id=owner)) if owner in scope.stores:
                self._expressions.attribute(node, scope)
            case _:
                what = f"an assignment to {ast.unparse(node)!a}"
                self._report(Rule.STORE, node, what)

    def _refuse(self, node: ast.stmt, place: str) -> None:
        self._report(Rule.STATEMENT, node, f"{type(node).__name__} in {place}")


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    match body:
        case [ast.Expr(value=ast.Constant(value=str())), *rest]:
            return rest
        case _:
            return body


def _bound(statement: ast.stmt) -> list[str]:
    """The names that a statement of a class body binds."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case _:
            return list(stored(statement))
