"""The facets of a member's type, as a sentence or two of its documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from typedsoap.contract import Schema, TypeReference
from typedsoap.contract.facets import NO_FACETS, Facets, facets_of
from typedsoap.contract.shapes import is_enumeration
from typedsoap.views.docstrings import sentence

_MOST_VALUES: Final = 12
_LONGEST_PATTERN: Final = 60


def with_facets(text: str, name: str, reference: TypeReference, schema: Schema) -> str:
    """What a member means, and what its type asks of a value.

    Args:
        text: What it means; empty where nothing is said.
        name: Its name in the contract, to be told where nothing else is.
    """
    facets = facets_of(reference, schema)
    if facets == NO_FACETS or is_enumeration(reference, schema):
        return text
    told = [sentence(part[0].upper() + part[1:]) for part in _parts(facets)]
    return " ".join([text or f"`{name}`.", *told]) if told else text


def _parts(facets: Facets) -> Iterator[str]:
    if 0 < len(facets.values) <= _MOST_VALUES:
        yield f"one of {_listed(facets.values)}"
    yield from _lengths(facets)
    yield from _bounds(facets)
    yield from _digits(facets)
    for group in facets.patterns:
        if all(len(pattern) <= _LONGEST_PATTERN for pattern in group):
            yield f"matches {_listed(group)}"


def _lengths(facets: Facets) -> Iterator[str]:
    if facets.length is not None:
        yield f"length {facets.length}"
    elif facets.min_length and facets.max_length is not None:
        yield f"length {facets.min_length} to {facets.max_length}"
    elif facets.max_length is not None:
        yield f"length up to {facets.max_length}"
    elif facets.min_length:
        yield f"length {facets.min_length} or more"


def _bounds(facets: Facets) -> Iterator[str]:
    parts = [
        f"{label} `{bound}`"
        for label, bound in (
            ("at least", facets.min_inclusive),
            ("more than", facets.min_exclusive),
            ("at most", facets.max_inclusive),
            ("less than", facets.max_exclusive),
        )
        if bound is not None
    ]
    if parts:
        yield ", ".join(parts)


def _digits(facets: Facets) -> Iterator[str]:
    if facets.total_digits is not None:
        yield f"digits up to {facets.total_digits}"
    if facets.fraction_digits is not None:
        yield f"digits after the point up to {facets.fraction_digits}"


def _listed(texts: tuple[str, ...]) -> str:
    quoted = [f"`{text}`" for text in texts]
    return " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
