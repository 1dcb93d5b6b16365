"""`xs:boolean`."""

from __future__ import annotations

from typing import Final

from .reading import Element, Reader
from .strings import read_lexical
from .writing import refusal

_VALUES: Final = {"true": True, "false": False, "1": True, "0": False}


def write_boolean(value: bool, name: str | int) -> str:
    """A bool as `true` or `false`; an int is refused."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    raise refusal(value, "bool", name)


def read_boolean(element: Element | None, reader: Reader) -> bool | None:
    """A bool; None for nil."""
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:boolean")
    if text is None:
        return None
    value = _VALUES.get(text)
    if value is None:
        reader.fail(element, "not a value of xs:boolean")
    return value
