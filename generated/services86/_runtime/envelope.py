"""SOAP envelopes: writing a request, taking a reply apart. SOAP 1.1, section 4."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from .errors import ProtocolError
from .namespaces import SOAP_11, SOAP_12, XSI
from .reading import Element, element_path
from .strings import escape_attribute

_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'


class _Names(NamedTuple):
    """Expanded names of one SOAP version."""

    namespace: str
    header: str
    body: str
    fault: str


_NAMES: Final = {
    f"{{{name}}}Envelope": _Names(
        name, f"{{{name}}}Header", f"{{{name}}}Body", f"{{{name}}}Fault"
    )
    for name in (SOAP_11, SOAP_12)
}


class Envelope(NamedTuple):
    """A parsed envelope.

    Attributes:
        namespace: Its SOAP namespace, 1.1 or 1.2.
        blocks: The header blocks.
        body: Body itself.
        fault: The fault among them, if there is one.
    """

    namespace: str
    blocks: Sequence[Element]
    body: Element
    fault: Element | None


def envelope_start(namespaces: Mapping[str, str]) -> str:
    """The XML declaration and the start tag of every envelope of a service."""
    declared = {"soap": SOAP_11, "xsi": XSI, **namespaces}
    attributes = "".join(
        f' xmlns:{prefix}="{escape_attribute(namespace)}"'
        for prefix, namespace in declared.items()
    )
    return f"{_DECLARATION}<soap:Envelope{attributes}>"


def write_envelope(
    start: str,
    write_headers: Callable[[list[str]], None],
    write_body: Callable[[list[str]], None],
) -> str:
    """A whole envelope; Header is left out where no header block is written."""
    out = [start, "<soap:Header>"]
    write_headers(out)
    if len(out) == 2:  # nothing was added
        out.pop()
    else:
        out.append("</soap:Header>")
    out.append("<soap:Body>")
    write_body(out)
    out.append("</soap:Body></soap:Envelope>")
    return "".join(out)


def split_envelope(root: Element) -> Envelope:
    """Take an envelope apart; raises `ProtocolError` where it is none."""
    names = _NAMES.get(str(root.tag))
    if names is None:
        raise ProtocolError(f"expected a SOAP envelope, found the element {root.tag!s}")
    headers: list[Element] = []
    bodies: list[Element] = []
    for child in root:
        tag = child.tag
        if tag == names.body:
            bodies.append(child)
        elif tag == names.header:
            headers.append(child)
    if len(bodies) != 1:
        raise ProtocolError(f"an envelope has one Body, found {len(bodies)}")
    if len(headers) > 1:
        raise ProtocolError(f"an envelope has one Header at most, found {len(headers)}")
    body = bodies[0]
    fault = next((child for child in body if child.tag == names.fault), None)
    return Envelope(names.namespace, headers[0][:] if headers else (), body, fault)


def body_element(envelope: Envelope, name: str) -> Element:
    """The single child of a SOAP 1.1 Body, which must have this expanded name.

    For the name "" it is Body itself, which should have no child.
    """
    if envelope.namespace != SOAP_11:
        raise ProtocolError("a SOAP 1.2 envelope, expected SOAP 1.1")
    if not name:
        return envelope.body
    if not len(envelope.body):
        raise ProtocolError(f"empty, expected {name}", "Body")
    element = envelope.body[0]
    if element.tag != name:
        raise ProtocolError(f"expected {name}", element_path(element))
    if len(envelope.body) > 1:
        extra = envelope.body[1]
        raise ProtocolError("a second element in Body", element_path(extra))
    return element
