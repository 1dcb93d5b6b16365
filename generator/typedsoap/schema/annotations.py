"""What `xs:annotation` says: documentation, and the facts of the 2003/10 serialiser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.reporting import Report
from typedsoap.source.nodes import Node

SERIALIZATION: Final = "http://schemas.microsoft.com/2003/10/Serialization/"


def documentation(node: Node) -> str:
    """The texts of all `xs:documentation`, white space made single blanks."""
    texts = (
        " ".join(text.text.split())
        for annotation in node.children(XSD_NAMESPACE, "annotation")
        for text in annotation.children(XSD_NAMESPACE, "documentation")
    )
    return "\n\n".join(text for text in texts if text)


def appinfo_flag(node: Node, name: str) -> bool:
    """Whether an appinfo element of that name says "true"."""
    return any(found.text in ("true", "1") for found in _appinfo(node, name))


def enumeration_value(node: Node, report: Report) -> int | None:
    """The number that `EnumerationValue` gives an enumeration facet, if any."""
    for found in _appinfo(node, "EnumerationValue"):
        text = found.text
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) < 20:
            return int(text)
        message = f"EnumerationValue {text!r} is not a number"
        report.error("TS104", message, found.location, "give it an integer")
    return None


def actual_type(node: Node) -> QName | None:
    """The type that `ActualType` names as the server's own, if any."""
    for found in _appinfo(node, "ActualType"):
        name = found.attribute("Name")
        if name:
            return QName(found.attribute("Namespace") or "", name)
    return None


def _appinfo(node: Node, name: str) -> Iterator[Node]:
    for annotation in node.children(XSD_NAMESPACE, "annotation"):
        for appinfo in annotation.children(XSD_NAMESPACE, "appinfo"):
            yield from appinfo.children(SERIALIZATION, name)
