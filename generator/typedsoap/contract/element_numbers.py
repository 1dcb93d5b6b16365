"""Numbers for the elements of one name in one content model.

What no instance can hold together, because it stands in different branches of a choice,
is one member, with number 1; what an instance can hold twice is two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from typedsoap.contract.components import Schema
from typedsoap.contract.kinds import Compositor
from typedsoap.contract.merging import MAX_MERGED, Branch, Order, exclude
from typedsoap.contract.names import QName
from typedsoap.contract.occurrences import alternatives
from typedsoap.contract.schema import (
    ComplexType,
    Element,
    Group,
    Particle,
    TypeReference,
    particles,
)
from typedsoap.contract.shapes import content_lineage

_Placed = tuple[Element, tuple[Branch, ...]]


class ElementNumbers:
    """Numbers the elements of the types of one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._highest: dict[QName | None, Counter[QName]] = {}

    def numbered(self, definition: ComplexType, content: Group) -> Group:
        """The content of a type, after what it extends, with a number for each element."""
        return _with_numbers(content, self._inherited(definition))

    def _inherited(self, definition: ComplexType) -> Mapping[QName, int]:
        """How many members of each name the content has that a type extends."""
        found: Counter[QName] = Counter()
        for link in content_lineage(definition, self._schema)[:-1]:
            known = self._highest.get(link.name)
            if known is None:
                known = highest_numbers(link.content, found)
                self._highest[link.name] = known
            found = known
        return found


def _with_numbers(group: Group, taken: Mapping[QName, int]) -> Group:
    """The group with a number for each element in it.

    One occurrence of a repeated group has numbers of its own. Where the alternatives of
    a repeated choice share an element, the value of an occurrence cannot tell which it
    is; the group becomes a repeated sequence of the choice.

    Args:
        taken: How many members of each name the content before it has.
    """
    if _is_list(group):
        return _list(group)
    placed = [
        (particle, branches)
        for particle, branches in particles(group)
        if isinstance(particle, Element)
    ]
    return _numbered(group, iter(_numbers(placed, taken)))


def highest_numbers(content: Group | None, taken: Counter[QName]) -> Counter[QName]:
    """How many members of each name there are after a group, and what comes before it."""
    found = Counter(taken)
    if content is not None:
        for particle, _ in particles(_with_numbers(content, taken)):
            if isinstance(particle, Element):
                found[particle.name] = max(found[particle.name], particle.number)
    return found


def unlike_elements(definition: ComplexType) -> frozenset[str]:
    """The local names that stand for elements of different types in a type's content.

    XML Schema does not allow it (Part 1 §3.8.6, Element Declarations Consistent).
    """
    types: dict[str, TypeReference] = {}
    return frozenset(
        element.name.name
        for element in definition.declared_elements()
        if types.setdefault(element.name.name, element.type) != element.type
    )


def _is_list(group: Group) -> bool:
    """Whether it is a list of occurrences, rather than of one element."""
    return group.repeated and group.sole_particle is None


def _list(group: Group) -> Group:
    once = replace(group, min_occurs=1, max_occurs=1)
    if group.compositor is not Compositor.CHOICE:
        particles_of_one = _with_numbers(once, {}).particles
        return replace(group, particles=particles_of_one)
    if _share(group):
        inner = _with_numbers(once, {})
        return replace(group, compositor=Compositor.SEQUENCE, particles=(inner,))
    return replace(group, particles=tuple(map(_alternative, group.particles)))


def _alternative(particle: Particle) -> Particle:
    """An alternative of a repeated choice, a sequence of which is an occurrence."""
    if not isinstance(particle, Group):
        return particle
    if particle.compositor is Compositor.CHOICE or len(particle.particles) == 1:
        return replace(particle, particles=tuple(map(_alternative, particle.particles)))
    once = _with_numbers(replace(particle, min_occurs=1, max_occurs=1), {})
    return replace(particle, particles=once.particles)


def _share(choice: Group) -> bool:
    """Whether two alternatives have an element of one name."""
    seen: set[QName] = set()
    for particle in alternatives(choice):
        own: set[QName] = set()
        if isinstance(particle, Element):
            own = {particle.name}
        elif isinstance(particle, Group):
            own = {element.name for element in particle.declared_elements()}
        if own & seen:
            return True
        seen |= own
    return False


def _numbers(placed: Sequence[_Placed], taken: Mapping[QName, int]) -> list[int]:
    numbers: list[int] = []
    highest = Counter(taken)
    members: dict[QName, list[_Placed]] = {}
    order = Order[QName]()
    for element, branches in placed:
        number = highest[element.name] + 1
        first = taken.get(element.name, 0) + 1
        for candidate in range(first, number if len(placed) <= MAX_MERGED else first):
            key = element.name.numbered(candidate)
            if all(
                _is_one(other, (element, branches)) for other in members[key]
            ) and order.fits(key, branches):
                number = candidate
                break
        numbers.append(number)
        highest[element.name] = max(highest[element.name], number)
        key = element.name.numbered(number)
        members.setdefault(key, []).append((element, branches))
        if len(placed) <= MAX_MERGED:
            order.add(key, branches)
    return numbers


def _is_one(one: _Placed, other: _Placed) -> bool:
    """Whether two places are those of one member."""
    return exclude(one[1], other[1]) and _facts(one[0]) == _facts(other[0])


def _facts(element: Element) -> tuple[object, ...]:
    return (
        element.type,
        element.reference,
        element.repeated,
        element.nillable,
        element.default,
        element.fixed,
    )


def _numbered(group: Group, numbers: Iterator[int]) -> Group:
    found: list[Particle] = []
    for particle in group.particles:
        if isinstance(particle, Element):
            found.append(replace(particle, number=next(numbers)))
        elif isinstance(particle, Group):
            listed = particle.particles and _is_list(particle)
            found.append(_list(particle) if listed else _numbered(particle, numbers))
        else:
            found.append(particle)
    return replace(group, particles=tuple(found))
