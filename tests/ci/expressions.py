"""The few expressions of GitHub Actions that the action has, and no others."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_-]+)+")
_COMPARED = re.compile(r"(\S+) (==|!=) '([^']*)'")
_CONTAINED = re.compile(r"contains\((\S+), '([^']*)'\)")

Context = Mapping[str, str]
"""Values by their full names, such as `inputs.command`."""


def resolved(text: str, context: Context) -> str:
    """A text with its expressions replaced; an output that is not there is empty."""
    return _EXPRESSION.sub(lambda found: _value(found[1], context), text)


def holds(condition: str, context: Context) -> bool:
    """Whether an `if` of these forms is true."""
    return all(_term(term.strip(), context) for term in condition.split("&&"))


def _term(term: str, context: Context) -> bool:
    if compared := _COMPARED.fullmatch(term):
        same = _value(compared[1], context) == compared[3]
        return same if compared[2] == "==" else not same
    contained = _CONTAINED.fullmatch(term)
    assert contained, f"not understood: {term}"
    return contained[2] in _value(contained[1], context)


def _value(name: str, context: Context) -> str:
    assert _NAME.fullmatch(name), f"not understood: {name}"
    if name.startswith("steps."):
        return context.get(name, "")
    return context[name]
