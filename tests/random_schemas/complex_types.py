"""Random complex types: content of their own, extensions and restrictions.

Source: XML Schema 1.0 Part 1 §3.4.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.random_schemas.attributes import attributes
from tests.random_schemas.content import all_group, group, particles, wildcard
from tests.random_schemas.declared import Component, Content
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.names import WILDCARD
from tests.random_schemas.narrowing import narrower
from tests.random_schemas.scope import Scope


@dataclass(frozen=True, slots=True)
class ComplexType:
    """A definition without a name, and what is to be known of it."""

    markup: Markup
    content: Content
    samples: tuple[str, ...] = ()
    base: Component | None = None


def anonymous(scope: Scope) -> Markup:
    """The definition of a type that has no name."""
    return complex_type(scope).markup


def complex_type(scope: Scope, base: Component | None = None) -> ComplexType:
    """Any complex type.

    Args:
        base: What it is derived from; None for any type, or one without a base.
    """
    bases = scope.declared.of("complexType")
    if base is None and bases and scope.chance(0.3):
        base = scope.rng.choice(bases)
    if base is not None:
        return _derived(scope, base)
    if scope.chance(0.12):
        return _simple_content(scope)
    return _plain(scope)


def _plain(scope: Scope) -> ComplexType:
    rng = scope.rng
    mixed = "true" if scope.chance(0.04) else None
    content = Content.MIXED if mixed else Content.ELEMENTS
    chance = rng.random()
    inner: list[Markup] = []
    if chance < 0.65:
        inner = particles(scope, 0, 4)
        if scope.chance(0.08) and WILDCARD not in scope.members:
            inner.append(wildcard(scope))
        inner = [xs("sequence", *inner)]
    elif chance < 0.88:
        inner = [group(scope, rng.choice(("choice", "choice", "sequence")))]
    elif chance < 0.95:
        inner, content = [all_group(scope)], Content.ALL
    markup = xs("complexType", *inner, *attributes(scope), mixed=mixed)
    return ComplexType(markup, content)


def _simple_content(scope: Scope) -> ComplexType:
    known = scope.declared.simple(scope.rng)
    extension = xs("extension", *attributes(scope), base=known.reference)
    markup = xs("complexType", xs("simpleContent", extension))
    return ComplexType(markup, Content.SIMPLE, known.samples)


def _derived(scope: Scope, base: Component) -> ComplexType:
    scope.members |= base.members
    if scope.chance(0.3):
        restricted = narrower(scope.rng, base, scope.namespace)
        if restricted is not None:
            return ComplexType(restricted, base.content, base.samples, base)
    return _extended(scope, base)


def _extended(scope: Scope, base: Component) -> ComplexType:
    inner: list[Markup] = []
    simple = base.content is Content.SIMPLE
    if not simple and base.content is not Content.ALL and scope.chance(0.8):
        kind = scope.rng.choice(("sequence", "sequence", "sequence", "choice"))
        inner = [xs(kind, *particles(scope, 1 if kind == "choice" else 0, 3))]
    extension = xs("extension", *inner, *attributes(scope), base=base.reference)
    mixed = "true" if base.content is Content.MIXED else None
    content = xs("simpleContent" if simple else "complexContent", extension)
    markup = xs("complexType", content, mixed=mixed)
    return ComplexType(markup, base.content, base.samples, base)


def named(scope: Scope, name: str, definition: ComplexType) -> Component:
    """A definition as a component of the scope's schema."""
    markup = replace(
        definition.markup, attributes={"name": name} | definition.markup.attributes
    )
    return Component(
        scope.namespace,
        name,
        markup,
        members=frozenset(scope.members),
        samples=definition.samples,
        content=definition.content,
        base=definition.base,
    )
