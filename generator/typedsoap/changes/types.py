"""Complex types, elements, particles and attributes compared (XML Schema Part 1)."""

from __future__ import annotations

from typedsoap.changes.elements import occurrence_rules, pairs, presence_rule
from typedsoap.changes.findings import Findings, Place, moved
from typedsoap.changes.groups import group_presence, group_rules
from typedsoap.changes.same_named import compare_same_named
from typedsoap.changes.simple_types import compare_simple
from typedsoap.contract import (
    Attribute,
    ComplexType,
    Compositor,
    Element,
    Group,
    QName,
    SimpleType,
    TypeReference,
    Wildcard,
)
from typedsoap.contract.arrays import is_collection


def compare_definitions(
    old: ComplexType | SimpleType,
    new: ComplexType | SimpleType,
    place: Place,
    findings: Findings,
) -> None:
    """Every fact of two types that belong together."""
    if isinstance(old, ComplexType) and isinstance(new, ComplexType):
        _complex(old, new, place, findings)
    elif isinstance(old, SimpleType) and isinstance(new, SimpleType):
        compare_simple(old, new, place, findings)
    else:
        kinds = [_kind(old), _kind(new)]
        findings.report("type-kind-changed", place, *kinds, old, new)


def compare_elements(
    old: Element, new: Element, place: Place, findings: Findings
) -> None:
    """Every fact of two elements that belong together; `place` is their own."""
    findings.facts(old, new, place)
    if old.name != new.name:
        findings.report("element-form-changed", place, old.name, new.name, old, new)
    for rule, before, after in occurrence_rules(old, new):
        findings.report(rule, place, before, after, old, new)
    presence = presence_rule(old, new)
    if presence is not None:
        findings.report(presence, place, *map(_presence, (old, new)), old, new)
    _references("element-type-changed", (old, new), place, findings)


def compare_attributes(
    old: Attribute, new: Attribute, place: Place, findings: Findings
) -> None:
    """Every fact of two attributes of one name."""
    findings.facts(old, new, place)
    if old.required != new.required:
        rule = f"attribute-made-{'required' if new.required else 'optional'}"
        words = ["required" if node.required else "optional" for node in (old, new)]
        findings.report(rule, place, *words, old, new)
    _references("attribute-type-changed", (old, new), place, findings)


def _references(
    rule: str,
    nodes: tuple[Element, Element] | tuple[Attribute, Attribute],
    place: Place,
    findings: Findings,
) -> None:
    old, new = (node.type for node in nodes)
    if isinstance(old, QName) or isinstance(new, QName):
        if old != new:
            findings.report(rule, place, *map(_reference, (old, new)), *nodes)
    else:
        compare_definitions(old, new, place, findings)


def _complex(
    old: ComplexType, new: ComplexType, place: Place, findings: Findings
) -> None:
    findings.facts(old, new, place)
    if old.abstract != new.abstract:
        kinds = ["abstract" if node.abstract else "concrete" for node in (old, new)]
        findings.report(f"type-made-{kinds[1]}", place, *kinds, old, new)
    if old.wildcard_attributes != new.wildcard_attributes:
        end = "added" if new.wildcard_attributes else "removed"
        words = [_any(node.wildcard_attributes) for node in (old, new)]
        findings.report(f"attribute-wildcard-{end}", place, *words, old, new)
    listed = [is_collection(node) for node in (old, new)]
    if listed[0] != listed[1]:
        words = ["array" if found else None for found in listed]
        findings.report("array-changed", place, *words, old, new)
    _attributes(old, new, place, findings)
    empty = None
    for node in (old.content, new.content):
        if node is not None and empty is None:
            empty = Group(compositor=node.compositor, location=node.location)
    if empty is not None:
        _groups(old.content or empty, new.content or empty, place, findings)
        if (old.content is None) != (new.content is None):
            _emptied(old, new, place, findings)
    if old.name is None or not (old.base or new.base):
        compare_same_named([old], [new], place, findings)


def _emptied(
    old: ComplexType, new: ComplexType, place: Place, findings: Findings
) -> None:
    """A group without particles is no content either, but the contract tells the two."""
    content = old.content or new.content
    if content is not None and not content.particles:
        words = (None, "empty") if old.content is None else ("empty", None)
        findings.report("empty-group-changed", place, *words, old, new)


