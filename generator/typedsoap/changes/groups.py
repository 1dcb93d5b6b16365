"""What changed about a model group itself (XML Schema Part 1 §3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.changes.elements import most
from typedsoap.contract import Compositor, Element, Group, Particle


def group_rules(old: Group, new: Group) -> Iterator[tuple[str, str, str]]:
    """The rules for two groups that belong together, each with the old and new fact."""
    if old.compositor is not new.compositor:
        choice = Compositor.CHOICE in (old.compositor, new.compositor)
        rule = "choice-changed" if choice else "compositor-changed"
        yield rule, old.compositor, new.compositor
    before, after = (old.min_occurs, old.max_occurs), (new.min_occurs, new.max_occurs)
    if before == after:
        return
    words = _occurrence(old), _occurrence(new)
    if before[1] == after[1] == 1:
        way = "required" if new.min_occurs else "optional"
        yield f"group-made-{way}", *words
    else:
        yield "group-occurrence-changed", *words


def group_presence(group: Group, *, nil: str) -> str:
    """Whether anything of a group must be there: "required" or "optional".

    Args:
        nil: The word for one of which all that must be there may be nil.
    """
    if _needed(group, nil=False):
        return "required"
    return nil if _needed(group, nil=True) else "optional"


def _needed(particle: Particle, *, nil: bool) -> bool:
    """Whether it must be there; what may be nil counts if `nil` says so."""
    if not particle.min_occurs:
        return False
    if not isinstance(particle, Group):
        return nil or not isinstance(particle, Element) or not particle.nillable
    if particle.compositor is Compositor.CHOICE:
        return all(_needed(inner, nil=True) for inner in particle.particles)
    return any(_needed(inner, nil=nil) for inner in particle.particles)


def _occurrence(group: Group) -> str:
    return f"{group.min_occurs} to {most(group.max_occurs)}"
