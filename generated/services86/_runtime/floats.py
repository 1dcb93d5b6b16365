"""`xs:float` and `xs:double`."""

from __future__ import annotations

import math
import re
import struct
from typing import Final

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

_LEXICAL: Final = re.compile(
    r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII
)
_SPECIAL: Final = {"INF": math.inf, "-INF": -math.inf, "NaN": math.nan}


class FloatType:
    """A floating-point type of XML Schema; `layout` is its `struct` format."""

    __slots__ = ("layout", "name")

    def __init__(self, name: str, layout: str) -> None:
        self.name = name
        self.layout = layout

    def write(self, value: float, name: str | int) -> str:
        """A float or int in range: the shortest text that reads back the same."""
        if type(value) is not float and type(value) is not int:
            expect_kind(value, float, name)
        try:
            number = float(value)
            struct.pack(self.layout, number)
        except OverflowError:
            raise EncodeError(f"out of range for {self.name}", name) from None
        if math.isfinite(number):
            return repr(number)
        return "NaN" if math.isnan(number) else "INF" if number > 0 else "-INF"

    def read(self, element: Element | None, reader: Reader) -> float | None:
        """A float, also an infinite one; None for nil."""
        if element is None:
            return None
        text = read_lexical(element, reader, self.name)
        if text is None:
            return None
        if text in _SPECIAL:
            return _SPECIAL[text]
        if _LEXICAL.fullmatch(text) is None:
            reader.fail(element, f"not a value of {self.name}")
        number = float(text)
        if math.isinf(number):
            reader.fail(element, "a number that a float cannot hold")
        return number


_FLOAT = FloatType("xs:float", "<f")
_DOUBLE = FloatType("xs:double", "<d")

write_float, read_float = _FLOAT.write, _FLOAT.read
write_double, read_double = _DOUBLE.write, _DOUBLE.read
