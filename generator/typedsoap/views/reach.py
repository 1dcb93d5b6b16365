"""Which types the operations reach, over all services of a package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Element,
    Operation,
    QName,
    Schema,
    SimpleType,
    TypeReference,
)
from typedsoap.errors import TypedSoapError, error
from typedsoap.views.inputs import ServiceInput

Definition = ComplexType | SimpleType


def merge_types(services: Sequence[ServiceInput]) -> dict[QName, Definition]:
    """The named types of all services, once each, in the order they are first declared.

    Raises:
        TypedSoapError: Two services define one name differently.
    """
    merged: dict[QName, Definition] = {}
    conflicts = []
    for service in services:
        for name, definition in service.contract.schema.types.items():
            known = merged.setdefault(name, definition)
            if known != definition:
                conflicts.append(
                    error(
                        "TS303",
                        f"type '{name}' differs from the one at {known.location}",
                        where=definition.location,
                        hint="take both files from one version of the server, or "
                        "generate the services into two packages",
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


def message_elements(operation: Operation) -> Iterator[QName]:
    """The wrapper elements and header blocks of an operation, request first."""
    messages = (
        (operation.input, operation.output) if operation.output else (operation.input,)
    )
    for message in messages:
        for part in message.body_parts:
            if part.element is not None:
                yield part.element
        for header in message.headers:
            if header.element is not None:
                yield header.element


def reached_types(services: Sequence[ServiceInput]) -> dict[QName, Definition]:
    """Every named type that an operation, a base or a derivation reaches, in first use."""
    merged = merge_types(services)
    derived = _derivations(merged)
    reached: dict[QName, Definition] = {}
    substitutable: set[QName] = set()

    def visit(reference: TypeReference, *, declared: bool) -> None:
        if isinstance(reference, QName):
            if reference.namespace == XSD_NAMESPACE or reference not in merged:
                return
            known = reference in reached
            definition = merged[reference]
            reached.setdefault(reference, definition)
            if declared and reference not in substitutable:
                substitutable.add(reference)
                for name in derived.get(reference, ()):
                    visit(name, declared=True)
            if known:
                return
        else:
            definition = reference
        for inner in _references(definition):
            visit(inner, declared=True)
        if isinstance(definition, ComplexType) and definition.base is not None:
            visit(definition.base, declared=False)

    for service in services:
        schema = service.contract.schema
        for operation in service.binding.operations:
            for name in message_elements(operation):
                wrapper = wrapper_type(schema, name)
                element = schema.elements[name]
                if wrapper is not None and wrapper.name is None:
                    visit(wrapper, declared=True)
                else:
                    visit(element.type, declared=True)
    return reached


def reached_elements(
    services: Sequence[ServiceInput], reached: Mapping[QName, Definition]
) -> list[Element]:
    """Every element of a message: wrappers, header blocks and what is inside them."""
    elements: list[Element] = []
    for service in services:
        schema = service.contract.schema
        for operation in service.binding.operations:
            for name in message_elements(operation):
                elements.append(schema.elements[name])
                wrapper = wrapper_type(schema, name)
                if wrapper is not None:
                    elements.extend(_inner_elements(wrapper))
    for definition in reached.values():
        elements.extend(_inner_elements(definition))
    return elements


def _derivations(types: Mapping[QName, Definition]) -> dict[QName, list[QName]]:
    derived: dict[QName, list[QName]] = {}
    for name, definition in types.items():
        if isinstance(definition, ComplexType) and definition.base is not None:
            derived.setdefault(definition.base, []).append(name)
    return derived


def _references(definition: Definition) -> Iterable[TypeReference]:
    if isinstance(definition, ComplexType):
        return [element.type for element in definition.own_elements()]
    return [inner for inner in (definition.base, definition.item) if inner is not None]


def _inner_elements(definition: Definition) -> Iterator[Element]:
    if isinstance(definition, ComplexType):
        for element in definition.own_elements():
            yield element
            if isinstance(element.type, ComplexType):
                yield from _inner_elements(element.type)
