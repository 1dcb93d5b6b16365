"""Random attributes of a type, groups of them, and wildcards.

Source: XML Schema 1.0 Part 1 §3.2, §3.6, §3.10.
"""

from __future__ import annotations

from typing import Final

from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.scope import Scope
from tests.random_schemas.simple_types import simple_type
from tests.random_schemas.values import constrained

_WILDCARDS: Final = ("##any", "##other", "##local", "##targetNamespace", "urn:x", None)
_PROCESS: Final = ("lax", "skip", "strict", None)


def attributes(scope: Scope) -> list[Markup]:
    """What a type has beside its content, mostly nothing."""
    found = [local(scope) for _ in range(scope.rng.choice((0, 0, 0, 1, 1, 2)))]
    for kind, probability in (("attribute", 0.1), ("attributeGroup", 0.1)):
        known = scope.declared.of(kind)
        if known and scope.chance(probability):
            chosen = scope.rng.choice(known)
            if scope.takes(chosen.members):
                found.append(xs(kind, ref=chosen.reference))
    if scope.chance(0.06):
        found.append(wildcard(scope))
    return found


def local(scope: Scope) -> Markup:
    """An attribute that is declared in its type."""
    form = scope.rng.choice((*(None,) * 6, "qualified", "unqualified"))
    declared = xs("attribute", name=scope.name("@"), form=form)
    if scope.chance(0.2):
        inner = simple_type(scope.rng, scope.declared)
        declared, samples = declared.holding(inner.markup), inner.samples
    else:
        known = scope.declared.simple(scope.rng)
        declared, samples = declared.having(type=known.reference), known.samples
    use = scope.rng.choice((None, "required", "optional", "prohibited"))
    found = constrained(scope.rng, declared, samples)
    # A default is of use only where the attribute may be absent (§3.2.3).
    return found if found.get("default") is not None else found.having(use=use)


def wildcard(scope: Scope) -> Markup:
    """An `xs:anyAttribute`."""
    rng = scope.rng
    return xs(
        "anyAttribute",
        namespace=rng.choice(_WILDCARDS),
        processContents=rng.choice(_PROCESS),
    )
