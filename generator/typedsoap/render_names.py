"""The names that a rendered text uses, from which its imports and constants follow."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping, Set


def used_names(text: str) -> frozenset[str]:
    """Every plain name in a module's text that the text itself does not define."""
    tree = ast.parse(text)
    defined = {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    }
    return frozenset(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    ) - frozenset(defined)


def evaluated_names(text: str) -> frozenset[str]:
    """Every plain name that a module's text uses outside of annotations.

    Generated modules postpone their annotations, so that nothing evaluates those names.
    """
    tree = ast.parse(text)
    annotations = [a for node in ast.walk(tree) for a in _annotations(node)]
    postponed = {node for annotation in annotations for node in ast.walk(annotation)}
    return frozenset(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Load)
        and node not in postponed
    )


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.expr() as annotation):
            yield annotation
        case _:
            pass


# Most constants are used in several modules.
constant_names = functools.lru_cache(maxsize=65536)(used_names)
"""`used_names` of the source of a constant."""


def needed_constants(constants: Mapping[str, str], used: Set[str]) -> dict[str, str]:
    """The constants that a text uses, and those that these are made of."""
    needed: set[str] = set()
    pending = [name for name in constants if name in used]
    while pending:
        name = pending.pop()
        if name not in needed:
            needed.add(name)
            pending += [n for n in constant_names(constants[name]) if n in constants]
    return {name: source for name, source in constants.items() if name in needed}
