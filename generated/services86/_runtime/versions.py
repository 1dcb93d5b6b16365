"""The versions of SOAP: the names that each fixes, and the HTTP headers that it asks for.

Source: SOAP 1.1, sections 4 and 6; SOAP 1.2 part 1, section 5, and part 2, section 7.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import quote


class SoapVersion(NamedTuple):
    """One version of SOAP; as a str it is what people call it.

    Attributes:
        number: Its number.
        namespace: The namespace of its envelopes.
        media_type: The content type of its messages.
        envelope: The expanded name of Envelope.
        header: That of Header.
        body: That of Body.
        fault: That of Fault.
        must_understand: That of the attribute of a block that must be understood.
        role: That of the attribute that says whom a block is for.
        own_roles: The values of that one which mean whoever receives the message last.
    """

    number: str
    namespace: str
    media_type: str
    envelope: str
    header: str
    body: str
    fault: str
    must_understand: str
    role: str
    own_roles: tuple[str, ...]

    def __str__(self) -> str:
        return f"SOAP {self.number}"

    def http_headers(self, action: str) -> dict[str, str]:
        """The HTTP headers of a request that are the version's own."""
        # A URI needs no quoting, anything else must not break out of the quotes.
        quoted = quote(action, safe=":/?#[]@!$&'()*+,;=%~-._ {}|^`<>")
        headers = {
            "Content-Type": f"{self.media_type}; charset=utf-8",
            "Accept": self.media_type,
        }
        if self is SOAP_11:
            headers["SOAPAction"] = f'"{quoted}"'
        elif action:
            headers["Content-Type"] += f'; action="{quoted}"'
        return headers


def _version(
    number: str, namespace: str, media_type: str, role: str, *own_roles: str
) -> SoapVersion:
    return SoapVersion(
        number=number,
        namespace=namespace,
        media_type=media_type,
        envelope=f"{{{namespace}}}Envelope",
        header=f"{{{namespace}}}Header",
        body=f"{{{namespace}}}Body",
        fault=f"{{{namespace}}}Fault",
        must_understand=f"{{{namespace}}}mustUnderstand",
        role=f"{{{namespace}}}{role}",
        own_roles=("", *own_roles),
    )


_NAMESPACE_12: Final = "http://www.w3.org/2003/05/soap-envelope"

SOAP_11: Final = _version(
    "1.1",
    "http://schemas.xmlsoap.org/soap/envelope/",
    "text/xml",
    "actor",
    "http://schemas.xmlsoap.org/soap/actor/next",
)
SOAP_12: Final = _version(
    "1.2",
    _NAMESPACE_12,
    "application/soap+xml",
    "role",
    f"{_NAMESPACE_12}/role/next",
    f"{_NAMESPACE_12}/role/ultimateReceiver",
)

SOAP_VERSIONS: Final = {version.namespace: version for version in (SOAP_11, SOAP_12)}
"""Every version by its namespace."""

ENCODING_STYLES: Final = tuple(f"{{{name}}}encodingStyle" for name in SOAP_VERSIONS)
"""The expanded names of the attribute that may stand on any element."""
