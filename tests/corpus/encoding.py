"""Random messages in SOAP encoding, and what theirs and ours have in common.

Source: SOAP 1.1 §5. A message in it is no instance of a schema, so that none is validated.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.documents import ANY_TYPE, XSI, Documents, say_type
from tests.corpus.envelopes import Envelope
from typedsoap.contract import (
    SOAP_ENCODING,
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
)
from typedsoap.contract.arrays import array_item, is_soap_array

NOT_VALIDATED: Final = "messages in SOAP encoding are no instances of a schema"

_STYLE: Final = "{http://schemas.xmlsoap.org/soap/envelope/}encodingStyle"
_ARRAY_TYPE: Final = f"{{{SOAP_ENCODING}}}arrayType"
_TYPE: Final = f"{{{XSI}}}type"
_NIL: Final = f"{{{XSI}}}nil"


class EncodedDocuments(Documents):
    """Makes structs: accessors in no namespace, without types but for derived ones."""

    def _name(self, declaration: Element, parent: Node | None) -> str:
        if parent is None:
            return super()._name(declaration, parent)
        return declaration.name.name

    def _content(self, draw: Any, node: Node, declaration: Element, depth: int) -> None:
        super()._content(draw, node, declaration, depth)
        if declaration.type == ANY_TYPE:
            say_type(node, QName(XSD_NAMESPACE, "string"))

    def _complex(
        self, draw: Any, node: Node, definition: ComplexType, depth: int
    ) -> None:
        if not is_soap_array(definition):
            super()._complex(draw, node, definition, depth)
            return
        item = array_item(definition)
        for _ in range(self._times(draw, item, depth)):
            self._element(draw, item, node, depth + 1)


def without_types(envelope: Envelope) -> Envelope:
    """An envelope that says no types, and not how it is encoded."""
    content = deepcopy(envelope.content)
    for element in content:
        for node in element.iter():
            for name in (_STYLE, _ARRAY_TYPE, _TYPE):
                node.attrib.pop(name, None)
    return Envelope(envelope.blocks, content)


def untyped(envelope: Envelope) -> str:
    """The first element of a message that says neither its type nor nil; "" for none."""
    for element in envelope.content:
        for node in element.iterdescendants():
            if node.get(_TYPE) is None and node.get(_NIL) is None:
                return str(node.tag)
    return ""
