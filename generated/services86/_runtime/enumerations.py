"""Enumerations, and flags: `xs:list` of an enumeration."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final, TypeVar, cast

from .enums import OpenEnum
from .errors import EncodeError
from .namespaces import WHITE_SPACE
from .reading import Element, Reader
from .strings import escape, read_string
from .writing import expect_set, refusal

E = TypeVar("E", bound=OpenEnum)

# Sets that were read before: the same few come over and over. A server that sends ever
# others fills it once and for all.
_SETS: Final[dict[tuple[type[OpenEnum], str], frozenset[OpenEnum]]] = {}
_MOST_SETS: Final = 4096

_WORD: Final = re.compile(f"[^{WHITE_SPACE}]+")


def write_enumeration(value: E, cls: type[E], name: str | int) -> str:
    """A member of `cls`, also one that is not known; a plain str is refused."""
    if not isinstance(value, cls):
        raise refusal(value, cls.__name__, name)
    return escape(value.value)


def read_enumeration(element: Element | None, reader: Reader, cls: type[E]) -> E | None:
    """A member of `cls`; None for nil. A text that is not known is an error if strict."""
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    return _member(element, reader, cls, text.strip(WHITE_SPACE))


def read_listed(
    element: Element | None, reader: Reader, *classes: type[E]
) -> E | str | None:
    """The member of one of these classes that a text is, or else the text.

    This is a union with texts that nothing lists; None for nil.
    """
    text = read_string(element, reader)
    if text is None:
        return None
    found = (cls.known(text) for cls in classes)
    return next((member for member in found if member is not None), text)


def write_flags(value: AbstractSet[E], cls: type[E], name: str | int) -> str:
    """A set of members in the schema's order, then those that are not known."""
    chosen = expect_set(value, name)
    for member in chosen:
        if not isinstance(member, cls):
            raise refusal(member, f"a set of {cls.__name__}", name)
        if not member.is_known and not _WORD.fullmatch(member.value):
            raise EncodeError("a flag is one word without white space", name)
    listed = [member.value for member in cls if member in chosen]
    if len(listed) != len(chosen):
        listed += sorted(member.value for member in chosen if not member.is_known)
    return escape(" ".join(listed))


def read_flags(
    element: Element | None, reader: Reader, cls: type[E]
) -> frozenset[E] | None:
    """A set of members, empty for an empty element; None for nil."""
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    known = _SETS.get((cls, text))
    if known is not None:
        return cast("frozenset[E]", known)
    # Nothing else of ASCII that str.split() splits at can occur in XML.
    words = text.split() if text.isascii() else _WORD.findall(text)
    members = frozenset([_member(element, reader, cls, word) for word in words])
    if len(_SETS) < _MOST_SETS and all(member.is_known for member in members):
        _SETS[cls, text] = members
    return members


def _member(element: Element, reader: Reader, cls: type[E], text: str) -> E:
    member = cls.known(text)
    if member is not None:
        return member
    if reader.strict:
        reader.fail(element, f"the contract's {cls.__name__} does not know this value")
    return cls(text)