def _groups(old: Group, new: Group, place: Place, findings: Findings) -> None:
    findings.facts(old, new, place)
    for rule, *words in group_rules(old, new):
        findings.report(rule, place, *words, old, new)
    sole = [group.sole_particle is not None for group in (old, new)]
    if sole[0] != sole[1] and old.repeated and new.repeated:
        kinds = ["one member" if found else "several" for found in sole]
        findings.report("repeated-group-changed", place, *kinds, old, new)
    found = pairs(old, new)
    for before, after, name in found.both:
        compare_elements(before, after, place.inner("element", name), findings)
    for element, name in found.removed:
        rule = f"{_needed(element, old, nil='optional')}-element-removed"
        findings.report(
            rule, place.inner("element", name), _type(element), None, element, new
        )
    for element, name in found.added:
        come = f"{_needed(element, new, nil='nillable')}-element-added"
        rule = _alternative_added(old, new) or come
        findings.report(
            rule,
            place.inner("element", name),
            None,
            _type(element),
            old,
            element,
        )
    for name, places in found.moved:
        findings.report(
            "element-moved", place.inner("element", name), *places, old, new
        )
    _nested(old, new, place, findings)
    _wildcards(old, new, place, findings)


def _needed(element: Element, group: Group, *, nil: str) -> str:
    """Whether it must be there: of a choice, no alternative must.

    Args:
        nil: The word for one that must be there but may be nil.
    """
    if not element.min_occurs or _is_choice(group):
        return "optional"
    return nil if element.nillable else "required"


def _alternative_added(old: Group, new: Group) -> str | None:
    """The rule for what a choice has come to have; None for any other group."""
    if not (_is_choice(old) and _is_choice(new)):
        return None
    return f"{'repeated-' if new.repeated else ''}alternative-added"


def _is_choice(group: Group) -> bool:
    return group.compositor is Compositor.CHOICE


def _nested(old: Group, new: Group, place: Place, findings: Findings) -> None:
    """Groups inside of a group have no names; they are paired in order."""
    before = [found for found in old.particles if isinstance(found, Group)]
    after = [found for found in new.particles if isinstance(found, Group)]
    for index in range(max(len(before), len(after))):
        inside = place.inner("group", str(index + 1))
        if index >= len(after):
            gone = before[index]
            found = (
                "optional" if _is_choice(old) else group_presence(gone, nil="optional")
            )
            rule = f"{found}-group-removed"
            findings.report(rule, inside, gone.compositor, None, gone, new)
        elif index >= len(before):
            come = after[index]
            known = f"{group_presence(come, nil='nillable')}-group-added"
            rule = _alternative_added(old, new) or known
            findings.report(rule, inside, None, come.compositor, old, come)
        else:
            _groups(before[index], after[index], inside, findings)


def _wildcards(old: Group, new: Group, place: Place, findings: Findings) -> None:
    before = [found for found in old.particles if isinstance(found, Wildcard)]
    after = [found for found in new.particles if isinstance(found, Wildcard)]
    for index in range(max(len(before), len(after))):
        inside = place.inner("wildcard", str(index + 1))
        if index >= len(after):
            gone = before[index]
            findings.report("wildcard-removed", inside, gone.namespace, None, gone, new)
        elif index >= len(before):
            come = after[index]
            known = f"{'required-' if come.min_occurs else ''}wildcard-added"
            rule = _alternative_added(old, new) or known
            findings.report(rule, inside, None, come.namespace, old, come)
        else:
            findings.facts(before[index], after[index], inside)


def _attributes(
    old: ComplexType, new: ComplexType, place: Place, findings: Findings
) -> None:
    before = {attribute.name: attribute for attribute in old.attributes}
    after = {attribute.name: attribute for attribute in new.attributes}
    for name in dict.fromkeys((*before, *after)):
        inside = place.inner("attribute", name.name)
        was, now = before.get(name), after.get(name)
        if was is not None and now is not None:
            compare_attributes(was, now, inside, findings)
        elif now is not None:
            kind = "required" if now.required else "optional"
            rule = f"{kind}-attribute-added"
            findings.report(rule, inside, None, _reference(now.type), old, now)
        elif was is not None:
            kind = "required" if was.required else "optional"
            rule = f"{kind}-attribute-removed"
            findings.report(rule, inside, _reference(was.type), None, was, new)
    for name, at in moved(before, after).items():
        inside = place.inner("attribute", name.name)
        findings.report("attributes-reordered", inside, *at, old, new)


def _kind(definition: ComplexType | SimpleType) -> str:
    return "complex" if isinstance(definition, ComplexType) else "simple"


def _any(flag: bool) -> str | None:
    return "any attribute" if flag else None


def _type(element: Element) -> QName | str:
    return _reference(element.type)


def _reference(reference: TypeReference) -> QName | str:
    return reference if isinstance(reference, QName) else "(anonymous)"


def _presence(element: Element) -> str:
    words = "required" if element.min_occurs else "optional"
    return f"{words}, nillable" if element.nillable else words
