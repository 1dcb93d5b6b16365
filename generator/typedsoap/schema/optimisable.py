"""Binary content that a schema expects in attachments of the message (MTOM).

Source: the W3C Note "Describing Media Content of Binary Data in XML" of 4 May 2005,
section 3.1; SOAP Message Transmission Optimization Mechanism, section 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.reporting import Report
from typedsoap.source.model import Documents
from typedsoap.source.nodes import Node

_MEDIA_TYPES: Final = "http://www.w3.org/2005/05/xmlmime"
_MARKED: Final = [f"{{{XSD_NAMESPACE}}}{name}" for name in ("element", "complexType")]


def tell_inline(documents: Documents, report: Report) -> None:
    """Warn once of all content that is sent inline though a server may want it attached.

    Such content has the same meaning inline, so that nothing is left out for it (TS137).
    """
    found = list(_optimisable(documents))
    if not found:
        return
    what = (
        "an element" if len(found) == 1 else f"each of {len(found)} elements or types"
    )
    report.warning(
        "TS137",
        f"the binary content of {what} is sent inline, as base64, not in MTOM",
        found[0].location,
        "nothing is lost by it; but a reply in MTOM cannot be read, so let the server"
        " answer this client without",
    )


def _optimisable(documents: Documents) -> Iterator[Node]:
    seen: set[Node] = set()
    for schema in documents.schemas:
        for element in schema.node.element.iter(*_MARKED):
            node = Node(element, schema.node.file)
            marked = node.attribute("expectedContentTypes", _MEDIA_TYPES)
            # A schema that is included for several namespaces is there for each.
            if marked is not None and node not in seen:
                seen.add(node)
                yield node
