"""Types of one name that two contracts define differently, and the names they get instead.

Services of one namespace often have a wrapper element of one name with other content.
The wrapper is a service's own, so the anonymous types inside are too, and so is that of
a header block; their names, which come from the path alone, must then tell the services
apart. So must those of named types, where a service is to have its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    Group,
    Particle,
    SimpleType,
    TypeReference,
)


def separate_names(
    schema: Schema, known: Mapping[QName, ComplexType | SimpleType], prefix: str
) -> dict[QName, QName]:
    """New names for the anonymous types that differ from known ones, and their siblings.

    All types below one global element get new names together, since they refer to one
    another. A global element that a `ref` means keeps its type's name: what refers to it
    is shared.

    Args:
        schema: With names for its anonymous types, see `typedsoap.contract.anonymous`.
        known: The types of the contracts before.
        prefix: What the new names start with, unique for the contract.
    """
    blocks = {
        element.type: element.name
        for element in schema.elements.values()
        if isinstance(element.type, QName)
        and element.type == QName(element.name.namespace, f"/{element.name.name}")
    }
    blocks |= {type_: element for element, type_ in schema.value_types.items()}
    found = {name: blocks.get(name) or _owner(name) for name in schema.types}
    owners = {
        found[name]
        for name, definition in schema.types.items()
        if known.get(name, definition) != definition
    }
    return {
        name: QName(name.namespace, f"{prefix}:{name.name}")
        for name, owner in found.items()
        if owner is not None and owner in owners
    }


def own_names(
    schema: Schema, known: Mapping[QName, ComplexType | SimpleType], prefix: str
) -> dict[QName, QName]:
    """New names for the named types that differ from known ones, and what refers to them.

    Args:
        schema: With names for its anonymous types; those below global elements, which
            `separate_names` looks after, keep theirs.
        known: The types of the contracts before.
        prefix: See `separate_names`.
    """
    names: dict[QName, QName] = {}
    while True:
        types = with_separate_names(schema, names).types
        more = {
            name: QName(name.namespace, f"{prefix}:{name.name}")
            for name, definition in types.items()
            if known.get(name, definition) != definition
            and not name.name.startswith("/")
        }
        if not more:
            return names
        names |= more


def with_separate_names(schema: Schema, names: Mapping[QName, QName]) -> Schema:
    """The schema with types renamed."""
    types = {
        names.get(name, name): _renamed(definition, names)
        for name, definition in schema.types.items()
    }
    elements = {
        name: replace(element, type=_reference(element.type, names))
        for name, element in schema.elements.items()
    }
    values = {n: _name(type_, names) for n, type_ in schema.value_types.items()}
    return replace(schema, types=types, elements=elements, value_types=values)


def _owner(name: QName) -> QName | None:
    """The global element that an anonymous type is somewhere inside of."""
    before, _, path = name.name.partition("/")
    element, inside, _ = path.partition("/")
    return QName(name.namespace, element) if inside and not before else None


def _reference(reference: TypeReference, names: Mapping[QName, QName]) -> TypeReference:
    return (
        _name(reference, names)
        if isinstance(reference, QName)
        else _renamed(reference, names)
    )


def _name(name: QName, names: Mapping[QName, QName]) -> QName:
    return names.get(name, name)


def _renamed(
    definition: ComplexType | SimpleType, names: Mapping[QName, QName]
) -> ComplexType | SimpleType:
    if isinstance(definition, SimpleType):
        return _simple(definition, names)
    return replace(
        definition,
        name=definition.name and _name(definition.name, names),
        base=definition.base and _name(definition.base, names),
        content=definition.content and _group(definition.content, names),
        text=definition.text and _simple(definition.text, names),
        attributes=tuple(_attribute(found, names) for found in definition.attributes),
    )


def _simple(definition: SimpleType, names: Mapping[QName, QName]) -> SimpleType:
    return replace(
        definition,
        name=definition.name and _name(definition.name, names),
        base=definition.base and _reference(definition.base, names),
        item=definition.item and _reference(definition.item, names),
        members=tuple(_reference(member, names) for member in definition.members),
    )


def _attribute(attribute: Attribute, names: Mapping[QName, QName]) -> Attribute:
    array = attribute.array_type
    return replace(
        attribute,
        type=_reference(attribute.type, names),
        array_type=array and (_name(array[0], names), array[1]),
    )


def _group(group: Group, names: Mapping[QName, QName]) -> Group:
    return replace(
        group,
        particles=tuple(_particle(item, names) for item in group.particles),
        item=group.item and _name(group.item, names),
        head=group.head and _element(group.head, names),
    )


def _particle(particle: Particle, names: Mapping[QName, QName]) -> Particle:
    if isinstance(particle, Group):
        return _group(particle, names)
    return _element(particle, names) if isinstance(particle, Element) else particle


def _element(element: Element, names: Mapping[QName, QName]) -> Element:
    return replace(element, type=_reference(element.type, names))
