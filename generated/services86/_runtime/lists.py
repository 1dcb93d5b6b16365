"""`xs:list`: values of a simple type in one text, with white space between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from .errors import EncodeError
from .namespaces import WHITE_SPACE
from .reading import Element, Reader
from .strings import read_string, read_token, write_token
from .writing import expect_sequence

T = TypeVar("T")

_WORD: Final = re.compile(f"[^{WHITE_SPACE}]+")
_ESCAPED_RETURN: Final = "&#13;"


def write_list(
    value: Sequence[T], write: Callable[[T, str | int], str], name: str | int
) -> str:
    """The items with a blank between them; an item's text has to be one word.

    Args:
        write: Writes an item.
    """
    try:
        return " ".join(
            [
                _word(write(item, index), index)
                for index, item in enumerate(expect_sequence(value))
            ]
        )
    except EncodeError as error:
        raise error.inside(name) from error.__cause__


def read_list(
    element: Element | None,
    reader: Reader,
    read: Callable[[Element, Reader], T | None],
) -> list[T] | None:
    """The items, none for an empty element; None for nil.

    Args:
        read: Reads an item, from an element that holds nothing else.
    """
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    items: list[T] = []
    # Readers take elements: each word is for a moment all that this one holds, so that
    # errors tell the right place.
    for word in _WORD.findall(text):
        element.text = word
        item = read(element, reader)
        if item is not None:
            items.append(item)
    element.text = text
    return items


def write_tokens(value: Sequence[str], name: str | int) -> str:
    """A list of texts without white space: `xs:NMTOKENS` and its like."""
    return write_list(value, write_token, name)


def read_tokens(element: Element | None, reader: Reader) -> list[str] | None:
    """A list of texts; None for nil."""
    return read_list(element, reader, read_token)


def _word(text: str, index: int) -> str:
    if _WORD.fullmatch(text) is None or _ESCAPED_RETURN in text:
        raise EncodeError("an item of a list is one word without white space", index)
    return text
