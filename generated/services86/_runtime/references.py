"""References between the elements of a message.

Source: SOAP 1.1, section 5.4.1; SOAP 1.2 part 2, section 3.1.5.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, NoReturn

from lxml import etree

from .errors import ProtocolError
from .namespaces import SOAP_12_ENCODING, WHITE_SPACE
from .reading import Element, element_path

# As deep as the elements of a message may be; this is told of them as if written out.
_DEPTH: Final = 128


class Links(NamedTuple):
    """The attributes by which elements refer to one another.

    Attributes:
        id: The expanded name of the one that names an element.
        reference: That of the one that refers to it.
        name: How people call the latter.
        refers: Whether an element below another one refers to something.
        targets: The elements below another one that have a name.
    """

    id: str
    reference: str
    name: str
    refers: Callable[[Element], bool]
    targets: Callable[[Element], list[Element]]


_PREFIXES: Final = {"enc": SOAP_12_ENCODING}

LINKS_11: Final = Links(
    "id",
    "href",
    "href",
    etree.XPath("boolean(descendant::*/@href)"),
    etree.XPath("descendant::*[@id]"),
)
LINKS_12: Final = Links(
    f"{{{SOAP_12_ENCODING}}}id",
    f"{{{SOAP_12_ENCODING}}}ref",
    "enc:ref",
    etree.XPath("boolean(descendant::*/@enc:ref)", namespaces=_PREFIXES),
    etree.XPath("descendant::*[@enc:id]", namespaces=_PREFIXES),
)


class References:
    """What the elements of one message refer to.

    Args:
        links: The attributes that say it.
        targets: The elements that can be referred to, by id.
    """

    __slots__ = ("_targets", "links")

    def __init__(
        self, links: Links, targets: Mapping[str, Element] | None = None
    ) -> None:
        self.links = links
        self._targets = targets or {}

    @classmethod
    def of(cls, body: Element, links: Links, *, elements: int, size: int) -> References:
        """The references below an element, each of which has been followed once.

        Args:
            elements: How many elements there may be if each reference is replaced by what
                it means.
            size: How many characters of text there may be then.

        Raises:
            ProtocolError: An id is there twice, a reference has no target, is part of
                what it refers to, or means too much.
        """
        if not links.refers(body):
            return cls(links)
        targets: dict[str, Element] = {}
        for element in links.targets(body):
            first = targets.setdefault(element.get(links.id) or "", element)
            if first is not element:
                raise ProtocolError("an id that is there twice", element_path(element))
        found = cls(links, targets)
        _Extents(found, elements, size).check(body)
        return found

    def target(self, element: Element) -> Element:
        """The element that has the value of this one: itself, unless it refers to it.

        Raises:
            ProtocolError: There is none in the message.
        """
        while element.get(self.links.reference) is not None:
            element = self.direct(element)
        return element

    def direct(self, element: Element) -> Element:
        """The element that one refers to, which may refer to another as well.

        Raises:
            ProtocolError: There is none in the message.
        """
        said = element.get(self.links.reference) or ""
        # A URI in SOAP 1.1. A name in SOAP 1.2, which PHP writes like such a URI.
        if self.links is LINKS_12 or said.startswith("#"):
            target = self._targets.get(said.removeprefix("#"))
            if target is not None:
                return target
        message = f"{self.links.name} to an element that is not in the message"
        raise ProtocolError(message, element_path(element))


class _Extent(NamedTuple):
    """What an element is if each reference is replaced by what it means."""

    elements: int
    size: int
    depth: int


class _Extents:
    """Adds up what elements are, each target once."""

    def __init__(self, references: References, elements: int, size: int) -> None:
        self._references = references
        self._name = references.links.name
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
        links = self._references.links
        follow = self._sum if element.get(links.reference) is None else self._referred
        if element.get(links.id) is None:
            return follow(element, depth)
        self._open.add(element)
        extent = self._known[element] = follow(element, depth)
        self._open.discard(element)
        return extent

    def _referred(self, element: Element, depth: int) -> _Extent:
        if len(element) or (element.text or "").strip(WHITE_SPACE):
            self._fail(element, f"an element with {self._name} and content")
        target = self._references.direct(element)
        if target in self._open:
            self._fail(element, f"{self._name} to an element that it is part of")
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
