"""Simple types and enumerations compared (XML Schema Part 2 §4.3)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from typedsoap.changes.findings import Findings, Place, moved
from typedsoap.contract import QName, SimpleType, TypeReference

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
        elif differ(before, after):
            findings.report(rule, place, before, after, old, new)
    _enumerations(old, new, place, findings)
    _facets(old, new, place, findings)


def differ(old: TypeReference | None, new: TypeReference | None) -> bool:
    """Whether two references are not both the same name."""
    if isinstance(old, QName) or isinstance(new, QName):
        return old != new
    return (old is None) != (new is None) or type(old) is not type(new)


def _enumerations(
    old: SimpleType, new: SimpleType, place: Place, findings: Findings
) -> None:
    before = {member.value: member for member in old.enumerations}
    after = {member.value: member for member in new.enumerations}
    for value, member in before.items():
        inside = place.inner("member", value)
        if value in after:
            findings.facts(member, after[value], inside)
        else:
            findings.report("enumeration-member-removed", inside, value, None, old, new)
    for value in after:
        if value not in before:
            inside = place.inner("member", value)
            findings.report("enumeration-member-added", inside, None, value, old, new)
    for value in moved(before, after):
        inside = place.inner("member", value)
        at = [*before].index(value) + 1, [*after].index(value) + 1
        findings.report("enumeration-reordered", inside, *map(str, at), old, new)


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
