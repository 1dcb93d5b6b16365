"""Classes under the names that a service's own types have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from typedsoap.bindings.model import Bindings, BoundClass, BoundMember
from typedsoap.contract import QName


def with_names(bindings: Bindings, names: Mapping[QName, QName]) -> Bindings:
    """The classes with types renamed; elements keep their names."""
    return Bindings(
        records={
            names.get(name, name): replace(
                _renamed(bound, names), name=bound.name and names.get(name, name)
            )
            for name, bound in bindings.records.items()
        },
        elements={
            name: _renamed(bound, names) for name, bound in bindings.elements.items()
        },
        enumerations={
            names.get(name, name): replace(bound, name=names.get(name, name))
            for name, bound in bindings.enumerations.items()
        },
    )


def _renamed(bound: BoundClass, names: Mapping[QName, QName]) -> BoundClass:
    return replace(
        bound,
        bases=tuple(names.get(base, base) for base in bound.bases),
        members=tuple(_member(member, names) for member in bound.members),
    )


def _member(member: BoundMember, names: Mapping[QName, QName]) -> BoundMember:
    held = member.type
    if isinstance(held, QName):
        return replace(member, type=names.get(held, held))
    return replace(member, type=_renamed(held, names))
