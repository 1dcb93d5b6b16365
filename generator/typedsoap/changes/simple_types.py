"""Simple types and enumerations compared (XML Schema Part 2 §4.3)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from typedsoap.changes.enumerations import compare_enumerations
from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.unions import members_rule
from typedsoap.contract import SimpleType, TypeReference

_UPPER: Final = frozenset(
    ("maxLength", "maxInclusive", "maxExclusive", "totalDigits", "fractionDigits")
)
_LOWER: Final = frozenset(("minLength", "minInclusive", "minExclusive"))


def compare_simple(
    old: SimpleType, new: SimpleType, place: Place, findings: Findings
) -> None:
    """Every fact of two simple types."""
    findings.facts(old, new, place)
    for rule, before, after in (
        ("simple-base-changed", old.base, new.base),
        ("item-type-changed", old.item, new.item),
    ):
        if isinstance(before, SimpleType) and isinstance(after, SimpleType):
            compare_simple(before, after, place.inner("type", "(base)"), findings)
        elif before != after:
            findings.report(rule, place, before, after, old, new)
    if old.variety is new.variety:
        compare_enumerations(old, new, place, findings)
    _members(old, new, place, findings)
    _facets(old, new, place, findings)


def _members(
    old: SimpleType, new: SimpleType, place: Place, findings: Findings
) -> None:
    """The members of a union; those without name by what they are, one after the other."""
    pairs = [*zip(old.members, new.members, strict=False)]
    if len(old.members) == len(new.members) and all(map(_alike, pairs)):
        for number, (before, after) in enumerate(pairs, 1):
            if isinstance(before, SimpleType) and isinstance(after, SimpleType):
                inside = place.inner("type", f"(member {number})")
                compare_simple(before, after, inside, findings)
    else:
        rule = members_rule(old, new, findings.schemas)
        findings.report(rule, place, old.members, new.members, old, new)


def _alike(pair: tuple[TypeReference, TypeReference]) -> bool:
    """Whether two references are one name, or both to simple types without name."""
    old, new = pair
    return old == new or (isinstance(old, SimpleType) and isinstance(new, SimpleType))


def _facets(old: SimpleType, new: SimpleType, place: Place, findings: Findings) -> None:
    before, after = _by_name(old), _by_name(new)
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if was != now:
            rule = f"facet-{_direction(name, was, now)}"
            findings.report(rule, place.inner("facet", name), was, now, old, new)


def _by_name(definition: SimpleType) -> dict[str, tuple[str, ...]]:
    facets: dict[str, tuple[str, ...]] = {}
    for name, value in definition.facets:
        facets[name] = (*facets.get(name, ()), value)
    return facets


def _direction(
    name: str, old: tuple[str, ...] | None, new: tuple[str, ...] | None
) -> str:
    if name == "whiteSpace":
        return "changed"
    if old is None:
        return "tightened"
    if new is None:
        return "loosened"
    try:
        smaller = Decimal(new[0]) < Decimal(old[0])
    except InvalidOperation:
        return "changed"
    if name in _UPPER:
        return "tightened" if smaller else "loosened"
    if name in _LOWER:
        return "loosened" if smaller else "tightened"
    return "changed"
