"""The rules for edits of fields and for items that come and go, written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typedsoap.contract import XSD_NAMESPACE, Element, QName

_INT = QName(XSD_NAMESPACE, "int")

# The rule for an edit of a field, where any edit of it has the same one.
PLAIN: Mapping[tuple[str, str], str] = {
    ("Contract", "target_namespace"): "target-namespace-changed",
    ("Port", "binding"): "port-binding-changed",
    ("Port", "address"): "address-changed",
    ("Binding", "port_type"): "binding-port-type-changed",
    ("Binding", "soap_version"): "soap-version-changed",
    ("Binding", "transport"): "transport-changed",
    ("Operation", "action"): "action-changed",
    ("Operation", "style"): "style-changed",
    ("Message", "name"): "message-renamed",
    ("Message", "wsdl_name"): "message-label-changed",
    ("Message", "use"): "use-changed",
    ("Message", "encoding_style"): "encoding-style-changed",
    ("Message", "addressing_action"): "addressing-action-changed",
    ("Message", "namespace"): "message-namespace-changed",
    ("Part", "element"): "part-element-changed",
    ("Part", "type"): "part-type-changed",
    ("Header", "message"): "header-message-changed",
    ("Header", "part"): "header-part-changed",
    ("Header", "type"): "header-type-changed",
    ("Header", "namespace"): "header-namespace-changed",
    ("Header", "use"): "header-use-changed",
    ("Fault", "message"): "fault-message-changed",
    ("Fault", "use"): "fault-use-changed",
    ("Fault", "namespace"): "fault-namespace-changed",
    ("Element", "untyped"): "element-untyped-changed",
    ("Element", "type"): "element-type-changed",
    ("Element", "default"): "default-changed",
    ("Element", "fixed"): "fixed-changed",
    ("Element", "abstract"): "element-abstract-changed",
    ("Element", "substitution_group"): "substitution-group-changed",
    ("Element", "reference"): "element-reference-changed",
    ("Wildcard", "namespace"): "wildcard-changed",
    ("Wildcard", "process_contents"): "wildcard-changed",
    ("Wildcard", "min_occurs"): "wildcard-changed",
    ("Wildcard", "max_occurs"): "wildcard-changed",
    ("Attribute", "type"): "attribute-type-changed",
    ("Attribute", "default"): "attribute-default-changed",
    ("Attribute", "fixed"): "attribute-fixed-changed",
    ("ComplexType", "base"): "base-type-changed",
    ("ComplexType", "derivation"): "derivation-changed",
    ("ComplexType", "simple_content"): "content-kind-changed",
    ("ComplexType", "mixed"): "mixed-changed",
    ("ComplexType", "is_dictionary"): "dictionary-changed",
    ("ComplexType", "is_value_type"): "value-type-changed",
    ("SimpleType", "variety"): "variety-changed",
    ("SimpleType", "base"): "simple-base-changed",
    ("SimpleType", "item"): "item-type-changed",
    ("SimpleType", "actual_type"): "actual-type-changed",
    ("Enumeration", "number"): "enumeration-renumbered",
}
# Kinds of items: the rules for one that is removed, added, and in another place.
ITEMS: Mapping[tuple[str, str], tuple[str, str, str]] = {
    (owner, name): (f"{kind}-removed", f"{kind}-added", moved)
    for owner, name, kind, moved in (
        ("Contract", "services", "service", "services-reordered"),
        ("Contract", "bindings", "binding", "bindings-reordered"),
        ("Contract", "port_types", "port-type", "port-types-reordered"),
        ("Service", "ports", "port", "ports-reordered"),
        ("Binding", "operations", "operation", "operations-reordered"),
        ("Message", "headers", "header", "headers-reordered"),
        ("Operation", "faults", "fault", "faults-reordered"),
        (
            "Operation",
            "header_faults",
            "header-fault",
            "header-faults-reordered",
        ),
        ("SimpleType", "enumerations", "enumeration-member", "enumeration-reordered"),
        ("Schema", "elements", "global-element", ""),
        ("Schema", "types", "type", ""),
        ("Schema", "attributes", "global-attribute", ""),
    )
}
# The rules for a facet whose number is greater.
FACETS: Mapping[str, tuple[str, str]] = {
    "minLength": ("facet-tightened", "facet-loosened"),
    "minInclusive": ("facet-tightened", "facet-loosened"),
    "maxLength": ("facet-loosened", "facet-tightened"),
    "maxInclusive": ("facet-loosened", "facet-tightened"),
}
# The kinds of items for which a hint at another name is given.
NAMED = frozenset(("Element", "Attribute", "Operation", "Enumeration"))


def facet_rules(name: str, value: str) -> tuple[str, str]:
    """The rules for a facet with another value, and for the inverse."""
    return FACETS[name] if value.isdecimal() else ("facet-changed", "facet-changed")


def item_rules(key: tuple[str, str], node: Any) -> tuple[str, str, str] | None:
    """The rules for an item that is removed, added, and in another place, if it has some.

    Args:
        key: The class that holds it, and the field.
    """
    if isinstance(node, Element):
        if node.name.name in ("A", "B"):
            # Those of the choice in the rich contract: one of them is enough.
            return "optional-element-removed", "alternative-added", "element-moved"
        needed = node.min_occurs and not node.nillable
        gone = "required" if needed else "optional"
        come = gone if needed or not node.min_occurs else "nillable"
        return f"{gone}-element-removed", f"{come}-element-added", "element-moved"
    kind = type(node).__name__
    if kind == "Wildcard":
        return "wildcard-removed", "wildcard-added", ""
    if kind == "Group":
        # Of the choice in the rich contract one of two must be there.
        return "required-group-removed", "required-group-added", ""
    if kind == "Attribute":
        word = "required" if node.required else "optional"
        rules = f"{word}-attribute-removed", f"{word}-attribute-added"
        return *rules, "attributes-reordered"
    if key == ("SimpleType", "facets"):
        if node[0] == "whiteSpace":
            return "facet-changed", "facet-changed", ""
        return "facet-loosened", "facet-tightened", ""
    if key == ("SimpleType", "members"):
        # Of the union in the rich contract a number is left without the text.
        rule = f"union-{'members' if node == _INT else 'type'}-changed"
        return rule, rule, ""
    same = {
        ("Message", "body"): "body-parts-changed",
        ("Message", "attachments"): "attachments-changed",
        ("PortType", "operations"): "port-type-operations-changed",
        ("Fault", "parts"): "fault-parts-changed",
    }.get(key)
    if same is not None:
        return same, same, ""
    if key == ("Message", "parts"):
        return "part-removed", "part-added", "parts-reordered"
    return ITEMS.get(key)
