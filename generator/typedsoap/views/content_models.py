"""Content in which an element stands twice: its members are found by their position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from typedsoap.contract import Element, Group, Particle
from typedsoap.quoting import quote
from typedsoap.views.model import MemberView, TagView
from typedsoap.views.model_groups import inner_particles
from typedsoap.views.places import Place
from typedsoap.views.xml_names import XmlNames


class _Shown(NamedTuple):
    """A member of a content model: its name as a literal, and its constants."""

    literal: str
    tags: tuple[str, ...]
    repeated: bool


def with_positions(
    content: Group | None, members: Sequence[MemberView]
) -> tuple[str, tuple[MemberView, ...]]:
    """The content model as source, "" where names alone tell the members apart.

    Args:
        content: The model group that the members are in.

    Returns:
        Also the members, those that are lists with their places among these.
    """
    listed = Counter(tag.name for member in members for tag in _tags(member))
    if content is None or all(number == 1 for number in listed.values()):
        return "", tuple(members)
    places = count()
    placed = tuple(
        (
            replace(member, several=next(places))
            if member.place is Place.OCCURRENCES
            or (member.is_element and member.repeated)
            else member
        )
        for member in members
    )
    by_key = {member.key: member for member in members}

    def particle(found: Particle) -> _Shown | None:
        member = None if found.key is None else by_key.get(found.key)
        if member is None or member.place is Place.WILDCARD:
            return None
        tags = tuple(tag.constant for tag in _tags(member))
        return _Shown(member.literal, tags, member.repeated)

    return _source(content, particle), placed


def _tags(member: MemberView) -> Iterator[TagView]:
    if member.place is Place.OCCURRENCES:
        yield from member.known
    elif member.is_element:
        yield member.tag


def occurrences(xml_names: XmlNames, content: Group) -> str:
    """A repeated group in which an element stands twice, as source.

    Args:
        content: What one occurrence holds.
    """

    def particle(found: Particle) -> _Shown | None:
        if isinstance(found, Element):
            name, elements = found.name.name, [found.name]
        elif isinstance(found, Group):
            name = f"({found.compositor})"
            elements = [element.name for element in found.declared_elements()]
        else:
            return None
        tags = tuple(xml_names.tag(element).constant for element in elements)
        return _Shown(quote(name), tags, found.repeated)

    return f"PositionalOccurrences({_source(content, particle)})"


def _source(particle: Particle, shown: Callable[[Particle], _Shown | None]) -> str:
    optional = ["optional=True"] if particle.min_occurs == 0 else []
    if isinstance(particle, Group) and particle.key is None:
        inner = [_source(each, shown) for each in inner_particles(particle)]
        arguments = [quote(str(particle.compositor)), *filter(None, inner), *optional]
        return f"ContentModel({', '.join(arguments)})"
    found = shown(particle)
    if found is None:
        return ""
    repeated = ["repeated=True"] if found.repeated else []
    return f"Particle({', '.join([found.literal, *found.tags, *optional, *repeated])})"
