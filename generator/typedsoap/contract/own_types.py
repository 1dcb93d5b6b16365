"""A contract with types of its own, where others define types of the same names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from typedsoap.contract.names import QName
from typedsoap.contract.separation import with_separate_names
from typedsoap.contract.wsdl import (
    Binding,
    Contract,
    Fault,
    Header,
    Message,
    Operation,
    Part,
)

T = TypeVar("T", Part, Header)


def with_own_types(contract: Contract, names: Mapping[QName, QName]) -> Contract:
    """The contract with types renamed, in its schema and in the parts of its messages."""
    return replace(
        contract,
        schema=with_separate_names(contract.schema, names),
        bindings=tuple(_binding(binding, names) for binding in contract.bindings),
    )


def _binding(binding: Binding, names: Mapping[QName, QName]) -> Binding:
    operations = tuple(_operation(found, names) for found in binding.operations)
    return replace(binding, operations=operations)


def _operation(operation: Operation, names: Mapping[QName, QName]) -> Operation:
    return replace(
        operation,
        input=_message(operation.input, names),
        output=operation.output and _message(operation.output, names),
        faults=tuple(_fault(fault, names) for fault in operation.faults),
        header_faults=tuple(_fault(fault, names) for fault in operation.header_faults),
    )


def _message(message: Message, names: Mapping[QName, QName]) -> Message:
    return replace(
        message,
        parts=tuple(_typed(part, names) for part in message.parts),
        headers=tuple(_typed(header, names) for header in message.headers),
    )


def _fault(fault: Fault, names: Mapping[QName, QName]) -> Fault:
    return replace(fault, parts=tuple(_typed(part, names) for part in fault.parts))


def _typed(typed: T, names: Mapping[QName, QName]) -> T:
    return replace(typed, type=typed.type and names.get(typed.type, typed.type))
