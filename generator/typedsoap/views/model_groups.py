"""Choices and optional sequences: what is checked of their members before sending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from typedsoap.contract import Compositor, Element, Group, Particle, QName
from typedsoap.contract.occurrences import bounds
from typedsoap.quoting import quote
from typedsoap.views.model import GroupView, MemberView


def group_views(
    content: Group | None,
    members: Mapping[QName, MemberView],
    constant: Callable[[int], str],
) -> tuple[GroupView, ...]:
    """The groups of a content model whose members depend on each other.

    Args:
        members: By the keys of their particles.
        constant: The name of the constant for a group, by its number.
    """
    if content is None or content.key is not None:
        return ()
    return tuple(
        GroupView(
            constant=constant(number),
            source=_source(group, members),
            members=tuple(members[key] for key in dict.fromkeys(_keys(group))),
        )
        for number, group in enumerate(_dependent(content), 1)
    )


def alternatives(content: Group | None) -> frozenset[QName]:
    """The members that are absent where of every choice the first one is taken."""
    if content is None or content.key is not None:
        return frozenset()
    return frozenset(_keys(content)).difference(_taken(content))


def nil_beside(content: Group | None) -> frozenset[QName]:
    """The members that have to be there, if only as nil, where others of a group are.

    Nil is what None means there, as it is for a required member of no such group.
    """
    if content is None or content.key is not None:
        return frozenset()
    return frozenset(key for group in _dependent(content) for key in _nil_in(group))


def _nil_in(group: Group) -> Iterator[QName]:
    held = [p for p in group.particles if not (isinstance(p, Group) and p.is_empty)]
    several = group.compositor is not Compositor.CHOICE and len(held) > 1
    for particle in inner_particles(group):
        if isinstance(particle, Group) and particle.key is None:
            yield from _nil_in(particle)
        elif several and _is_needed(particle) and particle.key is not None:
            yield particle.key


def _is_needed(particle: Particle) -> bool:
    """Whether an element may be nil and cannot be absent."""
    return (
        isinstance(particle, Element)
        and particle.nillable
        and particle.fixed is None
        and particle.min_occurs > 0
        and not particle.repeated
    )


def _taken(particle: Particle) -> Iterator[QName]:
    """The members that are there where of every choice the first one is taken."""
    if particle.key is not None:
        yield particle.key
    elif isinstance(particle, Group):
        for number, inner in enumerate(inner_particles(particle)):
            if number == 0 or particle.compositor is not Compositor.CHOICE:
                yield from _taken(inner)


def inner_particles(group: Group) -> Iterator[Particle]:
    """What a group consists of; a repeated group of one particle is that, repeated."""
    for particle in group.particles:
        sole = particle.sole_particle if isinstance(particle, Group) else None
        yield sole or particle


def _dependent(group: Group) -> Iterator[Group]:
    """The outermost groups that say more than that each of their members is there."""
    if group.compositor is Compositor.CHOICE:
        yield group
    elif group.min_occurs == 0:
        if len(group.particles) > 1:
            yield group
    else:
        for particle in inner_particles(group):
            if isinstance(particle, Group) and particle.key is None:
                yield from _dependent(particle)


def _keys(particle: Particle) -> Iterator[QName]:
    key = particle.key
    if key is not None:
        yield key
    elif isinstance(particle, Group):
        for inner in inner_particles(particle):
            yield from _keys(inner)


def _may_be_absent(particle: Particle) -> bool:
    """Whether nothing at all is an instance of it."""
    least = bounds(particle)[0] if isinstance(particle, Group) else particle.min_occurs
    return least == 0


def _source(group: Group, members: Mapping[QName, MemberView]) -> str:
    arguments = [quote(str(group.compositor))]
    nil = frozenset(_nil_in(group))
    for particle in inner_particles(group):
        key = particle.key
        if key is not None:
            member = members[key]
            may_be_nil = key in nil and member.nil_beside
            mark = "?" if _may_be_absent(particle) else "!" if may_be_nil else ""
            arguments.append(quote(member.name + mark))
        elif isinstance(particle, Group):
            arguments.append(_source(particle, members))
    if group.min_occurs == 0:
        arguments.append("optional=True")
    return f"ModelGroup({', '.join(arguments)})"
