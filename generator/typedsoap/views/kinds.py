"""What each type of a contract becomes in Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from typedsoap.contract import ComplexType, QName, Schema, SimpleType, Variety
from typedsoap.contract.arrays import is_collection
from typedsoap.contract.shapes import (
    is_enumeration,
    is_mixed,
    list_item,
    listing_members,
)
from typedsoap.views.choices import is_choice
from typedsoap.views.model import Kind
from typedsoap.views.scalars import scalar


def kind_of(definition: ComplexType | SimpleType, schema: Schema) -> Kind | None:
    """What a named type becomes; None for one that needs no code of its own."""
    if is_choice(definition):
        return Kind.CHOICE
    if isinstance(definition, SimpleType):
        match definition.variety:
            case Variety.LIST:
                item = list_item(definition, schema)
                if scalar(schema, definition) is not None:
                    return None
                return Kind.FLAGS if is_enumeration(item, schema) else Kind.LIST
            case Variety.UNION:
                return Kind.UNION if listing_members(definition, schema) else None
            case Variety.ATOMIC:
                is_class = is_enumeration(definition, schema)
                return Kind.ENUMERATION if is_class else None
    if is_mixed(definition):
        return None
    if definition.is_dictionary:
        return Kind.DICTIONARY
    return Kind.ARRAY if is_collection(definition) else Kind.RECORD


def derivable_types(
    reached: Mapping[QName, ComplexType | SimpleType], declared: Collection[QName]
) -> frozenset[QName]:
    """The types that a derived one may stand in for.

    Args:
        reached: Every type that there is.
        declared: The types that some element is declared with.
    """
    bases = (
        definition.base
        for definition in reached.values()
        if isinstance(definition, ComplexType) and not definition.anonymous
    )
    return frozenset(base for base in bases if base is not None and base in declared)
