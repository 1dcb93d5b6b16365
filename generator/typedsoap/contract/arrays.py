"""Types that become lists: the `ArrayOf…` idiom, and the arrays of SOAP encoding."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from typedsoap.contract.kinds import Compositor
from typedsoap.contract.names import (
    SOAP_12_ENCODING,
    SOAP_ENCODING,
    XSD_NAMESPACE,
    QName,
)
from typedsoap.contract.schema import (
    ComplexType,
    Element,
    Group,
    SimpleType,
)

SOAP_ARRAYS: Final = (
    QName(SOAP_ENCODING, "Array"),
    QName(SOAP_12_ENCODING, "Array"),
)
"""The types that SOAP arrays restrict."""


def is_array(definition: ComplexType) -> bool:
    """Whether a type is the `ArrayOf…` idiom: one repeated element and nothing else."""
    content = definition.content
    return (
        definition.name is not None
        and not definition.anonymous
        and definition.name.written.name.startswith("ArrayOf")
        and definition.base is None
        and not definition.mixed
        and not definition.attributes
        and not definition.wildcard_attributes
        and isinstance(content, Group)
        and content.compositor is Compositor.SEQUENCE
        and len(content.particles) == 1
        and isinstance(content.particles[0], Element)
        and content.particles[0].max_occurs is None
    )


def is_soap_array(definition: ComplexType | SimpleType | None) -> bool:
    """Whether a type restricts the array of SOAP 1.1 §5.4.2 or of SOAP 1.2 encoding."""
    return isinstance(definition, ComplexType) and definition.base in SOAP_ARRAYS


def is_collection(definition: ComplexType) -> bool:
    """Whether a type becomes a list: it is an array of either kind."""
    return is_array(definition) or is_soap_array(definition)


def array_item(definition: ComplexType | SimpleType) -> Element:
    """The repeated element of an array type.

    A SOAP array says in `wsdl:arrayType` what its items are (WSDL 1.1 §2.2), or has an
    element for them, or else has any items; their name means nothing.

    Raises:
        LookupError: It is no array type.
    """
    if not isinstance(definition, ComplexType) or not is_collection(definition):
        raise LookupError(f"{definition.name} is no array")
    if not is_soap_array(definition):
        return next(definition.own_elements())
    item = next(definition.own_elements(), None)
    declared = soap_array_type(definition)
    if item is not None and declared is None:
        return replace(item, min_occurs=0, max_occurs=None)
    return Element(
        name=QName("", "item" if item is None else item.name.name),
        type=QName(XSD_NAMESPACE, "anyType") if declared is None else declared[0],
        nillable=True,
        min_occurs=0,
        max_occurs=None,
        location=definition.location,
    )


def soap_array_type(definition: ComplexType) -> tuple[QName, str] | None:
    """What `wsdl:arrayType` says of a SOAP array: the type of its items, and `[]`."""
    types = (attribute.array_type for attribute in definition.attributes)
    return next((found for found in types if found is not None), None)
