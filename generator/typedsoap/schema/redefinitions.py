"""What `xs:redefine` makes of types: the original and its change as one definition.

Source: XML Schema Part 1 §4.2.2. Within a redefinition its own name means the original,
which nothing else can refer to; so that the two are one definition to everybody.
"""

from __future__ import annotations

from dataclasses import replace

from typedsoap.contract import (
    Attribute,
    ComplexType,
    Compositor,
    Derivation,
    Group,
    Particle,
    QName,
    SimpleType,
)
from typedsoap.reporting import Report

Definition = ComplexType | SimpleType


def redefined(change: Definition, original: Definition, report: Report) -> Definition:
    """The definition that a redefinition and the original one make.

    It is the change alone, with TS118 reported, where they make none that can be told in
    one: the change has to derive from the original.
    """
    if change.base != change.name:
        return _refuse(change, "it does not derive from the type of its name", report)
    if isinstance(change, SimpleType) and isinstance(original, SimpleType):
        return replace(change, base=replace(original, name=None))
    if isinstance(change, ComplexType) and isinstance(original, ComplexType):
        what = _problem(change, original)
        if what is not None:
            return _refuse(change, what, report)
        return (_extended if _extends(change) else _restricted)(change, original)
    return _refuse(change, "it is of another kind than what it redefines", report)


def _extends(change: ComplexType) -> bool:
    return change.derivation is Derivation.EXTENSION


def _problem(change: ComplexType, original: ComplexType) -> str | None:
    """Why the change and the original cannot be one definition, if so."""
    if change.simple_content != original.simple_content:
        return "one of the two has simple content"
    if not _extends(change):
        if change.simple_content:
            return "it restricts simple content"
        derived = original.base is not None
        return "it restricts a type that is derived itself" if derived else None
    if original.derivation is Derivation.RESTRICTION:
        return "it extends a restriction"
    groups = (change.content, original.content)
    held = [group for group in groups if group is not None and group.particles]
    if len(held) > 1 and any(group.compositor is Compositor.ALL for group in held):
        return "it extends xs:all"
    return None


def _extended(change: ComplexType, original: ComplexType) -> ComplexType:
    """What the original has, then what the change adds."""
    return replace(
        _common(change, original),
        base=original.base,
        derivation=original.derivation,
        text=original.text,
        content=_in_sequence(original.content, change.content),
        attributes=_attributes(original, change),
        wildcard_attributes=change.wildcard_attributes or original.wildcard_attributes,
        prohibited_attributes=original.prohibited_attributes,
    )


def _restricted(change: ComplexType, original: ComplexType) -> ComplexType:
    """The content of the change, and the attributes that it leaves."""
    return replace(
        _common(change, original),
        base=None,
        derivation=None,
        attributes=_attributes(original, change),
        prohibited_attributes=frozenset[QName](),
    )


def _common(change: ComplexType, original: ComplexType) -> ComplexType:
    return replace(
        change,
        mixed=change.mixed or (_extends(change) and original.mixed),
        is_value_type=change.is_value_type or original.is_value_type,
        documentation=change.documentation or original.documentation,
    )


def _attributes(original: ComplexType, change: ComplexType) -> tuple[Attribute, ...]:
    found = {attribute.name: attribute for attribute in original.attributes}
    for name in change.prohibited_attributes:
        found.pop(name, None)
    found.update((attribute.name, attribute) for attribute in change.attributes)
    return tuple(found.values())


def _in_sequence(first: Group | None, second: Group | None) -> Group | None:
    if first is None or not first.particles:
        return second or first
    if second is None or not second.particles:
        return first
    return Group(
        compositor=Compositor.SEQUENCE,
        particles=(*_inside(first), *_inside(second)),
        location=second.location,
    )


def _inside(group: Group) -> tuple[Particle, ...]:
    once = (group.min_occurs, group.max_occurs) == (1, 1)
    if once and group.compositor is Compositor.SEQUENCE:
        return group.particles
    return (group,)


def _refuse(change: Definition, what: str, report: Report) -> Definition:
    report.error(
        "TS118",
        f"the redefinition of {change.name} is not supported: {what}",
        change.location,
        "include the schema, and define the changed type under a new name",
    )
    if isinstance(change, ComplexType):
        return replace(change, base=None, derivation=None)
    return replace(change, base=None)
