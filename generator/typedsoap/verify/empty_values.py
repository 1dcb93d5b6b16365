"""N5 and N6: values that an example leaves out in a form which the contract may forbid.

Samples are often made without a value at hand: what is optional says nil, and what a tool
holds as a string is empty, whatever text its type asks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from typedsoap import contract
from typedsoap.contract import ComplexType, Schema, TypeReference
from typedsoap.contract.shapes import text_type as content_type
from typedsoap.source.nodes import Element
from typedsoap.verify.lexical import INTEGERS
from typedsoap.verify.shapes import Declared, definition_of, is_kept, walk
from typedsoap.verify.texts import allows, enumerated, text_type
from typedsoap.verify.xml import WHITE_SPACE, is_nil

_FILLED: Final = dict.fromkeys(INTEGERS, "0") | {
    "negativeInteger": "-1",
    "positiveInteger": "1",
    "boolean": "false",
    "float": "0",
    "double": "0",
    "decimal": "0",
    "dateTime": "0001-01-01T00:00:00",
    "date": "0001-01-01",
    "time": "00:00:00",
    "gYear": "0001",
    "gYearMonth": "0001-01",
    "gMonth": "--01",
    "gMonthDay": "--01-01",
    "gDay": "---01",
    "duration": "PT0S",
    "timeSpan": "PT0S",
    "guid": "00000000-0000-0000-0000-000000000000",
    "char": "0",
    "QName": "none",
}


@dataclass(frozen=True, slots=True)
class Emptied:
    """How often N6 was applied, by what it did."""

    dropped: int = 0
    filled: int = 0


def drop_nil_elements(root: Declared, schema: Schema) -> int:
    """N5: an optional element that says nil, in its place, is as good as absent."""
    return _remove(
        item.element
        for item in list(walk(root, schema))
        if item.declaration is not None
        and item.declaration.min_occurs == 0
        and item.in_place
        and is_nil(item.element)
        and len(item.element.attrib) == 1
        and _is_empty(item.element)
    )


def fill_empty_samples(root: Declared, schema: Schema) -> Emptied:
    """N6: an empty sample, in its place, of a type that has no empty text.

    An optional element is dropped, a required one gets a value: zero, the first day, or
    the first of the values that its type lists.
    """
    optional: list[Element] = []
    filled = 0
    for item in walk(root, schema):
        declaration = item.declaration
        if (
            declaration is None
            or not item.in_place
            or not _is_empty(item.element)
            or len(item.element.attrib) > 0
            or is_kept(declaration, schema)
        ):
            continue
        reference = _text_type(declaration, schema)
        if reference is None or allows(reference, "", schema):
            continue
        if declaration.min_occurs == 0:
            optional.append(item.element)
        elif (value := _value(reference, schema)) is not None:
            item.element.text = value
            filled += 1
    return Emptied(dropped=_remove(optional), filled=filled)


def _text_type(declaration: contract.Element, schema: Schema) -> TypeReference | None:
    """The type of an element's text; None where it holds elements."""
    definition = definition_of(declaration, schema)
    if isinstance(definition, ComplexType):
        return content_type(definition, schema)
    return schema.declaration(declaration).type


def _value(reference: TypeReference, schema: Schema) -> str | None:
    """What stands for an empty sample; None for a type that has no such value."""
    if values := enumerated(reference, schema):
        return values[0]
    return _FILLED.get(text_type(reference, schema)[0])


def _is_empty(element: Element) -> bool:
    return len(element) == 0 and not (element.text or "").strip(WHITE_SPACE)


def _remove(elements: Iterable[Element]) -> int:
    removed = 0
    for element in elements:
        parent = element.getparent()
        # Removing it would take the text behind it along.
        if parent is not None and not element.tail:
            parent.remove(element)
            removed += 1
    return removed
