"""What a type definition of the contract is for Python: record, array, dictionary, ..."""

from __future__ import annotations

from typedsoap.contract import (
    ComplexType,
    Compositor,
    Element,
    Group,
    SimpleType,
    Variety,
)
from typedsoap.views.model import Kind


def kind_of(definition: ComplexType | SimpleType) -> Kind | None:
    """What a named type becomes; None for a restriction that is just its base."""
    if isinstance(definition, SimpleType):
        if definition.variety is Variety.LIST:
            return Kind.FLAGS
        return Kind.ENUMERATION if definition.enumerations else None
    if definition.is_dictionary:
        return Kind.DICTIONARY
    return Kind.ARRAY if is_array(definition) else Kind.RECORD


def is_array(definition: ComplexType) -> bool:
    """Whether a type is the `ArrayOf…` idiom: one repeated element and nothing else."""
    content = definition.content
    return (
        definition.name is not None
        and definition.name.name.startswith("ArrayOf")
        and definition.base is None
        and not definition.attributes
        and isinstance(content, Group)
        and content.compositor is Compositor.SEQUENCE
        and len(content.particles) == 1
        and isinstance(content.particles[0], Element)
        and content.particles[0].max_occurs is None
    )


def array_item(definition: ComplexType | SimpleType) -> Element:
    """The repeated element of an array type.

    Raises:
        LookupError: It is no array type.
    """
    if not isinstance(definition, ComplexType) or not is_array(definition):
        raise LookupError(f"{definition.name} is no array")
    return next(definition.own_elements())


def dictionary_members(
    definition: ComplexType | SimpleType,
) -> tuple[Element, Element, Element]:
    """The pair element of a dictionary type, its key and its value.

    Raises:
        LookupError: It has not the shape of a dictionary.
    """
    if isinstance(definition, ComplexType):
        pair = next(definition.own_elements(), None)
        if pair is not None and isinstance(pair.type, ComplexType):
            members = tuple(pair.type.own_elements())
            if len(members) == 2:
                return pair, members[0], members[1]
    raise LookupError(f"{definition.name} has not the shape of a dictionary")
