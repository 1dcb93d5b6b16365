"""Content whose members are found by their position.

In it an element stands twice, or there are several wildcards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from typedsoap.contract import Element, Group, Particle
from typedsoap.contract.occurrences import following
from typedsoap.quoting import quote
from typedsoap.views.model import MemberView, TagView
from typedsoap.views.model_groups import inner_particles
from typedsoap.views.places import Place
from typedsoap.views.xml_names import XmlNames


class _Shown(NamedTuple):
    """A member of a content model: its name as a literal, and its constants.

    Attributes:
        wildcard: The constant of a wildcard; "" for what has names.
    """

    literal: str
    tags: tuple[str, ...]
    repeated: bool
    wildcard: str = ""


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
    twice = any(number > 1 for number in listed.values())
    wild = content is not None and _wildcards_have_places(content, members)
    if content is None or not (twice or wild):
        return "", tuple(members)
    by_key = {member.key: member for member in members}

    def particle(found: Particle) -> _Shown | None:
        member = None if found.key is None else by_key.get(found.key)
        if member is None:
            return None
        if member.place is not Place.WILDCARD:
            tags = tuple(tag.constant for tag in _tags(member))
            return _Shown(member.literal, tags, member.repeated)
        if wild:
            return _Shown(member.literal, (), member.repeated, member.tag.constant)
        return None

    source = _source(content, particle)
    return source, tuple(_with_places(members))


def _with_places(members: Sequence[MemberView]) -> Iterator[MemberView]:
    places = count()
    for member in members:
        repeated = member.is_element and member.repeated
        listed = repeated or member.place is Place.OCCURRENCES
        yield replace(member, several=next(places)) if listed else member


def _wildcards_have_places(content: Group, members: Sequence[MemberView]) -> bool:
    """Whether the place of an element tells for which of several wildcards it stands.

    That is not asked of content in which very many elements may be absent.
    """
    if sum(member.place is Place.WILDCARD for member in members) < 2:
        return False
    try:
        following(content)
    except OverflowError:
        return False
    return True


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
    arguments = [found.literal, *found.tags, *optional]
    arguments += ["repeated=True"] if found.repeated else []
    arguments += [f"wildcard={found.wildcard}"] if found.wildcard else []
    return f"Particle({', '.join(arguments)})"
