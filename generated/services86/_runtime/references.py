"""References between the elements of a message: SOAP 1.1, section 5.4.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, NoReturn

from lxml import etree

from .errors import ProtocolError
from .namespaces import WHITE_SPACE
from .reading import Element, element_path

refers: Final = etree.XPath("boolean(descendant::*/@href)")
"""Whether an element below another one refers to something."""

_WITH_ID: Final = etree.XPath("descendant::*[@id]")
# As deep as the elements of a message may be; this is told of them as if written out.
_DEPTH: Final = 128


class References:
    """What the elements of one message refer to.

    Args:
        targets: The elements that can be referred to, by id.
    """

    __slots__ = ("_targets",)

    def __init__(self, targets: Mapping[str, Element] | None = None) -> None:
        self._targets = targets or {}

    @classmethod
    def of(cls, body: Element, *, elements: int, size: int) -> References:
        """The references below an element, each of which has been followed once.

        Args:
            elements: How many elements there may be if each reference is replaced by what
                it means.
            size: How many characters of text there may be then.

        Raises:
            ProtocolError: An id is there twice, a reference has no target, is part of
                what it refers to, or means too much.
        """
        if not refers(body):
            return cls()
        targets: dict[str, Element] = {}
        for element in _WITH_ID(body):
            first = targets.setdefault(element.get("id") or "", element)
            if first is not element:
                raise ProtocolError("an id that is there twice", element_path(element))
        found = cls(targets)
        _Extents(found, elements, size).check(body)
        return found

    def target(self, element: Element) -> Element:
        """The element that has the value of this one: itself, unless it has `href`.

        Raises:
            ProtocolError: There is none in the message.
        """
        while element.get("href") is not None:
            element = self.direct(element)
        return element

    def direct(self, element: Element) -> Element:
        """The element that one with `href` refers to, which may have `href` as well.

        Raises:
            ProtocolError: There is none in the message.
        """
        href = element.get("href") or ""
        target = self._targets.get(href[1:]) if href.startswith("#") else None
        if target is None:
            message = "href to an element that is not in the message"
            raise ProtocolError(message, element_path(element))
        return target


class _Extent(NamedTuple):
    """What an element is if each reference is replaced by what it means."""

    elements: int
    size: int
    depth: int


class _Extents:
    """Adds up what elements are, each target once."""

    def __init__(self, references: References, elements: int, size: int) -> None:
        self._references = references
        self._elements = elements
        self._size = size
        self._known: dict[Element, _Extent] = {}
        self._open: set[Element] = set()

    def check(self, body: Element) -> None:
        """Refuse a Body that is too much, or that has no end."""
        self._of(body, 1)

    def _of(self, element: Element, depth: int) -> _Extent:
        """The extent of an element.

        Args:
            depth: How deep it is, so that this ends before the interpreter's stack does.
        """
        known = self._known.get(element)
        if depth + (0 if known is None else known.depth - 1) > _DEPTH:
            self._fail(element, f"references nested more than {_DEPTH} deep")
        if known is not None:
            return known
        follow = self._sum if element.get("href") is None else self._referred
        if element.get("id") is None:
            return follow(element, depth)
        self._open.add(element)
        extent = self._known[element] = follow(element, depth)
        self._open.discard(element)
        return extent

    def _referred(self, element: Element, depth: int) -> _Extent:
        if len(element) or (element.text or "").strip(WHITE_SPACE):
            self._fail(element, "an element with href and content")
        target = self._references.direct(element)
        if target in self._open:
            self._fail(element, "href to an element that it is part of")
        return self._of(target, depth + 1)

    def _sum(self, element: Element, depth: int) -> _Extent:
        elements, size, height = 1, len(element.text or ""), 0
        for child in element.iterchildren("*"):
            inner = self._of(child, depth + 1)
            elements += inner.elements
            size += inner.size
            height = max(height, inner.depth)
            if elements > self._elements:
                what = f"element_limit={self._elements} elements"
                self._fail(child, f"references that mean more than {what}")
            if size > self._size:
                what = f"reply_limit={self._size} characters"
                self._fail(child, f"references that mean more than {what}")
        return _Extent(elements, size, height + 1)

    def _fail(self, element: Element, message: str) -> NoReturn:
        raise ProtocolError(message, element_path(element))
