"""Which namespaces share a module because their types refer to one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typedsoap.contract import ComplexType, QName, SimpleType, TypeReference
from typedsoap.views.reach import Definition, type_references


def namespace_groups(reached: Mapping[QName, Definition]) -> dict[str, tuple[str, ...]]:
    """Each namespace with all that share its module, itself among them, in first use.

    A module imports those that it refers to; two that would import each other are one.
    """
    edges: dict[str, set[str]] = {name.namespace: set() for name in reached}
    for name, definition in reached.items():
        for other in _named_references(definition):
            if other in reached:
                edges[name.namespace].add(other.namespace)
        base = definition.base if isinstance(definition, ComplexType) else None
        if base is not None and base in reached:
            # Where a base is declared, its codec calls that of the derived type.
            edges[base.namespace].add(name.namespace)
    needs = {namespace: _reachable(edges, namespace) for namespace in edges}
    return {
        namespace: tuple(
            other
            for other in edges
            if other == namespace
            or (other in needs[namespace] and namespace in needs[other])
        )
        for namespace in edges
    }


def _named_references(definition: ComplexType | SimpleType) -> Iterator[QName]:
    pending: list[TypeReference] = [definition]
    while pending:
        current = pending.pop()
        if isinstance(current, QName):
            yield current
        else:
            pending.extend(type_references(current))


def _reachable(edges: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    pending = [start]
    while pending:
        for target in edges[pending.pop()] - found:
            found.add(target)
            pending.append(target)
    return found
