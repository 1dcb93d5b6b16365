"""The heads of classes and functions: bases, decorators, parameters and names."""

from __future__ import annotations

import ast

from typedsoap.gate.allowed import DECORATORS, SPECIAL_METHODS, STANDARD_BASES
from typedsoap.gate.annotations import Annotations
from typedsoap.gate.names import Definition, Kind
from typedsoap.gate.rules import Rule
from typedsoap.gate.scopes import MODULE_SCOPE, Lookup, Names, Report


class Declarations:
    """Checks the heads of one module's classes and functions."""

    def __init__(self, names: Names, annotations: Annotations, report: Report) -> None:
        self._names = names
        self._annotations = annotations
        self._report = report

    def class_head(self, node: ast.ClassDef) -> None:
        """Check a class's name, bases and decorators."""
        self.bound_name(node, node.name)
        self._decorators(node)
        for keyword in node.keywords:
            # Those that the runtime's `Record` takes.
            match keyword:
                case ast.keyword(arg="abstract", value=ast.Constant(value=True)):
                    continue
                case ast.keyword(arg="without", value=ast.Tuple(elts=names)) if all(
                    isinstance(name, ast.Constant) for name in names
                ):
                    continue
                case _:
                    what = f"the class keyword {keyword.arg}"
                    self._report(Rule.CLASS, node, what)
        for base in node.bases:
            self._base(base)

    def function_head(self, node: ast.FunctionDef, *, method: bool) -> None:
        """Check a function's name, decorators, parameters and return type."""
        if not (method and node.name in SPECIAL_METHODS):
            self.bound_name(node, node.name, in_class=method)
        self._decorators(node)
        arguments = node.args
        for spread in (arguments.vararg, arguments.kwarg):
            if spread is not None:
                self._report(Rule.PARAMETER, spread, f"the parameter *{spread.arg}")
        parameters = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        for parameter in parameters:
            self.bound_name(parameter, parameter.arg)
            if parameter.annotation is not None:
                self._annotations.check(parameter.annotation)
        for default in [*arguments.defaults, *arguments.kw_defaults]:
            if default is not None:
                self._default(default)
        if node.returns is not None:
            self._annotations.check(node.returns)

    def bound_name(self, node: ast.AST, name: str, *, in_class: bool = False) -> None:
        """Report a name that Python, or in a class also `enum`, gives a meaning to."""
        hook = in_class and name.startswith("_") and name.endswith("_")
        if name.startswith("__") or hook:
            self._report(Rule.SPECIAL, node, f"the name {name}")

    def _decorators(self, node: ast.ClassDef | ast.FunctionDef) -> None:
        for decorator in node.decorator_list:
            match decorator:
                case ast.Call(func=target, args=[], keywords=keywords):
                    plain = all(
                        isinstance(keyword.value, ast.Constant) and keyword.arg
                        for keyword in keywords
                    )
                case target:
                    plain = True
            if not (plain and self._is_decorator(target)):
                what = f"the decorator {ast.unparse(decorator)!a}"
                self._report(Rule.DECORATOR, decorator, what)

    def _is_decorator(self, target: ast.expr) -> bool:
        if not isinstance(target, ast.Name):
            return False
        found = self._names.resolve(target, MODULE_SCOPE)
        if isinstance(found, Definition):
            return found.kind is Kind.STANDARD and found.name in DECORATORS
        return found is Lookup.BUILTIN and target.id in DECORATORS

    def _base(self, node: ast.expr) -> None:
        target = node
        if isinstance(node, ast.Subscript):
            self._annotations.arguments(node.slice)
            target = node.value
        found = self._names.resolve(target, MODULE_SCOPE)
        is_class = isinstance(found, Definition) and (
            found.kind is Kind.CLASS
            or (found.kind is Kind.STANDARD and found.name in STANDARD_BASES)
        )
        if not is_class:
            self._report(Rule.CLASS, node, f"the base {ast.unparse(node)!a}")

    def _default(self, node: ast.expr) -> None:
        match node:
            case ast.Constant() | ast.Tuple(elts=[]):
                return
            case ast.Name():
                found = self._names.resolve(node, MODULE_SCOPE)
                if isinstance(found, Definition) and found.kind is Kind.CONSTANT:
                    return
            case ast.Attribute(value=ast.Name() as owner, attr=name):
                # A member of an enumeration.
                found = self._names.resolve(owner, MODULE_SCOPE)
                is_class = isinstance(found, Definition) and found.kind is Kind.CLASS
                if is_class and not name.startswith("_"):
                    return
            case _:
                pass
        self._report(Rule.PARAMETER, node, f"the default {ast.unparse(node)!a}")
