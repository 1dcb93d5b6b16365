"""Elements of two groups paired, and what their occurrence and nillability mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from typedsoap.changes.findings import moved
from typedsoap.contract import Element, Group, QName

_Named = dict[tuple[QName, int], Element]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The elements of two groups, each with the name that a path calls it by.

    Attributes:
        moved: Elements in another place among those of both, with their old and new
            number.
    """

    both: tuple[tuple[Element, Element, str], ...]
    removed: tuple[tuple[Element, str], ...]
    added: tuple[tuple[Element, str], ...]
    moved: tuple[tuple[str, tuple[str, str]], ...]


def pairs(old: Group, new: Group) -> Pairs:
    """The elements that stand in two groups directly.

    They are paired by name, and those that are left by local name. Others in the group
    take no part.
    """
    before, after = _named(old), _named(new)
    partners = {key: key for key in before if key in after}
    rest = {(k[0].name, k[1]): k for k in after if k not in before}
    for key in before:
        other = rest.get((key[0].name, key[1]))
        if key not in partners and other is not None:
            partners[key] = other
    found = set(partners.values())
    names = {partners[key]: _shown(key) for key in partners}
    ordered = [partners[key] for key in before if key in partners]
    return Pairs(
        tuple((before[k], after[p], _shown(k)) for k, p in partners.items()),
        tuple((e, _shown(k)) for k, e in before.items() if k not in partners),
        tuple((e, _shown(k)) for k, e in after.items() if k not in found),
        tuple((names[k], at) for k, at in moved(ordered, after).items()),
    )


def occurrence_rules(
    old: Element, new: Element
) -> Iterator[tuple[str, str | None, str | None]]:
    """What changed about how often an element occurs, but for whether it must."""
    if old.max_occurs != new.max_occurs:
        words = most(old.max_occurs), most(new.max_occurs)
        if old.repeated != new.repeated:
            yield f"element-made-{'repeated' if new.repeated else 'single'}", *words
        else:
            raised = new.max_occurs is None or (
                old.max_occurs is not None and new.max_occurs > old.max_occurs
            )
            yield f"max-occurs-{'raised' if raised else 'lowered'}", *words
    if old.min_occurs != new.min_occurs and (
        (old.repeated and new.repeated) or max(old.min_occurs, new.min_occurs) > 1
    ):
        way = "raised" if new.min_occurs > old.min_occurs else "lowered"
        yield f"min-occurs-{way}", str(old.min_occurs), str(new.min_occurs)


def presence_rule(old: Element, new: Element) -> str | None:
    """The rule for whether an element must be there, and must have a value.

    A list that is empty is no absent value, so occurrence says nothing of it here.
    """
    repeated = old.repeated and new.repeated
    was = bool(old.min_occurs) or repeated, old.nillable
    now = bool(new.min_occurs) or repeated, new.nillable
    if was == now:
        return None
    if repeated:
        return f"items-made-{'nillable' if new.nillable else 'not-nillable'}"
    if now == (True, False):
        return "element-made-required"
    if was == (True, False):
        return "element-made-optional"
    if was[0] != now[0]:
        return "element-must-be-present" if now[0] else "element-may-be-absent"
    return "element-made-nillable" if now[1] else "element-made-not-nillable"


def _named(group: Group) -> _Named:
    counts: Counter[QName] = Counter()
    named: _Named = {}
    for particle in group.particles:
        if isinstance(particle, Element):
            counts[particle.name] += 1
            named[particle.name, counts[particle.name]] = particle
    return named


def _shown(key: tuple[QName, int]) -> str:
    name, number = key
    return name.name if number == 1 else f"{name.name} ({number})"


def most(occurs: int | None) -> str:
    """The greatest number of occurrences in words."""
    return "unbounded" if occurs is None else str(occurs)
