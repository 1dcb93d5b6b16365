"""Python names of members, and those that members lose to others beside them.

Members whose names come to the same Python name are numbered in the order of the contract,
so that one which comes before another takes its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typedsoap import naming
from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.model import Reached
from typedsoap.changes.overlay_sides import Members, OverlaySide
from typedsoap.contract import Attribute, Element, QName
from typedsoap.overlay import MemberOverlay
from typedsoap.overlay.member_names import derived_name, member_name


@dataclass(frozen=True, slots=True)
class _Named:
    """An element or attribute.

    Attributes:
        said: Its name in an overlay.
        python: Its name in Python.
        chosen: Whether an overlay gives it that name.
    """

    node: Element | Attribute
    said: str
    python: str
    chosen: bool


def python_names(members: Members) -> Mapping[str, str]:
    """The Python names of elements and attributes, by how an overlay calls them."""
    names: dict[str, str] = {}
    for named in _names(members).values():
        names.setdefault(named.said, named.python)
    return names


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
    for key, was in _names(old).items():
        now = names.get(key, was)
        if was.python != now.python and not (was.chosen or now.chosen):
            kind, name = key
            findings.report(
                "python-name-changed",
                place.inner(kind, name.name),
                was.python,
                now.python,
                was.node,
                now.node,
            )


def _names(members: Members) -> Mapping[tuple[str, QName], _Named]:
    """The name of each element and attribute, as those of a type claim them."""
    scope = naming.Scope()
    claims: list[tuple[tuple[str, QName], str, str | None, Element | Attribute]] = []
    for node in sorted(members.nodes, key=_turn):
        if isinstance(node, Element):
            key, said = ("element", node.key), member_name(node)
        else:
            key, said = ("attribute", node.name), node.name.name
        chosen = members.said.get(said, MemberOverlay()).name
        # Another name is refused when the overlay is checked.
        if chosen is not None and naming.snake_case(chosen) == chosen:
            scope.claim(key, chosen)
        claims.append((key, said, chosen, node))
    return {
        key: _Named(node, said, scope.claim(key, _derived(node)), chosen is not None)
        for key, said, chosen, node in claims
    }


def _turn(node: Element | Attribute) -> int:
    """Attributes come last, and before them all but the first of elements of one name."""
    return min(node.number, 2) if isinstance(node, Element) else 3


def _derived(node: Element | Attribute) -> str:
    if isinstance(node, Element):
        return derived_name(node)
    return naming.snake_case(node.name.name)
