"""Elements of one name in the content of a type, of which there are more or fewer.

They are members that are numbered, so that a number can come to mean another one; and who
knows of one element refuses two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from typedsoap.changes.findings import Findings, Place
from typedsoap.contract import ComplexType, QName
from typedsoap.contract.element_numbers import highest_numbers


def compare_same_named(
    old: Iterable[ComplexType],
    new: Iterable[ComplexType],
    place: Place,
    findings: Findings,
) -> None:
    """Report the names that more or fewer members of a type have.

    Args:
        old: The type after the types whose content it extends; likewise `new`.
        place: That of the type.
    """
    was, now = [*old], [*new]
    if not (_has_twice(was) or _has_twice(now)):
        return
    before, after = _members(was), _members(now)
    for name in sorted({*before, *after}):
        had, has = before[name], after[name]
        if had and has and had != has:
            rule = f"same-named-element-{'added' if has > had else 'removed'}"
            where = place.inner("element", name.name)
            findings.report(rule, where, str(had), str(has), was[-1], now[-1])


def _has_twice(links: Iterable[ComplexType]) -> bool:
    """Whether two elements have one name, which costs less to see than how many members."""
    names = [element.name for link in links for element in link.declared_elements()]
    return len({*names}) < len(names)


def _members(links: Iterable[ComplexType]) -> Counter[QName]:
    found: Counter[QName] = Counter()
    for link in links:
        found = highest_numbers(link.content, found)
    return found
