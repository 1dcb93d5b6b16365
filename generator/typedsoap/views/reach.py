"""Which types the operations reach, over all services of a package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Use,
)
from typedsoap.contract.bodies import bodies, root_types
from typedsoap.contract.fault_entries import fault_entries, header_fault_entries
from typedsoap.contract.header_blocks import header_blocks
from typedsoap.contract.shapes import (
    content_types,
    derived_types,
    is_mixed,
    nested_elements,
)
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.type_differences import type_difference

Definition = ComplexType | SimpleType


def merge_types(services: Sequence[ServiceInput]) -> dict[QName, Definition]:
    """The named types of all services, once each, in the order they are first declared.

    Raises:
        TypedSoapError: Two services define one name differently.
    """
    merged: dict[QName, Definition] = {}
    conflicts: list[Diagnostic] = []
    for service in services:
        for name, definition in service.contract.schema.types.items():
            known = merged.setdefault(name, definition)
            if known != definition:
                conflicts.append(
                    error(
                        "TS303",
                        f"type '{name}' differs from the one at {known.location}: "
                        + type_difference(definition, known),
                        where=definition.location,
                        hint="take both files from one version of the server, or set "
                        'types = "own" for one of the services',
                    )
                )
    if conflicts:
        raise TypedSoapError(conflicts)
    return merged


def wrapper_type(schema: Schema, name: QName) -> ComplexType | None:
    """The complex type of a wrapper element, anonymous or named."""
    element = schema.elements.get(name)
    definition = schema.definition(element.type) if element else None
    return definition if isinstance(definition, ComplexType) else None


def reached_types(
    services: Sequence[ServiceInput], use: Use | None = None
) -> dict[QName, Definition]:
    """Every named type that an operation, a base or a derivation reaches, in first use.

    No value is of a type that only wrappers have; it is left out.

    Args:
        use: Only what messages reach that are sent in this way.
    """
    merged = merge_types(services)
    derived = derived_types(merged)
    reached: dict[QName, Definition] = {}
    substitutable: set[QName] = set()
    # A stack, not recursion: how deep types refer to types is up to the WSDL.
    pending = [(root, True) for root in _roots(services, use)]
    pending.reverse()
    while pending:
        reference, declared = pending.pop()
        following: list[tuple[TypeReference, bool]] = []
        if isinstance(reference, QName):
            if reference.namespace == XSD_NAMESPACE or reference not in merged:
                continue
            if declared and reference not in substitutable:
                substitutable.add(reference)
                following += [(name, True) for name in derived.get(reference, ())]
            known = reference in reached
            definition = reached.setdefault(reference, merged[reference])
        else:
            known, definition = False, reference
        if not known:
            following += _following(definition)
        pending.extend(reversed(following))
    return reached


def type_references(definition: Definition) -> list[TypeReference]:
    """The types that a type's elements and attributes have, then what it derives from."""
    return [reference for reference, _ in _following(definition)]


def attribute_names(
    services: Sequence[ServiceInput], reached: Mapping[QName, Definition]
) -> list[QName]:
    """The names of all attributes that messages may have."""
    found: list[QName] = []
    pending: list[Definition] = [*reached.values()]
    for service in services:
        for element in service.contract.schema.elements.values():
            if isinstance(element.type, ComplexType):
                pending.append(element.type)
    while pending:
        definition = pending.pop(0)
        if isinstance(definition, ComplexType):
            found += [attribute.name for attribute in definition.attributes]
            pending += [
                element.type
                for element in definition.own_elements()
                if isinstance(element.type, ComplexType)
            ]
    return found


def _following(definition: Definition) -> list[tuple[TypeReference, bool]]:
    """What a type refers to, and whether an element is declared with it."""
    if is_mixed(definition):
        return []
    if isinstance(definition, ComplexType):
        elements: list[tuple[TypeReference, bool]] = [
            (reference, True) for reference in content_types(definition)
        ]
        elements += [(attribute.type, False) for attribute in definition.attributes]
        base = definition.base
        return elements if base is None else [*elements, (base, False)]
    inner = (definition.base, definition.item, *definition.members)
    return [(reference, False) for reference in inner if reference is not None]


def _roots(
    services: Sequence[ServiceInput], use: Use | None
) -> Iterator[TypeReference]:
    for service in services:
        schema = service.contract.schema
        for operation in service.binding.operations:
            yield from root_types(operation, schema, use, spread=True)


def reached_elements(
    services: Sequence[ServiceInput], reached: Mapping[QName, Definition]
) -> list[Element]:
    """Every element of a message but rpc wrappers: Body, header blocks, what they hold."""
    elements: list[Element] = []
    for service in services:
        schema = service.contract.schema
        for operation in service.binding.operations:
            for name in (*operation.elements, *operation.fault_elements):
                elements.append(schema.elements[name])
                wrapper = wrapper_type(schema, name)
                if wrapper is not None:
                    elements.extend(nested_elements(wrapper))
            for message in operation.messages:
                elements.extend(header_blocks(message, schema))
            for entry in (
                *fault_entries(operation, schema),
                *header_fault_entries(operation, schema),
            ):
                elements.extend(entry.elements)
            for body in bodies(operation, schema):
                elements.extend(body.members)
    for definition in reached.values():
        elements.extend(nested_elements(definition))
    return elements
