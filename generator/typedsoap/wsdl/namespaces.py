"""The namespaces a WSDL 1.1 document is made of."""

from __future__ import annotations

from typing import Final

WSDL: Final = "http://schemas.xmlsoap.org/wsdl/"
WSDL_2_0: Final = "http://www.w3.org/ns/wsdl"
SOAP_1_1: Final = "http://schemas.xmlsoap.org/wsdl/soap/"
SOAP_1_2: Final = "http://schemas.xmlsoap.org/wsdl/soap12/"
MIME: Final = "http://schemas.xmlsoap.org/wsdl/mime/"
# WS-Policy 1.2 and 1.5; both are in use.
POLICY: Final = (
    "http://schemas.xmlsoap.org/ws/2004/09/policy",
    "http://www.w3.org/ns/ws-policy",
)
# The member submission's attribute and the recommendation's; both are in use.
ADDRESSING_METADATA: Final = (
    "http://www.w3.org/2006/05/addressing/wsdl",
    "http://www.w3.org/2007/05/addressing/metadata",
)
