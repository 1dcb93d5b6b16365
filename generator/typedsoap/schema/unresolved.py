"""References to types and elements that no schema defines, and whether it matters.

Schemas that are shared by many services are often cut down, or never were whole. What
no message of this WSDL holds may well refer to nothing, and what another kind of binding
sends is no matter here at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

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
from typedsoap.source.model import Absent

MESSAGE: Final = "message"
"""The kind of an `Owner` that is no component of a schema."""


class Owner(NamedTuple):
    """A global component or a message, in which a reference stands."""

    kind: str
    name: QName


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference to nothing, or none where there has to be one.

    Attributes:
        owner: The global component or message that it stands in.
        namespace: That of what it refers to; None where there is no reference.
        diagnostic: What it is, if an operation needs its owner.
    """

    owner: Owner
    namespace: str | None
    diagnostic: Diagnostic


def judge(
    references: Iterable[Unresolved],
    absent: Sequence[Absent],
    schema: Schema,
    operations: Iterable[Operation],
    report: Report,
) -> None:
    """Report each reference that an operation needs; where none does, TS132.

    A schema that is absent is one error for all references into its namespace, and
    TS133 where no operation needs them. Where there are other errors, nobody knows what
    is needed; then every reference counts.
    """
    needed = None if report.errors else _needed(schema, operations)
    imported = {found.namespace for found in absent}
    wanted: set[str] = set()
    harmless: list[Diagnostic] = []
    for reference in references:
        if needed is not None and reference.owner not in needed:
            if reference.owner.kind != MESSAGE and reference.namespace not in imported:
                harmless.append(reference.diagnostic)
        elif reference.namespace is not None and reference.namespace in imported:
            wanted.add(reference.namespace)
        else:
            report.add(reference.diagnostic)
    for found in absent:
        if found.namespace in wanted:
            report.add(found.diagnostic)
    if report.errors:
        return
    for found in absent:
        what = f"{found.diagnostic.message}; no operation needs what it defines"
        report.warning("TS133", what, found.diagnostic.where, found.diagnostic.hint)
    for problem in harmless:
        report.warning(
            "TS132",
            f"{problem.message}; no operation needs what refers to it",
            problem.where,
            problem.hint,
        )


def _needed(schema: Schema, operations: Iterable[Operation]) -> set[Owner]:
    """The messages, global types and elements that operations reach."""
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
        described: list[Part | Header] = []
        for message in operation.messages:
            yield Owner(MESSAGE, message.name)
            described += [*message.parts, *message.headers]
            yield from (Owner(MESSAGE, header.message) for header in message.headers)
        for fault in operation.all_faults:
            yield Owner(MESSAGE, fault.message)
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
