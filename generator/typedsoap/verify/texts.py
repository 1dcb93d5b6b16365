"""What the simple types of a contract make of a text."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.contract.shapes import (
    BUILT_IN_ITEMS,
    is_enumeration,
    lineage,
    list_item,
    listed_values,
    union_members,
)
from typedsoap.schema.annotations import SERIALIZATION
from typedsoap.verify.lexical import INTEGERS, scalar

_SERIALIZATION: Final = {
    QName(SERIALIZATION, "char"): "char",
    QName(SERIALIZATION, "duration"): "timeSpan",
    QName(SERIALIZATION, "guid"): "guid",
}
# Of numbers of several kinds, the one that has all of them.
_KINDS: Final = dict.fromkeys(INTEGERS, "integer") | {
    "float": "double",
    "double": "double",
}


def text_type(reference: TypeReference, schema: Schema) -> tuple[str, bool]:
    """What `lexical.scalar` calls the type of a text, and whether a value is a list of it.

    A union is what all of its members come down to, or else a string.
    """
    definition = schema.definition(reference)
    if isinstance(reference, QName) and reference in BUILT_IN_ITEMS:
        return BUILT_IN_ITEMS[reference].name, True
    if isinstance(definition, SimpleType) and definition.variety is Variety.LIST:
        item = list_item(definition, schema)
        return ("string" if item is None else _atomic(item, schema)), True
    return _atomic(reference, schema), False


def narrowed_type(definition: ComplexType, schema: Schema) -> SimpleType | None:
    """What a type with simple content makes of the text of its base; None for all of it."""
    links = reversed(lineage(definition, schema))
    return next((link.text for link in links if link.text is not None), None)


def _atomic(reference: TypeReference, schema: Schema) -> str:
    definition = schema.definition(reference)
    if isinstance(definition, SimpleType) and definition.variety is Variety.UNION:
        members = union_members(schema, definition)
        names = {_restricted(member, schema) for member in members}
        kinds = {_KINDS.get(name, "string") for name in names}
        common = names if len(names) == 1 else kinds
        return common.pop() if len(common) == 1 else "string"
    return _restricted(reference, schema)


def _restricted(reference: TypeReference, schema: Schema) -> str:
    """The type that a type restricts; a string for an enumeration and for a list."""
    while not isinstance(reference, QName) or reference.namespace != XSD_NAMESPACE:
        if isinstance(reference, QName) and reference in _SERIALIZATION:
            return _SERIALIZATION[reference]
        definition = schema.definition(reference)
        if (
            not isinstance(definition, SimpleType)
            or definition.base is None
            or is_enumeration(definition, schema)
        ):
            return "string"
        reference = definition.base
    if reference.name == "NOTATION":
        return "QName"  # which is what its values are (Part 2, §3.2.19)
    return "string" if reference in BUILT_IN_ITEMS else reference.name


def enumerated(reference: TypeReference, schema: Schema) -> tuple[str, ...] | None:
    """The texts of an enumeration, or those that a list of one is made of, in order.

    None for a type that enumerates nothing.
    """
    definition = schema.definition(reference)
    if not isinstance(definition, SimpleType):
        return None
    item: TypeReference = list_item(definition, schema) or definition
    if not is_enumeration(item, schema):
        return None
    return tuple(member.value for member in listed_values(item, schema))


def allows(reference: TypeReference, text: str, schema: Schema) -> bool:
    """Whether a simple type allows a text; facets that list no values are not looked at.

    Args:
        text: Of an `xs:QName` its expanded name in Clark notation.
    """
    type_name, is_list = text_type(reference, schema)
    words = text.split() if is_list else [text]
    listed = enumerated(reference, schema)
    if listed is None:
        return all(scalar(type_name, word) is not None for word in words)
    return frozenset(listed).issuperset(words)
