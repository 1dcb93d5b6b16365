"""Every single edit of an overlay, with the rules that must report it and its inverse.

Each fact is edited of everything in the contract that an overlay can speak of, whether it
does or not. The expectations are written down by hand, and do not come from the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.drift.contract_mutations import CONTRACTS
from tests.support.goldens import GOLDEN
from typedsoap.changes import compare
from typedsoap.contract import (
    ComplexType,
    Contract,
    Element,
    Particle,
    SimpleType,
)
from typedsoap.contract.arrays import is_collection
from typedsoap.contract.named_types import with_named_types
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)
from typedsoap.overlay.expand import expand
from typedsoap.overlay.loading import load_overlay, overlay_beside
from typedsoap.overlay.member_names import named_members
from typedsoap.overlay.targets import Targets, enumeration_values, targets
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

OVERLAID = CONTRACTS | {
    name: GOLDEN / name / "in.wsdl"
    for name in ("arrays-nested", "header-blocks-and-failure", "repeated-groups")
}


@dataclass(frozen=True, slots=True)
class OverlayMutation:
    """An edited overlay, and the rules that must report the edit and its inverse.

    Attributes:
        rule: None for an edit without effect.
    """

    place: str
    overlay: Overlay
    rule: str | None
    inverse: str | None


Rebuild = Callable[[Any], Overlay]
_RENAMED = "overlay-name-changed"
_DOCUMENTED = "documentation"


def overlay_mutations(
    contract: Contract, overlay: Overlay
) -> Iterator[tuple[Overlay, OverlayMutation]]:
    """Every single edit, after the overlay that is edited: no rule of it has a `*`."""
    named = with_named_types(contract)
    whole = expand(overlay, named)
    whole = replace(
        whole, operations={n: o for n, o in whole.operations.items() if n != "*"}
    )
    for mutation in _overlay(named, whole, targets(named)):
        yield whole, mutation


def read_overlaid(path: Path) -> tuple[Contract, Overlay]:
    """A contract and its overlay, if it has one."""
    beside = overlay_beside(path)
    overlay = Overlay() if beside is None else load_overlay(beside, beside.name)
    return read_contract(load(path))[0], overlay


def wrong_overlay(
    contract: Contract, overlay: Overlay, mutation: OverlayMutation
) -> str | None:
    """What is wrong about the reports of an edit and its inverse, if anything."""
    there = _found(contract, (overlay, mutation.overlay))
    back = _found(contract, (mutation.overlay, overlay))
    expected = tuple(
        [rule] if rule else [] for rule in (mutation.rule, mutation.inverse)
    )
    if (there, back) == expected:
        return None
    return f"{mutation.place}: expected {expected}, found {there} and {back}"


def _found(contract: Contract, overlays: tuple[Overlay, Overlay]) -> list[str]:
    return [c.rule for c in compare(contract, contract, {}, overlays).changes]


def _overlay(
    contract: Contract, whole: Overlay, known: Targets
) -> Iterator[OverlayMutation]:
    def put(**facts: Any) -> Overlay:
        return replace(whole, **facts)

    yield _text("service", whole, lambda new: new, "documentation", _DOCUMENTED)
    yield _text("service", whole, lambda new: new, "client", _RENAMED)
    yield from _headers(whole, "request_headers", known.request_headers)
    yield from _headers(whole, "response_headers", known.response_headers)
    yield from _header_failure(whole, [*known.response_headers])
    for name, operation in known.operations.items():
        rebuild = _entry(whole.operations, name, lambda new: put(operations=new))
        entry = whole.operations.get(name, OperationOverlay())
        yield from _operation(f"operations[{name}]", entry, rebuild, operation)
    for name, definition in known.types.items():
        if name.startswith("{"):
            local = name.rpartition("}")[2]
            key = local if local in whole.types else name
            rebuild = _entry(whole.types, key, lambda new: put(types=new))
            told = whole.types.get(key, TypeOverlay())
            yield from _type(f"types[{key}]", told, rebuild, definition, contract)


def _headers(
    whole: Overlay, field: str, blocks: Iterable[str]
) -> Iterator[OverlayMutation]:
    entries: Mapping[str, HeaderOverlay] = getattr(whole, field)
    for name in blocks:
        rebuild = _entry(entries, name, lambda new: _put(whole, field, new))
        entry = entries.get(name, HeaderOverlay())
        at = f"{field}[{name}]"
        yield from _described(at, entry, rebuild)
        yield _secret(at, entry, rebuild)
        if field == "request_headers":
            yield _text(at, entry, rebuild, "flatten", "overlay-flatten-changed")


def _put(node: Any, fact: str, value: object) -> Any:
    return replace(node, **{fact: value})


def _header_failure(whole: Overlay, blocks: list[str]) -> Iterator[OverlayMutation]:
    rules = "overlay-header-failure-removed", "overlay-header-failure-added"
    rule = whole.header_failure
    if rule is None and blocks:
        added = replace(whole, header_failure=HeaderFailure(flag=blocks[0]))
        yield OverlayMutation("failure", added, *rules[::-1])
    elif rule is not None:
        yield OverlayMutation("failure", replace(whole, header_failure=None), *rules)
        for fact in ("flag", "detail"):
            yield _text(
                "failure",
                rule,
                lambda new: replace(whole, header_failure=new),
                fact,
                "overlay-header-failure-changed",
            )


def _operation(
    at: str, entry: OperationOverlay, rebuild: Rebuild, known: Any
) -> Iterator[OverlayMutation]:
    yield from _described(at, entry, rebuild)
    yield _text(at, entry, rebuild, "returns", _DOCUMENTED)
    rules = "overlay-made-not-idempotent", "overlay-made-idempotent"
    yield _flag(at, entry, rebuild, "idempotent", rules)
    for field, members in (("parameters", known.parameters), ("result", known.result)):
        filled = {name: _filled(element) for name, element in members.items()}
        yield from _members(at, entry, rebuild, field, filled)
    rules = "overlay-failure-removed", "overlay-failure-added"
    # A group or a wildcard tells no failure.
    elements = [n for n, found in known.result.items() if isinstance(found, Element)]
    if entry.failure is not None:
        gone = rebuild(replace(entry, failure=None))
        yield OverlayMutation(f"{at}.failure", gone, *rules)
        others = {"error": "overlay-failure-changed", "documentation": _DOCUMENTED}
        # A rule for an element that the reply lacks is none.
        if len(elements) > 1:
            others["element"] = "overlay-failure-changed"
        for fact, rule in others.items():
            other = next(n for n in (*elements, "") if n != entry.failure.element)
            told = _put(entry.failure, fact, other if fact == "element" else "X")
            edited = rebuild(replace(entry, failure=told))
            yield OverlayMutation(f"{at}.failure.{fact}", edited, rule, rule)
    elif elements:
        told = ResultFailure(element=elements[0], error="Refused")
        edited = rebuild(replace(entry, failure=told))
        yield OverlayMutation(f"{at}.failure", edited, *rules[::-1])


def _type(
    at: str,
    entry: TypeOverlay,
    rebuild: Rebuild,
    definition: ComplexType | SimpleType,
    contract: Contract,
) -> Iterator[OverlayMutation]:
    yield from _described(at, entry, rebuild)
    if isinstance(definition, SimpleType):
        values = enumeration_values(contract, definition)
        filled = dict.fromkeys(values, True)
        yield from _members(at, entry, rebuild, "members", filled)
    elif definition.is_dictionary:
        yield _secret(at, entry, rebuild)
        keys = entry.secret_keys
        rules = "overlay-secret-added", "overlay-secret-removed"
        more = rebuild(replace(entry, secret_keys=(*keys, "another")))
        yield OverlayMutation(f"{at}.secret_keys", more, *rules)
        for key in keys:
            less = rebuild(
                replace(entry, secret_keys=tuple(k for k in keys if k != key))
            )
            yield OverlayMutation(f"{at}.secret_keys[{key}]", less, *rules[::-1])
    elif is_collection(definition):
        yield _items(at, entry, rebuild)
    else:
        filled = {a.name.name: a.required for a in definition.attributes}
        own = named_members(definition.own_particles())
        filled |= {name: _filled(found) for name, found in own.items()}
        yield from _members(at, entry, rebuild, "fields", filled)


def _members(
    at: str, owner: Any, rebuild: Rebuild, field: str, filled: Mapping[str, bool]
) -> Iterator[OverlayMutation]:
    entries: Mapping[str, MemberOverlay] = getattr(owner, field)
    for name, is_filled in filled.items():
        inner = _entry(
            entries, name, lambda new: rebuild(replace(owner, **{field: new}))
        )
        entry = entries.get(name, MemberOverlay())
        inside = f"{at}.{field}[{name}]"
        yield from _described(inside, entry, inner)
        if field != "members":
            yield _secret(inside, entry, inner)
            rules = "overlay-made-optional", "overlay-made-required"
            mutation = _flag(inside, entry, inner, "required", rules)
            yield replace(mutation, rule=None, inverse=None) if is_filled else mutation
            yield _items(inside, entry, inner)


def _entry(entries: Mapping[str, Any], name: str, put: Rebuild) -> Rebuild:
    return lambda new: put({**entries, name: new})


def _filled(found: Particle) -> bool:
    nillable = isinstance(found, Element) and found.nillable
    return found.min_occurs > 0 and not nillable


def _described(at: str, entry: Any, rebuild: Rebuild) -> Iterator[OverlayMutation]:
    yield _text(at, entry, rebuild, "documentation", _DOCUMENTED)
    yield _text(at, entry, rebuild, "name", _RENAMED)


def _secret(at: str, entry: Any, rebuild: Rebuild) -> OverlayMutation:
    rules = "overlay-secret-removed", "overlay-secret-added"
    return _flag(at, entry, rebuild, "secret", rules)


def _items(at: str, entry: Any, rebuild: Rebuild) -> OverlayMutation:
    rules = "overlay-items-made-not-nullable", "overlay-items-made-nullable"
    return _flag(at, entry, rebuild, "nullable_items", rules)


def _text(
    at: str, entry: Any, rebuild: Rebuild, fact: str, rule: str
) -> OverlayMutation:
    edited = rebuild(replace(entry, **{fact: f"{getattr(entry, fact) or ''}x"}))
    return OverlayMutation(f"{at}.{fact}", edited, rule, rule)


def _flag(
    at: str, entry: Any, rebuild: Rebuild, fact: str, rules: tuple[str, str]
) -> OverlayMutation:
    """Rules: for true that becomes false, and for the inverse."""
    value: bool = getattr(entry, fact)
    edited = rebuild(replace(entry, **{fact: not value}))
    return OverlayMutation(f"{at}.{fact}", edited, *(rules if value else rules[::-1]))
