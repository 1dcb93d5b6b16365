"""Anonymous types that two contracts put differently below one global element.

Services of one namespace often have a wrapper element of one name with other content.
The wrapper is a service's own, so the anonymous types inside are too, and so is that of
a header block; their names, which come from the path alone, must then tell the services
apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import (
    ComplexType,
    Element,
    Group,
    Particle,
    SimpleType,
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


def with_separate_names(schema: Schema, names: Mapping[QName, QName]) -> Schema:
    """The schema with types renamed."""
    types = {
        names.get(name, name): _renamed(definition, names)
        for name, definition in schema.types.items()
    }
    elements = {
        name: (
            replace(element, type=names.get(element.type, element.type))
            if isinstance(element.type, QName)
            else replace(element, type=_renamed(element.type, names))
        )
        for name, element in schema.elements.items()
    }
    return replace(schema, types=types, elements=elements)


def _owner(name: QName) -> QName | None:
    """The global element that an anonymous type is somewhere inside of."""
    before, _, path = name.name.partition("/")
    element, inside, _ = path.partition("/")
    return QName(name.namespace, element) if inside and not before else None


def _renamed(
    definition: ComplexType | SimpleType, names: Mapping[QName, QName]
) -> ComplexType | SimpleType:
    name = definition.name and names.get(definition.name, definition.name)
    if isinstance(definition, SimpleType):
        return replace(definition, name=name)
    content = definition.content
    return replace(
        definition,
        name=name,
        content=None if content is None else _group(content, names),
        attributes=tuple(
            (
                replace(found, type=names.get(found.type, found.type))
                if isinstance(found.type, QName)
                else found
            )
            for found in definition.attributes
        ),
    )


def _group(group: Group, names: Mapping[QName, QName]) -> Group:
    return replace(
        group,
        particles=tuple(_particle(item, names) for item in group.particles),
        item=group.item and names.get(group.item, group.item),
    )


def _particle(particle: Particle, names: Mapping[QName, QName]) -> Particle:
    if isinstance(particle, Group):
        return _group(particle, names)
    if isinstance(particle, Element) and isinstance(particle.type, QName):
        return replace(particle, type=names.get(particle.type, particle.type))
    return particle
