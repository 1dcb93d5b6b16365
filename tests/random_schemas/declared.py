"""What the schemas of a WSDL declare so far, and what may be referred to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Final

from tests.random_schemas.built_in import LISTS, SAMPLES
from tests.random_schemas.markup import Markup, said

GLOBAL: Final = "Global"
"""What the names of elements begin with that are not made for Body."""

_OWN: Final = 0.4


class Content(StrEnum):
    """What the content of a complex type is."""

    ELEMENTS = "elements"
    ALL = "all"
    MIXED = "mixed"
    SIMPLE = "simple"


@dataclass(frozen=True, slots=True)
class Component:
    """A component with a name.

    Attributes:
        markup: Its declaration.
        members: The names of the elements that its content holds, those of its base and
            of groups too.
        samples: Valid texts of a simple type, or of the content of a complex one.
        content: What a complex type holds.
        base: What a complex type is derived from.
        atomic: Whether a simple type is neither a list nor holds one.
    """

    namespace: str
    name: str
    markup: Markup
    members: frozenset[str] = frozenset()
    samples: tuple[str, ...] = ()
    content: Content = Content.ELEMENTS
    base: Component | None = None
    atomic: bool = True

    @property
    def kind(self) -> str:
        """The local name of its declaration."""
        return self.markup.name

    @property
    def may_stand_alone(self) -> bool:
        """Whether an element may be in Header or a fault, and is not there for Body."""
        return self.name.startswith(GLOBAL) and self.markup.get("abstract") is None

    @property
    def reference(self) -> str:
        """How it is referred to."""
        return said(self.namespace, self.name)

    def lineage(self) -> Iterator[Component]:
        """Itself, and what it is derived from, the nearest first."""
        yield self
        if self.base is not None:
            yield from self.base.lineage()


@dataclass(frozen=True, slots=True)
class Simple:
    """A simple type, as something refers to it."""

    reference: str
    samples: tuple[str, ...]
    atomic: bool


@dataclass(slots=True)
class Declared:
    """The components of the schemas, in the order of their declaration."""

    components: list[Component] = field(default_factory=list[Component])

    def of(self, kind: str) -> list[Component]:
        """Those of a kind."""
        return [found for found in self.components if found.kind == kind]

    def simple(self, rng: Random, *, atomic: bool = False) -> Simple:
        """A simple type: one of XML Schema, or one that is declared."""
        own = [c for c in self.of("simpleType") if c.atomic or not atomic]
        if own and rng.random() < _OWN:
            chosen = rng.choice(own)
            return Simple(chosen.reference, chosen.samples, chosen.atomic)
        names = [name for name in SAMPLES if not atomic or name not in LISTS]
        name = rng.choice(names)
        return Simple(f"xs:{name}", SAMPLES[name], name not in LISTS)
