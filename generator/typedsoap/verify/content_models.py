"""Reads child elements by a content model with choices, repeated groups or a name twice.

Source: XML Schema Part 1, §3.8.4. A model gives each element one place at most (§3.8.6,
Unique Particle Attribution), so that the elements are read once, from first to last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from typedsoap import contract
from typedsoap.contract import (
    ComplexType,
    Compositor,
    Group,
    Particle,
    QName,
    Schema,
    Wildcard,
)
from typedsoap.contract.occurrences import alternatives
from typedsoap.contract.shapes import all_content
from typedsoap.source.nodes import Element
from typedsoap.verify.values import Composite, Fragment, Placed, Value
from typedsoap.verify.wildcards import allows_name
from typedsoap.verify.xml import qname

_Members = dict[QName, list[Value]]


def content_model(definition: ComplexType, schema: Schema) -> Group | None:
    """The model of a type's content; None where each element has one place by its name."""
    model = all_content(definition, schema)
    return model if model is not None and not _is_plain(model) else None


def _is_plain(model: Group) -> bool:
    """Whether a model is a sequence of elements, no two of one name, or of any one."""
    if model.repeated or model.compositor is Compositor.CHOICE:
        return False
    names: list[QName] = []
    for particle in model.particles:
        if isinstance(particle, contract.Element):
            names.append(particle.name)
        elif isinstance(particle, Wildcard):
            if len(model.particles) > 1:
                return False
        elif particle.item is not None or not _is_plain(particle):
            return False
        else:
            names.extend(element.name for element in particle.declared_elements())
    return len(names) == len({*names})


class ModelReader:
    """Reads the child elements of one element.

    Attributes:
        placed: Each of them that has a place, with its declaration, in document order.
        problems: What is wrong, with the element where it is; None for the parent.
    """

    def __init__(
        self,
        children: Sequence[Element],
        read: Callable[[Element, contract.Element], tuple[Value, ...]],
        keep: Callable[[Element], Fragment],
    ) -> None:
        self._children = children
        self._position = 0
        self._read = read
        self._keep = keep
        self._named: frozenset[QName] = frozenset()
        self.placed: list[Placed] = []
        self.problems: list[tuple[Element | None, str]] = []

    def read(self, model: Group) -> Mapping[QName, tuple[Value, ...]]:
        """The values of each member of a model; one of a repeated group by its key."""
        self._named = frozenset(item.name for item in model.declared_elements())
        found: _Members = {}
        self._group(model, found)
        for child in self._children[self._position :]:
            self.problems.append((child, "has no place here"))
        return _frozen(found)

    @property
    def _next(self) -> Element | None:
        rest = self._children[self._position : self._position + 1]
        return rest[0] if rest else None

    def _particle(self, particle: Particle, found: _Members) -> None:
        if isinstance(particle, Group):
            self._group(particle, found)
            return
        count = 0
        most = particle.max_occurs
        while (most is None or count < most) and self._starts(particle):
            child = self._children[self._position]
            self._position += 1
            count += 1
            if isinstance(particle, Wildcard):
                self._add(particle.key, None, (self._keep(child),), found)
            else:
                self._add(particle.key, particle, self._read(child, particle), found)
        if count < particle.min_occurs:
            self._lacks(particle)

    def _add(
        self,
        key: QName | None,
        declaration: contract.Element | None,
        values: Sequence[Value],
        found: _Members,
    ) -> None:
        self.placed.extend((declaration, value) for value in values)
        if key is not None:
            found.setdefault(key, []).extend(values)

    def _group(self, group: Group, found: _Members) -> None:
        sole = group.sole_particle
        if sole is not None:
            self._particle(sole, found)
        elif group.key is not None:
            self._occurrences(group, group.key, found)
        elif group.min_occurs > 0 or self._starts(group):
            self._once(group, found)

    def _occurrences(self, group: Group, key: QName, found: _Members) -> None:
        values: list[Value] = []
        most = group.max_occurs
        while (most is None or len(values) < most) and self._starts(group):
            before = self._position
            once: _Members = {}
            self._once(group, once)
            values.extend(_occurrences_of(group, once))
            if self._position == before:
                break
        if len(values) < group.min_occurs and not _may_be_empty(group):
            self._lacks(group)
        found.setdefault(key, []).extend(values)

    def _once(self, group: Group, found: _Members) -> None:
        if group.compositor is Compositor.CHOICE:
            chosen = next((p for p in group.particles if self._starts(p)), None)
            if chosen is not None:
                self._particle(chosen, found)
            elif not _may_be_empty(group):
                self._lacks(group)
            return
        pending = [*group.particles]
        while group.compositor is Compositor.ALL and pending:
            chosen = next((p for p in pending if self._starts(p)), None)
            if chosen is None:
                break
            pending.remove(chosen)
            self._particle(chosen, found)
        for particle in pending:
            self._particle(particle, found)

    def _starts(self, particle: Particle) -> bool:
        """Whether the next element is one that the particle may begin with."""
        child = self._next
        if child is None:
            return False
        if isinstance(particle, contract.Element):
            return qname(child) == particle.name
        if isinstance(particle, Wildcard):
            name = qname(child)
            return name not in self._named and allows_name(particle, name)
        for inner in particle.particles:
            if self._starts(inner):
                return True
            if particle.compositor is Compositor.SEQUENCE and not _may_be_empty(inner):
                return False
        return False

    def _lacks(self, particle: Particle) -> None:
        names = [*dict.fromkeys(_beginnings(particle))]
        told = names[0] if len(names) == 1 else f"one of {', '.join(names)}"
        before = "" if self._next is None else f" before {qname(self._next).name}"
        self.problems.append((None, f"lacks the required {told}{before}"))


def _occurrences_of(group: Group, once: _Members) -> Iterator[Composite]:
    """What one reading of a group comes to: of an alternative that repeats several."""
    single = [
        alternative.key
        for alternative in alternatives(group)
        if isinstance(alternative, contract.Element)
    ]
    for key, values in once.items():
        if group.compositor is Compositor.CHOICE and key in single:
            yield from (Composite({key: (value,)}) for value in values)
            return
    yield Composite(_frozen(once))


def _frozen(found: _Members) -> dict[QName, tuple[Value, ...]]:
    return {key: tuple(values) for key, values in found.items()}


def _may_be_empty(particle: Particle) -> bool:
    if particle.min_occurs == 0:
        return True
    if not isinstance(particle, Group):
        return False
    if particle.compositor is Compositor.CHOICE:
        return any(map(_may_be_empty, particle.particles))
    return all(map(_may_be_empty, particle.particles))


def _beginnings(particle: Particle) -> Iterator[str]:
    """What a particle may begin with, for people."""
    if isinstance(particle, contract.Element):
        yield particle.name.name
    elif isinstance(particle, Wildcard):
        yield "element of any name"
    else:
        for inner in particle.particles:
            yield from _beginnings(inner)
            if particle.compositor is Compositor.SEQUENCE and not _may_be_empty(inner):
                break
