"""Namespaces and expanded names that SOAP and XML Schema fix."""

from __future__ import annotations

from typing import Final

SOAP_11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12: Final = "http://www.w3.org/2003/05/soap-envelope"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

XSI_NIL: Final = f"{{{XSI}}}nil"
XSI_TYPE: Final = f"{{{XSI}}}type"

WHITE_SPACE: Final = " \t\r\n"
"""XML's white space; `str.strip()` alone would strip more."""
