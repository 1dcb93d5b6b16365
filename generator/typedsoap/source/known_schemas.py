"""Schemas of well-known namespaces, which nobody puts beside a WSDL.

They are the tool's own, written after the specifications that they name. One stands in
where a schema imports such a namespace without a location, or from a remote one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from typedsoap.contract import XML_NAMESPACE
from typedsoap.source.locations import is_remote
from typedsoap.source.model import SchemaDocument
from typedsoap.source.nodes import Node
from typedsoap.source.parsing import parse

_FOLDER: Final = Path(__file__).with_name("schemas")
_FILES: Final = {
    XML_NAMESPACE: "xml.xsd",
    "http://docs.oasis-open.org/wsn/b-2": "ws-base-notification-1.3.xsd",
    "http://docs.oasis-open.org/wsn/t-1": "ws-topics-1.3.xsd",
    "http://docs.oasis-open.org/wsrf/bf-2": "wsrf-base-faults-1.2.xsd",
    "http://schemas.xmlsoap.org/soap/envelope/": "soap-envelope-1.1.xsd",
    "http://schemas.xmlsoap.org/ws/2004/08/addressing": "addressing-2004-08.xsd",
    "http://www.w3.org/2003/05/soap-envelope": "soap-envelope-1.2.xsd",
    "http://www.w3.org/2004/08/xop/include": "xop-include.xsd",
    "http://www.w3.org/2005/05/xmlmime": "xmlmime.xsd",
    "http://www.w3.org/2005/08/addressing": "addressing-2005-08.xsd",
    "http://ws-i.org/profiles/basic/1.1/xsd": "swa-reference.xsd",
}

KNOWN_NAMESPACES: Final = frozenset(_FILES)
"""The namespaces that there is a schema of."""


def is_known_import(namespace: str, location: str | None) -> bool:
    """Whether an import means one of these schemas, if nothing else defines it.

    The attributes of the namespace xml are the same wherever they are imported from.
    """
    if namespace == XML_NAMESPACE:
        return True
    return namespace in _FILES and (location is None or is_remote(location))


def known_schema(namespace: str) -> SchemaDocument:
    """The schema of one of `KNOWN_NAMESPACES`."""
    name = _FILES[namespace]
    display = f"(typedsoap)/{name}"
    root = parse((_FOLDER / name).read_bytes(), display)
    return SchemaDocument(display, Node(root, display), namespace)
