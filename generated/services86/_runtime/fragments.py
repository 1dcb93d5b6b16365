"""`XmlFragment`: a piece of XML that the contract does not describe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from lxml import etree

from .xml_parser import PARSER_OPTIONS, Element, is_large, parse_with


@dataclass(frozen=True, slots=True, repr=False)
class XmlFragment:
    """One element as it was received, with every namespace it needs declared.

    Attributes:
        name: The element's expanded name, `{namespace}local`.
        data: The element as UTF-8 XML without an XML declaration.
    """

    name: str
    data: bytes

    @classmethod
    def parse(cls, xml: str | bytes) -> Self:
        """The fragment of an element that is given as XML, bytes in UTF-8.

        Raises:
            ValueError: It is not one well-formed element, or has a document type
                declaration.
        """
        data = xml.encode() if isinstance(xml, str) else xml
        return cls(str(parse_fragment(data).tag), data)

    @property
    def text(self) -> str:
        """The element's own text, without that of elements inside of it.

        Raises:
            ValueError: See `parse`.
        """
        root = parse_fragment(self.data)
        return (root.text or "") + "".join(child.tail or "" for child in root)

    @property
    def attributes(self) -> dict[str, str]:
        """The element's attributes by expanded name, `xsi:type` too.

        Raises:
            ValueError: See `parse`.
        """
        root = parse_fragment(self.data)
        return {str(name): str(value) for name, value in root.items()}

    def __repr__(self) -> str:
        # The content may hold anything, so only its name and size are shown.
        return f"<XmlFragment {self.name} of {len(self.data)} bytes>"


def parse_fragment(data: bytes) -> Element:
    """The element of a fragment; comments and processing instructions are dropped.

    Raises:
        ValueError: It is not one well-formed element, or has a document type declaration.
    """
    parser = etree.XMLParser(huge_tree=is_large(data), **PARSER_OPTIONS)
    try:
        root = parse_with(parser, data)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not one well-formed element ({error.msg})") from None
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type declaration (DOCTYPE) is not allowed")
    return root


def map_fragments(
    items: Iterable[XmlFragment], change: Callable[[str], str]
) -> tuple[XmlFragment, ...]:
    """The fragments with their XML passed through `change`."""
    return tuple(
        XmlFragment(item.name, change(item.data.decode()).encode()) for item in items
    )
