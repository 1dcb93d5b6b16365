"""Typed, read-only access to the elements of a parsed document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# lxml has no public name for its element class.
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]
from lxml.etree import tostring

from typedsoap.contract import XML_NAMESPACE, QName
from typedsoap.errors import Location

__all__ = ["Element", "Node", "is_ncname"]

# Namespaces in XML 1.0 §3 over XML 1.0 (fifth edition) §2.3, without the colon.
_NAME_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
_NCNAME: Final = re.compile(
    f"[{_NAME_START}][-.0-9\u00b7\u0300-\u036f\u203f-\u2040{_NAME_START}]*"
)
_WHITE_SPACE: Final = " \t\r\n"


def is_ncname(text: str) -> bool:
    """Whether `text` is an XML name without a colon."""
    return _NCNAME.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Node:
    """An element and the name of the file that it stands in.

    Attributes:
        element: The lxml element; `file` is what messages call its document.
    """

    element: Element
    file: str

    @property
    def tag(self) -> QName:
        """The expanded name of the element."""
        namespace, _, name = str(self.element.tag).rpartition("}")
        return QName(namespace[1:], name)

    @property
    def location(self) -> Location:
        """Where the start tag is."""
        return Location(self.file, self.element.sourceline)

    def attribute(self, name: str, namespace: str = "") -> str | None:
        """The value of an attribute without white space at its ends, or None."""
        value = self.element.get(f"{{{namespace}}}{name}" if namespace else name)
        return None if value is None else value.strip(_WHITE_SPACE)

    def verbatim(self, name: str) -> str | None:
        """The value of an attribute as it is written, or None."""
        return self.element.get(name)

    def words(self, name: str) -> list[str] | None:
        """The words of a list-valued attribute, or None."""
        value = self.element.get(name)
        return None if value is None else value.split()

    def children(self, namespace: str, *names: str) -> Iterator[Node]:
        """The child elements in a namespace, of any of the names or of all."""
        tags = [f"{{{namespace}}}{name}" for name in names or ("*",)]
        for element in self.element.iterchildren(*tags):
            yield Node(element, self.file)

    def child(self, namespace: str, *names: str) -> Node | None:
        """The first of `children`, or None."""
        return next(self.children(namespace, *names), None)

    @property
    def parent_name(self) -> str:
        """The local name of the parent element, "" for a root."""
        parent = self.element.getparent()
        return "" if parent is None else Node(parent, self.file).tag.name

    @property
    def root(self) -> Node:
        """The root element of its document."""
        return Node(self.element.getroottree().getroot(), self.file)

    @property
    def text(self) -> str:
        """All text inside, without white space at its ends."""
        return "".join(str(text) for text in self.element.itertext()).strip(
            _WHITE_SPACE
        )

    def resolve(self, name: str) -> QName | None:
        """The expanded name that a prefixed name means here.

        An unprefixed name is in the default namespace, if there is one, else in none
        (XML Schema Part 2 §3.2.18). None if it is no QName or its prefix is undeclared.
        """
        prefix, colon, local = name.rpartition(":")
        if not is_ncname(local) or (colon and not is_ncname(prefix)):
            return None
        if prefix == "xml":
            return QName(XML_NAMESPACE, local)
        namespace = self.element.nsmap.get(prefix or None)
        if namespace is None:
            return None if prefix else QName("", local)
        return QName(namespace, local)

    def serialised(self) -> bytes:
        """The element as a document of its own, every namespace in scope declared."""
        return tostring(self.element, encoding="UTF-8", with_tail=False)
