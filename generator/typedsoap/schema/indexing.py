"""The global components of schemas by name, redefinitions in the place of what they change.

Source: XML Schema Part 1 §3.15 and §4.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.reporting import Report
from typedsoap.schema.components import (
    Component,
    Components,
    Form,
    Index,
    Scope,
    unexpected,
)
from typedsoap.source.model import Documents
from typedsoap.source.names import read_choice, read_name
from typedsoap.source.nodes import Node

_IGNORED: Final = ("annotation", "import", "include", "notation")
_REDEFINED: Final = ("complexType", "simpleType", "group", "attributeGroup")


def find_components(documents: Documents, report: Report) -> Components:
    """Index the global components; TS101, TS102, TS115 and TS118 for what is none."""
    found = Components(report)
    by_tag: dict[str, Index] = {
        "element": found.elements,
        "complexType": found.types,
        "simpleType": found.types,
        "group": found.groups,
        "attribute": found.attributes,
        "attributeGroup": found.attribute_groups,
    }
    redefining: list[tuple[Node, Scope]] = []
    for schema in documents.schemas:
        form = Form.UNQUALIFIED
        scope = Scope(
            schema.target_namespace,
            schema.chameleon,
            read_choice(schema.node, "elementFormDefault", Form, form, report),
            read_choice(schema.node, "attributeFormDefault", Form, form, report),
        )
        for node in schema.node.children(XSD_NAMESPACE):
            index = by_tag.get(node.tag.name)
            if index is not None:
                name = read_name(node, report)
                if name is not None:
                    key = QName(schema.target_namespace, name)
                    index.setdefault(key, []).append(Component(key, node, scope))
            elif node.tag.name == "redefine":
                redefining.append((node, scope))
            elif node.tag.name == "override":
                message = "xs:override is of XML Schema 1.1, which is not supported"
                hint = (
                    "include the schema, and define the changed type under a new name"
                )
                report.error("TS118", message, node.location, hint)
            elif node.tag.name not in _IGNORED:
                unexpected(node, report)
    files = {
        reference.statement: documents.roots[reference.target].file
        for reference in documents.references
    }
    # What redefines comes before what it redefines, which may redefine something itself.
    for statement, scope in reversed(redefining):
        file = files.get(statement)
        for node in statement.children(XSD_NAMESPACE):
            if node.tag.name in _REDEFINED:
                _redefine(node, file, scope, by_tag[node.tag.name], report)
            elif node.tag.name != "annotation":
                unexpected(node, report)
    return found


def _redefine(
    node: Node, file: str | None, scope: Scope, index: Index, report: Report
) -> None:
    """Put a redefinition in the place of what it redefines, in the file that it names."""
    local = read_name(node, report)
    if local is None:
        return
    name = QName(scope.target_namespace, local)
    candidates = index.get(name)
    if not candidates:
        message = f"this redefines {name}, which the schema does not define"
        hint = "correct the name, or define it outside of xs:redefine"
        report.error("TS118", message, node.location, hint)
        return
    named = (found for found in candidates if found.node.file == file)
    # What the named document includes may be redefined as well.
    original = next(named, candidates[0])
    if original.scope.original is not None and original.node.file != file:
        message = f"{name} is redefined twice, here and at {original.node.location}"
        hint = "let one of the two redefinitions redefine the other"
        report.error("TS118", message, node.location, hint)
        return
    if node.file in _files(original):
        message = f"{name} is redefined by what it is made of"
        hint = "break the circle: of two schemas only one can redefine the other"
        report.error("TS114", message, node.location, hint)
        return
    inside = replace(scope, original=original)
    others = [found for found in candidates if found is not original]
    index[name] = [Component(name, node, inside), *others]


def _files(component: Component | None) -> Iterator[str]:
    """The documents that a redefinition and its originals are in."""
    while component is not None:
        yield component.node.file
        component = component.scope.original
