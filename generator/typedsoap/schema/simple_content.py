"""Complex types whose content is text (XML Schema Part 1 §3.4.2)."""

from __future__ import annotations

from dataclasses import replace

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Derivation,
    SimpleType,
    Variety,
)
from typedsoap.schema.attributes import read_attributes
from typedsoap.schema.components import Components, Scope
from typedsoap.schema.simple_types import read_facets, read_simple_type
from typedsoap.source.nodes import Node


def read_simple_content(
    node: Node, common: ComplexType, scope: Scope, components: Components
) -> ComplexType:
    """`common` with what an `xs:simpleContent` says of content and attributes."""
    body = node.child(XSD_NAMESPACE, "extension", "restriction")
    if body is None:
        message = "this simpleContent is neither an extension nor a restriction"
        components.report.error("TS115", message, node.location, "give it one")
        return common
    attributes = read_attributes(body, scope, components)
    derivation = Derivation(body.tag.name)
    return replace(
        common,
        base=components.type_reference(body, "base", scope),
        derivation=derivation,
        simple_content=True,
        text=(
            _narrowed(body, scope, components)
            if derivation is Derivation.RESTRICTION
            else None
        ),
        attributes=attributes.uses,
        wildcard_attributes=attributes.wildcard,
        prohibited_attributes=attributes.prohibited,
    )


def _narrowed(node: Node, scope: Scope, components: Components) -> SimpleType | None:
    enumerations, facets = read_facets(node, components)
    inline = node.child(XSD_NAMESPACE, "simpleType")
    if inline is None and not enumerations and not facets:
        return None
    return SimpleType(
        name=None,
        variety=Variety.ATOMIC,
        base=None if inline is None else read_simple_type(inline, scope, components),
        enumerations=enumerations,
        facets=facets,
        location=node.location,
    )
