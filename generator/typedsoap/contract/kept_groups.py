"""Restrictions that keep a repeated group of their base: its occurrences are the base's.

A value of a restriction is one of its base as well, so that a list in it is of the same
class. What occurs in a group may be narrower in a restriction; such a group keeps a type of
its own, and is no member of the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import ComplexType, Group, SimpleType
from typedsoap.contract.shapes import all_particles, class_base


def with_kept_groups(schema: Schema) -> Schema:
    """A schema whose restrictions name what they keep of repeated groups like the base.

    Args:
        schema: With names for the types of occurrences.
    """
    kept = _Kept(schema)
    for name, definition in schema.types.items():
        if isinstance(definition, ComplexType):
            kept.restriction(name)
    return replace(schema, types=kept.types)


class _Kept:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._done: set[QName] = set()
        self.types: dict[QName, ComplexType | SimpleType] = dict(schema.types)

    def restriction(self, name: QName) -> None:
        """Change a type, after those that it is derived from."""
        chain: list[QName] = []
        found: QName | None = name
        while found is not None and found not in self._done:
            self._done.add(found)
            chain.append(found)
            definition = self.types.get(found)
            found = definition.base if isinstance(definition, ComplexType) else None
        for link in reversed(chain):
            self._change(link)

    def _change(self, name: QName) -> None:
        definition = self.types.get(name)
        if not isinstance(definition, ComplexType) or definition.content is None:
            return
        schema = replace(self._schema, types=self.types)
        base = None if definition.base is None else self.types.get(definition.base)
        if (
            not definition.restricts
            or class_base(definition, schema) is None
            or not isinstance(base, ComplexType)
        ):
            return
        groups = [
            particle
            for particle in all_particles(base, schema)
            if isinstance(particle, Group) and particle.item is not None
        ]
        content = self._content(definition.content, groups)
        self.types[name] = replace(definition, content=content)

    def _content(self, group: Group, groups: Sequence[Group]) -> Group:
        if group.item is not None:
            alike = [found for found in groups if _holds_the_same(group, found)]
            if len(alike) != 1 or group.head is not None:
                return group
            self._forget(group)
            least, most = group.min_occurs, group.max_occurs
            return replace(alike[0], min_occurs=least, max_occurs=most)
        inner = tuple(
            self._content(particle, groups) if isinstance(particle, Group) else particle
            for particle in group.particles
        )
        return replace(group, particles=inner)

    def _forget(self, group: Group) -> None:
        """Drop the types of a group's occurrences, also of those inside."""
        definition = None if group.item is None else self.types.pop(group.item, None)
        held = definition.content if isinstance(definition, ComplexType) else None
        for particle in () if held is None else held.particles:
            if isinstance(particle, Group):
                self._forget(particle)


def _holds_the_same(one: Group, other: Group) -> bool:
    once = (replace(group, min_occurs=1, max_occurs=1) for group in (one, other))
    return next(once) == next(once)
