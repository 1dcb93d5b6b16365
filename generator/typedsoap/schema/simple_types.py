"""Simple type definitions (XML Schema Part 2 §4.1)."""

from __future__ import annotations

from typedsoap.contract import (
    XSD_NAMESPACE,
    Enumeration,
    QName,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.schema.annotations import actual_type, documentation, enumeration_value
from typedsoap.schema.builtins import ANY_SIMPLE_TYPE, BUILT_IN_LISTS
from typedsoap.schema.components import MAX_DERIVATION_DEPTH, Components, Scope
from typedsoap.schema.unprefixed import meant_type
from typedsoap.source.nodes import Node

_NOT_FACETS = (
    "annotation",
    "simpleType",
    "attribute",
    "attributeGroup",
    "anyAttribute",
)


def read_simple_type(
    node: Node, scope: Scope, components: Components, name: QName | None = None
) -> SimpleType:
    """The definition in an `xs:simpleType`; without `name` an anonymous one."""
    for body in node.children(XSD_NAMESPACE, "restriction", "list", "union"):
        match body.tag.name:
            case "restriction":
                definition = _restriction(node, body, scope, components, name)
            case "list":
                definition = _list(node, body, scope, components, name)
            case _:
                definition = _union(node, body, scope, components, name)
        return definition
    components.report.error(
        "TS115",
        "this simpleType is neither a restriction nor a list nor a union",
        node.location,
        "give it an xs:restriction",
    )
    return SimpleType(name=name, variety=Variety.ATOMIC, base=ANY_SIMPLE_TYPE)


def read_facets(
    node: Node, components: Components
) -> tuple[tuple[Enumeration, ...], tuple[tuple[str, str], ...]]:
    """The enumeration facets and the other facets of an `xs:restriction`, in order."""
    enumerations: list[Enumeration] = []
    facets: list[tuple[str, str]] = []
    for facet in node.children(XSD_NAMESPACE):
        kind = facet.tag.name
        if kind in _NOT_FACETS:
            continue
        value = facet.verbatim("value")
        if value is None:
            message = f"this xs:{kind} has no value"
            components.report.error(
                "TS101", message, facet.location, "add the attribute 'value'"
            )
        elif kind == "enumeration":
            enumerations.append(
                Enumeration(
                    value=value,
                    number=enumeration_value(facet, components.report),
                    documentation=documentation(facet),
                )
            )
        else:
            facets.append((kind, value))
    # A value that is listed twice is still one value; what the first says counts.
    distinct: dict[str, Enumeration] = {}
    for found in enumerations:
        distinct.setdefault(found.value, found)
    return tuple(distinct.values()), tuple(facets)


def simple_reference(
    node: Node, attribute: str, scope: Scope, components: Components
) -> TypeReference:
    """The simple type in an attribute, or the `xs:simpleType` inside the node."""
    inline = node.child(XSD_NAMESPACE, "simpleType")
    if inline is not None and node.attribute(attribute) is None:
        return read_simple_type(inline, scope, components)
    name = components.type_reference(node, attribute, scope)
    if name is None:
        return ANY_SIMPLE_TYPE
    _expect_simple(name, node, components)
    return name


def _expect_simple(name: QName, node: Node, components: Components) -> None:
    if components.is_complex(name):
        message = f"{name} is a complex type where a simple type is needed"
        components.report.error("TS106", message, node.location, "name a simple type")


def _restriction(
    node: Node, body: Node, scope: Scope, components: Components, name: QName | None
) -> SimpleType:
    enumerations, facets = read_facets(body, components)
    base = simple_reference(body, "base", scope, components)
    return SimpleType(
        name=name,
        variety=_variety(base, components),
        base=base,
        enumerations=enumerations,
        facets=facets,
        actual_type=actual_type(node),
        documentation=documentation(node),
        location=node.location,
    )


def _list(
    node: Node, body: Node, scope: Scope, components: Components, name: QName | None
) -> SimpleType:
    return SimpleType(
        name=name,
        variety=Variety.LIST,
        item=simple_reference(body, "itemType", scope, components),
        actual_type=actual_type(node),
        documentation=documentation(node),
        location=node.location,
    )


def _union(
    node: Node, body: Node, scope: Scope, components: Components, name: QName | None
) -> SimpleType:
    named = components.type_references(body, "memberTypes", scope)
    for member in named:
        _expect_simple(member, body, components)
    inline = (
        read_simple_type(member, scope, components)
        for member in body.children(XSD_NAMESPACE, "simpleType")
    )
    return SimpleType(
        name=name,
        variety=Variety.UNION,
        members=(*named, *inline),
        actual_type=actual_type(node),
        documentation=documentation(node),
        location=node.location,
    )


def _variety(base: TypeReference, components: Components) -> Variety:
    """The variety of a restriction: that of what it restricts (Part 2 §4.1.2)."""
    if isinstance(base, SimpleType):
        return base.variety
    passed: dict[QName, None] = {}
    found: QName | Variety = base if isinstance(base, QName) else ANY_SIMPLE_TYPE
    # Longer chains and circles are reported where derivations are checked.
    while isinstance(found, QName) and found not in passed:
        if len(passed) == MAX_DERIVATION_DEPTH:
            break
        passed[found] = None
        found = components.varieties.get(found) or _restricted(found, components)
    variety = Variety.ATOMIC if isinstance(found, QName) else found
    components.varieties.update(dict.fromkeys(passed, variety))
    return variety


def _restricted(name: QName, components: Components) -> QName | Variety:
    """The type that a named type restricts; its variety if it restricts none."""
    if name not in components.types:
        return Variety.LIST if name in BUILT_IN_LISTS else Variety.ATOMIC
    component = components.types[name][0]
    while component.scope.original is not None:
        component = component.scope.original
    body = component.node.child(XSD_NAMESPACE, "restriction", "list", "union")
    # Anonymous bases are inside the definition, and so end by themselves.
    while body is not None and body.tag.name == "restriction":
        inline = body.child(XSD_NAMESPACE, "simpleType")
        if inline is None or body.attribute("base") is not None:
            named = components.reference(body, "base", component.scope)
            if named is None:
                return Variety.ATOMIC
            return meant_type(named, component.scope.target_namespace)
        body = inline.child(XSD_NAMESPACE, "restriction", "list", "union")
    return Variety.ATOMIC if body is None else Variety(body.tag.name)
