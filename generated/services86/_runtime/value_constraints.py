"""Elements with a default or fixed value (XML Schema Part 1 §3.3.4).

An element that is there and empty has that value; one that is absent has none. Values
are given as texts, as the contract has them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from .errors import EncodeError
from .reading import Element, Reader, says_nil

T = TypeVar("T")


def fixed_text(
    text: str,
    fixed: str,
    name: str | int,
    lexical: str | None = None,
    *,
    number: Callable[[str], object] | None = None,
) -> str:
    """The text of an element whose value the contract fixes; another one is refused.

    Args:
        text: What a writer has made of the value.
        fixed: What it would make of the fixed one.
        lexical: The text in the contract, where it is another one.
        number: What tells whether another text means the same, for types with such texts.
    """
    if text != fixed and (number is None or number(text) != number(fixed)):
        raise EncodeError("the contract fixes another value", name)
    return fixed if lexical is None else lexical


def text_beside_default(text: str, name: str | int) -> str:
    """The text of an element with a default, for which an empty one would stand."""
    if not text:
        raise EncodeError(
            "an empty value would be read as the contract's default", name
        )
    return text


def only_writer(
    write: Callable[[T, int], str],
    fixed: str,
    lexical: str | None = None,
    *,
    number: Callable[[str], object] | None = None,
) -> Callable[[T, int], str]:
    """What writes an item of a list in which each has the value that is fixed.

    Args:
        fixed: See `fixed_text`; `lexical` and `number` likewise.
    """

    def write_item(value: T, index: int) -> str:
        return fixed_text(write(value, index), fixed, index, lexical, number=number)

    return write_item


def guarded_writer(write: Callable[[T, int], str]) -> Callable[[T, int], str]:
    """What writes an item of a list, which has a default; see `text_beside_default`."""

    def write_item(value: T, index: int) -> str:
        return text_beside_default(write(value, index), index)

    return write_item


def read_defaulted(
    element: Element | None,
    reader: Reader,
    read: Callable[[Element, Reader], T | None],
    default: str,
) -> T | None:
    """The value of an element; None where it is absent or nil.

    Args:
        default: The text that an empty one stands for.
    """
    if element is None:
        return None
    if not _is_empty(element):
        return read(element, reader)
    return read(_holding(default), reader)


def read_fixed(
    element: Element | None,
    reader: Reader,
    read: Callable[[Element, Reader], object],
    fixed: T,
) -> T | None:
    """The fixed value of an element; None where it is absent or nil.

    Raises:
        ProtocolError: It has another value.
    """
    if element is None:
        return None
    if not _is_empty(element):
        value = read(element, reader)
        if value is None:
            return None
        if value != fixed:
            reader.fail(element, "the contract fixes another value")
    return fixed


def read_same(
    element: Element | None,
    reader: Reader,
    read: Callable[[Element, Reader], T | None],
    fixed: str,
) -> T | None:
    """The value of an element, which has to be that of a text; None where it is absent.

    Raises:
        ProtocolError: It has another value.
    """
    value = read_defaulted(element, reader, read, fixed)
    if element is None or value is None:
        return None
    if value != read(_holding(fixed), reader):
        reader.fail(element, "the contract fixes another value")
    return value


def default_reader(
    read: Callable[[Element, Reader], T | None], default: str
) -> Callable[[Element, Reader], T | None]:
    """What reads an item of a list, which has a default; see `read_defaulted`."""

    def read_item(element: Element, reader: Reader) -> T | None:
        return read_defaulted(element, reader, read, default)

    return read_item


def default_content_reader(
    read: Callable[[Element, Reader], T], default: str
) -> Callable[[Element, Reader], T]:
    """What reads an element with attributes beside its text, which has a default.

    An empty one keeps its attributes; see `read_defaulted`.
    """

    def read_content(element: Element, reader: Reader) -> T:
        if _is_empty(element):
            # The reader knows its attributes by the element itself.
            element.text = default
        return read(element, reader)

    return read_content


def only_reader(
    read: Callable[[Element, Reader], object], fixed: T
) -> Callable[[Element, Reader], T | None]:
    """What reads an item of a list in which each has one value; see `read_fixed`."""

    def read_item(element: Element, reader: Reader) -> T | None:
        return read_fixed(element, reader, read, fixed)

    return read_item


def same_reader(
    read: Callable[[Element, Reader], T | None], fixed: str
) -> Callable[[Element, Reader], T | None]:
    """What reads an item of a list in which each has one value; see `read_same`."""

    def read_item(element: Element, reader: Reader) -> T | None:
        return read_same(element, reader, read, fixed)

    return read_item


def _holding(text: str) -> Element:
    element = etree.Element("value")
    element.text = text
    return element


def _is_empty(element: Element) -> bool:
    return not (len(element) or element.text or says_nil(element))
