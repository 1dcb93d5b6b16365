"""What the facets of a simple type and of those that it restricts come to.

Source: XML Schema Part 2 §4.3.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from typedsoap.contract.components import Schema
from typedsoap.contract.schema import SimpleType, TypeReference

_COUNTS: Final = {
    "length": "length",
    "minLength": "min_length",
    "maxLength": "max_length",
    "totalDigits": "total_digits",
    "fractionDigits": "fraction_digits",
}
_BOUNDS: Final = {
    "minInclusive": "min_inclusive",
    "maxInclusive": "max_inclusive",
    "minExclusive": "min_exclusive",
    "maxExclusive": "max_exclusive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What is asked of a value beside its type; None for nothing.

    Attributes:
        values: The only values, as texts; none for any.
        patterns: A value matches one pattern of each group.
        length: Exact length: characters of a text, bytes of binary data, items of a list.
        min_inclusive: Bounds as the contract writes them.
    """

    values: tuple[str, ...] = ()
    patterns: tuple[tuple[str, ...], ...] = ()
    length: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    total_digits: int | None = None
    fraction_digits: int | None = None
    min_inclusive: str | None = None
    max_inclusive: str | None = None
    min_exclusive: str | None = None
    max_exclusive: str | None = None


NO_FACETS: Final = Facets()


def facets_of(reference: TypeReference, schema: Schema) -> Facets:
    """The facets of a type; what a type says goes before what it restricts says.

    A union and a list have their own facets alone, not those of their members.
    """
    found = NO_FACETS
    for _ in schema.steps:
        definition = schema.definition(reference)
        if not isinstance(definition, SimpleType):
            break
        found = _with(found, definition)
        if definition.base is None:
            break
        reference = definition.base
    return found


def _with(found: Facets, definition: SimpleType) -> Facets:
    patterns = tuple(value for name, value in definition.facets if name == "pattern")
    if patterns:
        found = replace(found, patterns=(*found.patterns, patterns))
    if definition.enumerations and not found.values:
        found = replace(found, values=tuple(e.value for e in definition.enumerations))
    numbers: dict[str, Any] = {}
    for name, value in definition.facets:
        text = value.strip()
        if name in _COUNTS and text.isascii() and text.isdigit() and len(text) < 10:
            numbers.setdefault(_COUNTS[name], int(text))
        elif name in _BOUNDS:
            numbers.setdefault(_BOUNDS[name], text)
    return replace(
        found, **{n: said for n, said in numbers.items() if getattr(found, n) is None}
    )
