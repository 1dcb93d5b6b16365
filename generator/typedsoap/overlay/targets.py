"""What a contract has that an overlay can speak of, by the names an overlay uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typedsoap.contract import (
    ComplexType,
    Contract,
    Element,
    Message,
    Operation,
    QName,
    SimpleType,
    Variety,
)
from typedsoap.contract.shapes import all_elements


@dataclass(frozen=True, slots=True)
class OperationTargets:
    """The elements of an operation's request and reply wrapper, by local name."""

    parameters: Mapping[str, Element]
    result: Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything of a contract that has a name in an overlay.

    Attributes:
        types: Named types by `{namespace}name`, and by local name where that is unique.
        ambiguous: The expanded names behind each local name that several types have.
    """

    operations: Mapping[str, OperationTargets]
    request_headers: Mapping[str, Element]
    response_headers: Mapping[str, Element]
    types: Mapping[str, ComplexType | SimpleType]
    ambiguous: Mapping[str, tuple[str, ...]]


def targets(contract: Contract) -> Targets:
    """List what the contract has."""
    operations: dict[str, OperationTargets] = {}
    request_headers: dict[str, Element] = {}
    response_headers: dict[str, Element] = {}
    for operation in _operations(contract):
        operations[operation.name] = OperationTargets(
            _wrapped(contract, operation.input), _wrapped(contract, operation.output)
        )
        request_headers |= _blocks(contract, operation.input)
        response_headers |= _blocks(contract, operation.output)
    types: dict[str, ComplexType | SimpleType] = {}
    by_local: dict[str, list[QName]] = {}
    for name, definition in contract.schema.types.items():
        types[str(name)] = definition
        by_local.setdefault(name.name, []).append(name)
    ambiguous: dict[str, tuple[str, ...]] = {}
    for local, names in by_local.items():
        if len(names) == 1:
            types[local] = contract.schema.types[names[0]]
        else:
            ambiguous[local] = tuple(str(name) for name in names)
    return Targets(operations, request_headers, response_headers, types, ambiguous)


def enumeration_values(contract: Contract, definition: SimpleType) -> tuple[str, ...]:
    """The values of an enumeration, or of the enumeration that a list type repeats."""
    if definition.enumerations:
        return tuple(facet.value for facet in definition.enumerations)
    inner = definition.item or definition.base
    if inner is None or definition.variety is Variety.UNION:
        return ()
    restricted = contract.schema.definition(inner)
    if not isinstance(restricted, SimpleType):
        return ()
    return enumeration_values(contract, restricted)


def _operations(contract: Contract) -> Iterator[Operation]:
    for binding in contract.bindings:
        yield from binding.operations


def _wrapped(contract: Contract, message: Message | None) -> dict[str, Element]:
    """The elements inside the element that is the message's body."""
    schema = contract.schema
    elements: dict[str, Element] = {}
    for name in message.body_elements if message is not None else ():
        wrapper = schema.elements.get(name)
        definition = schema.definition(wrapper.type) if wrapper is not None else None
        if isinstance(definition, ComplexType):
            elements |= {e.name.name: e for e in all_elements(definition, schema)}
    return elements


def _blocks(contract: Contract, message: Message | None) -> dict[str, Element]:
    names = message.header_elements if message is not None else ()
    declared = contract.schema.elements
    return {name.name: declared[name] for name in names if name in declared}
