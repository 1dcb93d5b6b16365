"""Random particles: elements, references, nested groups, wildcards.

Source: XML Schema 1.0 Part 1 §3.3, §3.7 to §3.10.
"""

from __future__ import annotations

from typing import Final

from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.names import WILDCARD
from tests.random_schemas.scope import Scope
from tests.random_schemas.simple_types import simple_type
from tests.random_schemas.values import constrained

_DEEP: Final = 3
_WILDCARDS: Final = (
    *("##any", "##other", "##targetNamespace", "##local"),
    "urn:example:other urn:elsewhere",
)
Occurs = tuple[str | None, str | None]


def particles(scope: Scope, least: int, most: int) -> list[Markup]:
    """Particles of a sequence or a choice."""
    return [_particle(scope) for _ in range(scope.rng.randint(least, most))]


def group(scope: Scope, kind: str) -> Markup:
    """A sequence or choice that may be absent or repeated."""
    least, most = _group_occurs(scope)
    inner = particles(scope, 1 if kind == "choice" else 0, 4)
    return xs(kind, *inner, minOccurs=least, maxOccurs=most)


def all_group(scope: Scope) -> Markup:
    """An `xs:all`, in which nothing is repeated."""
    inner = [_element(scope, (_optional(scope, 0.4), None)) for _ in range(3)]
    return xs("all", *inner, minOccurs=_optional(scope, 0.2))


def wildcard(scope: Scope) -> Markup:
    """An `xs:any`."""
    scope.members.add(WILDCARD)
    process = scope.rng.choice((None, "lax", "lax", "skip", "strict"))
    # Of what has to be there and declared, there may be nothing that ends.
    sure = process in ("lax", "skip")
    least, most = _occurs(scope)
    return xs(
        "any",
        namespace=scope.rng.choice((*_WILDCARDS, None)),
        processContents=process,
        minOccurs=least if sure else "0",
        maxOccurs=most,
    )


def element(scope: Scope) -> Markup:
    """A local element, or a reference to a global one."""
    return _element(scope, _occurs(scope))


def _particle(scope: Scope) -> Markup:
    chance = scope.rng.random()
    if chance < 0.1 and scope.depth < _DEEP:
        return group(scope, "choice")
    if chance < 0.18 and scope.depth < _DEEP:
        return group(scope, "sequence")
    if chance < 0.23:
        return _group_reference(scope) or element(scope)
    if chance < 0.26 and WILDCARD not in scope.members:
        return wildcard(scope)
    if chance < 0.29 and scope.again:
        least, most = _occurs(scope)
        return scope.rng.choice(scope.again).having(minOccurs=least, maxOccurs=most)
    return element(scope)


def _group_reference(scope: Scope) -> Markup | None:
    found = scope.declared.of("group")
    chosen = scope.rng.choice(found) if found else None
    if chosen is None or not scope.takes(chosen.members):
        return None
    least, most = _group_occurs(scope)
    return xs("group", ref=chosen.reference, minOccurs=least, maxOccurs=most)


def _element(scope: Scope, occurs: Occurs) -> Markup:
    least, most = occurs
    return _kind(scope, optional=least == "0").having(minOccurs=least, maxOccurs=most)


def _kind(scope: Scope, *, optional: bool) -> Markup:
    rng = scope.rng
    if scope.chance(0.12):
        elements = scope.declared.of("element")
        elements += scope.later_of("element") if optional else []
        chosen = rng.choice(elements) if elements else None
        if chosen is not None and scope.takes(chosen.members):
            return xs("element", ref=chosen.reference)
    form = rng.choice((*(None,) * 6, "qualified", "unqualified"))
    nillable = "true" if scope.chance(0.25) else None
    local = xs("element", name=scope.name(), form=form, nillable=nillable)
    chance = rng.random()
    if chance < 0.12 and scope.depth < _DEEP:
        return local.holding(scope.anonymous(scope.inside()))
    if chance < 0.22:
        inner = simple_type(rng, scope.declared)
        return constrained(rng, local, inner.samples).holding(inner.markup)
    types = scope.complex_types(optional=optional)
    if chance < 0.5 and types:
        found = local.having(type=rng.choice(types).reference)
    elif chance < 0.55:
        found = local.having(type=rng.choice(("xs:anyType", None)))
    else:
        known = scope.declared.simple(rng)
        found = constrained(rng, local.having(type=known.reference), known.samples)
    scope.again.append(found)
    return found


def _optional(scope: Scope, probability: float) -> str | None:
    return "0" if scope.chance(probability) else None


def _occurs(scope: Scope) -> Occurs:
    return scope.rng.choice(
        (
            *((None, None),) * 5,
            *(("0", None),) * 3,
            *(("0", "unbounded"), ("0", "1")),
            *((None, "unbounded"), ("1", "3"), ("2", "2")),
        )
    )


def _group_occurs(scope: Scope) -> Occurs:
    return scope.rng.choice(
        (
            *((None, None),) * 5,
            *(("0", None),) * 2,
            *((None, "unbounded"), ("0", "unbounded"), ("0", "2")),
        )
    )
