"""Which content in which an element stands more than once can be generated today."""

from __future__ import annotations

from collections import Counter
from typing import Final

from typedsoap.contract import (
    ComplexType,
    Compositor,
    Group,
    QName,
    Schema,
    TypeReference,
)
from typedsoap.contract.occurrences import following
from typedsoap.contract.shapes import all_content, content_lineage

MAX_ELEMENTS: Final = 1000
"""How many elements there may be in content in which one stands twice."""


def content_problem(definition: ComplexType, schema: Schema) -> str | None:
    """What keeps the elements of a type from being told apart, inherited ones too."""
    links = content_lineage(definition, schema)
    elements = [element for link in links for element in link.declared_elements()]
    types: dict[QName, TypeReference] = {}
    for element in elements:
        if types.setdefault(element.name, element.type) != element.type:
            # Part 1 §3.8.6, Element Declarations Consistent.
            return f"the element {element.name.name!r} twice, with different types"
    if max(Counter(element.name for element in elements).values(), default=0) < 2:
        return None
    if len(elements) > MAX_ELEMENTS:
        return f"an element twice among more than {MAX_ELEMENTS}"
    content = all_content(definition, schema)
    try:
        following(content or Group(compositor=Compositor.SEQUENCE))
    except OverflowError as problem:
        return f"an element twice among elements that follow each other in {problem}"
    return None
