"""Python names of members, and those that members lose to others beside them.

Members whose names come to the same Python name are numbered in the order of the contract,
so that one which comes before another takes its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from typedsoap import naming
from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.model import Change, Reached
from typedsoap.changes.overlay_sides import Members, OverlaySide
from typedsoap.contract import Attribute, Element, QName
from typedsoap.overlay.member_names import derived_name, member_name

# What can change the order in which names are claimed.
_CLAIMING: Final = (
    *("-element-added", "-attribute-added", "alternative-added"),
    *("-element-removed", "-attribute-removed", "alternative-removed"),
    *("element-moved", "attributes-reordered"),
)
_Node: TypeAlias = Element | Attribute


def may_change_names(changes: Iterable[Change]) -> bool:
    """Whether something was added, removed or moved that has a Python name."""
    return any(change.rule.endswith(_CLAIMING) for change in changes)


def python_name(members: Members, name: str) -> str | None:
    """The name of an element or attribute, chosen or not.

    Args:
        name: By which an overlay speaks of it.
    """
    found = (n for node, n in _names(members).values() if _overlay_name(node) == name)
    return next(found, None)


def compare_python_names(
    old: OverlaySide,
    new: OverlaySide,
    uses: Mapping[tuple[str, QName], Reached],
    findings: Findings,
) -> None:
    """Members that both sides have, under different names that no overlay chooses.

    Args:
        uses: The operations that use each named type.
    """
    types = new.contract.schema.types
    for name in old.contract.schema.types:
        if name in types:
            use = uses.get(("type", name), Reached())
            place = Place((f"type {name.name}",), name.namespace, use)
            _compare(old.fields(name), new.fields(name), place, findings)
    for operation in old.present.operations:
        if operation in new.present.operations:
            path, own = (f"operation {operation}",), frozenset((operation,))
            sides = old.parameters(operation), new.parameters(operation)
            _compare(*sides, Place(path, "", Reached(own)), findings)
            sides = old.results(operation), new.results(operation)
            _compare(*sides, Place(path, "", Reached(frozenset(), own)), findings)


def _compare(old: Members, new: Members, place: Place, findings: Findings) -> None:
    names = _names(new)
    for key, (was, before) in _names(old).items():
        now, after = names.get(key, (was, before))
        chosen = _chosen(old, was) is not None or _chosen(new, now) is not None
        if after != before and not chosen:
            kind, name = key
            inside = place.inner(kind, name.name)
            findings.report("python-name-changed", inside, before, after, was, now)


def _names(members: Members) -> Mapping[tuple[str, QName], tuple[_Node, str]]:
    """The name of each element and attribute, as those of a type claim them."""
    nodes = sorted(members.nodes, key=_turn)
    keys = [(_kind(node), _key(node)) for node in nodes]
    scope = naming.Scope()
    for key, node in zip(keys, nodes, strict=True):
        name = _chosen(members, node)
        # Another name is refused when the overlay is checked.
        if name is not None and naming.snake_case(name) == name:
            scope.claim(key, name)
    return {
        key: (node, scope.claim(key, _derived(node)))
        for key, node in zip(keys, nodes, strict=True)
    }


def _turn(node: _Node) -> int:
    """Attributes come last, and before them all but the first of elements of one name."""
    if isinstance(node, Element):
        return min(node.number, 2)
    return 3


def _kind(node: _Node) -> str:
    return "element" if isinstance(node, Element) else "attribute"


def _key(node: _Node) -> QName:
    return node.key if isinstance(node, Element) else node.name


def _overlay_name(node: _Node) -> str:
    return member_name(node) if isinstance(node, Element) else node.name.name


def _chosen(members: Members, node: _Node) -> str | None:
    said = members.said.get(_overlay_name(node))
    return None if said is None else said.name


def _derived(node: _Node) -> str:
    if isinstance(node, Element):
        return derived_name(node)
    return naming.snake_case(node.name.name)
