"""The names that a rendered text uses, from which its imports and constants follow."""

from __future__ import annotations

import ast
import functools
import io
import tokenize
from collections.abc import Iterable, Iterator, Mapping, Set


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


def shortened(names: Iterable[str], short_names: Mapping[str, str]) -> dict[str, str]:
    """What the names of a module become where some are constants of the package.

    The package numbers its constants, so that a module may have `_ITEM_2` and no `_ITEM`.

    Args:
        short_names: The constants in the order of their numbers, each with what it is
            called where no other has that name.
    """
    present = set(names)
    taken = present - short_names.keys()
    chosen: dict[str, str] = {}
    for constant, wanted in short_names.items():
        if constant in present:
            name, number = wanted, 2
            while name in taken:
                name, number = f"{wanted.rstrip('_')}_{number}", number + 1
            taken.add(name)
            chosen[constant] = name
    return chosen


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A module's text with other names for some; strings and comments stay."""
    lines = text.split("\n")
    for token in reversed([*tokenize.generate_tokens(io.StringIO(text).readline)]):
        if token.type == tokenize.NAME and token.string in names:
            (row, start), (_, end) = token.start, token.end
            line = lines[row - 1]
            lines[row - 1] = f"{line[:start]}{names[token.string]}{line[end:]}"
    return "\n".join(lines)
