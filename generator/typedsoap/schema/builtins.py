"""What needs no schema document: the built-in types and well-known vocabularies."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import XML_NAMESPACE, XSD_NAMESPACE, QName
from typedsoap.contract.encodings import SOAP_ENCODINGS
from typedsoap.contract.shapes import BUILT_IN_ITEMS

ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")
ANY_SIMPLE_TYPE: Final = QName(XSD_NAMESPACE, "anySimpleType")
STRING: Final = QName(XSD_NAMESPACE, "string")

# XML Schema Part 2 §3, and the types that XML Schema 1.1 adds.
_BUILT_IN_NAMES: Final = (
    "anyType anySimpleType anyAtomicType string boolean decimal float double duration"
    " dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary"
    " anyURI QName NOTATION normalizedString token language NMTOKEN NMTOKENS Name"
    " NCName ID IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger"
    " negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt"
    " unsignedShort unsignedByte positiveInteger dateTimeStamp yearMonthDuration"
    " dayTimeDuration"
)
BUILT_IN_TYPES: Final = frozenset(
    QName(XSD_NAMESPACE, name) for name in _BUILT_IN_NAMES.split()
)
BUILT_IN_LISTS: Final = frozenset(BUILT_IN_ITEMS)


def needs_no_schema(namespace: str) -> bool:
    """Whether a namespace's components are known without its schema document."""
    return namespace in (XSD_NAMESPACE, *SOAP_ENCODINGS)


def is_known_type(name: QName) -> bool:
    """Whether a type may be referred to although no schema document defines it."""
    return name in BUILT_IN_TYPES or name.namespace in SOAP_ENCODINGS


def known_attribute_type(name: QName) -> QName | None:
    """The type of an attribute that no schema document declares; None if unknown."""
    if name.namespace in (XML_NAMESPACE, *SOAP_ENCODINGS):
        return STRING
    return None


def known_element_type(name: QName) -> QName | None:
    """The type of an element that no schema document declares; None if unknown."""
    if name == QName(XSD_NAMESPACE, "schema"):
        return ANY_TYPE
    # SOAP 1.1 §5.2.3: for each built-in type an element of the same name.
    return ANY_TYPE if name.namespace in SOAP_ENCODINGS else None
