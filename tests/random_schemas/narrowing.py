"""Restrictions of complex types: the content of the base, less of it allowed.

Source: XML Schema 1.0 Part 1 §3.4.2, §3.9.6. libxml2 does not compare the two, so that all
that is made here has to be a restriction by construction.
"""

from __future__ import annotations

from random import Random

from tests.random_schemas.declared import Component, Content
from tests.random_schemas.markup import Markup, xs

_GROUPS = ("sequence", "choice", "all", "group")
_LESS = {
    # How often something may stand, as the base has it and as it may be narrowed.
    ("0", "1"): (("1", "1"), ("0", "0")),
    ("0", "unbounded"): (("1", "unbounded"), ("0", "3"), ("0", "0")),
    ("1", "unbounded"): (("1", "1"), ("2", "unbounded"), ("1", "4")),
    ("1", "3"): (("1", "1"), ("2", "3")),
}


def narrower(rng: Random, base: Component, namespace: str) -> Markup | None:
    """A restriction of a type; None where it cannot be written here.

    Args:
        namespace: That of the schema, in which unqualified names must mean the same.
    """
    links = [*base.lineage()]
    if any(link.namespace != namespace for link in links):
        return None
    simple = base.content is Content.SIMPLE
    inner = [] if simple else _content(rng, links)
    own = [_attribute(rng, a) for a in _attributes(base)]
    narrowed = [attribute for attribute in own if attribute is not None]
    restriction = xs("restriction", *inner, *narrowed, base=base.reference)
    content = xs("simpleContent" if simple else "complexContent", restriction)
    mixed = "true" if base.content is Content.MIXED else None
    return xs("complexType", content, mixed=mixed)


def _content(rng: Random, links: list[Component]) -> list[Markup]:
    # What is restricted has all of its content itself.
    whole = next(
        (n for n, link in enumerate(links) if _restricts(link)), len(links) - 1
    )
    links = links[: whole + 1]
    groups = [found for link in reversed(links) for found in _groups(link.markup)]
    if any(found.get("maxOccurs") for found in groups) or len(groups) > 1:
        return [groups[0]] if len(groups) == 1 else [xs("sequence", *groups)]
    return [_narrowed(rng, found) for found in groups]


def _restricts(component: Component) -> bool:
    below = (inner for child in component.markup.children for inner in child.children)
    return any(found.name == "restriction" for found in below)


def _groups(markup: Markup) -> list[Markup]:
    """The content of a definition, which a derivation has in two further elements."""
    if markup.name in _GROUPS:
        return [markup]
    if markup.name not in ("complexType", "complexContent", "extension", "restriction"):
        return []
    return [found for child in markup.children for found in _groups(child)]


def _narrowed(rng: Random, found: Markup) -> Markup:
    if found.name == "choice":
        return found
    return found.holding(*(_particle(rng, child) for child in found.children))


def _particle(rng: Random, particle: Markup) -> Markup:
    if particle.name != "element":
        return particle
    occurs = particle.get("minOccurs") or "1", particle.get("maxOccurs") or "1"
    less = _LESS.get(occurs, ())
    if less and rng.random() < 0.4:
        least, most = rng.choice(less)
        particle = particle.having(minOccurs=least, maxOccurs=most)
    if particle.get("nillable") and rng.random() < 0.5:
        particle = particle.having(nillable=None)
    return particle


def _attributes(base: Component) -> list[Markup]:
    """The attributes that a definition declares itself."""
    return [a for a in _beside(base.markup) if a.get("use") != "prohibited"]


def _beside(markup: Markup) -> list[Markup]:
    found: list[Markup] = []
    for child in markup.children:
        if child.name == "attribute":
            found.append(child)
        elif child.name not in _GROUPS:
            found += _beside(child)
    return found


def _attribute(rng: Random, attribute: Markup) -> Markup | None:
    """An attribute as a restriction repeats it; None where it is taken over as it is."""
    if attribute.get("use") == "required" or rng.random() < 0.6:
        return None
    if attribute.get("default") is not None or attribute.get("fixed") is not None:
        return None
    return attribute.having(use=rng.choice(("required", "prohibited")))
