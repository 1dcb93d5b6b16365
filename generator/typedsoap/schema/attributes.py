"""Attribute declarations, uses and groups (XML Schema Part 1 §3.2 to §3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from typedsoap.contract import (
    SOAP_12_ENCODING,
    XSD_NAMESPACE,
    Attribute,
    QName,
    TypeReference,
)
from typedsoap.schema.annotations import documentation
from typedsoap.schema.builtins import ANY_SIMPLE_TYPE, known_attribute_type
from typedsoap.schema.components import (
    MAX_GROUP_DEPTH,
    Component,
    Components,
    Form,
    Scope,
)
from typedsoap.schema.simple_types import simple_reference
from typedsoap.source.names import read_choice, read_name
from typedsoap.source.nodes import Node
from typedsoap.wsdl.namespaces import WSDL

_ITEM_TYPE: Final = QName(SOAP_12_ENCODING, "itemType")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attribute uses of a complex type or an attribute group, groups resolved."""

    uses: tuple[Attribute, ...] = ()
    wildcard: bool = False
    prohibited: frozenset[QName] = frozenset()


def read_attribute(component: Component, components: Components) -> Attribute:
    """A global attribute declaration."""
    node = component.node
    return Attribute(
        name=component.name,
        type=_type(node, component.scope, components),
        default=node.verbatim("default"),
        fixed=node.verbatim("fixed"),
        documentation=documentation(node),
        location=node.location,
    )


def read_attributes(
    node: Node,
    scope: Scope,
    components: Components,
    enclosing: tuple[QName, ...] = (),
) -> Attributes:
    """The attribute uses among the children of a node, in document order.

    Args:
        enclosing: The attribute groups that are being resolved, against cycles.
    """
    uses: list[Attribute] = []
    wildcard = False
    prohibited: set[QName] = set()
    for child in node.children(
        XSD_NAMESPACE, "attribute", "attributeGroup", "anyAttribute"
    ):
        match child.tag.name:
            case "attribute":
                use = _use(child, scope, components)
                if use is not None and child.attribute("use") == "prohibited":
                    prohibited.add(use.name)
                elif use is not None:
                    uses.append(use)
            case "attributeGroup":
                group = _group(child, scope, components, enclosing)
                uses.extend(group.uses)
                wildcard = wildcard or group.wildcard
            case _:
                wildcard = True
    if not enclosing:
        uses = list(_once(uses, components))
    # One more, so that groups of nothing but references count as well.
    components.spend(node, len(uses) + 1)
    return Attributes(tuple(uses), wildcard, frozenset(prohibited))


def _once(uses: Iterable[Attribute], components: Components) -> Iterator[Attribute]:
    """Each attribute of a type, which has one of each name only (§3.4.6)."""
    names: set[QName] = set()
    for use in uses:
        if use.name in names:
            message = f"the attribute '{use.name.name}' is here twice"
            hint = "leave one of them out, also of the attribute groups"
            components.report.error("TS105", message, use.location, hint)
        else:
            yield use
        names.add(use.name)


def _use(node: Node, scope: Scope, components: Components) -> Attribute | None:
    if node.attribute("ref") is not None:
        return _reference(node, scope, components)
    name = read_name(node, components.report)
    if name is None:
        return None
    form = read_choice(node, "form", Form, scope.attribute_form, components.report)
    namespace = scope.target_namespace if form is Form.QUALIFIED else ""
    return Attribute(
        name=QName(namespace, name),
        type=_type(node, scope, components),
        required=node.attribute("use") == "required",
        default=node.verbatim("default"),
        fixed=node.verbatim("fixed"),
        documentation=documentation(node),
        location=node.location,
    )


def _reference(node: Node, scope: Scope, components: Components) -> Attribute | None:
    name = components.reference(node, "ref", scope)
    if name is None:
        return None
    declared = components.attributes.get(name)
    known = known_attribute_type(name)
    if declared is not None:
        declaration = read_attribute(declared[0], components)
    elif known is not None:
        declaration = Attribute(name=name, type=known)
    else:
        components.dangling("attribute", name, node, "TS113")
        return None
    own_value = node.verbatim("default") or node.verbatim("fixed")
    return Attribute(
        name=name,
        type=declaration.type,
        required=node.attribute("use") == "required",
        default=node.verbatim("default") if own_value else declaration.default,
        fixed=node.verbatim("fixed") if own_value else declaration.fixed,
        array_type=_array_type(node, name, components),
        documentation=documentation(node) or declaration.documentation,
        location=node.location,
    )


def _array_type(
    node: Node, attribute: QName, components: Components
) -> tuple[QName, str] | None:
    """The type of an array's items and the dimensions, as `[,]`.

    That is `wsdl:arrayType` (WSDL 1.1 §2.2), or in a schema for SOAP 1.2 encoding the
    value of `enc:itemType`.
    """
    text = node.attribute("arrayType", WSDL)
    if text is None:
        said = node.attribute("fixed") or node.attribute("default")
        text = f"{said}[]" if said and attribute == _ITEM_TYPE else None
    if text is None:
        return None
    item, bracket, dimensions = text.partition("[")
    name = node.resolve(item)
    if name is None or not bracket:
        components.report.error(
            "TS104",
            f"the attribute 'arrayType' has the value {text!r}",
            node.location,
            "it must be a type with a declared prefix, followed by []",
        )
        return None
    return name, bracket + dimensions


def _group(
    node: Node, scope: Scope, components: Components, enclosing: tuple[QName, ...]
) -> Attributes:
    name = components.reference(node, "ref", scope)
    if name is None:
        return Attributes()
    original = scope.redefines("attributeGroup", name)
    declared = components.attribute_groups.get(name)
    if declared is None:
        components.dangling("attribute group", name, node, "TS113")
        return Attributes()
    is_open = name in enclosing and original is None
    if is_open or len(enclosing) >= MAX_GROUP_DEPTH:
        components.circular("attribute group", name, node)
        return Attributes()
    component = original or declared[0]
    return read_attributes(
        component.node, component.scope, components, (*enclosing, name)
    )


def _type(node: Node, scope: Scope, components: Components) -> TypeReference:
    inline = node.child(XSD_NAMESPACE, "simpleType")
    if node.attribute("type") is None and inline is None:
        return ANY_SIMPLE_TYPE
    return simple_reference(node, "type", scope, components)
