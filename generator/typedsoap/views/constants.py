"""Values that a contract gives as text (`fixed`), as Python literals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from typedsoap.quoting import quote
from typedsoap.views.model import TypeView

_WHITE_SPACE: Final = " \t\r\n"
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,40}", re.ASCII)
_BOOLEANS: Final = {"true": "True", "1": "True", "false": "False", "0": "False"}


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value of a contract.

    Attributes:
        literal: Its Python literal.
        text: Literal of how the codec writes it: canonical, and escaped.
        lexical: Literal of how the contract writes it, escaped.
    """

    literal: str
    text: str
    lexical: str


def constant(view: TypeView, text: str) -> ConstantView | None:
    """A value of a type; None where its type has no literal, or the text is no value."""
    stripped = text.strip(_WHITE_SPACE)
    lexical = quote(escaped(text))
    match view.stored:
        case "str":
            text = _normalised(text, view.suffix)
            return ConstantView(quote(text), quote(escaped(text)), lexical)
        case "int" if _INTEGER.fullmatch(stripped):
            number = str(int(stripped))
            return ConstantView(number, quote(number), lexical)
        case "bool" if stripped in _BOOLEANS:
            literal = _BOOLEANS[stripped]
            return ConstantView(literal, quote(literal.lower()), lexical)
        case _:
            return None


def _normalised(text: str, suffix: str) -> str:
    """The text as its type has it (XML Schema Part 2 §4.3.6)."""
    if suffix == "string":
        return text
    text = re.sub(f"[{_WHITE_SPACE}]", " ", text)
    return re.sub(" +", " ", text).strip(" ") if suffix == "token" else text


def escaped(text: str) -> str:
    """A text as the runtime's `strings.escape` has it."""
    for character, reference in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\r", "&#13;"),
    ):
        text = text.replace(character, reference)
    return text
