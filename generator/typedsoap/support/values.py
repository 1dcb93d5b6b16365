"""Which default and fixed values of elements can be generated today."""

from __future__ import annotations

from typedsoap.contract import Element, Schema, SimpleType
from typedsoap.views.constants import constant
from typedsoap.views.scalars import scalar


def value_problem(element: Element, schema: Schema) -> str | None:
    """What an element's default or fixed value is, if it cannot be generated yet."""
    if element.default is None and element.fixed is None:
        return None
    view = scalar(schema, element.type)
    if element.fixed is not None:
        known = view is not None and constant(view, element.fixed) is not None
        return None if known else "a fixed value of this type"
    if view is None:
        text = isinstance(schema.definition(element.type), SimpleType)
    else:
        text = view.is_text
    return None if text else "a default value of this type"
