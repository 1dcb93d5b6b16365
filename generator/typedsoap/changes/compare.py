"""Two contracts in, their changes out."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.model import Change, Changes, Reached
from typedsoap.changes.namespaces import mapped, used, version_mapping
from typedsoap.changes.overlay_sides import overlay_side
from typedsoap.changes.overlays import compare_overlays
from typedsoap.changes.python_names import compare_python_names
from typedsoap.changes.reach import reached_by_either, substitutable
from typedsoap.changes.renames import with_renames
from typedsoap.changes.same_named import compare_same_named
from typedsoap.changes.services import compare_services
from typedsoap.changes.types import (
    compare_attributes,
    compare_definitions,
    compare_elements,
)
from typedsoap.contract import ComplexType, Contract, Element, QName, Schema
from typedsoap.contract.offers import offer
from typedsoap.contract.shapes import content_lineage
from typedsoap.overlay import Overlay
from typedsoap.overlay.overlaid import needs_names


def compare(
    old: Contract,
    new: Contract,
    namespaces: Mapping[str, str] | None = None,
    overlays: tuple[Overlay, Overlay] = (Overlay(), Overlay()),
) -> Changes:
    """Every change from one contract to another, and whom it breaks.

    Args:
        namespaces: Old namespaces that are to be read as new ones, where `old` has
            them. By default those that differ in a version alone; an empty mapping for
            none.
        overlays: What the overlays of both say. What speaks of nothing that the contract
            has takes no part.
    """
    if old is new and not namespaces and overlays[0] == overlays[1]:
        return Changes()
    mapping = version_mapping(old, new) if namespaces is None else used(old, namespaces)
    renamed = mapped(old, mapping)
    findings = Findings((renamed.schema, new.schema))
    uses = reached_by_either(renamed, new)
    if mapping:
        _report_mapping(mapping, uses, findings)
    findings.facts(renamed, new, Place())
    compare_services(renamed, new, findings)
    _schemas(renamed, new, uses, findings)
    overlaid = any(overlay != Overlay() for overlay in overlays)
    if overlaid or renamed.schema != new.schema:
        named = any(map(needs_names, overlays))
        before = overlay_side(old, overlays[0], mapping, named=named)
        after = overlay_side(new, overlays[1], {}, named=named)
        compare_python_names(before, after, uses, findings)
        if overlaid:
            compare_overlays(before, after, offer(new), findings)
    changes = with_renames(findings.changes, findings.nodes)
    return Changes(tuple(sorted(changes, key=Change.sort_key)), tuple(mapping.items()))


_Uses = Mapping[tuple[str, QName], Reached]


def _report_mapping(
    mapping: Mapping[str, str], uses: _Uses, findings: Findings
) -> None:
    everything = Reached()
    for use in uses.values():
        everything |= use
    place = Place(reached=everything)
    findings.report(
        "namespace-version-changed", place, tuple(mapping), tuple(mapping.values())
    )


def _schemas(old: Contract, new: Contract, uses: _Uses, findings: Findings) -> None:
    # A schema without namespace may hold nothing but imports: that is mere layout.
    before, after = (sorted({*c.schema.namespaces} - {""}) for c in (old, new))
    if before != after:
        words = tuple(before), tuple(after)
        findings.report("schema-namespaces-changed", Place(), *words)
    schema, other = old.schema, new.schema
    for name in sorted({*schema.elements, *other.elements}):
        place = _place("element", name, uses)
        was, now = schema.elements.get(name), other.elements.get(name)
        if was is not None and now is not None:
            compare_elements(was, now, place, findings)
        else:
            stands = now is not None and _stands_in(now, schema, other)
            word = "substitute" if stands else "global-element"
            _one_sided(word, name, was, now, place, findings)
    known = substitutable(old), substitutable(new)
    for name in sorted({*schema.types, *other.types}):
        place = _place("type", name, uses)
        kind, type_ = schema.types.get(name), other.types.get(name)
        if kind is not None and type_ is not None:
            compare_definitions(kind, type_, place, findings)
            if isinstance(kind, ComplexType) and isinstance(type_, ComplexType):
                _extended((kind, schema), (type_, other), place, findings)
        else:
            side, declared = (new, known[0]) if kind is None else (old, known[1])
            stands = not declared.isdisjoint(_bases(name, side.schema))
            word = "derived-type" if stands else "type"
            _one_sided(word, name, kind, type_, place, findings)
    for name in sorted({*schema.attributes, *other.attributes}):
        place = _place("attribute", name, uses)
        given, found = schema.attributes.get(name), other.attributes.get(name)
        if given is not None and found is not None:
            compare_attributes(given, found, place, findings)
        else:
            _one_sided("global-attribute", name, given, found, place, findings)


def _extended(
    old: tuple[ComplexType, Schema],
    new: tuple[ComplexType, Schema],
    place: Place,
    findings: Findings,
) -> None:
    """What two types have with what they inherit; of others it is told with the rest."""
    if old[0].base or new[0].base:
        links = content_lineage(*old), content_lineage(*new)
        compare_same_named(*links, place, findings)


def _stands_in(element: Element, old: Schema, new: Schema) -> bool:
    """Whether a new element can be sent in place of one that the old schema has."""
    found, head = element, element.substitution_group
    for _ in new.elements:
        if head is None or head in old.elements:
            break
        found = new.elements.get(head, found)
        head = found.substitution_group
    return not element.abstract and head in old.elements


def _bases(name: QName, schema: Schema) -> set[QName]:
    """The types that a type is derived from."""
    found: set[QName] = set()
    base = schema.types.get(name)
    while isinstance(base, ComplexType) and base.base and base.base not in found:
        found.add(base.base)
        base = schema.types.get(base.base)
    return found


def _place(kind: str, name: QName, uses: _Uses) -> Place:
    reach = uses.get((kind, name), Reached())
    return Place((f"{kind} {name.name}",), name.namespace, reach)


def _one_sided(
    kind: str, name: QName, old: object, new: object, place: Place, findings: Findings
) -> None:
    if old is None:
        findings.report(f"{kind}-added", place, None, str(name), None, new)
    else:
        findings.report(f"{kind}-removed", place, str(name), None, old, None)
