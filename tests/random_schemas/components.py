"""Random components of a schema, each of a kind with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import Final

from tests.random_schemas.attributes import attributes, local
from tests.random_schemas.complex_types import anonymous, complex_type, named
from tests.random_schemas.content import particles
from tests.random_schemas.declared import GLOBAL, Component, Declared
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.names import GLOBALS
from tests.random_schemas.scope import Scope
from tests.random_schemas.simple_types import simple_type

_TYPES: Final = ("complexType", "simpleType")


class Components:
    """Makes components for the schemas of some namespaces.

    Args:
        declared: What they may refer to.
    """

    def __init__(self, rng: Random, declared: Declared, namespaces: list[str]) -> None:
        self._rng = rng
        self._declared = declared
        self._namespaces = namespaces
        self._made = 0

    def some(self) -> tuple[Component, ...]:
        """One component, or several that belong together."""
        self._made += 1
        return self._rng.choice(_KINDS)(self)

    def scope(
        self, namespace: str | None = None, later: Iterable[Component] = ()
    ) -> Scope:
        """For a definition in a schema; in any of them where none is named."""
        chosen = namespace or self._rng.choice(self._namespaces)
        return Scope(self._rng, self._declared, chosen, anonymous, tuple(later))

    def any_type(self) -> str:
        """A reference to a type, mostly a complex one."""
        types = self._declared.of("complexType")
        if types and self._rng.random() < 0.6:
            return self._rng.choice(types).reference
        return self._declared.simple(self._rng).reference

    def complex_type(self) -> tuple[Component, ...]:
        """A complex type, which may hold itself."""
        scope = self.scope()
        name = self._name("complexType", scope.namespace)
        scope.later = (Component(scope.namespace, name, xs("complexType")),)
        return (named(scope, name, complex_type(scope)),)

    def circle(self) -> tuple[Component, ...]:
        """Two complex types that may hold one another."""
        names = [f"Circle{self._made}{letter}" for letter in "ab"]
        later = [
            Component(self._rng.choice(self._namespaces), name, xs("complexType"))
            for name in names
        ]
        scopes = [self.scope(found.namespace, later) for found in later]
        return tuple(
            named(scope, name, complex_type(scope))
            for scope, name in zip(scopes, names, strict=True)
        )

    def abstract_type(self) -> tuple[Component, ...]:
        """A type that only others can stand for, and one that does."""
        scope, inner = self.scope(), self.scope()
        name = self._name("complexType", scope.namespace)
        found = named(scope, name, complex_type(scope))
        abstract = replace(found, markup=found.markup.having(abstract="true"))
        derived = complex_type(inner, abstract)
        return (abstract, named(inner, f"Concrete{self._made}", derived))

    def simple_type(self) -> tuple[Component, ...]:
        """A simple type."""
        scope = self.scope()
        name = self._name("simpleType", scope.namespace)
        made = simple_type(self._rng, self._declared)
        markup = replace(made.markup, attributes={"name": name})
        found = Component(scope.namespace, name, markup, samples=made.samples)
        return (replace(found, atomic=made.atomic),)

    def group(self) -> tuple[Component, ...]:
        """A named group."""
        scope = self.scope()
        name = self._name("group", scope.namespace)
        kind = self._rng.choice(("sequence", "sequence", "choice"))
        markup = xs("group", xs(kind, *particles(scope, 1, 4)), name=name)
        return (Component(scope.namespace, name, markup, frozenset(scope.members)),)

    def attribute(self) -> tuple[Component, ...]:
        """A global attribute."""
        scope = self.scope()
        name = self._name("attribute", scope.namespace)
        markup = local(scope).having(use=None, form=None, name=name)
        return (Component(scope.namespace, name, markup, frozenset((f"@{name}",))),)

    def attribute_group(self) -> tuple[Component, ...]:
        """A group of attributes."""
        scope = self.scope()
        name = self._name("attributeGroup", scope.namespace)
        markup = xs("attributeGroup", *attributes(scope), name=name)
        return (Component(scope.namespace, name, markup, frozenset(scope.members)),)

    def element(self) -> tuple[Component, ...]:
        """A global element, which may hold itself."""
        name = f"{GLOBAL}{self._made}"
        scope = self.scope()
        scope.later = (element(scope.namespace, name, xs("element")),)
        nillable = "true" if scope.chance(0.2) else None
        made = (
            xs("element", anonymous(scope), nillable=nillable)
            if scope.chance(0.4)
            else xs("element", type=self.any_type(), nillable=nillable)
        )
        return (element(scope.namespace, name, made),)

    def substitution_group(self) -> tuple[Component, ...]:
        """The head of a substitution group with its members, and members of members.

        Where one may stand, so may others, which counts as having all their names.
        """
        namespaces = self._rng.choices(self._namespaces, k=self._rng.randint(2, 4))
        names = [f"{GLOBAL}{self._made}.{n}" for n in range(len(namespaces))]
        reference = self.any_type()
        types = [reference, *self._derived_from(reference)]
        made: list[Component] = []
        for name, namespace in zip(names, namespaces, strict=True):
            head = self._rng.choice(made[:2]) if made else None
            declaration = xs(
                "element",
                type=self._rng.choice(types) if head else reference,
                substitutionGroup=head.reference if head else None,
                abstract="true" if not made and self._rng.random() < 0.3 else None,
            )
            made.append(element(namespace, name, declaration, *names))
        return tuple(made)

    def _name(self, kind: str, namespace: str) -> str:
        taken = {
            found.name
            for known in (_TYPES if kind in _TYPES else (kind,))
            for found in self._declared.of(known)
            if found.namespace == namespace
        }
        left = [name for name in GLOBALS if name not in taken]
        return self._rng.choice(left) if left else f"N{self._made}"

    def _derived_from(self, reference: str) -> list[str]:
        return [
            found.reference
            for found in self._declared.of("complexType")
            if any(link.reference == reference for link in found.lineage())
        ]


def element(namespace: str, name: str, declaration: Markup, *members: str) -> Component:
    """A declaration without a name as a global element.

    Args:
        members: What stands where it stands, by name.
    """
    markup = replace(declaration, attributes={"name": name} | declaration.attributes)
    return Component(namespace, name, markup, frozenset((name, *members)))


_KINDS: Final[tuple[Callable[[Components], tuple[Component, ...]], ...]] = (
    *(Components.complex_type,) * 9,
    *(Components.simple_type,) * 4,
    *(Components.element,) * 3,
    *(Components.group,) * 2,
    *(Components.attribute, Components.attribute_group),
    *(Components.substitution_group, Components.abstract_type, Components.circle),
)
