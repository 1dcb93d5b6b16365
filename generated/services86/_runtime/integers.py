"""`xs:integer` and every type derived from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

# int() alone would accept `1_000`, blanks inside and digits of other scripts.
_LEXICAL: Final = re.compile(r"[+-]?[0-9]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class IntegerType:
    """An integer type of XML Schema with its bounds; None is no bound."""

    name: str
    least: int | None = None
    greatest: int | None = None

    def write(self, value: int, name: str | int) -> str:
        """An int in range; a bool is refused."""
        if type(value) is not int:
            expect_kind(value, int, name)
        if not self._holds(value):
            raise EncodeError(f"out of range for {self.name}", name)
        return int.__repr__(value)

    def read(self, element: Element, reader: Reader) -> int | None:
        """An int in range; None for nil."""
        text = element.text
        if not text or not text.isdigit() or not text.isascii() or len(element):
            text = read_lexical(element, reader, self.name)
            if text is None:
                return None
            if _LEXICAL.fullmatch(text) is None:
                reader.fail(element, f"not a value of {self.name}")
        try:
            value = int(text)
        except ValueError:  # Python's own limit on the number of digits
            reader.fail(element, "more digits than can be read")
        if not self._holds(value):
            reader.fail(element, f"out of range for {self.name}")
        return value

    def _holds(self, value: int) -> bool:
        least, greatest = self.least, self.greatest
        return (least is None or least <= value) and (
            greatest is None or value <= greatest
        )


_INTEGER = IntegerType("xs:integer")
_NON_POSITIVE_INTEGER = IntegerType("xs:nonPositiveInteger", greatest=0)
_NEGATIVE_INTEGER = IntegerType("xs:negativeInteger", greatest=-1)
_NON_NEGATIVE_INTEGER = IntegerType("xs:nonNegativeInteger", least=0)
_POSITIVE_INTEGER = IntegerType("xs:positiveInteger", least=1)
_BYTE = IntegerType("xs:byte", -(2**7), 2**7 - 1)
_SHORT = IntegerType("xs:short", -(2**15), 2**15 - 1)
_INT = IntegerType("xs:int", -(2**31), 2**31 - 1)
_LONG = IntegerType("xs:long", -(2**63), 2**63 - 1)
_UNSIGNED_BYTE = IntegerType("xs:unsignedByte", 0, 2**8 - 1)
_UNSIGNED_SHORT = IntegerType("xs:unsignedShort", 0, 2**16 - 1)
_UNSIGNED_INT = IntegerType("xs:unsignedInt", 0, 2**32 - 1)
_UNSIGNED_LONG = IntegerType("xs:unsignedLong", 0, 2**64 - 1)

write_integer, read_integer = _INTEGER.write, _INTEGER.read
write_non_positive_integer = _NON_POSITIVE_INTEGER.write
read_non_positive_integer = _NON_POSITIVE_INTEGER.read
write_negative_integer = _NEGATIVE_INTEGER.write
read_negative_integer = _NEGATIVE_INTEGER.read
write_non_negative_integer = _NON_NEGATIVE_INTEGER.write
read_non_negative_integer = _NON_NEGATIVE_INTEGER.read
write_positive_integer = _POSITIVE_INTEGER.write
read_positive_integer = _POSITIVE_INTEGER.read
write_byte, read_byte = _BYTE.write, _BYTE.read
write_short, read_short = _SHORT.write, _SHORT.read
write_int, read_int = _INT.write, _INT.read
write_long, read_long = _LONG.write, _LONG.read
write_unsigned_byte, read_unsigned_byte = _UNSIGNED_BYTE.write, _UNSIGNED_BYTE.read
write_unsigned_short = _UNSIGNED_SHORT.write
read_unsigned_short = _UNSIGNED_SHORT.read
write_unsigned_int, read_unsigned_int = _UNSIGNED_INT.write, _UNSIGNED_INT.read
write_unsigned_long, read_unsigned_long = _UNSIGNED_LONG.write, _UNSIGNED_LONG.read
