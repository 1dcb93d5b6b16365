"""Model groups, local elements and complex types, which contain one another.

XML Schema Part 1 §3.3 Elements, §3.4 Complex Types, §3.7 to §3.9 Groups and Particles.
Every function reports what is wrong and goes on with the nearest harmless meaning.
"""

from __future__ import annotations

from dataclasses import replace

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Compositor,
    Derivation,
    Element,
    Group,
    Particle,
    QName,
    TypeReference,
    Wildcard,
)
from typedsoap.schema.annotations import appinfo_flag, documentation
from typedsoap.schema.attributes import read_attributes
from typedsoap.schema.builtins import ANY_TYPE
from typedsoap.schema.components import (
    MAX_GROUP_DEPTH,
    MAX_NESTING,
    Component,
    Components,
    Form,
    Scope,
    unexpected,
)
from typedsoap.schema.element_references import read_element_reference, type_giver
from typedsoap.schema.simple_content import read_simple_content
from typedsoap.schema.simple_types import read_simple_type
from typedsoap.source.names import read_choice, read_count, read_flag, read_name
from typedsoap.source.nodes import Node

_COMPOSITORS = ("sequence", "choice", "all")
_BODY_OF_TYPE = (*_COMPOSITORS, "group", "attribute", "attributeGroup", "anyAttribute")
_OF_ELEMENTS = ("annotation", "simpleType", "complexType", "unique", "key", "keyref")


def read_element(component: Component, components: Components) -> Element:
    """A global element declaration."""
    node, scope = component.node, component.scope
    head = None
    if node.attribute("substitutionGroup") is not None:
        head = components.reference(node, "substitutionGroup", scope)
        if head is not None and head not in components.elements:
            components.dangling("element", head, node, "TS107")
    return replace(
        _declared(node, component.name, scope, components),
        abstract=read_flag(node, "abstract", components.report),
        substitution_group=head,
    )


def read_complex_type(
    node: Node, scope: Scope, components: Components, name: QName | None = None
) -> ComplexType:
    """The definition in an `xs:complexType`; without `name` an anonymous one."""
    common = ComplexType(
        name=name,
        abstract=read_flag(node, "abstract", components.report),
        mixed=read_flag(node, "mixed", components.report),
        is_dictionary=appinfo_flag(node, "IsDictionary"),
        is_value_type=appinfo_flag(node, "IsValueType"),
        documentation=documentation(node),
        location=node.location,
    )
    simple = node.child(XSD_NAMESPACE, "simpleContent")
    if simple is not None:
        return read_simple_content(simple, common, scope, components)
    complex_content = node.child(XSD_NAMESPACE, "complexContent")
    if complex_content is not None:
        return _complex_content(complex_content, common, scope, components)
    return _with_body(node, common, scope, components)


def read_group_definition(component: Component, components: Components) -> Group:
    """The model group of a named `xs:group`."""
    body = component.node.child(XSD_NAMESPACE, *_COMPOSITORS)
    if body is None:
        message = "this group has neither a sequence nor a choice nor an all"
        hint = "give it an xs:sequence"
        components.report.error("TS115", message, component.node.location, hint)
        return Group(compositor=Compositor.SEQUENCE)
    components.open_groups.append(component.name)
    group = _group(body, component.scope, components)
    components.open_groups.pop()
    return group


def _complex_content(
    node: Node, common: ComplexType, scope: Scope, components: Components
) -> ComplexType:
    body = node.child(XSD_NAMESPACE, "extension", "restriction")
    if body is None:
        message = "this complexContent is neither an extension nor a restriction"
        components.report.error("TS115", message, node.location, "give it one")
        return common
    if node.attribute("mixed") is not None:
        common = replace(common, mixed=read_flag(node, "mixed", components.report))
    base = components.type_reference(body, "base", scope)
    if base is not None and base != ANY_TYPE:
        if base in components.types and not components.is_complex(base):
            message = (
                f"{base} is a simple type, which complexContent cannot derive from"
            )
            hint = "use simpleContent"
            components.report.error("TS106", message, body.location, hint)
        common = replace(common, base=base, derivation=Derivation(body.tag.name))
    return _with_body(body, common, scope, components)


def _with_body(
    node: Node, common: ComplexType, scope: Scope, components: Components
) -> ComplexType:
    attributes = read_attributes(node, scope, components)
    content = None
    for child in node.children(XSD_NAMESPACE):
        if child.tag.name in (*_COMPOSITORS, "group") and content is None:
            content = _particle(child, scope, components)
        elif child.tag.name not in (*_BODY_OF_TYPE[4:], "annotation"):
            unexpected(child, components.report)
    return replace(
        common,
        content=content if isinstance(content, Group) else None,
        attributes=attributes.uses,
        wildcard_attributes=attributes.wildcard,
        prohibited_attributes=attributes.prohibited,
    )


