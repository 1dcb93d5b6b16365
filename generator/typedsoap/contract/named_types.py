"""A contract with names for its anonymous types, as everything but the reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from typedsoap.contract.anonymous import with_names
from typedsoap.contract.names import QName
from typedsoap.contract.schema import ComplexType
from typedsoap.contract.wsdl import Contract, Message


def with_named_types(contract: Contract) -> Contract:
    """The contract in which every type that is to be a class has a name."""
    values = _values(contract)
    spread = _spread(contract)
    faults = [
        name for name in _faults(contract) if name not in values or name in spread
    ]
    schema = with_names(contract.schema, faults, values, spread)
    return replace(contract, schema=schema)


def _faults(contract: Contract) -> Iterator[QName]:
    """The elements of all declared faults."""
    for binding in contract.bindings:
        for operation in binding.operations:
            yield from operation.fault_elements


def _values(contract: Contract) -> list[QName]:
    """The elements that are values: header blocks, and parts that share a Body.

    One that is all that Body holds is among them where it has simple content.
    """
    messages = _messages(contract)
    values = dict.fromkeys(name for m in messages for name in m.header_elements)
    values |= dict.fromkeys(
        name
        for message in messages
        if len(message.body) > 1
        for name in message.body_elements
    )
    simple = {name for name in _alone(contract) if _has_simple_content(name, contract)}
    return [*(values | dict.fromkeys(sorted(simple)))]


def _spread(contract: Contract) -> frozenset[QName]:
    """The elements that are a group of parameters where they are all that Body holds."""
    alone = _alone(contract)
    return frozenset(n for n in alone if not _has_simple_content(n, contract))


def _alone(contract: Contract) -> set[QName]:
    """The elements that are all that the Body of some message holds."""
    messages = _messages(contract)
    return {name for m in messages if len(m.body) == 1 for name in m.body_elements}


def _messages(contract: Contract) -> list[Message]:
    return [
        message
        for binding in contract.bindings
        for operation in binding.operations
        for message in operation.messages
    ]


def _has_simple_content(name: QName, contract: Contract) -> bool:
    element = contract.schema.elements.get(name)
    held = None if element is None else element.type
    return isinstance(held, ComplexType) and held.simple_content
