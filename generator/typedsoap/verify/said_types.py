"""The type of an element where the document says it: `xsi:type` of a derived type.

Source: XML Schema Part 1, §3.3.4 (Element Locally Valid), clause 4.
"""

from __future__ import annotations

from dataclasses import replace

from typedsoap import contract
from typedsoap.contract import QName, Schema
from typedsoap.contract.shapes import derived_types
from typedsoap.source.nodes import Element
from typedsoap.verify.xml import XSI_TYPE, resolve


def derived_type(
    declaration: contract.Element, element: Element, schema: Schema
) -> QName | None:
    """The type that an element says it is of, where that is derived from the declared one.

    None where it says nothing, the declared type itself, or any other.
    """
    text = element.get(XSI_TYPE)
    declared = schema.declaration(declaration).type
    said = None if text is None else resolve(element, text)
    if said is None or not isinstance(declared, QName) or said == declared.written:
        return None
    derived = derived_types(schema.types)
    found: list[QName] = [*derived.get(declared, ())]
    for name in found:
        found.extend(n for n in derived.get(name, ()) if n not in found)
    return next((name for name in found if name.written == said), None)


def with_type(declaration: contract.Element, name: QName | None) -> contract.Element:
    """The declaration of an element that is of a derived type; as it is for None."""
    if name is None:
        return declaration
    return replace(declaration, type=name, reference=False)


def as_said(
    declaration: contract.Element, element: Element, schema: Schema
) -> contract.Element:
    """The declaration with the derived type that the element says, if it says one."""
    return with_type(declaration, derived_type(declaration, element, schema))
