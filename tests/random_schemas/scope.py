"""The content of one type while it is made: which elements it has already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from random import Random

from tests.random_schemas.declared import Component, Declared
from tests.random_schemas.markup import Markup
from tests.random_schemas.names import MEMBERS


@dataclass(slots=True)
class Scope:
    """What random particles and attributes of one type need to know.

    Elements of one name must have one type, also those of a base and of groups (XML Schema
    Part 1 §3.8.6), so that every name is drawn once, and only a whole element repeated. Of
    two wildcards one may take what is meant for the other, so that there is one.

    Attributes:
        anonymous: Makes an anonymous type in it.
        namespace: That of the schema.
        later: Types and elements that may be referred to where nothing has to be, since
            they may hold what is made here.
        members: The names of its elements, and of its attributes with `@` before them, and
            `*` for a wildcard.
        again: Elements that may stand in it a second time.
    """

    rng: Random
    declared: Declared
    namespace: str
    anonymous: Callable[[Scope], Markup]
    later: tuple[Component, ...] = ()
    depth: int = 0
    members: set[str] = field(default_factory=set[str])
    again: list[Markup] = field(default_factory=list[Markup])

    def chance(self, probability: float) -> bool:
        """Whether something happens."""
        return self.rng.random() < probability

    def name(self, before: str = "") -> str:
        """The name of another element; of an attribute where `@` is to stand before it."""
        left = [name for name in MEMBERS if before + name not in self.members]
        name = self.rng.choice(left) if left else f"n{len(self.members)}"
        self.members.add(before + name)
        return name

    def inside(self) -> Scope:
        """That of an anonymous type in it."""
        return replace(self, depth=self.depth + 1, members=set(), again=[])

    def takes(self, names: Iterable[str]) -> bool:
        """Add the elements of a group or a reference; False where that may not be."""
        found = set(names)
        if found & self.members:
            return False
        self.members |= found
        return True

    def complex_types(self, *, optional: bool) -> list[Component]:
        """Types that an element may have."""
        types = self.declared.of("complexType")
        return [*types, *self.later_of("complexType")] if optional else types

    def later_of(self, kind: str) -> list[Component]:
        """Those of a kind that may be referred to where nothing has to be."""
        return [found for found in self.later if found.kind == kind]
