"""Which repeated model groups can be generated today."""

from __future__ import annotations

from typedsoap.contract import Group, Wildcard
from typedsoap.contract.occurrences import following


def repeated_group_problem(group: Group) -> str | None:
    """What keeps a repeated group from being a list."""
    what = f"a repeated xs:{group.compositor}"
    if _has_wildcard(group):
        return f"{what} with xs:any"
    if group.item is None:
        return what
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
