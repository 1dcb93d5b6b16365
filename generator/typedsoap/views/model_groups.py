"""Choices and optional sequences: what is checked of their members before sending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from typedsoap.contract import Compositor, Element, Group, Particle, QName
from typedsoap.quoting import quote
from typedsoap.views.model import GroupView, MemberView


def group_views(
    content: Group | None,
    members: Mapping[QName, MemberView],
    constant: Callable[[int], str],
) -> tuple[GroupView, ...]:
    """The groups of a content model whose members depend on each other.

    Args:
        members: By their keys, see `member_key`.
        constant: The name of the constant for a group, by its number.
    """
    if content is None or member_key(content) is not None:
        return ()
    names = {name: member.name for name, member in members.items()}
    return tuple(
        GroupView(
            constant=constant(number),
            source=_source(group, names),
            members=tuple(members[key] for key in _keys(group)),
        )
        for number, group in enumerate(_dependent(content), 1)
    )


def member_key(particle: Particle) -> QName | None:
    """What tells the member that a particle is from others; None where it is none.

    The name of an element, of a wildcard, or of the type that a repeated group has. A
    group that occurs once is no member, but what is in it.
    """
    if isinstance(particle, Element):
        return particle.name
    return particle.item if isinstance(particle, Group) else particle.key


def alternatives(content: Group | None) -> frozenset[QName]:
    """The members that are absent where of every choice the first one is taken."""
    if content is None or member_key(content) is not None:
        return frozenset()
    found: set[QName] = set()
    for number, particle in enumerate(_particles(content)):
        inner = list(_keys(particle))
        if isinstance(particle, Group):
            found |= alternatives(particle)
        if content.compositor is Compositor.CHOICE and number > 0:
            found.update(inner)
    return frozenset(found)


def _particles(group: Group) -> Iterator[Particle]:
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
        for particle in _particles(group):
            if isinstance(particle, Group) and member_key(particle) is None:
                yield from _dependent(particle)


def _keys(particle: Particle) -> Iterator[QName]:
    key = member_key(particle)
    if key is not None:
        yield key
    elif isinstance(particle, Group):
        for inner in _particles(particle):
            yield from _keys(inner)


def _source(group: Group, names: Mapping[QName, str]) -> str:
    arguments = [quote(str(group.compositor))]
    for particle in _particles(group):
        key = member_key(particle)
        if key is not None:
            optional = "?" if particle.min_occurs == 0 else ""
            arguments.append(quote(names[key] + optional))
        elif isinstance(particle, Group):
            arguments.append(_source(particle, names))
    if group.min_occurs == 0:
        arguments.append("optional=True")
    return f"ModelGroup({', '.join(arguments)})"
