"""Which operations send and receive each type and each global element."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from typedsoap.changes.model import Reached
from typedsoap.contract import (
    ComplexType,
    Contract,
    Group,
    Message,
    Operation,
    Part,
    QName,
    Schema,
    TypeReference,
)
from typedsoap.contract.arrays import array_item, is_soap_array
from typedsoap.contract.schema import Element
from typedsoap.contract.shapes import derived_types

_Key = tuple[str, QName]
_TYPE: Final = "type"
_BASE: Final = "base"


def reached(contract: Contract) -> Mapping[_Key, Reached]:
    """The use of all that is used, by ("type" or "element", name)."""
    requests: dict[_Key, set[str]] = defaultdict(set)
    replies: dict[_Key, set[str]] = defaultdict(set)
    walk = _Walk(contract.schema)
    for binding in contract.bindings:
        for operation in binding.operations:
            for key in walk.all(_message_roots(operation.input)):
                requests[key].add(operation.name)
            for key in walk.all(_reply_roots(operation)):
                replies[key].add(operation.name)
    return {
        key: Reached(frozenset(requests[key]), frozenset(replies[key]))
        for key in {*requests, *replies}
    }


def reached_by_either(old: Contract, new: Contract) -> Mapping[_Key, Reached]:
    """The use of all that is used by one of two contracts; see `reached`."""
    uses = dict(reached(old))
    for key, use in reached(new).items():
        uses[key] = uses.get(key, Reached()) | use
    return uses


def substitutable(contract: Contract) -> frozenset[QName]:
    """The types that something is declared with which is sent: others may stand in."""
    walk = _Walk(contract.schema)
    starts: list[_Key] = []
    for binding in contract.bindings:
        for operation in binding.operations:
            starts += [*_message_roots(operation.input), *_reply_roots(operation)]
    return frozenset(name for kind, name in walk.keys(starts) if kind == _TYPE)


def _reply_roots(operation: Operation) -> Iterator[_Key]:
    if operation.output is not None:
        yield from _message_roots(operation.output)
    for fault in operation.all_faults:
        yield from _part_roots(fault.parts)


def _message_roots(message: Message) -> Iterator[_Key]:
    yield from _part_roots(message.parts)
    for header in message.headers:
        if header.element is not None:
            yield "element", header.element
        if header.type is not None:
            yield "type", header.type


def _part_roots(parts: Iterable[Part]) -> Iterator[_Key]:
    for part in parts:
        if part.element is not None:
            yield "element", part.element
        if part.type is not None:
            yield "type", part.type


class _Walk:
    """Each name's own neighbours are found once for all operations.

    A type that is only the base of another is a key of the kind "base": no element is
    declared with it, so that no type derived from it can stand in.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._derived = derived_types(schema.types)
        self._substitutes: dict[QName, list[QName]] = defaultdict(list)
        for element in schema.elements.values():
            if element.substitution_group is not None:
                self._substitutes[element.substitution_group].append(element.name)
        self._next: dict[_Key, tuple[_Key, ...]] = {}

    def all(self, starts: Iterable[_Key]) -> set[_Key]:
        """All that is reached; a type is a type, however it is used."""
        keys = self.keys(starts)
        return {(_TYPE if kind == _BASE else kind, name) for kind, name in keys}

    def keys(self, starts: Iterable[_Key]) -> set[_Key]:
        """All that is reached, mere bases told apart."""
        found: set[_Key] = set()
        pending = deque(starts)
        while pending:
            key = pending.popleft()
            if key not in found:
                found.add(key)
                pending.extend(self._neighbours(key))
        return found

    def _neighbours(self, key: _Key) -> tuple[_Key, ...]:
        if key not in self._next:
            kind, name = key
            if kind == "element":
                found = self._of_element(name)
            else:
                found = self._of_definition(name, declared=kind == _TYPE)
            self._next[key] = tuple(found)
        return self._next[key]

    def _of_element(self, name: QName) -> Iterator[_Key]:
        element = self._schema.elements.get(name)
        if element is not None:
            yield from self._of_type(element.type)
        for other in self._substitutes.get(name, ()):
            yield "element", other

    def _of_definition(self, name: QName, *, declared: bool) -> Iterator[_Key]:
        definition = self._schema.types.get(name)
        if definition is not None:
            yield from self._of_type(definition)
        for derived in self._derived.get(name, ()) if declared else ():
            yield _TYPE, derived

    def _of_type(self, reference: TypeReference) -> Iterator[_Key]:
        if isinstance(reference, QName):
            yield "type", reference
        elif isinstance(reference, ComplexType):
            if reference.base is not None:
                yield _BASE, reference.base
            if is_soap_array(reference):
                yield from self._of_type(array_item(reference).type)
            if reference.text is not None:
                yield from self._of_type(reference.text)
            for attribute in reference.attributes:
                yield from self._of_type(attribute.type)
            if reference.content is not None:
                yield from self._of_group(reference.content)
        else:
            for part in (reference.base, reference.item, *reference.members):
                if part is not None:
                    yield from self._of_type(part)

    def _of_group(self, group: Group) -> Iterator[_Key]:
        for particle in group.particles:
            if isinstance(particle, Group):
                yield from self._of_group(particle)
            elif isinstance(particle, Element):
                if particle.reference:
                    yield "element", particle.name
                yield from self._of_type(particle.type)
