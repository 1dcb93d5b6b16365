"""Namespaces and expanded names that SOAP and XML Schema fix."""

from __future__ import annotations

from typing import Final

SOAP_11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12: Final = "http://www.w3.org/2003/05/soap-envelope"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

MUST_UNDERSTAND: Final = f"{{{SOAP_11}}}mustUnderstand"
ACTOR: Final = f"{{{SOAP_11}}}actor"
ENCODING_STYLE: Final = f"{{{SOAP_11}}}encodingStyle"

XSI_NIL: Final = f"{{{XSI}}}nil"
XSI_TYPE: Final = f"{{{XSI}}}type"

WHITE_SPACE: Final = " \t\r\n"
"""XML's white space; `str.strip()` alone would strip more."""
