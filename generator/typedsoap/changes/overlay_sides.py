"""What an overlay says of its contract, by what the contract has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from typedsoap.changes.namespaces import mapped
from typedsoap.contract import (
    Attribute,
    ComplexType,
    Contract,
    Element,
    Message,
    Particle,
    QName,
    SimpleType,
)
from typedsoap.contract.header_blocks import numbered
from typedsoap.contract.named_types import with_named_types
from typedsoap.overlay import (
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)
from typedsoap.overlay.expand import expand
from typedsoap.overlay.member_names import named_members
from typedsoap.overlay.targets import Targets, enumeration_values, targets


@dataclass(frozen=True, slots=True)
class Members:
    """Elements, attributes or values.

    Attributes:
        said: What the overlay says of some, by name.
        filled: All that there are, and whether the contract says that each has a value.
        nodes: The elements and attributes among them.
    """

    said: Mapping[str, MemberOverlay]
    filled: Mapping[str, bool]
    nodes: tuple[Element | Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocks:
    """Header blocks of requests, or of replies.

    Attributes:
        said: What the overlay says of some, by name.
        users: All that there are, with the operations that have them.
    """

    said: Mapping[str, HeaderOverlay]
    users: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class OverlaySide:
    """One side of a comparison, in the namespaces of the new contract.

    Attributes:
        contract: What has no name has one from its place, where an overlay may speak of it.
        overlay: What it says of every operation is said of each.
        types: What is said of types.
    """

    contract: Contract
    overlay: Overlay
    types: Mapping[QName, TypeOverlay]

    @cached_property
    def present(self) -> Targets:
        """What the contract has, by the names of an overlay."""
        return targets(self.contract)

    @cached_property
    def request_blocks(self) -> Blocks:
        """The header blocks of requests."""
        bindings = self.contract.bindings
        sent = [(o.name, o.input) for b in bindings for o in b.operations]
        return Blocks(self.overlay.request_headers, _users(sent))

    @cached_property
    def reply_blocks(self) -> Blocks:
        """The header blocks of replies."""
        bindings = self.contract.bindings
        answered = [(o.name, o.output) for b in bindings for o in b.operations]
        return Blocks(self.overlay.response_headers, _users(answered))

    def operation(self, name: str) -> OperationOverlay:
        """What is said of an operation."""
        return self.overlay.operations.get(name, OperationOverlay())

    def parameters(self, name: str) -> Members:
        """The parameters of an operation."""
        known = self.present.operations[name].parameters
        said = self.operation(name).parameters
        return Members(said, _filled(known), _elements(known.values()))

    def results(self, name: str) -> Members:
        """What an operation's reply has."""
        known = self.present.operations[name].result
        said = self.operation(name).result
        return Members(said, _filled(known), _elements(known.values()))

    def failure(self, name: str) -> ResultFailure | None:
        """The rule for an operation's result, if it can mean anything."""
        rule = self.operation(name).failure
        known = self.present.operations[name].result
        return rule if rule is not None and rule.element in known else None

    def type(self, name: QName) -> TypeOverlay:
        """What is said of a type."""
        return self.types.get(name, TypeOverlay())

    def fields(self, name: QName) -> Members:
        """The fields of a type itself."""
        definition = self.contract.schema.types[name]
        filled: dict[str, bool] = {}
        nodes: tuple[Element | Attribute, ...] = ()
        if isinstance(definition, ComplexType):
            nodes = (*_elements(definition.own_particles()), *definition.attributes)
            filled |= {a.name.name: a.required for a in definition.attributes}
            filled |= _filled(named_members(definition.own_particles()))
            # The text of a type is always there.
            filled |= {"value": True} if definition.simple_content else {}
        return Members(self.type(name).fields, filled, nodes)

    def values(self, name: QName) -> Members:
        """The members of a type that is an enumeration."""
        definition = self.contract.schema.types[name]
        values: Iterable[str] = ()
        if isinstance(definition, SimpleType):
            values = enumeration_values(self.contract, definition)
        return Members(self.type(name).members, dict.fromkeys(values, True))


def overlay_side(
    contract: Contract,
    overlay: Overlay,
    namespaces: Mapping[str, str],
    *,
    named: bool,
) -> OverlaySide:
    """One side of a comparison.

    Args:
        namespaces: Those that are to be read as others.
        named: Whether an overlay may speak of what has its name from its place.
    """
    whole = with_named_types(contract) if named else contract
    known: Mapping[str, ComplexType | SimpleType] = {}
    if overlay.types:
        known = targets(whole).types
    types: dict[QName, TypeOverlay] = {}
    for key, entry in overlay.types.items():
        definition = known.get(key)
        if definition is not None and definition.name is not None:
            name = definition.name
            namespace = namespaces.get(name.namespace, name.namespace)
            types[QName(namespace, name.name)] = entry
    spread = replace(expand(overlay, whole), types={})
    return OverlaySide(mapped(whole, namespaces), spread, types)


def _elements(particles: Iterable[Particle]) -> tuple[Element, ...]:
    return tuple(found for found in particles if isinstance(found, Element))


def _filled(members: Mapping[str, Particle]) -> dict[str, bool]:
    return {
        name: found.min_occurs > 0
        and not (isinstance(found, Element) and found.nillable)
        for name, found in members.items()
    }


def _users(
    messages: Iterable[tuple[str, Message | None]],
) -> Mapping[str, frozenset[str]]:
    users: dict[str, set[str]] = defaultdict(set)
    for operation, message in messages:
        headers = () if message is None else message.headers
        for block, number in numbered(header.block for header in headers):
            users[block.numbered(number).name].add(operation)
    return {name: frozenset(found) for name, found in users.items()}
