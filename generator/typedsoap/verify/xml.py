"""SOAP's namespaces, nil and names in content: what a parsed document leaves to us."""

from __future__ import annotations

from typing import Final

from lxml.etree import QName as XmlName

from typedsoap.contract import QName, SoapVersion
from typedsoap.source.nodes import Element

XSI_NAMESPACE: Final = "http://www.w3.org/2001/XMLSchema-instance"
XSI_TYPE: Final = f"{{{XSI_NAMESPACE}}}type"
XSI_NIL: Final = f"{{{XSI_NAMESPACE}}}nil"
ENVELOPE_NAMESPACES: Final = {
    SoapVersion.SOAP_1_1: "http://schemas.xmlsoap.org/soap/envelope/",
    SoapVersion.SOAP_1_2: "http://www.w3.org/2003/05/soap-envelope",
}
WHITE_SPACE: Final = " \t\r\n"


def qname(element: Element) -> QName:
    """The expanded name of an element."""
    name = XmlName(element)
    return QName(name.namespace or "", name.localname)


def expanded(name: str) -> QName:
    """A name in Clark notation as an expanded name."""
    found = XmlName(name)
    return QName(found.namespace or "", found.localname)


def is_nil(element: Element) -> bool:
    """Whether the element says `xsi:nil`."""
    return element.get(XSI_NIL, "").strip(WHITE_SPACE) in ("true", "1")


def resolve(element: Element, text: str) -> QName | None:
    """A name in content, with the prefixes of its place; None if its prefix is unknown."""
    prefix, colon, name = text.strip(WHITE_SPACE).rpartition(":")
    if not name or ":" in prefix:
        return None
    namespace = element.nsmap.get(prefix if colon else None)
    if namespace is None:
        return None if colon else QName("", name)
    return QName(namespace, name)


def resolve_names(element: Element, text: str) -> str:
    """The names in content, with blanks between; one without known prefix as it is."""
    return " ".join(str(resolve(element, word) or word) for word in text.split())
