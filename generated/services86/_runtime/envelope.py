"""SOAP envelopes: writing a message, and taking one apart.

Source: SOAP 1.1, section 4; SOAP 1.2 part 1, section 5.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from .errors import ProtocolError
from .namespaces import XSI
from .reading import Element, Reader, element_path
from .strings import escape_attribute
from .versions import SOAP_11, SOAP_VERSIONS, SoapVersion

_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'


_VERSIONS: Final = {version.envelope: version for version in SOAP_VERSIONS.values()}


class Envelope(NamedTuple):
    """A parsed envelope.

    Attributes:
        version: The version of SOAP that it is of.
        blocks: The header blocks.
        body: Body itself.
        fault: The fault among them, if there is one.
    """

    version: SoapVersion
    blocks: Sequence[Element]
    body: Element
    fault: Element | None

    @property
    def root(self) -> Element:
        """Envelope itself."""
        return self.body.getroottree().getroot()


def envelope_start(
    namespaces: Mapping[str, str], version: SoapVersion = SOAP_11
) -> str:
    """The XML declaration and the start tag of every envelope of a service."""
    declared = {"soap": version.namespace, "xsi": XSI, **namespaces}
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
    version = _VERSIONS.get(str(root.tag))
    if version is None:
        raise ProtocolError(f"expected a SOAP envelope, found the element {root.tag!s}")
    headers: list[Element] = []
    bodies: list[Element] = []
    for child in root:
        tag = child.tag
        if tag == version.body:
            bodies.append(child)
        elif tag == version.header:
            headers.append(child)
    if len(bodies) != 1:
        raise ProtocolError(f"an envelope has one Body, found {len(bodies)}")
    if len(headers) > 1:
        raise ProtocolError(f"an envelope has one Header at most, found {len(headers)}")
    body = bodies[0]
    fault = next((child for child in body if child.tag == version.fault), None)
    return Envelope(version, headers[0][:] if headers else (), body, fault)


def expect_version(envelope: Envelope, version: SoapVersion) -> None:
    """Refuse an envelope of another version with a `ProtocolError`."""
    if envelope.version is not version:
        raise ProtocolError(f"a {envelope.version} envelope, expected {version}")


def body_element(
    envelope: Envelope, name: str, reader: Reader | None = None
) -> Element:
    """The single child of Body, which must have this expanded name.

    For the name "" it is Body itself: it is empty, or its children are read by name.

    Args:
        reader: Knows which children are there for themselves, and how they are called.
    """
    if not name:
        return envelope.body
    reader = reader or Reader()
    roots = reader.roots(envelope.body)
    if not roots:
        raise ProtocolError(f"empty, expected {name}", "Body")
    element = roots[0]
    if not reader.is_called(element, name):
        raise ProtocolError(f"expected {name}", element_path(element))
    if len(roots) > 1:
        raise ProtocolError("a second element in Body", element_path(roots[1]))
    return element
