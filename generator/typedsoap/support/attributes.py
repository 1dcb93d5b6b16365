"""Which attributes, and which text beside them, can be generated today."""

from __future__ import annotations

from typedsoap.contract import (
    XSD_NAMESPACE,
    Attribute,
    ComplexType,
    QName,
    Schema,
    TypeReference,
)
from typedsoap.contract.shapes import text_type
from typedsoap.support.values import fixed_problem
from typedsoap.views.model import Kind
from typedsoap.views.scalars import SCALARS, scalar


def attributes_problem(definition: ComplexType, schema: Schema) -> str | None:
    """What of a type's own attributes cannot be generated yet."""
    for attribute in definition.attributes:
        what = _attribute(attribute, schema)
        if what is not None:
            return f"{what} (attribute {attribute.name.name!r})"
    return None


def simple_content_problem(definition: ComplexType, schema: Schema) -> str | None:
    """What simple content is, if it cannot be generated yet."""
    reference = text_type(definition, schema)
    if reference is None:
        return "simple content of no type"
    return _simple(reference, schema)


def _attribute(attribute: Attribute, schema: Schema) -> str | None:
    what = _simple(attribute.type, schema)
    if attribute.array_type is not None:
        return "the attribute of a SOAP array"
    if what is not None:
        return what
    view = scalar(schema, attribute.type)
    if attribute.fixed is not None:
        return fixed_problem(attribute.type, attribute.fixed, schema)
    if attribute.default is not None and view is not None and not view.is_text:
        return "a qualified name as a default"
    return None


def _simple(reference: TypeReference, schema: Schema) -> str | None:
    """What a simple type is, if it has no Python type; a named one is judged by itself."""
    if not isinstance(reference, QName):
        return None if scalar(schema, reference) else "an anonymous simple type"
    if reference.namespace == XSD_NAMESPACE:
        view = SCALARS.get(reference.name)
        known = view is not None and view.kind is not Kind.FRAGMENT
        return None if known else f"xs:{reference.name}"
    return None if reference in schema.types else str(reference)
