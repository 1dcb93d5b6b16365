"""`char` of Microsoft's serialization: the number of a character."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from .errors import EncodeError
from .examples import Example
from .integers import read_unsigned_short
from .reading import Element, Reader
from .writing import expect_kind

Char: TypeAlias = Annotated[str, Example("x")]
"""A str of one character."""

_GREATEST: Final = 0xFFFF
_SURROGATES: Final = range(0xD800, 0xE000)


def write_char(value: str, name: str | int) -> str:
    """One character, as its number; one beyond U+FFFF is two of these and refused."""
    expect_kind(value, str, name)
    if len(value) != 1 or ord(value) > _GREATEST or ord(value) in _SURROGATES:
        raise EncodeError("expected one character of at most U+FFFF", name)
    return str(ord(value))


def read_char(element: Element | None, reader: Reader) -> str | None:
    """A character from its number; None for nil. Half of a surrogate pair is an error."""
    code = read_unsigned_short(element, reader)
    if element is None or code is None:
        return None
    if code in _SURROGATES:
        reader.fail(element, "half of a character")
    return chr(code)
