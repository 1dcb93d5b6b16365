"""Elements that a type inherits beside elements of its own that have the same name.

What a base type gains or loses is told of the base; that it makes elements of one name
more or fewer concerns the types that are derived from it.
"""

from __future__ import annotations

from collections import Counter

from typedsoap.changes.findings import Findings, Place
from typedsoap.contract import ComplexType, QName, Schema
from typedsoap.contract.shapes import content_lineage


def compare_inherited(
    old: tuple[ComplexType, Schema],
    new: tuple[ComplexType, Schema],
    place: Place,
    findings: Findings,
) -> None:
    """Report names that are inherited, and that more or fewer elements have.

    Those that a type's own content has more or less often are told there.

    Args:
        old: The type and its schema.
        place: That of the type.
    """
    (was, _), (now, _) = old, new
    own, later = _names(was), _names(now)
    before, after = _inherited(*old), _inherited(*new)
    for name in sorted({*before, *after}):
        had, has = own[name] + before[name], later[name] + after[name]
        told = own[name] and later[name] and own[name] != later[name]
        if had and has and had != has and not told:
            rule, words = same_named_rule(had, has), (str(had), str(has))
            findings.report(rule, place.inner("element", name.name), *words, was, now)


def same_named_rule(had: int, has: int) -> str:
    """The rule for more or fewer elements of one name."""
    return f"same-named-element-{'added' if has > had else 'removed'}"


def _inherited(definition: ComplexType, schema: Schema) -> Counter[QName]:
    found: Counter[QName] = Counter()
    for link in content_lineage(definition, schema)[:-1]:
        found += _names(link)
    return found


def _names(definition: ComplexType) -> Counter[QName]:
    return Counter(element.name for element in definition.declared_elements())
