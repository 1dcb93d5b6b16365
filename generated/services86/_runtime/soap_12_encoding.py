"""SOAP 1.2 encoding: what is other than in that of SOAP 1.1.

Source: SOAP 1.2 part 2, sections 3 and 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .encoding import EncodedReader
from .namespaces import SOAP_12_ENCODING, SOAP_12_RPC, WHITE_SPACE
from .reading import Element
from .references import LINKS_12
from .writing import expect_sequence

_ITEM_TYPE: Final = f"{{{SOAP_12_ENCODING}}}itemType"
_SIZE: Final = f"{{{SOAP_12_ENCODING}}}arraySize"
_NODE_TYPE: Final = f"{{{SOAP_12_ENCODING}}}nodeType"
_RESULT: Final = f"{{{SOAP_12_RPC}}}result"
# As many digits as a count of elements can have: what is more is no count of any.
_COUNT: Final = re.compile(r"[0-9]{1,18}")


def write_item_type(out: list[str], item: str, items: Sequence[object]) -> None:
    """Add the type of an array to the start tag that was appended last (section 3.1.6).

    Args:
        item: The prefixed name of the items' type.
    """
    size = len(expect_sequence(items))
    start = f'{out[-1][:-1]} xsi:type="enc:Array"'
    out[-1] = f'{start} enc:itemType="{item}" enc:arraySize="{size}">'


class Soap12EncodedReader(EncodedReader):
    """Reads a message in SOAP 1.2 encoding."""

    __slots__ = ()

    known = frozenset((LINKS_12.id, LINKS_12.reference, _ITEM_TYPE, _SIZE, _NODE_TYPE))
    links = LINKS_12
    general = EncodedReader.general | {
        f"{{{SOAP_12_ENCODING}}}{name}" for name in ("Array", "Struct")
    }

    def accessors(self, element: Element) -> Sequence[Element]:
        """The children of a struct but for the name of the result (section 4.2.1)."""
        return [child for child in element if child.tag != _RESULT]

    @classmethod
    def roots(cls, body: Element) -> Sequence[Element]:
        """The first element of Body, and others that nothing can refer to.

        .NET has what it refers to beside the answer, as in SOAP 1.1.
        """
        return [
            child
            for number, child in enumerate(body)
            if number == 0 or LINKS_12.id not in child.attrib
        ]

    def expect_list(self, element: Element) -> None:
        """Refuse an array of other than one dimension, or of other than its own size."""
        size = (element.get(_SIZE) or "*").strip(WHITE_SPACE)
        if size == "*":
            return
        if len(size.split()) > 1:
            self.fail(element, "an array of several dimensions, expected one")
        if _COUNT.fullmatch(size) is None:
            self.fail(element, "the arraySize is no number of elements")
        if int(size) != len(element):
            self.fail(element, f"an array of {int(size)} items that has {len(element)}")

    def item_type(self, element: Element) -> str | None:
        """The type that an array says of its items; None for none."""
        name = element.get(_ITEM_TYPE)
        return None if name is None else self.resolve_name(element, name, "itemType")
