"""`xs:decimal`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import refusal

_LEXICAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", re.ASCII)

# As many as Python reads of an int. A number needs few; work on more is never cheap.
_MOST_DIGITS: Final = 4300


def write_decimal(value: Decimal | int, name: str | int) -> str:
    """A Decimal with all of its digits and without an exponent; an int is taken, too.

    A float is refused, because it is not the number that its user sees; so are NaN,
    infinities and what needs more than 4,300 digits.
    """
    if type(value) is int:
        value = Decimal(value)
    if not isinstance(value, Decimal):
        raise refusal(value, "Decimal", name)
    if not value.is_finite():
        raise EncodeError("not a finite number, which xs:decimal needs", name)
    _, digits, exponent = value.as_tuple()
    if max(len(digits), -int(exponent), len(digits) + int(exponent)) > _MOST_DIGITS:
        raise EncodeError("more digits than can be sent", name)
    return Decimal.__format__(value, "f")


def read_decimal(element: Element | None, reader: Reader) -> Decimal | None:
    """A Decimal with its trailing zeros; None for nil."""
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:decimal")
    if text is None:
        return None
    if len(text) > _MOST_DIGITS:
        reader.fail(element, "more digits than can be read")
    if _LEXICAL.fullmatch(text) is None:
        reader.fail(element, "not a value of xs:decimal")
    return Decimal(text)
