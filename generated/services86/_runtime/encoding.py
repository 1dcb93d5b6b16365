"""SOAP encoding: accessors, arrays, and values that elements refer to.

Source: SOAP 1.1, section 5; `soap_12_encoding` has what is other in SOAP 1.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from lxml import etree

from .members import Members
from .namespaces import SOAP_ENCODING, WHITE_SPACE, XSD
from .reading import Element, Reader
from .references import LINKS_11, Links, References
from .writing import expect_sequence

_ARRAY_TYPE: Final = f"{{{SOAP_ENCODING}}}arrayType"
_ROOT: Final = f"{{{SOAP_ENCODING}}}root"
_PLACES: Final = tuple(f"{{{SOAP_ENCODING}}}{name}" for name in ("offset", "position"))


def write_array_type(out: list[str], item: str, items: Sequence[object]) -> None:
    """Add the type of an array to the start tag that was appended last (§5.4.2).

    Args:
        item: The prefixed name of the items' type.
    """
    size = len(expect_sequence(items))
    start = f'{out[-1][:-1]} xsi:type="soapenc:Array"'
    out[-1] = f'{start} soapenc:arrayType="{item}[{size}]">'


class Accessors(Members):
    """The members of a struct: in any order, whatever their namespaces (§5.1).

    The contract gives a local accessor no namespace, and some servers give it one.

    Args:
        tags: As for `Members`; `repeated` likewise.
        returned: Whether the one member is what an operation returns: an accessor by
            itself has its value whatever its name is (§7.1), unless the reader is strict.
    """

    __slots__ = ("_returned",)

    def __init__(
        self, *tags: str, repeated: Sequence[str] = (), returned: bool = False
    ) -> None:
        super().__init__(*tags, repeated=repeated)
        self._returned = returned

    def of(self, element: Element, reader: Reader) -> Sequence[Element | None]:
        """Where the values of a struct's members are; see `Members.among`."""
        found: list[Element | None] = [None] * len(self._tags)
        children = reader.accessors(element)
        if self._returned and len(children) == 1 and not reader.strict:
            return [reader.target(children[0])]
        for child in children:
            name = etree.QName(child).localname
            place = self._places.get(name)
            if place is None:
                if name not in self.names:
                    reader.unknown(child)
            elif found[place] is None:
                found[place] = reader.target(child)
            else:
                reader.fail(child, "the element occurs twice")
        return found


class EncodedBlocks(Members):
    """The header blocks of a message: each has its value, or refers to it."""

    __slots__ = ()

    def among(
        self, children: Sequence[Element], reader: Reader
    ) -> Sequence[Element | None]:
        """Where the values of the blocks are; see `Members.among`."""
        found = super().among(children, reader)
        return [None if block is None else reader.target(block) for block in found]


class EncodedReader(Reader):
    """Reads a message in the encoding of SOAP 1.1: an element may refer to another."""

    __slots__ = ("_references",)

    known = frozenset(("id", "href", _ARRAY_TYPE, _ROOT, *_PLACES))
    links: ClassVar[Links] = LINKS_11
    """The attributes by which elements refer to one another."""
    general: ClassVar[frozenset[str]] = frozenset(
        (
            *(f"{{{SOAP_ENCODING}}}{name}" for name in ("Array", "Struct")),
            *(f"{{{XSD}}}{name}" for name in ("anyType", "ur-type")),
        )
    )
    """What each value is, whatever its type; it says no more than the contract does."""

    def __init__(self, strict: bool = False) -> None:
        super().__init__(strict)
        self._references = References(self.links)

    def link(self, body: Element, *, elements: int, size: int) -> None:
        """Find what the elements of Body refer to, and that it is no more than allowed.

        Raises:
            ProtocolError: An element refers to nothing, to what holds itself, or to too
                much.
        """
        self._references = References.of(body, self.links, elements=elements, size=size)

    @classmethod
    def roots(cls, body: Element) -> Sequence[Element]:
        """The elements of Body that nothing refers to (§5.6)."""
        return [child for child in body.iterchildren("*") if _is_root(child)]

    def is_called(self, element: Element, name: str) -> bool:
        """Whether an element is the answer: the namespace decides only if strict (§7.1)."""
        if self.strict:
            return element.tag == name
        return etree.QName(element).localname == name.rpartition("}")[2]

    def target(self, element: Element) -> Element:
        """Where the value of an accessor is: it may refer to it (§5.4.1)."""
        return self._references.target(element)

    def expect_whole(self, element: Element) -> None:
        """Refuse an element whose content refers to other elements.

        Raises:
            ProtocolError: It does, so that its XML alone would mean nothing.
        """
        if self.links.refers(element):
            self.fail(element, "a value of any type that refers to other elements")

    def named(
        self, children: Element | Sequence[Element], tag: str
    ) -> Iterable[Element]:
        """The values of the accessors that have a name."""
        for child in children:
            if etree.QName(child).localname == tag:
                yield self.target(child)

    def occurrences(self, element: Element, tag: str) -> Iterator[Element]:
        """The values of an array's items, whose names mean nothing (§5.4.2).

        Raises:
            ProtocolError: It has other than one dimension, or leaves items out.
        """
        self.expect_list(element)
        for child in element.iterchildren("*"):
            self._refuse_place(child)
            yield self.target(child)

    def expect_list(self, element: Element) -> None:
        """Refuse an array that does not say that it is a whole one of one dimension."""
        declared = self._array_type(element)
        if declared is not None and "," in declared[1].rpartition("[")[2]:
            self.fail(element, f"an array of {declared[1]}, expected one dimension")
        self._refuse_place(element)

    def resolve_type(self, element: Element) -> str | None:
        """The type that an element says, or the array that it is an item of.

        None for none, and for one that is true of any struct or array.
        """
        found = super().resolve_type(element)
        parent = element.getparent()
        if found is None and parent is not None:
            found = self.item_type(parent)
        return None if found in self.general else found

    def item_type(self, element: Element) -> str | None:
        """The type that an array says of its items; None for none, or for arrays."""
        declared = self._array_type(element)
        if declared is None or declared[1].count("[") > 1:
            return None
        return declared[0]

    def _array_type(self, element: Element) -> tuple[str, str] | None:
        """What `arrayType` says: the items' type, and the dimensions in brackets."""
        text = element.get(_ARRAY_TYPE)
        if text is None:
            return None
        name, bracket, dimensions = text.strip(WHITE_SPACE).partition("[")
        if not bracket:
            self.fail(element, f"the arrayType {text!r} has no dimension")
        return self.resolve_name(element, name, "arrayType"), bracket + dimensions

    def _refuse_place(self, element: Element) -> None:
        for name in _PLACES:
            if element.get(name) is not None:
                self.fail(element, "an array that is sent in part cannot be read")


def _is_root(element: Element) -> bool:
    """Whether an element is no value that is only there to be referred to (§5.6)."""
    said = element.get(_ROOT)
    if said is not None:
        return said.strip(WHITE_SPACE) in ("1", "true")
    return element.get("id") is None
