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
    Particle,
    QName,
    SimpleType,
)
from typedsoap.contract.bodies import Body, reply_body, request_body
from typedsoap.contract.header_blocks import header_blocks
from typedsoap.contract.shapes import is_enumeration, list_item, listed_values
from typedsoap.overlay.member_names import named_members


@dataclass(frozen=True, slots=True)
class OperationTargets:
    """What an operation's request and reply are about, see `named_members`."""

    parameters: Mapping[str, Particle]
    result: Mapping[str, Particle]


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
        # An overlay speaks of all operations of one name at once.
        known = operations.get(operation.name, OperationTargets({}, {}))
        schema = contract.schema
        operations[operation.name] = OperationTargets(
            {**known.parameters, **_members(request_body(operation, schema))},
            {**known.result, **_members(reply_body(operation, schema))},
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
    schema = contract.schema
    item = list_item(definition, schema) or definition
    if not is_enumeration(item, schema):
        return ()
    return tuple(facet.value for facet in listed_values(item, schema))


def _operations(contract: Contract) -> Iterator[Operation]:
    for binding in contract.bindings:
        yield from binding.operations


def _members(body: Body) -> dict[str, Particle]:
    return named_members(body.particles)


def _blocks(contract: Contract, message: Message | None) -> dict[str, Element]:
    blocks = header_blocks(message, contract.schema)
    return {block.key.name: block for block in blocks}
