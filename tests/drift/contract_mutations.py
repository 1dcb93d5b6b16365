"""Every single edit of a contract, with the rules that must report it and its inverse.

The expectations are written down by hand and do not come from the rules' table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from tests.drift.expectations import ITEMS, NAMED, PLAIN, facet_rules, item_rules
from typedsoap.changes import compare
from typedsoap.contract import (
    ComplexType,
    Compositor,
    Contract,
    Derivation,
    Element,
    Group,
    QName,
    SoapVersion,
    Style,
    Use,
    Variety,
)
from typedsoap.contract.arrays import is_collection
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    "messaging": ROOT / "wsdl" / "messaging.wsdl",
    "so_principal": ROOT / "wsdl" / "so_principal.wsdl",
    "rich": Path(__file__).parent / "rich.wsdl",
}
OTHER = QName("urn:example:other", "Other")


@dataclass(frozen=True, slots=True)
class Mutation:
    """An edited contract, and the rules that must report the edit and its inverse.

    Attributes:
        renamed: What has another name is gone, by `rule` and by `inverse`, and has come,
            by this rule; of both is asked whether it has the other's name.
    """

    place: str
    contract: Contract
    rule: str
    inverse: str
    renamed: str | None = None


Rebuild = Callable[[Any], Contract]


def mutations(contract: Contract) -> Iterator[Mutation]:
    """Every single edit of every node."""
    yield from _node(contract, lambda node: node, "contract")


def _node(node: Any, rebuild: Rebuild, place: str) -> Iterator[Mutation]:
    kind = type(node).__name__
    for item in fields(node):
        value = getattr(node, item.name)
        at = f"{place}.{item.name}"

        def put(new: object, name: str = item.name) -> Contract:
            return rebuild(replace(node, **{name: new}))

        rule = PLAIN.get((kind, item.name))
        if item.name == "documentation":
            yield Mutation(at, put(f"{value}x"), "documentation", "documentation")
        elif rule is not None and not is_dataclass(value):
            yield Mutation(at, put(_other(item.name, value)), rule, rule)
        if not item.compare:
            continue
        if is_dataclass(value) and item.name != "text":
            yield from _node(value, put, at)
        elif isinstance(value, Mapping):
            yield from _mapping((kind, item.name), value, put, at)
        elif isinstance(value, tuple) and not isinstance(value, QName):
            yield from _tuple((kind, item.name), value, put, at)
    if kind == "Element":
        yield from _element(node, rebuild, place)
    if kind == "Attribute":
        rules = "attribute-made-optional", "attribute-made-required"
        there, back = rules if node.required else rules[::-1]
        edited = rebuild(replace(node, required=not node.required))
        yield Mutation(f"{place}.required", edited, there, back)
    if kind == "ComplexType":
        rules = "type-made-concrete", "type-made-abstract"
        there, back = rules if node.abstract else rules[::-1]
        edited = rebuild(replace(node, abstract=not node.abstract))
        yield Mutation(f"{place}.abstract", edited, there, back)
    if kind == "Group":
        yield from _group(node, rebuild, place)


def _group(node: Group, rebuild: Rebuild, place: str) -> Iterator[Mutation]:
    for other in Compositor:
        if other is not node.compositor:
            choice = Compositor.CHOICE in (other, node.compositor)
            rule = "choice-changed" if choice else "compositor-changed"
            edited = rebuild(replace(node, compositor=other))
            yield Mutation(f"{place}.compositor", edited, rule, rule)
    rules = "group-made-optional", "group-made-required"
    there, back = rules if node.min_occurs else rules[::-1]
    edited = rebuild(replace(node, min_occurs=0 if node.min_occurs else 1))
    yield Mutation(f"{place}.min_occurs", edited, there, back)
    many = rebuild(replace(node, max_occurs=7))
    rule = "group-occurrence-changed"
    yield Mutation(f"{place}.max_occurs", many, rule, rule)


def _other(name: str, value: Any) -> object:
    """Another value than the given one, of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, QName):
        return OTHER
    for enum in (SoapVersion, Style, Use, Compositor, Derivation):
        if isinstance(value, enum):
            return next(member for member in enum if member is not value)
    if isinstance(value, int):
        return value + 5
    if value is None:
        if name in ("type", "base", "item", "actual_type", "substitution_group"):
            return OTHER
        if name == "element":
            return OTHER
        return {"max_occurs": 7, "number": 77, "derivation": Derivation.EXTENSION}.get(
            name, "other"
        )
    if name == "variety":
        return next(variety for variety in Variety if variety is not value)
    return f"{value}x"


def _renamed(node: Any) -> object:
    if hasattr(node, "value"):
        return replace(node, value=f"{node.value}x")
    if isinstance(node.name, QName):
        return replace(node, name=QName(node.name.namespace, f"{node.name.name}x"))
    return replace(node, name=f"{node.name}x")


def _other_facet(value: str) -> str:
    return str(int(value) + 1) if value.isdecimal() else f"{value}x"


