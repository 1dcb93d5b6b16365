"""Reads the attributes of an element by the contract alone.

Source: XML Schema Part 1, §3.4.4 (Element Locally Valid), clauses 3 and 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.contract import Attribute, ComplexType, QName, Schema
from typedsoap.contract.shapes import all_attributes, lineage
from typedsoap.source.nodes import Element
from typedsoap.verify.lexical import scalar
from typedsoap.verify.texts import allows, text_type
from typedsoap.verify.values import Attributes, Text
from typedsoap.verify.xml import XSI_NAMESPACE, expanded, resolve_names


def read_attributes(
    element: Element, definition: ComplexType, schema: Schema
) -> tuple[Attributes, tuple[str, ...]]:
    """The attributes of an element of a type, and what of them the type forbids."""
    found = dict(_items(element))
    declared: dict[QName, Text] = {}
    absent: dict[QName, Text] = {}
    problems: list[str] = []
    for attribute in all_attributes(definition, schema):
        name = attribute.name
        text = found.pop(name, None)
        given = attribute.default if attribute.fixed is None else attribute.fixed
        type_name, _ = text_type(attribute.type, schema)
        if text is not None:
            if type_name == "QName":
                text = resolve_names(element, text)
            declared[name] = Text(type_name, text)
            problems.extend(_problems(attribute, declared[name], schema))
        elif attribute.required:
            problems.append(f"lacks the required attribute {name.name}")
        elif given is not None:
            absent[name] = Text(type_name, given)
    if not any(link.wildcard_attributes for link in lineage(definition, schema)):
        problems.extend(f"has an attribute that is not declared: {n}" for n in found)
        found = {}
    return Attributes(declared, found, absent), tuple(problems)


def _items(element: Element) -> Iterator[tuple[QName, str]]:
    for key, text in element.attrib.items():
        name = expanded(str(key))
        if name.namespace != XSI_NAMESPACE:
            yield name, str(text)


def _problems(attribute: Attribute, value: Text, schema: Schema) -> Iterator[str]:
    name = attribute.name.name
    if not allows(attribute.type, value.text, schema):
        yield f"has an attribute {name} that its type does not allow"
    elif attribute.fixed is not None and scalar(value.type, value.text) != scalar(
        value.type, attribute.fixed
    ):
        yield f"has an attribute {name} that is not {attribute.fixed!r}, which is fixed"
