"""Which default and fixed values can be generated today."""

from __future__ import annotations

from typedsoap.contract import (
    ComplexType,
    Element,
    Schema,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.shapes import is_enumeration, listed_values, text_type
from typedsoap.views.constants import constant
from typedsoap.views.scalars import scalar


def fixed_problem(reference: TypeReference, text: str, schema: Schema) -> str | None:
    """What a fixed value of a type is, if it cannot be generated yet."""
    if is_enumeration(reference, schema):
        values = {facet.value for facet in listed_values(reference, schema)}
        known = text in values or " ".join(text.split()) in values
    else:
        view = scalar(schema, reference)
        known = view is not None and constant(view, text) is not None
    return None if known else "a fixed value of this type"


def value_problem(element: Element, schema: Schema) -> str | None:
    """What an element's default or fixed value is, if it cannot be generated yet."""
    if element.default is None and element.fixed is None:
        return None
    if element.fixed is not None:
        return fixed_problem(element.type, element.fixed, schema)
    definition = schema.definition(element.type)
    if isinstance(definition, ComplexType) and definition.simple_content:
        text = text_type(definition, schema)
    else:
        text = element.type
    known = text is not None and _is_text(text, schema)
    return None if known else "a default value of this type"


def _is_text(reference: TypeReference, schema: Schema) -> bool:
    view = scalar(schema, reference)
    if view is None:
        return isinstance(schema.definition(reference), SimpleType)
    return view.is_text
