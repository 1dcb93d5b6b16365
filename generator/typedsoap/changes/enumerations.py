"""Enumerations compared: the values that two types list, themselves or by their bases.

Source: XML Schema Part 2, §4.3.5. A type of texts that lists values is an enumeration in
Python; of any other the values are a facet like the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from typedsoap.changes.findings import Findings, Place, moved
from typedsoap.contract import Enumeration, SimpleType
from typedsoap.contract.shapes import is_enumeration, listed_values

_Values = Mapping[str, Enumeration]

# The rules for a value that is gone, and for one that has come.
_MEMBERS: Final = ("enumeration-member-removed", "enumeration-member-added")
_OTHERS: Final = ("facet-tightened", "facet-loosened")


def compare_enumerations(
    old: SimpleType, new: SimpleType, place: Place, findings: Findings
) -> None:
    """Report what became of the values of two types.

    Of values that both types only inherit it is told at their bases.
    """
    if not (old.enumerations or new.enumerations):
        return
    before, after = findings.schemas
    values = _values(listed_values(old, before)), _values(listed_values(new, after))
    was, now = is_enumeration(old, before), is_enumeration(new, after)
    words = [", ".join(known) or None for known in values]
    if all(values):
        rules = _MEMBERS if was and now else _OTHERS
        _members(*values, (old, new), rules, place, findings)
    elif was or now:
        end = "added" if now else "removed"
        findings.report(f"enumeration-{end}", place, *words, old, new)
    else:
        way = "tightened" if values[1] else "loosened"
        inside = place.inner("facet", "enumeration")
        findings.report(f"facet-{way}", inside, *words, old, new)


def _members(
    before: _Values,
    after: _Values,
    types: tuple[SimpleType, SimpleType],
    rules: tuple[str, str],
    place: Place,
    findings: Findings,
) -> None:
    gone, come = rules
    for value, member in before.items():
        inside = place.inner("member", value)
        if value in after:
            findings.facts(member, after[value], inside)
        else:
            findings.report(gone, inside, value, None, *types)
    for value in after:
        if value not in before:
            findings.report(come, place.inner("member", value), None, value, *types)
    for value, at in moved(before, after).items():
        inside = place.inner("member", value)
        findings.report("enumeration-reordered", inside, *at, *types)


def _values(listed: tuple[Enumeration, ...]) -> _Values:
    return {member.value: member for member in listed}
