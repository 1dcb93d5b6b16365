"""Which repeated model groups can be generated today."""

from __future__ import annotations

from collections.abc import Collection

from typedsoap.contract import Group, QName, Wildcard
from typedsoap.contract.occurrences import following


def repeated_group_problem(group: Group, taken: Collection[QName]) -> str | None:
    """What keeps a repeated group from being a list.

    Args:
        taken: The names of elements before it in the same content.
    """
    what = f"a repeated xs:{group.compositor}"
    if _has_wildcard(group):
        return f"{what} with xs:any"
    if group.item is None:
        return what
    names = set(taken)
    elements = tuple(group.declared_elements())
    if not elements:
        return f"{what} without elements"
    for element in elements:
        if element.name in names:
            return f"the element {element.name.name!r} twice"
        names.add(element.name)
    try:
        following(group)
    except OverflowError as problem:
        return f"{what} of elements that follow each other in {problem}"
    return None


def _has_wildcard(group: Group) -> bool:
    return any(
        isinstance(particle, Wildcard)
        or (isinstance(particle, Group) and _has_wildcard(particle))
        for particle in group.particles
    )
