"""Values that a contract gives as text (`fixed`), as Python literals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from typedsoap.quoting import quote
from typedsoap.views.model import TypeView

_WHITE_SPACE: Final = " \t\r\n"
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,40}", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})")
_FLOAT: Final = re.compile(_DECIMAL.pattern + "([Ee][+-]?[0-9]{1,3})?")
_BOOLEANS: Final = {"true": "True", "1": "True", "false": "False", "0": "False"}


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value of a contract.

    Attributes:
        literal: Its Python literal; None where there is none that is exact.
        text: Literal of how the codec writes it: canonical, and escaped.
        lexical: Literal of how the contract writes it, escaped.
    """

    literal: str | None
    text: str
    lexical: str

    @property
    def annotation(self) -> str | None:
        """The type that this value alone is of; None where Python has no such type."""
        return None if self.literal is None else f"Literal[{self.literal}]"


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
        case "Decimal" if _DECIMAL.fullmatch(stripped):
            return ConstantView(None, quote(stripped), lexical)
        case "float" if _FLOAT.fullmatch(stripped):
            return ConstantView(None, quote(stripped), lexical)
        case _:
            return None


def number_type(view: TypeView) -> str:
    """The Python type of a number that may have several texts; "" for any other type."""
    return view.stored if view.stored in ("Decimal", "float") else ""


def only_number(fixed: ConstantView | None) -> str:
    """The facet that allows one number alone, as arguments in source; "" for none.

    Samples have no other place to find it.
    """
    return "" if fixed is None or fixed.literal else f"values=({fixed.text},)"


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
