"""The facets that a client with `validate` holds values to, as source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from typedsoap.contract import ComplexType, Schema, SimpleType, TypeReference, Variety
from typedsoap.contract.arrays import array_item, is_collection
from typedsoap.contract.facets import Facets, facets_of
from typedsoap.contract.shapes import is_enumeration, list_item
from typedsoap.quoting import quote
from typedsoap.views.patterns import translated
from typedsoap.views.scalars import scalar

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,100}(\.[0-9]{1,100})?")


def facet_arguments(reference: TypeReference, schema: Schema) -> str:
    """The arguments of the runtime's `Facets`; empty where nothing is checked.

    Of a list they are those of its items. Bounds and values of other than numbers are
    not checked, nor is a pattern that Python has nothing like.
    """
    for _ in schema.steps:
        definition = schema.definition(reference)
        if isinstance(definition, ComplexType):
            if not is_collection(definition):
                return ""
            reference = array_item(definition).type
        elif isinstance(definition, SimpleType) and definition.variety is Variety.LIST:
            item = list_item(definition, schema)
            if item is None:
                return ""
            reference = item
        else:
            break
    view = scalar(schema, reference)
    if view is None or is_enumeration(reference, schema):
        return ""
    return ", ".join(_arguments(facets_of(reference, schema), view.stored))


def _arguments(facets: Facets, stored: str) -> Iterator[str]:
    if stored in ("str", "bytes"):
        for name in ("length", "min_length", "max_length"):
            count = getattr(facets, name)
            if count is not None:
                yield f"{name}={count}"
    if stored in ("int", "float", "Decimal"):
        yield from _of_numbers(facets)
    if stored in ("int", "Decimal"):
        for name in ("total_digits", "fraction_digits"):
            count = getattr(facets, name)
            if count is not None:
                yield f"{name}={count}"
    if stored in ("str", "int", "Decimal"):
        patterns = [_pattern(group) for group in facets.patterns]
        known = [quote(pattern) for pattern in patterns if pattern is not None]
        if known:
            comma = "," if len(known) == 1 else ""
            yield f"patterns=({', '.join(known)}{comma})"


def _of_numbers(facets: Facets) -> Iterator[str]:
    for name, bound in (
        ("at_least", facets.min_inclusive),
        ("more_than", facets.min_exclusive),
        ("at_most", facets.max_inclusive),
        ("less_than", facets.max_exclusive),
    ):
        if bound is not None and _NUMBER.fullmatch(bound):
            yield f"{name}={quote(bound)}"
    values = [value.strip() for value in facets.values]
    if values and all(_NUMBER.fullmatch(value) for value in values):
        comma = "," if len(values) == 1 else ""
        yield f"values=({', '.join(map(quote, values))}{comma})"


def _pattern(group: tuple[str, ...]) -> str | None:
    """One pattern for those of which one has to match."""
    found = [translated(pattern) for pattern in group]
    if None in found:
        return None
    return (
        "|".join(f"(?:{pattern})" for pattern in found) if len(found) > 1 else found[0]
    )
