"""A document beside the contract: which declaration each of its elements has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from typedsoap import contract
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
    all_elements,
    is_enumeration,
    list_item,
    listed_values,
    nested_elements,
    union_members,
)
from typedsoap.schema.annotations import SERIALIZATION
from typedsoap.source.nodes import Element
from typedsoap.verify.lexical import INTEGERS
from typedsoap.verify.xml import qname

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


@dataclass(frozen=True, slots=True)
class Declared:
    """An element of a document and its declaration; None where the contract has none."""

    element: Element
    declaration: contract.Element | None


def declared_blocks(
    elements: Sequence[Element], blocks: Sequence[contract.Element]
) -> tuple[Declared, ...]:
    """Header blocks with what the message declares for them."""
    known = {block.name: block for block in blocks}
    return tuple(Declared(element, known.get(qname(element))) for element in elements)


def declared_body(
    elements: Sequence[Element], declaration: contract.Element | None
) -> tuple[Declared, ...]:
    """Body's content with the one declaration that it may have."""
    expected = None if declaration is None else declaration.name
    return tuple(
        Declared(element, declaration if qname(element) == expected else None)
        for element in elements
    )


def walk(root: Declared, schema: Schema) -> Iterator[Declared]:
    """An element and everything in it, in document order."""
    yield root
    members = {member.name: member for member in members_of(root.declaration, schema)}
    for child in root.element:
        yield from walk(Declared(child, members.get(qname(child))), schema)


def members_of(
    declaration: contract.Element | None, schema: Schema
) -> tuple[contract.Element, ...]:
    """The elements that an element may hold, in schema order, inherited ones first."""
    definition = definition_of(declaration, schema)
    if not isinstance(definition, ComplexType):
        return ()
    return tuple(all_elements(definition, schema))


def definition_of(
    declaration: contract.Element | None, schema: Schema
) -> ComplexType | SimpleType | None:
    """The definition of an element's type; None for a built-in type or no declaration."""
    if declaration is None:
        return None
    return schema.definition(schema.declaration(declaration).type)


def built_in(declaration: contract.Element, schema: Schema) -> QName:
    """The built-in type that a text type comes from; xs:string for a list's items."""
    reference = schema.declaration(declaration).type
    while not isinstance(reference, QName) or reference.namespace != XSD_NAMESPACE:
        definition = schema.definition(reference)
        if not isinstance(definition, SimpleType) or definition.base is None:
            return QName(XSD_NAMESPACE, "string")
        reference = definition.base
    return reference


def text_type(declaration: contract.Element, schema: Schema) -> tuple[str, bool]:
    """What `lexical.scalar` calls the type of a text, and whether a value is a list of it.

    A union is what all of its members come down to, or else a string.
    """
    reference = schema.declaration(declaration).type
    definition = schema.definition(reference)
    if isinstance(reference, QName) and reference in BUILT_IN_ITEMS:
        return BUILT_IN_ITEMS[reference].name, True
    if isinstance(definition, SimpleType) and definition.variety is Variety.LIST:
        item = list_item(definition, schema)
        return ("string" if item is None else _atomic(item, schema)), True
    return _atomic(reference, schema), False


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


def allowed_texts(
    declaration: contract.Element, schema: Schema
) -> frozenset[str] | None:
    """The texts of an enumeration, or those that a list of one is made of.

    None for a type that enumerates nothing.
    """
    definition = definition_of(declaration, schema)
    if not isinstance(definition, SimpleType):
        return None
    item: TypeReference = list_item(definition, schema) or definition
    if not is_enumeration(item, schema):
        return None
    return frozenset(member.value for member in listed_values(item, schema))


def named_elements(schema: Schema) -> frozenset[str]:
    """The elements of a schema, in Clark notation, whose text is a qualified name."""
    elements = [*schema.elements.values()]
    for definition in schema.types.values():
        elements.extend(nested_elements(definition))
    for element in schema.elements.values():
        if isinstance(element.type, ComplexType):
            elements.extend(nested_elements(element.type))
    return frozenset(
        str(element.name)
        for element in elements
        if text_type(element, schema) == ("QName", False)
    )
