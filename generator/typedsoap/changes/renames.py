"""What is gone and what has come that may be one thing with another name: a hint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from typedsoap.changes.model import Change
from typedsoap.contract import (
    Attribute,
    ComplexType,
    Element,
    Operation,
    QName,
    SimpleType,
    TypeReference,
)

LIKE: Final = 0.6
"""How much of two names has to be the same, of 1.0."""

MOST: Final = 40_000
"""How many pairs of one place are compared; where there are more, nothing is asked."""

# What each kind of thing has rules of, that say that it is gone or has come.
_KINDS: Final = {
    "element": ("element-removed", "element-added", "alternative-added"),
    "attribute": ("attribute-removed", "attribute-added"),
    "operation": ("operation-removed", "operation-added"),
    "type": ("type-removed", "type-added"),
    "member": ("member-removed", "member-added"),
}
_Found = tuple[int, str, object]


def with_renames(changes: Sequence[Change], nodes: Sequence[object]) -> list[Change]:
    """The changes; one that says what is gone names what has come in its place, if any.

    Two belong together that stand in one place, are of one type or form, and have names
    that are like each other; of several the most alike. Of very many that are gone and have
    come, as in another contract altogether, nothing is asked.

    Args:
        nodes: For each change the node that is gone or has come.
    """
    gone: dict[tuple[object, ...], list[_Found]] = defaultdict(list)
    come: dict[tuple[object, ...], list[_Found]] = defaultdict(list)
    for number, (change, node) in enumerate(zip(changes, nodes, strict=True)):
        kind, _, name = change.path[-1].partition(" ") if change.path else ("", "", "")
        if kind in _KINDS and change.rule.endswith(_KINDS[kind]):
            side = gone if change.new is None else come
            # What stands in no other thing is told apart by its namespace.
            side[kind, change.path[:-1], change.namespace].append((number, name, node))
    hinted = list(changes)
    types: dict[QName, QName] = {}
    # Types first: what is of a type that has another name is of the same type.
    for place in sorted(gone, key=lambda place: place[0] != "type"):
        for number, name in _pairs(gone[place], come[place], types):
            hinted[number] = replace(hinted[number], renamed_to=name)
            node = nodes[number]
            if isinstance(node, (ComplexType, SimpleType)) and node.name is not None:
                types[node.name] = QName(node.name.namespace, name)
    return hinted


def _pairs(
    gone: list[_Found], come: list[_Found], types: Mapping[QName, QName]
) -> list[tuple[int, str]]:
    if len(gone) * len(come) > MOST:
        return []
    likenesses: list[tuple[float, int, int, str]] = []
    # It keeps what it found out about the second of the two names.
    matcher = SequenceMatcher(autojunk=False)
    for other, new, twin in come:
        matcher.set_seq2(new.lower())
        for number, old, node in gone:
            if _same_form(node, twin, types):
                matcher.set_seq1(old.lower())
                likenesses.append((_likeness(matcher), number, other, new))
    likenesses.sort(key=lambda one: (-one[0], one[1], one[2]))
    taken: set[int] = set()
    pairs: list[tuple[int, str]] = []
    for likeness, number, other, name in likenesses:
        if likeness >= LIKE and not taken & {number, other}:
            taken |= {number, other}
            pairs.append((number, name))
    return pairs


def _likeness(matcher: SequenceMatcher[str]) -> float:
    """How alike two names are; where a glance tells that it is too little, nothing."""
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < LIKE:
        return 0.0
    return matcher.ratio()


def _same_form(old: object, new: object, types: Mapping[QName, QName]) -> bool:
    match old, new:
        case Element(), Element():
            return _same_type(old.type, new.type, types)
        case Attribute(), Attribute():
            return _same_type(old.type, new.type, types)
        case Operation(), Operation():
            one_way = old.output is None, new.output is None
            return old.style is new.style and one_way[0] == one_way[1]
        case ComplexType(), ComplexType():
            names = [{e.name for e in node.own_elements()} for node in (old, new)]
            return 2 * len(names[0] & names[1]) >= max(map(len, names))
        case SimpleType(), SimpleType():
            return (old.variety, old.base) == (new.variety, new.base)
        case _:
            return False


def _same_type(
    old: TypeReference, new: TypeReference, types: Mapping[QName, QName]
) -> bool:
    return new == old or (isinstance(old, QName) and new == types.get(old))
