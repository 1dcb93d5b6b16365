"""Helpers of generated readers: nil, unknown and missing elements, `xsi:type`, places.

A reader has the form `read(element, reader)`. Readers of text return None for an element
that is absent or nil; readers of content are called through `read_optional`, or where
`is_nil` has been looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final, NoReturn, Protocol, TypeAlias, TypeVar, cast

from lxml import etree

from .errors import ProtocolError
from .namespaces import WHITE_SPACE, XSI, XSI_NIL, XSI_TYPE
from .versions import ENCODING_STYLES, SOAP_12, SOAP_VERSIONS

# lxml has no public name for the class of its elements.
Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]

_NIL: Final = [(XSI_NIL, "true")]

# SOAP 1.1, section 4.2; SOAP 1.2 part 1, section 5.2
_OF_BLOCKS: Final = frozenset(
    {f"{{{SOAP_12.namespace}}}relay"}.union(
        *((version.role, version.must_understand) for version in SOAP_VERSIONS.values())
    )
)

T = TypeVar("T")


class _New(Protocol):
    def __call__(self, cls: type[T], /) -> T: ...


new: _New = cast("_New", object.__new__)
"""A new object of a generated class whose fields the caller sets, all of them."""


def is_nil(element: Element) -> bool:
    """Whether an element is empty and says `xsi:nil`."""
    return not len(element) and _is_nil(element)


def _is_nil(element: Element) -> bool:
    # In this order: most elements have no attributes, or just this one.
    attributes = element.items()
    if not attributes or (attributes != _NIL and not says_nil(element)):
        return False
    text = element.text
    return not text or not text.strip(WHITE_SPACE)


def says_nil(element: Element) -> bool:
    """Whether an element says `xsi:nil`, whatever its content is."""
    return (element.get(XSI_NIL) or "").strip(WHITE_SPACE) in ("true", "1")


def read_optional(
    element: Element | None, reader: Reader, read: Callable[[Element, Reader], T]
) -> T | None:
    """The content of an element; None where it is absent or nil."""
    if element is None or (not len(element) and _is_nil(element)):
        return None
    return read(element, reader)


class Reader:
    """The state of reading one message.

    Attributes:
        strict: Whether elements, attributes and values that the contract does not list
            are errors.
        missing: The error for the first required member that was not there.
        attributes: The names of the attributes that the contract lists for an element;
            None where it allows any. Kept if strict, for elements that may have some.
    """

    __slots__ = ("attributes", "missing", "strict")

    known: ClassVar[frozenset[str]] = frozenset()
    """The attributes that every element in Body may have."""

    def __init__(self, strict: bool = False) -> None:
        self.strict = strict
        self.missing: ProtocolError | None = None
        self.attributes: dict[Element, frozenset[str] | None] = {}

    def fail(self, element: Element, message: str) -> NoReturn:
        """Raise a `ProtocolError` at an element."""
        raise ProtocolError(message, element_path(element))

    def unknown(self, child: Element) -> None:
        """Skip an element that the contract does not list; an error if strict."""
        if self.strict:
            self.fail(child, "the contract does not know this element")

    def unknown_attributes(
        self, blocks: Iterable[Element], body: Iterable[Element]
    ) -> None:
        """Skip attributes that the contract does not list; an error if strict.

        Those of XML Schema itself and of SOAP are known everywhere. Content of an element
        that says `xsi:nil` is an error, too.
        """
        if not self.strict:
            return
        for block in blocks:
            self._check_attributes(block, _OF_BLOCKS | self.known)
            self.unknown_attributes((), block)
        for element in body:
            for inner in element.iter():
                self._check_attributes(inner, self.known)

    def _check_attributes(self, element: Element, known: frozenset[str]) -> None:
        listed = self.attributes.get(element, known)
        if listed is None:
            listed = frozenset(map(str, element.attrib))
        for name in element.attrib:
            if not (
                name.startswith(f"{{{XSI}}}")
                or name in ENCODING_STYLES
                or name in known
                or name in listed
            ):
                self.fail(element, f"the contract does not know the attribute {name}")
        if says_nil(element) and not is_nil(element):
            self.fail(element, "xsi:nil with content")

    def required(self, value: T | None, element: Element, name: str) -> T:
        """The value of a required member, which nil and absence are not.

        A reply that says "failed" may lack what a success must have, so a missing one is
        noted, and raised by `raise_missing` after the failure checks.
        """
        if value is None and self.missing is None:
            path = f"{element_path(element)}/{name}"
            text = "a required value is missing"
            if is_nil(element):
                # The element in Body: any other one that is nil is not read.
                text += "; the element that should hold it is nil"
            self.missing = ProtocolError(text, path)
        # No caller sees a None: raise_missing comes before that.
        return cast("T", value)

    def not_nil(self, value: T | None, element: Element) -> T:
        """The value of a body element that may not be nil; see `required`."""
        if value is None and self.missing is None:
            path = element_path(element)
            self.missing = ProtocolError("a required value is missing", path)
        return cast("T", value)

    def raise_missing(self) -> None:
        """Raise the first error that `required` noted, if any."""
        if self.missing is not None:
            raise self.missing

    def link(self, body: Element, *, elements: int, size: int) -> None:
        """Find what elements of Body refer to: nothing, unless it is encoded."""

    def target(self, element: Element) -> Element:
        """Where the value of an element is: in itself, unless it is encoded."""
        return element

    @classmethod
    def roots(cls, body: Element) -> Sequence[Element]:
        """The elements of Body that are there for themselves: all, unless encoded."""
        return body[:]

    def accessors(self, element: Element) -> Sequence[Element]:
        """The children of a struct that are its members: all, unless encoded."""
        return element[:]

    def expect_whole(self, element: Element) -> None:
        """Refuse an element whose content is elsewhere: none, unless it is encoded."""

    def is_called(self, element: Element, name: str) -> bool:
        """Whether an element in Body has the expanded name that it must have."""
        return element.tag == name

    def named(
        self, children: Element | Sequence[Element], tag: str
    ) -> Iterable[Element]:
        """The children of an element, or some of them, that have a name."""
        if isinstance(children, Sequence):
            return (child for child in children if child.tag == tag)
        return children.iterchildren(tag)

    def occurrences(self, element: Element, tag: str) -> Iterable[Element]:
        """The children of an array that have its item's name; others are not known."""
        if self.strict:
            for child in element:
                if child.tag != tag:
                    self.unknown(child)
        return element.iterchildren(tag)

    def nil_item(self, item: Element) -> NoReturn:
        """Refuse a nil item of a list whose items may not be None."""
        self.fail(item, "a nil item; the contract's users expect every item to be set")

    def resolve_type(self, element: Element) -> str | None:
        """The expanded name that `xsi:type` gives, or None where there is none."""
        value = element.get(XSI_TYPE) if element.values() else None
        if value is None:
            return None
        return self.resolve_name(element, value, "xsi:type")

    def resolve_name(self, element: Element, value: str, what: str) -> str:
        """The expanded name that a prefixed name in an attribute stands for.

        Args:
            what: What the name is, for people.
        """
        prefix, colon, local = value.strip(WHITE_SPACE).rpartition(":")
        namespace = element.nsmap.get(prefix or None)
        if namespace is None and colon:
            self.fail(element, f"{what} has a prefix that is not declared")
        return f"{{{namespace}}}{local}" if namespace else local

    def expect_type(self, element: Element, name: str) -> None:
        """Refuse an `xsi:type` other than `name`, for a type without derived types."""
        if element.values() and self.resolve_type(element) not in (None, name):
            self.wrong_type(element, name)

    def wrong_type(self, element: Element, name: str) -> NoReturn:
        """Refuse an `xsi:type` that is neither `name` nor derived from it."""
        found = self.resolve_type(element)
        self.fail(element, f"xsi:type says {found}, expected {name} or a derived type")

    def abstract_type(self, element: Element, name: str) -> NoReturn:
        """Refuse an element of an abstract type that does not say which derived one."""
        if self.resolve_type(element) not in (None, name):
            self.wrong_type(element, name)
        self.fail(element, f"{name} is abstract, and xsi:type says no derived type")


def element_path(element: Element) -> str:
    """Where an element is: local names from Body or Header down, positions from 1."""
    steps: list[str] = []
    node: Element | None = element
    while node is not None:
        parent = node.getparent()
        step = etree.QName(node).localname
        if parent is not None:
            twins = [child for child in parent if child.tag == node.tag]
            if len(twins) > 1:
                step += f"[{twins.index(node) + 1}]"
        steps.append(step)
        node = parent
    # The envelope itself tells nothing.
    return "/".join(reversed(steps[:-1] or steps))
