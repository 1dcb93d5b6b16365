"""Expanded names that XML Schema fixes for instances, and XML's white space."""

from __future__ import annotations

from typing import Final

SOAP_ENCODING: Final = "http://schemas.xmlsoap.org/soap/encoding/"
SOAP_12_ENCODING: Final = "http://www.w3.org/2003/05/soap-encoding"
SOAP_12_RPC: Final = "http://www.w3.org/2003/05/soap-rpc"
XSD: Final = "http://www.w3.org/2001/XMLSchema"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

XSI_NIL: Final = f"{{{XSI}}}nil"
XSI_TYPE: Final = f"{{{XSI}}}type"

WHITE_SPACE: Final = " \t\r\n"
"""XML's white space; `str.strip()` alone would strip more."""
