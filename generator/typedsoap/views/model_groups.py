"""Choices and optional sequences: what is checked of their members before sending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from typedsoap.contract import Compositor, Element, Group, QName
from typedsoap.quoting import quote
from typedsoap.views.model import GroupView, MemberView


def group_views(
    content: Group | None,
    members: Mapping[QName, MemberView],
    constant: Callable[[int], str],
) -> tuple[GroupView, ...]:
    """The groups of a content model whose members depend on each other.

    Args:
        members: By the names of their elements.
        constant: The name of the constant for a group, by its number.
    """
    if content is None:
        return ()
    names = {name: member.name for name, member in members.items()}
    return tuple(
        GroupView(
            constant=constant(number),
            source=_source(group, names),
            members=tuple(members[name] for name in _element_names(group)),
        )
        for number, group in enumerate(_dependent(content), 1)
    )


def alternatives(content: Group | None) -> frozenset[QName]:
    """The elements that are absent where of every choice the first one is taken."""
    if content is None:
        return frozenset()
    found: set[QName] = set()
    for number, particle in enumerate(content.particles):
        if not isinstance(particle, Group):
            inner = [particle.name] if isinstance(particle, Element) else []
        else:
            inner = list(_element_names(particle))
            found |= alternatives(particle)
        if content.compositor is Compositor.CHOICE and number > 0:
            found.update(inner)
    return frozenset(found)


def _dependent(group: Group) -> Iterator[Group]:
    """The outermost groups that say more than that each of their members is there."""
    if group.compositor is Compositor.CHOICE:
        yield group
    elif group.min_occurs == 0:
        if len(group.particles) > 1:
            yield group
    else:
        for particle in group.particles:
            if isinstance(particle, Group):
                yield from _dependent(particle)


def _element_names(group: Group) -> Iterator[QName]:
    for particle in group.particles:
        if isinstance(particle, Element):
            yield particle.name
        elif isinstance(particle, Group):
            yield from _element_names(particle)


def _source(group: Group, names: Mapping[QName, str]) -> str:
    arguments = [quote(str(group.compositor))]
    for particle in group.particles:
        if isinstance(particle, Group):
            arguments.append(_source(particle, names))
        elif isinstance(particle, Element):
            optional = "?" if particle.min_occurs == 0 else ""
            arguments.append(quote(names[particle.name] + optional))
    if group.min_occurs == 0:
        arguments.append("optional=True")
    return f"ModelGroup({', '.join(arguments)})"
