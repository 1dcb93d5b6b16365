"""Services, ports, bindings, operations and messages compared (WSDL 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from typedsoap.changes.findings import Findings, Place, moved
from typedsoap.changes.model import Reached
from typedsoap.contract import (
    Binding,
    Contract,
    Fault,
    Header,
    Message,
    Operation,
)
from typedsoap.contract.header_blocks import numbered
from typedsoap.contract.names import QName


class _Node(Protocol):
    @property
    def name(self) -> QName | str: ...


_T = TypeVar("_T")
_N = TypeVar("_N", bound=_Node)
_Pairs = list[tuple[_T, _T, Place]]


def compare_services(old: Contract, new: Contract, findings: Findings) -> None:
    """Everything that WSDL says, but for the schema."""
    using = {
        binding.name: _both(operation.name for operation in binding.operations)
        for contract in (new, old)
        for binding in contract.bindings
    }
    everything = Reached()
    for reached in using.values():
        everything |= reached
    place = Place(reached=everything)
    services = _nodes("service", old.services, new.services, place, findings)
    for service, other, inside in services:
        findings.facts(service, other, inside)
        for port, twin, at in _nodes(
            "port", service.ports, other.ports, inside, findings
        ):
            reached = using.get(port.binding, Reached())
            offered = Place(at.path, at.namespace, reached)
            findings.facts(port, twin, offered)
            rebound = old.binding(port.binding), new.binding(twin.binding)
            _rebound(*rebound, offered, findings)
    for before, after, inside in _nodes(
        "port-type", old.port_types, new.port_types, place, findings
    ):
        findings.facts(before, after, inside)
    bindings = _nodes("binding", old.bindings, new.bindings, place, findings)
    for binding, bound, inside in bindings:
        reached = using[binding.name]
        at = Place(inside.path, inside.namespace, reached)
        findings.facts(binding, bound, at)
        _operations(binding, bound, at, findings)


def _rebound(
    old: Binding | None, new: Binding | None, place: Place, findings: Findings
) -> None:
    """Compare the bindings of a port where their names say that they are different."""
    if old is not None and new is not None and old.name != new.name:
        findings.facts(old, new, place)
        _operations(old, new, place, findings)


def _both(names: Iterable[str]) -> Reached:
    found = frozenset(names)
    return Reached(found, found)


def _operations(old: Binding, new: Binding, place: Place, findings: Findings) -> None:
    before, after = _by_signature(old, new), _by_signature(new, old)
    for operation, other, at in _keyed("operation", before, after, place, findings):
        reached = Reached(frozenset((operation.name,)), frozenset((operation.name,)))
        inside = Place(at.path, at.namespace, reached)
        findings.facts(operation, other, inside)
        request = Place(inside.path, inside.namespace, Reached(reached.requests))
        reply = Place(
            inside.path, inside.namespace, Reached(frozenset(), reached.replies)
        )
        _messages(
            operation.input, other.input, request.inner("message", "request"), findings
        )
        output = reply.inner("message", "reply")
        if operation.output is not None and other.output is not None:
            _messages(operation.output, other.output, output, findings)
        elif operation.output is not None or other.output is not None:
            way = "one" if other.output is None else "two"
            findings.report(
                f"operation-made-{way}-way",
                inside,
                operation.output,
                other.output,
                operation,
                other,
            )
        _faults(operation, other, reply, findings)


def _by_signature(binding: Binding, other: Binding) -> dict[str, Operation]:
    """Operations by name; overloaded ones by what tells them apart as well."""
    many = {
        name
        for operations in (binding.operations, other.operations)
        for name in [operation.name for operation in operations]
        if [operation.name for operation in operations].count(name) > 1
    }
    found: dict[str, Operation] = {}
    for operation in binding.operations:
        labels = ", ".join(label or "-" for label in operation.signature[1:])
        name = operation.name
        found[f"{name} ({labels})" if name in many else name] = operation
    return found


def _messages(old: Message, new: Message, place: Place, findings: Findings) -> None:
    findings.facts(old, new, place)
    styles = old.encoding_style, new.encoding_style
    if old.use is new.use and styles[0] != styles[1]:
        findings.report("encoding-style-changed", place, *styles, old, new)
    both = {part.name for part in old.parts} & {part.name for part in new.parts}
    before, after = ({*message.body} & both for message in (old, new))
    if before != after:
        findings.report("body-parts-changed", place, old.body, new.body, old, new)
    for part, other, inside in _nodes("part", old.parts, new.parts, place, findings):
        findings.facts(part, other, inside)
    blocks, others = _headers(old), _headers(new)
    for header, twin, inside in _keyed("header", blocks, others, place, findings):
        findings.facts(header, twin, inside)


def _headers(message: Message) -> dict[str, Header]:
    """Header blocks by what is sent: the element, or the part where there is none."""
    names = numbered(str(header.element or header.part) for header in message.headers)
    return {
        name if number == 1 else f"{name} ({number})": header
        for header, (name, number) in zip(message.headers, names, strict=True)
    }


def _faults(old: Operation, new: Operation, place: Place, findings: Findings) -> None:
    pairs: _Pairs[Fault] = _nodes("fault", old.faults, new.faults, place, findings)
    before, after = _header_faults(old), _header_faults(new)
    pairs += _keyed("header-fault", before, after, place, findings)
    for fault, other, inside in pairs:
        findings.facts(fault, other, inside)


def _header_faults(operation: Operation) -> dict[str, Fault]:
    """Header faults by their parts, which several messages may have of one name."""
    names = [fault.name for fault in operation.header_faults]
    return {
        (
            fault.name
            if names.count(fault.name) == 1
            else f"{fault.name} ({fault.message.name}, {fault.namespace})"
        ): fault
        for fault in operation.header_faults
    }


def _nodes(
    kind: str, old: Sequence[_N], new: Sequence[_N], place: Place, findings: Findings
) -> _Pairs[_N]:
    before = {str(node.name): node for node in old}
    after = {str(node.name): node for node in new}
    return _keyed(kind, before, after, place, findings)


def _keyed(
    kind: str,
    old: Mapping[str, _T],
    new: Mapping[str, _T],
    place: Place,
    findings: Findings,
) -> _Pairs[_T]:
    """Report what only one side has and what stands elsewhere; give the rest in pairs."""
    pairs: _Pairs[_T] = []
    for name, node in old.items():
        inside = _inner(place, kind, name, node)
        if name in new:
            pairs.append((node, new[name], inside))
        else:
            findings.report(f"{kind}-removed", inside, name, None, node, None)
    for name, node in new.items():
        if name not in old:
            inside = _inner(place, kind, name, node)
            findings.report(f"{kind}-added", inside, None, name, None, node)
    for name, at in moved(old, new).items():
        inside = _inner(place, kind, name, new[name])
        findings.report(f"{kind}s-reordered", inside, *at, old[name], new[name])
    return pairs


def _inner(place: Place, kind: str, name: str, node: object) -> Place:
    inside = place.inner(kind, name.rpartition("}")[2])
    own = getattr(node, "name", None)
    if isinstance(own, QName):
        inside = Place(inside.path, own.namespace, inside.reached)
    if isinstance(node, Operation):
        found = frozenset((node.name,))
        inside = Place(inside.path, inside.namespace, Reached(found, found))
    elif isinstance(node, Binding):
        found = frozenset(operation.name for operation in node.operations)
        inside = Place(inside.path, inside.namespace, Reached(found, found))
    return inside
