"""Content models, and which of their members each of some elements is (XML Schema §3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .wildcards import Wildcard


class Particle:
    """A member where it stands in a content model.

    Args:
        name: Its Python name; a member may stand in several branches of a choice.
        tags: The expanded name of its element, or of all elements of a repeated group.
        optional: Whether it may be absent.
        repeated: Whether there may be several of these elements.
        wildcard: Which elements it may be, for a member that has no names.
    """

    __slots__ = ("name", "optional", "repeated", "tags", "wildcard")

    def __init__(
        self,
        name: str,
        *tags: str,
        optional: bool = False,
        repeated: bool = False,
        wildcard: Wildcard | None = None,
    ) -> None:
        self.name = name
        self.tags = frozenset(tags)
        self.optional = optional
        self.repeated = repeated
        self.wildcard = wildcard

    def allows(self, tag: str) -> bool:
        """Whether it is a wildcard that an element of this name may stand for."""
        return self.wildcard is not None and self.wildcard.allows(tag)


class ContentModel:
    """A model group: in which order its particles come, or that only one of them does.

    Args:
        compositor: "choice", "sequence" or "all".
        particles: What it consists of, groups too.
        optional: Whether it may be absent.
    """

    __slots__ = ("compositor", "optional", "particles")

    def __init__(
        self,
        compositor: str,
        *particles: Particle | ContentModel,
        optional: bool = False,
    ) -> None:
        self.compositor = compositor
        self.particles = particles
        self.optional = optional

    def members(self) -> Iterator[Particle]:
        """The members in it at any depth, in order."""
        for particle in self.particles:
            if isinstance(particle, Particle):
                yield particle
            else:
                yield from particle.members()


class Place(NamedTuple):
    """Where a child stands: its member, and whether an occurrence begins with it."""

    member: int
    begins: bool


class Matcher:
    """Tells which members of a content model some elements are.

    Elements that do not fit it are taken as if each of its members might be absent.
    """

    __slots__ = ("_content", "_lenient", "_strict")

    def __init__(self, content: ContentModel) -> None:
        self._content = content
        self._strict = _Automaton(content, lenient=False)
        # Few replies need it, and it is large.
        self._lenient: _Automaton | None = None

    def places(self, tags: Sequence[str], *, again: bool = False) -> list[Place] | None:
        """Where each of some names stands; None where they do not fit at all.

        Args:
            again: Whether the whole may come again after its end.
        """
        found = self._strict.places(tags, again=again)
        if found is None:
            if self._lenient is None:
                self._lenient = _Automaton(self._content, lenient=True)
            found = self._lenient.places(tags, again=again)
        return found


class _Step(NamedTuple):
    """How a member was reached: the member before it, and whether that was an end."""

    before: int
    begins: bool


class _Automaton:
    """What may come after each member of a content model (the construction of Glushkov).

    Args:
        lenient: Whether every member may be absent.
    """

    __slots__ = (
        "_empty",
        "_first",
        "_follow",
        "_last",
        "_lenient",
        "_names",
        "_particles",
    )

    def __init__(self, content: ContentModel, *, lenient: bool) -> None:
        self._lenient = lenient
        self._particles: list[Particle] = []
        self._follow: list[dict[int, None]] = []
        first, last, self._empty = self._add(content)
        self._names = frozenset(tag for p in self._particles for tag in p.tags)
        self._first = dict.fromkeys(first)
        self._last = frozenset(last)

    def places(self, tags: Sequence[str], *, again: bool) -> list[Place] | None:
        """Where each of some names stands; None where they do not fit."""
        steps: list[dict[int, _Step]] = []
        for tag in tags:
            steps.append(self._step(tag, self._ways(steps, again)))
        ends = [member for member in steps[-1] if member in self._last] if steps else []
        if not ends:
            return [] if self._empty and not tags else None
        member = ends[0]
        found: list[Place] = []
        for step in reversed(steps):
            found.append(Place(member, step[member].begins))
            member = step[member].before
        return found[::-1]

    def _step(
        self, tag: str, ways: Iterable[tuple[int, Iterable[int], bool]]
    ) -> dict[int, _Step]:
        """The members that an element may be, each with the way to it."""
        may_be_wild = not self._lenient or tag not in self._names
        named: dict[int, _Step] = {}
        wild: dict[int, _Step] = {}
        for before, after, begins in ways:
            for member in after:
                particle = self._particles[member]
                if tag in particle.tags:
                    named.setdefault(member, _Step(before, begins))
                elif may_be_wild and particle.allows(tag):
                    wild.setdefault(member, _Step(before, begins))
        # What has a name is a wildcard's only where it can be nothing else.
        return named or wild

    def _ways(
        self, steps: Sequence[Mapping[int, object]], again: bool
    ) -> Iterator[tuple[int, Iterable[int], bool]]:
        """From which members there is a way to which, and whether it begins anew."""
        if not steps:
            yield -1, self._first, True
            return
        for member in steps[-1]:
            yield member, self._follow[member], False
        # What can go on does not begin anew.
        for member in steps[-1]:
            if again and member in self._last:
                yield member, self._first, True

    def _add(
        self, particle: Particle | ContentModel
    ) -> tuple[list[int], list[int], bool]:
        """The members a particle begins and ends with, and whether it may be absent."""
        empty = particle.optional or self._lenient
        if isinstance(particle, Particle):
            place = len(self._particles)
            self._particles.append(particle)
            self._follow.append({place: None} if particle.repeated else {})
            return [place], [place], empty
        parts = [self._add(inner) for inner in particle.particles]
        if particle.compositor == "choice":
            begin = [place for begins, _, _ in parts for place in begins]
            end = [place for _, ends, _ in parts for place in ends]
            return begin, end, empty or any(absent for _, _, absent in parts)
        if particle.compositor == "all":
            return self._in_any_order(parts, empty)
        first: list[int] = []
        last: list[int] = []
        absent_so_far = True
        for begins, ends, absent in parts:
            self._link(last, begins)
            first += begins if absent_so_far else []
            last = [*last, *ends] if absent else ends
            absent_so_far = absent_so_far and absent
        return first, last, empty or absent_so_far

    def _in_any_order(
        self, parts: Sequence[tuple[list[int], list[int], bool]], empty: bool
    ) -> tuple[list[int], list[int], bool]:
        first = [place for begins, _, _ in parts for place in begins]
        last = [place for _, ends, _ in parts for place in ends]
        for number, (_, ends, _) in enumerate(parts):
            for other, (begins, _, _) in enumerate(parts):
                if other != number:
                    self._link(ends, begins)
        return first, last, empty or all(absent for _, _, absent in parts)

    def _link(self, before: Iterable[int], after: Iterable[int]) -> None:
        for place in before:
            self._follow[place].update(dict.fromkeys(after))
