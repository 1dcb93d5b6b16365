"""A document beside the contract: which declaration each of its elements has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typedsoap import contract
from typedsoap.contract import XSD_NAMESPACE, ComplexType, QName, Schema, SimpleType
from typedsoap.contract.shapes import all_elements
from typedsoap.source.nodes import Element
from typedsoap.verify.xml import qname


@dataclass(frozen=True, slots=True)
class Declared:
    """An element of a document and its declaration; None where the contract has none."""

    element: Element
    declaration: contract.Element | None


def declared_blocks(
    elements: Sequence[Element], names: Sequence[QName], schema: Schema
) -> tuple[Declared, ...]:
    """Header blocks with the global elements that `names` allows."""
    return tuple(
        Declared(
            element,
            schema.elements.get(qname(element)) if qname(element) in names else None,
        )
        for element in elements
    )


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


def allowed_texts(
    declaration: contract.Element, schema: Schema
) -> tuple[bool, frozenset[str]] | None:
    """The texts of an enumeration, and whether a value is a list of them.

    None for a type that enumerates nothing.
    """
    definition = definition_of(declaration, schema)
    if not isinstance(definition, SimpleType):
        return None
    item = definition
    is_list = definition.item is not None
    if definition.item is not None:
        resolved = schema.definition(definition.item)
        if not isinstance(resolved, SimpleType):
            return None
        item = resolved
    if not item.enumerations:
        return None
    return is_list, frozenset(member.value for member in item.enumerations)
