"""Types for what a repeated model group holds each time, which no element is around.

A repeated sequence is a list of items, "Order/(item)"; a repeated choice a list in which
each entry is one of the alternatives, "Order/(choice)". No local name of a schema has a
parenthesis in it. A further group of an owner is numbered: "Order/(item 2)".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from typedsoap.contract.kinds import Compositor
from typedsoap.contract.names import QName
from typedsoap.contract.schema import (
    ComplexType,
    Element,
    Group,
    Particle,
)

MAX_PAIRS: Final = 10_000
"""How many pairs of elements that may follow each other are listed for one group."""


@dataclass(slots=True)
class Occurrences:
    """Names the repeated groups of one content model.

    Attributes:
        owner: The name of the type whose content it is.
        types: The types by name, outer ones first.
    """

    owner: QName
    types: dict[QName, ComplexType] = field(default_factory=dict[QName, ComplexType])
    _counts: Counter[str] = field(default_factory=Counter[str])

    def named(self, group: Group) -> Group:
        """The group with a name for each type that an occurrence of a group has."""
        if group.item is not None:
            return group
        if not group.repeated:
            return replace(group, particles=tuple(map(self._named, group.particles)))
        return group if group.sole_particle else self._repeated(group)

    def _named(self, particle: Particle) -> Particle:
        return self.named(particle) if isinstance(particle, Group) else particle

    def _repeated(self, group: Group) -> Group:
        name = self._name(group)
        self.types[name] = once = ComplexType(
            name=name, anonymous=True, occurrence=True, location=group.location
        )
        single = replace(group, min_occurs=1, max_occurs=1)
        if group.compositor is Compositor.CHOICE:
            content = replace(
                single, particles=tuple(map(self._alternative, alternatives(group)))
            )
        else:
            content = self.named(single)
        self.types[name] = replace(once, content=content)
        return replace(group, item=name)

    def _alternative(self, particle: Particle) -> Particle:
        return self._repeated(particle) if isinstance(particle, Group) else particle

    def _name(self, group: Group) -> QName:
        what = "choice" if group.compositor is Compositor.CHOICE else "item"
        self._counts[what] += 1
        number = self._counts[what]
        step = f"({what})" if number == 1 else f"({what} {number})"
        return QName(self.owner.namespace, f"{self.owner.name}/{step}")


def alternatives(choice: Group) -> Iterator[Particle]:
    """The alternatives of a repeated choice, those of a choice inside of it among them.

    A sequence of one element is that element.
    """
    for particle in choice.particles:
        if isinstance(particle, Group) and (
            particle.compositor is Compositor.CHOICE or len(particle.particles) == 1
        ):
            yield from alternatives(particle)
        else:
            yield particle


def bounds(group: Group) -> tuple[int, int | None]:
    """How often the group's occurrences may be there at least and at most.

    No valid number is outside; where an alternative is itself repeated, or may be absent,
    some that are invalid are not either.
    """
    if group.compositor is Compositor.CHOICE:
        each = [_bounds(particle) for particle in group.particles]
        least = min((least for least, _ in each), default=0)
        most = _greatest(most for _, most in each)
    else:
        least = 0 if all(_bounds(p)[0] == 0 for p in group.particles) else 1
        most = 1
    least *= group.min_occurs
    if most is None or group.max_occurs is None:
        return least, None
    return least, most * group.max_occurs


def _bounds(particle: Particle) -> tuple[int, int | None]:
    if isinstance(particle, Group):
        return bounds(particle)
    return particle.min_occurs, particle.max_occurs


def _greatest(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    known = [number for number in found if number is not None]
    return None if len(known) < len(found) else max(known, default=0)


def following(group: Group) -> dict[QName, tuple[QName, ...]]:
    """By element, which elements may follow it in the same occurrence of a group.

    After any other one the next occurrence begins. Where both would be possible, the
    group is read as far as it goes: XML Schema does not say (Part 1, §3.8.6).

    Raises:
        OverflowError: There are more than `MAX_PAIRS`.
    """
    automaton = _Automaton()
    automaton.once(group)
    return {name: tuple(after) for name, after in automaton.follow.items()}


def begins_clearly(group: Group) -> bool:
    """Whether `following` finds every occurrence of a group to begin where it does.

    It may not where an element stands twice in the group, and different ones follow.

    Raises:
        OverflowError: There are more than `MAX_PAIRS` pairs.
    """
    after = following(group)
    if sum(1 for _ in group.declared_elements()) == len(after):
        return True
    automaton = _Automaton()
    first, last = automaton.once(_told_apart(group, count(1)))
    for end in last:
        own = {_name(place) for place in automaton.follow[end]}
        begins = {_name(begin) for begin in first}
        if any(name in after[_name(end)] and name not in own for name in begins):
            return False
    return True


def _told_apart(group: Group, numbers: Iterator[int]) -> Group:
    """The group with another name for each of its elements."""
    found: list[Particle] = []
    for particle in group.particles:
        if isinstance(particle, Group):
            found.append(_told_apart(particle, numbers))
        elif isinstance(particle, Element):
            name = particle.name._replace(name=f"{particle.name.name}/{next(numbers)}")
            found.append(replace(particle, name=name))
    return replace(group, particles=tuple(found))


def _name(place: QName) -> QName:
    return place._replace(name=place.name.partition("/")[0])


@dataclass(slots=True)
class _Automaton:
    """What may follow each element (the construction of Glushkov)."""

    follow: dict[QName, dict[QName, None]] = field(
        default_factory=dict[QName, dict[QName, None]]
    )
    pairs: int = 0

    def once(self, group: Group) -> tuple[list[QName], list[QName]]:
        """The elements that an occurrence of a group begins and ends with."""
        if group.compositor is not Compositor.CHOICE:
            return self.add(replace(group, min_occurs=1, max_occurs=1))[:2]
        first: list[QName] = []
        last: list[QName] = []
        for particle in group.particles:
            once = particle
            if isinstance(particle, Element):
                once = replace(particle, max_occurs=1)
            elif isinstance(particle, Group):
                once = replace(particle, min_occurs=1, max_occurs=1)
            begins, ends, _ = self.add(once)
            first += begins
            last += ends
        return first, last

    def add(self, particle: Particle) -> tuple[list[QName], list[QName], bool]:
        """The elements a particle begins and ends with, and whether it may be absent."""
        first: list[QName] = []
        last: list[QName] = []
        empty = particle.min_occurs == 0
        if isinstance(particle, Element):
            self.follow.setdefault(particle.name, {})
            first, last = [particle.name], [particle.name]
        elif isinstance(particle, Group):
            first, last, inner = self._group(particle)
            empty = empty or inner
        if particle.max_occurs != 1:
            self._link(last, first)
        return first, last, empty

    def _group(self, group: Group) -> tuple[list[QName], list[QName], bool]:
        first: list[QName] = []
        last: list[QName] = []
        empties: list[bool] = []
        for particle in group.particles:
            begins, ends, empty = self.add(particle)
            if group.compositor is Compositor.CHOICE:
                first += begins
                last += ends
            else:
                self._link(last, begins)
                if all(empties):
                    first += begins
                last = [*last, *ends] if empty else ends
            empties.append(empty)
        if group.compositor is Compositor.CHOICE:
            return first, last, any(empties)
        return first, last, all(empties)

    def _link(self, before: list[QName], after: list[QName]) -> None:
        self.pairs += len(before) * len(after)
        if self.pairs > MAX_PAIRS:
            raise OverflowError(f"more than {MAX_PAIRS} pairs")
        for name in before:
            self.follow[name].update(dict.fromkeys(after))
