"""References between the definitions of a WSDL (WSDL 1.1 §2.1.1)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from typedsoap.contract import QName
from typedsoap.reporting import Report
from typedsoap.source.names import read_reference
from typedsoap.source.nodes import Node
from typedsoap.wsdl.namespaces import WSDL


@dataclass(frozen=True, slots=True)
class Definition:
    """A kind of definition that others refer to.

    Attributes:
        kind: What messages call it.
        code: The diagnostic for one that is not defined.
    """

    kind: str
    code: str


MESSAGE: Final = Definition("message", "TS108")
BINDING: Final = Definition("binding", "TS109")
PORT_TYPE: Final = Definition("port type", "TS110")


def read_definition(
    node: Node,
    attribute: str,
    definition: Definition,
    defined: Container[QName],
    report: Report,
) -> QName | None:
    """The definition that an attribute refers to; None with an error reported."""
    name = find_definition(node, attribute, definition, defined, report)
    if name is None or name in defined:
        return name
    report.error(
        definition.code,
        f"the {definition.kind} {name} is not defined",
        node.location,
        "define it, or correct the reference",
    )
    return None


def find_definition(
    node: Node,
    attribute: str,
    definition: Definition,
    defined: Container[QName],
    report: Report,
) -> QName | None:
    """The name in an attribute, defined or not; None with TS101 or TS103 reported.

    A name without prefix is in the default namespace. Where that is WSDL's own, in which
    nothing can be defined, the target namespace is meant, and TS131 says so.
    """
    name = read_reference(node, attribute, report)
    if name is None or name in defined or name.namespace != WSDL:
        return name
    meant = QName(node.root.attribute("targetNamespace") or "", name.name)
    if meant not in defined or ":" in (node.attribute(attribute) or ""):
        return name
    report.warning(
        "TS131",
        f"the {definition.kind} {name.name!r} has no prefix, so that it is in WSDL's own"
        f" namespace; it is read as {meant}",
        node.location,
        "refer to it with a prefix for the target namespace",
    )
    return meant
