"""Checks that no type is derived from itself or through too many others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from typedsoap.contract import ComplexType, QName, SimpleType, TypeReference
from typedsoap.schema.components import MAX_DERIVATION_DEPTH, Components


def check_derivations(
    types: Mapping[QName, ComplexType | SimpleType], components: Components
) -> None:
    """Report TS114 for each circular derivation, and for one that is too deep."""
    sources = {
        name: tuple(source for source in _sources(definition) if source in types)
        for name, definition in types.items()
    }
    order = _ordered(sources)
    blocked = sources.keys() - set(order)
    # Of what waits for itself, and what waits for that, only the former is wrong.
    users: dict[QName, list[QName]] = {name: [] for name in blocked}
    for name in blocked:
        for source in blocked.intersection(sources[name]):
            users[source].append(name)
    for name in sorted(blocked.difference(_ordered(users))):
        components.circular("type", name, components.types[name][0].node)
    depths: dict[QName, int] = {}
    for name in order:
        depths[name] = 1 + max((depths[source] for source in sources[name]), default=0)
        if depths[name] > MAX_DERIVATION_DEPTH:
            components.circular("type", name, components.types[name][0].node)
            return


def _ordered(sources: Mapping[QName, Iterable[QName]]) -> list[QName]:
    """The types, each after its sources, without those that circles block."""
    sorter = TopologicalSorter(sources)
    with suppress(CycleError):
        sorter.prepare()
    order: list[QName] = []
    while ready := sorter.get_ready():
        order.extend(ready)
        sorter.done(*ready)
    return order


def _sources(definition: ComplexType | SimpleType) -> Iterator[QName]:
    """The named types a definition is made from, through anonymous ones."""
    direct: list[TypeReference | None]
    if isinstance(definition, ComplexType):
        direct = [definition.base, definition.text]
    else:
        direct = [definition.base, definition.item, *definition.members]
    for reference in direct:
        if isinstance(reference, QName):
            yield reference
        elif reference is not None:
            yield from _sources(reference)