def _mapping(
    key: tuple[str, str], value: Any, put: Rebuild, place: str
) -> Iterator[Mutation]:
    gone, come, _ = ITEMS[key]
    for name, node in value.items():
        rest = {n: v for n, v in value.items() if n != name}
        yield Mutation(f"{place}[{name}] removed", put(rest), gone, come)
        other = QName(name.namespace, f"{name.name}x")
        edited = put({**rest, other: _renamed(node)})
        if key != ("Schema", "attributes"):
            yield Mutation(f"{place}[{name}] renamed", edited, gone, gone, come)

        def inside(new: object, name: QName = name) -> Contract:
            return put({**value, name: new})

        yield from _node(node, inside, f"{place}[{name}]")


def _tuple(
    key: tuple[str, str], value: Any, put: Rebuild, place: str
) -> Iterator[Mutation]:
    for index, node in enumerate(value):
        at = f"{place}[{index}]"
        before, after = value[:index], value[index + 1 :]
        rest = (*before, *after)
        rules = item_rules(key, node)
        if rules is not None and type(node).__name__ in NAMED:
            edited = put((*before, _renamed(node), *after))
            yield Mutation(f"{at} renamed", edited, rules[0], rules[0], rules[1])
        if key == ("SimpleType", "facets"):
            edited = put((*before, (node[0], _other_facet(node[1])), *after))
            there, back = facet_rules(*node)
            yield Mutation(f"{at} changed", edited, there, back)
        if rules is not None:
            yield Mutation(f"{at} removed", put(rest), rules[0], rules[1])
            if index and rules[2]:
                swapped = (*value[: index - 1], node, value[index - 1])
                swapped = (*swapped, *value[index + 1 :])
                same = type(node) is type(value[index - 1])
                if same:
                    yield Mutation(f"{at} moved", put(swapped), rules[2], rules[2])
        if is_dataclass(node) and key[1] != "members" and key != ("Fault", "parts"):

            def inside(new: object, index: int = index) -> Contract:
                return put((*value[:index], new, *value[index + 1 :]))

            yield from _node(node, inside, at)


def _element(node: Element, rebuild: Rebuild, place: str) -> Iterator[Mutation]:
    def edited(**facts: Any) -> Contract:
        return rebuild(replace(node, **facts))

    required, optional = "element-made-required", "element-made-optional"
    present, absent = "element-must-be-present", "element-may-be-absent"
    lenient, strict = "element-made-nillable", "element-made-not-nillable"
    # For one that need not be there, nil says nothing that absence does not.
    there, back = (optional, required) if node.min_occurs else (lenient, strict)
    if node.repeated:
        there, back = "items-made-nillable", "items-made-not-nillable"
    if node.nillable:
        there, back = back, there
    at = f"{place}.nillable"
    yield Mutation(at, edited(nillable=not node.nillable), there, back)
    if node.repeated:
        there, back = "min-occurs-raised", "min-occurs-lowered"
        changed = edited(min_occurs=node.min_occurs + 1)
        yield Mutation(f"{place}.min_occurs", changed, there, back)
        if node.min_occurs:
            single = edited(max_occurs=1)
            rules = "element-made-single", "element-made-repeated"
            yield Mutation(f"{place}.max_occurs single", single, *rules)
        most = None if node.max_occurs else 100
        rules = "max-occurs-raised", "max-occurs-lowered"
        if most:
            rules = rules[1], rules[0]
        yield Mutation(f"{place}.max_occurs", edited(max_occurs=most), *rules)
        return
    loose, tight = (absent, present) if node.nillable else (optional, required)
    rules = (loose, tight) if node.min_occurs else (tight, loose)
    changed = edited(min_occurs=0 if node.min_occurs else 1)
    yield Mutation(f"{place}.min_occurs", changed, *rules)
    rules = "element-made-repeated", "element-made-single"
    yield Mutation(f"{place}.max_occurs", edited(max_occurs=None), *rules)


def found(old: Contract, new: Contract) -> list[str]:
    """The rules of the changes, without any mapping of namespaces.

    A hint at another name is told behind the rule.
    """
    return sorted(
        change.rule if change.renamed_to is None else f"{change.rule} (renamed)"
        for change in compare(old, new, {}).changes
    )


def wrong(contract: Contract, mutation: Mutation) -> str | None:
    """What is wrong about the reports of an edit and its inverse, if anything."""
    there = found(contract, mutation.contract)
    back = found(mutation.contract, contract)
    expected = [mutation.rule], [mutation.inverse]
    if mutation.renamed is not None:
        pair = sorted([f"{mutation.rule} (renamed)", mutation.renamed])
        expected = pair, pair
    kinds = _arrays(contract), _arrays(mutation.contract)
    if any(kinds[0].get(name, kind) != kind for name, kind in kinds[1].items()):
        with_array = [sorted([*rules, "array-changed"]) for rules in expected]
        expected = with_array[0], with_array[1]
    if (there, back) == expected:
        return None
    return f"{mutation.place}: expected {expected}, found {there} and {back}"


def _arrays(contract: Contract) -> Mapping[QName, bool]:
    """Which types are lists in Python, of those that may be."""
    return {
        name: is_collection(definition)
        for name, definition in contract.schema.types.items()
        if isinstance(definition, ComplexType)
    }


def read(name: str) -> Contract:
    """One of the contracts that are edited."""
    return read_contract(load(CONTRACTS[name]))[0]