def _group(node: Node, scope: Scope, components: Components) -> Group:
    if components.nesting == MAX_NESTING:
        message = f"model groups are nested over {MAX_NESTING} deep"
        hint = "give an inner type a name of its own"
        components.report.error("TS114", message, node.location, hint)
        return Group(compositor=Compositor.SEQUENCE)
    components.nesting += 1
    particles = [
        particle
        for child in node.children(XSD_NAMESPACE)
        if child.tag.name != "annotation"
        and (particle := _particle(child, scope, components)) is not None
    ]
    components.nesting -= 1
    return Group(
        compositor=Compositor(node.tag.name),
        particles=tuple(particles),
        min_occurs=read_count(node, "minOccurs", components.report) or 0,
        max_occurs=read_count(node, "maxOccurs", components.report),
        location=node.location,
    )


def _particle(node: Node, scope: Scope, components: Components) -> Particle | None:
    """The particle a node is; None for one that may not occur, or with an error."""
    components.spend(node)
    particle: Particle | None
    match node.tag.name:
        case "element":
            particle = _local_element(node, scope, components)
        case "any":
            particle = Wildcard(
                namespace=" ".join(node.words("namespace") or ["##any"]),
                process_contents=node.attribute("processContents") or "strict",
                target_namespace=scope.target_namespace,
                min_occurs=read_count(node, "minOccurs", components.report) or 0,
                max_occurs=read_count(node, "maxOccurs", components.report),
                location=node.location,
            )
        case "group":
            particle = _group_reference(node, scope, components)
        case name if name in _COMPOSITORS:
            particle = _group(node, scope, components)
        case _:
            unexpected(node, components.report)
            return None
    return None if particle is None or particle.max_occurs == 0 else particle


def _group_reference(node: Node, scope: Scope, components: Components) -> Group | None:
    name = components.reference(node, "ref", scope)
    if name is None:
        return None
    original = scope.redefines("group", name)
    declared = components.groups.get(name)
    if declared is None:
        components.dangling("group", name, node, "TS113")
        return None
    opened = components.open_groups
    is_open = name in opened and original is None
    if is_open or len(opened) >= MAX_GROUP_DEPTH:
        components.circular("group", name, node)
        return None
    return replace(
        read_group_definition(original or declared[0], components),
        min_occurs=read_count(node, "minOccurs", components.report) or 0,
        max_occurs=read_count(node, "maxOccurs", components.report),
    )


def _local_element(node: Node, scope: Scope, components: Components) -> Element | None:
    report = components.report
    if node.attribute("ref") is not None:
        element = read_element_reference(node, scope, components)
    else:
        name = read_name(node, report)
        if name is None:
            return None
        form = read_choice(node, "form", Form, scope.element_form, report)
        namespace = scope.target_namespace if form is Form.QUALIFIED else ""
        element = _declared(node, QName(namespace, name), scope, components)
    return element and replace(
        element,
        min_occurs=read_count(node, "minOccurs", report) or 0,
        max_occurs=read_count(node, "maxOccurs", report),
    )


def _declared(node: Node, name: QName, scope: Scope, components: Components) -> Element:
    for child in node.children(XSD_NAMESPACE):
        if child.tag.name not in _OF_ELEMENTS:
            unexpected(child, components.report)
    declared = _element_type(Component(name, node, scope), components)
    given = node.attribute("type") or node.attribute("substitutionGroup")
    return Element(
        name=name,
        type=declared,
        untyped=declared == ANY_TYPE and given is None,
        nillable=read_flag(node, "nillable", components.report),
        default=node.verbatim("default"),
        fixed=node.verbatim("fixed"),
        documentation=documentation(node),
        location=node.location,
    )


def _element_type(component: Component, components: Components) -> TypeReference:
    head = type_giver(component, components)
    if head is None:
        return ANY_TYPE
    node, scope = head.node, head.scope
    if node.attribute("type") is not None:
        return components.type_reference(node, "type", scope) or ANY_TYPE
    inline = node.child(XSD_NAMESPACE, "simpleType", "complexType")
    if inline is None:
        return ANY_TYPE
    if inline.tag.name == "simpleType":
        return read_simple_type(inline, scope, components)
    return read_complex_type(inline, scope, components)
