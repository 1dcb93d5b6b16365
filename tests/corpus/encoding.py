"""Random messages in SOAP encoding, and what theirs and ours have in common.

Source: SOAP 1.1 §5; SOAP 1.2 part 2 §3. A message in it is no instance of a schema, so
that none is validated.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.documents import ANY_TYPE, Documents
from tests.corpus.envelopes import NAMESPACES, Envelope
from tests.corpus.node_names import XSI, say_type
from typedsoap.contract import (
    SOAP_12_ENCODING,
    SOAP_12_RPC,
    SOAP_ENCODING,
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
)
from typedsoap.contract.arrays import array_item, is_soap_array

NOT_VALIDATED: Final = "messages in SOAP encoding are no instances of a schema"

_RESULT: Final = f"{{{SOAP_12_RPC}}}result"
_TYPE: Final = f"{{{XSI}}}type"
_TYPES: Final = (
    *(f"{{{namespace}}}encodingStyle" for namespace in NAMESPACES.values()),
    f"{{{SOAP_ENCODING}}}arrayType",
    f"{{{SOAP_12_ENCODING}}}itemType",
    f"{{{SOAP_12_ENCODING}}}arraySize",
    _TYPE,
)
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
    """An envelope that says no types, not how it is encoded, and no name of a result."""
    content = deepcopy(envelope.content)
    for element in content:
        for named in element.findall(_RESULT):
            element.remove(named)
        for node in element.iter():
            for name in _TYPES:
                node.attrib.pop(name, None)
    return Envelope(envelope.blocks, content)


def untyped(envelope: Envelope) -> str:
    """The first element of a message that says neither its type nor nil; "" for none."""
    for element in envelope.content:
        for node in element.iterdescendants():
            says = node.get(_TYPE) or node.get(_NIL)
            if says is None and node.tag != _RESULT:
                return str(node.tag)
    return ""
