"""Schema documents to the global components of a Contract (XML Schema 1.0)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    QName,
    Schema,
    SimpleType,
)
from typedsoap.reporting import Report
from typedsoap.schema.attributes import read_attribute, read_attributes
from typedsoap.schema.components import Component, Components, Index
from typedsoap.schema.content import (
    read_complex_type,
    read_element,
    read_group_definition,
)
from typedsoap.schema.derivation import check_derivations
from typedsoap.schema.indexing import find_components
from typedsoap.schema.placement import check_placement
from typedsoap.schema.redefinitions import redefined
from typedsoap.schema.simple_types import read_simple_type
from typedsoap.schema.unresolved import Owner, Unresolved
from typedsoap.source.model import Documents

_COMPONENTS = (
    *("element", "attribute", "complexType", "simpleType", "group", "attributeGroup"),
)
_Value = TypeVar("_Value", bound=Hashable)


def read_schema(
    documents: Documents, report: Report
) -> tuple[Schema, list[Unresolved]]:
    """The global components of all schemas of a WSDL.

    Every reference inside it is to something that exists; groups and attribute groups
    are resolved. Two definitions of one name are an error, unless they say the same.
    What is wrong is added to `report`: TS101 to TS118. References to nothing are for
    `typedsoap.schema.unresolved.judge`; xs:anyType is in their place.
    """
    components = find_components(documents, report)
    for schema in documents.schemas:
        for node in schema.node.children(XSD_NAMESPACE, *_COMPONENTS):
            check_placement(node, report)
        for statement in schema.node.children(XSD_NAMESPACE, "redefine"):
            for node in statement.children(XSD_NAMESPACE, *_COMPONENTS):
                check_placement(node, report)
    types = _read(components.types, "type", _type, components)
    elements = _read(components.elements, "element", read_element, components)
    attributes = _read(components.attributes, "attribute", read_attribute, components)
    _read(components.groups, "group", read_group_definition, components)
    _read(
        components.attribute_groups,
        "attribute group",
        lambda found, index: read_attributes(
            found.node, found.scope, index, (found.name,)
        ),
        components,
    )
    check_derivations(types, components)
    namespaces = {schema.target_namespace for schema in documents.schemas}
    found = Schema(
        namespaces=tuple(sorted(namespaces)),
        elements=elements,
        types=types,
        attributes=attributes,
    )
    return found, components.unresolved


def _type(component: Component, components: Components) -> ComplexType | SimpleType:
    node, scope = component.node, component.scope
    found: ComplexType | SimpleType
    if node.tag.name == "simpleType":
        found = read_simple_type(node, scope, components, component.name)
    else:
        found = read_complex_type(node, scope, components, component.name)
    if scope.original is None:
        return found
    original = _type(scope.original, components)
    return redefined(found, original, components.report)


def _read(
    index: Index,
    kind: str,
    read: Callable[[Component, Components], _Value],
    components: Components,
) -> dict[QName, _Value]:
    """What each component says; TS105 for two of a name that do not say the same."""
    found: dict[QName, _Value] = {}
    for name, candidates in index.items():
        components.owner = Owner(kind, name)
        found[name] = read(candidates[0], components)
        for other in candidates[1:]:
            if read(other, components) != found[name]:
                first = candidates[0].node.location
                components.report.error(
                    "TS105",
                    f"the {kind} {name} is defined twice, here and at {first}",
                    other.node.location,
                    "remove or rename one of the two definitions",
                )
    return found
