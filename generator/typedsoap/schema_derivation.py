"""Checks that no type is derived from itself or through too many others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from typedsoap.contract import ComplexType, QName, SimpleType, TypeReference
from typedsoap.schema_components import MAX_DERIVATION_DEPTH, Components


def check_derivations(
    types: Mapping[QName, ComplexType | SimpleType], components: Components
) -> None:
    """Report TS114 for each circular derivation, and for one that is too deep."""
    sources = {
        name: tuple(source for source in _sources(definition) if source in types)
        for name, definition in types.items()
    }
    depths: dict[QName, int] = {}
    for name in _ordered(sources, components):
        depths[name] = 1 + max((depths[source] for source in sources[name]), default=0)
        if depths[name] > MAX_DERIVATION_DEPTH:
            components.circular("type", name, components.types[name][0].node)
            return


def _ordered(
    sources: dict[QName, tuple[QName, ...]], components: Components
) -> tuple[QName, ...]:
    """The types, each after its sources; circles are reported and cut open."""
    while True:
        try:
            return tuple(TopologicalSorter(sources).static_order())
        except CycleError as problem:
            name = min(problem.args[1])
            components.circular("type", name, components.types[name][0].node)
            sources[name] = ()


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
