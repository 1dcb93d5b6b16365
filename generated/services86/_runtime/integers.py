"""`xs:integer` and every type derived from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf
from typing import Final, TypeAlias

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

_Write: TypeAlias = Callable[[int, str | int], str]
_Read: TypeAlias = Callable[[Element | None, Reader], int | None]

# int() alone would accept `1_000`, blanks inside and digits of other scripts.
_LEXICAL: Final = re.compile(r"[+-]?[0-9]+", re.ASCII)


def _pair(
    name: str, least: float = -inf, greatest: float = inf
) -> tuple[_Write, _Read]:
    """The writer and the reader of an integer type with these bounds.

    They are closures because these are the functions that run most: a look-up less in
    each is measurable.
    """

    def write(value: int, segment: str | int) -> str:
        if type(value) is not int:
            expect_kind(value, int, segment)
        if not least <= value <= greatest:
            raise EncodeError(f"out of range for {name}", segment)
        return int.__repr__(value)

    def read(element: Element | None, reader: Reader) -> int | None:
        if element is None:
            return None
        text = element.text
        if not text or not text.isdigit() or not text.isascii() or len(element):
            text = read_lexical(element, reader, name)
            if text is None:
                return None
            if _LEXICAL.fullmatch(text) is None:
                reader.fail(element, f"not a value of {name}")
        try:
            value = int(text)
        except ValueError:  # Python's own limit on the number of digits
            reader.fail(element, "more digits than can be read")
        if not least <= value <= greatest:
            reader.fail(element, f"out of range for {name}")
        return value

    return write, read


write_integer, read_integer = _pair("xs:integer")
write_non_positive_integer, read_non_positive_integer = _pair(
    "xs:nonPositiveInteger", greatest=0
)
write_negative_integer, read_negative_integer = _pair("xs:negativeInteger", greatest=-1)
write_non_negative_integer, read_non_negative_integer = _pair(
    "xs:nonNegativeInteger", least=0
)
write_positive_integer, read_positive_integer = _pair("xs:positiveInteger", least=1)
write_byte, read_byte = _pair("xs:byte", -(2**7), 2**7 - 1)
write_short, read_short = _pair("xs:short", -(2**15), 2**15 - 1)
write_int, read_int = _pair("xs:int", -(2**31), 2**31 - 1)
write_long, read_long = _pair("xs:long", -(2**63), 2**63 - 1)
write_unsigned_byte, read_unsigned_byte = _pair("xs:unsignedByte", 0, 2**8 - 1)
write_unsigned_short, read_unsigned_short = _pair("xs:unsignedShort", 0, 2**16 - 1)
write_unsigned_int, read_unsigned_int = _pair("xs:unsignedInt", 0, 2**32 - 1)
write_unsigned_long, read_unsigned_long = _pair("xs:unsignedLong", 0, 2**64 - 1)
