"""A contract with names for its anonymous types, as everything but the reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from typedsoap.contract.anonymous import with_names
from typedsoap.contract.names import QName
from typedsoap.contract.schema import ComplexType
from typedsoap.contract.wsdl import Contract


def with_named_types(contract: Contract) -> Contract:
    """The contract in which every type that is to be a class has a name."""
    values = _values(contract)
    faults = [name for name in _faults(contract) if name not in values]
    schema = with_names(contract.schema, faults, values)
    return replace(contract, schema=schema)


def _faults(contract: Contract) -> Iterator[QName]:
    """The elements of all declared faults."""
    for binding in contract.bindings:
        for operation in binding.operations:
            yield from operation.fault_elements


def _values(contract: Contract) -> list[QName]:
    """The elements that are values: header blocks, and parts that share a Body.

    One that is all that some other message's Body holds is among them only where it has
    simple content, so that it is no group of parameters.
    """
    messages = [
        message
        for binding in contract.bindings
        for operation in binding.operations
        for message in operation.messages
    ]
    bodies = {name for m in messages if len(m.body) == 1 for name in m.body_elements}
    values = dict.fromkeys(name for m in messages for name in m.header_elements)
    values |= dict.fromkeys(
        name
        for message in messages
        if len(message.body) > 1
        for name in message.body_elements
    )
    simple = {name for name in bodies if _has_simple_content(name, contract)}
    values |= dict.fromkeys(sorted(simple))
    return [name for name in values if name in simple or name not in bodies]


def _has_simple_content(name: QName, contract: Contract) -> bool:
    element = contract.schema.elements.get(name)
    held = None if element is None else element.type
    return isinstance(held, ComplexType) and held.simple_content
