"""References to global elements, and where a global element has its type from."""

from __future__ import annotations

from typedsoap.contract import XSD_NAMESPACE, Element, QName
from typedsoap.schema.annotations import documentation
from typedsoap.schema.builtins import ANY_TYPE, known_element_type
from typedsoap.schema.components import (
    MAX_DERIVATION_DEPTH,
    Component,
    Components,
    Scope,
)
from typedsoap.source.names import read_flag
from typedsoap.source.nodes import Node


def read_element_reference(
    node: Node, scope: Scope, components: Components
) -> Element | None:
    """The particle that an `xs:element` with `ref` is, but for its occurrence."""
    name = components.reference(node, "ref", scope)
    if name is None:
        return None
    if node.attribute("name") is not None:
        message = (
            "an element with 'ref' has the name of what it refers to, and no other"
        )
        hint = "leave out 'ref' or 'name'"
        components.report.error("TS104", message, node.location, hint)
    found = components.elements.get(name)
    known = known_element_type(name)
    if found is None and known is None:
        components.dangling("element", name, node, "TS107")
        return None
    if found is None:
        return Element(name=name, type=known or ANY_TYPE, reference=True)
    declared = found[0].node
    return Element(
        name=name,
        type=_type_name(found[0], components),
        nillable=read_flag(declared, "nillable", components.report),
        default=declared.verbatim("default"),
        fixed=declared.verbatim("fixed"),
        abstract=read_flag(declared, "abstract", components.report),
        reference=True,
        documentation=documentation(node) or documentation(declared),
        location=node.location,
    )


def _type_name(component: Component, components: Components) -> QName:
    """The named type of a global element, xs:anyType for an anonymous one."""
    head = type_giver(component, components)
    if head is None or head.node.attribute("type") is None:
        return ANY_TYPE
    return components.type_reference(head.node, "type", head.scope) or ANY_TYPE


def type_giver(component: Component, components: Components) -> Component | None:
    """The declaration whose type a global element has; None for xs:anyType.

    An element without a type takes that of the head of its substitution group (§3.3.2).
    """
    for _ in range(MAX_DERIVATION_DEPTH):
        node = component.node
        inline = node.child(XSD_NAMESPACE, "simpleType", "complexType")
        if node.attribute("type") is not None or inline is not None:
            return component
        if node.attribute("substitutionGroup") is None:
            return None
        name = components.reference(node, "substitutionGroup", component.scope)
        if name is None or name not in components.elements:
            return None
        component = components.elements[name][0]
    components.circular("substitution group", component.name, component.node)
    return None
