"""Classes inside of classes, under the names that the contract gives their types."""

from __future__ import annotations

from dataclasses import replace

from typedsoap.bindings.model import Bindings, BoundClass, BoundMember
from typedsoap.contract import ComplexType, Element, QName, Schema, SimpleType
from typedsoap.contract.bodies import detail_name


def with_named_classes(made: Bindings, schema: Schema) -> Bindings:
    """The classes with one under each name that `typedsoap.contract.anonymous` gave."""
    records = dict(made.records)
    elements = dict(made.elements)
    found: dict[QName, BoundClass] = {}
    for name, definition in schema.types.items():
        if isinstance(definition, ComplexType) and name in records:
            records[name] = _named(records[name], definition, schema, found)
    for name, bound in made.elements.items():
        element = schema.elements.get(name)
        path = QName(name.namespace, f"/{name.name}")
        held = schema.types.get(path) if element is None else element.type
        if isinstance(held, QName) and held.name.endswith(path.name):
            # Of a header block; it may have a prefix that tells services apart.
            path, held = held, schema.types.get(held)
        if isinstance(held, ComplexType):
            elements[name] = _named(bound, held, schema, found)
            value = schema.value_types.get(name, path)
            for own in (path, detail_name(name), value):
                if own in schema.types:
                    found[own] = replace(elements[name], name=own, nillable=False)
    return replace(made, records={**records, **found}, elements=elements)


def _named(
    bound: BoundClass,
    definition: ComplexType,
    schema: Schema,
    found: dict[QName, BoundClass],
) -> BoundClass:
    elements = {
        element.name: element for element in definition.declared_elements(written=True)
    }
    members = tuple(
        _member(member, elements.get(member.name), schema, found)
        for member in bound.members
    )
    return replace(bound, members=members)


def _member(
    member: BoundMember,
    element: Element | None,
    schema: Schema,
    found: dict[QName, BoundClass],
) -> BoundMember:
    """A member whose type has the name that its element's type has."""
    if element is None or not isinstance(element.type, QName):
        return member
    definition = schema.types.get(element.type)
    if isinstance(definition, SimpleType):
        # What a reference means has its type by itself.
        if element.reference or not definition.anonymous:
            return member
        return replace(member, type=element.type)
    if not isinstance(member.type, BoundClass) or not isinstance(
        definition, ComplexType
    ):
        return member
    held = _named(member.type, definition, schema, found)
    found[element.type] = replace(held, name=element.type)
    return replace(member, type=element.type)
