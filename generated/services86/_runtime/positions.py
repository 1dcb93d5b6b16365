"""Content in which an element stands twice: which member each child belongs to.

Elsewhere the name of a child tells (`Members`); here it takes what comes before it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from .content_models import ContentModel, Matcher
from .reading import Element, Reader
from .wildcards import Wildcard, WildcardMembers

T = TypeVar("T")


class PositionalMembers(WildcardMembers):
    """The members of an element, some of which have elements of the same name.

    Children that are not known are passed over first. Those that are left are taken in
    the order of the content model; if that is not possible, as if each member of it might
    be absent; or else, by name, each to the first member that has room for it.

    Args:
        single: The Python names of the members that are one element at most.
        several: Those of the members that are lists.
    """

    __slots__ = ("_matcher", "_particles", "_several", "_single", "_wild")

    def __init__(
        self,
        *single: str,
        several: Sequence[str] = (),
        content: ContentModel,
        attributes: Sequence[str] = (),
        other_attributes: bool = False,
        wildcards: Sequence[Wildcard] = (),
    ) -> None:
        self._particles = tuple(content.members())
        super().__init__(
            repeated=[tag for particle in self._particles for tag in particle.tags],
            attributes=attributes,
            other_attributes=other_attributes,
            wildcards=wildcards,
        )
        self._single = single
        self._several = several
        self._matcher = Matcher(content)
        self._wild = tuple(p for p in self._particles if p.wildcard is not None)

    def of(self, element: Element, reader: Reader) -> Sequence[Element | None]:
        """The only child of each single member; see `Members.of`."""
        super().of(element, reader)
        return self._only(element, reader)

    def among(
        self, children: Sequence[Element], reader: Reader
    ) -> Sequence[Element | None]:
        """The only child of each single member; see `Members.among`."""
        super().among(children, reader)
        return self._only(children, reader)

    def several(
        self, children: Iterable[Element], reader: Reader
    ) -> list[list[Element]]:
        """The children of each member that is a list."""
        found = self._found(children, reader)
        return [found[name] for name in self._several]

    def wild(self, element: Element, reader: Reader) -> list[list[Element]]:
        """The elements that stand for each wildcard, in the order of the message.

        Of several wildcards it is the one at whose place an element is.
        """
        if not self._wild:
            return super().wild(element, reader)
        found = self._found(element, reader)
        for particle in self._wild:
            most = None if particle.wildcard is None else particle.wildcard.most
            for child in found[particle.name][most:] if most is not None else ():
                reader.unknown(child)
            found[particle.name] = found[particle.name][:most]
        return [found[particle.name] for particle in self._wild]

    def _only(
        self, children: Iterable[Element], reader: Reader
    ) -> Sequence[Element | None]:
        found = self._found(children, reader)
        return [found[name][0] if found[name] else None for name in self._single]

    def _found(
        self, children: Iterable[Element], reader: Reader
    ) -> dict[str, list[Element]]:
        known = [child for child in children if self._is_known(str(child.tag))]
        tags = [str(child.tag) for child in known]
        found: dict[str, list[Element]] = {p.name: [] for p in self._particles}
        places = self._matcher.places(tags)
        if places is None:
            for child in known:
                self._put(found, child, reader)
        else:
            for child, place in zip(known, places, strict=True):
                found[self._particles[place.member].name].append(child)
        return found

    def _is_known(self, tag: str) -> bool:
        return tag in self.names or any(p.allows(tag) for p in self._wild)

    def _put(
        self, found: dict[str, list[Element]], child: Element, reader: Reader
    ) -> None:
        """Add a child where it goes if nothing but its name is known of it."""
        tag = str(child.tag)
        named = [particle for particle in self._particles if tag in particle.tags]
        for particle in (*named, *(p for p in self._wild if p.allows(tag))):
            there = found[particle.name]
            if particle.repeated or not there:
                there.append(child)
                return
        if named:
            reader.fail(child, "the element occurs too often")
        reader.unknown(child)


class PositionalOccurrences:
    """A repeated group in which an element stands twice.

    Args:
        content: What one occurrence holds.
    """

    __slots__ = ("_matcher", "_tags")

    def __init__(self, content: ContentModel) -> None:
        self._tags = frozenset(tag for p in content.members() for tag in p.tags)
        self._matcher = Matcher(content)

    def of(self, children: Iterable[Element]) -> Iterator[list[Element]]:
        """The children of each occurrence; others are passed over."""
        known = [child for child in children if child.tag in self._tags]
        tags = [str(child.tag) for child in known]
        places = self._matcher.places(tags, again=True) or []
        occurrence: list[Element] = []
        for child, place in zip(known, places, strict=True):
            if place.begins and occurrence:
                yield occurrence
                occurrence = []
            occurrence.append(child)
        if occurrence:
            yield occurrence


def read_positional_occurrences(
    children: Iterable[Element],
    reader: Reader,
    group: PositionalOccurrences,
    read: Callable[[Sequence[Element], Reader], T],
) -> list[T]:
    """Every occurrence among the children of an element; others are passed over.

    Args:
        read: Reads the elements of one occurrence.
    """
    return [read(occurrence, reader) for occurrence in group.of(children)]
