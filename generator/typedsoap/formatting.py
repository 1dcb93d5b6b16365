"""black, with a mode of our own: the configuration of whoever runs us plays no part."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from typing import Final

import black
from black.mode import TargetVersion
from black.parsing import InvalidInput

_MODE: Final = black.Mode(
    target_versions={TargetVersion.PY311}, line_length=88, preview=False
)


STYLE: Final = f"black {version('black')} {_MODE.get_cache_key()}"
"""What decides the result beside the text."""


@cache
def format_python(text: str) -> str:
    """A whole module in black's style; the same text for the same version of black.

    Raises:
        ValueError: The text is no Python.
    """
    try:
        return black.format_str(text, mode=_MODE)
    except InvalidInput as problem:
        raise ValueError(str(problem)) from problem


def blocks(text: str) -> list[str]:
    """A module in pieces that can be formatted each alone: one for each def and class.

    What follows a def or class belongs to its piece, and all before the first to the
    first piece.

    Raises:
        ValueError: The text is no Python.
    """
    try:
        statements = ast.parse(text).body
    except SyntaxError as problem:
        raise ValueError(str(problem)) from problem
    starts = [
        min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        for node in statements[1:]
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    # Not splitlines, which ends lines that Python does not end.
    lines = text.split("\n")
    ends = [*(start - 1 for start in starts), len(lines)]
    return [
        "\n".join(lines[start:end])
        for start, end in zip([0, *ends[:-1]], ends, strict=True)
    ]


def joined(formatted: Iterable[str]) -> str:
    """A module of its formatted pieces, with the blank lines that black wants there."""
    return "\n\n\n".join(piece.rstrip("\n") for piece in formatted) + "\n"
