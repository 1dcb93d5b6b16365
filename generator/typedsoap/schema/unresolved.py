"""References to types and elements that no schema defines, and whether it matters.

Schemas that are shared by many services are often cut down, or never were whole. What
no message of this WSDL holds may well refer to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from typedsoap.contract import (
    ComplexType,
    Element,
    Header,
    Operation,
    Part,
    QName,
    Schema,
    TypeReference,
)
from typedsoap.contract.arrays import array_item, is_soap_array
from typedsoap.errors import Diagnostic
from typedsoap.reporting import Report


class Owner(NamedTuple):
    """A global component, in which a reference stands."""

    kind: str
    name: QName


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference to nothing.

    Attributes:
        owner: The global component that it stands in.
        diagnostic: The error that it is, if a message needs its owner.
    """

    owner: Owner
    diagnostic: Diagnostic


def judge(
    references: Iterable[Unresolved],
    schema: Schema,
    operations: Iterable[Operation],
    report: Report,
) -> None:
    """Report each as an error, or with TS132 where no operation needs what it stands in.

    Where there are other errors, nobody knows what is needed; then each is an error.
    """
    needed = None if report.errors else _needed(schema, operations)
    harmless: list[Diagnostic] = []
    for reference in references:
        if needed is None or reference.owner in needed:
            report.add(reference.diagnostic)
        else:
            harmless.append(reference.diagnostic)
    if report.errors:
        return
    for found in harmless:
        report.warning(
            "TS132",
            f"{found.message}; no operation needs what refers to it",
            found.where,
            found.hint,
        )


def _needed(schema: Schema, operations: Iterable[Operation]) -> set[Owner]:
    """The global types and elements that operations reach."""
    # A value may be of a derived type wherever its base is expected, and an element may
    # be one of a substitution group.
    others: dict[Owner, list[Owner]] = {}
    for name, definition in schema.types.items():
        if isinstance(definition, ComplexType) and definition.base is not None:
            base = Owner("type", definition.base)
            others.setdefault(base, []).append(Owner("type", name))
    for name, element in schema.elements.items():
        if element.substitution_group is not None:
            head = Owner("element", element.substitution_group)
            others.setdefault(head, []).append(Owner("element", name))
    needed: set[Owner] = set()
    pending: list[Owner | TypeReference] = list(_roots(operations))
    while pending:
        item = pending.pop()
        if isinstance(item, QName):
            item = Owner("type", item)
        if not isinstance(item, Owner):
            pending.extend(_references(item))
        elif item not in needed:
            needed.add(item)
            pending.extend(_inside(item, schema))
            pending.extend(others.get(item, ()))
    return needed


def _roots(operations: Iterable[Operation]) -> Iterator[Owner]:
    for operation in operations:
        for name in (*operation.elements, *operation.fault_elements):
            yield Owner("element", name)
        described: list[Part | Header] = []
        for message in operation.messages:
            described += [*message.parts, *message.headers]
        for fault in operation.all_faults:
            described += fault.parts
        for item in described:
            if item.element is not None:
                yield Owner("element", item.element)
            if item.type is not None:
                yield Owner("type", item.type)


def _inside(owner: Owner, schema: Schema) -> Iterator[TypeReference]:
    element = schema.elements.get(owner.name) if owner.kind == "element" else None
    if element is not None:
        yield element.type
    definition = schema.types.get(owner.name) if owner.kind == "type" else None
    if definition is not None:
        yield definition


def _references(definition: TypeReference) -> Iterator[Owner | TypeReference]:
    if isinstance(definition, QName):
        yield definition
    elif isinstance(definition, ComplexType):
        yield from (r for r in (definition.base, definition.text) if r is not None)
        if is_soap_array(definition):
            yield array_item(definition).type
        for element in definition.declared_elements():
            yield from _element(element)
        for attribute in definition.attributes:
            yield attribute.type
    else:
        inner = (definition.base, definition.item, *definition.members)
        yield from (reference for reference in inner if reference is not None)


def _element(element: Element) -> Iterator[Owner | TypeReference]:
    if element.reference:
        yield Owner("element", element.name)
    yield element.type
