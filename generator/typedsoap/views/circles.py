"""Which types share a module because they refer to one another in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from typedsoap.contract import ComplexType, QName, SimpleType, TypeReference
from typedsoap.views.reach import Definition, type_references

_DEEPEST: Final = 50
"""How many modules import one another in a chain; each takes six of Python's frames."""


def type_circles(
    reached: Mapping[QName, Definition], derivable: Collection[QName]
) -> dict[QName, tuple[QName, ...]]:
    """Each type with all that it has to share a module with, itself among them.

    A module imports those that it refers to; two that would import each other are one.
    So are those whose import would nest too deep for Python.

    Args:
        derivable: The types that others may stand in for: what reads and writes such a
            type calls what does so for these.
    """
    edges: dict[QName, list[QName]] = {name: [] for name in reached}
    for name, definition in reached.items():
        edges[name] += [o for o in _named_references(definition) if o in reached]
        for ancestor in _ancestors(definition, reached):
            if ancestor in derivable:
                edges[ancestor].append(name)
    places = {name: place for place, name in enumerate(reached)}
    heights: dict[QName, int] = {}
    deep: list[QName] = []
    circles: dict[QName, tuple[QName, ...]] = {}
    # What a component refers to comes before it.
    for members in _strongly_connected(edges):
        below = {other for member in members for other in edges[member]}
        height = max((heights[o] + 1 for o in below if o in heights), default=0)
        heights |= dict.fromkeys(members, height)
        if height < _DEEPEST:
            circle = tuple(sorted(members, key=places.__getitem__))
            circles |= dict.fromkeys(circle, circle)
        else:
            deep += members
    return circles | dict.fromkeys(deep, tuple(sorted(deep, key=places.__getitem__)))


def _ancestors(
    definition: Definition, reached: Mapping[QName, Definition]
) -> Iterator[QName]:
    """The types that a type is derived from, directly and through others."""
    seen: set[QName] = set()
    found: Definition | None = definition
    while isinstance(found, ComplexType) and found.base in reached:
        if found.base is None or found.base in seen:
            return
        seen.add(found.base)
        yield found.base
        found = reached[found.base]


def _named_references(definition: ComplexType | SimpleType) -> Iterator[QName]:
    pending: list[TypeReference] = [definition]
    while pending:
        current = pending.pop()
        if isinstance(current, QName):
            yield current
        else:
            pending.extend(type_references(current))


def _strongly_connected(edges: Mapping[QName, list[QName]]) -> Iterator[list[QName]]:
    """The strongly connected components of a graph (Tarjan 1972), without recursion."""
    order: dict[QName, int] = {}
    lowest: dict[QName, int] = {}
    # Visited, and not yet known to be of a component; the order is that of the visits.
    open_nodes: dict[QName, None] = {}
    for start in edges:
        pending = [] if start in order else [(start, iter(edges[start]))]
        while pending:
            node, targets = pending[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                open_nodes[node] = None
            for target in targets:
                if target not in order:
                    pending.append((target, iter(edges[target])))
                    break
                if target in open_nodes:
                    lowest[node] = min(lowest[node], lowest[target])
            else:
                pending.pop()
                if pending:
                    above = pending[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    members = [open_nodes.popitem()[0]]
                    while members[-1] != node:
                        members.append(open_nodes.popitem()[0])
                    yield members
